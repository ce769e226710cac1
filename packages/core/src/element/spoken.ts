import { html, nothing, type TemplateResult } from 'lit';

/**
 * Words that a screen reader says when they change by what somebody did. Until then they only stand there: the region
 * is empty, so that nobody hears unasked what comes with the page.
 */
export const spokenWhen = (asked: boolean, words: unknown): TemplateResult =>
  html`<span role="status">${asked ? words : nothing}</span>${asked ? nothing : words}`;
