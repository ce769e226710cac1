import { castBefore, refusal } from '../../test/support/vote-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { vote, after, casting } from './vote.js';

export default { title: 'Budget vote/Code' };

export const CodeBeforeThePlans: Story = {
  render: () => vote({}, { code: 'first' }),
  play: after((voter) => voter.see('#code')),
};

export const LoggedInWithoutACode: Story = {
  render: () => vote({}, { token: 'signed-by-the-site' }),
  play: after(async (voter) => {
    await voter.add('Bankje op het plein');
    await voter.check();
    await voter.read('Een code is niet nodig');
  }),
};

const bench = [{ proposalId: 'bank' }, { proposalId: 'tafel' }];

export const VotedBefore: Story = {
  render: () => vote({ mine: castBefore(bench) }, { code: 'first' }),
  play: after(async (voter) => {
    await voter.typeCode();
    await voter.press('Verder');
    await voter.read('Je huishouden heeft al gestemd');
  }),
};

export const VotedBeforeAndChoosesOtherwise: Story = {
  render: () => vote({ mine: castBefore(bench) }),
  play: after(async (voter) => {
    await voter.add('Licht op het Kerkpad');
    await voter.check();
    await voter.typeCode();
    await voter.read('Neem de vorige keuze over');
  }),
};

export const CodeWithATypingError: Story = {
  render: () => vote({}, { code: 'first' }),
  play: after(async (voter) => {
    await voter.typeCode('k7qf m2xa 9trd');
    await voter.press('Verder');
    await voter.read('tikfout');
  }),
};

export const UnknownCode = casting({ mine: refusal(403, 'code-unknown') }, 'We kennen deze code niet');

export const CodeFromAnOlderLetter = casting(
  { mine: refusal(403, 'code-replaced') },
  'Gebruik de code uit die brief',
);
