import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '@buurt/core/http/api-error.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime } from '@buurt/core/messages/format.js';
import { notice } from '@buurt/core/element/screen.js';
import type { Frame } from './board-host.js';
import type { View } from './view.js';
import { pageSizeOf } from './wish.js';
import type { Shown } from './shown.js';

/** A list that was read so lately, a moment ago on this visit, is not called old while it is asked again. */
const freshMs = 5 * 60_000;

/** What a visitor must know of the list as a whole: it is not of now, or it is not there, and how to go on. */
export function listNotice(frame: Frame, shown: Shown | undefined, error: unknown, again: () => void) {
  const { t, locale } = frame;
  const failed = error !== undefined;
  if (!failed && (!shown?.kept || Date.now() - shown.at < freshMs)) return nothing;
  const when = shown && t.from({ time: clockTime(new Date(shown.at), locale) });
  if (!failed) return html`<p class="hint">${when} ${t.checking}</p>`;
  if (error instanceof ApiError && error.kind === 'gone') return notice('warning', t.noBuurt);
  const why = failureText(error, t, locale);
  return notice(
    'warning',
    html`<p>${shown ? `${why} ${when ?? ''}` : `${t.failed} ${why}`}</p>
      <button type="button" class="button" @click=${again}>${t.retry}</button>`,
  );
}

/** Nothing to show: because there is nothing, or because a visitor looks for something that is not there. */
export function emptyList({ t }: Frame, narrowed: boolean, clear: () => void): TemplateResult {
  if (!narrowed) return html`<p class="empty">${t.none}</p>`;
  return html`<div class="empty">
    <p>${t.nothingFound} ${t.searchOther}</p>
    <button type="button" class="button" @click=${clear}>${t.filter.clear}</button>
  </div>`;
}

/** The way to the next page: idle, on its way, or it did not come. */
export type More = 'idle' | 'busy' | { readonly failure: unknown };

export function moreButton(
  { t, locale, look }: View,
  { total, entries, next, skipped }: Shown,
  more: More,
  onMore: () => void,
) {
  const left = Math.max(0, total - entries.length - skipped);
  const count = Math.min(left, pageSizeOf(look));
  if (next === undefined || left === 0) return nothing;
  return html`<div class="more-row screen-only">
    ${typeof more === 'object' ? html`<p class="problem" role="alert">${t.moreFailed} ${failureText(more.failure, t, locale)}</p>` : nothing}
    <button
      type="button"
      class="button"
      part="more"
      aria-disabled=${more === 'busy' ? 'true' : nothing}
      @click=${onMore}
    >
      ${more === 'busy' ? t.moreComing : t.more({ count })}
      ${left > count && more !== 'busy' ? html`<span class="left">(${t.left({ count: left })})</span>` : nothing}
    </button>
  </div>`;
}

/** Code that did not come, with the way to ask again. */
export const lost = ({ t }: View, again: () => unknown): TemplateResult =>
  notice(
    'warning',
    html`<p>${t.partFailed}</p>
      <button type="button" class="button" @click=${() => void again()}>${t.retry}</button>`,
  );
