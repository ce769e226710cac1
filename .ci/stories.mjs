// Opens every story of the built Storybook as three visitors would: on a desk, on a small phone, and in the dark. A
// story fails when its render, its play function or its axe check (parameters.a11y.test = 'error') does.
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './browsers.mjs';
import { serveFolder } from './static-server.mjs';

const folder = process.argv[2] ?? 'storybook-static';
const visitors = {
  'on a desk': { viewport: { width: 1440, height: 900 } },
  'on a small phone': { viewport: { width: 320, height: 640 }, hasTouch: true },
  'in the dark': { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' },
};

/** What Storybook reports when render, play and checks are over. */
const outcome = () =>
  new Promise((resolve) => {
    setTimeout(() => resolve({ status: 'timeout' }), 20_000);
    const timer = setInterval(() => {
      const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(timer);
      channel.on('storyFinished', resolve);
      channel.on('storyThrewException', ({ message }) => resolve({ status: message }));
      channel.on('playFunctionThrewException', ({ message }) => resolve({ status: message }));
    }, 5);
  });

const violationsIn = (reporters = []) =>
  reporters
    .filter(({ status }) => status === 'failed')
    .flatMap(({ type, result }) =>
      (result?.violations ?? [{ id: type, nodes: [] }]).map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    );

async function problemsOf(page, url) {
  const errors = [];
  const listen = (error) => errors.push(error.message);
  page.on('pageerror', listen);
  await page.goto(url);
  const { status, reporters } = await page.evaluate(outcome);
  page.off('pageerror', listen);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(status === 'success' ? [] : [status]),
    ...errors,
    ...violationsIn(reporters),
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
  ];
}

const { entries } = JSON.parse(await readFile(`${folder}/index.json`, 'utf8'));
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });

async function visit([who, settings]) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...settings });
  let failed = 0;
  for (const { id } of stories) {
    const page = await context.newPage();
    const problems = await problemsOf(page, `${server.origin}/iframe.html?id=${id}&viewMode=story`);
    if (problems.length > 0) failed += 1;
    for (const problem of problems) console.error(`✖ ${id} ${who}: ${problem}`);
    await page.close();
  }
  await context.close();
  return failed;
}

const failures = await Promise.all(Object.entries(visitors).map(visit));
const failed = failures.reduce((all, one) => all + one, 0);
await browser.close();
server.close();
console.log(`${stories.length * failures.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || stories.length === 0 ? 1 : 0;
