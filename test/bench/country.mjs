// `node --import tsx --conditions buurt-source test/bench/country.mjs`: a made-up country of 14,000 buurten in RD: how
// long bringing it in takes, with how much memory, and how long its maps take, asked of the server itself without a
// network. BENCH_DATABASE_URL: on that PostgreSQL (an empty database); without it on PGlite in a folder.
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { fromRd } from '@buurt/domain/geo/rd.js';
import { sql } from 'kysely';
import { createApp } from '../../packages/server/src/app.ts';
import { importBuurten } from '../../packages/server/src/cli/import-buurten.ts';
import { openPhotos } from '../../packages/server/src/photos/photos.ts';
import { openStore } from '../../packages/server/src/db/open.ts';
import { countryFile, somewhere } from './country.ts';

const buurten = 14_000;
const [warmUps, times] = [10, 100];
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** How much memory the process took at most while it did this. */
async function watched(work) {
  let peak = process.memoryUsage().rss;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  const began = performance.now();
  const result = await work();
  clearInterval(watch);
  return { result, seconds: (performance.now() - began) / 1000, peak };
}

async function bringIn(store, folder) {
  const file = join(folder, 'country.geojson');
  await pipeline(Readable.from(countryFile(buurten)), createWriteStream(file));
  const before = process.memoryUsage().rss;
  const watcher = {
    refused: (name, reason) => console.log(`refused ${name}: ${reason}`),
    progress: () => {},
  };
  for (const time of ['first time', 'again']) {
    const { result, seconds, peak } = await watched(() =>
      importBuurten(store, file, watcher, { today: '2026-01-01' }),
    );
    console.log(
      `${megabytes(statSync(file).size)}, ${time}: ${seconds.toFixed(1)} s, ${JSON.stringify(result)}; ` +
        `memory ${megabytes(before)} before, ${megabytes(peak)} at most`,
    );
  }
}

/** So many initiatives with a place and an address, in one buurt. */
const fill = (db, code, count) =>
  sql`
  insert into initiative (id, buurt_code, reference, title, story, theme, status, review, lat, lon, address, created_at,
    published_at, updated_at)
  select gen_random_uuid(), ${code}, ${code} || n,
    (array['Nieuwe', 'Groene', 'Samen', 'Veilige', 'Gezellige'])[1 + n % 5] || ' '
      || (array['speeltuin', 'moestuin', 'bank', 'buurtkamer', 'oversteek', 'jeu de boules'])[1 + n % 6]
      || ' voor de hele buurt ' || substr(md5(n::text), 1, 6),
    'Op het plein is plek genoeg. Met een paar buren maken we er iets moois van.', 'green',
    (array['new', 'onBallot', 'granted', 'underway', 'done', 'declined'])[1 + n % 6], 'published',
    case when n % 10 > 0 or ${count}::int = 10000 then 52 + n % 97 / 97.0 end,
    case when n % 10 > 0 or ${count}::int = 10000 then 5 + n % 89 / 89.0 end,
    'Lindenlaan ' || n % 200, now(), now() - n * interval '1 minute', now()
  from generate_series(1, ${count}::int) n`.execute(db);

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);

async function measure(app, name, pathOf) {
  const all = [];
  let body = '';
  for (let n = 0; n < warmUps + times; n++) {
    const path = `/v1${pathOf(n)}`;
    const began = performance.now();
    const answer = await app.request(path);
    body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}: ${body}`);
    if (n >= warmUps) all.push(performance.now() - began);
  }
  all.sort((a, b) => a - b);
  const size = `${(body.length / 1024).toFixed(1)} KiB, ${(gzipSync(body).length / 1024).toFixed(1)} packed`;
  console.log(
    `${name.padEnd(42)} p50 ${at(all, 0.5).padStart(6)} ms   p95 ${at(all, 0.95).padStart(6)} ms   ${size}`,
  );
}

const codeOf = (n) => `BU${String((n * 131) % buurten).padStart(8, '0')}`;
const places = (code) => () => `/buurten/${code}/places`;
const questions = {
  'in which buurt': (n) => {
    const [lon, lat] = fromRd(somewhere(n));
    return `/buurten?at=${lat.toFixed(6)},${lon.toFixed(6)}`;
  },
  'a buurt with its figures': (n) => `/buurten/${codeOf(n)}`,
  'a border': (n) => `/buurten/${codeOf(n)}/boundary?width=600`,
  'what lies around': (n) => `/buurten/${codeOf(n)}/surroundings?width=600`,
  'borders of 41 buurten': (n) => `/boundaries?municipality=Gemeente%20${n}&width=600`,
  'places, 1,000': places('BU00000001'),
  'places, 1,000, searched': () => '/buurten/BU00000001/places?q=speltuin&status=new&status=underway',
  'places, 10,000': places('BU00000002'),
};

const folder = mkdtempSync(join(tmpdir(), 'buurt-country-'));
const databaseUrl = process.env.BENCH_DATABASE_URL;
const store = await openStore(databaseUrl ? { databaseUrl } : { dataDir: join(folder, 'data') });
const photos = openPhotos();
try {
  await bringIn(store, folder);
  for (const [code, count] of [
    ['BU00000001', 1_000],
    ['BU00000002', 10_000],
  ])
    await fill(store.db, code, count);
  await sql`vacuum analyze`.execute(store.db);
  const secret = 'only for measuring, so anybody may know it';
  const app = createApp({ store, photos, secret, requestsPerMinute: 1e6 });
  for (const [name, pathOf] of Object.entries(questions)) await measure(app, name, pathOf);
} finally {
  await photos.close();
  await store.close();
  rmSync(folder, { recursive: true });
}
