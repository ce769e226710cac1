import { html, nothing, type TemplateResult } from 'lit';
import '@buurt/core/buurt-provider.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import '@buurt/map-card/buurt-map-card.js';
import { json, offline, problem, silence, storyBuurt } from '../test/support/endpoint.js';
import { initiative, manyInitiatives } from '../test/support/initiatives.js';
import { listRoutes } from '../test/support/initiative-endpoint.js';
import { mapConnection, mapRoutes, type MapAnswers } from '../test/support/map-endpoint.js';
import { answeringBy } from '../test/support/endpoint.js';
import { MapVisitor } from '../test/support/map-visitor.js';

interface Story {
  readonly name?: string;
  readonly render: () => TemplateResult;
  readonly play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

export default { title: 'Map card' };

/** A drawing in the place of every tile. */
const tile = new URL('./pictures/tile.svg', import.meta.url).href;
const tiles = `${tile}?{layer}/{z}/{x}/{y}`;

interface Manner {
  readonly buurt?: string;
  readonly municipality?: string;
  readonly status?: string;
  readonly tiles?: string;
}

const card = (answers: MapAnswers = {}, manner: Manner = {}, help: unknown = nothing) =>
  html`<buurt-map-card
    buurt=${manner.buurt ?? storyBuurt}
    municipality=${manner.municipality ?? ''}
    status=${manner.status ?? ''}
    tiles=${manner.tiles ?? tiles}
    tiles-attribution="Kaart: getekend voor dit verhaal"
    detail-href="https://stories.example/initiatief/{id}"
    buurt-href="https://stories.example/buurt/{code}"
    .connection=${mapConnection(answers)}
    >${help}</buurt-map-card
  >`;

/** A story in which somebody does something first. */
const after =
  (deed: (visitor: MapVisitor) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-map-card');
    const visitor = new MapVisitor(canvasElement);
    await visitor.card.updateComplete;
    await deed(visitor);
  };

const reading = (words: string) => after((visitor) => visitor.read(words));

export const Buurt: Story = { render: () => card(), play: reading('6 initiatieven op de kaart') };

export const OnePlaceOpen: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    (await visitor.pin('Theetuin')).click();
    await visitor.see('.pin-card');
  }),
};

export const OnlyWhatIsDone: Story = {
  render: () => card({}, { status: 'done' }),
  play: reading('1 van 6 initiatieven op de kaart'),
};

export const ChosenInTheLegend: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    await visitor.press('Bezig (1)');
    await visitor.read('1 van 6 initiatieven op de kaart');
  }),
};

export const NothingLeft: Story = {
  render: () => card({}, { status: 'declined' }),
  play: reading('Daarvan staat niets op de kaart.'),
};

const crowd = manyInitiatives(300).map((each, at) => ({
  ...each,
  place: { lat: 52.3684 + ((at * 7919) % 500) / 100_000, lon: 4.8862 + ((at * 104_729) % 880) / 100_000 },
}));

export const Crowded: Story = {
  render: () => card({ initiatives: crowd }),
  play: reading('300 initiatieven op de kaart'),
};

export const ClusterOpen: Story = {
  render: () => card({ initiatives: crowd.slice(0, 90) }),
  play: after(async (visitor) => {
    await visitor.read('90 initiatieven op de kaart');
    (await visitor.see('.pin.several')).click();
    await visitor.see('.pin-card .markers');
  }),
};

export const AsAList: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    await visitor.press('Alles op de kaart als lijst (6)');
    await visitor.see('details[open]');
  }),
};

export const SeveralBuurten: Story = {
  render: () => card({}, { buurt: 'BU0363AA01 BU0363AA02' }),
  play: reading('De buurten op de kaart'),
};

export const Municipality: Story = {
  render: () => card({}, { municipality: 'Rozendam' }),
  play: after(async (visitor) => {
    (await visitor.pin('Tulpenkwartier')).click();
    await visitor.see('.pin-card a');
  }),
};

export const NothingYet: Story = {
  render: () => card({ initiatives: [] }),
  play: reading('Er staan nog geen initiatieven op de kaart.'),
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

export const SomeUnreadable: Story = {
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

export const Loading: Story = {
  render: () => card({ boundaries: silence }),
  play: reading('De kaart komt eraan'),
};

export const PlacesDoNotCome: Story = {
  render: () => card({ places: problem(500, 'Internal Server Error') }),
  play: reading('De initiatieven laden nu niet.'),
};

export const ServerBroken: Story = {
  render: () => card({ boundaries: problem(500, 'Internal Server Error') }),
  play: reading('De kaart laadt nu niet.'),
};

export const Offline: Story = {
  render: () => card({ boundaries: offline, places: offline, figures: offline, surroundings: offline }),
  play: reading('De kaart laadt nu niet.'),
};

export const UnknownBuurt: Story = {
  render: () => card({ boundaries: () => json({ type: 'FeatureCollection', features: [] }) }),
  play: reading('deze buurt is niet bekend'),
};

export const WithoutAnythingAround: Story = {
  render: () => card({ surroundings: problem(404, 'Not Found'), figures: problem(404, 'Not Found') }),
  play: reading('6 initiatieven op de kaart'),
};

export const Exploring: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    await visitor.press('Verken de kaart');
    await visitor.read('getekend voor dit verhaal');
  }),
};

export const BackgroundDoesNotCome: Story = {
  render: () => card({}, { tiles: `${location.origin}/nergens/{z}/{x}/{y}.png` }),
  play: after(async (visitor) => {
    await visitor.press('Verken de kaart');
    await visitor.read('De achtergrond laadt nu niet.');
  }),
};

export const EnglishCard: Story = {
  name: 'English',
  render: () => html`<div lang="en">${card()}</div>`,
  play: reading('6 initiatives on the map'),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${card()}</div>`,
  play: reading('6 initiatieven op de kaart'),
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

export const WithoutEndpoint: Story = {
  render: () => html`<buurt-map-card buurt=${storyBuurt}></buurt-map-card>`,
  play: reading('Voor de beheerder'),
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
