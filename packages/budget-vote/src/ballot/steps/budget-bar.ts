import { html, nothing, svg, type TemplateResult } from 'lit';
import { remainingSentence, remainingSentences } from '@buurt/domain/rounds/sentences.js';
import type { RemainingOfLimit } from '@buurt/domain/voting/remaining.js';
import { amount } from '../../round/round-texts.js';
import { remainingIn, selectedProposals, type BallotView, type SelectedProposal } from '../../view.js';

/** What one proposal takes of a limit. */
const sizeOf = ({ measure }: RemainingOfLimit, { line, proposal }: SelectedProposal): number =>
  measure === 'spend' ? proposal.costCents : measure === 'picks' ? 1 : (line.points ?? 0);

/** Each chosen proposal as a piece of the whole, for the eye only: the words above it say the same. */
function drawing({ round, lines }: BallotView, limit: RemainingOfLimit): TemplateResult {
  const { used, range } = limit;
  const whole = Math.max(range.max ?? 0, used, 1);
  let from = 0;
  const pieces = selectedProposals(round, lines).map((pick) => {
    const x = (from / whole) * 100;
    from += sizeOf(limit, pick);
    const width = Math.max(0, (sizeOf(limit, pick) / whole) * 100 - 0.4);
    return svg`<rect class=${from > (range.max ?? from) ? 'over' : ''} x=${x} width=${width} height="10" />`;
  });
  return html`<svg class="pieces" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" width="100" height="10" />
    ${pieces}
  </svg>`;
}

/** What is left in each group that has limits of its own, one sentence each. */
export const groupTexts = (view: BallotView): readonly string[] =>
  remainingIn(view).groups.map((limit) => remainingSentence(view.round, limit, view.t.sentences));

/** How much is chosen, how much is left and what still fits, in words and drawn. What changes it says so itself. */
export function budgetBar(view: BallotView): TemplateResult {
  const { round, lines, t } = view;
  const { spend, total, picks } = remainingIn(view);
  const drawn = [spend, total, picks].find(({ range }) => range.max !== undefined);
  const ofGroups = groupTexts(view);
  const [first, ...more] = remainingSentences(round, lines, t.sentences).filter(
    (sentence) => !ofGroups.includes(sentence),
  );
  return html`<div class="bar-words">
      <p class="chosen-so-far">
        <strong>${first}</strong>
        ${
          spend.used > 0 && spend.range.max === undefined
            ? t.choose.cost({ amount: amount(view, spend.used) })
            : nothing
        }
      </p>
      ${more.map((sentence) => html`<p>${sentence}</p>`)}
    </div>
    ${drawn ? drawing(view, drawn) : nothing}`;
}
