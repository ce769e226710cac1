import { html, type TemplateResult } from 'lit';
import { screenTitle } from '@buurt/core/element/screen.js';
import type { BallotView } from '../ballot-view.js';
import { codeField } from './code-field.js';

/** The code before anything else, where the organiser wants that. */
export function codeScreen(view: BallotView): TemplateResult {
  const { t, headingLevel, visit } = view;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void visit.begin();
  };
  return html`<form novalidate class="stack narrow" @submit=${onSubmit}>
    ${screenTitle(headingLevel + 1, t.code.title)}
    <p class="lead">${t.code.lead}</p>
    ${codeField(view)}
    <div class="actions" part="actions">
      <button type="submit" class="button primary" part="next">${t.code.begin}</button>
    </div>
    <p class="hint">${t.code.kept} ${t.code.lost}</p>
  </form>`;
}
