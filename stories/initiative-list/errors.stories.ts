import { html } from 'lit';
import { offline, problem, storyBuurt, storyEndpoint } from '../../test/support/endpoint.js';
import { listConnection } from '../../test/support/initiative-endpoint.js';
import { manyInitiatives } from '../../test/support/initiatives.js';
import { until } from '../../test/support/waiting.js';
import type { Story } from '../../test/support/stage.js';
import { list, after, reading, following } from './list.js';

export default { title: 'Initiative list/Errors' };

export const ListDoesNotLoad: Story = {
  render: () => list({ list: problem(500, 'Internal Server Error') }),
  play: reading('De lijst laadt nu niet.'),
};

export const MoreDoesNotLoad: Story = {
  render: () => {
    const connection = listConnection({ initiatives: manyInitiatives(40) });
    const { fetch: usual } = connection;
    const failing: typeof fetch = (input, init) =>
      new Request(input).url.includes('cursor=')
        ? Promise.resolve(Response.json({}, { status: 500 }))
        : usual(input, init);
    return html`<buurt-initiative-list
      buurt=${storyBuurt}
      history="off"
      .connection=${{ ...connection, fetch: failing }}
    ></buurt-initiative-list>`;
  },
  play: after(async (neighbour) => {
    await neighbour.press('Laat nog 12 zien');
    await neighbour.read('Meer laden lukte niet.');
  }),
};

export const InitiativeDoesNotLoad: Story = {
  render: () => list({ detail: problem(500, 'Internal Server Error') }),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.read('Het hele verhaal laadt nu niet.');
  }),
};

/** What a browser does without network: it was seen before, so it is there, with its time. */
export const OfflineWithAnOlderList: Story = {
  render: () => {
    const { fetch: usual, endpoint } = listConnection();
    let first = true;
    const once: typeof fetch = async (input, init) => {
      if (!new Request(input).url.includes('/initiatives?')) return usual(input, init);
      if (!first) return offline(new Request(input, init));
      first = false;
      return usual(input, init);
    };
    return html`<buurt-initiative-list
      buurt=${storyBuurt}
      history="off"
      .connection=${{ endpoint, fetch: once }}
    ></buurt-initiative-list>`;
  },
  play: after(async (neighbour) => {
    await neighbour.read('8 initiatieven');
    const again = document.createElement('buurt-initiative-list');
    Object.assign(again, {
      buurt: storyBuurt,
      history: 'off',
      connection: neighbour.list.connection,
    });
    neighbour.list.replaceWith(again);
    await again.updateComplete;
    const { shadowRoot } = again;
    await until('older list', () => shadowRoot?.textContent.includes('Dit is de lijst van'));
  }),
};

export const SomeCannotBeRead: Story = {
  render: () => {
    const connection = listConnection();
    const spoilt: typeof fetch = async (input, init) => {
      const answer = await connection.fetch(input, init);
      if (!new Request(input).url.includes('/initiatives?')) return answer;
      const page = (await answer.json()) as { initiatives: unknown[] };
      return Response.json({ ...page, initiatives: [null, { title: 'half' }, ...page.initiatives] });
    };
    return html`<buurt-initiative-list
      buurt=${storyBuurt}
      history="off"
      .connection=${{ ...connection, fetch: spoilt }}
    ></buurt-initiative-list>`;
  },
  play: reading('2 initiatieven konden we niet lezen'),
};

export const SupportNotReceived: Story = {
  render: () => list({ supports: problem(409, 'Conflict') }),
  play: after(async (neighbour) => {
    await neighbour.press('Steun: Theetuin');
    await neighbour.read('Je steun is niet aangekomen.');
  }),
};

export const OfferNotSent: Story = {
  render: () => list({ offers: problem(500, 'Internal Server Error') }),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.join();
    await neighbour.read('Het is niet verstuurd.');
  }),
};

export const FollowingNotSent = following(
  { followers: problem(500, 'Internal Server Error') },
  async (neighbour) => {
    await neighbour.follow();
    await neighbour.read('Het is niet verstuurd.');
  },
);

export const UnknownBuurt: Story = {
  render: () => list({ list: problem(404, 'Not Found') }, {}, html`<p>Bel ons: 012 345 67 89.</p>`),
  play: after((neighbour) => neighbour.see('slot:not([name])')),
};

export const EndpointMissing: Story = {
  render: () =>
    html`<buurt-initiative-list buurt=${storyBuurt}>Bel ons: 012 345 67 89.</buurt-initiative-list>`,
};

export const BuurtMissing: Story = {
  render: () =>
    html`<buurt-initiative-list endpoint=${storyEndpoint}>Bel ons: 012 345 67 89.</buurt-initiative-list>`,
};
