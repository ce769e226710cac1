import { nothing, type TemplateResult } from 'lit';
import type { ServerProblem } from '@buurt/core/http/api-error.js';
import { errorSummary } from '@buurt/core/forms/error-summary.js';
import { proposalOf } from '../../round/round-texts.js';
import { isSelected, proposalElementId, type BallotView } from '../../view.js';
import { problemText } from '../ballot-texts.js';

/**
 * Where a problem is corrected: at the points of its plan or at the button that takes it off; at the plans that can still
 * be added when there is too little; otherwise at the choice as a whole.
 */
function placeOf({ round, lines, ordered }: BallotView, { pointer, code }: ServerProblem): string {
  if (!pointer.startsWith('/lines')) return '';
  const line = lines[Number(pointer.split('/')[2] ?? NaN)];
  const proposal = line && proposalOf(round, line.proposalId);
  if (proposal)
    return `${proposalElementId(round, proposal)}-points ${proposalElementId(round, proposal)}-off`;
  if (code !== 'required' && !code.endsWith('.min')) return 'yours';
  const free = ordered.filter((each) => !each.withdrawn && !isSelected(lines, each));
  return [...free.map((each) => `${proposalElementId(round, each)}-pick`), 'yours'].join(' ');
}

/** What is wrong with the ballot, all of it at once, with the way to each; nothing when it can go. */
export const problemSummary = (view: BallotView): TemplateResult | typeof nothing => {
  const { t, session, actions, headingLevel } = view;
  if (session.problems.length === 0) return nothing;
  const places = new Map(
    session.problems.map((problem) => [problemText(view, problem), placeOf(view, problem)]),
  );
  const back = (ids: string) => () => {
    actions.choose();
    actions.focusOn(ids.replace(/[^ ]+/g, '#$&').replaceAll(' ', ','));
  };
  return errorSummary({
    title: t.choose.summary,
    headingLevel: headingLevel + 2,
    entries: [...places].map(([text, id]) => ({
      id,
      text,
      ...(session.step.name === 'choosing' ? {} : { go: back(id) }),
    })),
  });
};
