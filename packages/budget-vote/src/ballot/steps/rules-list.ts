import { html, type TemplateResult } from 'lit';
import type { ProposalsView } from '../../round/round-view.js';
import { ruleSentences } from '../ballot-texts.js';

/** What the rules of the round ask, one sentence each. */
export const rulesList = (view: ProposalsView): TemplateResult =>
  html`<ul class="rules" part="rules">
    ${ruleSentences(view).map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
