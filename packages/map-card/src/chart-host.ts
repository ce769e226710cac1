import type { LitElement } from 'lit';
import type { Sought } from '@buurt/core/element/together.js';
import type { Look } from './look.js';
import type { Reading } from './reading.js';

/** All that a card asks. */
export type Readings = Readonly<Record<'areas' | 'vicinity' | 'figures' | 'places', Reading>>;

/** What the attributes of the tag say. */
export interface Attributes extends Pick<Look, 'headingLevel' | 'detailHref' | 'buurtHref'> {
  readonly municipality: string;
  readonly tiles: string;
  readonly tilesAttribution: string;
}

/** What a card shows at a moment, beside what it read itself. */
export interface Frame extends Pick<Look, 't' | 'locale'> {
  /** How wide the map is, in CSS pixels; 0 while it is not seen. */
  readonly width: number;
  readonly sought: Sought;
  /** One buurt was asked for, whether or not its name is known. */
  readonly isOneBuurt: boolean;
}

/** What the chart asks of the element around it. */
export interface ChartHost {
  /** The tag, with its attributes. */
  readonly element: LitElement & Attributes;
  readonly readings: Readings;
  /** What stays on this device is kept under this name. */
  readonly name: () => string;
  readonly sought: () => Sought;
  readonly seek: (sought: Sought) => void;
}
