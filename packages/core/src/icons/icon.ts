import { svg, type TemplateResult } from 'lit';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

/** What each icon of the widgets is called. */
export type IconName =
  | 'clock'
  | 'cross'
  | 'eye'
  | 'hand'
  | 'heart'
  | 'hourglass'
  | 'lock'
  | 'pencil'
  | 'place'
  | 'search'
  | 'share'
  | 'tick'
  | 'ticks'
  | `offer-${OfferKind}`
  | `status-${InitiativeStatus}`;

/** A drawing of the page's own: the `d` of an SVG path, on 24 × 24 unless told. */
export interface OwnIcon {
  readonly path: string;
  readonly viewBox?: string;
  /** Whether the shape is filled, not drawn as a line. */
  readonly filled?: boolean;
}

/** Where the loader puts them (`packages/buurt/src/register-icons.ts`), for all bundles on the page. */
const page = globalThis as { [registry: symbol]: Partial<Record<string, OwnIcon>> | undefined };
const registry = Symbol.for('buurt:icons');

class IconDirective extends Directive {
  render(name: IconName, paths: TemplateResult): TemplateResult {
    const own = page[registry]?.[name];
    const content = own
      ? svg`<path d=${own.path} fill=${own.filled ? 'currentColor' : 'none'} stroke=${own.filled ? 'none' : 'currentColor'}></path>`
      : paths;
    return svg`<svg class="icon" viewBox=${own?.viewBox ?? '0 0 24 24'} aria-hidden="true" focusable="false">${content}</svg>`;
  }
}

export type Icon = DirectiveResult<typeof IconDirective>;

/** A drawing of lines on 24 × 24, in the size and colour of the text beside it, or the page's own of that name. */
export const icon: (name: IconName, paths: TemplateResult) => Icon = directive(IconDirective);
