import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { cashbookFrom } from '@buurt/domain/rounds/cashbook-json.js';
import type { Cashbook } from '@buurt/domain/rounds/cashbook.js';
import { operator as operatorActor } from '../../../packages/server/src/acts/acts.queries.js';
import { savePromise } from '../../../packages/server/src/initiatives/initiatives.service.js';
import { OperatorOnStage } from '../operator-stage.js';
import { aProposal, RoundOnStage } from '../round-stage.js';
import { buurtCode, codeCost, Stage } from '../stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open({ codeCost });
  operator = await OperatorOnStage.enter(stage.store);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(() => stage.clear({ moderated: false, organisation: { name: 'Wonen Wetering' } }));

const read = async (code = buurtCode): Promise<Cashbook> =>
  cashbookFrom(await (await stage.get(`/buurten/${code}/cashbook`)).json());
const says = async (...argv: string[]) => {
  const { exitCode, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
};
const settle = (id: string) => says('round', 'settle', id, '--by', '2027-05-01');
const spend = (initiative_id: string, spent_cents: number) =>
  stage.store.db
    .updateTable('promise')
    .set({ spent_cents })
    .where('initiative_id', '=', initiative_id)
    .execute();
const hide = (id: string) =>
  stage.store.db.updateTable('initiative').set({ review: 'hidden' }).where('id', '=', id).execute();
const promise = (initiative_id: string, granted_cents: number | null) =>
  stage.store.db
    .insertInto('promise')
    .values({
      ...{ id: randomUUID(), initiative_id, who: 'De buurt', what: 'Een bijdrage', due_on: '2027-01-01' },
      ...{ state: 'open', granted_cents, spent_cents: null },
    })
    .execute();

/** A closed round in which a table and a plan of nobody won, and a bench did not fit. */
async function closedRound() {
  const table = await stage.addInitiative({ title: '=Lange "tafel"', status: 'onBallot' });
  const bench = await stage.addInitiative({ title: 'Bankje', status: 'onBallot' });
  const round = await RoundOnStage.open(stage, 1, {
    name: 'Buurtbudget 2026',
    budgetCents: 5_000_00,
    proposals: [
      aProposal('t', 4000_00, { initiativeId: table }),
      aProposal('b', 3000_00, { initiativeId: bench }),
      aProposal('x', 500_50),
      aProposal('w', 100_00, { withdrawn: true }),
    ],
  });
  assert.equal((await round.cast({ code: round.codes[0]!, ids: ['t', 'x'] })).status, 201);
  return { table, bench, round };
}

describe('The cashbook of a buurt', () => {
  it('is empty where there was never a round', async () => {
    assert.deepEqual(await read(), {
      rounds: [],
      outsideRounds: { grantedCents: 0, spentCents: 0, lines: [] },
    });
  });

  it('follows a round from its budget to what is left', async () => {
    const { table, round } = await closedRound();
    const amounts = async () => {
      const { phase, budgetCents, wonCents, grantedCents, spentCents, leftCents } = (await read()).rounds[0]!;
      return [phase, budgetCents, wonCents, grantedCents, spentCents, leftCents];
    };
    assert.deepEqual(await amounts(), ['open', 5000_00, null, 0, 0, 5000_00]);
    await round.end();
    assert.deepEqual(await amounts(), ['closed', 5000_00, 4500_50, 0, 0, 5000_00]);
    await settle(round.id);
    assert.deepEqual(await amounts(), ['closed', 5000_00, 4500_50, 4000_00, 0, 5000_00]);
    await spend(table, 5200_00);
    assert.deepEqual(await amounts(), ['closed', 5000_00, 4500_50, 4000_00, 5200_00, -200_00]);
    assert.deepEqual((await read()).rounds[0]!.lines, [
      {
        ...{ initiativeId: table, title: '=Lange "tafel"' },
        ...{ wonCents: 4000_00, grantedCents: 4000_00, spentCents: 5200_00 },
      },
      { initiativeId: null, title: 'Plan x', wonCents: 500_50, grantedCents: null, spentCents: null },
    ]);
  });

  it('keeps promises outside rounds apart, also of an initiative that won', async () => {
    const { table, bench, round } = await closedRound();
    await round.end();
    await settle(round.id);
    await promise(table, 70_00);
    await promise(bench, null);
    const { rounds, outsideRounds } = await read();
    assert.equal(rounds[0]!.grantedCents, 4000_00);
    assert.deepEqual(outsideRounds, {
      ...{ grantedCents: 70_00, spentCents: 0 },
      lines: [
        {
          ...{ initiativeId: table, title: '=Lange "tafel"' },
          ...{ wonCents: 0, grantedCents: 70_00, spentCents: null },
        },
      ],
    });
  });

  it('changes an amount in its round when the promise is said anew', async () => {
    const { table, round } = await closedRound();
    await round.end();
    await settle(round.id);
    await stage.store.db
      .updateTable('initiative')
      .set({ reference: 'K4T-9PX' })
      .where('id', '=', table)
      .execute();
    await says(
      ...['initiatives', 'promise', 'K4T-9PX', '--who', 'Wonen Wetering'],
      ...['--what', 'Het geld uit “Buurtbudget 2026”', '--spent', '80,50'],
    );
    assert.deepEqual(
      (await read()).rounds.map(({ grantedCents, spentCents }) => [grantedCents, spentCents]),
      [[4000_00, 80_50]],
    );
  });

  it('counts the money of an initiative that was hidden, and does not name it', async () => {
    const { table, round } = await closedRound();
    await round.end();
    await settle(round.id);
    await hide(table);
    const [{ grantedCents, lines } = assert.fail()] = (await read()).rounds;
    assert.equal(grantedCents, 4000_00);
    assert.deepEqual([lines[0]!.initiativeId, lines[0]!.title], [null, null]);
    const csv = await (await stage.get(`/buurten/${buurtCode}/cashbook.csv`)).text();
    assert.match(csv, /"Weggehaald plan"/);
    assert.doesNotMatch(csv, /tafel/);
  });

  it('changes the promise of the last round when an earlier one of the same name said the same', async () => {
    const table = await stage.addInitiative({ title: 'Lange tafel' });
    await stage.store.db
      .updateTable('initiative')
      .set({ reference: 'K4T-9PX' })
      .where('id', '=', table)
      .execute();
    for (const [year, due_on] of [
      [2025, '2027-01-01'],
      [2026, '2026-12-01'],
      [2024, '2028-01-01'],
    ] as const) {
      const round = await RoundOnStage.open(stage, 1, {
        name: 'Buurtbudget',
        closesAt: `${String(year)}-10-01T12:00:00.000Z`,
        opensAt: `${String(year)}-09-01T12:00:00.000Z`,
        proposals: [aProposal(`t${String(year)}`, 100_00, { initiativeId: table })],
      });
      await stage.store.db
        .insertInto('promise')
        .values({
          ...{ id: randomUUID(), initiative_id: table, round_id: round.id, who: 'Wij', what: 'Het geld' },
          ...{ due_on, state: 'open', granted_cents: 100_00, spent_cents: null },
        })
        .execute();
    }
    const promise = ['initiatives', 'promise', 'K4T-9PX', '--who', 'Wij', '--what', 'Het geld'];
    for (const spent of ['40', '60']) await says(...promise, '--spent', spent);
    assert.deepEqual(
      (await read()).rounds.map(({ closesAt, spentCents }) => [closesAt.slice(0, 4), spentCents]),
      [
        ['2026', 60_00],
        ['2025', 0],
        ['2024', 0],
      ],
    );
  });

  it('makes one promise of many that say the same at once', async () => {
    const table = await stage.addInitiative({ title: 'Lange tafel' });
    await stage.store.db
      .updateTable('initiative')
      .set({ reference: 'K4T-9PX' })
      .where('id', '=', table)
      .execute();
    const promised = { who: 'Wij', what: 'Het geld', dueOn: '2027-05-01', grantedCents: 10_00 };
    const context = { by: operatorActor, at: new Date() };
    const all = Array.from({ length: 12 }, () =>
      stage.store.transaction((db) => savePromise(db, 'K4T-9PX', promised, context)),
    );
    assert.equal((await Promise.all(all)).filter(({ changed }) => !changed).length, 1);
    assert.equal((await read()).outsideRounds.grantedCents, 10_00);
  });

  it('keeps its sums when an initiative is erased, and nothing else of it', async () => {
    const { table, round } = await closedRound();
    await round.end();
    await settle(round.id);
    await spend(table, 80_50);
    const shed = await stage.addInitiative({ title: 'Schuur van Fatima', status: 'granted' });
    await promise(table, 70_00);
    await promise(shed, 30_00);
    await promise(shed, null);
    const before = await read();
    await says('ideas', 'erase', table, shed, '--yes');
    const after = await read();
    const sums = ({ rounds, outsideRounds }: Cashbook) => [
      ...rounds.map(({ wonCents, grantedCents, spentCents, leftCents }) => [
        ...[wonCents, grantedCents, spentCents, leftCents],
      ]),
      [outsideRounds.grantedCents, outsideRounds.spentCents],
    ];
    assert.deepEqual(sums(after), sums(before));
    assert.deepEqual(sums(after).at(-1), [100_00, 0]);
    for (const { initiativeId, title } of after.outsideRounds.lines)
      assert.deepEqual([initiativeId, title], [null, null]);
    assert.deepEqual(
      await stage.store.db.selectFrom('promise').select(['who', 'what']).distinct().execute(),
      [{ who: '', what: '' }],
    );
    const left = await stage.store.db.selectFrom('initiative').selectAll().where('id', '=', shed).execute();
    assert.deepEqual(
      left.map(({ title, story, review }) => [title, story, review]),
      [['Gewist', '', 'hidden']],
    );
    assert.equal((await stage.get(`/initiatives/${shed}`)).status, 404);
  });

  it('has nothing of an initiative without money that is erased', async () => {
    const idea = await stage.addInitiative({ title: 'Schuur van Fatima' });
    await promise(idea, null);
    await says('ideas', 'erase', idea, '--yes');
    const { db } = stage.store;
    const left = await db.selectFrom('initiative').select('id').where('id', '=', idea).execute();
    assert.deepEqual(left, []);
  });

  it('leaves out a round that was cancelled, and money of other buurten', async () => {
    const { round } = await closedRound();
    await stage.store.db.updateTable('round').set({ cancelled: true }).where('id', '=', round.id).execute();
    await stage.addBuurt('BU9999AA02', 'Elders');
    await promise(await stage.addInitiative({ buurt: 'BU9999AA02' }), 10_00);
    const { rounds, outsideRounds } = await read();
    assert.deepEqual([rounds, outsideRounds.lines], [[], []]);
    assert.equal((await read('BU9999AA02')).outsideRounds.grantedCents, 10_00);
  });

  it('is not sent again to who has it, until an amount changes', async () => {
    const { table, round } = await closedRound();
    await round.end();
    await settle(round.id);
    for (const path of ['cashbook', 'cashbook.csv'].map((each) => `/buurten/${buurtCode}/${each}`)) {
      const tag = (await stage.get(path)).headers.get('etag')!;
      assert.equal((await stage.get(path, { 'If-None-Match': tag })).status, 304);
      await spend(table, path.length);
      assert.equal((await stage.get(path, { 'If-None-Match': tag })).status, 200);
    }
  });

  it('is a file for Dutch Excel in which no sum is double and no title a formula', async () => {
    const { table, round } = await closedRound();
    await round.end();
    await settle(round.id);
    await spend(table, 80_50);
    await promise(table, 70_00);
    const answer = await stage.get(`/buurten/${buurtCode}/cashbook.csv`);
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(
      answer.headers.get('content-disposition'),
      `attachment; filename="kasboek-${buurtCode}.csv"`,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(
      bytes.toString('utf8'),
      '\ufeff"ronde";"initiatief";"munt";"budget";"gekozen";"toegezegd";"uitgegeven"\r\n' +
        '"Buurtbudget 2026";;"EUR";5000;;;\r\n' +
        `"Buurtbudget 2026";"'=Lange ""tafel""";"EUR";;4000;4000;80,5\r\n` +
        '"Buurtbudget 2026";"Plan x";"EUR";;500,5;;\r\n' +
        `"buiten de rondes";"'=Lange ""tafel""";"EUR";;;70;\r\n`,
    );
  });
});
