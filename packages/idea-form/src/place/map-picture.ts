import { nothing, svg, type TemplateResult } from 'lit';
import { streetsPicture } from '@buurt/core/map/streets.js';
import type { Place } from '@buurt/domain/geo/place.js';
import type { Street } from '@buurt/domain/geo/map-surroundings.js';
import type { Drawing } from './map-drawing.js';
import type { PlaceMessages } from './place.messages.js';

/** The drop that stands with its point on the place. */
const drop = 'M0 0C-3-8-12-13-12-24a12 12 0 0 1 24 0C12-13 3-8 0 0Z';

interface Shown {
  readonly place: Place | undefined;
  readonly streets: readonly Street[];
  readonly t: PlaceMessages;
}

const pin = ({ x, y }: { readonly x: number; readonly y: number }) =>
  svg`<g class="pin" transform="translate(${x} ${y})">
    <path class="halo" d=${drop}></path>
    <path class="drop" d=${drop}></path>
    <circle cy="-24" r="4.5"></circle>
  </g>`;

/** The buurt with its streets, a scale, the north and the pin: what is inside the `<svg>` of a map. */
export const mapPicture = (drawing: Drawing, { place, streets, t }: Shown): TemplateResult => {
  const { height, width, path, ruler, toPoint } = drawing;
  return svg`
    <path class="buurt" d=${path} fill-rule="evenodd"></path>
    <g class="land">${streetsPicture(streets, drawing)}</g>
    <path class="buurt-line" d=${path}></path>
    <path class="ruler" d="M12 ${height - 16}v6h${ruler.length}v-6"></path>
    <text x="16" y=${height - 18}>${t.distance({ metres: ruler.metres })}</text>
    <path class="ruler" d="M${width - 20} 32V12m-6 7 6-7 6 7"></path>
    <text x=${width - 24.5} y="46">N</text>
    ${place ? pin(toPoint(place)) : nothing}
  `;
};
