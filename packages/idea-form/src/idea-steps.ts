import { html, nothing, type TemplateResult } from 'lit';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { progressLine, settingsNotice } from './frame.js';
import { stepStyles } from './idea-steps.styles.js';
import { problemSummary } from './problem-summary.js';
import { preview } from './screens/preview.js';
import type { StepView } from './step-view.js';
import { photosStep, placeStep } from './steps/element-steps.js';
import { togetherStep } from './steps/together-step.js';
import { youStep } from './steps/you-step.js';
import type { WizardState } from './wizard-state.js';

/**
 * The second stage of the form, in one piece: the steps after the first, the preview, sending, and what is stored on the
 * device. It comes while the first step is filled in.
 */
export { IdeaFormController } from './idea-form-controller.js';
export { catalogue } from './idea-steps.messages.js';
export { problemSummary, wrongFields } from './problem-summary.js';
export { statusScreen } from './screens/status-screen.js';

export const styles = [...messageTokens, errorSummaryStyles, stepStyles];

const link = (text: string, onClick: () => void) =>
  html`<button type="button" class="link" @click=${onClick}>${text}</button>`;

/** Messages before the fields, about what was left on this device; none of them needs an answer. */
export function storageNotices({ t, state, controller }: StepView): unknown {
  const earlier = state.step === 'idea' ? controller.sentEarlier : undefined;
  return [
    state.isRestored ? notice('ok', html`${t.restored} ${link(t.restart, controller.restart)}`) : nothing,
    earlier
      ? notice('', html`${t.earlier({ title: earlier.title })} ${link(t.seeEarlier, controller.showEarlier)}`)
      : nothing,
  ];
}

const templates = {
  place: placeStep,
  together: togetherStep,
  photos: photosStep,
  you: youStep,
  preview,
} as const;

/** A step after the first, or the preview. */
export function stepForm(
  view: StepView,
  step: keyof typeof templates,
  onSubmit: (event: SubmitEvent) => unknown,
): TemplateResult {
  const { t, state, controller, headingLevel } = view;
  return html`
    ${settingsNotice(view)} ${storageNotices(view)}
    <form novalidate @submit=${onSubmit}>
      ${progressLine(view, step)} ${screenTitle(headingLevel + 1, t.steps[step], 'step-of')}
      ${problemSummary(view)}
      <div class="stack">${templates[step](view)}</div>
      <div class="actions" part="actions">
        <button type="submit" class="button primary" part="button primary next">
          ${step === 'preview' ? t.preview.send : state.isReviewed ? t.toPreview : t.next}
        </button>
        <button type="button" class="button quiet" part="button quiet back" @click=${controller.back}>
          ${t.back}
        </button>
      </div>
    </form>
  `;
}

/** What a screen reader hears when the focus stays where it is. */
export function announcementText({ announcement }: WizardState, { t }: Pick<StepView, 't'>): string {
  switch (announcement) {
    case 'none':
      return '';
    case 'stopped':
      return t.sending.stopped;
    case 'cleared':
      return t.restarted;
    case 'still-waiting':
      return t.waiting.still;
  }
}
