import { html } from 'hono/html';
import { page, type Markup } from './layout.js';

export const missingPage = (): Markup =>
  page({
    title: 'Deze pagina is er niet',
    description: 'Deze pagina is er niet.',
    path: '',
    main: html`
      <section class="block wide">
        <h1>Deze pagina is er niet</h1>
        <p class="lead">Misschien is ze verhuisd. Je buurt staat nog op zijn plek.</p>
        <p><a class="button" href="/#buurten">Naar de buurten</a></p>
      </section>
    `,
  });
