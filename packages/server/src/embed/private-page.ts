import { Hono } from 'hono';
import { html } from 'hono/html';
import { failed } from '../http/api.js';
import { rateLimitMiddleware, type CallerOptions } from '../http/callers.js';
import type { FileCache } from '../http/file-cache.js';
import { detectLanguage, languageOf, ownPage, type Language, type Markup } from './own-page.js';
import { pagePolicy } from './page-policy.js';
import { checkedFile, releaseIn } from '../widgets/release.js';

export interface PrivatePageOptions extends CallerOptions {
  /** The folder with the built widgets, which this server has under `/dist/`. */
  readonly widgets: string;
  readonly files: FileCache;
}

interface PrivatePage {
  /** The name of its script in the folder of the widgets. */
  readonly script: string;
  readonly texts: Readonly<Record<Language, { readonly title: string; readonly noScript: string }>>;
  readonly main: (noScript: Markup) => Markup;
  readonly isWide?: boolean;
  /** Whether it sends forms to this server: then the server has to see from which site they come. */
  readonly hasForms?: boolean;
}

/**
 * A page of somebody's own, to which a link with a key behind the `#` leads, so that no server sees it: no other site hears
 * from where somebody came, nothing of the page is kept, and no page shows it in a frame.
 */
export function privatePage(
  { widgets, files, ...callers }: PrivatePageOptions,
  { script, texts, main, isWide = false, hasForms = false }: PrivatePage,
): Hono {
  const newest = releaseIn(widgets, files);
  const page = new Hono();
  page.onError(failed);
  page.use(rateLimitMiddleware(callers));
  page.get('/', detectLanguage, async (c) => {
    const lang = languageOf(c);
    const release = await newest();
    const { title, noScript } = texts[lang];
    c.header('Content-Security-Policy', pagePolicy({ hasMap: false, framedBy: "'none'", hasForms }));
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', hasForms ? 'same-origin' : 'no-referrer');
    return c.html(
      ownPage({
        lang,
        title,
        isWide,
        home: '',
        head: html`<link rel="stylesheet" href=${checkedFile(release, 'buurt.css')} />
          <script type="module" src=${checkedFile(release, script)}></script>`,
        main: main(html`<noscript>${noScript}</noscript>`),
      }),
    );
  });
  return page;
}
