import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Cashbook, CashbookLine } from '@buurt/domain/rounds/cashbook.js';
import { hasEnded, initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import type { Round, RoundSummary } from '@buurt/domain/rounds/round.js';
import { seededBuurten } from '../../../packages/demo-site/src/seed/buurten.js';
import { seedRounds } from '../../../packages/demo-site/src/seed/rounds.js';
import { seed as seedDemo } from '../../../packages/demo-site/src/seed/seed.js';
import { addCredentials } from '../../../packages/server/src/rounds/round-changes.queries.js';
import { findRoundRow } from '../../../packages/server/src/rounds/rounds.queries.js';
import { createCredentialHasher, newCode } from '../../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import { OperatorOnStage } from '../operator-stage.js';
import { buurtCode, codeCost, secret, Stage } from '../stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open({ codeCost });
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
});
after(async () => {
  await operator.leave();
  await stage.close();
});

const hasher = createCredentialHasher(deriveSecrets(secret).pepper, codeCost);

async function read<T>(path: string): Promise<T> {
  const answer = await stage.get(path);
  assert.equal(answer.status, 200, `${path}: ${String(answer.status)}`);
  return (await answer.json()) as T;
}

const textOf = async (path: string) => (await stage.get(path)).text();

/** Everything that the list of a buurt shows, page after page. */
async function listOf(code: string) {
  const initiatives: ListedInitiative[] = [];
  let counts: { total: number; facets: { status: Record<string, number> } } | undefined;
  for (let path: string | undefined = `/buurten/${code}/initiatives?limit=100`; path !== undefined;) {
    const answer = await stage.get(path);
    const page = (await answer.json()) as typeof counts & { initiatives: ListedInitiative[] };
    counts ??= page;
    initiatives.push(...page.initiatives);
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    path = next && new URL(next, `http://x/v1${path}`).href.replace(/^.*\/v1/, '');
  }
  assert.ok(counts);
  return { initiatives, ...counts };
}

interface Promised {
  readonly what: string;
  readonly grantedCents: number | null;
  readonly spentCents: number | null;
}

const sum = <T>(rows: readonly T[], amount: (row: T) => number | null | undefined) =>
  rows.reduce((total, row) => total + (amount(row) ?? 0), 0);

/** What the public reads of a buurt. */
async function readBuurt(code: string) {
  const list = await listOf(code);
  const details = new Map<string, { promises: readonly Promised[]; offerCount: number; status: string }>();
  for (const { id } of list.initiatives) details.set(id, await read(`/initiatives/${id}`));
  const { rounds: summaries } = await read<{ rounds: RoundSummary[] }>(`/buurten/${code}/rounds`);
  const rounds: Round[] = [];
  for (const { id } of summaries) rounds.push(await read<Round>(`/rounds/${id}`));
  const { figures } = await read<{ figures: { kind: string; value: number }[] }>(`/buurten/${code}`);
  return {
    ...{ code, ...list, details, rounds },
    figures: new Map(figures.map(({ kind, value }) => [kind, value])),
    cashbook: await read<Cashbook>(`/buurten/${code}/cashbook`),
    places: await read<{
      total: number;
      withoutPlace: number;
      features: { id: string; properties: { status: string; title: string } }[];
    }>(`/buurten/${code}/places`),
  };
}
type Buurt = Awaited<ReturnType<typeof readBuurt>>;

function checkCounts({ initiatives, total, facets, figures, places, details }: Buurt): void {
  assert.equal(initiatives.length, total, 'the list counts what it shows');
  assert.equal(figures.get('initiatives'), total, 'the figures count what the list shows');
  for (const status of initiativeStatuses)
    assert.equal(
      initiatives.filter((each) => each.status === status).length,
      facets.status[status],
      `the list counts ${status}`,
    );
  assert.equal(
    figures.get('neighbours'),
    sum(initiatives, ({ offerCount }) => offerCount),
    'the figures count neighbours as the list',
  );
  const placed = initiatives.filter(({ place }) => place !== null);
  assert.equal(places.total, total, 'the map counts what the list shows');
  assert.equal(places.withoutPlace, total - placed.length, 'the map counts those without a place');
  assert.deepEqual(
    places.features.map(({ id, properties }) => `${id} ${properties.status} ${properties.title}`).toSorted(),
    placed.map(({ id, status, title }) => `${id} ${status} ${title}`).toSorted(),
    'the map shows what the list shows',
  );
  for (const { id, status, offerCount } of initiatives)
    assert.deepEqual(
      [details.get(id)?.status, details.get(id)?.offerCount],
      [status, offerCount],
      'an initiative that is opened says what the list says',
    );
}

/** Neighbours who joined, by initiative, as the offers themselves say. */
async function checkOffers({ initiatives }: Buurt): Promise<void> {
  const joined = await stage.store.db
    .selectFrom('offer')
    .select('initiative_id')
    .where('outcome', '=', 'joined')
    .execute();
  for (const { id, offerCount } of initiatives)
    assert.equal(offerCount, joined.filter((each) => each.initiative_id === id).length, 'who joined counts');
}

/** A vote that runs, or whose result is still to be settled. */
async function checkVotes({ initiatives, rounds }: Buurt): Promise<void> {
  const [standing, running] = [new Set<string>(), new Set<string>()];
  for (const { id, phase, proposals } of rounds) {
    const settledAt = (await findRoundRow(stage.store.db, id))?.settled_at ?? null;
    if (settledAt !== null) continue;
    for (const { initiativeId, withdrawn } of proposals)
      if (initiativeId !== null && !withdrawn) {
        standing.add(initiativeId);
        if (phase !== 'closed') running.add(initiativeId);
      }
  }
  for (const { id, status, title } of initiatives) {
    if (status === 'onBallot') assert.ok(standing.has(id), `${title} is voted about, in no vote`);
    if (standing.has(id)) assert.notEqual(status, 'new', `${title} stands in a vote, and is new`);
    if (running.has(id))
      assert.ok(
        ['onBallot', 'granted', 'underway'].includes(status),
        `${title} stands in a vote, and is ${status}`,
      );
  }
}

/** What won a settled round has a promise of what it costs, from that round; what did not win has none. */
async function checkWins({ rounds, cashbook, details }: Buurt): Promise<void> {
  for (const { id, phase, proposals } of rounds.filter((each) => each.phase === 'closed')) {
    assert.equal(phase, 'closed');
    const { tallies } = await read<{ tallies: { winners: string[] }[] }>(`/rounds/${id}/results`);
    const winners = new Set(tallies[0]?.winners);
    const won = proposals.filter((each) => winners.has(each.id));
    assert.ok(!won.some(({ withdrawn }) => withdrawn), 'what was withdrawn wins nothing');
    const book = cashbook.rounds.find((each) => each.id === id);
    assert.equal(
      book?.wonCents,
      sum(won, ({ costCents }) => costCents),
      'the cashbook knows what won',
    );
    const isSettled = (await findRoundRow(stage.store.db, id))?.settled_at !== null;
    for (const { initiativeId, title, costCents, ...proposal } of proposals) {
      const shown = details.get(initiativeId ?? '');
      const line: CashbookLine | undefined = book?.lines.find((each) => each.initiativeId === initiativeId);
      if (!shown || !isSettled) continue;
      assert.equal(
        line?.grantedCents ?? 0,
        winners.has(proposal.id) ? costCents : 0,
        `${title}: the promise`,
      );
    }
  }
}

/** Every promise is in the cashbook once; of what residents may see, the figures, the list and the cashbook say the same. */
async function checkMoney({ code, initiatives, details, figures, cashbook }: Buurt): Promise<void> {
  const lines = [...cashbook.rounds.flatMap((each) => each.lines), ...cashbook.outsideRounds.lines];
  const kept = await stage.store.db
    .selectFrom('promise')
    .innerJoin('initiative', 'initiative.id', 'promise.initiative_id')
    .select(['granted_cents', 'spent_cents'])
    .where('buurt_code', '=', code)
    .execute();
  assert.equal(
    sum(lines, (each) => each.grantedCents),
    sum(kept, (each) => each.granted_cents),
    'the cashbook adds up what was promised',
  );
  assert.equal(
    sum(lines, (each) => each.spentCents),
    sum(kept, (each) => each.spent_cents),
    'the cashbook adds up what was spent',
  );
  const shown = lines.filter((each) => each.initiativeId !== null);
  for (const { initiativeId, title } of shown)
    assert.equal(
      title,
      initiatives.find(({ id }) => id === initiativeId)?.title,
      'the cashbook names it as the list',
    );
  const promises = [...details.values()].flatMap((each) => each.promises);
  for (const [kind, amount] of [
    ['grantedCents', (each: Omit<Promised, 'what'>) => each.grantedCents],
    ['spentCents', (each: Omit<Promised, 'what'>) => each.spentCents],
  ] as const) {
    assert.equal(
      figures.get(kind),
      sum(promises, amount),
      `the figures and the promises say the same of ${kind}`,
    );
    assert.equal(
      figures.get(kind),
      sum(shown, amount),
      `the figures and the cashbook say the same of ${kind}`,
    );
  }
}

async function checkAll(code: string): Promise<void> {
  const buurt = await readBuurt(code);
  checkCounts(buurt);
  await checkOffers(buurt);
  await checkVotes(buurt);
  await checkWins(buurt);
  await checkMoney(buurt);
}

/** Everything that anybody can read of a buurt, as text. */
async function everythingPublic(code: string, words: readonly string[]): Promise<string> {
  const { rounds } = await read<{ rounds: RoundSummary[] }>(`/buurten/${code}/rounds`);
  const { initiatives } = await listOf(code);
  const paths = [
    ...['', '/settings', '/initiatives?limit=100', '/places', '/feed.atom', '/agenda.ics'].map(
      (path) => `/buurten/${code}${path}`,
    ),
    ...['/rounds', '/cashbook', '/cashbook.csv'].map((path) => `/buurten/${code}${path}`),
    ...words.map((word) => `/buurten/${code}/initiatives/similar?title=${word}`),
    ...rounds.flatMap(({ id, phase }) => [
      `/rounds/${id}`,
      ...(phase === 'closed' ? [`/rounds/${id}/results`, `/rounds/${id}/ballots.pb`] : []),
    ]),
    ...initiatives.flatMap(({ id }) =>
      ['', '/feed.atom', '/agenda.ics'].map((path) => `/initiatives/${id}${path}`),
    ),
  ];
  const texts: string[] = [];
  for (const path of paths) texts.push(await textOf(path));
  return texts.join('\n');
}

describe('The demo', () => {
  it('says the same on every screen', async () => {
    await stage.clear();
    await stage.store.db.deleteFrom('buurt').execute();
    await seedDemo(stage.store, new Date());
    await seedRounds(stage.store, hasher, new Date());
    for (const { code } of seededBuurten) await checkAll(code);
  });
});

/** The same numbers from the same seed (mulberry32). */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const fromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Residents and an operator who do anything at any time. */
class Neighbourhood {
  readonly #draw: () => number;
  readonly done: string[] = [];
  /** Ideas by id, with a word that stands in nothing else. */
  readonly ideas = new Map<string, string>();
  readonly #erased = new Set<string>();
  readonly #rounds: { id: string; codes: string[] }[] = [];
  readonly #supporters = Array.from({ length: 5 }, () => randomUUID());

  constructor(seed: number) {
    this.#draw = drawer(seed);
  }

  #number(below: number): number {
    return Math.floor(this.#draw() * below);
  }

  #oneOf<T>(all: readonly T[]): T | undefined {
    return all[this.#number(all.length)];
  }

  async #types(...argv: string[]): Promise<boolean> {
    const { exitCode, err } = await operator.types(...argv);
    this.done.push(`${argv.join(' ')} → ${exitCode === 0 ? 'done' : err.trim()}`);
    assert.ok(exitCode < 3 && !/Error:/.test(err), this.done.at(-1));
    return exitCode === 0;
  }

  async #sends(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<any> {
    const answer = await (method === 'POST' ? stage.post(path, body) : stage.send(method, path));
    const said = answer.ok ? '' : await answer.clone().text();
    this.done.push(`${method} ${path} → ${String(answer.status)} ${said}`);
    assert.ok(answer.status < 500, this.done.at(-1));
    return answer.ok ? answer.json() : undefined;
  }

  async #handIn(): Promise<void> {
    const word = `zx${String(this.ideas.size)}qy${String(this.#number(1e6))}`;
    const hasPlace = this.#draw() < 0.6;
    const cost = (1 + this.#number(20)) * 10_000;
    const made = await this.#sends('POST', `/buurten/${buurtCode}/ideas`, {
      ...{ title: `Idee ${word}`, story: `Over ${word}.`, consent: true, needs: ['time', 'tools'] },
      ...(hasPlace ? { place: { lat: 52.005, lon: 5.005, address: `Plein ${word}` } } : {}),
      cost: { minCents: cost, maxCents: cost },
    });
    if (made) this.ideas.set(made.id, word);
  }

  #idea(): string {
    return this.#oneOf([...this.ideas.keys()].filter((id) => !this.#erased.has(id))) ?? '';
  }

  async #erase(): Promise<void> {
    const id = this.#idea();
    if (await this.#types('ideas', 'erase', id, '--yes')) this.#erased.add(id);
  }

  async #offer(how: 'joined' | 'declined' | 'remove' | 'withdraw'): Promise<void> {
    const offers = await stage.store.db
      .selectFrom('offer')
      .select('id')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const offer = this.#oneOf(offers)?.id;
    if (offer === undefined) return;
    if (how === 'remove') await this.#types('offers', 'remove', offer);
    else if (how === 'withdraw')
      await this.#sends('DELETE', `/offers/${offer}.${deriveSecrets(secret).offerSignature(offer)}`);
    else await this.#types('offers', 'answer', offer, '--outcome', how);
  }

  async #makeRound(): Promise<void> {
    const { initiatives } = await listOf(buurtCode);
    const chosen = initiatives
      .toSorted((a, b) => a.title.localeCompare(b.title))
      .filter(({ status }) => this.#draw() < (hasEnded(status) ? 0.05 : 0.6));
    if (chosen.length < 2) return;
    const name = `Ronde ${String(this.#rounds.length + 1)}`;
    const proposals = chosen.map(({ id, title }, nth) => ({
      ...{ id: `p${String(nth)}`, title, story: title, initiativeId: id },
      costCents: (1 + this.#number(9)) * 10_000,
    }));
    const file = await operator.saves('round.json', {
      ...{
        buurt: buurtCode,
        name,
        budgetCents: 200_000,
        opensAt: fromNow(1),
        closesAt: fromNow(2),
        proposals,
      },
      rules: { expression: 'approve', picks: { max: 3 } },
      tallies: [{ method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' }],
    });
    if (!(await this.#types('round', 'make', file))) return;
    const { id } = await stage.store.db
      .selectFrom('round')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    const codes = Array.from({ length: 4 }, newCode);
    const { salt } = (await findRoundRow(stage.store.db, id))!;
    const hashes = await Promise.all(codes.map((code) => hasher.hash(code, salt)));
    await stage.store.transaction((db) => addCredentials(db, id, hashes));
    this.#rounds.push({ id, codes });
  }

  /** Mostly one of the last two. */
  #anyRound() {
    return this.#oneOf(this.#draw() < 0.8 ? this.#rounds.slice(-2) : this.#rounds);
  }

  /** Some households vote, or vote again. */
  async #vote(): Promise<void> {
    const round = this.#anyRound();
    if (!round) return;
    const answer = await stage.get(`/rounds/${round.id}`);
    if (answer.status !== 200) return;
    const { proposals, rulesHash } = (await answer.json()) as Round;
    const open = proposals.filter(({ withdrawn }) => !withdrawn);
    for (const code of round.codes.slice(0, 1 + this.#number(3))) {
      const first = this.#number(open.length);
      const lines = open.slice(first, first + 2).map(({ id }) => ({ proposalId: id }));
      await this.#sends('POST', `/rounds/${round.id}/ballots`, { code, rulesHash, lines, channel: 'online' });
    }
  }

  async #round(...argv: [string, ...string[]]): Promise<void> {
    const round = this.#anyRound();
    if (round) await this.#types('round', argv[0], round.id, ...argv.slice(1));
  }

  #status(): Promise<boolean> {
    const status = this.#oneOf(initiativeStatuses) ?? 'new';
    return this.#types('initiatives', 'status', this.#idea(), status, '--reason', 'Daarom.');
  }

  #promise(): Promise<boolean> {
    const money = ['--granted', String(this.#number(900)), '--spent', String(this.#number(900))];
    const what = ['--who', `Wie ${String(this.#number(3))}`, '--what', 'Geld', '--by', '2027-05-01'];
    return this.#types('initiatives', 'promise', this.#idea(), ...what, ...(this.#draw() < 0.7 ? money : []));
  }

  readonly #acts: readonly (readonly [weight: number, act: () => Promise<unknown>])[] = [
    [12, () => this.#handIn()],
    [24, () => this.#types('ideas', 'publish', this.#idea())],
    [2, () => this.#types('ideas', 'decline', this.#idea(), '--reason', 'Nee.', '--yes')],
    [3, () => this.#types('ideas', 'hide', this.#idea(), '--reason', 'Nee.', '--yes')],
    [1, () => this.#erase()],
    [
      6,
      () =>
        this.#sends('PUT', `/initiatives/${this.#idea()}/supports/${this.#oneOf(this.#supporters) ?? ''}`),
    ],
    [
      2,
      () =>
        this.#sends('DELETE', `/initiatives/${this.#idea()}/supports/${this.#oneOf(this.#supporters) ?? ''}`),
    ],
    [
      8,
      () =>
        this.#sends('POST', `/initiatives/${this.#idea()}/offers`, {
          ...{ kinds: ['time'], message: 'Ik help.', name: 'Jo', contact: '0612345678' },
        }),
    ],
    [5, () => this.#offer('joined')],
    [2, () => this.#offer('declined')],
    [1, () => this.#offer('remove')],
    [2, () => this.#offer('withdraw')],
    [5, () => this.#makeRound()],
    [7, () => this.#round('open')],
    [10, () => this.#vote()],
    [3, () => this.#round('withdraw', `p${String(this.#number(6))}`)],
    [1, () => this.#round('cancel', '--yes')],
    [5, () => this.#round('close', '--yes')],
    [10, () => this.#round('settle', '--by', '2027-05-01', '--who', 'De Wetering')],
    [8, () => this.#status()],
    [4, () => this.#promise()],
    [3, () => this.#types('initiatives', 'news', this.#idea(), '--text', 'Er is nieuws.')],
  ];

  /** Does one thing, whatever it is; some are refused. */
  async act(): Promise<void> {
    if (this.ideas.size - this.#erased.size < 5) return this.#handIn();
    let drawn = this.#number(sum(this.#acts, ([weight]) => weight));
    const [, act] = this.#acts.find(([weight]) => (drawn -= weight) < 0) ?? this.#acts[0]!;
    await act();
  }
}

/** Nothing of what waits, was declined, hidden or erased stands anywhere that anybody can read. */
async function checkHidden(ideas: ReadonlyMap<string, string>): Promise<void> {
  const { initiatives } = await listOf(buurtCode);
  const shown = new Set(initiatives.map(({ id }) => id));
  const secret = [...ideas].filter(([id]) => !shown.has(id)).map(([, word]) => word);
  const readable = await everythingPublic(buurtCode, secret.slice(0, 3));
  for (const word of secret) assert.ok(!readable.includes(word), `${word} is not shown, and can be read`);
  for (const [id, word] of ideas) {
    assert.equal((await stage.get(`/initiatives/${id}`)).status, shown.has(id) ? 200 : 404);
    assert.equal(readable.includes(word), shown.has(id));
  }
}

const seeds = (process.env['SEEDS'] ?? '1,2,3').split(',').map(Number);
const acts = 300;
const betweenChecks = 25;

describe('Whatever residents and an operator do', () => {
  beforeEach(() => stage.clear({ moderated: true, organisation: { name: 'De Wetering' } }));

  for (const seed of seeds)
    it(`list, map, figures, votes, cashbook and feeds say the same, and nothing hidden (seed ${String(seed)})`, async () => {
      const neighbourhood = new Neighbourhood(seed);
      for (let nth = 1; nth <= acts; nth++)
        try {
          stage.now = new Date(stage.now.getTime() + 1000);
          await neighbourhood.act();
          if (nth % betweenChecks !== 0) continue;
          await checkAll(buurtCode);
          await checkHidden(neighbourhood.ideas);
        } catch (error) {
          const last = neighbourhood.done.slice(-betweenChecks * 2).join('\n');
          throw new Error(`SEEDS=${String(seed)}, after ${String(nth)} acts:\n${last}\n${String(error)}`, {
            cause: error,
          });
        }
    });
});
