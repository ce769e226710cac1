import type { Range } from './ballot.js';

/** A formatter is dear to make, and the same few are asked for with every change of a choice. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: string, currency: string, digits: 0 | 2): Intl.NumberFormat {
  const key = `${language} ${currency} ${String(digits)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** € 1.250, or € 12,50 when there are cents, as the language writes it. */
export const money = (cents: number, currency: string, language: string): string =>
  formatOf(language, currency, cents % 100 === 0 ? 0 : 2).format(cents / 100);

/** “1.250”. */
export function numeral(language: string): (amount: number) => string {
  const format = new Intl.NumberFormat(language);
  return (amount) => format.format(amount);
}

/** “1 plan”, “2 plannen”. */
export function counter(language: string, one: string, other: string): (count: number) => string {
  const plural = new Intl.PluralRules(language);
  const written = numeral(language);
  return (count) => `${written(count)} ${plural.select(Math.abs(count)) === 'one' ? one : other}`;
}

/** Small words that stand before and between the ends of a range. */
export interface RangeTexts {
  readonly exactly: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly to: string;
  readonly or: string;
}

/** “3 tot 5 plannen”, “hoogstens 5 plannen”; `lone` writes an end that is followed by the other. */
export function span(
  { min, max }: Range,
  words: RangeTexts,
  full: (amount: number) => string,
  lone: (amount: number) => string,
): string {
  if (min === undefined && max === undefined) return '';
  if (min === undefined) return `${words.atMost} ${full(max as number)}`;
  if (max === undefined) return `${words.atLeast} ${full(min)}`;
  if (min === max) return min === 1 ? full(1) : `${words.exactly} ${full(min)}`;
  return `${lone(min)} ${max === min + 1 ? words.or : words.to} ${full(max)}`;
}
