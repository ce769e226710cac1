import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ActRefused, type Refusal } from '../../../packages/server/src/acts/act-refused.js';
import { actsOf } from '../../../packages/server/src/acts/acts.queries.js';
import type { DatabaseTransaction } from '../../../packages/server/src/db/open.js';
import { decideOnIdeas, eraseIdeas } from '../../../packages/server/src/ideas/ideas.service.js';
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
beforeEach(() => stage.clear());

const yasmina = { kind: 'staff', id: randomUUID(), name: 'Yasmina' } as const;
const here = () => ({ by: yasmina, at: stage.now, buurten: [buurtCode] });
const does = <T>(work: (db: DatabaseTransaction) => Promise<T>) => stage.store.transaction(work);

/** What was done, oldest first, as `name {detail}`. */
const acts = async () =>
  (await actsOf(stage.store.db, { limit: 100 }))
    .toReversed()
    .map(({ name, staff_name, detail }) => `${staff_name ?? 'operator'} ${name} ${JSON.stringify(detail)}`);

/** Why it is refused; nothing may be kept of it. */
async function refusalOf(work: (db: DatabaseTransaction) => Promise<unknown>): Promise<Refusal> {
  const before = await acts();
  const error = await does(work).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ActRefused, String(error));
  assert.deepEqual(await acts(), before);
  return error.refusal;
}

const reviewOf = (id: string) =>
  stage.store.db
    .selectFrom('initiative')
    .select(['review', 'review_reason'])
    .where('id', '=', id)
    .executeTakeFirst();

const shown = { state: 'published', reason: null } as const;
const hidden = { state: 'hidden', reason: 'Dubbel.' } as const;

describe('Deciding on ideas', () => {
  it('keeps who decided what, with the state before, once', async () => {
    const id = await stage.addInitiative({ review: 'waiting' });
    for (let times = 0; times < 2; times++) await does((db) => decideOnIdeas(db, [id], shown, here()));
    await does((db) => decideOnIdeas(db, [id], hidden, here()));
    assert.deepEqual(await acts(), [
      'Yasmina idea.published {"was":"waiting"}',
      'Yasmina idea.hidden {"was":"published"}',
    ]);
    assert.deepEqual(await reviewOf(id), { review: 'hidden', review_reason: 'Dubbel.' });
  });

  it('keeps the same of an operator', async () => {
    const id = await stage.addInitiative({ review: 'waiting' });
    await operator.types('ideas', 'publish', id);
    await operator.types('ideas', 'erase', id, '--yes');
    assert.deepEqual(await acts(), [
      'operator idea.published {"was":"waiting"}',
      'operator idea.erased {"was":"published"}',
    ]);
  });

  it('is refused without a reason, of an idea that is not there, and of one in another buurt', async () => {
    await stage.addBuurt('BU9999AA02', 'Molenbuurt');
    const id = await stage.addInitiative({ review: 'waiting' });
    const elsewhere = await stage.addInitiative({ review: 'waiting', buurt: 'BU9999AA02' });
    const nobody = randomUUID();
    assert.deepEqual(
      await refusalOf((db) => decideOnIdeas(db, [id], { state: 'declined', reason: ' ' }, here())),
      { code: 'invalid', problems: [{ pointer: '/reason', code: 'required' }] },
    );
    assert.deepEqual(await refusalOf((db) => decideOnIdeas(db, [id, elsewhere, nobody], shown, here())), {
      ...{ code: 'not-found', kind: 'idea', ids: [elsewhere, nobody] },
    });
    assert.deepEqual(await refusalOf((db) => eraseIdeas(db, [elsewhere], here())), {
      ...{ code: 'not-found', kind: 'idea', ids: [elsewhere] },
    });
    assert.equal((await reviewOf(id))?.review, 'waiting');
  });

  it('is refused while it stands in a vote, until they say that it may be withdrawn', async () => {
    const id = await stage.addInitiative({ title: 'Bankje', status: 'onBallot' });
    const round = await RoundOnStage.open(stage, 1, {
      name: 'Buurtbudget',
      proposals: [aProposal('b', 100, { initiativeId: id, title: 'Bankje' })],
    });
    const refusal = await refusalOf((db) => decideOnIdeas(db, [id], hidden, here()));
    assert.ok(refusal.code === 'stands-in-votes');
    const [vote] = refusal.votes;
    assert.deepEqual(
      [vote?.proposalId, vote?.title, vote?.roundId, vote?.roundName, vote?.phase],
      ['b', 'Bankje', round.id, 'Buurtbudget', 'open'],
    );
    await does((db) => decideOnIdeas(db, [id], { ...hidden, mayWithdraw: true }, here()));
    assert.deepEqual(await acts(), ['Yasmina idea.hidden {"was":"published","withdrawn":1}']);
  });

  it('keeps no word of a resident', async () => {
    const id = await stage.addInitiative({ title: 'Zwaluwnest', story: 'Zwaluwnest' });
    await does((db) => decideOnIdeas(db, [id], { state: 'hidden', reason: 'Zwaluwnest' }, here()));
    await does((db) => eraseIdeas(db, [id], here()));
    assert.equal(JSON.stringify(await acts()).includes('Zwaluwnest'), false);
  });
});
