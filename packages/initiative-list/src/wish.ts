import { initiativeSorts, type InitiativeSort } from '@buurt/domain/initiatives/initiative-list.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { searchOf } from '@buurt/core/http/ask-initiatives.js';

/** What a visitor wants to see. */
export interface Wish {
  readonly status: readonly InitiativeStatus[];
  readonly theme: readonly string[];
  readonly words: string;
  readonly sort: InitiativeSort;
  /** For `random`; 0 while the visitor has no order of his own yet. */
  readonly seed: number;
  /** `lat,lon` for `near`: rounded, and kept out of the address. */
  readonly near?: string | undefined;
  /** How many he asked for by "more"; 0 for one page. */
  readonly shown: number;
  /** The initiative that is open; empty when none is. */
  readonly open: string;
}

/** The attributes that say what a visitor sees at first. */
export interface Start {
  readonly status: string;
  readonly theme: string;
  readonly sort: string;
}

/** What each part of a wish is called in an address. */
export const names = {
  status: 'status',
  theme: 'thema',
  words: 'zoek',
  sort: 'volgorde',
  shown: 'aantal',
  open: 'open',
} as const;

/** The most that a server gives at once. */
const mostAtOnce = 100;
const longest = 200;

const listed = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 20);

/**
 * What the address of the page asks, else what the attributes ask. An address is anybody's text: what cannot be meant
 * is left out, so that a server is not asked for it.
 */
export function wishOf(start: Start, address: ReadonlyMap<string, string>): Wish {
  const told = (name: keyof typeof names) => address.get(names[name])?.slice(0, longest);
  const statuses = listed(told('status') ?? start.status);
  const [order, seed] = (told('sort') ?? start.sort).split('.');
  const sort = initiativeSorts.find((each) => each === order && each !== 'near') ?? 'new';
  return {
    status: initiativeStatuses.filter((each) => statuses.includes(each)),
    theme: listed(told('theme') ?? start.theme),
    words: told('words') ?? '',
    sort,
    seed: sort === 'random' ? Number(/^\d{1,9}$/.exec(seed ?? '')) : 0,
    shown: Number(/^\d{1,3}$/.exec(told('shown') ?? '')),
    open: told('open') ?? '',
  };
}

/** How many come at a time: what the page asks, within what a server gives. */
export const pageSizeOf = ({ pageSize }: { readonly pageSize: number }): number =>
  Math.min(mostAtOnce, Math.max(1, Math.trunc(pageSize) || 12));

/** What is asked of the server for a first page of so many; empty while the order is not known yet. */
export const searchFor = (
  { status, theme, words, sort, seed, near, shown }: Wish,
  pageSize: number,
): string =>
  sort === 'random' && !seed
    ? ''
    : searchOf({
        status,
        theme,
        sort,
        q: words.trim() || undefined,
        near,
        seed: seed || undefined,
        limit: Math.min(mostAtOnce, Math.max(pageSize, shown)),
      });
