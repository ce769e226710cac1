import { html, nothing, type TemplateResult } from 'lit';
import '@buurt/initiative-list/buurt-initiative-list.js';
import { offline, problem, silence, storyBuurt, storyEndpoint } from '../test/support/endpoint.js';
import { listConnection, type ListAnswers } from '../test/support/initiative-endpoint.js';
import { initiative, manyInitiatives } from '../test/support/initiatives.js';
import { Neighbour } from '../test/support/neighbour.js';
import { until } from '../test/support/waiting.js';

interface Story {
  readonly name?: string;
  readonly render: () => TemplateResult;
  readonly play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

export default { title: 'Initiative list' };

interface Manner {
  readonly layout?: 'cards' | 'rows';
  readonly columns?: number;
  readonly filters?: string;
  readonly status?: string;
  readonly pageSize?: number;
}

/** Stories share one address, so what is looked for in one stays out of it. */
const list = (
  answers: ListAnswers = {},
  {
    layout = 'cards',
    columns = 0,
    filters = 'search theme status sort',
    status = '',
    pageSize = 12,
  }: Manner = {},
  help: unknown = nothing,
) =>
  html`<buurt-initiative-list
    buurt=${storyBuurt}
    history="off"
    layout=${layout}
    columns=${columns}
    filters=${filters}
    status=${status}
    page-size=${pageSize}
    .connection=${listConnection(answers)}
    >${help}</buurt-initiative-list
  >`;

/** A story in which a neighbour does something first. */
const after =
  (deed: (neighbour: Neighbour) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-initiative-list');
    const neighbour = new Neighbour(canvasElement);
    await neighbour.list.updateComplete;
    await deed(neighbour);
  };

const reading = (words: string | RegExp) => after((neighbour) => neighbour.read(words));

export const Cards: Story = { render: () => list(), play: reading('8 initiatieven') };

export const Rows: Story = { render: () => list({}, { layout: 'rows' }), play: reading('8 initiatieven') };

export const TwoColumnsWithoutFilters: Story = {
  render: () => list({}, { columns: 2, filters: '' }),
  play: reading('8 initiatieven'),
};

export const StartsWithWhatIsUnderWay: Story = {
  render: () => list({}, { status: 'granted underway' }),
  play: reading('2 initiatieven gevonden'),
};

export const Searching: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.read('8 initiatieven');
    await neighbour.search('kerkpad');
    await neighbour.read('1 initiatief gevonden');
  }),
};

/** In a narrow container the filters are behind a button; here somebody pressed it. */
export const FiltersOnAPhone: Story = {
  render: () => list({}, { status: 'done' }),
  play: after(async (neighbour) => {
    await neighbour.press('Filters: 1 in gebruik');
    await neighbour.read('1 initiatief gevonden');
  }),
};

export const NothingFound: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.read('8 initiatieven');
    await neighbour.search('vliegveld');
    await neighbour.read('We vonden niets');
  }),
};

export const Many: Story = {
  render: () => list({ initiatives: manyInitiatives(40) }),
  play: after(async (neighbour) => {
    await neighbour.press('Laat nog 12 zien');
    await neighbour.read('van de 16');
  }),
};

export const MoreDidNotCome: Story = {
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

export const Supported: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Steun: Theetuin');
    await neighbour.read('Je steunt Theetuin');
  }),
};

export const SupportRolledBack: Story = {
  render: () => list({ supports: problem(409, 'Conflict') }),
  play: after(async (neighbour) => {
    await neighbour.press('Steun: Theetuin');
    await neighbour.read('Je steun is niet aangekomen.');
  }),
};

export const OneInitiative: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.read('12 dagen');
    await neighbour.see('.map');
  }),
};

export const OneThatDoesNotGoOn: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Zonnepanelen');
    await neighbour.read('Het dak kan het gewicht niet dragen.');
  }),
};

export const OneOnItsWay: Story = {
  render: () => list({ detail: silence }),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.read('Het hele verhaal komt eraan');
  }),
};

export const OneThatDidNotCome: Story = {
  render: () => list({ detail: problem(500, 'Internal Server Error') }),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.read('Het hele verhaal laadt nu niet.');
  }),
};

export const Joining: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.read('Waarmee wil je helpen?');
  }),
};

export const JoiningWithoutEverything: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.read('Waarmee wil je helpen?');
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('Kies waarmee je wilt helpen.');
  }),
};

export const Joined: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.join();
    await neighbour.read('Fijn dat je meedoet!');
  }),
};

export const JoiningFailed: Story = {
  render: () => list({ offers: problem(500, 'Internal Server Error') }),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.join();
    await neighbour.read('Het is niet verstuurd.');
  }),
};

export const WritingARemark: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.press('Schrijf een opmerking');
    await neighbour.read('Wat voor opmerking is het?');
  }),
};

const following = (answers: ListAnswers, deed: (neighbour: Neighbour) => Promise<unknown>): Story => ({
  render: () => list(answers),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.press('Volg per e-mail');
    await neighbour.see('#email');
    await deed(neighbour);
  }),
});

export const FollowingByMail = following({}, (neighbour) => neighbour.read('Stoppen kan in elke mail.'));

export const FollowingWithoutAnAddress = following({}, async (neighbour) => {
  await neighbour.follow('samira');
  await neighbour.read('Schrijf je e‑mailadres zoals naam@voorbeeld.nl');
});

export const FollowingAsked = following({}, async (neighbour) => {
  await neighbour.follow();
  await neighbour.read('Klik op de link in de mail die we je stuurden');
});

export const FollowingFailed = following(
  { followers: problem(500, 'Internal Server Error') },
  async (neighbour) => {
    await neighbour.follow();
    await neighbour.read('Het is niet verstuurd.');
  },
);

export const FollowingTheBuurt: Story = {
  render: () => list({}, { pageSize: 3 }),
  play: after(async (neighbour) => {
    await neighbour.press('per e-mail');
    await neighbour.read('Stoppen kan in elke mail.');
  }),
};

export const Loading: Story = {
  render: () => list({ list: silence }),
  play: reading('De initiatieven komen eraan'),
};

export const Empty: Story = {
  render: () => list({ initiatives: [] }),
  play: reading('Er zijn nog geen initiatieven'),
};

export const SomeUnreadable: Story = {
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

export const ServerBroken: Story = {
  render: () => list({ list: problem(500, 'Internal Server Error') }),
  play: reading('De lijst laadt nu niet.'),
};

export const UnknownBuurt: Story = {
  render: () => list({ list: problem(404, 'Not Found') }),
  play: reading('deze buurt is niet bekend'),
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

export const HostileTexts: Story = {
  render: () =>
    list({
      initiatives: [
        initiative('<img src=x onerror=alert(1)>', {
          title: '<script>alert(1)</script> " onfocus="alert(1)',
          story: '</li><style>*{display:none}</style> &amp; <b>vet</b>',
          theme: '<b>thema</b>',
          place: { lat: 52.37, lon: 4.89, address: 'javascript:alert(1)' },
        }),
        initiative('i-lang', {
          title: 'Donaudampfschifffahrtsgesellschaft'.repeat(6),
          story: 'w'.repeat(4000),
        }),
        initiative('i-rechts', {
          title: 'Links \u202eom gekeerd',
          story: '\u202eomgekeerd',
          supportCount: 9_007_199_254,
        }),
      ],
    }),
  play: reading('3 initiatieven'),
};

export const InEnglish: Story = {
  render: () =>
    html`<div lang="en">
      <buurt-initiative-list
        buurt=${storyBuurt}
        history="off"
        .connection=${listConnection()}
      ></buurt-initiative-list>
    </div>`,
  play: reading('8 initiatives'),
};

export const WithoutEndpoint: Story = {
  render: () => html`<buurt-initiative-list buurt=${storyBuurt}></buurt-initiative-list>`,
};

export const WithoutBuurt: Story = {
  render: () => html`<buurt-initiative-list endpoint=${storyEndpoint}></buurt-initiative-list>`,
};

/** The page's own words about help stand at the end, beside what did not come, and in the dialog. */
export const WithHelp: Story = {
  render: () =>
    list(
      {},
      {},
      html`<p slot="help">Liever praten? Bel ons: <a href="tel:+31123456789">012 345 67 89</a>.</p>`,
    ),
  play: reading('8 initiatieven'),
};
