import type { Scored } from './scores.js';
import type { TieBreak } from '../rounds/round.js';
import type { Tie } from './tally-result.js';

const mask = 2n ** 64n - 1n;

/** The finisher of SplitMix64 (Steele, Lea, Flood, 2014): spreads every bit over the whole number. */
function mixed(seed: bigint): bigint {
  let z = seed;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
  return z ^ (z >> 31n);
}

/**
 * The number that a proposal draws in a round: FNV-1a (64 bits) over the UTF-16 units of `round NUL proposal`, then
 * mixed. Everybody who knows both ids draws the same, whatever the order of proposals; the lowest number wins.
 */
function lotNumber(roundId: string, proposalId: string): bigint {
  let hash = 0xcbf29ce484222325n;
  const text = `${roundId}\0${proposalId}`;
  for (let at = 0; at < text.length; at++)
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & mask;
  return mixed(hash);
}

type Compare = (a: Scored, b: Scored) => number;

/** How equals are told apart: the stated rules in their order, then always the lot, and ids where even those are equal. */
export class TieBreaks {
  readonly #rules: readonly (readonly [TieBreak, Compare])[];

  readonly #first: ReadonlySet<string>;

  /** @param first proposals that go before their equals, whatever the stated rules say */
  constructor(roundId: string, tieBreak: readonly TieBreak[], first: ReadonlySet<string> = new Set()) {
    this.#first = first;
    const compare: Readonly<Record<TieBreak, Compare>> = {
      cheaper: (a, b) => a.proposal.costCents - b.proposal.costCents,
      'more-votes': (a, b) => b.votes - a.votes,
      lot: (a, b) => {
        const [left, right] = [lotNumber(roundId, a.proposal.id), lotNumber(roundId, b.proposal.id)];
        return left < right ? -1 : left > right ? 1 : a.proposal.id < b.proposal.id ? -1 : 1;
      },
    };
    this.#rules = [...tieBreak, 'lot' as const].map((name) => [name, compare[name]]);
  }

  /** Below 0 when `a` goes before `b`. */
  readonly compare: Compare = (a, b) =>
    a === b
      ? 0
      : Number(this.#first.has(b.proposal.id)) - Number(this.#first.has(a.proposal.id)) ||
        (this.#rules.map(([, rule]) => rule(a, b)).find((order) => order !== 0) ?? 0);

  /** The first of equals, and what made it the first. */
  first(equals: readonly [Scored, ...Scored[]]): { readonly winner: Scored; readonly tie?: Tie } {
    const [winner, next] = equals.toSorted(this.compare) as [Scored, Scored?];
    if (!next) return { winner };
    const by = this.#rules.find(([, rule]) => rule(winner, next) !== 0)?.[0] ?? 'lot';
    return { winner, tie: { between: equals.map(({ proposal }) => proposal.id).toSorted(), by } };
  }
}
