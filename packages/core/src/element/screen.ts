import { html, type TemplateResult } from 'lit';
import { heading } from './heading.js';

/** The heading of a screen; it takes focus when the screen comes, and is said with what describes it. */
export const screenTitle = (level: number, text: unknown, describedBy?: string): TemplateResult =>
  heading(level, text, { focusAs: 'screen-title', describedBy });

/**
 * Where the page's own words about help stand. Of several on one screen only the first is filled, as slots go: put one
 * where something went wrong, and one at the end.
 */
export const helpSlot = html`<slot name="help" dir="auto"></slot>`;

/** A message between other things, with a way on. */
export const notice = (kind: '' | 'ok' | 'warning' | 'error', content: unknown): TemplateResult =>
  html`<div class="notice ${kind}" part="notice">${content}</div>`;
