import { html, type TemplateResult } from 'lit';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { BudgetVoteMessages } from './budget-vote.messages.js';

/** Something that did not come, with the way to ask again. */
export const retryNotice = (words: string, again: string, retry: () => unknown): TemplateResult =>
  notice(
    'warning',
    html`<p>${words}</p>
      <button type="button" class="button" @click=${() => void retry()}>${again}</button>${helpSlot}`,
  );

/** Code that a screen needs: on its way, or it did not come. */
export const loadingPlaceholder = (
  { t }: { t: Pick<BudgetVoteMessages, 'loading' | 'partFailed' | 'retry'> },
  { failed, need }: { failed: boolean; need: () => unknown },
): TemplateResult =>
  failed ? retryNotice(t.partFailed, t.retry, need) : html`<p class="coming">${t.loading}</p>`;
