import { textProblems, type Problem } from '../wire/problem.js';
import type { IdeaState } from './idea-state.js';
import { longestFromOperator } from './settings.js';

/** What the organisation decides about an idea; the maker reads the reason. */
export interface IdeaDecision {
  readonly state: Exclude<IdeaState, 'waiting'>;
  readonly reason: string | null;
}

/** So long whoever decided can take it back, and nobody is told. */
export const undoSeconds = 10;

/** Whether a decision can be taken back: nobody but who decided saw that an idea waited, and what was hidden is to be gone at once. */
export const canBeUndone = (was: IdeaState, { state }: Pick<IdeaDecision, 'state'>): boolean =>
  was === 'waiting' && state !== 'hidden';

/** Everything that is wrong with a decision: an idea that is not shown needs a reason. */
export const ideaDecisionProblems = ({ state, reason }: IdeaDecision): Problem[] =>
  textProblems('/reason', reason ?? '', {
    required: state !== 'published',
    max: longestFromOperator.reason,
  });
