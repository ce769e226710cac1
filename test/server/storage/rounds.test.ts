import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { EncryptJWT } from 'jose';
import { castBallotFrom, mineFrom } from '@buurt/domain/voting/cast-json.js';
import { printCode } from '@buurt/domain/rounds/code.js';
import { ballotsOf } from '@buurt/pabulib/pb-round.js';
import { readPb } from '@buurt/pabulib/pb.js';
import { publishedReceiptsFrom, resultsFrom } from '@buurt/domain/rounds/results-json.js';
import { roundFrom, roundsFrom } from '@buurt/domain/rounds/round-json.js';
import { tallyResultFrom } from '@buurt/domain/voting/tally-json.js';
import { tally } from '@buurt/domain/voting/tally.js';
import { erase } from '../../../packages/server/src/db/retention.queries.js';
import { RoundOnStage } from '../round-stage.js';
import { buurtCode, codeCost, problemsOf, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ codeCost })));
after(() => stage.close());
beforeEach(async () => {
  // Wrong codes of the test before are forgotten by then.
  stage.now = new Date(stage.now.getTime() + 11 * 60_000);
  await stage.clear();
});

const kindOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(':').at(-1);
const ballots = () => stage.store.db.selectFrom('ballot').selectAll().execute();

describe('a household with a letter', () => {
  let round: RoundOnStage;
  let code: string;
  beforeEach(async () => {
    round = await RoundOnStage.open(stage, 3);
    [code] = round.codes as [string];
  });

  it('reads the round, and casts one ballot however the code is written', async () => {
    const read = roundFrom(await (await round.get()).json());
    assert.equal(read.phase, 'open');
    assert.equal(read.rulesHash, round.rulesHash);
    const answer = await round.cast({ code: ` ${printCode(code).toLowerCase()} `, ids: ['a', 'b'] });
    assert.equal(answer.status, 201);
    const cast = castBallotFrom(await answer.json());
    assert.deepEqual([cast.version, cast.changed], [1, false]);
    assert.deepEqual(mineFrom(await (await round.mine(code)).json()), cast);
    assert.equal(mineFrom(await (await round.mine(round.codes[1]!)).json()), null);
  });

  it('gets the same answer to the same request, and another key changes the ballot', async () => {
    const key = randomUUID();
    const first = await (await round.cast({ code, ids: ['a'], key })).json();
    const again = await round.cast({ code, ids: ['a'], key });
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(await again.json(), first);
    assert.equal((await round.cast({ code, ids: ['b'], key })).status, 422);
    const changed = await round.cast({ code, ids: ['b'] });
    assert.equal(changed.status, 200);
    const { version, receipt } = castBallotFrom(await changed.json());
    assert.deepEqual([version, receipt], [2, (first as { receipt: string }).receipt]);
    assert.equal((await ballots()).length, 1);
  });

  it('changes its mind fifty times a day, and no script does so without end', async () => {
    const statuses: number[] = [];
    for (let times = 0; times < 50; times++)
      statuses.push((await round.cast({ code, ids: [times % 2 ? 'a' : 'b'] })).status);
    assert.deepEqual(statuses, [201, ...Array.from({ length: 49 }, () => 200)]);
    const key = randomUUID();
    const refused = await round.cast({ code, ids: ['c'], key });
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    const { type, detail } = (await refused.json()) as { type: string; detail: string };
    assert.deepEqual([type, /De laatste keer telt/.test(detail)], ['urn:buurt:problem:used-often', true]);
    assert.deepEqual((await ballots())[0]!.lines, [{ proposalId: 'a' }]);
    assert.equal((await round.mine(code)).status, 200);
    assert.equal((await round.cast({ code: round.codes[1]!, ids: ['c'] })).status, 201);
    const kept = await stage.store.db.selectFrom('cast_count').select(['code_hash', 'count']).execute();
    assert.ok(kept.every((row) => /^[\w-]{43}$/.test(row.code_hash)));
    const hashes = await stage.store.db.selectFrom('credential').select('credential_hash').execute();
    assert.ok(!kept.some((row) => hashes.some(({ credential_hash }) => credential_hash === row.code_hash)));
    stage.now = new Date(stage.now.getTime() + 86_400_000);
    assert.equal((await round.cast({ code, ids: ['c'], key })).status, 200);
    await erase(stage.store, new Date(stage.now.getTime() + 2 * 86_400_000));
    assert.deepEqual(await stage.store.db.selectFrom('cast_count').selectAll().execute(), []);
  });

  it('does not overwrite what was changed on another device', async () => {
    await round.cast({ code, ids: ['a'] });
    await round.cast({ code, ids: ['b'], headers: { 'If-Match': '"1"' } });
    const late = await round.cast({ code, ids: ['c'], headers: { 'If-Match': '"1"' } });
    assert.equal(late.status, 412);
    assert.deepEqual((await ballots())[0]!.lines, [{ proposalId: 'b' }]);
  });

  it('hears everything that is wrong with a ballot at once', async () => {
    const answer = await round.cast({ code, ids: ['a', 'b', 'c', 'x'] });
    assert.equal(answer.status, 400);
    assert.deepEqual(await problemsOf(answer), ['/lines/3 not-an-option', '/lines picks.max']);
    assert.equal((await round.cast({ code, ids: [] })).status, 400);
    assert.deepEqual(await ballots(), []);
  });

  it('is refused with a code that is misspelt, unknown or replaced, and under other rules', async () => {
    const kinds = [
      await kindOf(await round.cast({ code: `${code.slice(0, -1)}?`, ids: ['a'] })),
      await kindOf(await round.cast({ code: '000000000000', ids: ['a'] })),
      await kindOf(await round.cast({ code, ids: ['a'], more: { rulesHash: '0'.repeat(64) } })),
    ];
    await stage.store.db.updateTable('credential').set({ voided: true }).execute();
    kinds.push(await kindOf(await round.cast({ code, ids: ['a'] })));
    assert.deepEqual(kinds, ['code-malformed', 'code-unknown', 'rules-changed', 'code-replaced']);
    assert.deepEqual(await ballots(), []);
  });

  it('may vote from an office where five hundred others do, but nobody may guess on', async () => {
    const guess = () => round.mine('000000000000');
    for (let guesses = 0; guesses < 10; guesses++) assert.equal((await guess()).status, 403);
    const refused = await guess();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 500);
    stage.now = new Date(stage.now.getTime() + 10 * 60_000 + 1);
    assert.equal((await round.mine(code)).status, 200);
  });
});

describe('a household that is logged in at the site of its corporation', () => {
  const key = new Uint8Array(32).fill(7);
  const tokenOf = (claims: object, expires: string | Date = '10 minutes', own = key) =>
    new EncryptJWT({ ...claims })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(expires)
      .encrypt(own);
  const voteWith = async (round: RoundOnStage, proof: object, tokenKey: Uint8Array | null = key) => {
    const body = { ...proof, rulesHash: round.rulesHash, lines: [{ proposalId: 'a' }], channel: 'online' };
    return stage
      .appWith({ tokenKey: tokenKey ?? undefined, clock: () => new Date() })
      .request(`/v1/rounds/${round.id}/ballots`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify(body),
      });
  };

  it('votes with a token, and has one vote with its letter together', async () => {
    const round = await RoundOnStage.open(stage, 1);
    const [code] = round.codes as [string];
    const first = castBallotFrom(await (await voteWith(round, { token: await tokenOf({ code }) })).json());
    const second = castBallotFrom(await (await round.cast({ code, ids: ['b'] })).json());
    assert.deepEqual([first.version, second.version, second.receipt], [1, 2, first.receipt]);
    assert.equal((await ballots()).length, 1);
  });

  it('is refused with a token that is over, of another key, without a code or without an end, and not counted as guessing', async () => {
    const round = await RoundOnStage.open(stage, 1);
    const [code] = round.codes as [string];
    const endless = await new EncryptJWT({ code })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(key);
    const tokens = [
      await tokenOf({ code }, new Date(Date.now() - 60_000)),
      await tokenOf({ code }, '10 minutes', new Uint8Array(32).fill(8)),
      await tokenOf({ household: 17 }),
      ...[endless, 'no token', `${await tokenOf({ code })}x`],
    ];
    for (const token of [...tokens, ...tokens])
      assert.equal(await kindOf(await voteWith(round, { token })), 'token-refused');
    assert.equal(
      await kindOf(await voteWith(round, { token: await tokenOf({ code }) }, null)),
      'token-refused',
    );
    assert.deepEqual(await problemsOf(await voteWith(round, {})), ['/code required']);
    const both = { code, token: await tokenOf({ code }) };
    assert.deepEqual(await problemsOf(await voteWith(round, both)), ['/token unknown-key']);
    assert.deepEqual(await ballots(), []);
  });

  it('hears that the server has another secret, and not that its code is wrong', async () => {
    const round = await RoundOnStage.open(stage, 1);
    const { error } = console;
    console.error = () => {};
    const answer = await stage
      .appWith({ secret: 'another secret, of a server that was set up anew' })
      .request(`/v1/rounds/${round.id}/ballots/mine`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: round.codes[0] }),
      });
    console.error = error;
    assert.equal(answer.status, 500);
  });
});

describe('a round', () => {
  it('shows no totals and takes no votes before it opens or after it closes', async () => {
    const later = await RoundOnStage.open(stage, 1, {
      opensAt: new Date(Date.now() + 60_000).toISOString(),
      closesAt: new Date(Date.now() + 120_000).toISOString(),
    });
    assert.equal(roundFrom(await (await later.get()).json()).phase, 'announced');
    assert.equal(await kindOf(await later.cast({ code: later.codes[0]!, ids: ['a'] })), 'not-open-yet');
    const round = await RoundOnStage.open(stage, 1);
    for (const path of ['/results', '/ballots.pb', '/receipts'])
      assert.equal(await kindOf(await round.get(path)), 'not-closed-yet');
    await round.end();
    assert.equal(await kindOf(await round.cast({ code: round.codes[0]!, ids: ['a'] })), 'closed');
    const { rounds } = (await (await stage.get(`/buurten/${buurtCode}/rounds`)).json()) as {
      rounds: unknown;
    };
    assert.deepEqual(
      roundsFrom({ rounds }).map(({ id, phase }) => [id, phase]),
      [
        [later.id, 'announced'],
        [round.id, 'closed'],
      ],
    );
  });

  it('gives the same answer to a vote that was acknowledged before it closed', async () => {
    const round = await RoundOnStage.open(stage, 1);
    const vote = { code: round.codes[0]!, ids: ['a'], key: randomUUID() };
    const first = await (await round.cast(vote)).json();
    await round.end();
    assert.deepEqual(await (await round.cast(vote)).json(), first);
  });

  it('publishes its result with steps, and ballots that anybody can count again', async () => {
    const round = await RoundOnStage.open(stage, 6);
    const votes = [['a'], ['a', 'c'], ['b'], ['a', 'b'], ['c']];
    const receipts: string[] = [];
    for (const [index, ids] of votes.entries())
      receipts.push(
        castBallotFrom(await (await round.cast({ code: round.codes[index]!, ids })).json()).receipt,
      );
    await round.end();
    const results = resultsFrom(tallyResultFrom)(await (await round.get('/results')).json());
    assert.deepEqual([results.ballotCount, results.channelCounts.online], [5, 5]);
    assert.deepEqual(results.tallies[0]!.winners, ['a', 'c']);
    const published = publishedReceiptsFrom(await (await round.get('/receipts')).json());
    assert.deepEqual(published.receipts, receipts.toSorted());
    assert.equal(published.head, results.chainHead);
    const file = await round.get('/ballots.pb');
    const again = ballotsOf(readPb(await file.text()));
    const read = roundFrom(await (await round.get()).json());
    assert.deepEqual(tally(read, read.tallies[0], again), results.tallies[0]);
  });
});

describe('a round that closed before the secret of its letters was lost', () => {
  it('says in words that its codes open nothing any more', async () => {
    const round = await RoundOnStage.open(stage, 1);
    const [code] = round.codes as [string];
    await round.cast({ code, ids: ['a'] });
    await round.end();
    assert.equal((await round.mine(code)).status, 200);
    const later = stage.appWith({ secret: 'another secret, of a server that was set up anew' });
    const ask = (path: string, body: object) =>
      later.request(`/v1/rounds/${round.id}/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ code, ...body }),
      });
    const ballot = { rulesHash: round.rulesHash, lines: [{ proposalId: 'a' }], channel: 'online' };
    for (const answer of [await ask('ballots/mine', {}), await ask('ballots', ballot)]) {
      assert.equal(answer.status, 409);
      const { type, detail } = (await answer.json()) as { type: string; detail: string };
      assert.equal(type, 'urn:buurt:problem:closed');
      assert.match(detail, /gesloten.*niet meer te zien/);
    }
    assert.equal((await later.request(`/v1/rounds/${round.id}/results`)).status, 200);
  });
});
