import { html, type TemplateResult } from 'lit';
import { inBuurt } from '@buurt/core/http/client.js';
import type { ListTexts } from './cards.js';
import type { ListSource } from './initiative-pages.js';

/** The ways to hear of all that is new in the buurt: by e-mail, in a calendar, in a feed reader. */
export function followBuurt(
  t: ListTexts,
  { api, buurt }: ListSource,
  isFormOpen: boolean,
  onToggleForm: () => void,
  form: unknown,
): TemplateResult {
  const base = `${api.endpoint}/${inBuurt(buurt)}`;
  return html`<div class="follow-buurt screen-only">
    <p>
      ${t.followBuurt}
      <button type="button" class="link" aria-expanded=${isFormOpen} @click=${onToggleForm}>
        ${t.byMail}
      </button>
      · <a href="${base}/agenda.ics" type="text/calendar">${t.agenda}</a> ·
      <a href="${base}/feed.atom" type="application/atom+xml">${t.feed}</a>
    </p>
    ${form}
  </div>`;
}
