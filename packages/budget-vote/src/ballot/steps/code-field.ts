import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { helpSlot } from '@buurt/core/element/screen.js';
import type { BallotView } from '../ballot-view.js';
import { codeProblemText } from '../ballot-texts.js';

/** What is known of the code, for who watches and who listens. */
function codeState({ t, visit }: BallotView): string {
  const { name } = visit.voter;
  if (name === 'asking') return t.code.asking;
  if (name === 'known') return t.code.good;
  if (name !== 'unsure') return '';
  return visit.phase.name === 'code' ? t.code.unsureFirst : t.code.unsure;
}

/** The field for the code. A phone would rather mend it to a word: everything that helps writing is off. */
export function codeField(view: BallotView): TemplateResult {
  const { t, visit } = view;
  const { voter } = visit;
  const wrong = voter.name === 'wrong' ? codeProblemText(view, voter.why) : '';
  const state = codeState(view);
  return html`<div class="field code-field screen-only" part="field">
    <label for="code" part="label">${t.code.label}</label>
    <p class="hint" id="code-hint">${t.code.hint}</p>
    <div aria-live="polite">
      ${wrong ? keyed(visit.tries, html`<p class="problem" part="problem" id="code-problem">${wrong}</p>`) : nothing}
    </div>
    <input
      id="code"
      part="input"
      type="text"
      dir="ltr"
      autocomplete="off"
      autocapitalize="characters"
      autocorrect="off"
      spellcheck="false"
      aria-required="true"
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? 'code-problem code-hint' : 'code-hint'}
      .value=${visit.typed}
      @input=${({ target }: InputEvent) => visit.typeCode((target as HTMLInputElement).value)}
    />
    <p class="code-state ${voter.name}" role="status">${state}</p>
    ${helpSlot}
  </div>`;
}
