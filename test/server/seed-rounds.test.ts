import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { demoCodes, seedRounds } from '../../packages/server/src/seed/rounds.js';
import { seed } from '../../packages/server/src/seed/seed.js';
import { slotsWith } from '../../packages/server/src/rounds/slots.js';
import { secretsFrom } from '../../packages/server/src/secrets.js';
import { codeCost, secret, Stage } from './stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ codeCost })));
after(() => stage.close());

it('The made-up corporation has a round to try, one to come and one with a result', async () => {
  const slots = slotsWith(secretsFrom(secret).pepper, codeCost);
  await seed(stage.store);
  await seedRounds(stage.store, slots);
  await seedRounds(stage.store, slots);
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
