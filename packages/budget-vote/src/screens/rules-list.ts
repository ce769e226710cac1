import { html, type TemplateResult } from 'lit';
import type { View } from '../view.js';
import { ruleSentences } from '../words.js';

/** What the rules of the round ask, one sentence each. */
export const rulesList = (view: View): TemplateResult =>
  html`<ul class="rules" part="rules">
    ${ruleSentences(view).map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
