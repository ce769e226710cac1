import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** Words that are said without moving the focus; `turn` changes with each saying, so that the same words are said again. */
export interface Said {
  readonly words: string;
  readonly turn: number;
}

/**
 * The region for what is said of an act. It must stand where the act is: below an open dialog nothing is read. It is
 * there before the words are, because a screen reader only hears what changes.
 */
export const sayingRegion = ({ words, turn }: Said): TemplateResult =>
  html`<p class="for-reader" role="status">${keyed(turn, html`${words}`)}</p>`;
