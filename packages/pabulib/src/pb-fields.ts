import { isCalendarDay } from '@buurt/domain/wire/calendar.js';
import { pbList } from './pb-text.js';

/** What is wrong with the text of a field; `undefined` when it is right. */
export type PbCheck = (cell: string) => string | undefined;

const matches =
  (pattern: RegExp, expected: string): PbCheck =>
  (cell) =>
    pattern.test(cell) ? undefined : `is “${cell}”, not ${expected}`;

const isExact = (cell: string) => Number.isSafeInteger(Number(cell));

const both =
  (first: PbCheck, second: PbCheck): PbCheck =>
  (cell) =>
    first(cell) ?? second(cell);

const exact: PbCheck = (cell) => (isExact(cell) ? undefined : `is “${cell}”, too large to count exactly`);
const anyText: PbCheck = () => undefined;
const count = both(matches(/^\d+$/, 'a whole number'), exact);
const whole = both(matches(/^-?\d+$/, 'a whole number'), exact);
/** Files write whole points also as `3.0`. */
const points = both(matches(/^-?\d+(\.0+)?$/, 'a whole number of points'), exact);
const money = both(matches(/^\d+(\.\d{1,2})?$/, 'an amount with at most two decimals'), (cell) =>
  isExact(`${cell.split('.')[0] ?? ''}00`) ? undefined : `is “${cell}”, too large to count exactly`,
);
const decimal = matches(/^-?\d+(\.\d+)?$/, 'a number');
const listOf =
  (check: PbCheck): PbCheck =>
  (cell) =>
    pbList(cell)
      .filter((each) => each !== '')
      .map(check)
      .find((problem) => problem !== undefined);
const oneOf = (...options: readonly string[]): PbCheck =>
  matches(new RegExp(`^(${options.join('|')})$`), `one of ${options.join(', ')}`);

/** `31.03.2024` or `1.3.2024` as a calendar day; `undefined` when it is not written so, or not in the calendar. */
export function pbDay(cell: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(iso) ? iso : undefined;
}

/** A year alone, or a day that is in the calendar. */
const date: PbCheck = (cell) =>
  /^\d{4}$/.test(cell) || pbDay(cell) !== undefined
    ? undefined
    : `is “${cell}”, not a date as 31.03.2024 or 2024`;

const voteTypes = ['approval', 'ordinal', 'cumulative', 'scoring', 'choose-1'] as const;

/** What every META section must say. */
export const obligatoryMeta = [
  ...['description', 'country', 'unit', 'instance', 'num_projects', 'num_votes', 'budget'],
  ...['vote_type', 'rule', 'date_begin', 'date_end'],
] as const;

/** Those of them that nothing can be counted without. */
export const filledMeta: readonly string[] = ['num_projects', 'num_votes', 'budget', 'vote_type', 'rule'];

/** The fields of the format with what they may hold (pabulib.org/format); any other is text, and kept. */
export const metaFields: ReadonlyMap<string, PbCheck> = new Map([
  ['num_projects', count],
  ['num_votes', count],
  ['budget', money],
  ['vote_type', oneOf(...voteTypes)],
  ['date_begin', date],
  ['date_end', date],
  ['min_length', count],
  ['max_length', count],
  ['min_sum_cost', money],
  ['max_sum_cost', money],
  ['min_points', points],
  ['max_points', points],
  ['min_sum_points', points],
  ['max_sum_points', points],
  ['default_score', points],
  ['min_project_cost', money],
  ['max_project_cost', money],
  ['min_project_score_threshold', count],
  ['currency', matches(/^[A-Z]{3}$/, 'a currency as EUR')],
  ['fully_funded', whole],
  ['experimental', whole],
  ...['category', 'neighborhood'].flatMap((dimension): [string, PbCheck][] => [
    [`budget_per_${dimension}`, listOf(money)],
    [`earmark_per_${dimension}`, listOf(money)],
    [`min_length_per_${dimension}`, listOf(count)],
    [`max_length_per_${dimension}`, listOf(count)],
    [`min_sum_cost_per_${dimension}`, listOf(money)],
    [`max_sum_cost_per_${dimension}`, listOf(money)],
  ]),
  ['add1', money],
]);

export const projectFields: ReadonlyMap<string, PbCheck> = new Map([
  ['cost', money],
  ['votes', count],
  ['score', points],
  ['selected', whole],
  ['latitude', decimal],
  ['longitude', decimal],
]);

export const voteFields: ReadonlyMap<string, PbCheck> = new Map([
  ['vote', anyText],
  ['points', listOf(points)],
]);
