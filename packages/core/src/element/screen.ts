import { html, type TemplateResult } from 'lit';
import { heading } from './heading.js';
import type { LazyModule } from './lazy-module.js';

/** The heading of a screen; it takes focus when the screen comes, and is said with what describes it. */
export const screenTitle = (level: number, text: unknown, describedBy?: string): TemplateResult =>
  heading(level, text, { focusAs: 'screen-title', describedBy });

/**
 * Where the page's own words about help stand. Of several on one screen only the first is filled, as slots go: put one
 * where something went wrong, and one at the end.
 */
export const helpSlot = html`<slot name="help" dir="auto"></slot>`;

/**
 * What the page itself wrote inside the tag, in the place of a widget that has nothing to show: a telephone number helps a
 * resident, what the webmaster must mend does not.
 */
export const pageFallback = html`<slot></slot>${helpSlot}`;

/** A message between other things, with a way on. */
export const notice = (kind: '' | 'ok' | 'warning' | 'error', content: unknown): TemplateResult =>
  html`<div class="notice ${kind}" part="notice">${content}</div>`;

/** Something that did not come, with the way to ask again. */
export const retryNotice = (text: string, retryLabel: string, retry: () => unknown): TemplateResult =>
  notice(
    'warning',
    html`<p>${text}</p>
      <button type="button" class="button" part="button" @click=${retry}>${retryLabel}</button>${helpSlot}`,
  );

/** In the place of code that is on its way, or that did not come. */
export const loadingPlaceholder = (
  { loading, partFailed, retry }: Readonly<Record<'loading' | 'partFailed' | 'retry', string>>,
  { failed, load }: Pick<LazyModule<unknown>, 'failed' | 'load'>,
): TemplateResult => (failed ? retryNotice(partFailed, retry, load) : html`<p class="coming">${loading}</p>`);
