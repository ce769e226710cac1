import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { HostPage } from './host-page.js';
import type { Resident } from './resident.js';
import { buurt, Stage } from './stage.js';

const guide = new URL('../../stories/guides/analytics.mdx', import.meta.url);

describe('a site that counts', () => {
  let stage: Stage;
  let host: HostPage;
  let resident: Resident;

  before(async () => {
    stage = await Stage.open();
    ({ host } = stage);
    resident = await stage.resident();
  });
  after(() => stage.close());

  it('hears of each step by the lines of the guide, and not who it was', async () => {
    const { page } = resident;
    const [, lines = ''] = /```js\n(.*?)```/s.exec(await readFile(guide, 'utf8')) ?? [];
    await page.route('**/buurt-count.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: lines }),
    );
    const { origin } = stage.server;
    host.content = {
      head: `<script type="module" src="${origin}/buurt-count.js"></script>
        <script type="module" src="${origin}/dist/buurt.js"></script>`,
      body: `<buurt-initiative-list endpoint="${origin}/v1" buurt="${buurt.code}"></buurt-initiative-list>`,
    };
    await page.goto(host.origin);
    const list = page.locator('buurt-initiative-list');
    const support = list.locator('.support').first();
    await support.click();
    await page.waitForFunction(() => (globalThis as any)._paq.length === 1);
    await support.click();
    await list.locator('.card').first().getByRole('link').first().click();
    await page.waitForFunction(() => (globalThis as any)._paq.length > 1);
    const counted = await page.evaluate(() => (globalThis as any)._paq as string[][]);
    const [, , , id] = counted[0]!;
    assert.match(id!, /^[\w-]+$/);
    assert.deepEqual(counted, [
      ['trackEvent', 'buurt', 'supported', id],
      ['trackEvent', 'buurt', 'initiative opened', id],
    ]);
    assert.deepEqual(resident.violations, []);
  });
});
