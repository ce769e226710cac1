import { initiativeSorts, type InitiativeSort } from '@buurt/domain/initiatives/initiative-list.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { searchOf } from '@buurt/core/http/ask-initiatives.js';

/** What a visitor wants to see of the list. */
export interface ListQuery {
  readonly status: readonly InitiativeStatus[];
  readonly theme: readonly string[];
  readonly words: string;
  readonly sort: InitiativeSort;
  /** For `random`; 0 while the visitor has no order of their own yet. */
  readonly seed: number;
  /** `lat,lon` for `near`: rounded, and kept out of the URL. */
  readonly near?: string | undefined;
  /** How many a link asks for; 0 for one page. */
  readonly shown: number;
  /** The id of the initiative that is open; empty when none is. */
  readonly open: string;
}

/** The attributes that say what a visitor sees at first. */
export interface InitialQuery {
  readonly status: string;
  readonly theme: string;
  readonly sort: string;
}

/** What each part of a query is called in the URL of the page. */
export const paramNames = {
  status: 'status',
  theme: 'thema',
  words: 'zoek',
  sort: 'volgorde',
  shown: 'aantal',
  open: 'open',
} as const;

/** The most that a server gives at once. */
const maxPageSize = 100;
const maxParamLength = 200;

const listFrom = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 20);

/**
 * Reads what the URL of the page asks, else what the attributes ask. A URL is anybody's text: what cannot be meant is left
 * out, so that a server is not asked for it.
 */
export function parseListQuery(initial: InitialQuery, params: ReadonlyMap<string, string>): ListQuery {
  const param = (name: keyof typeof paramNames) => params.get(paramNames[name])?.slice(0, maxParamLength);
  const statuses = listFrom(param('status') ?? initial.status);
  const [order, seed] = (param('sort') ?? initial.sort).split('.');
  const sort = initiativeSorts.find((each) => each === order && each !== 'near') ?? 'new';
  return {
    status: initiativeStatuses.filter((each) => statuses.includes(each)),
    theme: listFrom(param('theme') ?? initial.theme),
    words: param('words') ?? '',
    sort,
    seed: sort === 'random' ? Number(/^\d{1,9}$/.exec(seed ?? '')) : 0,
    shown: Number(/^\d{1,3}$/.exec(param('shown') ?? '')),
    open: param('open') ?? '',
  };
}

/** Whether a visitor looks for something, instead of at everything. */
export const isFiltered = ({ words, status, theme }: ListQuery): boolean =>
  words.trim() !== '' || status.length > 0 || theme.length > 0;

/** Whether both ask for the same initiatives; how many are shown, and which one is open, does not count. */
export const isSameSearch = (one: ListQuery, other: ListQuery): boolean => {
  const search = (query: ListQuery) =>
    JSON.stringify({ ...query, shown: 0, open: '', near: undefined, seed: 0 });
  return search(one) === search(other);
};

/** How many come at a time: what the page asks, within what a server gives. */
export const pageSizeFrom = (attribute: number): number =>
  Math.min(maxPageSize, Math.max(1, Math.trunc(attribute) || 12));

/** What is asked of the server for the first page. */
export const searchParamsOf = (query: ListQuery, pageSize: number): string =>
  searchOf({
    status: query.status,
    theme: query.theme,
    sort: query.sort,
    q: query.words.trim() || undefined,
    near: query.near,
    seed: query.seed || undefined,
    limit: Math.min(maxPageSize, Math.max(pageSize, query.shown)),
  });

/** Makes another order for each visitor, the same for one visitor as long as their browser remembers it. */
export function visitorSeed(): number {
  const fresh = Math.ceil(Math.random() * 65_535);
  try {
    return Number((localStorage['buurt:order:list'] ??= String(fresh))) || fresh;
  } catch {
    // Storage is blocked or full: the order holds as long as the page does.
    return fresh;
  }
}
