import { nothing } from 'lit';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import type { Hands } from './proposals/proposal-cards.js';
import { leftNow } from './ballot/steps/budget-bar.js';
import { pointsField } from './ballot/steps/points-field.js';
import type { BallotView } from './ballot/ballot-view.js';
import { cannotAddText } from './ballot/ballot-texts.js';

/** What a voter can do with a proposal. */
export function handsOf(view: BallotView): Hands {
  const { visit, round, t, say } = view;
  const { choice } = visit;
  const against = (proposal: Proposal) =>
    choice.against(proposal).map((problem) => cannotAddText(view, problem));
  const takesPoints = round.rules.expression === 'allocate' || round.rules.expression === 'score';
  return {
    against,
    points: (proposal) => (takesPoints ? pointsField(view, proposal) : nothing),
    toggle: (proposal) => {
      const { title, id } = proposal;
      const chosen = choice.lines.some(({ proposalId }) => proposalId === id);
      const why = chosen ? [] : against(proposal);
      if (why.length > 0) return say(t.choose.notAdded({ title, why: why.join(' ') }));
      choice.toggle(proposal);
      const done = chosen ? t.choose.removed({ title }) : t.choose.added({ title });
      say(`${done} ${leftNow(view)}`);
    },
  };
}
