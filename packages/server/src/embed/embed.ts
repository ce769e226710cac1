import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { failed } from '../http/api.js';
import { rateLimitMiddleware, type CallerOptions } from '../http/callers.js';
import type { FileCache } from '../http/file-cache.js';
import { notFound, HttpProblem } from '../http/problem-json.js';
import type { Store } from '../db/open.js';
import { checkedFile, releaseIn, type Release } from '../widgets/release.js';
import { fallbackContent } from './fallback-content.js';
import { isEmbeddable, styleSheet, parseEmbedParams, type EmbedParams } from './embed-params.js';
import { pagePolicy } from './page-policy.js';

export interface EmbedOptions extends CallerOptions {
  /** The folder with the built widgets, which this server has under `/dist/`. */
  readonly widgets: string;
  /** Origins whose pages may put a widget in a frame. Pages of this server always may. */
  readonly hosts: readonly string[];
  readonly store: Store;
  readonly files: FileCache;
}

type Markup = ReturnType<typeof html>;

const titles: Readonly<Record<string, Readonly<Record<'nl' | 'en', string>>>> = {
  'buurt-idea-form': { nl: 'Deel je idee', en: 'Share your idea' },
  'buurt-budget-vote': { nl: 'Stem over het buurtbudget', en: 'Vote on the neighbourhood budget' },
  'buurt-initiative-list': { nl: 'Wat er leeft in de buurt', en: 'What goes on in the neighbourhood' },
  'buurt-cashbook': { nl: 'Het kasboek van de buurt', en: 'The neighbourhood’s cashbook' },
  'buurt-map-card': { nl: 'De buurt op de kaart', en: 'The neighbourhood on the map' },
  'buurt-my-initiative': { nl: 'Mijn initiatief', en: 'My initiative' },
};

interface Page {
  readonly wish: EmbedParams;
  readonly hosts: readonly string[];
  readonly release: Release;
  readonly inside: Markup;
}

function pageOf({ wish, hosts, release, inside }: Page): Markup {
  const checked = (name: string) => checkedFile(release, name, '../');
  const attributes = Object.entries(wish.attributes).map(([name, value]) => html` ${raw(name)}="${value}"`);
  return html`<!doctype html>
    <html lang="${wish.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="buurt-hosts" content="${hosts.join(' ')}" />
        <title>${titles[wish.tag]?.[wish.lang] ?? ''}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="look.css?${new URLSearchParams(wish.look).toString()}" />
        <link rel="stylesheet" href=${checked('buurt.css')} />
        <script type="module" src=${checked('buurt-framed.js')}></script>
        <script type="module" src=${checked('buurt.js')}></script>
      </head>
      <body>
        ${raw(`<${wish.tag} endpoint="../v1"`)}${attributes}${raw('>')} ${inside} ${raw(`</${wish.tag}>`)}
      </body>
    </html>`;
}

/**
 * The page for a CMS that only takes an iframe: `/embed/idea-form?buurt=…`. The one page that others may frame. Its addresses
 * are relative, so that it also works where a proxy serves this server under a path.
 */
export function embedPages({ widgets, hosts, store, files, ...callers }: EmbedOptions): Hono {
  const newest = releaseIn(widgets, files);
  const pages = new Hono();
  pages.onError(failed);
  pages.use(rateLimitMiddleware(callers));
  pages.get('/look.css', (c) => {
    c.header('Content-Type', 'text/css; charset=utf-8');
    c.header('Cache-Control', 'public, max-age=86400');
    return c.body(styleSheet(new URL(c.req.url).searchParams));
  });
  pages.get('/:widget', async (c) => {
    const widget = c.req.param('widget');
    const { searchParams } = new URL(c.req.url);
    const wish = isEmbeddable(widget) ? parseEmbedParams(widget, searchParams) : undefined;
    if (!wish) throw notFound();
    if ('wrong' in wish)
      throw new HttpProblem(
        'invalid-input',
        `Dit kennen we niet, of het is niet veilig: ${wish.wrong.join(', ')}.`,
      );
    const release = await newest();
    c.header(
      'Content-Security-Policy',
      pagePolicy({ hasMap: wish.tag === 'buurt-map-card', framedBy: ["'self'", ...hosts].join(' ') }),
    );
    c.header('Cache-Control', 'public, max-age=60');
    return c.html(pageOf({ wish, hosts, release, inside: await fallbackContent(wish, store) }));
  });
  return pages;
}
