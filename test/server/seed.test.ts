import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contains } from '@buurt/domain/geo/border.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import type { InitiativeSummary } from '@buurt/domain/initiatives/initiative.js';
import { defaultThemes } from '@buurt/domain/ideas/settings.js';
import { seededBuurten } from '../../packages/demo-site/src/seed/buurten.js';
import { borderOf, seed } from '../../packages/demo-site/src/seed/seed.js';
import { Stage } from './stage.js';

let stage: Stage;
before(async () => {
  stage = await Stage.open();
  await seed(stage.store, new Date());
});
after(() => stage.close());

const listOf = async (code: string): Promise<InitiativeSummary[]> => {
  const answer = await stage.app.request(`/v1/buurten/${code}/initiatives?limit=100`);
  return ((await answer.json()) as { initiatives: InitiativeSummary[] }).initiatives;
};
const all = async () => (await Promise.all(seededBuurten.map(({ code }) => listOf(code)))).flat();

test('the demo shows at least 40 initiatives, some in every status', async () => {
  const shown = await all();
  assert.ok(shown.length >= 40, `${shown.length} initiatives`);
  for (const status of initiativeStatuses)
    assert.ok(
      shown.some((initiative) => initiative.status === status),
      `none is ${status}`,
    );
});

test('every place lies inside the border of its buurt, and every theme is known', async () => {
  for (const buurt of seededBuurten) {
    const border = borderOf(buurt);
    for (const { title, place, theme } of await listOf(buurt.code)) {
      if (place) assert.ok(contains(border, place), `${title} lies outside ${buurt.name}`);
      assert.ok(
        defaultThemes.some(({ id }) => id === theme),
        `${title} has the theme ${String(theme)}`,
      );
    }
  }
});

test('every photo of the demo is served, in both widths and with words for who cannot see it', async () => {
  const photos = (await all()).flatMap(({ photo }) => photo ?? []);
  assert.ok(photos.length >= 14);
  for (const { alt, sources } of photos) {
    assert.ok(alt.length > 20);
    assert.deepEqual(
      sources.map(({ width }) => width),
      [640, 1600],
    );
    for (const { url } of sources) {
      const answer = await stage.app.request(`/v1/${url}`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'image/webp');
    }
  }
});

test('what nobody has read, what was declined and what was hidden is not shown', async () => {
  const kept = seededBuurten.flatMap(({ initiatives }) =>
    initiatives.filter(({ status, refused }) => !status || refused).map(({ title }) => title),
  );
  assert.ok(kept.length >= 4);
  for (const { title } of await all()) assert.ok(!kept.includes(title), `${title} is shown`);
});

test('seeding a second time adds nothing', async () => {
  const before = (await all()).length;
  assert.equal(await seed(stage.store, new Date()), 'not-empty');
  assert.equal((await all()).length, before);
});
