// `npm run proofs load`: 500 households behind one address vote within five minutes, and change their vote in the next
// five, on a server of its own with its default limits, while their neighbours read and hand in ideas. The widgets keep
// coming at once, no answer is an error, and the memory of the server does not grow. MINUTES: how long in all;
// TEST_DATABASE_URL: on PostgreSQL, else on the embedded database. Run `npm run build` first.
import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultRequestsPerMinute } from '../../packages/server/src/http/rate-limit.js';
import { openStore } from '../../packages/server/src/db/open.js';
import { ChildServer } from '../server/child-server.js';
import { Folders } from '../server/folders.js';
import { Households } from '../server/process/households.js';
import { addBuurt, anIdea, buurtCode, scratchDatabase, secret } from '../server/stage.js';

const minutes = Number(process.env['MINUTES'] ?? 10);
const homes = 500;
const ideas = 200;
const longestOfWidgetsMs = 50;
const mostGrowth = 1.15;

const databaseUrl = process.env['TEST_DATABASE_URL'];
const folders = await Folders.open();
const scratch = databaseUrl ? await scratchDatabase(databaseUrl) : undefined;
const dataDir = await folders.withBuurt();
const place = scratch ? { databaseUrl: scratch.url } : { dataDir };
const store = await openStore(place);
if (scratch) await addBuurt(store, { settings: { moderated: false } });
const households = await Households.in(store, 1, homes);
await store.close();

const server = await ChildServer.start({
  ...(scratch ? { DATABASE_URL: scratch.url } : {}),
  DATA_DIR: dataDir,
  SERVER_SECRET: secret,
  TRUST_PROXY: '1',
  REQUESTS_PER_MINUTE: String(defaultRequestsPerMinute),
  WIDGETS_DIR: fileURLToPath(new URL('../../dist', import.meta.url)),
});
const { endpoint } = server;
const origin = new URL(endpoint).origin;

const memoryMb = () =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(server.child.pid)], { encoding: 'utf8' }).stdout) / 1024;
const p95 = (taken: readonly number[]) =>
  taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? 0;
const problems: string[] = [];
let going = true;

/** Resolves to how long the answer took, as a whole. */
async function read(url: string, headers: Record<string, string> = {}): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) problems.push(`${url}: ${String(answer.status)}`);
  return performance.now() - began;
}

const fromAnyHome = () => ({
  'X-Forwarded-For': [10, randomInt(256), randomInt(256), randomInt(256)].join('.'),
});

async function handIn(nth: number): Promise<void> {
  const answer = await fetch(`${endpoint}/buurten/${buurtCode}/ideas`, {
    method: 'POST',
    body: JSON.stringify({ ...anIdea, title: `Idee ${String(nth)}` }),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...fromAnyHome() },
  });
  if (answer.status !== 201) problems.push(`idea: ${String(answer.status)} ${await answer.text()}`);
}

/** Asks time and again until the load is over; resolves to how long each took. */
async function keepReading(url: string, pauseMs: number): Promise<number[]> {
  const taken: number[] = [];
  for (; going; await pause(pauseMs)) taken.push(await read(url, fromAnyHome()));
  return taken;
}

async function watchMemory(): Promise<number[]> {
  const samples: number[] = [];
  for (; going; await pause(5000)) samples.push(memoryMb());
  return samples;
}

for (let nth = 0; nth < ideas; nth++) await handIn(nth);
const half = (minutes / 2) * 60_000;
const voting = async () => [
  ...(await households.voteInTurn(endpoint, half)),
  ...(await households.voteInTurn(endpoint, half)),
];
const list = `${endpoint}/buurten/${buurtCode}/initiatives`;
const [widgets, lists, searches, memory, votes] = await Promise.all([
  keepReading(`${origin}/dist/1/buurt.js`, 100),
  keepReading(list, 100),
  keepReading(`${list}?q=bankje`, 500),
  watchMemory(),
  voting().finally(() => (going = false)),
]);
await households.check(endpoint);
const { code } = await server.end('SIGTERM');
if (code !== 0) problems.push(`The server ended with ${String(code)}.`);
await folders.remove();
await scratch?.drop();

const ms = (taken: readonly number[]) => `${p95(taken).toFixed(0)} ms at p95 of ${String(taken.length)}`;
const third = Math.floor(memory.length / 3);
const highest = (samples: readonly number[]) => Math.max(...samples);
const [middle, end] = [highest(memory.slice(third, 2 * third)), highest(memory.slice(2 * third))];
console.log(
  `buurt.js ${ms(widgets)}; list ${ms(lists)}; search ${ms(searches)}; look up and vote ${ms(votes)}`,
);
console.log(
  `memory, highest in each third: ${[highest(memory.slice(0, third)), middle, end].map((mb) => mb.toFixed(0)).join(', ')} MB`,
);
if (p95(widgets) > longestOfWidgetsMs) problems.push(`buurt.js took ${p95(widgets).toFixed(0)} ms at p95.`);
if (end > middle * mostGrowth) problems.push('The memory of the server still grows.');
for (const problem of problems.slice(0, 20)) console.log(`✖ ${problem}`);
console.log(
  `${String(widgets.length + lists.length + searches.length + votes.length)} passed, ${String(problems.length)} failed`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
