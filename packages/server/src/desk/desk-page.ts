import type { Hono } from 'hono';
import { html } from 'hono/html';
import { privatePage, type PrivatePageOptions } from '../embed/private-page.js';

const nl = {
  title: 'Postvak',
  noScript: 'Deze pagina werkt alleen met JavaScript.',
};
const en: typeof nl = {
  title: 'Inbox',
  noScript: 'This page only works with JavaScript.',
};

/** Where the desk is on a server with widgets, behind its address. */
export const deskPagePath = 'desk';

/** The page on which staff work, and to which their link to log in leads. */
export const deskPage = (options: PrivatePageOptions): Hono =>
  privatePage(options, {
    script: 'buurt-desk.js',
    texts: { nl, en },
    main: (noScript) => html`<buurt-desk endpoint="v1" heading-level="1">${noScript}</buurt-desk>`,
    isWide: true,
    hasForms: true,
  });
