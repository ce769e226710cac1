// `node --import tsx --conditions buurt-source test/bench/list.mjs`: how long the list takes, asked of the server itself
// without a network: 10,000 initiatives in one buurt, 14,000 buurten with three each. BENCH_DATABASE_URL: on that
// PostgreSQL (an empty database); without it on PGlite in memory.
import process from 'node:process';
import { sql } from 'kysely';
import { createApp } from '../../packages/server/src/app.ts';
import { openPhotos } from '../../packages/server/src/photos/photos.ts';
import { openStore } from '../../packages/server/src/db/open.ts';
import { addInitiatives } from './many-initiatives.mjs';

const buurt = 'BU9999AA01';
const [warmUps, times] = [10, 100];

const url = process.env.BENCH_DATABASE_URL;
const store = await openStore(url ? { databaseUrl: url } : { inMemory: true });
const { db } = store;

async function fill() {
  await sql`insert into buurt (code, name, municipality, border, west, south, east, north)
    select case when n = 0 then ${buurt} else 'BU' || lpad(n::text, 8, '0') end, 'Buurt ' || n, 'Elders', '{}', 5, 52, 6, 53
    from generate_series(0, 14000) n`.execute(db);
  await addInitiatives(
    db,
    52_000,
    sql`case when n <= 10000 then ${buurt} else 'BU' || lpad((n % 14000 + 1)::text, 8, '0') end`,
  );
  await sql`insert into support (initiative_id, browser_key_hash, created_at)
    select id, n::text, now() from initiative, generate_series(1, 5) n where reference ~ '[037]$'`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
}

const questions = {
  'default page': '',
  'one status': '?status=underway',
  'filtered search': '?status=new&status=underway&theme=play&q=speeltuin',
  'search, mistyped': '?q=speltuin%20gezelige',
  'common word': '?q=buren',
  'most support': '?sort=support',
  'latest news': '?sort=news',
  nearest: '?sort=near&near=52.3,5.2',
  shuffled: '?sort=random&seed=7',
};

/** Milliseconds of one question, with everything that the server does but the network. */
async function timed(app, path) {
  const began = performance.now();
  const answer = await app.request(path);
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}`);
  return { ms: performance.now() - began, next: /<(\?[^>]*)>/.exec(answer.headers.get('link') ?? '')?.[1] };
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);

async function measure(app, name, search) {
  const path = `/v1/buurten/${buurt}/initiatives${search}`;
  const all = [];
  let next;
  for (let n = 0; n < warmUps + times; n++) {
    const one = await timed(app, path);
    next = one.next;
    if (n >= warmUps) all.push(one.ms);
  }
  all.sort((a, b) => a - b);
  console.log(`${name.padEnd(34)} p50 ${at(all, 0.5).padStart(6)} ms   p95 ${at(all, 0.95).padStart(6)} ms`);
  return next;
}

const began = performance.now();
await fill();
console.log(
  `filled in ${((performance.now() - began) / 1000).toFixed(0)} s (${url ? 'PostgreSQL' : 'PGlite'})`,
);
const photos = openPhotos();
const app = createApp({
  store,
  photos,
  secret: 'only for measuring, so anybody may know it',
  requestsPerMinute: 1e6,
});
for (const [name, search] of Object.entries(questions)) {
  const next = await measure(app, name, search);
  if (next && name !== 'one status') await measure(app, `${name}, next page`, next);
}
await photos.close();
await store.close();
