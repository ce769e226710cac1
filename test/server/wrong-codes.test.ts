import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { newCode } from '../../packages/server/src/secrets/credential-hash.js';
import { RoundOnStage } from './round-stage.js';
import { codeCost, Stage } from './stage.js';

let stage: Stage;
let round: RoundOnStage;
before(async () => (stage = await Stage.open({ codeCost })));
after(() => stage.close());
beforeEach(async () => {
  // Wrong codes of the test before are forgotten by then.
  stage.now = new Date(stage.now.getTime() + 11 * 60_000);
  await stage.clear();
  round = await RoundOnStage.open(stage, 30);
});

const statusesOf = (answers: readonly Response[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const times = (count: number, ask: () => Promise<Response>) =>
  Promise.all(Array.from({ length: count }, () => ask()));
const guess = (at = round) => at.mine(newCode());

describe('Behind an address from which codes were guessed', () => {
  it('a wrong code is refused with 429 and a good one votes', async () => {
    for (let guesses = 0; guesses < 10; guesses++) assert.equal((await guess()).status, 403);
    const [code] = round.codes as [string];
    for (let guesses = 0; guesses < 3; guesses++) {
      const refused = await guess();
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get('retry-after')) > 500);
      assert.equal((await round.mine(code)).status, 200);
    }
    assert.equal((await round.cast({ code, ids: ['a'] })).status, 201);
    assert.equal((await round.cast({ code: newCode(), ids: ['a'] })).status, 429);
  });

  it('guesses sent in parallel do not pass the limit', async () => {
    const answers = await times(18, () => guess());
    assert.deepEqual(statusesOf(answers), { 403: 10, 429: 8 });
  });

  it('no more than a few wrong codes a second cost work, and a good one between them gets its turn', async () => {
    await times(10, () => guess());
    const began = performance.now();
    const guesses = times(60, () => guess());
    const good = await round.mine(round.codes[0]!);
    // The line is full: that one is asked to come again, and then it is its turn.
    assert.equal(good.status, 429);
    assert.equal(good.headers.get('retry-after'), '5');
    const answers = await guesses;
    assert.deepEqual(statusesOf(answers), { 429: 60 });
    assert.ok(performance.now() - began > 20 * 200, 'each wrong one holds the next up');
    assert.equal((await round.mine(round.codes[0]!)).status, 200);
  });

  it('thirty neighbours who vote at once are not held up', async () => {
    const answers = await Promise.all(round.codes.map((code) => round.cast({ code, ids: ['a'] })));
    assert.deepEqual(statusesOf(answers), { 201: 30 });
  });

  it('another round does not suffer', async () => {
    const other = await RoundOnStage.open(stage, 1);
    await times(10, () => guess());
    assert.equal((await guess(other)).status, 403);
  });

  it('the limit ends after ten minutes', async () => {
    await times(10, () => guess());
    assert.equal((await guess()).status, 429);
    stage.now = new Date(stage.now.getTime() + 10 * 60_000 + 1);
    assert.equal((await guess()).status, 403);
  });
});

describe('Not counted as guessing', () => {
  it('is a typing error', async () => {
    const code = round.codes[0]!;
    const mistyped = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    assert.deepEqual(statusesOf(await times(25, () => round.mine(mistyped))), { 400: 25 });
    assert.equal((await guess()).status, 403);
  });

  it('is the code of a letter that was replaced', async () => {
    await stage.store.db.updateTable('credential').set({ voided: true }).execute();
    assert.deepEqual(statusesOf(await times(25, () => round.mine(round.codes[0]!))), { 403: 25 });
    const unknown = await guess();
    assert.equal(unknown.status, 403);
  });

  it('is a ballot that cannot be cast, and it costs no try of its code', async () => {
    const ballot = () => round.cast({ code: newCode(), ids: ['a', 'b', 'c'] });
    assert.deepEqual(statusesOf(await times(25, ballot)), { 400: 25 });
    assert.equal((await guess()).status, 403);
  });
});
