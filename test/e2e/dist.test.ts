import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist/1/', import.meta.url));
const read = (name: string) => readFileSync(dist + name, 'utf8');
const json = (name: string) => JSON.parse(read(name)) as any;
/** Of this build: `dist/` also holds chunks of earlier ones. */
const chunks = Object.keys(json('sri.json')).filter((name) => name.startsWith('chunks/'));
const scripts = ['buurt.js', ...chunks];
const matches = (pattern: RegExp) => scripts.flatMap((name) => read(name).match(pattern) ?? []);

describe('dist', () => {
  it('makes markup from text nowhere but in Lit, which has a Trusted Types policy', () => {
    const writes = (name: string) => read(name).match(/\.(inner|outer)HTML\b/g)?.length ?? 0;
    const ours = scripts.filter((name) => !name.includes('/exploration-'));
    assert.equal(
      ours.map(writes).reduce((sum, each) => sum + each),
      1,
    );
    // d3-selection brings its method `html` along, which nobody calls: the map works under Trusted Types, end to end.
    const [exploration = ''] = scripts.filter((name) => !ours.includes(name));
    assert.equal(writes(exploration), 4);
    assert.doesNotMatch(read(exploration), /\.html\(/);
    assert.match(
      read(chunks.find((name) => name.startsWith('chunks/shared')) as string),
      /createPolicy\("lit-html"/,
    );
    assert.deepEqual(
      matches(/insertAdjacentHTML|document\.write|createContextualFragment|unsafe(HTML|SVG)/g),
      [],
    );
  });

  it('runs no text as code', () => {
    assert.deepEqual(matches(/\beval\(|new Function\(|\bimportScripts\(|javascript:/g), []);
  });

  it('writes no inline style or handler, which a strict policy refuses', () => {
    assert.deepEqual(matches(/<[a-z][^<>]*\s(style|on[a-z]+)=|<style|setAttribute\("style"/g), []);
  });

  it('names no other host but that of the map with streets, which is asked after a click', () => {
    const known = /^https?:\/\/(www\.w3\.org|lit\.dev|json-schema\.org|schema\.org)/;
    const addresses = matches(/https?:\/\/[a-z0-9.-]+\.[a-z]{2,}[^"'`\s]*/g).filter(
      (each) => !known.test(each),
    );
    // The builder writes that host in the policy that a page with the map needs.
    assert.deepEqual([...new Set(addresses.map((each) => new URL(each).host))], ['service.pdok.nl']);
  });

  it('has one copy of Lit, in the shared chunk', () => {
    const withLit = scripts.filter((name) => read(name).includes('litElementVersions'));
    assert.equal(withLit.length, 1);
    assert.match(withLit[0]!, /shared/);
  });

  it('gives every file the hash that it has', () => {
    const hashes = json('sri.json') as Record<string, string>;
    const others = [
      ...['buurt-builder.js', 'buurt-desk.js', 'buurt.css', 'buurt-frame.js', 'buurt-framed.js'],
      'buurt-load-check.js',
    ];
    assert.deepEqual(Object.keys(hashes).sort(), [...scripts, ...others].sort());
    for (const [name, hash] of Object.entries(hashes))
      assert.equal(hash, `sha384-${createHash('sha384').update(read(name)).digest('base64')}`, name);
  });

  it('has a compressed copy of every file, and knows its weight', () => {
    for (const [name, { raw, brotli }] of Object.entries<any>(json('sizes.json').files)) {
      const compressed = readFileSync(`${dist}${name}.br`);
      assert.equal(brotliDecompressSync(compressed).toString(), read(name));
      assert.deepEqual([raw, brotli], [Buffer.byteLength(read(name)), compressed.length]);
    }
  });

  it('passes on the licences of what is bundled', () => {
    assert.match(read('licences.txt'), /lit-html 3.*BSD-3-Clause.*Copyright.*Google/s);
  });

  it('tells no path outside the repository in the source maps', () => {
    const home = resolve(dist, '../..');
    for (const name of scripts)
      for (const source of json(`${name}.map`).sources as string[])
        assert.ok(resolve(dist, dirname(name), source).startsWith(home), `${name}: ${source}`);
  });
});

describe('the description of the tags', () => {
  const declarations = json('custom-elements.json').modules.flatMap((module: any) => module.declarations);
  const described = (tag: string) => declarations.find((each: any) => each.tagName === tag);

  it('shows every public attribute of the form, and what it means', () => {
    const attributes = described('buurt-idea-form').attributes;
    const names = attributes.map(({ name }: any) => name);
    for (const name of ['endpoint', 'buurt', 'heading-level', 'draft']) assert.ok(names.includes(name), name);
    for (const { name, description } of attributes)
      assert.ok(description, `${String(name)} says what it means`);
  });

  it('shows the events of the form', () => {
    const names = described('buurt-idea-form').events.map(({ name }: any) => name);
    for (const name of ['buurt-idea-submit', 'buurt-idea-sent', 'buurt-error'])
      assert.ok(names.includes(name), name);
  });

  it('keeps private members private', () => {
    for (const { members } of declarations)
      for (const { name, privacy } of members) {
        assert.ok(!['private', 'protected'].includes(privacy), name);
        assert.doesNotMatch(name, /^[#_]/);
      }
  });

  it('is there for the editors', () => {
    const tags = json('vscode.html-custom-data.json').tags.map(({ name }: any) => name);
    assert.deepEqual(tags.sort(), [
      'buurt-budget-vote',
      'buurt-cashbook',
      'buurt-idea-form',
      'buurt-initiative-list',
      'buurt-map-card',
      'buurt-my-initiative',
      'buurt-provider',
    ]);
    const { name, version } = json('web-types.json');
    assert.deepEqual([name, typeof version], ['@buurt/buurt', 'string']);
    for (const room of [
      'budget-vote',
      'cashbook',
      'core',
      'idea-form',
      'initiative-list',
      'map-card',
      'my-initiative',
    ])
      assert.ok(existsSync(`${dist}../../packages/${room}/dist/custom-elements.json`), room);
  });
});
