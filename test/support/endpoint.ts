import type { InitiativeSummary } from '@buurt/domain/initiatives/initiative.js';
import type { OwnIdea } from '@buurt/domain/ideas/receipt.js';
import { defaultIdeaSettings, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { rozenbuurtBorder, surroundings } from './rozenbuurt.js';

/** What a story wants its server to do. Everything has a sensible answer; name only what differs. */
export interface Answers {
  readonly settings?: IdeaSettings | Answer;
  readonly similar?: readonly InitiativeSummary[] | Answer;
  readonly ideas?: Answer;
  readonly ownIdea?: OwnIdea | Answer;
  readonly photos?: Answer;
  readonly offers?: Answer;
  readonly remarks?: Answer;
}

/** Makes the answer to one request; a promise that never settles is a server that keeps silent. */
export type Answer = (request: Request) => Response | Promise<Response>;

export const storyEndpoint = 'https://stories.example/v1';
export const storyBuurt = 'BU0363AA01';

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** problem+json as the server sends it. */
export const problem =
  (status: number, title: string, rest: object = {}): Answer =>
  () =>
    new Response(JSON.stringify({ type: 'about:blank', title, status, ...rest }), {
      status,
      headers: { 'content-type': 'application/problem+json' },
    });

export const silence: Answer = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

export const rozenbuurt: IdeaSettings = {
  ...defaultIdeaSettings,
  buurtName: 'Rozenbuurt',
  organisation: { name: 'Woonstichting De Linde', privacyUrl: 'https://stories.example/privacy' },
};

/** A drawing beside the stories, with a whole address as a server would give it. */
export const picture = new URL('../../stories/pictures/long-table.svg', import.meta.url).href;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const initiative = (id: string, rest: Partial<InitiativeSummary>): InitiativeSummary => ({
  id,
  buurtCode: storyBuurt,
  title: '',
  excerpt: '',
  theme: 'meet',
  status: 'new',
  place: null,
  photo: null,
  supportCount: 0,
  offerCount: 0,
  publishedAt: daysAgo(10),
  ...rest,
});

export const tableInSquare = initiative('i-tafel', {
  title: 'Lange tafel op het Rozenplein',
  excerpt: 'Een keer per maand eten we met de hele straat. Iedereen neemt iets mee.',
  status: 'underway',
  place: { lat: 52.37, lon: 4.89, address: 'Rozenplein' },
  photo: {
    id: 'p-tafel',
    alt: 'Buren aan een lange tafel, met vlaggetjes boven de straat',
    sources: [{ url: picture, width: 640, height: 480 }],
  },
  supportCount: 34,
  offerCount: 8,
});

export const teaGarden = initiative('i-thee', {
  title: 'Theetuin achter het buurthuis',
  excerpt: 'Een rustige plek met een tafel, een kruidentuin en altijd thee.',
  supportCount: 12,
  offerCount: 3,
});

const receipt = {
  id: 'idea-1',
  reference: 'RB-7K42',
  state: 'waiting',
  receivedAt: '2026-05-04T10:00:00+02:00',
  answerBy: '2026-05-18T10:00:00+02:00',
  ownerKey: 'owner-key-of-the-story',
  page: '../mijn-initiatief',
  reachable: true,
  mailed: true,
};

/** The answer to a handed-in idea, with the id of the state it comes in. */
export const received =
  (rest: Partial<typeof receipt> = {}): Answer =>
  () =>
    json({ ...receipt, ...rest }, 201);

const ownIdea: OwnIdea = {
  id: 'idea-1',
  reference: 'RB-7K42',
  title: 'Een lange tafel op het plein',
  state: 'waiting',
  supportCount: 0,
};

let uploaded = 0;
export const storedPhoto: Answer = () => {
  uploaded += 1;
  const id = `photo-${String(uploaded)}`;
  return json({ id, alt: '', sources: [{ url: `photos/${id}/320.webp`, width: 320, height: 240 }] }, 201);
};

/** The routes of the contract that the form uses, in the order in which they are tried. */
const routes = (answers: Answers): readonly [RegExp, Answer][] => {
  const answer = (given: unknown, otherwise: unknown): Answer =>
    typeof given === 'function' ? (given as Answer) : () => json(given ?? otherwise);
  const { similar = [] } = answers;
  return [
    [
      /\/settings$/,
      typeof answers.settings === 'function'
        ? answers.settings
        : () => json({ code: storyBuurt, idea: answers.settings ?? rozenbuurt }),
    ],
    [/\/boundary$/, () => json(rozenbuurtBorder)],
    [/\/surroundings$/, () => json(surroundings)],
    [/\/similar$/, typeof similar === 'function' ? similar : () => json({ initiatives: similar })],
    [/\/ideas$/, answers.ideas ?? received()],
    [/\/ideas\/[^/]+$/, answer(answers.ownIdea, ownIdea)],
    [/\/photos$/, answers.photos ?? storedPhoto],
    [/\/offers$/, answers.offers ?? (() => json({ id: 'offer-1' }, 201))],
    [/\/remarks$/, answers.remarks ?? (() => json({ id: 'remark-1' }, 201))],
  ];
};

/** A connection whose `fetch` answers by a table of routes, the first that fits, and remembers what was asked. */
export function answeringBy(table: readonly [RegExp, Answer][], endpoint: string) {
  const requests: Request[] = [];
  const answering: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    const { pathname } = new URL(request.url);
    const route = table.find(([pattern]) => pattern.test(pathname));
    return route ? route[1](request) : json({ title: 'Not Found', status: 404 }, 404);
  };
  return { endpoint, fetch: answering, requests };
}

/** A server for ideas. */
export const storyConnection = (answers: Answers = {}) => answeringBy(routes(answers), storyEndpoint);
