// Opens every story of the built Storybook as three visitors would: on a desk, on a small phone, and in the dark. A
// story fails when its render, its play function or its axe check (parameters.a11y.test = 'error') does, and when it
// does what a page as strict as a page can be forbids. On the desk each story also puts on all themes that a Dutch page
// may carry: it must match them and stay readable. With `--quick` only on a desk, without those themes.
// The docs page of each widget must tell all that the manifest tells, soon and on a page that can be read to its end.
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
    // Only what is wrong: all that axe passed is a megabyte for each story.
    const reported = ({ type, status, result }) => ({
      type,
      violations:
        status === 'failed'
          ? (result?.violations ?? [{ id: type, nodes: [] }]).map(({ id, nodes }) => ({
              id,
              targets: nodes.map(({ target }) => target),
            }))
          : [],
    });
    const end = ({ status, reporters = [] }) => {
      for (const event of troubles) channel.off(event, note);
      resolve({ thrown, status, reports: reporters.map(reported) });
    };
    setTimeout(() => end({ status: 'timeout' }), 30_000);
    channel.once('storyMissing', () => end({ status: 'missing' }));
    channel.once('storyFinished', end);
    for (const event of troubles) channel.on(event, note);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });

const violationsIn = (reports) =>
  reports
    .flatMap(({ violations }) => violations)
    .map(({ id, targets }) => `${id}: ${targets.map((target) => target.join(' ')).join(', ')}`);

/** Runs in the browser: axe still tries all its rules, and describes only what breaks them, which is half of its work. */
function describeOnlyViolations() {
  const { a11y } = globalThis.__STORYBOOK_PREVIEW__.storyStoreValue.projectAnnotations.parameters;
  a11y.options = { ...a11y.options, resultTypes: ['violations'] };
}

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
  const { thrown, status, reports } = await page.evaluate(show, id);
  page.off('pageerror', listen);
  const refusals = await page.evaluate(() => globalThis.refusals.splice(0));
  const blanks = await page.evaluate(blankElements);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(status === 'success' ? [] : [status]),
    ...thrown,
    ...errors,
    ...(reports.some(({ type }) => type === 'a11y') ? [] : ['axe did not look at it']),
    ...violationsIn(reports),
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
  await page.evaluate(describeOnlyViolations);
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

/** Runs in the browser: what a docs page shows, or nothing as long as it is not ready. */
function docsShown() {
  const tables = [...document.querySelectorAll('table[data-api]')];
  const widget = document.querySelector('story-playground')?.shadowRoot?.firstElementChild;
  const isReady = tables.length > 0 && (widget?.shadowRoot?.textContent.trim().length ?? 0) > 100;
  if (!isReady) return undefined;
  return {
    ms: performance.now(),
    language: widget.closest('[lang]')?.lang ?? widget.getRootNode().host.closest('[lang]')?.lang,
    tables: Object.fromEntries(
      tables.map((table) => [
        table.dataset.api,
        [...table.querySelectorAll('[data-name]')].map(({ dataset }) => dataset.name),
      ]),
    ),
    links: [...document.querySelectorAll('.sbdocs a[href*="path=/story/"]')].map(
      ({ href }) => href.split('/story/')[1],
    ),
    broken: [...document.querySelectorAll('.sbdocs img')]
      .filter(({ complete, naturalWidth }) => complete && naturalWidth === 0)
      .map(({ src }) => `the picture ${src} is not there`),
  };
}

const manifest = JSON.parse(await readFile('dist/1/custom-elements.json', 'utf8'));
const declared = manifest.modules.flatMap(({ declarations }) => declarations);

/** What a docs page must name, in the words of its tables. HTML itself has `lang`, which a widget takes notice of. */
function apiOf(tag) {
  const { attributes, members, slots, events, cssParts, cssProperties } = declared.find(
    ({ tagName }) => tagName === tag,
  );
  const properties = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const tables = {
    Attributes: [...attributes, { name: 'lang' }],
    Properties: properties,
    Slots: slots,
    Events: events,
    'CSS parts': cssParts,
    'CSS properties': cssProperties,
  };
  return Object.fromEntries(Object.entries(tables).map(([kind, all]) => [kind, all.map(({ name }) => name)]));
}

const highestDocs = 8_000;
const slowestDocsMs = 2_000;
const desk = { width: 1280, height: 900 };

async function openDocs(id, language) {
  const context = await browser.newContext({ viewport: desk, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/iframe.html?viewMode=docs&id=${id}&globals=language:${language}`);
  const ready = await page.waitForFunction(docsShown, undefined, { timeout: 30_000 });
  const shown = await ready.jsonValue();
  await page.waitForLoadState('networkidle');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await context.close();
  return { ...shown, height };
}

/** Other programs may keep the cores busy: then it is opened again, and the best visit counts. */
async function problemsOfDocs({ id, title }) {
  const visits = [];
  const isSoon = () => visits.some((each) => each.ms <= slowestDocsMs);
  while (visits.length < 2 || (!isSoon() && visits.length < 8)) {
    const asked = visits.length % 2 === 0 ? 'nl' : 'en';
    visits.push({ ...(await openDocs(id, asked)), asked });
  }
  const [{ tables, links, broken, height }] = visits;
  const ms = Math.round(Math.min(...visits.map((each) => each.ms)));
  console.log(`${title}: docs ready after ${ms} ms, ${height} px high`);
  const told = apiOf(`buurt-${title.toLowerCase().replaceAll(' ', '-')}`);
  const differing = Object.keys(told).filter((kind) => String(told[kind]) !== String(tables[kind] ?? []));
  return [
    ...broken,
    ...differing.map((kind) => `${kind} are not those of the manifest: ${tables[kind]}`),
    ...links.filter((link) => !(link in entries)).map((link) => `there is no story ${link}`),
    ...visits
      .filter(({ language, asked }) => language !== asked)
      .map(({ language, asked }) => `shows ${language} while the bar says ${asked}`),
    ...(height > highestDocs ? [`${height} px high, at most ${highestDocs}`] : []),
    ...(ms > slowestDocsMs ? [`ready after ${ms} ms, at most ${slowestDocsMs}`] : []),
  ];
}

/** One after the other, before the stories: what is measured must have the machine for itself. */
async function readDocs() {
  const pages = Object.values(entries).filter(({ id, type }) => type === 'docs' && /--docs$/.test(id));
  const widgetPages = pages.filter(({ title }) =>
    declared.some(({ tagName }) => tagName === `buurt-${title.toLowerCase().replaceAll(' ', '-')}`),
  );
  const widgets = declared.filter(({ cssParts }) => cssParts);
  let failed = widgetPages.length === widgets.length ? 0 : 1;
  if (failed > 0) console.error(`✖ ${widgetPages.length} docs pages for ${widgets.length} widgets`);
  for (const each of widgetPages) {
    const problems = await problemsOfDocs(each);
    if (problems.length > 0) failed += 1;
    for (const problem of problems) console.error(`✖ ${each.id}: ${problem}`);
  }
  return { checked: widgets.length, failed };
}

const docs = await readDocs();
const visiting = Object.entries(visitors).filter(([who]) => who === 'on a desk' || !quick);
const failures = await Promise.all(visiting.map(visit));
const failed = failures.reduce((all, one) => all + one, docs.failed);
await browser.close();
server.close();
console.log(`${stories.length * failures.length + docs.checked - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || stories.length === 0 ? 1 : 0;
