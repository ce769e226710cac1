import { html } from 'lit';
import { answeringBy, storyBuurt } from '../../test/support/endpoint.js';
import { initiative } from '../../test/support/initiatives.js';
import { listRoutes } from '../../test/support/initiative-endpoint.js';
import { mapRoutes } from '../../test/support/map-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { tiles, card, after, reading } from './card.js';

export default { title: 'Map card/On the page' };

export const English: Story = {
  name: 'English',
  render: () => html`<div lang="en">${card()}</div>`,
  play: reading('6 initiatives on the map'),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${card()}</div>`,
  play: reading('6 initiatieven op de kaart'),
};

const long = 'Een-heel-lange-naam-zonder-spaties-'.repeat(3);

export const LongWords: Story = {
  render: () =>
    card({
      initiatives: [
        initiative('i-lang', {
          title: long,
          place: { lat: 52.37, lon: 4.89, address: long },
          supportCount: 12_345,
        }),
      ],
    }),
  play: after(async (visitor) => {
    (await visitor.pin('Een-heel-lange')).click();
    await visitor.see('.pin-card');
  }),
};

export const MapAndListTogether: Story = {
  render: () => {
    const connection = answeringBy(
      [...mapRoutes({}), ...listRoutes({})],
      'https://stories.example/together/v1',
    );
    return html`<buurt-provider
      endpoint=${connection.endpoint}
      buurt=${storyBuurt}
      .fetch=${connection.fetch}
    >
      <buurt-map-card tiles=${tiles}></buurt-map-card>
      <buurt-initiative-list history="off"></buurt-initiative-list>
    </buurt-provider>`;
  },
  play: reading('6 initiatieven op de kaart'),
};

/** The page's own words about help stand at the end, and beside what did not come. */
export const WithHelp: Story = {
  render: () =>
    card(
      {},
      {},
      html`<p slot="help">Liever praten? Bel ons: <a href="tel:+31123456789">012 345 67 89</a>.</p>`,
    ),
  play: reading('6 initiatieven op de kaart'),
};
