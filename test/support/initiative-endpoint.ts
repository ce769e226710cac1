import type { Facets, InitiativePage } from '@buurt/domain/initiatives/initiative-list.js';
import { stillAsked } from '@buurt/domain/initiatives/initiative-news.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import type { Initiative, ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import { rozenbuurt, storyBuurt, storyEndpoint, type Answer } from './endpoint.js';
import { initiatives as neighbours } from './initiatives.js';
import { rozenbuurtBorder } from './rozenbuurt.js';

/** What a story wants its server to do. Everything has a sensible answer; name only what differs. */
export interface ListAnswers {
  readonly initiatives?: readonly Initiative[];
  readonly list?: Answer;
  readonly detail?: Answer;
  readonly settings?: Answer;
  readonly supports?: Answer;
  readonly offers?: Answer;
  readonly withdrawal?: Answer;
  readonly remarks?: Answer;
  readonly followers?: Answer;
}

const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const listed = ({
  id,
  buurtCode,
  title,
  excerpt,
  theme,
  status,
  place,
  photo,
  ...rest
}: Initiative): ListedInitiative => {
  const { supportCount, offerCount, publishedAt, help, newsAt } = rest;
  return {
    id,
    buurtCode,
    title,
    excerpt,
    theme,
    status,
    place,
    photo,
    supportCount,
    offerCount,
    publishedAt,
    help,
    newsAt,
  };
};

const asked = ({ help }: Initiative) => help.reduce((sum, each) => sum + stillAsked(each), 0);
const text = ({ title, story, place }: Initiative) => [title, story, place?.address].join(' ').toLowerCase();

const orders: Readonly<Record<string, (a: Initiative, b: Initiative) => number>> = {
  new: (a, b) => b.publishedAt.localeCompare(a.publishedAt),
  support: (a, b) => b.supportCount - a.supportCount,
  help: (a, b) => asked(b) - asked(a),
  news: (a, b) => (b.newsAt ?? '').localeCompare(a.newsAt ?? ''),
  random: (a, b) => a.title.localeCompare(b.title),
  near: (a, b) => (a.place?.lat ?? 90) - (b.place?.lat ?? 90),
};

function facetsOf(all: readonly Initiative[], search: URLSearchParams): Facets {
  const [status, theme] = [search.getAll('status'), search.getAll('theme')];
  const rightTheme = (each: Initiative) => theme.length === 0 || theme.includes(each.theme ?? '');
  const rightStatus = (each: Initiative) => status.length === 0 || status.includes(each.status);
  const themes = [...new Set(all.flatMap((each) => each.theme ?? []))];
  const count = (fits: (each: Initiative) => boolean) => all.filter(fits).length;
  return {
    status: Object.fromEntries(
      initiativeStatuses.map((key) => [key, count((each) => each.status === key && rightTheme(each))]),
    ) as Facets['status'],
    theme: themes.map((key) => ({
      theme: key,
      count: count((each) => each.theme === key && rightStatus(each)),
    })),
  };
}

/** A page of the list as the real server gives it: filtered, sorted, with a way to the next page. */
function pageOf(all: readonly Initiative[], { searchParams: search }: URL): Response {
  const words = (search.get('q') ?? '').toLowerCase();
  const found = all.filter((each) => text(each).includes(words));
  const facets = facetsOf(found, search);
  const fits = (each: Initiative) =>
    (search.getAll('status').length === 0 || search.getAll('status').includes(each.status)) &&
    (search.getAll('theme').length === 0 || search.getAll('theme').includes(each.theme ?? ''));
  const sorted = found.filter(fits).toSorted(orders[search.get('sort') ?? 'new']);
  const [from, limit] = [Number(search.get('cursor') ?? 0), Number(search.get('limit') ?? 30)];
  const next = new URLSearchParams(search);
  next.set('cursor', String(from + limit));
  const page: InitiativePage = {
    initiatives: sorted.slice(from, from + limit).map(listed),
    total: sorted.length,
    facets,
  };
  return json(page, 200, from + limit < sorted.length ? { link: `<?${next.toString()}>; rel="next"` } : {});
}

/** A server that counts supporters, as the real one does. */
function supportDesk(all: readonly Initiative[]): Answer {
  const keys = new Map<string, Set<string>>();
  return ({ url, method }) => {
    const [, id = '', key = ''] =
      /initiatives\/([^/]+)\/supports\/([^/]+)$/.exec(new URL(url).pathname) ?? [];
    const known = keys.get(id) ?? new Set<string>();
    keys.set(id, known);
    if (method === 'PUT') known.add(key);
    else known.delete(key);
    const count = all.find((each) => each.id === id)?.supportCount ?? 0;
    return json({ supported: known.has(key), supportCount: count + known.size });
  };
}

/** The routes of the contract that the list uses. */
export function listRoutes(answers: ListAnswers): readonly [RegExp, Answer][] {
  const all = answers.initiatives ?? neighbours;
  const missing = () => json({ type: 'about:blank', title: 'Not Found', status: 404 }, 404);
  const whole: Answer = ({ url }) => {
    const found = all.find(({ id }) => url.endsWith(`/${encodeURIComponent(id)}`));
    return found ? json(found) : missing();
  };
  return [
    [/\/settings$/, answers.settings ?? (() => json({ code: storyBuurt, idea: rozenbuurt }))],
    [/\/buurten\/[^/]+\/initiatives$/, answers.list ?? (({ url }) => pageOf(all, new URL(url)))],
    [/\/supports\/[^/]+$/, answers.supports ?? supportDesk(all)],
    [/\/offers$/, answers.offers ?? (() => json({ id: 'offer-1', token: 'offer-1.token' }, 201))],
    [/\/offers\/[^/]+$/, answers.withdrawal ?? (() => json({ withdrawn: true }))],
    [/\/remarks$/, answers.remarks ?? (() => json({ id: 'remark-1' }, 201))],
    [/\/followers$/, answers.followers ?? (() => json({ asked: true }, 201))],
    [/\/reports$/, () => json({ id: 'report-1' }, 201)],
    [/\/boundary$/, () => json(rozenbuurtBorder)],
    [/\/initiatives\/[^/]+$/, answers.detail ?? whole],
  ];
}

let opened = 0;

/**
 * A connection whose `fetch` answers from fixtures and remembers what was asked; each on an endpoint of its own, so
 * that no story finds what another left on the device.
 */
export function listConnection(answers: ListAnswers = {}) {
  const requests: Request[] = [];
  const table = listRoutes(answers);
  const answering: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    const { pathname } = new URL(request.url);
    const route = table.find(([pattern]) => pattern.test(pathname));
    return route ? route[1](request) : json({ title: 'Not Found', status: 404 }, 404);
  };
  opened += 1;
  return {
    endpoint: `${storyEndpoint}/list-${String(opened)}-${String(Date.now())}`,
    fetch: answering,
    requests,
  };
}
