import type { CoreMessages, Locale } from '@buurt/core';
import type { BoardMessages } from '../board.messages.js';
import type { DetailMessages } from './detail.messages.js';

/** What every section of the detail shows with. */
export interface Telling {
  readonly t: DetailMessages;
  /** The texts of the list: what statuses and kinds of help are called, and how failures are said. */
  readonly list: BoardMessages & CoreMessages;
  readonly locale: Locale;
  /** Level of the headings of the sections. */
  readonly level: number;
  readonly now: number;
}
