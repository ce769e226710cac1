import { html, nothing, type TemplateResult } from 'lit';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { amount, type ProposalsView } from '../../round/round-view.js';
import { selectedProposals } from '../ballot-view.js';

/** A ballot to read: what was chosen, in its order, with points and costs. */
export function ballotList(view: ProposalsView, lines: readonly BallotLine[]): TemplateResult {
  const { t, round } = view;
  const picks = selectedProposals(round, lines);
  const ranks = round.rules.expression === 'rank';
  return html`<ol class="ballot ${ranks ? 'ranks' : ''}" part="ballot">
    ${picks.map(
      ({ line, proposal }, index) =>
        html`<li>
          <span class="pick-name"
            >${ranks ? html`<span class="rank" aria-hidden="true">${index + 1}</span>` : nothing}<bdi
              >${proposal.title}</bdi
            ></span
          >
          <span class="pick-cost"
            >${
              line.points === undefined
                ? nothing
                : html`<strong>${t.points({ count: line.points })}</strong> ·`
            } <bdi dir="ltr">${amount(view, proposal.costCents)}</bdi></span
          >
        </li>`,
    )}
  </ol>`;
}
