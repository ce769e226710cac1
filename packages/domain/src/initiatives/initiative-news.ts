import type { BuurtPromise, Help, ListedInitiative } from './initiative.js';

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

/** Days from one calendar date (`YYYY-MM-DD`) to another; negative when that is over. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / dayMs);

/** Euro cents that promises grant and that were spent, all together; null where no promise says anything of it. */
export interface PromisedMoney {
  readonly grantedCents: number | null;
  readonly spentCents: number | null;
}

export function promisedMoney(promises: readonly BuurtPromise[]): PromisedMoney {
  const sum = (amounts: readonly (number | null)[]) =>
    amounts.every((cents) => cents === null)
      ? null
      : amounts.reduce<number>((all, cents) => all + (cents ?? 0), 0);
  return {
    grantedCents: sum(promises.map(({ grantedCents }) => grantedCents)),
    spentCents: sum(promises.map(({ spentCents }) => spentCents)),
  };
}
