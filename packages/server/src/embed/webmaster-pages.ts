import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { html, raw } from 'hono/html';
import { failed } from '../http/api.js';
import { rateLimitMiddleware, type CallerOptions } from '../http/callers.js';
import type { FileCache } from '../http/file-cache.js';
import { notFound } from '../http/problem-json.js';
import { pagePolicy } from './page-policy.js';
import { detectLanguage, languageOf, ownPage, type Language, type Markup } from './own-page.js';
import { ownPageStyles } from './own-page-styles.js';
import { builtJson, checkedFile, followed, releaseIn, type Release } from '../widgets/release.js';

export interface WebmasterPagesOptions extends CallerOptions {
  /** The folder with the built widgets, which this server has under `/dist/`. */
  readonly widgets: string;
  readonly files: FileCache;
  /** Where residents reach this server, with the path under which a proxy serves it. */
  readonly publicUrl?: string | undefined;
}

type Texts = typeof nl;

const nl = {
  title: 'Zet een widget in je site',
  lead: 'Kies, kijk, kopieer. Meer is het niet.',
  noScript:
    'Hiervoor is JavaScript nodig. Zonder JavaScript vind je de regels in de handleidingen hieronder.',
  allow: 'Vraag wie de server beheert om het adres van je site toe te laten',
  updates: 'Als de server een update krijgt',
  follows:
    'Regels met “dist/1” in het adres krijgen de nieuwe widgets vanzelf: na hooguit vijf minuten heeft iedereen ze. Een pagina die dan open is, blijft werken.',
  stays:
    'Regels met een versie en “integrity” blijven zoals ze zijn: de server bewaart elke versie. Een nieuwe versie krijg je als je de regels van deze pagina opnieuw plakt.',
  guides: 'Handleidingen',
  guidesLead: 'Met de adressen van deze server erin.',
  ownAddress: 'Deze server weet zijn eigen adres niet. Hier staat dus wat je browser gebruikt:',
  setAddress: 'Klopt dat niet? Vraag wie de server beheert om PUBLIC_URL in te stellen.',
  code: 'Zet de code van je eigen buurt in de plaats van BU0363AA01. Je vindt hem bij',
};

const en: Texts = {
  title: 'Put a widget on your site',
  lead: 'Choose, look, copy. That is all.',
  noScript: 'This needs JavaScript. Without JavaScript you find the lines in the guides below.',
  allow: 'Ask who runs the server to allow the address of your site',
  updates: 'When the server is updated',
  follows:
    'Lines with “dist/1” in the address get the new widgets by themselves: after five minutes at most everybody has them. A page that is open then goes on working.',
  stays:
    'Lines with a version and “integrity” stay as they are: the server keeps each version. You get a new version when you paste the lines of this page again.',
  guides: 'Guides',
  guidesLead: 'With the addresses of this server filled in.',
  ownAddress: 'This server does not know its own address. So this is the one that your browser uses:',
  setAddress: 'Is that wrong? Ask who runs the server to set PUBLIC_URL.',
  code: 'Put the code of your own neighbourhood in the place of BU0363AA01. You find it at',
};

const texts: Readonly<Record<Language, Texts>> = { nl, en };

/** The guides as the build makes them of Markdown, by name. */
type Guides = Readonly<
  Record<string, Readonly<Record<Language, { readonly title: string; readonly html: string }>>>
>;

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);

/**
 * A guide with this server in the place of the example. What stands before a path is its address; what stands alone is
 * its origin, as a Content-Security-Policy wants it.
 */
const filledIn = (guide: string, address: string): Markup =>
  raw(
    guide
      .replaceAll(/https:\/\/buurt\.example\.nl(?=\/)/g, () => escaped(address))
      .replaceAll('https://buurt.example.nl', () => escaped(new URL(address).origin)),
  );

const builderHead = (release: Release): Markup =>
  html`<link rel="stylesheet" href=${checkedFile(release, 'buurt.css')} />
    <script type="module" src=${checkedFile(release, 'buurt.js')}></script>
    <script type="module" src=${checkedFile(release, 'buurt-builder.js')}></script>`;

interface Builder {
  readonly lang: Language;
  readonly release: Release;
  readonly guides: Guides;
  readonly publicUrl: string | undefined;
  /** The address that the guides show. */
  readonly address: string;
}

function builderPage({ lang, release, guides, publicUrl, address }: Builder): Markup {
  const t = texts[lang];
  const names = Object.keys(guides).sort((a, b) =>
    (guides[a]?.[lang].title ?? '').localeCompare(guides[b]?.[lang].title ?? '', lang),
  );
  return ownPage({
    lang,
    title: t.title,
    home: '',
    head: builderHead(release),
    main: html`<h1>${t.title}</h1>
      <p>${t.lead}</p>
      ${
        publicUrl === undefined
          ? html`<p class="note">${t.ownAddress} <code>${address}</code>. ${t.setAddress}</p>`
          : ''
      }
      <buurt-embed-builder endpoint="v1" ${publicUrl === undefined ? '' : html`public-url="${publicUrl}"`}>
        <p>${t.noScript}</p>
      </buurt-embed-builder>
      <p>${t.allow} (<code>ALLOWED_ORIGINS</code>).</p>
      <h2>${t.updates}</h2>
      <p>${t.follows}</p>
      <p>${t.stays}</p>
      ${
        names.length === 0
          ? ''
          : html`<h2>${t.guides}</h2>
              <p>${t.guidesLead}</p>
              <ul class="guides">
                ${names.map(
                  (name) =>
                    html`<li>
                      <a href="insluiten/${name}?lang=${lang}">${guides[name]?.[lang].title ?? ''}</a>
                    </li>`,
                )}
              </ul>`
      }`,
  });
}

/**
 * For webmasters: the embed builder at `/insluiten`, and a guide for each CMS below it, with the addresses of this server.
 * The addresses of the pages themselves are relative, so that they also work where a proxy serves this server under a path.
 */
export function webmasterPages({ widgets, files, publicUrl, ...callers }: WebmasterPagesOptions): Hono {
  const newest = releaseIn(widgets, files);
  const guidesOf = builtJson<Guides>(join(widgets, followed, 'guides.json'), files);
  // For want of better what the caller says: so the page is for that caller only, and kept nowhere.
  const addressOf = (c: Context): string => publicUrl ?? new URL(c.req.url).origin;
  const pages = new Hono();
  pages.onError(failed);
  pages.use(rateLimitMiddleware(callers));
  pages.get('/look.css', (c) => {
    c.header('Content-Type', 'text/css; charset=utf-8');
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(ownPageStyles);
  });
  pages.use(detectLanguage, async (c, next) => {
    await next();
    c.header('Content-Security-Policy', pagePolicy({ hasMap: true, framedBy: "'none'" }));
    c.header('Cache-Control', 'no-store');
  });
  pages.get('/', async (c) => {
    const [release, guides = {}] = await Promise.all([newest(), guidesOf()]);
    return c.html(builderPage({ lang: languageOf(c), release, guides, publicUrl, address: addressOf(c) }));
  });
  pages.get('/:guide', async (c) => {
    const lang = languageOf(c);
    const name = c.req.param('guide');
    const guides = (await guidesOf()) ?? {};
    const guide = Object.hasOwn(guides, name) ? guides[name]?.[lang] : undefined;
    if (!guide) throw notFound();
    const t = texts[lang];
    const builder = html`<a href="../insluiten?lang=${lang}">${t.title}</a>`;
    return c.html(
      ownPage({
        lang,
        title: guide.title,
        home: '../',
        back: builder,
        main: html`${filledIn(guide.html, addressOf(c))}
        ${guide.html.includes('BU0363AA01') ? html`<p class="note">${t.code} ${builder}.</p>` : ''}`,
      }),
    );
  });
  return pages;
}
