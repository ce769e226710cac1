import { count, flag, list, maybe, oneOf, shape, text } from '../wire/json.js';

/** A text that an organiser wrote: Dutch, and English where he has it. */
export interface LocalText {
  readonly nl: string;
  readonly en?: string;
}

export interface Theme {
  readonly id: string;
  readonly name: LocalText;
}

export const ideaSteps = ['idea', 'place', 'together', 'photos', 'you'] as const;
export type IdeaStep = (typeof ideaSteps)[number];

export const ideaFields = [
  'title',
  'story',
  'theme',
  'place',
  'assets',
  'joiners',
  'needs',
  'offers',
  'cost',
  'photos',
  'name',
  'email',
  'phone',
] as const;
export type IdeaFieldName = (typeof ideaFields)[number];

/** One of our own fields as the organiser wants it. */
export interface FieldSettings {
  readonly name: IdeaFieldName;
  readonly required: boolean;
  /** Fewest characters. */
  readonly min?: number;
  /** Most characters; for `photos` the number of photos. */
  readonly max?: number;
  readonly label?: LocalText;
  readonly hint?: LocalText;
}

/** A question of the organiser's own. */
export interface Question {
  /** Letters, digits and dashes; the key in `answers`. */
  readonly id: string;
  readonly step: IdeaStep;
  readonly kind: 'line' | 'text' | 'choice';
  readonly label: LocalText;
  readonly hint?: LocalText;
  readonly required: boolean;
  readonly max?: number;
  /** What can be chosen; empty unless `kind` is `choice`. */
  readonly options: readonly LocalText[];
  /** Whether the answer is shown with the idea; otherwise only the organiser sees it. */
  readonly shown: boolean;
  /** Asked only when the idea has this theme. */
  readonly onlyForTheme?: string;
}

/** What a corporation wants from the idea form of one buurt. The order of `fields` is the order on the screen. */
export interface IdeaSettings {
  readonly buurtName: string;
  readonly organisation: {
    readonly name: string;
    readonly privacyUrl?: string;
    /** `#rrggbb`: of its mails. */
    readonly colour?: string;
  };
  readonly intro?: LocalText;
  readonly themes: readonly Theme[];
  readonly fields: readonly FieldSettings[];
  readonly questions: readonly Question[];
  /** Whether somebody reads an idea before it is shown. */
  readonly moderated: boolean;
  /** Within so many days the resident hears what happens. */
  readonly answerDays: number;
  /** So many days after the end of an initiative, name and contact data are erased. */
  readonly contactKeptDays: number;
}

/** What is known of each field wherever it stands: its step, and the most that a server takes. */
export const fieldSteps = {
  title: 'idea',
  story: 'idea',
  theme: 'idea',
  place: 'place',
  assets: 'together',
  joiners: 'together',
  needs: 'together',
  offers: 'together',
  cost: 'together',
  photos: 'photos',
  name: 'you',
  email: 'you',
  phone: 'you',
} as const satisfies Readonly<Record<IdeaFieldName, IdeaStep>>;

/** The fields that stand on this step. */
export type FieldOfStep<Step extends IdeaStep> = {
  [Name in IdeaFieldName]: (typeof fieldSteps)[Name] extends Step ? Name : never;
}[IdeaFieldName];

/** The most that a server takes of a text, in characters (code points); an organiser can ask for less. */
export const mostCharacters = {
  title: 120,
  story: 5000,
  assets: 2000,
  joiners: 2000,
  name: 80,
  email: 254,
  phone: 20,
  alt: 300,
  answer: 2000,
} as const;

/** The same, of what no organiser sets: the message of an offer, a remark, an address, an id, the page of a follower. */
export const longest = { message: 600, remark: 1000, address: 200, id: 100, page: 1000 } as const;

/** The most of what an operator writes or brings in, in characters: the answers of the API say it too. */
export const longestFromOperator = {
  /** The names of a buurt and of its municipality. */
  buurt: 120,
  street: 120,
  /** Who counted something. */
  source: 200,
  organisation: 200,
  privacyUrl: 1000,
  /** A label, a hint, an introduction, the name of a theme: in each language. */
  setting: 2000,
  reason: 2000,
  news: 5000,
  answer: 2000,
  promisedBy: 200,
  promise: 500,
  roundName: 200,
  roundIntro: 2000,
  /** A file of an election elsewhere has longer titles than we ask of our own. */
  proposalTitle: 1000,
  proposalStory: 20_000,
  proposalRemark: 2000,
} as const;

/** Whether this question is asked of this idea. */
export const isAsked = ({ onlyForTheme }: Question, idea: { readonly theme?: string }): boolean =>
  onlyForTheme === undefined || onlyForTheme === idea.theme;

export const defaultThemes: readonly Theme[] = [
  { id: 'green', name: { nl: 'Groen en natuur', en: 'Green and nature' } },
  { id: 'meet', name: { nl: 'Elkaar ontmoeten', en: 'Meeting each other' } },
  { id: 'play', name: { nl: 'Spelen en sport', en: 'Play and sport' } },
  { id: 'safe', name: { nl: 'Veilig en schoon', en: 'Safe and clean' } },
  { id: 'energy', name: { nl: 'Wonen en energie', en: 'Homes and energy' } },
  { id: 'care', name: { nl: 'Zorgen voor elkaar', en: 'Caring for each other' } },
  { id: 'other', name: { nl: 'Iets anders', en: 'Something else' } },
];

/** The form that asks only what an idea needs: a title and a story. Also what a widget shows without settings. */
export const defaultIdeaSettings: IdeaSettings = {
  buurtName: '',
  organisation: { name: '' },
  themes: defaultThemes,
  fields: [
    { name: 'title', required: true, min: 4, max: 80 },
    { name: 'story', required: true, min: 10, max: 2000 },
    { name: 'theme', required: false },
    { name: 'place', required: false },
    { name: 'assets', required: false, max: 600 },
    { name: 'joiners', required: false, max: 600 },
    { name: 'needs', required: false },
    { name: 'offers', required: false },
    { name: 'cost', required: false },
    { name: 'photos', required: false, max: 5 },
    { name: 'name', required: false, max: 80 },
    { name: 'email', required: false, max: 254 },
  ],
  questions: [],
  moderated: true,
  answerDays: 14,
  contactKeptDays: 365,
};

const localTextFrom = shape<LocalText>({ nl: text, en: maybe(text) });

const fieldFrom = shape<FieldSettings>({
  name: oneOf(...ideaFields),
  required: flag,
  min: maybe(count),
  max: maybe(count),
  label: maybe(localTextFrom),
  hint: maybe(localTextFrom),
});

const questionFrom = shape<Question>({
  id: text,
  step: oneOf(...ideaSteps),
  kind: oneOf('line', 'text', 'choice'),
  label: localTextFrom,
  hint: maybe(localTextFrom),
  required: flag,
  max: maybe(count),
  options: list(localTextFrom),
  shown: flag,
  onlyForTheme: maybe(text),
});

export const ideaSettingsFrom = shape<IdeaSettings>({
  buurtName: text,
  organisation: shape<IdeaSettings['organisation']>({
    name: text,
    privacyUrl: maybe(text),
    colour: maybe(text),
  }),
  intro: maybe(localTextFrom),
  themes: list(shape<Theme>({ id: text, name: localTextFrom })),
  fields: list(fieldFrom),
  questions: list(questionFrom),
  moderated: flag,
  answerDays: count,
  contactKeptDays: count,
});
