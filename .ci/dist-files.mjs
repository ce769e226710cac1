import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { readGuides } from './guides.mjs';
import { dropOldChunks, makeRoom } from './earlier-chunks.mjs';
import { firstLoad, tags, wholeForm } from './widgets.mjs';

const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const sha384 = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

const weigh = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, smallest).length,
});

const sum = (weights) =>
  weights.reduce((all, one) => ({
    raw: all.raw + one.raw,
    gzip: all.gzip + one.gzip,
    brotli: all.brotli + one.brotli,
  }));

/** For pages with an iframe: on their own, because the loader and the widgets never need them. */
const frameScripts = { 'buurt-frame.js': 'host.ts', 'buurt-framed.js': 'framed.ts' };

/** No module, and older JavaScript than the widgets: it must run where they do not. */
const loadCheck = 'buurt-load-check.js';

async function small(entry, { format = 'esm', target = 'es2022' } = {}) {
  const { outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, minify: true, write: false },
    ...{ format, target },
  });
  return outputFiles[0].text;
}

/** What a page fetches for these chunks, the loader first: file names in the order of the chain. */
const filesOf = (chunks) => ['buurt.js', ...chunks.map(({ fileName }) => fileName)];

/** What each module weighs in its chunk, before it is made small: where to look when a widget grows too heavy. */
const modulesOf = ({ modules }) =>
  Object.fromEntries(
    Object.entries(modules)
      .map(([id, { renderedLength }]) => [id.replace(/^.*\/(packages|node_modules)\//, ''), renderedLength])
      .sort(([, a], [, b]) => b - a),
  );

/** The licences of what others made and is bundled: they ask to be passed on. */
function licences(output) {
  const homes = new Set(
    output.flatMap(({ moduleIds }) =>
      moduleIds.flatMap((id) => id.match(/^.*\/node_modules\/(@[^/]+\/)?[^/]+/)?.[0] ?? []),
    ),
  );
  return [...homes].sort().map((home) => {
    const { name, version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENCE'].map((each) => join(home, each)).find(existsSync);
    return `${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : ''}\n`;
  });
}

/**
 * A rollup plugin that completes `dist/`: the stylesheet, compressed copies, hashes for `integrity`, the manifest of
 * sizes, the guides for webmasters, and the licences of what is bundled.
 */
export const distFiles = () => ({
  name: 'dist-files',
  renderStart: ({ dir }) => makeRoom(dir),
  async writeBundle({ dir }, bundle) {
    const output = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const write = (name, text) => writeFileSync(join(dir, name), text);
    const css = readFileSync('packages/buurt/src/buurt.css', 'utf8');
    mkdirSync(dir, { recursive: true });
    write('buurt.css', (await transform(css, { loader: 'css', minify: true, target: 'chrome100' })).code);

    for (const [name, entry] of Object.entries(frameScripts))
      write(name, await small(`packages/embed-tools/src/frame/${entry}`));
    const classic = { format: 'iife', target: 'es2015' };
    write(loadCheck, await small('packages/embed-tools/src/check/load-check.ts', classic));

    const names = [
      ...output.map(({ fileName }) => fileName),
      'buurt.css',
      ...Object.keys(frameScripts),
      loadCheck,
    ].sort();
    dropOldChunks(dir, names);
    const contents = new Map(names.map((name) => [name, readFileSync(join(dir, name))]));
    for (const [name, bytes] of contents) write(`${name}.br`, brotliCompressSync(bytes, smallest));
    const integrity = Object.fromEntries(names.map((name) => [name, sha384(contents.get(name))]));
    const files = Object.fromEntries(names.map((name) => [name, weigh(contents.get(name))]));
    const weighed = (chunks) => {
      const needed = filesOf(chunks);
      return { files: needed, ...sum(['buurt.css', ...needed].map((name) => files[name])) };
    };
    const widgets = Object.fromEntries(tags.map((tag) => [tag, weighed(firstLoad(output, tag))]));
    const sizes = { files, widgets, wholeForm: weighed(wholeForm(output)) };
    write('sri.json', JSON.stringify(integrity, null, 2));
    const modules = Object.fromEntries(output.map((chunk) => [chunk.fileName, modulesOf(chunk)]));
    write('sizes.json', JSON.stringify({ ...sizes, modules }, null, 2));
    write('guides.json', JSON.stringify(readGuides()));
    write('licences.txt', licences(output).join('\n---\n\n'));
  },
});
