import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { conforms } from '../conformance.js';
import { loggedIn, type DeskBrowser } from '../desk-visitor.js';
import { aProposal, RoundOnStage } from '../round-stage.js';
import { buurtCode, codeCost, Stage } from '../stage.js';

const otherBuurt = 'BU9999AA02';
const document = openApiDocument();
let stage: Stage;
before(async () => {
  stage = await Stage.open({ codeCost });
});
after(() => stage.close());
beforeEach(async () => {
  await stage.clear({ moderated: false, organisation: { name: 'Wonen Wetering' } });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { moderated: false });
});

const rounds = (code = buurtCode) => loggedIn(stage, [{ role: 'rounds', buurtCode: code }]);
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

async function reads(browser: DeskBrowser, path: string, described = path) {
  const answer = await browser.ask('GET', path);
  await conforms(document, { method: 'get', path: `/desk/${described}` }, answer.clone());
  return answer;
}
const read = async (browser: DeskBrowser, id: string) =>
  (await reads(browser, `rounds/${id}`, 'rounds/{id}')).json();
const does = (browser: DeskBrowser, path: string, body: unknown = {}, key = randomUUID()) =>
  browser.ask('POST', path, { body, headers: { 'Idempotency-Key': key } });

async function refuses(answer: Response, status: number, type: string, detail?: RegExp) {
  const problem = (await answer.json()) as {
    type: string;
    detail: string;
    errors?: { pointer: string; code: string }[];
  };
  assert.deepEqual([answer.status, problem.type.split(':').at(-1)], [status, type]);
  if (detail) assert.match(problem.detail, detail);
  return problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];
}
const actNames = async (browser: DeskBrowser, id: string) =>
  ((await read(browser, id)) as { acts: { name: string }[] }).acts.map(({ name }) => name);

/** A closed round: of two initiatives one won, and one proposal has none. */
async function closedRound() {
  const won = await stage.addInitiative({ title: 'Lange tafel', status: 'onBallot' });
  const lost = await stage.addInitiative({ title: 'Bankje', status: 'onBallot' });
  const round = await RoundOnStage.open(stage, 2, {
    budgetCents: 5_000_00,
    proposals: [
      aProposal('l', 5000_00, { initiativeId: lost, title: 'Bankje' }),
      aProposal('w', 4000_00, { initiativeId: won, title: 'Lange tafel' }),
      aProposal('z', 900_00, { title: 'Zandbak' }),
    ],
  });
  for (const code of round.codes) assert.equal((await round.cast({ code, ids: ['w'] })).status, 201);
  await round.end();
  return { round, won, lost };
}

describe('Rounds at the desk', () => {
  it('are there for staff of their buurt, with where they stand; nobody learns how many voted', async () => {
    const open = await RoundOnStage.open(stage, 3, { opensAt: hours(-1), closesAt: hours(2) });
    const coming = await RoundOnStage.open(stage, 0, {
      ...{ name: 'Volgend jaar', opensAt: hours(24), closesAt: hours(48) },
    });
    const elsewhere = await RoundOnStage.open(stage, 0, { buurtCode: otherBuurt, name: 'Daar' });
    await open.cast({ code: open.codes[0]!, ids: ['a'] });

    const browser = await rounds();
    const { rounds: listed } = await (await reads(browser, 'rounds')).json();
    assert.deepEqual(
      listed.map(({ id, state }: { id: string; state: string }) => [id, state]),
      [
        [coming.id, 'announced'],
        [open.id, 'open'],
      ],
    );
    const shown = await read(browser, open.id);
    assert.deepEqual(shown.letters, { good: 3, voided: 0 });
    assert.deepEqual(shown.rules.nl, ['Kies hoogstens 2 plannen.']);
    assert.deepEqual(shown.rules.en, ['Choose at most 2 plans.']);
    assert.equal(shown.promisedBy, 'Wonen Wetering');
    assert.equal(shown.result, null);
    assert.ok(shown.proposals.every(({ result }: { result: unknown }) => result === null));
    assert.equal((await browser.ask('GET', `rounds/${elsewhere.id}`)).status, 404);
    assert.equal((await does(browser, `rounds/${elsewhere.id}/closing`)).status, 404);
  });

  it('are closed when their time has come, and show what won first', async () => {
    const { round } = await closedRound();
    const { state, result, proposals } = await read(await rounds(), round.id);
    assert.equal(state, 'closed');
    assert.deepEqual(result, { ballotCount: 2, spentCents: 4_000_00, leftoverCents: 1_000_00 });
    assert.deepEqual(
      proposals.map(({ title, result }: { title: string; result: object }) => ({ title, ...result })),
      [
        { title: 'Lange tafel', votes: 2, granted: true },
        { title: 'Bankje', votes: 0, granted: false },
        { title: 'Zandbak', votes: 0, granted: false },
      ],
    );
  });

  it('do not show what residents do not see any more', async () => {
    const hidden = await stage.addInitiative({ title: 'Naam van de buurman', status: 'onBallot' });
    const round = await RoundOnStage.open(stage, 0, {
      proposals: [aProposal('h', 100_00, { initiativeId: hidden, title: 'Naam van de buurman' })],
    });
    await stage.store.db
      .updateTable('initiative')
      .set({ review: 'hidden' })
      .where('id', '=', hidden)
      .execute();
    const { proposals } = await read(await rounds(), round.id);
    assert.equal(proposals[0].title, 'Weggehaald plan');
  });

  it('are opened, closed and cancelled once, by whoever that is kept of', async () => {
    const browser = await rounds();
    const round = await RoundOnStage.open(stage, 1, { opensAt: hours(1), closesAt: hours(2) });
    await refuses(
      await does(browser, `rounds/${round.id}/closing`),
      409,
      'round-stands',
      /nog niet begonnen/,
    );
    assert.equal((await does(browser, `rounds/${round.id}/opening`)).status, 201);
    await refuses(await does(browser, `rounds/${round.id}/opening`), 409, 'round-stands', /is open/);
    assert.equal((await read(browser, round.id)).state, 'open');
    const key = randomUUID();
    for (const _ of [1, 2])
      assert.equal((await does(browser, `rounds/${round.id}/closing`, {}, key)).status, 201);
    assert.equal((await read(browser, round.id)).state, 'closed');
    await refuses(await does(browser, `rounds/${round.id}/cancellation`), 409, 'round-stands', /voorbij/);
    assert.deepEqual(await actNames(browser, round.id), ['round.closed', 'round.opened']);

    const wrong = await RoundOnStage.open(stage, 1, { name: 'Fout', opensAt: hours(-1), closesAt: hours(2) });
    await wrong.cast({ code: wrong.codes[0]!, ids: ['a'] });
    await refuses(
      await does(browser, `rounds/${wrong.id}/cancellation`),
      409,
      'round-stands',
      /al iemand gestemd/,
    );
    const other = await RoundOnStage.open(stage, 1, {
      name: 'Nog een',
      opensAt: hours(1),
      closesAt: hours(2),
    });
    assert.equal((await does(browser, `rounds/${other.id}/cancellation`)).status, 201);
    assert.equal((await read(browser, other.id)).state, 'cancelled');
    assert.equal((await stage.get(`/rounds/${other.id}`)).status, 404);
  });

  it('are changed in their words and times, never to an earlier closing', async () => {
    const browser = await rounds();
    const round = await RoundOnStage.open(stage, 1, { opensAt: hours(-1), closesAt: hours(2) });
    await RoundOnStage.open(stage, 0, { name: 'Buurtbudget 2028', opensAt: hours(9), closesAt: hours(10) });
    const changes = (body: object) => does(browser, `rounds/${round.id}/changes`, body);
    assert.deepEqual(await refuses(await changes({ closesAt: hours(1) }), 400, 'invalid-input'), [
      '/closesAt out-of-range',
    ]);
    assert.deepEqual(await refuses(await changes({ name: 'Buurtbudget 2028' }), 400, 'invalid-input'), [
      '/name doubled',
    ]);
    assert.deepEqual(await refuses(await changes({ name: ' ' }), 400, 'invalid-input'), ['/name required']);
    await refuses(await changes({ opensAt: hours(1) }), 409, 'round-stands', /is open/);
    const closesAt = hours(30);
    assert.equal((await changes({ closesAt, intro: 'Kies mee.' })).status, 201);
    const after = await read(browser, round.id);
    assert.deepEqual([after.closesAt, after.intro], [closesAt, 'Kies mee.']);
    await refuses(await changes({ closesAt }), 409, 'round-stands', /staat er al/);
    assert.deepEqual(await actNames(browser, round.id), ['round.changed']);
  });

  it('let a proposal be changed until people vote, as long as the round still works', async () => {
    const browser = await rounds();
    const round = await RoundOnStage.open(stage, 1, { opensAt: hours(1), closesAt: hours(2) });
    const changes = (body: object, id = 'a') =>
      does(browser, `rounds/${round.id}/proposals/${id}/changes`, body);
    assert.deepEqual(await refuses(await changes({ title: ' ' }), 400, 'invalid-input'), ['/title required']);
    assert.equal((await changes({ costCents: 0.5 })).status, 400);
    assert.deepEqual(await refuses(await changes({ costCents: 10_001_00 }), 400, 'invalid-input'), [
      '/proposals/0/costCents out-of-range',
    ]);
    await refuses(await changes({ costCents: 100_00 }, 'x'), 404, 'not-found');
    assert.equal((await changes({ title: 'Lange tafel', costCents: 4500_00 })).status, 201);
    const after = await read(browser, round.id);
    const { title, story, costCents } = after.proposals.find(({ id }: { id: string }) => id === 'a');
    assert.deepEqual([title, story, costCents], ['Lange tafel', 'Een plan van buren.', 4500_00]);
    await refuses(await changes({ title: 'Lange tafel' }), 409, 'round-stands', /staat er al/);
    await does(browser, `rounds/${round.id}/opening`);
    await refuses(await changes({ costCents: 100_00 }), 409, 'round-stands', /is open/);
    assert.deepEqual(await actNames(browser, round.id), ['round.opened', 'proposal.changed']);
    assert.deepEqual(findingsIn(await rowsOfRound(stage.store, round.id)), []);
  });

  it('let a proposal be withdrawn, whose initiative is new again', async () => {
    const browser = await rounds();
    const initiativeId = await stage.addInitiative({ title: 'Bankje', status: 'onBallot' });
    const round = await RoundOnStage.open(stage, 0, {
      proposals: [aProposal('a', 100_00, { initiativeId }), aProposal('b', 100_00)],
    });
    const withdraws = (id: string) => does(browser, `rounds/${round.id}/proposals/${id}/withdrawal`);
    assert.equal((await withdraws('a')).status, 201);
    await refuses(await withdraws('a'), 404, 'not-found');
    const { proposals } = await read(browser, round.id);
    assert.equal(proposals.find(({ id }: { id: string }) => id === 'a').withdrawn, true);
    assert.equal((await (await stage.get(`/initiatives/${initiativeId}`)).json()).status, 'new');
    await round.end();
    await refuses(await withdraws('b'), 409, 'round-stands', /gesloten/);
  });

  it('are settled once, also by two people at the same moment', async () => {
    const { round, won, lost } = await closedRound();
    const [one, other] = [await rounds(), await rounds()];
    const settlement = { who: 'Wonen Wetering', dueOn: '2027-05-01' };
    const settles = (browser: DeskBrowser, body: object = settlement) =>
      does(browser, `rounds/${round.id}/settlement`, body);
    assert.deepEqual(
      await refuses(await settles(one, { who: ' ', dueOn: '2027-05-01' }), 400, 'invalid-input'),
      ['/who required'],
    );
    assert.equal((await settles(one, { who: 'Noor', dueOn: '2027-02-30' })).status, 400);
    const answers = await Promise.all([settles(one), settles(other)]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
    const shown = await read(one, round.id);
    assert.equal(shown.state, 'settled');
    assert.deepEqual(
      shown.acts.map(({ name, detail }: { name: string; detail: object }) => [name, detail]),
      [['round.settled', { granted: 1 }]],
    );
    const { status, promises } = await (await stage.get(`/initiatives/${won}`)).json();
    assert.deepEqual([status, promises.length, promises[0].grantedCents], ['granted', 1, 4000_00]);
    assert.equal((await (await stage.get(`/initiatives/${lost}`)).json()).status, 'new');
  });

  it('are not settled before they are closed', async () => {
    const round = await RoundOnStage.open(stage, 0, { opensAt: hours(-1), closesAt: hours(2) });
    const answer = await does(await rounds(), `rounds/${round.id}/settlement`, {
      ...{ who: 'Noor', dueOn: '2027-05-01' },
    });
    await refuses(answer, 409, 'round-stands', /is open/);
  });
});
