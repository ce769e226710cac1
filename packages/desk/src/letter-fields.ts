import {
  isHandInPossible,
  letterOrderProblems,
  usualHandIn,
  type DeskLetters,
  type LetterOrder,
  type LetterTexts,
  type NewLetterOrder,
} from '@buurt/domain/desk/letters.js';
import type { DeskRound } from '@buurt/domain/desk/round.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { fieldFor, momentIn } from './round-forms.js';

/** An order of letters as it stands in the fields of its form. */
export interface OrderFields {
  readonly count: string;
  readonly sender: string;
  readonly page: string;
  readonly helpLine: string;
  readonly hasBallot: boolean;
  readonly handInUntil: string;
}

export const fieldsOfOrder = ({ suggested }: DeskLetters): OrderFields => ({
  count: suggested.count === null ? '' : String(suggested.count),
  ...{ sender: suggested.sender, page: suggested.page, helpLine: suggested.helpLine },
  hasBallot: suggested.handInUntil !== null,
  handInUntil: suggested.handInUntil === null ? '' : fieldFor(suggested.handInUntil),
});

/** The texts that stand in the fields; a moment that cannot be read is left out. */
export const textsIn = ({ sender, page, helpLine, hasBallot, handInUntil }: OrderFields): LetterTexts => ({
  ...{ sender: sender.trim(), page: page.trim(), helpLine: helpLine.trim() },
  handInUntil: hasBallot ? (momentIn(handInUntil) ?? null) : null,
});

/** The order that stands in the fields, and what is wrong with it. */
export function orderIn(
  fields: OrderFields,
  round: DeskRound,
): { readonly order: NewLetterOrder; readonly problems: readonly Problem[] } {
  const count = /^\d{1,6}$/.test(fields.count.trim()) ? Number(fields.count) : 0;
  const order = { ...textsIn(fields), count, replaces: null };
  const isUnread = fields.hasBallot && order.handInUntil === null;
  const problems = letterOrderProblems(order, round);
  return {
    order,
    problems: isUnread ? [...problems, { pointer: '/handInUntil', code: 'malformed' }] : problems,
  };
}

/** The same letters once more. Where ballots cannot be handed in until then any more, until the usual moment, or never. */
export function orderAgain(order: LetterOrder, round: DeskRound, now: number): NewLetterOrder {
  const { id, count, sender, page, helpLine } = order;
  const isStillPossible = (moment: string) => isHandInPossible(moment, round) && Date.parse(moment) > now;
  const moments = [order.handInUntil, usualHandIn(round)];
  const handInUntil =
    order.handInUntil === null
      ? null
      : (moments.find((each) => typeof each === 'string' && isStillPossible(each)) ?? null);
  return { ...{ count, sender, page, helpLine, handInUntil }, replaces: id };
}

/** A letter that was lost as it stands in the fields of its form. */
export interface LostFields {
  readonly number: string;
  readonly replacementKey: string;
}

/** Twelve signs, with anything between them that people write there. Whether they are a key, the server says. */
const keyForm = /^[\s-]*(?:[\da-z][\s-]*){12}$/i;

export const lostProblems = ({ number, replacementKey }: LostFields): readonly Problem[] => [
  ...(/^\s*[1-9]\d{0,6}\s*$/.test(number) ? [] : [{ pointer: '/number', code: 'malformed' as const }]),
  ...(keyForm.test(replacementKey) ? [] : [{ pointer: '/replacementKey', code: 'malformed' as const }]),
];
