import { textProblems, type Problem } from '../wire/problem.js';
import { longestFromOperator } from './settings.js';

/** What the organisation decides about a photo of an idea; the maker reads why it is hidden. */
export type PhotoDecision =
  { readonly state: 'hidden'; readonly reason: string } | { readonly state: 'shown'; readonly reason: null };

/** Everything that is wrong with why a photo is hidden. */
export const photoReasonProblems = (reason: string): Problem[] =>
  textProblems('/reason', reason, { required: true, max: longestFromOperator.reason });
