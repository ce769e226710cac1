import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { heading } from '@buurt/core/element/heading.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { BallotView } from '../../view.js';
import { earlierBallotOf } from '../ballot-session.js';

/** Why the vote did not go, or is not known to have gone, and what to do. */
export function submitErrorNotice(view: BallotView): TemplateResult | typeof nothing {
  const { t, session, headingLevel, locale } = view;
  const { submitError } = session;
  if (submitError === undefined || submitError === 'elsewhere') return nothing;
  const { failed } = t;
  const isChange = earlierBallotOf(session) !== null;
  const why =
    submitError === 'prevented'
      ? failed.prevented
      : submitError === 'stopped'
        ? failed.stopped
        : submitError === 'rules-changed'
          ? failed.rules
          : submitError.type === 'used-often'
            ? failed.often
            : failureText(submitError, t, locale);
  const isOften = typeof submitError === 'object' && submitError.type === 'used-often';
  const isOffline = typeof submitError === 'object' && submitError.kind === 'offline';
  const detail = typeof submitError === 'object' ? submitError.detail : undefined;
  return html`<div class="submit-error" role="group" tabindex="-1" aria-labelledby="submit-error-title">
    ${notice(
      'error',
      html`${heading(headingLevel + 2, isChange ? failed.titleAgain : failed.title, { id: 'submit-error-title' })}
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
