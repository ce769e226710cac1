import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { DeskPaper, PaperAnswer } from '@buurt/domain/desk/paper-ballots.js';
import { deskPaperFrom, paperAnswerFrom } from '@buurt/domain/desk/paper-ballots-json.js';
import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import { printCode } from '@buurt/domain/rounds/code.js';
import { mineFrom } from '@buurt/domain/voting/cast-json.js';
import { sql } from 'kysely';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { erase } from '../../../packages/server/src/db/retention.queries.js';
import { newCode } from '../../../packages/server/src/secrets/credential-hash.js';
import { withdraw } from '../../../packages/server/src/rounds/round-changes.queries.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { columnsWith } from '../columns-with.js';
import { conforms } from '../conformance.js';
import { addStaffOnStage, DeskBrowser, loggedIn } from '../desk-visitor.js';
import { RoundOnStage } from '../round-stage.js';
import { buurtCode, codeCost, Stage } from '../stage.js';

const otherBuurt = 'BU9999AA02';
const document = openApiDocument();
let stage: Stage;
let round: RoundOnStage;
let noor: DeskBrowser;
let sam: DeskBrowser;
let kim: DeskBrowser;
before(async () => {
  stage = await Stage.open({ codeCost });
});
after(() => stage.close());

const staffIds = new Map<DeskBrowser, string>();
async function rounds(name: string, code = buurtCode): Promise<DeskBrowser> {
  const browser = new DeskBrowser(stage);
  const id = await addStaffOnStage(stage, `${randomUUID()}@corporatie.example`, [
    { role: 'rounds', buurtCode: code },
  ]);
  await stage.store.db.updateTable('staff').set({ name }).where('id', '=', id).execute();
  await browser.logsInAs(id);
  staffIds.set(browser, id);
  return browser;
}

async function begins(rules?: BallotRules): Promise<void> {
  round = await RoundOnStage.open(stage, 4, rules && { rules });
}

beforeEach(async () => {
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear({ moderated: false });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { moderated: false });
  await begins();
  [noor, sam, kim] = [await rounds('Noor'), await rounds('Sam'), await rounds('Kim')];
});

type Pass = 'first' | 'second' | 'third';
/** Numbers of plans, with points when there are two; or why it is void. */
type Marks = readonly (number | readonly [number, number])[] | 'blank' | 'unclear' | 'against-rules';

const bodyOf = (pass: Pass, code: string, marks: Marks) => ({
  ...{ pass, code, voidReason: typeof marks === 'string' ? marks : null },
  marks:
    typeof marks === 'string'
      ? []
      : marks.map((each) =>
          typeof each === 'number' ? { number: each, points: null } : { number: each[0], points: each[1] },
        ),
});

const sends = (browser: DeskBrowser, pass: Pass, code: string, marks: Marks) =>
  browser.ask('POST', `rounds/${round.id}/paper-ballots`, { body: bodyOf(pass, code, marks) });

async function types(browser: DeskBrowser, pass: Pass, code: string, marks: Marks): Promise<PaperAnswer> {
  const answer = await sends(browser, pass, code, marks);
  assert.equal(answer.status, 200, await answer.clone().text());
  await conforms(document, { method: 'post', path: '/desk/rounds/{id}/paper-ballots' }, answer.clone());
  return paperAnswerFrom(await answer.json());
}

/** What becomes of a paper, in a word or two. */
async function becomes(browser: DeskBrowser, pass: Pass, code: string, marks: Marks): Promise<string> {
  const { outcome, result } = await types(browser, pass, code, marks);
  return result ? `${outcome} ${result}` : outcome;
}

const acts = (browser: DeskBrowser, path: string, body: unknown = {}) =>
  browser.ask('POST', `rounds/${round.id}/${path}`, { body, headers: { 'Idempotency-Key': randomUUID() } });

async function withoutCode(browser: DeskBrowser, pass: Pass): Promise<string> {
  const answer = await acts(browser, 'paper-without-code', { pass });
  await conforms(document, { method: 'post', path: '/desk/rounds/{id}/paper-without-code' }, answer.clone());
  return paperAnswerFrom(await answer.json()).outcome;
}

async function seenBy(browser: DeskBrowser): Promise<DeskPaper> {
  const answer = await browser.ask('GET', `rounds/${round.id}/paper`);
  await conforms(document, { method: 'get', path: '/desk/rounds/{id}/paper' }, answer.clone());
  return deskPaperFrom(await answer.json());
}

/** The counts that are not zero. */
async function countsFor(browser: DeskBrowser): Promise<Record<string, number>> {
  const { results, ...rest } = (await seenBy(browser)).counts;
  return Object.fromEntries(Object.entries({ ...rest, ...results }).filter(([, count]) => count > 0));
}

const choiceOf = async (code: string) => {
  const cast = mineFrom(await (await round.mine(code)).json());
  return cast && { channel: cast.channel, lines: cast.lines };
};

const actsOf = async () => {
  const rows = await stage.store.db.selectFrom('act').select(['name', 'detail']).orderBy('id').execute();
  return rows.map(({ name, detail }) => `${name} ${String(detail['pass'] ?? '')}`.trim());
};

const entries = () =>
  stage.store.db
    .selectFrom('paper_entry')
    .innerJoin('paper_ballot', 'paper_ballot.id', 'paper_id')
    .selectAll()
    .execute();

describe('A ballot on paper', () => {
  it('counts once a second person typed the same, however they write the code and in whatever order', async () => {
    const [code = ''] = round.codes;
    assert.equal(await becomes(noor, 'first', code, [3, 1]), 'kept');
    assert.equal(await choiceOf(code), null);
    assert.deepEqual(await countsFor(noor), { waiting: 1 });
    assert.deepEqual(await countsFor(sam), { waiting: 1, forYou: 1 });
    const written = printCode(code).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    assert.equal(await becomes(sam, 'second', written, [1, 3]), 'settled counted');
    const { channel, lines } = (await choiceOf(code))!;
    assert.deepEqual([channel, lines.map(({ proposalId }) => proposalId)], ['paper', ['a', 'c']]);
    assert.deepEqual(await countsFor(sam), { counted: 1 });
    await round.end();
    const results = await (await round.get('/results')).json();
    assert.equal(results.ballotCount, 1);
    assert.deepEqual(findingsIn(await rowsOfRound(stage.store, round.id)), []);
  });

  it('does not count when the same person types it twice', async () => {
    const [code = ''] = round.codes;
    assert.equal(await becomes(noor, 'first', code, [1]), 'kept');
    assert.equal(await becomes(noor, 'first', code, [1]), 'kept');
    assert.equal(await becomes(noor, 'first', code, [2]), 'typed-by-you');
    assert.equal(await becomes(noor, 'second', code, [1]), 'typed-by-you');
    assert.equal(await becomes(noor, 'third', code, [1]), 'not-different');
    assert.equal(await choiceOf(code), null);
    assert.deepEqual(await countsFor(noor), { waiting: 1 });
  });

  it('waits for a first time before a second, and is not typed for the first time by two', async () => {
    const [code = ''] = round.codes;
    assert.equal(await becomes(sam, 'second', code, [1]), 'not-typed-yet');
    assert.equal(await becomes(noor, 'first', code, [1]), 'kept');
    assert.equal(await becomes(sam, 'first', code, [1]), 'typed-by-colleague');
    assert.equal(await choiceOf(code), null);
  });

  it('is looked at again when two people typed different things, and counts when two say the same', async () => {
    const [code = ''] = round.codes;
    await becomes(noor, 'first', code, [1]);
    assert.equal(await becomes(sam, 'second', code, [2]), 'different');
    assert.equal(await becomes(sam, 'second', code, [2]), 'different');
    const { differences } = await seenBy(kim);
    assert.deepEqual(
      differences[0]?.entries
        .map(({ by, marks, isYours }) => [by, marks.map(({ number }) => number), isYours])
        .toSorted(),
      [
        ['Noor', [1], false],
        ['Sam', [2], false],
      ],
    );
    assert.deepEqual(await countsFor(kim), { different: 1 });
    assert.equal(await becomes(noor, 'third', code, [1]), 'different');
    assert.equal(await becomes(noor, 'third', code, [1, 2]), 'different');
    assert.equal(await choiceOf(code), null);
    assert.equal(await becomes(kim, 'third', code, [1, 2]), 'settled counted');
    assert.deepEqual(
      (await choiceOf(code))?.lines.map(({ proposalId }) => proposalId),
      ['a', 'b'],
    );
    assert.deepEqual((await seenBy(kim)).differences, []);
  });

  it('is settled by whoever made the mistake, who then says the same as a colleague', async () => {
    const [code = ''] = round.codes;
    await becomes(noor, 'first', code, [1]);
    await becomes(sam, 'second', code, [2]);
    assert.equal(await becomes(sam, 'third', code, [1]), 'settled counted');
  });

  it('can be void, when two people say why', async () => {
    const [blank = '', unclear = ''] = round.codes;
    await becomes(noor, 'first', blank, 'blank');
    assert.equal(await becomes(sam, 'second', blank, 'blank'), 'settled blank');
    assert.equal(await becomes(sam, 'second', blank, 'blank'), 'settled-before blank');
    await becomes(noor, 'first', unclear, 'unclear');
    assert.equal(await becomes(sam, 'second', unclear, [1]), 'different');
    assert.equal(await becomes(kim, 'third', unclear, 'unclear'), 'settled unclear');
    assert.equal(await choiceOf(blank), null);
    assert.deepEqual(await countsFor(noor), { blank: 1, unclear: 1 });
    assert.equal((await sends(noor, 'first', blank, [1])).status, 200);
    const both = { ...bodyOf('first', round.codes[2]!, [1]), voidReason: 'blank' };
    const answer = await noor.ask('POST', `rounds/${round.id}/paper-ballots`, { body: both });
    assert.equal(answer.status, 400);
  });

  it('is void without a code, when two people say so', async () => {
    assert.equal(await withoutCode(noor, 'first'), 'kept');
    assert.equal(await withoutCode(noor, 'second'), 'not-typed-yet');
    assert.deepEqual(await countsFor(sam), { waiting: 1, forYou: 1 });
    assert.equal(await withoutCode(sam, 'second'), 'settled');
    assert.equal(await withoutCode(sam, 'second'), 'not-typed-yet');
    assert.deepEqual(await countsFor(sam), { 'no-code': 1 });
  });

  it('is refused with what is wrong, in both languages, when it is not as the rules say', async () => {
    const [code = ''] = round.codes;
    const { outcome, sentences } = await types(noor, 'first', code, [1, 2, 3]);
    assert.equal(outcome, 'refused-by-rules');
    assert.match(sentences.nl.join(), /3/);
    assert.match(sentences.en.join(), /You chose 3 plans/);
    assert.equal(await becomes(noor, 'first', code, []), 'refused-by-rules');
    assert.equal((await sends(noor, 'first', code, [4])).status, 400);
    assert.equal(await becomes(noor, 'first', newCode(), [1]), 'code-unknown');
    assert.equal(await becomes(noor, 'first', code.slice(1), [1]), 'code-malformed');
    assert.deepEqual(await countsFor(noor), {});
    assert.equal(await becomes(noor, 'first', code, 'against-rules'), 'kept');
    assert.equal(await becomes(sam, 'second', code, 'against-rules'), 'settled against-rules');
  });

  it('with a cross for a plan that was withdrawn since is typed again without it', async () => {
    const [code = ''] = round.codes;
    await becomes(noor, 'first', code, [1, 2]);
    await stage.store.transaction((db) => withdraw(db, round.id, 'a'));
    const { outcome, sentences } = await types(sam, 'second', code, [1, 2]);
    assert.equal(outcome, 'refused-by-rules');
    assert.match(sentences.nl.join(), /Plan a/);
    assert.equal(await becomes(sam, 'second', code, [2]), 'different');
    assert.equal(await becomes(noor, 'third', code, [2]), 'settled counted');
    assert.deepEqual((await seenBy(noor)).plans[0], { number: 1, title: 'Plan a', withdrawn: true });
  });

  it('gives way to a vote of the same home that was cast before, whenever that was', async () => {
    const [before = '', between = ''] = round.codes;
    await round.cast({ code: before, ids: ['b'] });
    assert.equal(await becomes(noor, 'first', before, [1]), 'settled voted');
    assert.equal(await becomes(sam, 'second', before, [1]), 'settled-before voted');
    await becomes(noor, 'first', between, [1]);
    await round.cast({ code: between, ids: ['b'] });
    assert.equal(await becomes(sam, 'second', between, [1]), 'settled voted');
    for (const code of [before, between]) assert.equal((await choiceOf(code))?.channel, 'online');
    assert.deepEqual(await countsFor(noor), { voted: 2 });
    assert.deepEqual(await entries(), []);
  });

  it('does not count once its letter was replaced', async () => {
    const [code = ''] = round.codes;
    await becomes(noor, 'first', code, [1]);
    await stage.store.db.updateTable('credential').set({ voided: true }).execute();
    assert.equal(await becomes(sam, 'second', code, [1]), 'settled replaced');
    assert.deepEqual(await countsFor(noor), { replaced: 1 });
  });

  it('has ranks or points when the round asks for them', async () => {
    await begins({ expression: 'rank' });
    const [ranked = ''] = round.codes;
    await becomes(noor, 'first', ranked, [3, 1]);
    assert.equal(await becomes(sam, 'second', ranked, [1, 3]), 'different');
    const typed = (await seenBy(kim)).differences[0]?.entries.map(({ marks }) =>
      marks.map(({ number }) => number).join(),
    );
    assert.deepEqual(typed?.toSorted(), ['1,3', '3,1']);
    assert.equal(await becomes(sam, 'third', ranked, [3, 1]), 'settled counted');
    assert.deepEqual((await choiceOf(ranked))?.lines, [
      { proposalId: 'c', rank: 1 },
      { proposalId: 'a', rank: 2 },
    ]);
    await begins({ expression: 'allocate', total: { max: 10 } });
    const [divided = ''] = round.codes;
    await becomes(noor, 'first', divided, [
      [1, 6],
      [2, 4],
    ]);
    assert.equal(
      await becomes(sam, 'second', divided, [
        [2, 4],
        [1, 5],
      ]),
      'different',
    );
    assert.equal(
      await becomes(kim, 'third', divided, [
        [2, 4],
        [1, 6],
      ]),
      'settled counted',
    );
  });

  it('counts once when two people type it for the second time at the same moment', async () => {
    const [code = ''] = round.codes;
    await becomes(noor, 'first', code, [1]);
    const all = await Promise.all([sam, kim].map((each) => becomes(each, 'second', code, [1])));
    assert.deepEqual(all.toSorted(), ['settled counted', 'settled-before counted']);
    assert.deepEqual(await countsFor(noor), { counted: 1 });
  });

  it('can be taken away by whoever typed it, until it is settled', async () => {
    const [code = ''] = round.codes;
    const { id } = await types(noor, 'first', code, [1]);
    const removes = async (browser: DeskBrowser) => {
      const answer = await acts(browser, `paper-ballots/${id!}/removal`);
      const described = { method: 'post', path: '/desk/rounds/{id}/paper-ballots/{paperId}/removal' };
      await conforms(document, described, answer.clone());
      return answer.status;
    };
    assert.equal(await removes(sam), 404);
    assert.equal(await removes(noor), 201);
    assert.equal(await removes(noor), 404);
    assert.deepEqual(await countsFor(noor), {});
    const again = await types(noor, 'first', code, [2]);
    const second = await types(sam, 'second', code, [3]);
    assert.equal(again.id, second.id);
    assert.equal((await acts(sam, `paper-ballots/${second.id!}/removal`)).status, 201);
    assert.deepEqual(await countsFor(noor), { waiting: 1 });
    assert.equal(await becomes(sam, 'second', code, [2]), 'settled counted');
    assert.equal((await acts(sam, `paper-ballots/${second.id!}/removal`)).status, 404);
    assert.deepEqual((await countsFor(noor))['counted'], 1);
  });

  it('is refused after closing as the command refuses it, and before opening', async () => {
    const [code = ''] = round.codes;
    await becomes(noor, 'first', code, [1]);
    await round.end();
    const answer = await sends(sam, 'second', code, [1]);
    assert.equal(answer.status, 409);
    assert.match((await answer.json()).type, /:closed$/);
    assert.equal((await acts(noor, 'paper-without-code', { pass: 'first' })).status, 409);
    assert.equal(await choiceOf(code), null);
    await begins();
    await stage.store.db
      .updateTable('round')
      .set({ opens_at: new Date(Date.now() + 60_000) })
      .where('id', '=', round.id)
      .execute();
    const early = await sends(noor, 'first', round.codes[0]!, [1]);
    assert.match((await early.json()).type, /:not-open-yet$/);
  });

  it('is entered in their own buurten only', async () => {
    const elsewhere = await rounds('Bo', otherBuurt);
    assert.equal((await elsewhere.ask('GET', `rounds/${round.id}/paper`)).status, 404);
    assert.equal((await sends(elsewhere, 'first', round.codes[0]!, [1])).status, 404);
    const reader = await loggedIn(stage, [{ role: 'reader', buurtCode }]);
    assert.equal((await reader.ask('GET', `rounds/${round.id}/paper`)).status, 403);
  });
});

describe('Of a ballot on paper', () => {
  it('the code stands nowhere in the database, nor in an act what was chosen', async () => {
    const [first = '', second = '', third = ''] = round.codes;
    await becomes(noor, 'first', first, [1]);
    await becomes(sam, 'second', first, [1]);
    await becomes(noor, 'first', second, [1]);
    await becomes(sam, 'second', second, [2]);
    await becomes(noor, 'first', third, 'blank');
    await becomes(noor, 'first', newCode(), [1]);
    assert.deepEqual(await columnsWith(stage.store, round.codes), []);
    assert.deepEqual(await actsOf(), ['ballots.entered first', 'ballots.entered second']);
  });

  it('nothing leads to who typed it once it is settled', async () => {
    const [code = '', blank = ''] = round.codes;
    await becomes(noor, 'first', code, [1]);
    assert.equal((await entries()).length, 1);
    await becomes(sam, 'second', code, [1]);
    await becomes(noor, 'first', blank, 'blank');
    await becomes(sam, 'second', blank, 'blank');
    assert.deepEqual(await entries(), []);
    assert.equal((await stage.store.db.selectFrom('idempotency').selectAll().execute()).length, 0);
  });

  it('no row of who did something is of the same transaction as a vote', async () => {
    for (const code of round.codes.slice(0, 3)) {
      await becomes(noor, 'first', code, [1]);
      await becomes(sam, 'second', code, [1]);
    }
    const { rows } = await sql<{ joined: number }>`
      select count(*)::int as joined from act join ballot on act.xmin = ballot.xmin`.execute(stage.store.db);
    assert.deepEqual(rows, [{ joined: 0 }]);
  });

  it('it is kept each day, and for each time, that somebody types some over', async () => {
    const [one = '', two = '', three = ''] = round.codes;
    await becomes(noor, 'first', one, [1]);
    await becomes(noor, 'first', two, [1]);
    stage.now = new Date('2026-11-24T10:00:00.000Z');
    await noor.logsInAs(staffIds.get(noor)!);
    await becomes(noor, 'first', three, [1]);
    const { id } = await types(noor, 'first', round.codes[3]!, [1]);
    await acts(noor, `paper-ballots/${id!}/removal`);
    assert.deepEqual(await actsOf(), ['ballots.entered first', 'ballots.entered first', 'ballot.removed']);
  });

  it('whose it was and what was typed are erased after closing, and the counts stay', async () => {
    const [counted = '', waiting = '', different = ''] = round.codes;
    await becomes(noor, 'first', counted, [1]);
    await becomes(sam, 'second', counted, [1]);
    await becomes(noor, 'first', waiting, [1]);
    await becomes(noor, 'first', different, [1]);
    await becomes(sam, 'second', different, [2]);
    const hashes = async () =>
      (await stage.store.db.selectFrom('paper_ballot').select('credential_hash').execute()).filter(
        ({ credential_hash }) => credential_hash !== null,
      ).length;
    await erase(stage.store, stage.now);
    assert.deepEqual([await hashes(), (await entries()).length], [3, 3]);
    await round.end();
    assert.deepEqual((await seenBy(noor)).differences, []);
    await erase(stage.store, stage.now);
    assert.deepEqual([await hashes(), (await entries()).length], [0, 0]);
    assert.deepEqual(await countsFor(sam), { counted: 1, waiting: 2 });
  });
});
