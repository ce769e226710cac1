import { html, nothing, type TemplateResult } from 'lit';
import '@buurt/idea-form/buurt-idea-form.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import {
  offline,
  problem,
  received,
  rozenbuurt,
  silence,
  storyBuurt,
  storyConnection,
  storyEndpoint,
  tableInSquare,
  teaGarden,
  type Answers,
} from '../test/support/endpoint.js';
import { Resident, until } from '../test/support/resident.js';

interface Story {
  readonly name?: string;
  readonly render: () => TemplateResult;
  readonly play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

export default { title: 'Idea form' };

const form = (answers: Answers = {}, buurt = storyBuurt, help: unknown = nothing) =>
  html`<buurt-idea-form draft="off" buurt=${buurt} .connection=${storyConnection(answers)}
    >${help}</buurt-idea-form
  >`;

/** A story in which a resident does something first. */
const after =
  (deed: (resident: Resident) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-idea-form');
    const resident = new Resident(canvasElement);
    await resident.form.updateComplete;
    await deed(resident);
  };

const filledIn = (deed: (resident: Resident) => Promise<unknown> = () => Promise.resolve()) =>
  after(async (resident) => {
    await resident.fillIn();
    await deed(resident);
  });

const send = (resident: Resident) => resident.press('Verstuur je idee');

export const Empty: Story = { render: () => form() };

export const IdeaFilledIn: Story = { render: () => form(), play: after((resident) => resident.tellIdea()) };

export const IdeaWithProblems: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.type('title', 'Bank'.repeat(25));
    await resident.goOn();
  }),
};

export const SimilarIdeas: Story = {
  render: () => form({ similar: [tableInSquare, teaGarden] }),
  play: after(async (resident) => {
    await resident.type('title', 'Tafel op het plein');
    await resident.read('Lange tafel op het Rozenplein');
  }),
};

const joining = (way: string, deed: (resident: Resident) => Promise<unknown>): Story => ({
  render: () => form({ similar: [tableInSquare] }),
  play: after(async (resident) => {
    await resident.type('title', 'Tafel op het plein');
    await resident.press(way);
    await resident.see('buurt-neighbour-form');
    await deed(resident);
  }),
});

export const JoinAnotherIdea = joining('Ik doe hieraan mee', (resident) => resident.see('#contact'));

export const JoinWithProblems = joining('Ik doe hieraan mee', async (resident) => {
  (await resident.see('form.join [type=submit]')).click();
  await resident.read('Kies waarmee je wilt helpen');
});

export const JoinedAnotherIdea = joining('Ik doe hieraan mee', async (resident) => {
  await resident.choose('kinds', 'time');
  const [name] = resident.all('#name').slice(-1) as HTMLInputElement[];
  if (name) name.value = 'Samira';
  name?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await resident.type('contact', 'samira@voorbeeld.nl');
  (await resident.see('form.join [type=submit]')).click();
  await resident.read('Fijn dat je meedoet!');
});

export const RemarkOnAnotherIdea = joining('Ik heb een opmerking', (resident) => resident.see('#stance'));

export const PlaceStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Waar is het?');
    await resident.see('buurt-place-picker');
  }),
};

export const TogetherStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Samen met de buurt');
  }),
};

export const TogetherFilledIn: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.tellTogether();
  }),
};

export const AmountsTheWrongWayRound: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Samen met de buurt');
    await resident.choose('cost', 'own');
    await resident.type('cost-from', '500');
    await resident.type('cost-to', '250');
    await resident.goOn();
  }),
};

export const PhotosStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Een foto erbij?');
    await resident.see('buurt-photo-picker');
  }),
};

export const YouStep: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Wie ben jij?');
  }),
};

export const YouWithProblems: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.tellIdea();
    await resident.goTo('Wie ben jij?');
    await resident.type('email', 'samira at voorbeeld');
    await resident.goOn();
  }),
};

export const Preview: Story = { render: () => form(), play: filledIn() };

export const PreviewOfLittle: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.type('title', 'Meer bankjes');
    await resident.type('story', 'Dan kun je onderweg even zitten.');
    await resident.goTo('Wie ben jij?');
    (await resident.see('#consent')).click();
    await resident.goTo('Klopt het zo?');
  }),
};

export const Sending: Story = {
  render: () => form({ ideas: silence }),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('We sturen je idee');
  }),
};

/** With a photo, up to the button that sends. */
const withPhoto = (deed: (resident: Resident) => Promise<unknown>) =>
  after(async (resident) => {
    await resident.tellIdea();
    await resident.choosePhotos('IMG_2041.jpg');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await send(resident);
    await deed(resident);
  });

export const SendingPhotos: Story = {
  render: () => form({ photos: silence }),
  play: withPhoto((resident) => resident.read('Foto 1 van 1')),
};

export const PhotoRefused: Story = {
  render: () => form({ photos: problem(415, 'Unsupported Media Type') }),
  play: withPhoto((resident) => resident.read('Een foto erbij?')),
};

export const Sent: Story = {
  render: () => form(),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('RB-7K42');
  }),
};

const direct: IdeaSettings = { ...rozenbuurt, moderated: false };

export const SentAndOnline: Story = {
  render: () =>
    form({
      settings: direct,
      ideas: received({ state: 'published', reachable: false }),
      ownIdea: () =>
        Response.json({
          id: 'idea-1',
          reference: 'RB-7K42',
          title: 'Tafel',
          state: 'published',
          supportCount: 3,
        }),
    }),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('3 buren steunen het');
  }),
};

export const Wiped: Story = {
  render: () => form(),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.press('Wis mijn gegevens');
    await resident.read('Je gegevens zijn van dit apparaat gewist');
  }),
};

/** An endpoint of its own, because these stories leave something on the device. */
const keeping = (story: string, answers: Answers = {}) =>
  html`<buurt-idea-form
    draft="local"
    buurt=${storyBuurt}
    .connection=${{ ...storyConnection(answers), endpoint: `${storyEndpoint}/${story}` }}
  ></buurt-idea-form>`;

/** The same page a while later. */
async function comeBack(resident: Resident): Promise<Resident> {
  const { form: left } = resident;
  const page = left.parentElement as HTMLElement;
  const fresh = document.createElement('buurt-idea-form');
  Object.assign(fresh, { draft: left.draft, buurt: left.buurt, connection: left.connection });
  dispatchEvent(new Event('pagehide'));
  left.replaceWith(fresh);
  await fresh.updateComplete;
  return new Resident(page);
}

export const Restored: Story = {
  render: () => keeping('restored'),
  play: after(async (resident) => {
    if (resident.words.includes('We hebben je idee bewaard')) return;
    await resident.tellIdea();
    await resident.goTo('Samen met de buurt');
    await (await comeBack(resident)).read('We hebben je idee bewaard');
  }),
};

export const AnEarlierIdea: Story = {
  render: () => keeping('earlier'),
  play: after(async (resident) => {
    await until('form', () => resident.all('form')[0]);
    if (resident.words.includes('Je deelde eerder')) return;
    await resident.fillIn();
    await send(resident);
    await resident.read('RB-7K42');
    await (await comeBack(resident)).read('Je deelde eerder');
  }),
};

/** The browser says that there is no network, for as long as this lasts. */
async function withoutNetwork(deed: () => Promise<unknown>): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  try {
    await deed();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

export const WaitingForTheNetwork: Story = {
  render: () => keeping('waiting', { ideas: offline }),
  play: after((resident) =>
    withoutNetwork(async () => {
      await until('form or screen', () => resident.title);
      if (resident.title === 'Je idee wacht op internet') return;
      await resident.fillIn();
      await send(resident);
      await resident.read('Je idee wacht op internet');
    }),
  ),
};

const failing = (answers: Answers, words: string): Story => ({
  render: () => form(answers),
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read(words);
  }),
});

export const NoNetworkAndNothingKept: Story = {
  render: () => form({ ideas: offline }),
  play: filledIn((resident) =>
    withoutNetwork(async () => {
      await send(resident);
      await resident.read('Je hebt nu geen internet');
    }),
  ),
};

export const ServerFails = failing(
  { ideas: problem(500, 'Internal Server Error') },
  'Er ging bij ons iets mis',
);

export const ServerRefuses = failing({ ideas: problem(403, 'Forbidden') }, 'Dit lukt hier niet');

export const AnswerIsNonsense = failing(
  { ideas: () => new Response('<h1>Welkom', { status: 201 }) },
  'Er ging iets mis bij het laden',
);

export const ServerFindsProblems = failing(
  {
    ideas: problem(400, 'Bad Request', {
      errors: [
        { pointer: '/title', code: 'too-long', limit: 10, actual: 28 },
        { pointer: '/story', code: 'required' },
      ],
    }),
  },
  'haal 18 tekens weg',
);

export const ServerFindsStrangeProblems = failing(
  {
    ideas: problem(400, 'Bad Request', {
      errors: [
        { pointer: '/__proto__/x', code: 'nope', detail: '<img src=x onerror=alert(1)> Dit idee mag niet.' },
        { pointer: '/../../etc', code: 'unknown-key' },
      ],
    }),
  },
  'Dit idee mag niet.',
);

export const StoppedByThePage: Story = {
  render: () =>
    html`<buurt-idea-form
      draft="off"
      buurt=${storyBuurt}
      .connection=${storyConnection()}
      @buurt-idea-submit=${(event: Event) => event.preventDefault()}
    ></buurt-idea-form>`,
  play: filledIn(async (resident) => {
    await send(resident);
    await resident.read('hield het versturen tegen');
  }),
};

export const SettingsDoNotCome: Story = {
  render: () => form({ settings: problem(500, 'Internal Server Error') }),
  play: after((resident) => resident.read('Je kunt wel alvast beginnen')),
};

export const UnknownBuurt: Story = {
  render: () => form({ settings: problem(404, 'Not Found') }, 'BU99999999'),
  play: after((resident) => resident.read('bestaat niet op dit adres')),
};

export const NoEndpoint: Story = {
  render: () => html`<buurt-idea-form buurt=${storyBuurt}></buurt-idea-form>`,
};

export const NoBuurt: Story = {
  render: () => html`<buurt-idea-form endpoint=${storyEndpoint}></buurt-idea-form>`,
};

const ownQuestions: IdeaSettings = {
  ...rozenbuurt,
  intro: { nl: 'Tot 1 juni kun je meedoen. De buurt kiest daarna welke ideeën doorgaan.' },
  fields: [
    { name: 'theme', required: true },
    {
      name: 'title',
      required: true,
      max: 60,
      label: { nl: 'Hoe heet je plan?' },
      hint: { nl: 'Kort en krachtig.' },
    },
    { name: 'story', required: true, max: 500 },
    { name: 'name', required: true },
    { name: 'phone', required: true },
  ],
  questions: [
    {
      id: 'green',
      step: 'idea',
      kind: 'choice',
      label: { nl: 'Wie gaat het groen verzorgen?' },
      required: true,
      options: [{ nl: 'Ikzelf' }, { nl: 'Een groepje buren' }, { nl: 'Nog niemand' }],
      shown: true,
      onlyForTheme: 'green',
    },
    {
      id: 'members',
      step: 'you',
      kind: 'line',
      label: { nl: 'Ben je lid van de huurdersvereniging?' },
      hint: { nl: 'Alleen de organisatie ziet dit.' },
      required: false,
      options: [],
      shown: false,
    },
  ],
};

export const OwnQuestions: Story = {
  render: () => form({ settings: ownQuestions }),
  play: after(async (resident) => {
    await resident.read('Hoe heet je plan?');
    await resident.choose('theme', 'green');
    await resident.read('Wie gaat het groen verzorgen?');
  }),
};

export const English: Story = {
  render: () =>
    html`<buurt-idea-form
      lang="en"
      draft="off"
      buurt=${storyBuurt}
      .connection=${storyConnection()}
    ></buurt-idea-form>`,
  play: after((resident) => resident.read('What is your idea?')),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${form({ similar: [tableInSquare] })}</div>`,
  play: filledIn(),
};

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202Etxet desrever\u202C',
  '👩🏽‍🌾🌻',
  'Hottentottententententoonstelling'.repeat(6),
].join(' ');

export const HostileText: Story = {
  render: () =>
    form({
      settings: {
        ...rozenbuurt,
        fields: rozenbuurt.fields.map(({ name, required }) => ({ name, required })),
      },
      similar: [{ ...tableInSquare, title: hostile, excerpt: hostile, photo: null }],
    }),
  play: after(async (resident) => {
    await resident.type('title', hostile.slice(0, 110));
    await resident.read('van 120 tekens');
    await resident.type('story', hostile.repeat(4));
    await resident.goTo('Samen met de buurt');
    await resident.type('assets', hostile);
    await resident.type('joiners', hostile);
    await resident.goTo('Wie ben jij?');
    await resident.type('name', '<b>Samira</b> \u202Eesrever');
    (await resident.see('#consent')).click();
    await resident.goTo('Klopt het zo?');
  }),
};

export const InASidebar: Story = {
  render: () => html`<div class="stage-280">${form({ similar: [tableInSquare] })}</div>`,
  play: after(async (resident) => {
    resident.form.parentElement?.setAttribute('data-narrow', '');
    await resident.type('title', 'Tafel op het plein');
    await resident.read('Lange tafel op het Rozenplein');
  }),
};

export const Dark: Story = {
  render: () =>
    html`<buurt-idea-form
      theme-preset="dark"
      draft="off"
      buurt=${storyBuurt}
      .connection=${storyConnection({ similar: [tableInSquare] })}
    ></buurt-idea-form>`,
  play: filledIn(),
};

/** The page's own words about help stay there on each step. */
export const WithHelp: Story = {
  render: () =>
    form(
      {},
      storyBuurt,
      html`<p slot="help">Lukt het niet? Bel ons: <a href="tel:+31123456789">012 345 67 89</a>.</p>`,
    ),
  play: after((resident) => resident.read('Wat is je idee?')),
};
