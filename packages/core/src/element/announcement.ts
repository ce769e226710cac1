import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** A text for screen readers, while the focus stays; `turn` changes each time, so that the same text is read again. */
export interface Announcement {
  readonly text: string;
  readonly turn: number;
}

/**
 * The live region for what somebody just did. It stands where that was done, because below an open dialog nothing is read,
 * and it is there before the text, because a screen reader only reads what changes.
 */
export const announcementRegion = ({ text, turn }: Announcement): TemplateResult =>
  html`<p class="for-reader" role="status">${keyed(turn, html`${text}`)}</p>`;
