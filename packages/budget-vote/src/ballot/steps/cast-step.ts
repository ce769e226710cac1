import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import { tickIcon } from '@buurt/core/icons/icons.js';
import { amount, moment } from '../../round/round-texts.js';
import { selectedProposals, type BallotView } from '../../view.js';
import { receiptText } from '../ballot-texts.js';
import { ballotList } from './ballot-list.js';

/** The receipt, set apart in two groups so that it can be copied by hand. */
const receiptCard = ({ t, round, locale }: BallotView, { receipt, changed }: CastBallot): TemplateResult =>
  html`<div class="receipt" part="receipt">
    <p class="receipt-label">${tickIcon} ${t.cast.receipt}</p>
    <p class="receipt-number">
      <bdi><span>${receipt.slice(0, 4)}</span><span>${receipt.slice(4)}</span></bdi>
    </p>
    ${changed ? html`<p>${t.cast.replaced}</p>` : nothing}
    <p>${t.cast.means}</p>
    <p>${t.cast.meansNot}</p>
    <p>${t.cast.results({ date: moment(round.closesAt, locale) })}</p>
  </div>`;

/** The receipt and what was chosen, as a text on the voter's own device. */
function keepCopy(view: BallotView, { receipt, lines }: CastBallot): void {
  const { t, round, locale } = view;
  const text = [
    round.name,
    `${t.cast.receipt}: ${receiptText(receipt)}`,
    [
      t.cast.yours,
      ...selectedProposals(round, lines).map(({ line, proposal }) => {
        const points = line.points === undefined ? '' : `, ${t.points({ count: line.points })}`;
        return `- ${proposal.title} (${amount(view, proposal.costCents)}${points})`;
      }),
    ].join('\n'),
    t.cast.until({ date: moment(round.closesAt, locale) }),
    t.cast.results({ date: moment(round.closesAt, locale) }),
  ].join('\n\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = `${t.cast.copyName}-${receipt}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const ownEnd = (view: BallotView, cast: CastBallot): TemplateResult => {
  const { t, actions, headingLevel, round, locale } = view;
  return html`<section class="sheet stack">
      ${heading(headingLevel + 2, t.cast.yours)} ${ballotList(view, cast.lines)}
      <p>${t.cast.until({ date: moment(round.closesAt, locale) })}</p>
    </section>
    <div class="actions" part="actions">
      <button type="button" class="button" part="button copy" @click=${() => keepCopy(view, cast)}>
        ${t.cast.copy}
      </button>
      <button type="button" class="button" part="button change" @click=${actions.choose}>
        ${t.cast.change}
      </button>
      <button type="button" class="button quiet" part="button quiet wipe" @click=${actions.wipe}>
        ${t.cast.done}
      </button>
    </div>`;
};

/** The vote counts: what proves it, what that means, and how to change it. */
export function castStep(view: BallotView, cast: CastBallot): TemplateResult {
  const { t, session, actions, headingLevel } = view;
  return html`<div class="stack narrow">
    ${screenTitle(headingLevel + 1, cast.changed ? t.cast.changedTitle : t.cast.title)}
    ${receiptCard(view, cast)}
    ${
      session.options.isHelper
        ? html`${notice('ok', t.cast.nextWhy)}
            <div class="actions" part="actions">
              <button type="button" class="button primary" part="button primary next" @click=${actions.wipe}>
                ${t.cast.next}
              </button>
            </div>`
        : ownEnd(view, cast)
    }
  </div>`;
}
