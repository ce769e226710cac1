import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { InitiativeListMessages } from '../initiative-list.messages.js';
import type { DetailMessages } from './detail.messages.js';

/** What every section of the detail shows with. */
export interface Telling {
  readonly t: DetailMessages;
  /** The texts of the list: what statuses and kinds of help are called, and how failures are said. */
  readonly list: InitiativeListMessages & CoreMessages;
  readonly locale: Locale;
  /** Level of the headings of the sections. */
  readonly level: number;
  readonly now: number;
}
