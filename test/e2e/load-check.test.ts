import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArgs, chromiumPath, firefoxPath } from '../../.ci/browsers.mjs';

const engines = {
  Chromium: { executablePath: chromiumPath() as string, args: chromiumArgs },
  Firefox: { browser: 'firefox' as const, executablePath: firefoxPath() as string },
};

const dist = (path: string) => readFile(new URL(`../../dist/1${path}`, import.meta.url));
const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://localhost:${String((server.address() as AddressInfo).port)}`;
};

interface Sample {
  readonly what: string;
  /** The line of the loader; `files` is the host of the widgets. */
  readonly loader: string;
  readonly policy?: string;
  /** What the page says is wrong, in Dutch. */
  readonly says: RegExp;
}

for (const [engine, launch] of Object.entries(engines))
  describe(`buurt-load-check.js in ${engine}`, () => {
    let browser: Browser;
    let origin: string;
    let files: string;
    let html = '';
    let policy = '';

    /** The site of a corporation; it has a copy of the check, which its policy allows wherever the widgets come from. */
    const site = createServer((request, response) => {
      if (request.url === '/buurt-load-check.js')
        void dist(request.url).then((bytes) =>
          response.writeHead(200, { 'content-type': 'text/javascript' }).end(bytes),
        );
      else
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            ...(policy ? { 'content-security-policy': policy } : {}),
          })
          .end(html);
    });
    /** The host of the widgets; the first part of a path names a fault. */
    const widgets = createServer((request, response) => {
      const [, fault = '', path = ''] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
      const cors = fault === 'no-cors' ? {} : { 'access-control-allow-origin': '*' };
      const isGone = fault === 'gone' || (fault === 'no-chunks' && path.startsWith('/chunks/'));
      if (isGone) response.writeHead(404, cors).end();
      else if (fault === 'page')
        response.writeHead(200, { ...cors, 'content-type': 'text/html' }).end('<h1>Welkom</h1>');
      else if (fault === 'broken')
        response
          .writeHead(200, { ...cors, 'content-type': 'text/javascript' })
          .end('throw new Error("stuk")');
      else
        void dist(path).then(
          (bytes) => response.writeHead(200, { ...cors, 'content-type': 'text/javascript' }).end(bytes),
          () => response.writeHead(404, cors).end(),
        );
    });

    before(async () => {
      [browser, origin, files] = await Promise.all([
        puppeteer.launch(launch),
        listening(site),
        listening(widgets),
      ]);
    });
    after(async () => {
      await browser.close();
      for (const server of [site, widgets]) {
        server.closeAllConnections();
        server.close();
      }
    });

    const line = (path: string, more = 'type="module"') => `<script ${more} src="${files}${path}"></script>`;
    const pageOf = (loader: string, lang = 'nl') =>
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Buurt</title>
        <link rel="icon" href="data:,"><script src="/buurt-load-check.js"></script>${loader}</head>
        <body><buurt-provider><p>Bel ons.</p></buurt-provider></body></html>`;
    const policyWith = (scripts: string) =>
      `default-src 'none'; img-src data:; connect-src 'self'; script-src 'self' ${scripts}`;

    /** Opens the page, runs this on it, and closes it. */
    async function visit<T>(
      loader: string,
      run: (page: Page) => Promise<T>,
      { search = '?buurt-check', lang = 'nl', withPolicy = '' } = {},
    ): Promise<T> {
      html = pageOf(loader, lang);
      policy = withPolicy;
      const page = await browser.newPage();
      try {
        await page.goto(`${origin}/${search}`);
        return await run(page);
      } finally {
        await page.close();
      }
    }
    const said = async (page: Page) =>
      (await page.waitForSelector('[data-buurt-load-report]'))?.evaluate(({ textContent }) => textContent);

    const samples = (): readonly Sample[] => [
      { what: 'no line of the loader', loader: '', says: /buurt\.js staat niet op deze pagina/ },
      {
        what: 'a line without type="module"',
        loader: line('/good/buurt.js', ''),
        says: /Zet type="module" bij buurt\.js/,
      },
      {
        what: 'a type that a cookie banner changed',
        loader: line('/good/buurt.js', 'type="text/plain"'),
        says: /Zet type="module"/,
      },
      {
        what: 'a file that is not there',
        loader: line('/gone/buurt.js'),
        says: /\/gone\/buurt\.js geeft 404/,
      },
      {
        what: 'a page in the place of the file',
        loader: line('/page/buurt.js'),
        says: /\/page\/buurt\.js geeft text\/html/,
      },
      {
        what: 'a hash of another version',
        loader: line(
          '/good/buurt.js',
          `type="module" crossorigin integrity="sha384-${Buffer.alloc(48).toString('base64')}"`,
        ),
        says: /De integrity bij .+\/good\/buurt\.js is oud\. Plak de nieuwe regels/,
      },
      {
        what: 'a host without CORS',
        loader: line('/no-cors/buurt.js'),
        says: /zonder Access-Control-Allow-Origin/,
      },
      {
        what: 'a host where nobody is',
        loader: '<script type="module" src="http://localhost:9/buurt.js"></script>',
        says: /http:\/\/localhost:9\/buurt\.js start niet\. Kijk in de console/,
      },
      { what: 'a file that throws', loader: line('/broken/buurt.js'), says: /stuk/ },
      {
        what: 'a policy without the host',
        loader: line('/good/buurt.js'),
        policy: policyWith(''),
        says: new RegExp(`Content-Security-Policy houdt .+ tegen\\. Zet ${files} in script-src\\.`),
      },
      {
        what: 'a policy that only has default-src',
        loader: line('/good/buurt.js'),
        policy: "default-src 'self' data:",
        says: /Zet .+ in default-src\./,
      },
      {
        what: 'a policy that has script-src-elem',
        loader: line('/good/buurt.js'),
        policy: `script-src ${files}; script-src-elem 'self'`,
        says: /Zet .+ in script-src-elem\./,
      },
      {
        what: 'a policy that allows the loader alone',
        loader: line('/good/buurt.js'),
        policy: policyWith(`${files}/good/buurt.js`),
        says: /houdt .+\/chunks\/.+ tegen\. Zet .+ in script-src\./,
      },
      {
        what: 'chunks that are not there',
        loader: line('/no-chunks/buurt.js'),
        says: /Zet ook .+\/no-chunks\/chunks op de server/,
      },
    ];

    it('says what stops the loader, and what to change', async () => {
      for (const { what, loader, policy: withPolicy = '', says } of samples())
        assert.match((await visit(loader, said, { withPolicy })) ?? '', says, what);
    });

    it('asks for the nonce of a policy that looks at no host', async () => {
      html = pageOf(line('/good/buurt.js')).replace('<script src', '<script nonce="abc" src');
      policy = "script-src 'nonce-abc' 'strict-dynamic'";
      const page = await browser.newPage();
      await page.goto(`${origin}/?buurt-check`);
      assert.match((await said(page)) ?? '', /Zet nonce="…" in <script>/);
      await page.close();
    });

    it('speaks English on an English page', async () => {
      assert.match(
        (await visit('', said, { lang: 'en-GB' })) ?? '',
        /^\?buurt-check: buurt\.js is not on this page\.$/,
      );
    });

    it('starts by the attribute of the self-test too', async () => {
      assert.match(
        (await visit('<meta data-buurt-check>', said, { search: '' })) ?? '',
        /staat niet op deze pagina/,
      );
    });

    it('shows residents nothing', async () => {
      await visit(
        line('/gone/buurt.js'),
        async (page) => {
          // Whatever a check would have asked for has its answer before this one.
          await page.evaluate((url) => fetch(url), `${files}/gone/buurt.js`);
          assert.equal(await page.$('[data-buurt-load-report]'), null);
        },
        { search: '' },
      );
    });

    it('leaves all to the self-test when that runs, also when the loader comes late', async () => {
      const selfTest = async (page: Page) => {
        await page.waitForFunction(() =>
          document.querySelector('[data-buurt-report]')?.shadowRoot?.querySelector('details'),
        );
        await page.waitForFunction(() => !document.querySelector('[data-buurt-load-report]'));
      };
      await visit(line('/good/buurt.js'), selfTest);
      await visit('', async (page) => {
        await said(page);
        await page.evaluate((src) => {
          const script = document.createElement('script');
          Object.assign(script, { type: 'module', src });
          document.head.append(script);
        }, `${files}/good/buurt.js`);
        await selfTest(page);
      });
    });

    // The only engine in which a test can answer for a host with https.
    if (engine === 'Chromium')
      it('says that a page with https takes no loader over http', async () => {
        const page = await browser.newPage();
        await page.setRequestInterception(true);
        const answer = async (url: string) => {
          const isScript = url.endsWith('/buurt-load-check.js');
          return {
            contentType: isScript ? 'text/javascript' : 'text/html; charset=utf-8',
            body: isScript
              ? await dist('/buurt-load-check.js')
              : pageOf('<script type="module" src="http://widgets.test/buurt.js"></script>'),
          };
        };
        page.on('request', (request) => {
          void answer(request.url()).then((response) => request.respond(response));
        });
        await page.goto('https://wijk.test/?buurt-check');
        assert.match((await said(page)) ?? '', /Laat http:\/\/widgets\.test\/buurt\.js met https beginnen/);
        await page.close();
      });
  });
