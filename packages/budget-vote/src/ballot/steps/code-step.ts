import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { helpSlot, screenTitle } from '@buurt/core/element/screen.js';
import type { BallotView } from '../../view.js';
import { codeProblemText } from '../ballot-texts.js';

/** The code before anything else, where the organiser wants that. */
export function codeStep(view: BallotView): TemplateResult {
  const { t, headingLevel, actions } = view;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    actions.begin();
  };
  return html`<form novalidate class="stack narrow" @submit=${onSubmit}>
    ${screenTitle(headingLevel + 1, t.code.title)}
    <p class="lead">${t.code.lead}</p>
    ${codeField(view)}
    <div class="actions" part="actions">
      <button type="submit" class="button primary" part="button primary next">${t.code.begin}</button>
    </div>
    <p class="hint">${t.code.kept} ${t.code.lost}</p>
  </form>`;
}

/** What is known of the code, for who watches and who listens. */
function codeState({ t, session }: BallotView): string {
  const { name } = session.voter;
  if (name === 'asking') return t.code.asking;
  if (name === 'known') return t.code.good;
  if (name !== 'unsure') return '';
  return session.step.name === 'code' ? t.code.unsureFirst : t.code.unsure;
}

/** The field for the code. A phone would rather correct it to a word: everything that helps writing is off. */
export function codeField(view: BallotView): TemplateResult {
  const { t, session, actions } = view;
  const { voter, codeAttempts, typedCode } = session;
  const problem = voter.name === 'wrong' ? codeProblemText(view, voter.why) : '';
  return html`<div class="field code-field screen-only" part="field">
    <label for="code" part="label">${t.code.label}</label>
    <p class="hint" id="code-hint">${t.code.hint}</p>
    <div aria-live="polite">
      ${problem ? keyed(codeAttempts, html`<p class="problem" part="problem" id="code-problem">${problem}</p>`) : nothing}
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
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? 'code-problem code-hint' : 'code-hint'}
      .value=${typedCode}
      @input=${({ target }: InputEvent) => actions.typeCode((target as HTMLInputElement).value)}
    />
    <p class="code-state ${voter.name}" role="status">${codeState(view)}</p>
    ${helpSlot}
  </div>`;
}
