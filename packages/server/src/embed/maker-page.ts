import { join } from 'node:path';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { failed } from '../http/api.js';
import { rateLimitMiddleware, type CallerOptions } from '../http/callers.js';
import type { FileCache } from '../http/file-cache.js';
import { integrityIn } from './built-json.js';
import { detectLanguage, languageOf, ownPage } from './own-page.js';
import { pagePolicy } from './page-policy.js';

export interface MakerPageOptions extends CallerOptions {
  /** The folder with the built widgets, which this server has under `/dist/`. */
  readonly widgets: string;
  readonly files: FileCache;
}

const nl = {
  title: 'Mijn initiatief',
  noScript: 'Deze pagina werkt alleen met JavaScript. Bel of mail de organisatie.',
};
const en: typeof nl = {
  title: 'My initiative',
  noScript: 'This page only works with JavaScript. Call or mail the organisation.',
};
const texts = { nl, en };

/** Where the page of makers is on a server with widgets, behind its address. */
export const makerPagePath = 'mijn-initiatief';

/**
 * The page to which the link of a maker leads. Its key stands behind the `#`, so no server sees it; no other site hears
 * from where somebody came, and nothing of the page is kept.
 */
export function makerPage({ widgets, files, ...callers }: MakerPageOptions): Hono {
  const integrityOf = integrityIn(join(widgets, 'sri.json'), files);
  const page = new Hono();
  page.onError(failed);
  page.use(rateLimitMiddleware(callers));
  page.get('/', detectLanguage, async (c) => {
    const lang = languageOf(c);
    const integrity = await integrityOf();
    const checked = (name: string) => raw(`"dist/${name}" integrity="${integrity[name] ?? ''}" crossorigin`);
    const { title, noScript } = texts[lang];
    c.header('Content-Security-Policy', pagePolicy({ hasMap: false, framedBy: "'none'" }));
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    return c.html(
      ownPage({
        lang,
        title,
        home: '',
        head: html`<link rel="stylesheet" href=${checked('buurt.css')} />
          <script type="module" src=${checked('buurt.js')}></script>`,
        main: html`<buurt-my-initiative endpoint="v1" heading-level="1"
          ><noscript>${noScript}</noscript></buurt-my-initiative
        >`,
      }),
    );
  });
  return page;
}
