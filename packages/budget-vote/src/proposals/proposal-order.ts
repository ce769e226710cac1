import type { Proposal, Round } from '@buurt/domain/rounds/round.js';

export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

/** A number from 0 to 2³² that is the same for one visitor of a round as long as his browser remembers it. */
export function storedSeed(roundId: string): number {
  const key = `buurt:order:${roundId}`;
  const fresh = newSeed();
  try {
    const kept = Number(localStorage.getItem(key));
    if (kept > 0) return kept;
    localStorage.setItem(key, String(fresh));
  } catch {
    // Storage is blocked or full: the order holds as long as the page does.
  }
  return fresh;
}

/** Mulberry32: small, and even enough to give every proposal every place. */
function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/**
 * The proposals in the order of this visitor, the same however the server lists them; what was withdrawn comes last.
 */
export const orderedProposals = ({ proposals }: Round, seed: number): readonly Proposal[] =>
  shuffled(
    proposals.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    seed,
  ).toSorted((a, b) => Number(a.withdrawn) - Number(b.withdrawn));

/** The same things in an order that only the seed decides (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const random = randoms(seed);
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random.next().value * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
