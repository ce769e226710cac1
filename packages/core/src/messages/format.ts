import type { Locale } from './texts.js';

const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };
const timeZone = 'Europe/Amsterdam';

/** € 1.250, or € 12,50 when there are cents. */
export const money = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

/** 7 december 2026 (Dutch time). */
export const shortDate = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    new Date(iso),
  );

/** 14:05, with the day when it is not today (Dutch time). */
export function clockTime(at: Date, locale: Locale): string {
  const written = (options: Intl.DateTimeFormatOptions, moment = at) =>
    new Intl.DateTimeFormat(tags[locale], { ...options, timeZone }).format(moment);
  const time = written({ hour: '2-digit', minute: '2-digit' });
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return written(day) === written(day, new Date()) ? time : `${written(day)} ${time}`;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 weken geleden", "over 2 dagen". */
export function relative(iso: string, locale: Locale, now = Date.now()): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  const words = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' });
  return words.format(unit === 'second' ? 0 : Math.trunc(seconds / size), unit);
}
