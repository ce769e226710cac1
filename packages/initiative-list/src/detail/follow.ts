import { html, type TemplateResult } from 'lit';
import type { Initiative } from '@buurt/domain/initiatives/initiative.js';
import { section } from './sections.js';
import type { Telling } from './story.js';

/** To hear of it without an account: by e-mail, news for a feed reader, and what is promised by when for a calendar. */
export function follow(
  telling: Telling,
  { id }: Initiative,
  endpoint: string,
  byMail: unknown,
): TemplateResult {
  const { t } = telling;
  const at = `${endpoint}/initiatives/${encodeURIComponent(id)}`;
  return section(
    telling,
    t.follow,
    html`${byMail}
      <ul class="follow">
        <li><a href="${at}/feed.atom" type="application/atom+xml">${t.feed}</a></li>
        <li><a href="${at}/agenda.ics" type="text/calendar">${t.agenda}</a></li>
      </ul>`,
  );
}
