import { html, raw } from 'hono/html';
import { endpoint } from './buurt-pages.js';
import { page, type Markup } from './layout.js';

/** For the webmaster: choose a widget, see it, copy its lines. `address` is where the built files are. */
export function builderPage(lines: string, address: string): Markup {
  return page({
    title: 'Zet een widget in je site',
    description: 'Kies een widget, kijk hoe hij eruitziet, en kopieer de regels voor je eigen site.',
    path: '/insluiten',
    head: html`${raw(lines)}
      <script type="module" src="${address}buurt-builder.js"></script>`,
    main: html`<div class="block wide">
      <h1>Zet een widget in je site</h1>
      <p class="lead">Kies, kijk, kopieer. Meer is het niet.</p>
      <buurt-embed-builder endpoint="${endpoint}">
        <p>
          Deze pagina heeft JavaScript nodig. Zonder: <a href="/over-deze-demo">de regels om te plakken</a>.
        </p>
      </buurt-embed-builder>
    </div>`,
  });
}
