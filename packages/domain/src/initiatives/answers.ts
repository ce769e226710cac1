import { longest } from '../ideas/settings.js';
import { textProblems, type Problem } from '../wire/problem.js';
import type { AnswerOutcome } from './offer-outcome.js';

/** What a maker, or the organisation, answers to a neighbour who wants to join; without words, the outcome alone. */
export interface OfferAnswer {
  readonly outcome: AnswerOutcome;
  readonly text: string;
}

export const offerAnswerProblems = (answer: OfferAnswer): Problem[] =>
  textProblems('/text', answer.text, { max: longest.message });

/** Everything that is wrong with an answer to a question. */
export const questionAnswerProblems = (answer: { readonly text: string }): Problem[] =>
  textProblems('/text', answer.text, { required: true, min: 2, max: longest.remark });
