import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Store } from '@buurt/server/seeding';
import type { Clock } from '@buurt/server/start';
import { Hono, type MiddlewareHandler } from 'hono';
import { publicFolder } from '../folders.js';
import { aboutPage } from './about-page.js';
import { addressService } from './address-service.js';
import { buurtPage, cashbookPage, initiativesPage, votePage } from './buurt-pages.js';
import { mapPage } from './map-page.js';
import { demoBuurten } from './corporation.js';
import { headLines, type Widgets } from './embedding.js';
import { homePage } from './home-page.js';
import { mapTiles } from './map-tiles.js';
import { staffPages, staffPath } from './staff-page.js';
import { missingPage } from './missing-page.js';

/** What a careful webmaster sends: nothing but his own origin, no markup from text. The widgets need no more. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  // The demo's own door to the desk is the only form that goes anywhere.
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const strict: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', contentSecurityPolicy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
};

const files = ['demo.css', 'logo.svg', 'street.svg'] as const;
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface DemoOptions {
  readonly widgets: Widgets;
  /** Where visitors reach this server: for the lines that a webmaster copies. Never what a caller writes in `Host`. */
  readonly address: string;
  readonly store: Store;
  readonly clock: Clock;
}

/** The site of a made-up corporation with the widgets in it, and the address service that its form asks. */
export function createDemo({ widgets, address, store, clock }: DemoOptions): Hono {
  const demo = new Hono();
  demo.route('/demo/adressen/v3_1', addressService());
  demo.route('/demo/kaart', mapTiles());
  demo.use('*', strict);
  demo.get('/', async (c) => c.html(homePage(await headLines(widgets, 'buurt-map-card'))));
  demo.get('/over-deze-demo', async (c) =>
    c.html(aboutPage(address, await headLines(widgets, 'buurt-idea-form'))),
  );
  demo.route(staffPath, staffPages({ store, clock }));
  // The overview knows a buurt by its code.
  for (const { code, path } of demoBuurten) demo.get(`/naar/${code}`, (c) => c.redirect(path));
  for (const buurt of demoBuurten) {
    demo.get(buurt.path, async (c) =>
      c.html(buurtPage(buurt, await headLines(widgets, 'buurt-idea-form', 'buurt-initiative-list'))),
    );
    demo.get(`${buurt.path}/buurtbudget`, async (c) =>
      c.html(votePage(buurt, await headLines(widgets, 'buurt-budget-vote'))),
    );
    demo.get(`${buurt.path}/kaart`, async (c) =>
      c.html(
        mapPage(buurt, await headLines(widgets, 'buurt-provider', 'buurt-map-card', 'buurt-initiative-list')),
      ),
    );
    demo.get(`${buurt.path}/initiatieven`, async (c) =>
      c.html(initiativesPage(buurt, await headLines(widgets, 'buurt-initiative-list'))),
    );
    demo.get(`${buurt.path}/kasboek`, async (c) =>
      c.html(cashbookPage(buurt, await headLines(widgets, 'buurt-cashbook'))),
    );
  }
  for (const name of files)
    demo.get(`/demo/${name}`, async (c) =>
      c.body(await readFile(join(publicFolder, name)), 200, {
        'Content-Type': mediaTypes[extname(name)] ?? 'application/octet-stream',
        'Cache-Control': 'public, max-age=300',
      }),
    );
  demo.notFound((c) => c.html(missingPage(), 404));
  return demo;
}
