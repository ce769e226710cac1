// `npm run proofs fuzz`: tens of thousands of requests, made from the contract with something odd in many of them. None
// may get an answer of 5xx, one that the contract does not know, or one after five seconds. REQUESTS and SEED decide
// which; TEST_DATABASE_URL: on PostgreSQL, else on the embedded database.
import { randomUUID } from 'node:crypto';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';
import { conforms, operations } from '../server/conformance.js';
import { RoundOnStage } from '../server/round-stage.js';
import { anIdea, buurtCode, codeCost, Stage } from '../server/stage.js';
import { chances, RequestMaker, type Described, type Schema } from './made-requests.js';

const count = Number(process.env['REQUESTS'] ?? 32_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const longestMs = 5000;
const atOnce = 8;

const document = openApiDocument();
const described = operations(document) as readonly Described[];
const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;

const stage = await Stage.open({ codeCost, requestsPerMinute: 100_000_000 });
await stage.clear();
const initiatives = [await stage.addInitiative(), await stage.addInitiative({ review: 'waiting' })];
const round = await RoundOnStage.open(stage, 20);
const closed = await RoundOnStage.open(stage, 3);
await closed.end();
const receipt = (await (await stage.handIn(anIdea)).json()) as { id: string };

const maker = new RequestMaker(chances(seed), schemas, {
  ...{
    initiatives,
    rounds: [round.id, closed.id],
    ideas: [receipt.id],
    buurten: [buurtCode],
    buurt: [buurtCode],
  },
  ...{ code: [buurtCode, ...round.codes], rulesHash: [round.rulesHash], channel: ['online'] },
  ...{ proposalId: ['a', 'b', 'c'], initiativeId: initiatives, file: ['640.webp', '1600.webp'] },
  'idempotency-key': Array.from({ length: 50 }, () => randomUUID()),
});

const problems: string[] = [];
const statuses = new Map<number, number>();
let slowest = 0;
let made = 0;

async function ask(): Promise<void> {
  const operation = described[made++ % described.length]!;
  const { path, init } = maker.make(operation);
  let request: Request;
  try {
    // At the desk only pages of this server get any further.
    const headers = path.startsWith('/v1/desk')
      ? { Origin: 'http://localhost', ...init.headers }
      : init.headers;
    request = new Request(`http://localhost${path}`, { ...init, headers });
  } catch {
    return; // A header or body that no client can send.
  }
  const began = performance.now();
  const answer = await stage.app.request(request);
  const took = performance.now() - began;
  slowest = Math.max(slowest, took);
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  const note = (what: string) =>
    problems.push(`${init.method} ${path.slice(0, 200)} ${(init.body ?? '').slice(0, 300)}: ${what}`);
  if (answer.status >= 500) note(String(answer.status));
  if (took > longestMs) note(`${took.toFixed(0)} ms`);
  // A path that was changed by odd signs can be another one, which the contract may not know.
  if (answer.status === 404 || answer.status === 405) return;
  await conforms(document, operation, answer).catch((error: unknown) => note(String(error)));
}

const heap = () => Math.round(process.memoryUsage().rss / 2 ** 20);
const before = heap();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (made < count) {
      await ask();
      // The embedded database works without ever going back to what else waits, as threads that are done.
      await turnOfTheLoop();
    }
  }),
);
for (const problem of problems.slice(0, 40)) console.error(`✖ ${problem}`);
const answers = [...statuses]
  .toSorted(([a], [b]) => a - b)
  .map(([status, times]) => `${String(status)}: ${String(times)}`);
console.log(
  `seed ${String(seed)}, slowest ${slowest.toFixed(0)} ms, ${String(before)} → ${String(heap())} MB`,
);
console.log(answers.join('  '));
console.log(`${String(count - problems.length)} passed, ${String(problems.length)} failed`);
await stage.close();
process.exitCode = problems.length > 0 ? 1 : 0;
