import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { ShapeError, text, type Reader } from '@buurt/domain/wire/json.js';
import { lockedRules } from '@buurt/domain/voting/locked-rules.js';
import { castBallotFrom, mineFrom } from '@buurt/domain/voting/cast-json.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import { publishedReceiptsFrom, resultsFrom } from '@buurt/domain/rounds/results-json.js';
import { roundFrom, roundsFrom, roundSummaryFrom } from '@buurt/domain/rounds/round-json.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import { anyJson } from './arbitraries.js';
import { aProposal, aRound, byVotes, form } from './voting-arbitraries.js';

const round = aRound({
  rules: {
    expression: 'allocate',
    picks: { max: 3 },
    perProject: { min: 1, max: 5 },
    total: { min: 10, max: 10 },
    groups: [{ dimension: 'category', key: 'green', spendCents: { max: 900_000 } }],
  },
  tallies: [
    {
      ...byVotes,
      groupBudgets: [{ dimension: 'category', key: 'green', budgetCents: 1, kind: 'cap' }],
    },
    { method: 'greedy-threshold', threshold: 3, rankScores: [3, 2, 1], tieBreak: [], leftover: 'none' },
    { method: 'equalshares/add1', rankScores: 'borda', tieBreak: ['lot'], leftover: 'next-that-fits' },
  ],
  groupNames: { green: 'Groen', ['__proto__']: 'Erf', 'a/b': 'A en B' },
  proposals: [
    aProposal({
      id: 'a',
      categories: ['green'],
      excludes: ['b'],
      remark: 'Mag alleen met vergunning.',
      place: { lat: 52.4, lon: 4.9, address: 'Buikslotermeerplein 1' },
      photo: { id: 'f', alt: 'Een boom', sources: [{ url: 'photos/f/640.webp', width: 640, height: 480 }] },
    }),
    aProposal({ id: 'b', excludes: ['a'], initiativeId: 'i-1' }),
  ],
});
const cast: CastBallot = {
  receipt: 'K7QFM2XA',
  version: 2,
  lines: [{ proposalId: 'a', points: 3 }],
  channel: 'paper',
  changed: true,
};

/** The value as JSON, with one place in it replaced; `undefined` takes the key out. */
function spoilt(value: unknown, path: string, by: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as unknown;
  const keys = path.split('/').slice(1);
  const last = keys.pop()!;
  const parent = keys.reduce<any>((here, key) => here[key], copy);
  if (by === undefined) delete parent[last];
  else parent[last] = by;
  return copy;
}
const refuses = (read: Reader<unknown>, json: unknown, pointer: string) =>
  assert.throws(
    () => read(json),
    (error) => error instanceof ShapeError && error.pointer === pointer,
    pointer,
  );

describe('a round that a server sends', () => {
  it('is read as it was sent', () => {
    assert.deepEqual(roundFrom(JSON.parse(JSON.stringify(round))), round);
    assert.equal(Object.getPrototypeOf(roundFrom(round).groupNames), Object.prototype);
  });

  it('does not open the vote when money is negative, fractional or no number', () => {
    for (const cents of [-1, 0.5, 2 ** 53, '100', null, undefined])
      for (const path of [
        '/budgetCents',
        '/proposals/1/costCents',
        '/rules/groups/0/spendCents/max',
        '/tallies/0/groupBudgets/0/budgetCents',
      ])
        if (!(cents === undefined && path.endsWith('/max')))
          refuses(roundFrom, spoilt(round, path, cents), path);
  });

  it('does not open the vote when a plan comes twice or has no id', () => {
    refuses(roundFrom, spoilt(round, '/proposals/1/id', 'a'), '/proposals/1/id');
    refuses(roundFrom, spoilt(round, '/proposals/1/id', ''), '/proposals/1/id');
  });

  it('does not open the vote on a phase, a rule, a count or a currency that it does not know', () => {
    for (const [path, strange] of [
      ['/phase', 'paused'],
      ['/rules/expression', 'shout'],
      ['/rules/picks/max', 1.5],
      ['/rules/perProject', { min: 6, max: 5 }],
      ['/rules/total', []],
      ['/rules/groups/0/dimension', 'street'],
      ['/tallies', []],
      ['/tallies/0/method', 'dice'],
      ['/tallies/0/tieBreak/0', 'taller'],
      ['/tallies/1/rankScores/0', 'x'],
      ['/currency', 'euro'],
      ['/currency', 'eur'],
      ['/opensAt', '2026-05-01'],
      ['/serverTime', undefined],
      ['/rulesHash', 'abc'],
      ['/proposals/0/withdrawn', 'no'],
      ['/proposals/0/place', { lat: 100, lon: 0 }],
      ['/proposals/0/photo/sources/0/url', 'javascript:alert(1)'],
      ['/groupNames', []],
      ['/groupNames/green', 7],
    ] as const)
      refuses(roundFrom, spoilt(round, path, strange), path);
    refuses(roundFrom, { ...round, groupNames: { 'a/b': 1 } }, '/groupNames/a~1b');
  });

  it('does not open the vote when any key of it is missing', () => {
    for (const key of Object.keys(round)) refuses(roundFrom, spoilt(round, `/${key}`, undefined), `/${key}`);
    for (const key of Object.keys(round.proposals[0] as Proposal))
      refuses(roundFrom, spoilt(round, `/proposals/0/${key}`, undefined), `/proposals/0/${key}`);
  });

  it('is listed with others only when each is whole and comes once', () => {
    const rounds = [round, { ...round, id: 'r-2' }];
    assert.deepEqual(
      roundsFrom({ rounds }).map(({ id }) => id),
      ['r-1', 'r-2'],
    );
    assert.ok(!('proposals' in roundsFrom({ rounds })[0]!));
    refuses(roundsFrom, { rounds: [round, round] }, '/rounds/1/id');
    refuses(roundsFrom, { rounds: [{ ...round, phase: '' }] }, '/rounds/0/phase');
    refuses(roundSummaryFrom, { ...round, proposalCount: -1 }, '/proposalCount');
  });
});

describe('the server’s word about a ballot', () => {
  it('is read as it was sent', () => {
    assert.deepEqual(castBallotFrom(cast), cast);
    assert.deepEqual(mineFrom({ cast }), cast);
    assert.equal(mineFrom({ cast: null }), null);
  });

  it('is not believed when its receipt, version or lines cannot be', () => {
    for (const [path, strange] of [
      ['/receipt', 'K7QFM2X'],
      ['/receipt', 'k7qfm2xa'],
      ['/receipt', 'K7QFM2XO'],
      ['/version', 0],
      ['/version', 1.5],
      ['/channel', 'pigeon'],
      ['/changed', undefined],
      ['/lines/0/points', 0.5],
      ['/lines/0/proposalId', 7],
    ] as const)
      refuses(castBallotFrom, spoilt(cast, path, strange), path);
    refuses(mineFrom, {}, '/cast');
  });
});

describe('the results of a closed round', () => {
  const results = {
    ballotCount: 6,
    channelCounts: { online: 3, paper: 2, assisted: 1 },
    tallies: ['a tally'],
    chainHead: 'ab01',
  };
  const read = resultsFrom(text);

  it('are read as they were sent', () => {
    assert.deepEqual(read(results), results);
  });

  it('are not believed when the channels do not add up, or nothing was counted', () => {
    refuses(read, { ...results, ballotCount: 7 }, '');
    refuses(read, { ...results, tallies: [] }, '/tallies');
    refuses(read, { ...results, tallies: [1] }, '/tallies/0');
    refuses(read, { ...results, chainHead: '' }, '/chainHead');
    refuses(read, spoilt(results, '/channelCounts/paper', 0.5), '/channelCounts/paper');
  });

  it('come with receipts, each whole', () => {
    const published = { receipts: ['01234567', 'K7QFM2XA'], head: 'ab01' };
    assert.deepEqual(publishedReceiptsFrom(published), published);
    refuses(publishedReceiptsFrom, spoilt(published, '/receipts/1', 'K7QF'), '/receipts/1');
  });
});

describe('readers of votes', () => {
  for (const [name, read] of Object.entries({ roundFrom, roundsFrom, castBallotFrom, mineFrom }))
    it(`give a value or say what is wrong, whatever comes: ${name}`, () => {
      fc.assert(
        fc.property(anyJson, fc.constantFrom(...Object.keys(round), ...Object.keys(cast)), (json, key) => {
          for (const sent of [json, { ...round, [key]: json }, { ...cast, [key]: json }, { cast: json }])
            try {
              read(sent);
            } catch (error) {
              assert.ok(error instanceof ShapeError, String(error));
            }
        }),
        { numRuns: 500 },
      );
    });
});

describe('what is locked while a vote is open', () => {
  const canonicalRules = (some: Round) => canonicalize(lockedRules(some));
  const changed = (own: Partial<Round>) => canonicalRules({ ...round, ...own }) !== canonicalRules(round);

  it('has one text, whatever the order of keys and plans and however a moment is written', () => {
    const reversed = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, each]) => [key, reversed(each)]),
          )
        : value;
    const sameRound = {
      ...(reversed(round) as Round),
      proposals: round.proposals.toReversed().map((each) => reversed(each) as Proposal),
      opensAt: '2026-05-01T06:00:00.000Z',
      closesAt: '2026-05-15T18:00:00Z',
    };
    assert.equal(canonicalRules(sameRound), canonicalRules(round));
    assert.equal(canonicalRules(roundFrom(JSON.parse(JSON.stringify(round)))), canonicalRules(round));
  });

  it('is the rules, the counting, the money, the plans and the time', () => {
    const [a, b] = round.proposals as [Proposal, Proposal];
    const others: readonly Partial<Round>[] = [
      { id: 'r-9' },
      { rules: { ...round.rules, picks: { max: 4 } } },
      { rules: { ...round.rules, picks: {} } },
      { tallies: [byVotes] },
      { tallies: [{ ...byVotes, tieBreak: ['lot', 'cheaper'] }] },
      { budgetCents: 1 },
      { currency: 'USD' },
      { opensAt: '2026-05-01T08:00:01+02:00' },
      { closesAt: '2026-05-15T20:00:00Z' },
      { proposals: [a] },
      { proposals: [a, { ...b, costCents: 1 }] },
      { proposals: [a, { ...b, categories: ['play'] }] },
      { proposals: [a, { ...b, neighborhoods: ['green'] }] },
      { proposals: [a, { ...b, excludes: [] }] },
      { proposals: [a, { ...b, id: 'c' }] },
    ];
    for (const own of others) assert.ok(changed(own), JSON.stringify(own));
  });

  it('is not the texts, a withdrawal, the phase or the server’s clock', () => {
    assert.ok(
      !changed({
        name: 'Anders',
        intro: 'Anders',
        phase: 'closed',
        serverTime: '2026-06-01T00:00:00Z',
        rulesHash: '1'.repeat(64),
        proposals: round.proposals.map((each) => ({ ...each, withdrawn: true, remark: 'x', title: 'y' })),
      }),
    );
  });

  it('is the same text after a journey as JSON, for any rules', () => {
    fc.assert(
      fc.property(form(5), (some) => {
        const sent = aRound(some);
        assert.equal(canonicalRules(JSON.parse(JSON.stringify(sent)) as Round), canonicalRules(sent));
      }),
    );
  });
});
