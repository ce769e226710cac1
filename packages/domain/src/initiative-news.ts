import type { Help, ListedInitiative } from './initiative.js';

/** How many more neighbours are asked; never less than none. */
export const stillAsked = ({ asked, offered }: Help): number => Math.max(0, asked - offered);

const dayMs = 24 * 60 * 60 * 1000;
/** After so many days without a word, the buurt may ask what became of it. */
const longSilenceDays = 60;

/**
 * Whole days since the last news of an initiative from which news may be expected: money was granted, or it is being
 * made. 0 when that is not long, or when nothing is expected.
 */
export function silentDays(
  { status, newsAt, publishedAt }: Pick<ListedInitiative, 'status' | 'newsAt' | 'publishedAt'>,
  now: number,
): number {
  if (status !== 'granted' && status !== 'underway') return 0;
  const days = Math.floor((now - Date.parse(newsAt ?? publishedAt)) / dayMs);
  return days >= longSilenceDays ? days : 0;
}
