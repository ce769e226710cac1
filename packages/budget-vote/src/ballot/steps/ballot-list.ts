import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { amount } from '../../round/round-texts.js';
import { selectedProposals, type BallotView, type RoundView } from '../../view.js';
import { earlierBallotOf, isSameBallot } from '../ballot-session.js';
import { receiptText } from '../ballot-texts.js';

/** A ballot to read: what was chosen, in its order, with points and costs. */
export function ballotList(view: RoundView, lines: readonly BallotLine[]): TemplateResult {
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

/** "You voted already": said as soon as the code is known, with what was chosen then. */
export function earlierBallotNotice(view: BallotView): TemplateResult | typeof nothing {
  const { t, session, actions, lines, headingLevel } = view;
  const earlier = earlierBallotOf(session);
  if (!earlier) return nothing;
  const { earlier: words } = t;
  const receipt = receiptText(earlier.receipt);
  const elsewhere = session.submitError === 'elsewhere';
  const same = isSameBallot(lines, earlier.lines);
  return html`<div
    class="notice ${elsewhere ? 'warning' : 'ok'} earlier"
    part="notice"
    role="group"
    tabindex="-1"
    aria-labelledby="earlier-title"
  >
    ${heading(headingLevel + 2, elsewhere ? words.elsewhere : words.title, { id: 'earlier-title' })}
    <p>${elsewhere ? words.elsewhereWhy : same ? words.loaded({ receipt }) : words.other({ receipt })}</p>
    ${
      same
        ? html`<p>${words.same}</p>`
        : html`<p class="hint">${words.was}</p>
            ${ballotList(view, earlier.lines)}
            <button type="button" class="button" part="button" @click=${actions.takeEarlier}>
              ${words.take}
            </button>`
    }
  </div>`;
}
