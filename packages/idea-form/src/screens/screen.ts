import { html, nothing, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import type { FormStatus } from '../form-status.js';
import { isReachable } from '../draft.js';
import type { View } from '../view.js';
import type { IdeaFormController } from '../idea-form-controller.js';

export interface ScreenView extends View {
  readonly api: BuurtApi | undefined;
  readonly visit: IdeaFormController;
}

const bar = (label: string, fraction: number) =>
  html`<li>
    <label>${label}<progress max="1" .value=${fraction}></progress></label>
  </li>`;

function sending(
  { t, headingLevel, visit }: ScreenView,
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
      <button type="button" class="button" @click=${visit.stop}>${t.sending.stop}</button>
    </div>`;
}

function waiting(
  view: ScreenView,
  { submission, kept }: Extract<FormStatus, { name: 'waiting' }>,
): TemplateResult {
  const { waiting: words } = view.t;
  return html`${screenTitle(view.headingLevel + 1, words.title)}
    ${notice(
      'warning',
      html`<p>${words.lead}</p>
        <p>${kept ? words.closed : words.stay}</p>
        ${kept && isReachable(submission.draft) ? html`<p>${words.kept}</p>` : nothing}`,
    )}
    <div class="actions">
      <button type="button" class="button primary" @click=${view.visit.tryNow}>${words.now}</button>
      <button type="button" class="button" @click=${() => view.visit.takeBack(submission)}>
        ${words.change}
      </button>
    </div>`;
}

/** What stands inside the tag is shown when the code of the receipt does not come: the number is not lost. */
function sent(
  view: ScreenView,
  { sent: idea, draft }: Extract<FormStatus, { name: 'sent' }>,
): TemplateResult {
  const { sent: words } = view.t;
  const { state, reference } = idea.receipt;
  return html`${screenTitle(view.headingLevel + 1, state === 'published' ? words.online : words.title)}
    <buurt-idea-receipt
      exportparts="heading, notice, actions, receipt"
      .view=${draft ? { ...view, draft } : view}
      .sent=${idea}
      .fresh=${draft !== undefined}
      .kept=${view.visit.keeping.remembers}
      .client=${view.api}
      @another=${view.visit.restart}
      @wipe=${view.visit.wipe}
      ><p>${words.number}: <strong>${reference}</strong></p></buurt-idea-receipt
    >`;
}

/** What is shown when there is nothing to fill in: sending, waiting for the network, sent. */
export function screen(view: ScreenView, phase: FormStatus): unknown {
  if (phase.name === 'sending') return sending(view, phase.progress);
  if (phase.name === 'waiting') return waiting(view, phase);
  return phase.name === 'sent' ? sent(view, phase) : nothing;
}
