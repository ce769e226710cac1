import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { listInitiatives } from '../../packages/server/src/initiatives/page.queries.js';
import { findSimilar } from '../../packages/server/src/ideas/similar.queries.js';
import { plansOf } from './plans.js';
import { buurtCode, Stage } from './stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** One buurt with 10,000 initiatives, and some of other buurten. */
async function fillCountry(): Promise<void> {
  const { db } = stage.store;
  await sql`insert into buurt (code, name, municipality, border, west, south, east, north)
    select 'BU' || lpad(n::text, 8, '0'), 'Buurt ' || n, 'Elders', '{}', 5, 52, 6, 53
    from generate_series(1, 2000) n`.execute(db);
  await sql`alter table initiative disable trigger user`.execute(db);
  await sql`
    insert into initiative (id, buurt_code, reference, title, story, theme, status, review, lat, lon, created_at,
      published_at, updated_at)
    select gen_random_uuid(), case when n <= 10000 then ${buurtCode} else 'BU' || lpad((n % 2000 + 1)::text, 8, '0') end,
      'r' || n, case when n % 100 = 0 then 'Nieuwe speeltuin ' else '' end || md5(n::text), 'Een verhaal.',
      'theme' || n % 50, (array['new', 'underway', 'done'])[1 + n % 3], 'published', 52 + n % 97 / 97.0, 5, now(),
      now() - n * interval '1 minute', now()
    from generate_series(1, 12000) n`.execute(db);
  await sql`alter table initiative enable trigger user`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

describe('The list of a buurt with 10,000 initiatives, in a country of buurten', () => {
  before(async () => {
    await stage.clear();
    await fillCountry();
  });
  const wish = { buurt: buurtCode, sort: 'new', limit: 30 } as const;

  const asked = {
    'the default page': wish,
    'one status': { ...wish, status: ['done'] },
    'two themes': { ...wish, theme: ['theme7', 'theme8'] },
    'a word': { ...wish, q: 'speeltuin' },
    'a mistyped word and a theme': { ...wish, q: 'speltuin', theme: ['theme0'] },
    'the most support': { ...wish, sort: 'support' },
    'the most help asked': { ...wish, sort: 'help' },
    'the latest news': { ...wish, sort: 'news' },
    'the nearest': { ...wish, sort: 'near', near: { lat: 52.3, lon: 5 } },
    shuffled: { ...wish, sort: 'random', seed: 7 },
  } as const;

  for (const [what, of] of Object.entries(asked))
    it(`reads ${what}, and the next page, without going through the whole table`, async () => {
      const { next } = await listInitiatives(stage.store, of);
      assert.ok(next);
      for (const page of [of, { ...of, after: next }]) {
        const plans = await plansOf(stage.store, 'initiative', (store) => listInitiatives(store, page));
        assert.equal(plans.length, 2);
        assert.doesNotMatch(plans.join('\n\n'), /Seq Scan on initiative/);
      }
    });

  for (const [sort, index] of [
    ['new', 'newest'],
    ['support', 'support'],
    ['help', 'help'],
    ['news', 'news'],
  ] as const)
    it(`finds the first page by ${sort} in the order of an index`, async () => {
      const [page = ''] = await plansOf(stage.store, 'initiative', (store) =>
        listInitiatives(store, { ...wish, sort }),
      );
      assert.match(page, new RegExp(`Index Scan using initiative_${index}`));
      assert.doesNotMatch(page, /Sort/);
    });

  it('finds titles that look like one by the index of titles', async () => {
    const plans = await plansOf(stage.store, 'initiative', (store) =>
      findSimilar(store, buurtCode, 'een speltuin'),
    );
    assert.equal(plans.length, 1);
    assert.match(plans.join(''), /Bitmap Index Scan on initiative_title/);
  });
});
