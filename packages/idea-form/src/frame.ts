import { html, nothing, type TemplateResult } from 'lit';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { WizardState } from './idea-wizard.js';
import { stepsUnder, type FormStep } from './steps.js';
import { localized, type View } from './view.js';

type Worded = Pick<View, 't'>;

/** Not said by itself: it describes the title of the step, which takes the focus. */
export function progressLine({ settings, draft, t }: View, step: FormStep): TemplateResult {
  const steps = stepsUnder(settings, draft);
  const at = steps.indexOf(step);
  return html`<div class="progress" part="progress">
    <p id="step-of">${t.progress({ step: at + 1, of: steps.length })}</p>
    <div class="bar" aria-hidden="true">
      ${steps.map((_, index) => html`<i class=${index <= at ? 'reached' : ''}></i>`)}
    </div>
  </div>`;
}

const retryNotice = ({ t }: Worded, retry: () => void): TemplateResult =>
  notice(
    'warning',
    html`<p>${t.stepFailed}</p>
      <button type="button" class="button" @click=${retry}>${t.retry}</button>${helpSlot}`,
  );

/** Code that this step needs: on its way, or it did not come. */
export const loadingPlaceholder = (
  view: Worded,
  { failed, need }: { failed: boolean; need: () => unknown },
) => (failed ? retryNotice(view, () => void need()) : html`<p class="coming">${view.t.loadingStep}</p>`);

/** The organiser's first words, or ours. */
export const introduction = ({ settings, t, locale }: View): TemplateResult =>
  html`<p class="lead intro" part="intro">
    ${settings.intro ? localized(settings.intro, locale) : t.intro}
  </p>`;

export const actions = ({ t }: View, { step, reviewed }: WizardState, onBack: () => void): TemplateResult =>
  html`<div class="actions" part="actions">
    <button type="submit" class="button primary" part="next">
      ${step === 'preview' ? t.preview.send : reviewed ? t.toPreview : t.next}
    </button>
    ${
      step === 'idea'
        ? nothing
        : html`<button type="button" class="button quiet" part="back" @click=${onBack}>${t.back}</button>`
    }
  </div>`;
