import {
  admin,
  adminOfBuurt,
  deskId,
  forgetting,
  ideaErasure,
  moderator,
} from '../../test/support/desk-endpoint.js';
import { offline, problem, silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import type { Visitor } from '../../test/support/visitor.js';
import { after, desk, reading, type Desk } from './desk.js';

export default { title: 'Desk/Erasing' };

type Answers = Parameters<typeof desk>[0];
const erasing = (answers: Answers = {}) => desk({ session: admin, ...answers }, '#/settings/erasing');
const erasure = (kind: 'idea' | 'remark' | 'offer', answers: Answers = {}) =>
  desk({ session: admin, ...answers }, `#/erase/${kind}/${deskId(kind === 'offer' ? 5 : 1)}`);

async function search(visitor: Visitor<Desk>): Promise<void> {
  await visitor.see('#text');
  await visitor.type('text', 'Fatima');
  await visitor.press('Zoek');
}

export const Search: Story = { render: () => erasing(), play: reading('Naam, adres, nummer') };

export const Matches: Story = {
  render: () => erasing(),
  play: after(async (visitor) => {
    await search(visitor);
    await visitor.read('8 plekken gevonden');
  }),
};

export const MatchesNone: Story = {
  render: () => erasing({ textMatches: { texts: [], isCut: false } }),
  play: after(async (visitor) => {
    await search(visitor);
    await visitor.read('Er is niets gevonden.');
  }),
};

export const SearchBusy: Story = {
  render: () => erasing({ textMatches: silence }),
  play: after(async (visitor) => {
    await search(visitor);
    await visitor.read('Bezig met zoeken …');
  }),
};

export const SearchOffline: Story = {
  render: () => erasing({ textMatches: offline }),
  play: after(async (visitor) => {
    await search(visitor);
    await visitor.read('Zoeken is niet gelukt.');
  }),
};

export const SearchEmpty: Story = {
  render: () => erasing(),
  play: after(async (visitor) => {
    await visitor.see('#text');
    await visitor.press('Zoek');
    await visitor.read('Vul minstens één letter of cijfer in.');
  }),
};

export const NotPermitted: Story = {
  render: () => erasing({ session: moderator }),
  play: reading('Alleen een beheerder van alle buurten'),
};

export const OfOneBuurt: Story = {
  render: () => erasing({ session: adminOfBuurt }),
  play: reading('Alleen een beheerder van alle buurten'),
};

export const Idea: Story = { render: () => erasure('idea'), play: reading('voorgoed wissen?') };

export const IdeaWithoutVotes: Story = {
  render: () =>
    erasure('idea', { ideaErasure: ideaErasure({ keptInRounds: [], leftRounds: [], keepsAmounts: false }) }),
  play: reading('voorgoed wissen?'),
};

export const IdeaComing: Story = { render: () => erasure('idea', { ideaErasure: silence }) };

export const IdeaFailed: Story = {
  render: () => erasure('idea', { ideaErasure: problem(400, 'Kapot') }),
  play: reading('Dit laadt nu niet.'),
};

export const IdeaGone: Story = {
  render: () => erasure('idea', { ideaErasure: problem(404, 'Niet hier') }),
  play: reading('Dit is er niet meer.'),
};

export const IdeaOtherWord: Story = {
  render: () => erasure('idea'),
  play: after(async (visitor) => {
    await visitor.press('Wis voorgoed');
    await visitor.read('Typ precies: K4T-9PX');
  }),
};

export const IdeaChangedMeanwhile: Story = {
  render: () =>
    erasure('idea', {
      erasing: problem(412, 'Kijk eerst', { type: 'urn:buurt:problem:changed-meanwhile' }),
    }),
  play: after(async (visitor) => {
    await visitor.see('#word');
    await visitor.type('word', 'K4T-9PX');
    await visitor.press('Wis voorgoed');
    await visitor.read('Dit idee is intussen veranderd.');
  }),
};

export const IdeaNotErased: Story = {
  render: () => erasure('idea', { erasing: offline }),
  play: after(async (visitor) => {
    await visitor.see('#word');
    await visitor.type('word', 'K4T-9PX');
    await visitor.press('Wis voorgoed');
    await visitor.read('Het is niet gewist.');
  }),
};

export const IdeaErased: Story = {
  render: () => erasure('idea'),
  play: after(async (visitor) => {
    await visitor.see('#word');
    await visitor.type('word', 'K4T-9PX');
    await visitor.press('Wis voorgoed');
    await visitor.read('Het idee is gewist.');
  }),
};

export const Remark: Story = { render: () => erasure('remark'), play: reading('Deze reactie voorgoed') };

export const Offer: Story = { render: () => erasure('offer'), play: reading('Dit aanbod voorgoed') };

const forget = async (visitor: Visitor<Desk>) => {
  await search(visitor);
  await visitor.press('Wis fatima@voorbeeld.nl overal …');
};

export const Address: Story = {
  render: () => erasing(),
  play: after(async (visitor) => {
    await forget(visitor);
    await visitor.read('fatima@voorbeeld.nl overal wissen?');
  }),
};

export const AddressNothingLeft: Story = {
  render: () =>
    erasing({ forgettingPreview: forgetting({ contacts: 0, offers: 0, followers: 0, left: [] }) }),
  play: after(async (visitor) => {
    await forget(visitor);
    await visitor.read('Er is niets meer te wissen');
  }),
};
