import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { readGuides } from '../../.ci/guides.mjs';
import { Stage } from './stage.js';
import { widgetsFolder } from './widgets-folder.js';

/** With a path of its own, as behind a proxy. */
const publicUrl = 'https://www.corporatie.nl/buurt';
const guides = readGuides();
const languages = ['nl', 'en'] as const;
const folder = new URL('../../packages/embed-tools/guides/', import.meta.url);

let stage: Stage;
const { path: widgets, remove } = widgetsFolder({ 'guides.json': JSON.stringify(guides) });
let app: Hono;
before(async () => {
  stage = await Stage.open({ widgets });
  app = stage.appWith({ widgets, publicUrl });
});
after(async () => {
  await stage.close();
  remove();
});

const bodyOf = async (path: string, headers: Record<string, string> = {}, from = app): Promise<string> => {
  const answer = await from.request(path, { headers });
  assert.equal(answer.status, 200, path);
  return answer.text();
};

const fencesIn = (markdown: string): string[] => markdown.match(/```.*?```/gs) ?? [];

describe('A webmaster who reads a guide of this server', () => {
  for (const name of Object.keys(guides))
    for (const lang of languages)
      it(`finds its own addresses in ${name} (${lang}), and nothing left to fill in`, async () => {
        const source = await readFile(new URL(`${name}.${lang}.md`, folder), 'utf8');
        const text = await bodyOf(`/insluiten/${name}?lang=${lang}`);
        assert.match(text, new RegExp(`<html lang="${lang}">`));
        assert.doesNotMatch(text, /buurt\.example|\.md\b|\{\{|undefined/);
        const shown = text.match(/https?:\/\/[^\s"'&;,<)`?}]*/g) ?? [];
        for (const address of shown)
          assert.match(
            address,
            /^https:\/\/(www\.example\.nl|www\.corporatie\.nl|www\.corporatie\.nl\/buurt\/(v1|insluiten|dist\/1\/buurt(-frame)?\.(js|css):?|embed\/idea-form))$/,
          );
        const own = (pattern: RegExp, from: string) => (from.match(pattern) ?? []).length;
        const ours = /https:\/\/www\.corporatie\.nl/g;
        assert.equal(own(ours, text), own(/https:\/\/buurt\.example\.nl/g, source));
        // What a policy allows is a host: with a path it would be that one file.
        for (const [, after] of text.matchAll(/-src https:\/\/www\.corporatie\.nl(.)/g))
          assert.match(after ?? '', /[;\s<]/);
      });

  it('gets the same lines to paste in both languages', async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.en.md'));
    assert.equal(files.length, 7);
    for (const file of files) {
      const [en, nl] = await Promise.all(
        [file, file.replace('.en.', '.nl.')].map((each) => readFile(new URL(each, folder), 'utf8')),
      );
      assert.deepEqual(fencesIn(nl!), fencesIn(en!), file);
    }
  });

  it('reads the code of the page as it was written, whatever the address of the server is', async () => {
    const odd = stage.appWith({ widgets, publicUrl: "https://www.corporatie.nl/a&b'$&" });
    const text = await bodyOf('/insluiten/stripped-tags', {}, odd);
    assert.match(text, /https:\/\/www\.corporatie\.nl\/a&#38;b&#39;\$&#38;\/v1/);
  });

  it('reaches every page from every other, in the language they read', async () => {
    for (const lang of languages) {
      const seen = new Set<string>();
      const ahead = [`/insluiten?lang=${lang}`];
      for (let path = ahead.pop(); path; path = ahead.pop()) {
        if (seen.has(path)) continue;
        seen.add(path);
        const text = await bodyOf(path);
        for (const [, link = ''] of text.matchAll(/<a href="([^"#]+)"/g)) {
          const { pathname, search } = new URL(link, `http://localhost${path}`);
          if (!link.startsWith('?')) ahead.push(pathname + search);
        }
      }
      const expected = Object.keys(guides).map((name) => `/insluiten/${name}?lang=${lang}`);
      assert.deepEqual([...seen].sort(), [`/insluiten?lang=${lang}`, ...expected].sort());
    }
  });

  it('is told by 404 that there is no such guide', async () => {
    for (const name of ['joomla', 'constructor', '__proto__', 'look', 'drupal/x'])
      assert.equal((await app.request(`/insluiten/${name}`)).status, 404, name);
  });
});

describe('The page with the embed builder', () => {
  it('speaks the language that was asked for, or that of the browser, and else Dutch', async () => {
    const langOf = async (query: string, accepted: string) =>
      /<html lang="(\w+)">/.exec(await bodyOf(`/insluiten${query}`, { 'Accept-Language': accepted }))?.[1];
    assert.equal(await langOf('', 'en-GB,en;q=0.9,nl;q=0.5'), 'en');
    assert.equal(await langOf('', 'nl-NL,en;q=0.5'), 'nl');
    assert.equal(await langOf('', 'de'), 'nl');
    assert.equal(await langOf('?lang=en', 'nl'), 'en');
    assert.equal(await langOf('?lang=fr', 'nl'), 'nl');
  });

  it('allows nothing inline, no frame and no other host but that of the map, and is kept nowhere', async () => {
    for (const path of ['/insluiten', '/insluiten/drupal']) {
      const { headers } = await app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.equal(headers.get('cache-control'), 'no-store');
      const text = await bodyOf(path);
      assert.doesNotMatch(text, /<style|style=|<script(?! type="module" src=)|\son\w+=/);
    }
  });

  it('hands the builder the address at which residents reach the server', async () => {
    assert.match(
      await bodyOf('/insluiten'),
      /<buurt-embed-builder endpoint="v1" public-url="https:\/\/www\.corporatie\.nl\/buurt">/,
    );
  });

  it('shows the address that the browser uses when the server was not told one, and says so', async () => {
    const own = stage.appWith({ widgets });
    const text = await bodyOf('http://buurt.corporatie.nl/insluiten', {}, own);
    assert.match(text, /weet zijn eigen adres niet.*http:\/\/buurt\.corporatie\.nl.*PUBLIC_URL/s);
    assert.doesNotMatch(text, /public-url/);
    assert.match(
      await bodyOf('http://buurt.corporatie.nl/insluiten/typo3', {}, own),
      /http:\/\/buurt\.corporatie\.nl\/dist\/1\/buurt\.js/,
    );
    assert.doesNotMatch(await bodyOf('/insluiten'), /weet zijn eigen adres niet/);
  });

  it('is there without guides too, with widgets of an older build', async () => {
    const older = widgetsFolder();
    const text = await bodyOf('/insluiten', {}, stage.appWith({ widgets: older.path }));
    assert.doesNotMatch(text, /Handleidingen/);
    older.remove();
  });

  it('says what an update of the server does to a page with a tag', async () => {
    assert.match(
      await bodyOf('/insluiten'),
      /met “dist\/1” in het adres krijgen .*met een versie en “integrity” blijven zoals ze zijn/s,
    );
  });
});
