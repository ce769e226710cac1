import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime } from '@buurt/core/messages/format.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { retryNotice } from '@buurt/core/element/screen.js';
import type { ListTexts } from './cards.js';
import type { InitiativePages } from './initiative-pages.js';

/** A list that was read so lately, a moment ago on this visit, is not called old while it is asked again. */
const freshMs = 5 * 60_000;

/** What a visitor must know of the list as a whole: it is not of now, or it is not there, and how to go on. */
export function listNotice(t: ListTexts, locale: Locale, pages: InitiativePages, onRetry: () => void) {
  const { shown, error } = pages;
  const readAt = shown && pages.readAt;
  const when = readAt === undefined ? '' : t.from({ time: clockTime(new Date(readAt), locale) });
  if (error === undefined) {
    const isOld = readAt !== undefined && pages.isStored && Date.now() - readAt >= freshMs;
    return isOld ? html`<p class="hint">${when} ${t.checking}</p>` : nothing;
  }
  const why = failureText(error, t, locale);
  return shown
    ? retryNotice(`${why} ${when}`, t.retry, onRetry)
    : html`${retryNotice(`${t.failed} ${why}`, t.retry, onRetry)}<slot></slot>`;
}

/** Nothing to show: because there is nothing, or because a visitor looks for something that is not there. */
export function emptyList(t: ListTexts, isFiltered: boolean, onClear: () => void): TemplateResult {
  if (!isFiltered) return html`<p class="empty">${t.none}</p>`;
  return html`<div class="empty">
    <p>${t.nothingFound} ${t.searchOther}</p>
    <button type="button" class="button" part="button" @click=${onClear}>${t.filter.clear}</button>
  </div>`;
}

/** The way to the next page, if there is one. */
export function moreButton(
  t: ListTexts,
  locale: Locale,
  { shown, next }: InitiativePages,
  pageSize: number,
  onMore: () => void,
) {
  if (shown?.next === undefined) return nothing;
  const left = Math.max(0, shown.total - shown.entries.length - shown.skipped);
  const count = Math.min(left, pageSize);
  if (left === 0) return nothing;
  const isLoading = next === 'loading';
  return html`<div class="more-row screen-only">
    ${typeof next === 'object' ? html`<p class="problem" role="alert">${t.moreFailed} ${failureText(next.failure, t, locale)}</p>` : nothing}
    <button
      type="button"
      class="button"
      part="button more"
      aria-disabled=${isLoading ? 'true' : nothing}
      @click=${onMore}
    >
      ${isLoading ? t.moreComing : t.more({ count })}
      ${left > count && !isLoading ? html`<span class="left">(${t.left({ count: left })})</span>` : nothing}
    </button>
  </div>`;
}
