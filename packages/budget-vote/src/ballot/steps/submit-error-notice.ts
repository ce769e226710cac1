import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { heading } from '@buurt/core/element/heading.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { BallotView } from '../ballot-view.js';

/** Why the vote did not go, or is not known to have gone, and what to do. */
export function setbackNotice(view: BallotView): TemplateResult | typeof nothing {
  const { t, visit, headingLevel, locale } = view;
  const { setback } = visit;
  if (setback === undefined || setback === 'elsewhere') return nothing;
  const { failed } = t;
  const isChange = visit.isChange;
  const why =
    setback === 'prevented'
      ? failed.prevented
      : setback === 'stopped'
        ? failed.stopped
        : setback === 'rules-changed'
          ? failed.rules
          : setback.type === 'used-often'
            ? failed.often
            : failureText(setback, t, locale);
  const isOften = typeof setback === 'object' && setback.type === 'used-often';
  const isOffline = typeof setback === 'object' && setback.kind === 'offline';
  const detail = typeof setback === 'object' ? setback.detail : undefined;
  return html`<div class="setback" role="group" tabindex="-1" aria-labelledby="setback-title">
    ${notice(
      'error',
      html`${heading(headingLevel + 2, isChange ? failed.titleAgain : failed.title, { id: 'setback-title' })}
        <p>${why}</p>
        ${detail && !isOften ? html`<p dir="auto">${t.choose.serverSays({ detail })}</p>` : nothing}
        ${
          isOften
            ? nothing
            : html`<p>${isOffline ? (isChange ? failed.offlineAgain : failed.offline) : failed.again}</p>`
        }
        ${helpSlot}`,
    )}
  </div>`;
}
