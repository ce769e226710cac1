import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { serveFolder } from '../../.ci/static-server.mjs';
import { launch, Resident, shows } from './resident.js';
import { RunningServer } from './running-server.js';
import { buurt } from './stage.js';

const home = fileURLToPath(new URL('../../', import.meta.url));
const apps = join(home, 'test/apps');

/** Runs a program of a framework; what it complains of is the failure. */
async function run(command: string, ...words: string[]): Promise<void> {
  const program = join(home, 'node_modules/.bin', command);
  await promisify(execFile)(program, words, { cwd: apps }).catch(
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      throw new Error(`${command} ${words.join(' ')}:\n${stdout}${stderr}`);
    },
  );
}

/** Each framework looks at its app with its own eyes; Angular does while it compiles. */
const checks: Record<string, () => Promise<void>> = {
  React: () => run('tsc', '-p', 'react'),
  Vue: () => run('vue-tsc', '-p', 'vue/tsconfig.json'),
  Svelte: () => run('svelte-check', '--workspace', 'svelte', '--tsconfig', './tsconfig.json'),
};

const frameworks = [...Object.keys(checks), 'Angular'];

const pageOf = (name: string, endpoint: string) => `<!doctype html><html lang="nl"><meta charset="utf-8">
  <title>Onze buurt in ${name}</title><link rel="icon" href="data:,">
  <main id="app" data-endpoint="${endpoint}" data-buurt="${buurt.code}"></main>
  <script type="module" src="/${name.toLowerCase()}.js"></script></html>`;

describe('the widgets in an app', () => {
  const pages: Record<string, string> = {};
  let site: Awaited<ReturnType<typeof serveFolder>>;
  let server: RunningServer;
  let browser: Browser;

  before(async () => {
    await run('ngc', '-p', 'angular');
    await run('vite', 'build', '-c', 'vite.config.mjs');
    site = await serveFolder(join(apps, 'dist/pages'), { pages });
    server = await RunningServer.at({ ALLOWED_ORIGINS: site.origin });
    [browser] = await Promise.all([launch(), server.start()]);
    for (const name of frameworks) pages[`/${name}`] = pageOf(name, server.endpoint);
  });
  after(async () => {
    await browser.close();
    site.close();
    await server.remove();
  });

  for (const [name, check] of Object.entries(checks))
    it(`have tags, properties and events that the checker of ${name} knows`, check);

  for (const name of frameworks)
    it(`show what an app of ${name} sets, and tell it what a resident does`, async () => {
      const resident = await Resident.with(browser);
      await resident.page.goto(`${site.origin}/${name}`);
      const { page } = resident;
      const list = page.locator('buurt-initiative-list');
      const asked = page.waitForRequest((request) => request.url().includes('/supports/'));
      await list.locator('.support').first().click();
      const [, initiativeId] = /initiatives\/([^/]+)\/supports/.exec((await asked).url())!;
      await page.locator('output', { hasText: initiativeId! }).waitFor();
      assert.equal(await list.locator('.card').count(), 3);
      await shows(page.locator('buurt-idea-form'), `Uw idee in ${name}`);
      await page.locator('buurt-map-card').getByRole('heading', { level: 3 }).first().waitFor();
      await page.locator('buurt-budget-vote').getByRole('heading').first().waitFor();
      await page.getByRole('button', { name: 'Donker' }).click();
      await page.locator('buurt-initiative-list[theme-preset=dark]').waitFor();
      assert.deepEqual(resident.errors, []);
      await resident.leave();
    });
});
