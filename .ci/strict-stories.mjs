// Shows every story, with its play function, on a page as strict as a page can be: nothing inline, nothing from
// elsewhere, Trusted Types with Lit's policy alone. A story fails when the browser refuses anything.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './browsers.mjs';
import { serveFolder } from './static-server.mjs';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const files = readdirSync('stories').filter((name) => name.endsWith('.stories.ts'));
const entry = [
  "import { show } from './.ci/strict-page.js';",
  ...files.map((file, index) => `import * as file${index} from './stories/${file}';`),
  `const files = { ${files.map((file, index) => `'${file}': file${index}`).join(', ')} };`,
  'globalThis.showStory = (file, name) => show(files[file], name);',
  'globalThis.stories = Object.entries(files).flatMap(([file, all]) =>',
  "  Object.keys(all).filter((name) => name !== 'default' && !name.startsWith('__')).map((name) => ({ file, name })));",
].join('\n');

const folder = mkdtempSync(join(tmpdir(), 'buurt-strict-'));
await build({
  stdin: { contents: entry, resolveDir: process.cwd(), loader: 'js' },
  bundle: true,
  splitting: true,
  format: 'esm',
  outdir: folder,
  entryNames: 'stories',
  conditions: ['buurt-source'],
  define: { 'process.env.NODE_ENV': '"production"' },
  tsconfig: 'tsconfig.json',
  logLevel: 'error',
});
const page = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Verhaal</title><main></main>';
writeFileSync(join(folder, 'index.html'), `${page}<script type="module" src="/stories.js"></script></html>`);

const server = await serveFolder(folder, { headers: { 'content-security-policy': policy } });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
/** A visitor with storage of his own. */
const newVisitor = () =>
  browser.newContext({ viewport: { width: 768, height: 1024 }, reducedMotion: 'reduce' });

async function problemsOf(visitor, { file, name }) {
  const tab = await visitor.newPage();
  const errors = [];
  tab.on('pageerror', ({ message }) => errors.push(message));
  await tab.goto(`${server.origin}/index.html`);
  await tab.waitForFunction(() => globalThis.showStory);
  const refused = await tab
    .evaluate(([a, b]) => globalThis.showStory(a, b), [file, name])
    .catch(({ message }) => [message.split('\n')[0]]);
  await tab.close();
  return [...refused, ...errors];
}

const tab = await (await newVisitor()).newPage();
await tab.goto(`${server.origin}/index.html`);
await tab.waitForFunction(() => globalThis.stories);
const stories = await tab.evaluate(() => globalThis.stories);
const waiting = [...stories];
let failed = 0;

/** Most of the time of a story is waiting, so three visitors take them in turn. */
async function visit() {
  const visitor = await newVisitor();
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    const problems = await problemsOf(visitor, story);
    if (problems.length > 0) failed += 1;
    for (const problem of problems) console.error(`✖ ${story.file} ${story.name}: ${problem}`);
  }
}
await Promise.all([visit(), visit(), visit()]);
await browser.close();
server.close();
rmSync(folder, { recursive: true });
console.log(`${stories.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || stories.length === 0 ? 1 : 0;
