import { textProblems, type Problem } from '../wire/problem.js';

/** What stands in all letters of an order, beside the round itself. */
export interface LetterTexts {
  /** Who writes, as residents know them. */
  readonly sender: string;
  /** The page with the vote. */
  readonly page: string;
  /** Where a resident who needs help gets it, in a sentence. */
  readonly helpLine: string;
  /** Until when the ballot on paper can be handed in that goes with it; null: it has a list of the plans instead. */
  readonly handInUntil: string | null;
}

/** Letters as somebody orders them. */
export interface NewLetterOrder extends LetterTexts {
  readonly count: number;
  /** The order whose letters these replace, such as those that were not printed; its codes are void from then on. */
  readonly replaces: string | null;
}

export const letterOrderStates = ['waiting', 'made', 'replaced', 'cancelled'] as const;
/** `waiting`: for a second person, who makes the letters. */
export type LetterOrderState = (typeof letterOrderStates)[number];

/** An order of letters as staff see it. */
export interface LetterOrder extends NewLetterOrder {
  readonly id: string;
  readonly state: LetterOrderState;
  /** The number of its first letter; null while there are none. */
  readonly firstNumber: number | null;
  readonly orderedAt: string;
  /** Null: a colleague who is not there any more. */
  readonly orderedBy: string | null;
  readonly madeAt: string | null;
  readonly madeBy: string | null;
  /** Whether somebody else than whoever asks ordered it: then they can make the letters. */
  readonly isOfColleague: boolean;
}

/** The letters of a round at the desk. */
export interface DeskLetters {
  /** The newest first. */
  readonly orders: readonly LetterOrder[];
  /** What a new order begins with. */
  readonly suggested: LetterTexts & { readonly count: number | null };
  /** What a form of this session brings to have letters made: a page of letters cannot be asked with a header. */
  readonly formKey: string;
}

/** So many take half a minute to make at most; for more there is a second order. */
export const mostLettersInOrder = 500;
export const longestInLetter = { sender: 200, page: 500, helpLine: 500 } as const;

/** A round, as far as it says when ballots on paper can be handed in. */
interface Period {
  readonly opensAt: string;
  readonly closesAt: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const isBetween = (moment: string, { opensAt, closesAt }: Period): boolean => {
  const at = Date.parse(moment);
  return at > Date.parse(opensAt) && at < Date.parse(closesAt);
};

/** Until when ballots on paper can be handed in unless somebody says when: a day before closing; never in a round of a day or less. */
export function usualHandIn(period: Period): string | undefined {
  const until = new Date(Date.parse(period.closesAt) - dayMs).toISOString();
  return isBetween(until, period) ? until : undefined;
}

/** Whether ballots on paper can be handed in until then: they are typed over before the round closes. */
export const isHandInPossible = isBetween;

/** A page on the web, without what stands behind a `#`: there the code comes. */
const pageAddress = /^https?:\/\/[^\s/?#]+(?:[/?][^\s#]*)?$/i;

const pageProblems = (page: string): Problem[] => {
  const problems = textProblems('/page', page, { required: true, max: longestInLetter.page });
  if (problems.length > 0 || pageAddress.test(page.trim())) return problems;
  return [{ pointer: '/page', code: 'malformed' }];
};

/** What is wrong with the texts of letters for this round. */
export const letterTextProblems = (
  { sender, page, helpLine, handInUntil }: LetterTexts,
  period: Period,
): Problem[] => [
  ...textProblems('/sender', sender, { required: true, max: longestInLetter.sender }),
  ...pageProblems(page),
  ...textProblems('/helpLine', helpLine, { required: true, max: longestInLetter.helpLine }),
  ...(handInUntil === null || isHandInPossible(handInUntil, period)
    ? []
    : [{ pointer: '/handInUntil', code: 'out-of-range' as const }]),
];

/** What is wrong with an order of letters for this round. */
export const letterOrderProblems = (
  { count, ...texts }: Omit<NewLetterOrder, 'replaces'>,
  period: Period,
): Problem[] => [
  ...(Number.isInteger(count) && count >= 1 && count <= mostLettersInOrder
    ? []
    : [{ pointer: '/count', code: 'out-of-range' as const, limit: mostLettersInOrder, actual: count }]),
  ...letterTextProblems(texts, period),
];
