import type { LitElement } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { UnreadPage } from '@buurt/core/http/ask-initiatives.js';
import type { InitiativeListMessages } from './initiative-list.messages.js';
import type { Start, Wish } from './wish.js';

/** A first page as it came, with the question that it answers and when that was (by this device's clock). */
export interface Answer extends UnreadPage {
  readonly search: string;
  readonly at: number;
}

/** What the attributes of the tag say. */
export interface Look extends Start {
  readonly layout: 'cards' | 'rows';
  /** At most so many beside each other; 0 for as many as fit. */
  readonly columns: number;
  readonly filters: string;
  /** Where the page shows an initiative itself, with `{id}`; empty when the widget does. */
  readonly detailHref: string;
  readonly structuredData: boolean;
  readonly pageSize: number;
  readonly headingLevel: number;
  /** `off` keeps what a visitor looks for out of the address of the page. */
  readonly history: 'on' | 'off';
}

/** What the list shows at a moment, beside what it read itself. */
export interface Frame {
  readonly t: InitiativeListMessages & CoreMessages;
  readonly locale: Locale;
  readonly ownTexts: readonly object[];
  readonly wish: Wish;
  /** The question behind `wish`. */
  readonly search: string;
  readonly asking: boolean;
  /** Why the last question was not answered; of no use while another is asked. */
  readonly error: unknown;
}

/** What the list asks of the element around it. */
export interface BoardHost {
  readonly api: BuurtApi;
  readonly buurt: string;
  /** The tag, with its attributes. */
  readonly element: LitElement & Look;
  /** Its name in the address of the page. */
  readonly name: () => string;
  readonly wish: () => Wish;
  readonly want: (wish: Wish) => void;
  /** Asks the first page again. */
  readonly again: () => void;
}
