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
