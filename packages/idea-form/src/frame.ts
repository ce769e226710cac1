import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '@buurt/core/element/screen.js';
import { stepsUnder, type FormStep } from './steps.js';
import { localized, type FormView } from './view.js';

/** Not announced by itself: it describes the title of the step, which takes the focus. */
export function progressLine({ settings, draft, t }: FormView, step: FormStep): TemplateResult {
  const steps = stepsUnder(settings, draft);
  const at = steps.indexOf(step);
  return html`<div class="progress" part="progress">
    <p id="step-of">${t.progress({ step: at + 1, of: steps.length })}</p>
    <div class="bar" aria-hidden="true">
      ${steps.map((_, index) => html`<i class=${index <= at ? 'reached' : ''}></i>`)}
    </div>
  </div>`;
}

/** The organiser's words under the heading, or ours. */
export const introduction = ({ settings, t, locale }: FormView): TemplateResult =>
  html`<p class="lead intro" part="intro">
    ${settings.intro ? localized(settings.intro, locale) : t.intro}
  </p>`;

export const settingsNotice = ({ hasDefaultSettings, t }: FormView) =>
  hasDefaultSettings ? html`${notice('', t.defaults)}<slot></slot>` : nothing;
