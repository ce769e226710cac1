import { html, nothing, type TemplateResult } from 'lit';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import type { Draft } from '../draft.js';
import type { StepView } from '../step-view.js';
import type { FormStatus } from '../wizard-state.js';

/** Whether it says who the resident is or how to reach them. */
const isReachable = ({ name, email, phone }: Draft): boolean => (name + email + phone).trim() !== '';

const bar = (label: string, fraction: number) =>
  html`<li>
    <label>${label}<progress max="1" .value=${fraction}></progress></label>
  </li>`;

function sending(
  { t, headingLevel, controller }: StepView,
  progress: ReadonlyMap<string, number>,
): TemplateResult {
  const photos = [...progress.values()];
  const uploaded = photos.every((fraction) => fraction === 1);
  return html`${screenTitle(headingLevel + 1, t.sending.title)}
    <p class="lead">${t.sending.stay}</p>
    <ul class="bars" part="progress">
      ${photos.map((fraction, index) =>
        bar(t.sending.photo({ nth: index + 1, of: photos.length }), fraction),
      )}
      <li>
        <label
          >${t.sending.idea}${uploaded ? html`<progress></progress>` : html`<progress max="1" value="0"></progress>`}</label
        >
      </li>
    </ul>
    <div class="actions">
      <button type="button" class="button" part="button" @click=${controller.stop}>${t.sending.stop}</button>
    </div>`;
}

function waiting(
  view: StepView,
  { submission, isStored }: Extract<FormStatus, { name: 'waiting' }>,
): TemplateResult {
  const { waiting: texts } = view.t;
  return html`${screenTitle(view.headingLevel + 1, texts.title)}
    ${notice(
      'warning',
      html`<p>${texts.lead}</p>
        <p>${isStored ? texts.closed : texts.stay}</p>
        ${isStored && isReachable(submission.draft) ? html`<p>${texts.kept}</p>` : nothing}`,
    )}
    <div class="actions">
      <button type="button" class="button primary" part="button primary" @click=${view.controller.tryNow}>
        ${texts.now}
      </button>
      <button type="button" class="button" part="button" @click=${() => view.controller.takeBack(submission)}>
        ${texts.change}
      </button>
    </div>`;
}

/** What stands inside the tag is shown when the code of the receipt does not come: the number is not lost. */
function sent(view: StepView, { sent: idea, draft }: Extract<FormStatus, { name: 'sent' }>): TemplateResult {
  const { sent: texts } = view.t;
  const { state, reference } = idea.receipt;
  return html`${screenTitle(view.headingLevel + 1, state === 'published' ? texts.online : texts.title)}
    <buurt-idea-receipt
      exportparts="heading, notice, actions, button, primary, quiet, receipt"
      .locale=${view.locale}
      .ownTexts=${view.ownTexts}
      .view=${draft ? { ...view, draft } : view}
      .sent=${idea}
      .fresh=${draft !== undefined}
      .isStored=${view.controller.isRemembering}
      .client=${view.api}
      @another=${view.controller.restart}
      @wipe=${view.controller.wipe}
      ><p>${texts.number}: <strong>${reference}</strong></p></buurt-idea-receipt
    >`;
}

/** What is shown when there is nothing to fill in: sending, waiting for the network, sent. */
export function statusScreen(view: StepView): unknown {
  const { status } = view.state;
  switch (status.name) {
    case 'filling':
      return nothing;
    case 'sending':
      return sending(view, status.progress);
    case 'waiting':
      return waiting(view, status);
    case 'sent':
      return sent(view, status);
  }
}
