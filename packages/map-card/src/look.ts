import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { MapCardMessages } from './map-card.messages.js';

/** What all that is drawn needs to know of the page. */
export interface Look {
  readonly t: MapCardMessages & CoreMessages;
  readonly locale: Locale;
  readonly headingLevel: number;
  /** The page's own page about an initiative, with `{id}`; empty when it has none. */
  readonly detailHref: string;
  /** The page's own page about a buurt, with `{code}`. */
  readonly buurtHref: string;
}
