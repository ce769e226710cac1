import { html, type TemplateResult } from 'lit';
import { screenTitle } from '@buurt/core/element/screen.js';
import type { BallotView } from '../../view.js';
import { ballotList } from './ballot-list.js';

/** The vote is on its way; whatever the answer is, it counts once. */
export function sendingStep(view: BallotView): TemplateResult {
  const { t, headingLevel, actions, lines } = view;
  return html`<div class="stack narrow">
    ${screenTitle(headingLevel + 1, t.sending.title)}
    <p class="lead">${t.sending.stay}</p>
    <progress aria-label=${t.sending.title}></progress>
    <section class="sheet">${ballotList(view, lines)}</section>
    <div class="actions" part="actions">
      <button type="button" class="button" part="button" @click=${actions.stopWaiting}>
        ${t.sending.stop}
      </button>
    </div>
  </div>`;
}
