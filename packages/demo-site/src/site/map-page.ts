import { html, raw } from 'hono/html';
import { buurtTop, comingSoon, endpoint, mapPath } from './buurt-pages.js';
import type { DemoBuurt } from './corporation.js';
import { widgetTag } from './embedding.js';
import { page, type Markup } from './layout.js';

/** What the map with streets is made of here: our own tiles, so that the demo needs no network. */
export const tileAttributes = {
  tiles: '/demo/kaart/{layer}/EPSG:3857/{z}/{x}/{y}.png',
  'tiles-attribution': 'Kaart: verzonnen voor deze demo',
};

/** The map of a buurt and the list beside it, which show the same. `lines` are those of `headLines`. */
export function mapPage(buurt: DemoBuurt, lines: string): Markup {
  const map = widgetTag('buurt-map-card', tileAttributes, comingSoon('De kaart'));
  const list = widgetTag('buurt-initiative-list', { 'page-size': '6' }, comingSoon('De lijst'));
  return page({
    title: `${buurt.name} op de kaart`,
    description: `Wat bewoners van ${buurt.name} doen, en waar.`,
    path: mapPath(buurt),
    head: raw(lines),
    main: html`
      ${buurtTop(buurt, mapPath(buurt), `${buurt.name} in één blik`)}
      <div class="wide block">
        ${raw(widgetTag('buurt-provider', { endpoint, buurt: buurt.code }, `${map}\n${list}`))}
      </div>
    `,
  });
}
