import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ballotsOf, roundOf, statedOutcomes } from '@buurt/pabulib/pb-round.js';
import { PbError } from '@buurt/pabulib/pb-text.js';
import { readPb, readPbWatched, writePb, type PbElection } from '@buurt/pabulib/pb.js';
import { tally } from '@buurt/domain/voting/tally.js';

const folder = new URL('../../../shared/data/pabulib/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
const skip = names.length > 0 ? false : `real elections are not here: ${folder.pathname}`;

const meta = {
  description: 'Buurtbudget',
  country: 'Netherlands',
  unit: 'Ons Dorp',
  instance: '2026',
  num_projects: '2',
  num_votes: '2',
  budget: '1000.50',
  vote_type: 'approval',
  rule: 'greedy',
  date_begin: '01.05.2026',
  date_end: '2026',
};

interface Parts {
  readonly meta?: Readonly<Record<string, string>>;
  readonly projects?: readonly string[];
  readonly votes?: readonly string[];
}

/** A small election, on whose lines the numbers in the tests below count. */
const file = ({ meta: own = {}, projects, votes }: Parts = {}) =>
  [
    'META',
    'key;value',
    ...Object.entries({ ...meta, ...own }).map(([key, value]) => `${key};${value}`),
    'PROJECTS',
    ...(projects ?? ['project_id;cost;name', 'a;600.5;Bankje', 'b;400;Boom']),
    'VOTES',
    ...(votes ?? ['voter_id;vote', '1;a,b', '2;b']),
    '',
  ].join('\n');

const refusal = (text: string): string => {
  try {
    readPb(text);
  } catch (error) {
    if (error instanceof PbError) return error.message;
    throw error;
  }
  return 'read';
};

const said = ({ stated, cast }: PbElection) => ({
  meta: Object.fromEntries(stated.meta),
  projects: stated.projects.map((each) => Object.fromEntries(each)),
  cast: cast.map((each) => Object.fromEntries(each)),
});

describe('an operator who reads a .pb file', () => {
  it('gets what is stated apart from what is cast', () => {
    const election = readPb(file());
    assert.deepEqual(said(election), {
      meta,
      projects: [
        { project_id: 'a', cost: '600.5', name: 'Bankje' },
        { project_id: 'b', cost: '400', name: 'Boom' },
      ],
      cast: [
        { voter_id: '1', vote: 'a,b' },
        { voter_id: '2', vote: 'b' },
      ],
    });
  });

  it('may have saved it with a byte order mark, other line breaks, blank lines or spaces around the signs', () => {
    const plain = said(readPb(file()));
    for (const text of [
      `\ufeff${file()}`,
      file().replaceAll('\n', '\r\n'),
      file().replaceAll('\n', '\r'),
      file().replaceAll('\n', '\n\n'),
      file().replaceAll(';', ' ; ').replaceAll(',', ', '),
    ])
      assert.deepEqual(said(readPb(text.replaceAll('1;a, b', '1;a,b'))).projects, plain.projects);
    assert.deepEqual(ballotsOf(readPb(file().replaceAll('a,b', ' a , b '))), ballotsOf(readPb(file())));
  });

  it('finds a name with semicolons, quotes and line breaks again', () => {
    const quoted = file({
      projects: ['project_id;cost;name', 'a;600;"Bankje; ""met"" rug,', 'en leuning"', 'b;400;""'],
    });
    const election = readPb(quoted);
    assert.equal(election.stated.projects[0]?.get('name'), 'Bankje; "met" rug,\nen leuning');
    assert.equal(election.stated.projects[1]?.get('name'), '');
    assert.deepEqual(readPb(writePb(election)), election);
  });

  it('finds names with quotes that nobody doubled, and the lines after them', () => {
    for (const name of ['12" breed', 'Bankje "De Zon"', '"De Zon" bankje', '"De Zon", "De Maan"', 'a"']) {
      const text = file({ projects: ['project_id;name;cost', `a;${name};600`, 'b;"Boom ""Eik""";400'] });
      const names = readPb(text).stated.projects.map((each) => each.get('name'));
      assert.deepEqual(names, [name, 'Boom "Eik"'], name);
      assert.match(refusal(text.replace('1;a,b', '1;z')), /^line 20: /);
    }
  });

  it('can have written it by hand: no key;value, small letters, a language in full, cells at the end of rows', () => {
    const plain = said(readPb(file()));
    for (const text of [
      file().replace('key;value\n', ''),
      file().replace('key;value', 'Key;Value'),
      file().replace('META', 'Meta').replace('PROJECTS', 'projects').replace('VOTES', 'votes'),
      file()
        .replace('META', 'META;;')
        .replace('key;value', 'key;value;')
        .replace('unit;Ons Dorp', 'unit;Ons Dorp;;'),
      file().replace('1;a,b', '1;a,b;;').replace('VOTES', ';;\nVOTES;'),
    ])
      assert.deepEqual(said(readPb(text)), plain);
    const polish = readPb(file({ meta: { language: 'polish', date_begin: '7.10.2019' } }));
    assert.equal(roundOf(polish).beginsOn, '2019-10-07');
    assert.equal(polish.stated.meta.get('language'), 'polish');
    assert.match(refusal(file({ meta: { budget: 'x' } }).replace('key;value\n', '')), /^line 8: budget/);
  });

  it('is told of each double vote, which counts once, and reads the rest', () => {
    const heard: [number, string][] = [];
    const votes = ['voter_id;vote;points', '1;a,b,a;3,2,9', '2;b;1'];
    const election = readPbWatched(file({ meta: { vote_type: 'cumulative' }, votes }), (...each) => {
      heard.push(each);
    });
    assert.deepEqual(heard, [[20, 'two votes for “a”, counted once']]);
    assert.deepEqual(ballotsOf(election)[0]?.lines, [
      { proposalId: 'a', points: 3 },
      { proposalId: 'b', points: 2 },
    ]);
    assert.equal(readPb(file({ votes: ['voter_id;vote', '1;a,a', '2;b'] })).cast[0]?.get('vote'), 'a');
  });

  it('takes ids that are words of JavaScript for what they are', () => {
    const text = file({
      projects: ['project_id;cost', '__proto__;0', 'constructor;400'],
      votes: ['voter_id;vote', '__proto__;__proto__,constructor', '2;constructor'],
    });
    const election = readPb(text);
    const round = roundOf(election);
    const { winners } = tally({ id: 'r', ...round }, round.tallies[0], ballotsOf(election));
    assert.deepEqual(winners.toSorted(), ['__proto__', 'constructor']);
  });

  it('counts by a threshold also where counting ends at the first that does not fit', () => {
    const election = readPb(file({ meta: { rule: 'greedy-no-skip', min_project_score_threshold: '2' } }));
    const round = roundOf(election);
    assert.deepEqual([round.tallies[0].method, round.tallies[0].threshold], ['greedy-no-skip', 2]);
    const { winners } = tally({ id: 'r', ...round }, round.tallies[0], ballotsOf(election));
    assert.deepEqual(winners, ['b']);
  });

  it('keeps what the format does not know, and the old name of beneficiaries as the new one', () => {
    const election = readPb(
      file({
        meta: { neighbours: 'friendly', __proto__x: 'y' },
        projects: ['project_id;cost;target;colour', 'a;600;seniors,youth;red', 'b;400;;'],
        votes: ['voter_id;vote;mood', '1;a,b;good', '2;b;'],
      }),
    );
    assert.equal(election.stated.meta.get('neighbours'), 'friendly');
    assert.deepEqual(Object.fromEntries(election.stated.projects[0] ?? []), {
      project_id: 'a',
      cost: '600',
      beneficiaries: 'seniors,youth',
      colour: 'red',
    });
    assert.equal(election.cast[0]?.get('mood'), 'good');
    assert.deepEqual(readPb(writePb(election)), election);
  });

  it('can read an election in which nobody voted, and a ballot that picks nothing', () => {
    assert.deepEqual(ballotsOf(readPb(file({ meta: { num_votes: '0' }, votes: ['voter_id;vote'] }))), []);
    const blank = readPb(file({ votes: ['voter_id;vote', '1;', '2;b'] }));
    assert.deepEqual(
      ballotsOf(blank).map(({ lines }) => lines.length),
      [0, 1],
    );
    assert.deepEqual(readPb(writePb(blank)), blank);
  });

  const malformed: readonly (readonly [string, string, RegExp])[] = [
    ['is empty', '', /^line 1: .*META/],
    ['has a NUL in it', file().replace('Bankje', 'Bank\0je'), /^line 16: .*NUL/],
    ['is something else', '<!doctype html>', /^line 1: .*META/],
    ['has a word before META', `hello\n${file()}`, /^line 1: /],
    ['has no votes', file().split('VOTES')[0] ?? '', /^line 17: .*VOTES/],
    ['has its sections in another order', file().replace('PROJECTS', 'VOTES'), /^line 14: .*PROJECTS/],
    ['has a section twice', `${file()}VOTES\nvoter_id;vote\n`, /^line 22: .*twice/],
    ['has a key twice', file().replace('unit;', 'country;'), /^line 5: .*country.*twice/],
    ['has a key without a value', file().replace('unit;Ons Dorp', 'unit'), /^line 5: 1 cells, and 2/],
    ['has a value that is cut by a semicolon', file({ meta: { unit: 'a;b' } }), /^line 5: 3 cells/],
    ['does not say its country', file().replace('country', 'land'), /^line 2: .*country/],
    ['has no budget', file({ meta: { budget: '' } }), /^line 9: .*budget/],
    ['has a budget with parts of cents', file({ meta: { budget: '1000.505' } }), /^line 9: .*two decimals/],
    ['has a budget with a comma', file({ meta: { budget: '1000,50' } }), /^line 9: .*two decimals/],
    ['has a negative budget', file({ meta: { budget: '-5' } }), /^line 9: .*two decimals/],
    ['has a budget beyond counting', file({ meta: { budget: '9'.repeat(16) } }), /^line 9: .*too large/],
    ['has an unknown kind of vote', file({ meta: { vote_type: 'quadratic' } }), /^line 10: .*approval/],
    ['has a day that is not there', file({ meta: { date_begin: '31.02.2026' } }), /^line 12: .*date/],
    ['has a day written the other way', file({ meta: { date_begin: '2026-05-01' } }), /^line 12: .*date/],
    ['has a limit that is no number', file({ meta: { max_length: 'three' } }), /^line 14: .*max_length/],
    ['counts its projects wrongly', file({ meta: { num_projects: '3' } }), /^line 7: .*has 2/],
    ['counts its votes wrongly', file({ meta: { num_votes: '20' } }), /^line 8: .*has 2/],
    [
      'has limits for more categories than there are',
      file({ meta: { categories: 'x,y', max_length_per_category: '1,2,3' } }),
      /^line 15: .*3 values.*has 2/,
    ],
    [
      'has a limit per category without categories',
      file({ meta: { max_length_per_category: '1' } }),
      /^line 14: .*1 values.*has 0/,
    ],
    [
      'has a column twice',
      file({ projects: ['project_id;cost;cost', 'a;1;1', 'b;1;1'] }),
      /^line 15: .*cost/,
    ],
    [
      'has target and beneficiaries',
      file({ projects: ['project_id;cost;target;beneficiaries'] }),
      /^line 15: /,
    ],
    ['has no costs', file({ projects: ['project_id;name', 'a;x', 'b;y'] }), /^line 15: .*cost/],
    ['has an empty cost', file({ projects: ['project_id;cost', 'a;1', 'b;'] }), /^line 17: cost/],
    ['has a cost in words', file({ projects: ['project_id;cost', 'a;1', 'b;veel'] }), /^line 17: cost/],
    ['has a project twice', file({ projects: ['project_id;cost', 'a;1', 'a;2'] }), /^line 17: .*“a”.*twice/],
    [
      'has a project without id',
      file({ projects: ['project_id;cost', 'a;1', ';2'] }),
      /^line 17: project_id/,
    ],
    ['has a comma in an id', file({ projects: ['project_id;cost', 'a;1', 'b,c;2'] }), /^line 17: .*comma/],
    ['has a row that is too short', file({ projects: ['project_id;cost;name', 'a;1'] }), /^line 16: 2 cells/],
    ['has a voter twice', file({ votes: ['voter_id;vote', '1;a', '1;b'] }), /^line 21: .*“1”.*twice/],
    ['has a vote for a stranger', file({ votes: ['voter_id;vote', '1;a', '2;z'] }), /^line 21: .*“z”/],
    ['has an empty place in a vote', file({ votes: ['voter_id;vote', '1;a,,b', '2;b'] }), /^line 20: /],
    ['has quotes that stay open', file({ votes: ['voter_id;vote', '1;"a', '2;b'] }), /^line 20: .*closed/],
    ['has quotes within a vote', file({ votes: ['voter_id;vote', '1;a"b"', '2;b'] }), /^line 20: .*“a"b"”/],
    ['has points without a column', file({ meta: { vote_type: 'cumulative' } }), /^line 19: .*points/],
    [
      'has fewer points than picks',
      file({ meta: { vote_type: 'scoring' }, votes: ['voter_id;vote;points', '1;a,b;3', '2;b;1'] }),
      /^line 20: 2 projects, and 1 points/,
    ],
    [
      'has half a point',
      file({ meta: { vote_type: 'cumulative' }, votes: ['voter_id;vote;points', '1;a;0.5', '2;b;1'] }),
      /^line 20: points.*0\.5/,
    ],
  ];
  for (const [what, text, reason] of malformed)
    it(`is told the line and the reason when it ${what}`, () => {
      assert.match(refusal(text), reason);
    });
});

describe('a round from a .pb file', () => {
  it('has its money in cents, and what was withdrawn as withdrawn', () => {
    const round = roundOf(
      readPb(
        file({
          meta: { currency: 'EUR' },
          projects: ['project_id;cost;latitude;longitude', 'a;600.5;52.4;4.9', 'b;999999999;;'],
        }),
      ),
    );
    assert.equal(round.budgetCents, 100_050);
    assert.deepEqual(
      round.proposals.map(({ costCents, withdrawn, place }) => ({ costCents, withdrawn, place })),
      [
        { costCents: 60_050, withdrawn: false, place: { lat: 52.4, lon: 4.9 } },
        { costCents: 99_999_999_900, withdrawn: true, place: null },
      ],
    );
    assert.deepEqual([round.beginsOn, round.endsOn, round.currency], ['2026-05-01', '2026-12-31', 'EUR']);
  });

  it('has the limits and budgets of its categories, by their position', () => {
    const { rules, tallies } = roundOf(
      readPb(
        file({
          meta: {
            categories: 'groen,spel',
            max_length_per_category: '3',
            max_sum_cost_per_category: ',99.5',
            budget_per_category: '500,600.25',
            max_sum_cost: '1000',
          },
        }),
      ),
    );
    assert.deepEqual(rules, {
      expression: 'approve',
      spendCents: { max: 100_000 },
      groups: [
        { dimension: 'category', key: 'groen', picks: { max: 3 } },
        { dimension: 'category', key: 'spel', picks: { max: 3 }, spendCents: { max: 9950 } },
      ],
    });
    assert.deepEqual(tallies[0].groupBudgets, [
      { dimension: 'category', key: 'groen', budgetCents: 50_000, kind: 'cap' },
      { dimension: 'category', key: 'spel', budgetCents: 60_025, kind: 'cap' },
    ]);
  });

  it('has the points of ranks counted down from a full ballot, or as the file names them', () => {
    const scores = (own: Record<string, string>) =>
      roundOf(readPb(file({ meta: { vote_type: 'ordinal', ...own } }))).tallies[0].rankScores;
    assert.deepEqual(scores({ max_length: '3' }), [3, 2, 1]);
    assert.deepEqual(scores({}), [2, 1]);
    assert.deepEqual(scores({ scoring_fn: '5,2', max_length: '2' }), [5, 2]);
  });

  it('keeps ranks, points and paper of each ballot', () => {
    const votes = ['voter_id;vote;points;voting_method', '1;b,a;2,1;paper', '2;b;-3.0;internet'];
    const ballots = (type: string) => ballotsOf(readPb(file({ meta: { vote_type: type }, votes })));
    assert.deepEqual(ballots('ordinal')[0], {
      lines: [
        { proposalId: 'b', rank: 1 },
        { proposalId: 'a', rank: 2 },
      ],
      channel: 'paper',
    });
    assert.deepEqual(ballots('scoring')[1], { lines: [{ proposalId: 'b', points: -3 }], channel: 'online' });
  });

  it('tells which projects the organiser had selected, unless for a special reason', () => {
    const election = readPb(
      file({ projects: ['project_id;cost;votes;score;selected', 'a;1;3;9;2', 'b;2;;;0'] }),
    );
    assert.deepEqual(statedOutcomes(election), [
      { proposalId: 'a', votes: 3, score: 9 },
      { proposalId: 'b', selected: false },
    ]);
  });
});

describe('a real election', () => {
  for (const name of skip ? ['none'] : names)
    it(`is the same after it was written and read again: ${name}`, { skip }, () => {
      const election = readPb(readFileSync(new URL(name, folder), 'utf8'));
      const written = writePb(election);
      assert.deepEqual(readPb(written), election);
      assert.equal(writePb(readPb(written)), written);
      assert.equal(ballotsOf(election).length, Number(election.stated.meta.get('num_votes')));
      assert.ok(roundOf(election).proposals.every(({ costCents }) => Number.isSafeInteger(costCents)));
    });
});
