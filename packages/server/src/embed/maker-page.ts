import type { Hono } from 'hono';
import { html } from 'hono/html';
import { privatePage, type PrivatePageOptions } from './private-page.js';

const nl = {
  title: 'Mijn initiatief',
  noScript: 'Deze pagina werkt alleen met JavaScript. Bel of mail de organisatie.',
};
const en: typeof nl = {
  title: 'My initiative',
  noScript: 'This page only works with JavaScript. Call or mail the organisation.',
};

/** Where the page of makers is on a server with widgets, behind its address. */
export const makerPagePath = 'mijn-initiatief';

/** The page to which the link of a maker leads. */
export const makerPage = (options: PrivatePageOptions): Hono =>
  privatePage(options, {
    script: 'buurt.js',
    texts: { nl, en },
    main: (noScript) =>
      html`<buurt-my-initiative endpoint="v1" heading-level="1">${noScript}</buurt-my-initiative>`,
  });
