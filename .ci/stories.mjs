// Opens every story of the built Storybook as three visitors would: on a desk, on a small phone, and in the dark. A
// story fails when its render, its play function or its axe check (parameters.a11y.test = 'error') does, and when it
// does what a page as strict as a page can be forbids. On the desk each story also puts on all themes that a Dutch page
// may carry: it must match them and stay readable. With `--quick` only on a desk, without those themes.
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './browsers.mjs';
import { serveFolder } from './static-server.mjs';
import { roles, themes } from './themes.mjs';

const folder = 'storybook-static';
const quick = process.argv.includes('--quick');
const visitors = {
  'on a desk': { viewport: { width: 1440, height: 900 } },
  'on a small phone': { viewport: { width: 320, height: 640 }, hasTouch: true },
  'in the dark': { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' },
};

/** Nothing inline, nothing from elsewhere, Trusted Types with Lit's policy alone; Storybook itself could not live with it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** Runs in the browser: keeps what the policy would refuse of ours, that is in a story or by a file that is not Storybook's. */
function noteRefusals() {
  globalThis.refusals = [];
  addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, sample, sourceFile, lineNumber, columnNumber } = event;
    const inStory = event.composedPath().some(({ id }) => id === 'storybook-root');
    if (inStory || !/\/iframe(-[\w-]+\.js|\.html)$/.test(sourceFile))
      globalThis.refusals.push(
        `${effectiveDirective} would refuse ${sample} at ${sourceFile}:${lineNumber}:${columnNumber}`,
      );
  });
}

/**
 * Shows a story in the page that is there, and resolves to what Storybook reports when render, play and checks are over:
 * who goes on before that makes Storybook load the page again.
 */
const show = (storyId) =>
  new Promise((resolve) => {
    const thrown = [];
    const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
    const note = ({ message }) => thrown.push(message);
    const troubles = ['storyThrewException', 'playFunctionThrewException', 'storyErrored'];
    const end = ({ status, reporters }) => {
      for (const event of troubles) channel.off(event, note);
      resolve({ thrown, status, reporters });
    };
    setTimeout(() => end({ status: 'timeout' }), 30_000);
    channel.once('storyMissing', () => end({ status: 'missing' }));
    channel.once('storyFinished', end);
    for (const event of troubles) channel.on(event, note);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });

const violationsIn = (reporters = []) =>
  reporters
    .filter(({ status }) => status === 'failed')
    .flatMap(({ type, result }) =>
      (result?.violations ?? [{ id: type, nodes: [] }]).map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    );

/**
 * Runs in the browser: finds elements that a rule for `:empty` would hide, but for white space in them. That comes with a
 * line break in a template, and then an empty line takes room.
 */
function blankElements() {
  const selectorsIn = ({ cssRules = [] }) =>
    [...cssRules].flatMap((rule) => [rule.selectorText ?? '', ...selectorsIn(rule)]);
  const isBlank = (element) =>
    element.childElementCount === 0 && element.textContent.trim() === '' && element.checkVisibility();
  const missedBy = (selector, root) =>
    [...root.querySelectorAll(selector.replaceAll(':empty', ''))].filter(
      (element) => isBlank(element) && !element.matches(selector),
    );
  const missedIn = (root) => [
    ...[...(root.adoptedStyleSheets ?? [])]
      .flatMap(selectorsIn)
      .filter((selector) => selector.includes(':empty'))
      .flatMap((selector) => missedBy(selector, root)),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? missedIn(shadowRoot) : [])),
  ];
  return missedIn(document.querySelector('#storybook-root')).map(
    ({ outerHTML }) => `${outerHTML} holds white space, so that :empty does not hide it`,
  );
}

/** Before the refusals are emptied: the page's policy speaks of what is put by here too. */
async function putThemesBy(page) {
  await page.addStyleTag({ content: themes.map(({ css }) => css).join('\n') });
  await page.addScriptTag({ path: '.ci/theme-walk.js', type: 'module' });
}

const problemsWithThemes = (page) =>
  page.evaluate(
    ([names, all]) => globalThis.walkThemes(document.querySelector('#storybook-root'), names, all),
    [themes.map(({ name }) => name), roles],
  );

async function problemsOf(page, id, themed) {
  const errors = [];
  const listen = (error) => errors.push(error.message);
  page.on('pageerror', listen);
  const { thrown, status, reporters } = await page.evaluate(show, id);
  page.off('pageerror', listen);
  const refusals = await page.evaluate(() => globalThis.refusals.splice(0));
  const blanks = await page.evaluate(blankElements);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(status === 'success' ? [] : [status]),
    ...thrown,
    ...errors,
    ...(reporters?.some(({ type }) => type === 'a11y') ? [] : ['axe did not look at it']),
    ...violationsIn(reporters),
    ...refusals,
    ...blanks,
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...(themed ? await problemsWithThemes(page) : []),
  ];
}

const { entries } = JSON.parse(await readFile(`${folder}/index.json`, 'utf8'));
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const server = await serveFolder(folder, { headers: { 'content-security-policy-report-only': policy } });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });

async function visit([who, settings]) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...settings });
  const page = await context.newPage();
  await page.addInitScript(noteRefusals);
  await page.goto(`${server.origin}/iframe.html`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.storyStoreValue);
  const themed = who === 'on a desk' && !quick;
  if (themed) await putThemesBy(page);
  await page.evaluate(() => globalThis.refusals.splice(0));
  let failed = 0;
  for (const { id, tags } of stories) {
    // Who shows a look of its own has nothing to wear over it.
    const problems = await problemsOf(page, id, themed && !tags.includes('own-look'));
    if (problems.length > 0) failed += 1;
    for (const problem of problems) console.error(`✖ ${id} ${who}: ${problem}`);
  }
  await context.close();
  return failed;
}

const visiting = Object.entries(visitors).filter(([who]) => who === 'on a desk' || !quick);
const failures = await Promise.all(visiting.map(visit));
const failed = failures.reduce((all, one) => all + one, 0);
await browser.close();
server.close();
console.log(`${stories.length * failures.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || stories.length === 0 ? 1 : 0;
