import { html, svg, type TemplateResult } from 'lit';
import type { Border } from '@buurt/domain/geo/border.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import { fit, svgPath } from '@buurt/domain/geo/projection.js';
import { placeIcon } from '../icons.js';
import { section } from './sections.js';
import type { Telling } from './story.js';

const size = { width: 320, height: 200, margin: 14 };

function map({ t }: Telling, border: Border, place: NamedPlace): TemplateResult {
  const projection = fit(border, size.width, size.height, size.margin);
  const { x, y } = projection.toPoint(place);
  const name = place.address ? t.map({ place: place.address }) : t.mapWithout;
  return html`<svg class="map" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${name}>
    ${svg`<path class="border" fill-rule="evenodd" d=${svgPath(border, projection)}/>
    <circle class="ring" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="13"/>
    <circle class="dot" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="6"/>`}
  </svg>`;
}

/** Where it is: its address, and a drawing of the buurt where its border is known. */
export const whereabouts = (
  telling: Telling,
  place: NamedPlace,
  border: Border | undefined,
): TemplateResult =>
  section(
    telling,
    telling.t.place,
    html`${place.address ? html`<p class="note place">${placeIcon} <bdi>${place.address}</bdi></p>` : ''}
    ${border ? map(telling, border, place) : ''}`,
  );
