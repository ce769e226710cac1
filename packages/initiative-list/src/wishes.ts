import type { Wish } from './wish.js';

/** Whether a visitor looks for something, instead of at everything. */
export const isNarrowed = ({ words, status, theme }: Wish): boolean =>
  words.trim() !== '' || status.length > 0 || theme.length > 0;

/** Whether both ask for the same; how many were shown, and which one is open, does not count. */
export const sameQuestion = (one: Wish, other: Wish): boolean => {
  const asked = (wish: Wish) => JSON.stringify({ ...wish, shown: 0, open: '', near: 0, seed: 0 });
  return asked(one) === asked(other);
};

/** Another order for each visitor, the same for one as long as his browser remembers it. */
export function ownSeed(): number {
  const fresh = Math.ceil(Math.random() * 65_535);
  try {
    return Number((localStorage['buurt:order:list'] ??= String(fresh))) || fresh;
  } catch {
    // Storage is blocked or full: the order holds as long as the page does.
    return fresh;
  }
}
