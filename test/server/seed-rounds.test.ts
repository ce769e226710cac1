import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { demoCodes, seedRounds } from '../../packages/demo-site/src/seed/rounds.js';
import { seed } from '../../packages/demo-site/src/seed/seed.js';
import { createCredentialHasher } from '../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import { codeCost, secret, Stage } from './stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ codeCost })));
after(() => stage.close());

it('The made-up corporation has a round to try, one to come and one with a result', async () => {
  const hasher = createCredentialHasher(deriveSecrets(secret).pepper, codeCost);
  await seed(stage.store, new Date());
  await seedRounds(stage.store, hasher, new Date());
  await seedRounds(stage.store, hasher, new Date());
  const rounds = await Promise.all(
    ['BU9999AA01', 'BU9999AA02', 'BU9999AA03'].map(async (code) => {
      const { rounds: found } = await (await stage.get(`/buurten/${code}/rounds`)).json();
      assert.equal(found.length, 1);
      return found[0];
    }),
  );
  assert.deepEqual(
    rounds.map(({ phase }) => phase),
    ['open', 'closed', 'announced'],
  );
  const [open, closed] = rounds;
  const { proposals, rulesHash } = await (await stage.get(`/rounds/${open.id}`)).json();
  const lines = [{ proposalId: proposals[0].id }];
  const ballot = { code: demoCodes[0], rulesHash, lines, channel: 'online' };
  assert.equal((await stage.post(`/rounds/${open.id}/ballots`, ballot)).status, 201);
  const results = await (await stage.get(`/rounds/${closed.id}/results`)).json();
  assert.equal(results.ballotCount, 131);
  assert.ok(results.tallies[0].winners.length > 0);
});

it('No screen of the made-up corporation says another thing than another screen', async () => {
  const { db } = stage.store;
  for (const code of ['BU9999AA01', 'BU9999AA02', 'BU9999AA03']) {
    const [{ id, phase, closesAt }] = (await (await stage.get(`/buurten/${code}/rounds`)).json()).rounds;
    const round = await (await stage.get(`/rounds/${id}`)).json();
    const inVote = new Set<string>(
      round.proposals.map((each: { initiativeId: string }) => each.initiativeId),
    );
    const initiatives = await db
      .selectFrom('initiative')
      .selectAll()
      .where('buurt_code', '=', code)
      .execute();
    const onBallot = initiatives.filter(({ status }) => status === 'onBallot').map((each) => each.id);
    assert.deepEqual(new Set(onBallot), phase === 'closed' ? new Set() : inVote, code);
    const granted = (initiative: string) =>
      db
        .selectFrom('promise')
        .select(({ fn }) => fn.sum<string>('granted_cents').as('cents'))
        .where('initiative_id', '=', initiative)
        .executeTakeFirstOrThrow()
        .then(({ cents }) => Number(cents ?? 0));
    if (phase === 'closed') {
      const results = await (await stage.get(`/rounds/${id}/results`)).json();
      for (const tally of results.tallies) {
        const winners = new Set<string>(tally.winners);
        for (const { id: proposal, initiativeId, costCents } of round.proposals) {
          const { status, status_reason } = initiatives.find((each) => each.id === initiativeId)!;
          const won = winners.has(proposal);
          assert.equal(['granted', 'underway', 'done'].includes(status), won, `${status} ${proposal}`);
          assert.equal(await granted(initiativeId), won ? costCents : 0);
          if (!won) assert.match(status_reason ?? '', /stemming/);
        }
      }
      const told = await db
        .selectFrom('news')
        .select('at')
        .where('initiative_id', 'in', [...inVote])
        .where('at', '<', new Date(closesAt))
        .execute();
      assert.deepEqual(told, [], 'news of what was granted comes after the vote');
    }
    const promises = await db
      .selectFrom('promise')
      .innerJoin('initiative', 'initiative.id', 'promise.initiative_id')
      .select(['promise.granted_cents', 'promise.spent_cents', 'promise.state', 'initiative.status'])
      .where('initiative.buurt_code', '=', code)
      .execute();
    for (const { granted_cents, spent_cents, state, status } of promises) {
      assert.ok((spent_cents ?? 0) <= (granted_cents ?? 0), 'no more was spent than was granted');
      if (state === 'broken') assert.equal(status, 'declined');
    }
  }
});

it('The cashbook of the made-up corporation says what its results, its list and its promises say', async () => {
  const { db } = stage.store;
  const [{ id, budgetCents }] = (await (await stage.get('/buurten/BU9999AA02/rounds')).json()).rounds;
  const { proposals } = await (await stage.get(`/rounds/${id}`)).json();
  const { tallies } = await (await stage.get(`/rounds/${id}/results`)).json();
  const { rounds, outsideRounds } = await (await stage.get('/buurten/BU9999AA02/cashbook')).json();
  const [round] = rounds;
  const total = (lines: readonly any[], amount: string) =>
    lines.reduce((sum, line) => sum + (line[amount] ?? 0), 0);

  const winners = proposals.filter((each: any) => tallies[0].winners.includes(each.id));
  assert.deepEqual(
    round.lines.map((line: any) => [line.initiativeId, line.wonCents]).sort(),
    winners.map((each: any) => [each.initiativeId, each.costCents]).sort(),
  );
  assert.equal(round.budgetCents, budgetCents);
  assert.equal(round.wonCents, total(winners, 'costCents'));
  assert.equal(round.grantedCents, round.wonCents, 'all that won was promised');
  assert.equal(round.leftCents, budgetCents - round.spentCents);
  assert.ok(winners.length < proposals.length, 'a plan got nothing');
  const loser = proposals.find((each: any) => !winners.includes(each));
  for (const { initiativeId } of [...round.lines, ...outsideRounds.lines])
    assert.notEqual(initiativeId, loser.initiativeId);

  const spent: boolean[] = [];
  for (const line of [...round.lines, ...outsideRounds.lines]) {
    const shown = await (await stage.get(`/initiatives/${line.initiativeId}`)).json();
    const money = shown.promises.filter((each: any) => each.grantedCents !== null);
    assert.equal(line.title, shown.title);
    assert.equal(line.grantedCents, total(money, 'grantedCents'), line.title);
    assert.equal(line.spentCents ?? 0, total(money, 'spentCents'), line.title);
    if (line.wonCents > 0) spent.push(shown.status === 'done' && money[0].state === 'kept');
    if (line.wonCents > 0) assert.equal(line.spentCents === null, shown.status === 'granted', line.title);
  }
  assert.ok(spent.includes(true) && spent.includes(false), 'one plan is paid, others are granted');

  const { settled_at, closes_at } = await db
    .selectFrom('round')
    .select(['settled_at', 'closes_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  assert.ok(settled_at && settled_at > closes_at, 'settled after the vote, so nobody promises it all twice');
});

it('Money of the made-up corporation that comes from no round stands in no round', async () => {
  for (const code of ['BU9999AA01', 'BU9999AA03']) {
    const { rounds, outsideRounds } = await (await stage.get(`/buurten/${code}/cashbook`)).json();
    assert.deepEqual(
      rounds.map((each: any) => [each.wonCents, each.grantedCents, each.lines]),
      [[null, 0, []]],
    );
    assert.ok(outsideRounds.grantedCents > outsideRounds.spentCents);
  }
});
