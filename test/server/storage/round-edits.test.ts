import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { roundFrom } from '@buurt/domain/rounds/round-json.js';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { cancelRound, changeRound } from '../../../packages/server/src/rounds/round-edits.queries.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { closeDueRounds } from '../../../packages/server/src/rounds/rounds.queries.js';
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
beforeEach(async () => {
  await stage.clear();
  await operator.tidies();
});

const fromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const announced = (letters = 0) =>
  RoundOnStage.open(stage, letters, { opensAt: fromNow(1), closesAt: fromNow(48) });

async function says(...argv: string[]): Promise<string> {
  const { exitCode, out, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
  return out;
}

/** What is said of a command that is refused, and that left the round as it was. */
async function refuses(round: RoundOnStage, ...argv: string[]): Promise<string> {
  const before = await rowsOfRound(stage.store, round.id);
  const { exitCode, err } = await operator.types(...argv);
  assert.equal(exitCode, 1);
  assert.deepEqual(await rowsOfRound(stage.store, round.id), before);
  return err;
}

const shown = async (round: RoundOnStage) => roundFrom(await (await round.get()).json());
const events = async ({ id }: RoundOnStage) => {
  const rows = await rowsOfRound(stage.store, id);
  assert.deepEqual(findingsIn(rows), []);
  return rows.log.map(({ event }) => event).filter((event) => event !== 'proposal');
};

describe('A round that was made wrongly', () => {
  it('is cancelled while it is announced: nobody sees it any more, and its log stays', async () => {
    const [wrong, right] = [await announced(2), await RoundOnStage.open(stage, 0)];
    assert.match(await refuses(wrong, 'round', 'cancel', wrong.id), /2 codes would be worthless.*--yes/);
    await says('round', 'cancel', wrong.id, '--yes');
    for (const path of ['', '/results', '/receipts', '/ballots.pb'])
      assert.equal((await wrong.get(path)).status, 404, path);
    const gone = await (await wrong.get()).json();
    assert.equal(gone.detail, 'Deze stemming gaat niet door.');
    assert.equal((await wrong.mine(wrong.codes[0]!)).status, 404);
    assert.equal((await wrong.cast({ code: wrong.codes[0]!, ids: ['a'] })).status, 404);
    const { rounds } = await (await stage.get(`/buurten/${buurtCode}/rounds`)).json();
    assert.deepEqual(
      rounds.map(({ id }: { id: string }) => id),
      [right.id],
    );
    assert.deepEqual(await events(wrong), ['made', 'codes', 'cancelled']);
    assert.match(await says('round', 'list'), new RegExp(`${wrong.id} .*cancelled`));
    assert.match(await says('round', 'show', wrong.id), /^Buurtbudget \(cancelled\)/);
    assert.match(await says('round', 'show', 'Buurtbudget'), new RegExp(right.id), 'its name is free');
  });

  it('is cancelled while it is open as long as nobody voted, also when they vote at that moment', async () => {
    const round = await RoundOnStage.open(stage, 2);
    const [cancelled, vote] = await Promise.all([
      stage.store.transaction((db) => cancelRound(db, round.id)),
      round.cast({ code: round.codes[0]!, ids: ['a'] }),
    ]);
    assert.equal(
      cancelled === 'done',
      vote.status !== 201,
      `${JSON.stringify(cancelled)} ${String(vote.status)}`,
    );
    const voted = await RoundOnStage.open(stage, 1, { name: 'Een ander' });
    assert.equal((await voted.cast({ code: voted.codes[0]!, ids: ['a'] })).status, 201);
    assert.match(await refuses(voted, 'round', 'cancel', voted.id, '--yes'), /Somebody voted/);
  });

  it('stays cancelled: it cannot be opened, changed, closed, or cancelled again, and no clock closes it', async () => {
    const round = await announced(1);
    await says('round', 'cancel', round.id, '--yes');
    await stage.store.db
      .updateTable('round')
      .set({ opens_at: new Date(Date.now() - 7200_000), closes_at: new Date(Date.now() - 3600_000) })
      .where('id', '=', round.id)
      .execute();
    assert.equal(await closeDueRounds(stage.store), 0);
    for (const argv of [
      ['round', 'open', round.id],
      ['round', 'change', round.id, '--name', 'x', '--yes'],
      ['round', 'change-proposal', round.id, 'a', '--title', 'x', '--yes'],
      ['round', 'close', round.id, '--yes'],
      ['round', 'cancel', round.id, '--yes'],
      ['round', 'withdraw', round.id, 'a'],
      ['codes', 'make', round.id, '--count', '1'],
      ['round', 'paper', round.id],
    ])
      assert.match(await refuses(round, ...argv), /is cancelled/, argv.join(' '));
  });

  it('cannot have the name of another of its buurt, which would show the wrong one', async () => {
    const first = await announced();
    const other = await RoundOnStage.open(stage, 0, { name: 'Een ander' });
    const draft = {
      ...{
        buurt: buurtCode,
        name: ' buurtBudget ',
        budgetCents: 1000,
        opensAt: fromNow(1),
        closesAt: fromNow(2),
      },
      ...{
        rules: { expression: 'approve' },
        tallies: [{ method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' }],
      },
      proposals: [{ id: 'a', title: 'A', costCents: 1 }],
    };
    await operator.saves('round.json', draft);
    assert.match(
      await refuses(first, 'round', 'make', 'round.json'),
      /has a round called buurtBudget already/,
    );
    assert.match(await refuses(other, 'round', 'change', other.id, '--name', 'BUURTBUDGET'), /has that name/);
    await says('round', 'cancel', first.id, '--yes');
    await says('round', 'make', 'round.json');
  });
});

describe('A round whose texts or times are wrong', () => {
  it('is changed before it opens, in the log, with rules that follow', async () => {
    const round = await announced();
    const [opens, closes] = [fromNow(3), fromNow(72)];
    const changes = [
      '--name',
      'Buurtbudget 2027',
      '--intro',
      'Kies mee.',
      '--opens',
      opens,
      '--closes',
      closes,
    ];
    await says('round', 'change', round.id, ...changes);
    const { name, intro, opensAt, closesAt, rulesHash } = await shown(round);
    assert.deepEqual([name, intro, opensAt, closesAt], ['Buurtbudget 2027', 'Kies mee.', opens, closes]);
    assert.notEqual(rulesHash, round.rulesHash);
    assert.deepEqual(await events(round), ['made', 'changed']);
    assert.match(
      await refuses(round, 'round', 'change', round.id, '--name', 'Buurtbudget 2027'),
      /says that already/,
    );
    assert.match(
      await refuses(round, 'round', 'change', round.id, '--closes', fromNow(2)),
      /after it closes/,
    );
    assert.match(await refuses(round, 'round', 'change', round.id, '--opens', fromNow(-1)), /moment is over/);
    assert.match(await refuses(round, 'round', 'change', round.id), /Say what to change/);
    await says('round', 'open', round.id);
    assert.deepEqual(await events(round), ['made', 'changed', 'opened']);
  });

  it('gets more time while people vote: votes stay, and who fills in is told that the rules changed', async () => {
    const round = await RoundOnStage.open(stage, 2);
    assert.equal((await round.cast({ code: round.codes[0]!, ids: ['a'] })).status, 201);
    const closes = fromNow(30);
    const said = await says('round', 'change', round.id, '--closes', closes);
    assert.match(said, /2 codes were made, so letters may be printed/);
    assert.match(said, /Votes that were cast count/);
    const refused = await round.cast({ code: round.codes[1]!, ids: ['b'] });
    assert.equal(refused.status, 409);
    assert.equal((await refused.json()).type, 'urn:buurt:problem:rules-changed');
    const { rulesHash, closesAt } = await shown(round);
    assert.equal(closesAt, closes);
    const again = await round.cast({ code: round.codes[1]!, ids: ['b'], more: { rulesHash } });
    assert.equal(again.status, 201);
    assert.match(
      await refuses(round, 'round', 'change', round.id, '--closes', fromNow(20), '--yes'),
      /count on/,
    );
    assert.match(
      await refuses(round, 'round', 'change', round.id, '--opens', fromNow(1), '--yes'),
      /is open/,
    );
    await round.end();
    assert.deepEqual(await events(round), ['made', 'codes', 'cast', 'changed', 'cast', 'closed']);
    assert.equal((await (await round.get('/results')).json()).ballotCount, 2);
    assert.match(await refuses(round, 'round', 'change', round.id, '--closes', fromNow(90)), /is closed/);
  });

  it('says that letters say something else, and asks whether that is meant', async () => {
    const round = await announced(1);
    for (const argv of [
      ['change', round.id, '--name', 'Anders'],
      ['change', round.id, '--opens', fromNow(2)],
      ['change', round.id, '--closes', fromNow(40)],
      ['change-proposal', round.id, 'a', '--cost', '10'],
    ])
      assert.match(await refuses(round, 'round', ...argv), /1 code was made, so letters .* --yes/);
    await says('round', 'change', round.id, '--name', 'Anders', '--yes');
    await says('round', 'change-proposal', round.id, 'a', '--cost', '10', '--yes');
  });

  it('has the text and the amount of a proposal changed before it opens, and not later', async () => {
    const round = await announced();
    await says(
      'round',
      'change-proposal',
      round.id,
      'b',
      '--title',
      'Twee banken',
      '--story',
      'Bij de vijver.',
      '--cost',
      '4500,50',
    );
    const { proposals, rulesHash } = await shown(round);
    const { title, story, costCents } = proposals.find(({ id }) => id === 'b')!;
    assert.deepEqual([title, story, costCents], ['Twee banken', 'Bij de vijver.', 4500_50]);
    assert.notEqual(rulesHash, round.rulesHash);
    assert.deepEqual(await events(round), ['made', 'proposal-changed']);
    assert.match(
      await refuses(round, 'round', 'change-proposal', round.id, 'q', '--cost', '1'),
      /no such proposal/,
    );
    await says('round', 'open', round.id);
    assert.match(
      await refuses(round, 'round', 'change-proposal', round.id, 'b', '--cost', '1'),
      /is open: people vote on what it says now/,
    );
  });

  it('is not changed so that nobody could fill in a ballot', async () => {
    const round = await RoundOnStage.open(stage, 0, {
      ...{ opensAt: fromNow(1), closesAt: fromNow(2) },
      rules: { expression: 'approve', spendCents: { min: 1, max: 100_00 } },
      proposals: [aProposal('a', 90_00)],
    });
    const err = await refuses(round, 'round', 'change-proposal', round.id, 'a', '--cost', '200');
    assert.match(err, /Nothing was changed/);
  });

  it('is changed once when two operators change it at once, and a round that opens meanwhile keeps its rules', async () => {
    const round = await announced();
    const names = ['Een', 'Twee', 'Drie'];
    await Promise.all([
      ...names.map((name) => stage.store.transaction((db) => changeRound(db, round.id, { name }))),
      says('round', 'open', round.id),
      says('round', 'change', round.id, '--closes', fromNow(99)),
    ]);
    assert.deepEqual((await events(round)).toSorted(), [
      'changed',
      'changed',
      'changed',
      'changed',
      'made',
      'opened',
    ]);
  });
});

describe('An initiative that stands in a vote, and is taken off the site', () => {
  const inVote = async () => {
    const id = await stage.addInitiative({
      title: 'Bankje van Jan',
      place: { lat: 52, lon: 5, address: 'Bij Jan' },
    });
    const round = await RoundOnStage.open(stage, 2, {
      proposals: [
        aProposal('a', 10_00, {
          title: 'Bankje van Jan',
          story: 'Jan woont op 12.',
          initiativeId: id,
          remark: 'Jan!',
        }),
        aProposal('b', 20_00),
      ],
    });
    return { id, round };
  };

  it('is not without a word: the command names the vote, and changes nothing', async () => {
    const { id, round } = await inVote();
    for (const verb of ['hide', 'decline']) {
      const err = await refuses(round, 'ideas', verb, id, '--reason', 'x');
      assert.match(err, /Bankje van Jan stands as a in Buurtbudget, which is open\..*--yes/);
    }
    assert.equal((await stage.get(`/initiatives/${id}`)).status, 200);
  });

  it('is withdrawn in the log, and neither its texts nor its photo and place are shown in the vote', async () => {
    const { id, round } = await inVote();
    assert.equal((await round.cast({ code: round.codes[0]!, ids: ['a'] })).status, 201);
    assert.match(
      await says('ideas', 'hide', id, '--reason', 'x', '--yes'),
      /a was withdrawn from Buurtbudget\./,
    );
    assert.deepEqual(await events(round), ['made', 'codes', 'cast', 'withdrawn']);
    const shows = async () => {
      const body = await (await round.get()).text();
      assert.ok(!body.includes('Jan'), body);
      return roundFrom(JSON.parse(body)).proposals.find((each) => each.id === 'a')!;
    };
    const { title, story, withdrawn, photo, place } = await shows();
    assert.deepEqual([title, story, withdrawn, photo, place], ['Weggehaald plan', '', true, null, null]);
    await round.end();
    await shows();
    assert.ok(!(await (await round.get('/ballots.pb')).text()).includes('Jan'));
    assert.equal((await round.get('/results')).status, 200);
  });

  it('is taken off at once after the vote: its result stands, without its texts', async () => {
    const { id, round } = await inVote();
    await round.end();
    const before = await events(round);
    await says('ideas', 'hide', id, '--reason', 'x');
    assert.deepEqual(await events(round), before);
    assert.ok(!(await (await round.get()).text()).includes('Jan'));
  });
});
