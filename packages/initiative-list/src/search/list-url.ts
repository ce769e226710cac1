import { paramNames, parseListQuery, type InitialQuery, type ListQuery } from './list-query.js';

/** Names in the URL that a list on this page uses, also one of a second bundle. */
const key = Symbol.for('buurt:address-names');
const page = globalThis as typeof globalThis & { [key]?: Map<string, object> };

type Param = keyof typeof paramNames;

/** Gives each list on the page a name of its own in the URL; the first has the plain one. */
export function claimName(wanted: string, owner: object): string {
  const owners = (page[key] ??= new Map());
  let name = wanted;
  for (let place = 2; (owners.get(name) ?? owner) !== owner; place++) name = `${wanted}-${String(place)}`;
  owners.set(name, owner);
  return name;
}

export function releaseName(name: string): void {
  page[key]?.delete(name);
}

/** What the URL of the page says under a name: `initiatieven-zoek=bank` is `zoek` → `bank`. */
export const readParams = (name: string): ReadonlyMap<string, string> =>
  new Map(
    [...new URLSearchParams(location.search)]
      .filter(([each]) => each.startsWith(`${name}-`))
      .map(([each, value]) => [each.slice(name.length + 1), value]),
  );

/** The URL of this page with another query of one list; all that others wrote in it stays, letter for letter. */
export function urlWith(name: string, initial: InitialQuery, query: ListQuery): string {
  const prefix = `${encodeURIComponent(name)}-`;
  const own: readonly string[] = Object.values(paramNames);
  const isOwn = (part: string) =>
    part.startsWith(prefix) && own.includes(part.slice(prefix.length).split('=', 1)[0] ?? '');
  const others = location.search
    .slice(1)
    .split('&')
    .filter((part) => part && !isOwn(part));
  // Whole, with its host: a path that begins with two slashes would name another host.
  const url = new URL(location.href);
  url.search = [...others, ...changedParams(initial, query).map((param) => prefix + param)].join('&');
  return url.href;
}

/** Only what differs from what the attributes say, so that a link shows the same to somebody else. */
function changedParams(initial: InitialQuery, query: ListQuery): string[] {
  const usual = parseListQuery(initial, new Map());
  const before = paramValues({ ...usual, seed: query.seed });
  // Where somebody is, is nobody else's business: a link shows the usual order.
  const now = paramValues(query.sort === 'near' ? { ...query, sort: usual.sort } : query);
  return (Object.keys(paramNames) as Param[])
    .filter((param) => now[param] !== before[param])
    .map((param) => `${paramNames[param]}=${encodeURIComponent(now[param]).replaceAll('%2C', ',')}`);
}

const paramValues = (query: ListQuery): Readonly<Record<Param, string>> => ({
  status: query.status.join(','),
  theme: query.theme.join(','),
  words: query.words.trim(),
  sort: query.sort === 'random' ? `random.${String(query.seed)}` : query.sort,
  shown: query.shown > 0 ? String(query.shown) : '',
  open: query.open,
});
