import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
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

const says = async (...argv: string[]) => {
  const { exitCode, out, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
  return out;
};
const initiative = async (id: string) => (await stage.get(`/initiatives/${id}`)).json();
const status = async (id: string) => (await initiative(id)).status as string;
const mails = () =>
  stage.store.db.selectFrom('mail').select(['subject', 'text']).orderBy('position').execute();

/** Somebody who follows an initiative and confirmed. */
const follow = (initiative_id: string) =>
  stage.store.db
    .insertInto('follower')
    .values({
      ...{ id: randomUUID(), initiative_id, email: 'sam@voorbeeld.nl' },
      ...{ asked_at: stage.now, confirmed_at: stage.now },
    })
    .execute();

/** A closed round in which `won` got three votes, `lost` one that did not fit any more, `ignored` none. */
async function closedRound() {
  const ids = {
    won: await stage.addInitiative({ title: 'Lange tafel', status: 'onBallot' }),
    lost: await stage.addInitiative({ title: 'Bankje', status: 'onBallot' }),
    ignored: await stage.addInitiative({ title: 'Drempel', status: 'onBallot' }),
    begun: await stage.addInitiative({ title: 'Tuin', status: 'underway' }),
  };
  const round = await RoundOnStage.open(stage, 3, {
    budgetCents: 7_000_00,
    proposals: [
      aProposal('w', 4000_00, { initiativeId: ids.won }),
      aProposal('l', 5000_00, { initiativeId: ids.lost }),
      aProposal('i', 1000_00, { initiativeId: ids.ignored }),
      aProposal('b', 2000_00, { initiativeId: ids.begun }),
      aProposal('x', 500_00),
    ],
  });
  const [first, second, third] = round.codes;
  for (const [code, chosen] of [
    [first, ['w', 'b']],
    [second, ['w', 'b']],
    [third, ['w', 'l']],
  ] as const)
    assert.equal((await round.cast({ code: code!, ids: chosen })).status, 201);
  await round.end();
  return { ids, round };
}

describe('Settling a round', () => {
  it('makes promises of what was granted, says why of the others, and tells everybody, all at once', async () => {
    const { ids, round } = await closedRound();
    for (const id of Object.values(ids)) await follow(id);
    const out = await says('round', 'settle', round.id, '--by', '2027-05-01');
    assert.match(out, /Lange tafel: granted, with a promise of the money\.$/m);
    assert.match(out, /Bankje: no money\.$/m);
    assert.match(out, /Tuin: granted, with a promise of the money; its status stays underway\.$/m);
    assert.match(out, /1 proposal without an initiative/);

    const won = await initiative(ids.won);
    assert.equal(won.status, 'granted');
    const { who, what, dueOn, state, grantedCents } = won.promises[0];
    assert.deepEqual(
      { who, what, dueOn, state, grantedCents },
      {
        ...{ who: 'Wonen Wetering', what: 'Het geld uit “Buurtbudget”', dueOn: '2027-05-01' },
        ...{ state: 'open', grantedCents: 4000_00 },
      },
    );
    const lost = await initiative(ids.lost);
    assert.equal(lost.status, 'new');
    assert.equal(
      lost.statusReason,
      'Het kreeg geen geld in “Buurtbudget”. Er was niet genoeg geld meer voor het plan.',
    );
    assert.match((await initiative(ids.ignored)).statusReason, /Niemand koos het plan\.$/);
    const begun = await initiative(ids.begun);
    assert.deepEqual([begun.status, begun.promises[0].grantedCents], ['underway', 2000_00]);

    const texts = (await mails()).map(({ text }) => text);
    assert.equal(texts.length, 4);
    const about = (title: string) => texts.find((text) => text.startsWith(title))!;
    assert.match(
      about('Lange tafel'),
      /krijgt €\s4\.000 uit “Buurtbudget”\. Wonen Wetering zorgt uiterlijk 1 mei 2027/,
    );
    assert.match(about('Bankje'), /kreeg geen geld in “Buurtbudget”\. Er was niet genoeg geld meer/);
    assert.match(about('Bankje'), /blijft op de site staan/);
    assert.match(about('Tuin'), /krijgt €\s2\.000 uit “Buurtbudget”/);
  });

  it('happens once, also by two operators at the same moment, and changes nothing of the vote', async () => {
    const { ids, round } = await closedRound();
    const settle = () => operator.types('round', 'settle', round.id, '--by', '2027-05-01');
    const outcomes = await Promise.all([settle(), settle()]);
    assert.deepEqual(outcomes.map(({ exitCode }) => exitCode).toSorted(), [0, 1]);
    assert.match((await settle()).err, /was settled before\. Nothing was changed\./);
    assert.equal((await initiative(ids.won)).promises.length, 1);
    assert.match(await says('round', 'verify', round.id), /Everything is as the log tells/);
  });

  it('waits until the round is closed, and needs somebody who promises', async () => {
    const open = await RoundOnStage.open(stage, 0);
    const settle = (id: string) => operator.types('round', 'settle', id, '--by', '2027-05-01');
    assert.match((await settle(open.id)).err, /is not closed yet\. Nothing was changed\./);
    await stage.clear();
    const { round, ids } = await closedRound();
    await stage.store.db.updateTable('buurt').set({ settings: '{}' }).execute();
    assert.match((await settle(round.id)).err, /Say who promises the money, with --who/);
    assert.equal(await status(ids.won), 'onBallot');
    await says('round', 'settle', round.id, '--by', '2027-05-01', '--who', 'De buurt');
    assert.equal(await status(ids.won), 'granted');
  });
});

describe('The initiatives of a round', () => {
  const made = async () => {
    const [id, other] = [
      await stage.addInitiative({ title: 'Bankje' }),
      await stage.addInitiative({ title: 'Tuin' }),
    ];
    await stage.store.db
      .updateTable('initiative')
      .set({ cost_min_cents: 100, cost_max_cents: 900_00 })
      .execute();
    await follow(id);
    await says(
      ...['round', 'plan', '--buurt', buurtCode, '--budget', '2000'],
      ...['--opens', '2031-01-10 09:00', '--closes', '2031-01-31 20:00', '--name', 'Budget'],
    );
    await says('round', 'make', 'round.json');
    return { id, other };
  };
  beforeEach(() => operator.tidies());

  it('stand on the ballot from the moment it is made, and followers hear when they can vote', async () => {
    const { id, other } = await made();
    assert.deepEqual([await status(id), await status(other)], ['onBallot', 'onBallot']);
    const [mail] = await mails();
    assert.match(
      mail!.text,
      /stembiljet van “Budget”\. Stemmen kan van 10 januari 2031 tot en met 31 januari 2031\./,
    );
  });

  it('are new again when it is cancelled, and one when it is withdrawn', async () => {
    const { id, other } = await made();
    const { reference } = await stage.store.db
      .selectFrom('initiative')
      .select('reference')
      .where('id', '=', other)
      .executeTakeFirstOrThrow();
    await says('round', 'withdraw', 'Budget', reference);
    assert.deepEqual([await status(id), await status(other)], ['onBallot', 'new']);
    await says('round', 'cancel', 'Budget', '--yes');
    assert.equal(await status(id), 'new');
    assert.match((await mails()).at(-1)!.text, /De stemming “Budget” gaat niet door\./);
  });

  it('stay on the ballot of another round that goes on', async () => {
    const { id } = await made();
    await RoundOnStage.open(stage, 0, {
      name: 'Ander budget',
      proposals: [aProposal('a', 100, { initiativeId: id }), aProposal('b', 200)],
    });
    await says('round', 'cancel', 'Budget', '--yes');
    assert.equal(await status(id), 'onBallot');
  });

  it('stay on the ballot of one that is over until it is settled, when another is cancelled or they are hidden', async () => {
    const { id, other } = await made();
    const over = await RoundOnStage.open(stage, 0, {
      name: 'Ander budget',
      proposals: [aProposal('a', 100, { initiativeId: id }), aProposal('b', 200, { initiativeId: other })],
    });
    await over.end();
    await says('ideas', 'hide', other, '--reason', 'Even niet.', '--yes');
    await says('ideas', 'publish', other);
    await says('round', 'cancel', 'Budget', '--yes');
    assert.deepEqual([await status(id), await status(other)], ['onBallot', 'onBallot']);
    await says('round', 'settle', over.id, '--by', '2027-05-01');
    assert.deepEqual([await status(id), await status(other)], ['new', 'new']);
  });

  it('cannot be said to stand where the votes say that they do not', async () => {
    const set = (id: string, to: string) =>
      operator.types('initiatives', 'status', id, to, '--reason', 'Daarom.');
    const { id } = await made();
    const loose = await stage.addInitiative({ title: 'Drempel' });
    const refused = await set(loose, 'onBallot');
    assert.equal(refused.exitCode, 1);
    assert.match(
      refused.err,
      /stands in no vote: "buurt round make" puts it on a ballot\. Nothing was changed\./,
    );
    for (const to of ['new', 'done', 'declined']) {
      const { exitCode, err } = await set(id, to);
      assert.equal(exitCode, 1);
      assert.match(
        err,
        new RegExp(`stands in Budget, so it cannot be ${to}: "buurt round withdraw" it first`),
      );
      assert.equal(await status(id), 'onBallot');
    }
    for (const to of ['onBallot', 'granted', 'underway', 'onBallot'])
      assert.equal((await set(id, to)).exitCode, 0, to);
    const over = await RoundOnStage.open(stage, 0, {
      name: 'Ander budget',
      proposals: [aProposal('a', 100, { initiativeId: loose }), aProposal('b', 200)],
    });
    await over.end();
    assert.match((await set(loose, 'new')).err, /"buurt round settle" it first/);
    assert.equal((await set(loose, 'declined')).exitCode, 0);
  });

  it('are none that do not go on', async () => {
    await made();
    await says('round', 'cancel', 'Budget', '--yes');
    const { id } = await stage.store.db
      .updateTable('initiative')
      .set({ status: 'declined' })
      .where('title', '=', 'Tuin')
      .returning('id')
      .executeTakeFirstOrThrow();
    const { exitCode, err } = await operator.types('round', 'make', 'round.json');
    assert.equal(exitCode, 1);
    assert.match(err, /initiativeId .*\(Tuin\)/);
    assert.equal(await status(id), 'declined');
  });
});
