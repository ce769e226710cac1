import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Locator } from 'playwright-core';
import { keepVersion } from '../../.ci/releases.mjs';
import { inWordPress, php } from './in-wordpress.js';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';

const built = 'dist/1';
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const buurt = 'BU9999AA01';

/** The name of a chunk of another build: the same but for its hash. */
const otherHash = (name: string): string =>
  name.replace(/-([\w-]{8})\.js$/, (_, hash: string) => `-${hash.split('').toReversed().join('')}.js`);

/**
 * A folder as a container of a release has it: the build, with its version in the words of the form, and with names of chunks
 * that no other release has.
 */
function releaseFolder(version: string, isOther: boolean): string {
  const root = mkdtempSync(join(tmpdir(), 'buurt-release-'));
  const integrity = JSON.parse(readFileSync(join(built, 'sri.json'), 'utf8')) as Record<string, string>;
  const names = Object.keys(integrity);
  const renamed = new Map(names.map((name) => [name, isOther ? otherHash(name) : name]));
  const inNames = (text: string) =>
    names
      .filter((name) => name.startsWith('chunks/'))
      .reduce((sum, name) => sum.replaceAll(name.slice(7), renamed.get(name)!.slice(7)), text);
  const from = join(root, '1');
  const hashes: Record<string, string> = {};
  for (const [name, other] of renamed) {
    const text = inNames(readFileSync(join(built, name), 'utf8')).replaceAll(
      'Jouw idee voor de buurt',
      `Idee ${version}`,
    );
    hashes[other] = `sha384-${createHash('sha384').update(text).digest('base64')}`;
    mkdirSync(dirname(join(from, other)), { recursive: true });
    writeFileSync(join(from, other), text);
    writeFileSync(join(from, `${other}.br`), brotliCompressSync(text, quick));
  }
  writeFileSync(join(from, 'sri.json'), JSON.stringify(hashes));
  writeFileSync(join(from, 'sizes.json'), inNames(readFileSync(join(built, 'sizes.json'), 'utf8')));
  for (const name of ['custom-elements.json', 'guides.json']) cpSync(join(built, name), join(from, name));
  keepVersion({ from, version, isReleased: true });
  return root;
}

describe('An update of the server', () => {
  const [before090, after091] = ['0.9.0', '0.9.1'].map((version, index) =>
    releaseFolder(version, index === 0),
  );
  let first: RunningServer;
  let second: RunningServer;
  let browser: Browser;
  let pages: Readonly<Record<string, string>> = {};
  const site = createServer(({ url = '/' }, response) => {
    const html = pages[url.slice(1)];
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html && `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Buurt</title>${html}`);
  }).listen(0, 'localhost');
  const host = () => `http://localhost:${String((site.address() as AddressInfo).port)}`;

  before(async () => {
    if (!site.listening) await once(site, 'listening');
    const environment = { ALLOWED_ORIGINS: host(), FRAME_ORIGINS: host() };
    first = await RunningServer.at({ ...environment, WIDGETS_DIR: before090! }, 'server');
    second = first.with({ WIDGETS_DIR: after091! });
    [browser] = await Promise.all([launch(), first.start()]);
  });
  after(async () => {
    await browser.close();
    site.closeAllConnections();
    site.close();
    await first.kill();
    await second.remove();
    for (const folder of [before090, after091]) rmSync(folder!, { recursive: true });
  });

  const tag = (name: string) =>
    `<${name} endpoint="${first.endpoint}" buurt="${buurt}">Bel ons: 012 345 67 89.</${name}>`;

  /** The lines that the builder gives, to follow updates or to pin the version. */
  async function linesOfBuilder() {
    const resident = await Resident.with(browser);
    await resident.page.goto(`${first.origin}/insluiten`);
    const builder = resident.page.locator('buurt-embed-builder');
    const head = builder.getByRole('region', { name: /In de <head>/ });
    const follows = await head.innerText();
    await builder.getByLabel('Vastzetten op versie 0.9.0').check();
    await builder.getByText('Je pagina houdt deze versie').waitFor();
    const pinned = await head.innerText();
    await resident.leave();
    return { follows, pinned };
  }

  /** What the plugin of WordPress puts in a page, by the settings of its administrator. */
  function linesOfWordPress(): string {
    const script = `${first.origin}/dist/1/buurt.js`;
    const options = { script, endpoint: first.endpoint, buurt, integrity: '', 'styles-integrity': '' };
    const { answers, seen } = inWordPress([['shortcode', [{ widget: 'idea-form' }]]], { options });
    return `${seen.styles['buurt-widgets']}${seen.scripts['buurt-widgets']}<body>${answers[0]}`;
  }

  /** The form of this version. */
  const form = ({ page }: Resident, kind: string, version: string): Locator => {
    const root = kind === 'framed' ? page.frameLocator('iframe') : page;
    return root.locator('buurt-idea-form').getByRole('heading', { name: `Idee ${version}` });
  };

  async function open(kind: string): Promise<Resident> {
    const resident = await Resident.with(browser);
    const devtools = await resident.context.newCDPSession(resident.page);
    // As for a visitor who never was here: what this page did not ask for yet comes from the server.
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await resident.page.goto(`${host()}/${kind}`);
    return resident;
  }

  /** A widget of which the page has nothing yet: its loader asks for chunks of the version that it is of. */
  async function addWidget({ page }: Resident, kind: string): Promise<void> {
    const frame = kind === 'framed' ? page.frames().at(-1)! : page.mainFrame();
    await frame.evaluate(
      (attributes) => {
        const list = document.createElement('buurt-initiative-list');
        for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
        document.body.append(list);
      },
      { endpoint: first.endpoint, buurt, history: 'off' },
    );
    await frame.locator('buurt-initiative-list').getByRole('heading', { level: 3 }).first().waitFor();
  }

  it('leaves no page without its widget: not forty that are open, pinned or not, and not those opened after it', async () => {
    const { follows, pinned } = await linesOfBuilder();
    assert.match(pinned, /dist\/0\.9\.0\/buurt\.js" integrity="sha384-/);
    pages = {
      follows: `${follows}<body>${tag('buurt-idea-form')}`,
      pinned: `${pinned}<body>${tag('buurt-idea-form')}`,
      framed: `<body><iframe src="${first.origin}/embed/idea-form?buurt=${buurt}" title="Buurt" height="700"></iframe>`,
      ...(php ? { wordpress: linesOfWordPress() } : {}),
    };
    const kinds = Object.keys(pages);
    const opened = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const kind = kinds[index % kinds.length]!;
        return { kind, resident: await open(kind) };
      }),
    );
    for (const { kind, resident } of opened) await form(resident, kind, '0.9.0').waitFor();

    await first.stop();
    await second.start();

    await Promise.all(
      opened.map(async ({ kind, resident }) => {
        await addWidget(resident, kind);
        assert.deepEqual(resident.errors, [], kind);
        await resident.leave();
      }),
    );
    for (const kind of kinds) {
      const resident = await open(kind);
      const version = kind === 'pinned' ? '0.9.0' : '0.9.1';
      await form(resident, kind, version).waitFor();
      await addWidget(resident, kind);
      assert.deepEqual([resident.errors, resident.violations], [[], []], kind);
      await resident.leave();
    }
  });
});
