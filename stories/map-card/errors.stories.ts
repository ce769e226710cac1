import { html } from 'lit';
import { json, offline, problem, storyBuurt } from '../../test/support/endpoint.js';
import { mapConnection } from '../../test/support/map-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { card, after, reading } from './card.js';

export default { title: 'Map card/Errors' };

export const MapDoesNotLoad: Story = {
  render: () => card({ boundaries: problem(500, 'Internal Server Error') }),
  play: reading('De kaart laadt nu niet.'),
};

export const InitiativesDoNotLoad: Story = {
  render: () => card({ places: problem(500, 'Internal Server Error') }),
  play: reading('De initiatieven laden nu niet.'),
};

export const StreetsDoNotLoad: Story = {
  render: () => card({}, { tiles: `${location.origin}/nergens/{z}/{x}/{y}.png` }),
  play: after(async (visitor) => {
    await visitor.press('Verken de kaart');
    await visitor.read('De achtergrond laadt nu niet.');
  }),
};

export const Offline: Story = {
  render: () => card({ boundaries: offline, places: offline, figures: offline, surroundings: offline }),
  play: reading('De kaart laadt nu niet.'),
};

export const SomeCannotBeRead: Story = {
  render: () => {
    const connection = mapConnection();
    const spoilt: typeof fetch = async (input, init) => {
      const answer = await connection.fetch(input, init);
      if (!new Request(input).url.includes('/places')) return answer;
      const all = (await answer.json()) as { features: unknown[] };
      return Response.json({ ...all, features: [null, { id: 'half' }, ...all.features] });
    };
    return html`<buurt-map-card
      buurt=${storyBuurt}
      tiles="off"
      .connection=${{ ...connection, fetch: spoilt }}
    ></buurt-map-card>`;
  },
  play: reading('2 initiatieven konden we niet lezen'),
};

export const UnknownBuurt: Story = {
  render: () =>
    card(
      { boundaries: () => json({ type: 'FeatureCollection', features: [] }) },
      {},
      html`<p>Bel ons: 012 345 67 89.</p>`,
    ),
  play: after((visitor) => visitor.see('slot:not([name])')),
};

export const EndpointMissing: Story = {
  render: () => html`<buurt-map-card buurt=${storyBuurt}>Bel ons: 012 345 67 89.</buurt-map-card>`,
  play: after((visitor) => visitor.see('slot:not([name])')),
};
