import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../.ci/browsers.mjs';
import { serveFolder } from '../../.ci/static-server.mjs';
import { IdeaForm } from './form.js';
import { Resident, shows } from './resident.js';
import { RunningServer } from './running-server.js';

/** The address at which the README says that the demo is. */
const documented = 'localhost:8080';

describe('a webmaster who follows the README', () => {
  let server: RunningServer;
  let browser: Browser;
  let folder: string;
  let site: Awaited<ReturnType<typeof serveFolder>>;

  before(async () => {
    // As `npm start` does: nothing is set but the port, which may be taken on this computer.
    server = await (await RunningServer.at()).start();
    browser = await chromium.launch({
      executablePath: chromiumPath() as string,
      args: [...chromiumArgs, `--host-resolver-rules=MAP ${documented} localhost:${String(server.port)}`],
    });
    folder = await mkdtemp(join(tmpdir(), 'buurt-readme-'));
    site = await serveFolder(folder);
  });
  after(async () => {
    await browser.close();
    site.close();
    await server.remove();
    await rm(folder, { recursive: true });
  });

  /** The first lines of HTML in the README, as they stand there. */
  async function pastedLines(): Promise<string> {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const [, lines = ''] = /## For webmasters.*?```html\n(.*?)```/s.exec(readme) ?? [];
    assert.match(lines, /<script type="module"/);
    return lines;
  }

  it('has a working form on a page of another origin, and hands in an idea there', async () => {
    await writeFile(join(folder, 'index.html'), await pastedLines());
    const resident = await Resident.with(browser);
    const { page } = resident;
    await page.goto(`${site.origin}/index.html`);
    const form = new IdeaForm(page);
    const title = 'Bankje uit de README';
    await form.fill({ title });
    await form.button(form.words.preview.send).click();
    await form.heading(form.words.sent.title).waitFor();
    assert.match(await server.ask('ideas', 'list'), new RegExp(title));
    assert.deepEqual([resident.errors, resident.violations], [[], []]);
    await resident.leave();
  });

  it('is told by the self-test that all works', async () => {
    await writeFile(join(folder, 'index.html'), await pastedLines());
    const resident = await Resident.with(browser);
    await resident.page.goto(`${site.origin}/index.html?buurt-check`);
    await resident.page.locator('[data-buurt-report] details').waitFor();
    await shows(resident.page.locator('[data-buurt-report]'), 'Alles werkt.');
    await resident.leave();
  });
});
