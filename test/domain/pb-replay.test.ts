import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ballotsOf, roundOf } from '@buurt/pabulib/pb-round.js';
import { readPb } from '@buurt/pabulib/pb.js';
import { compareReplay } from '@buurt/pabulib/replay.js';
import { tally } from '@buurt/domain/voting/tally.js';

/** Two projects with two votes each, of which the budget grants one: the first, unless the file says otherwise. */
const file = ({ rule = 'greedy', granted = 'Bench' } = {}) =>
  [
    'META',
    'key;value',
    'description;Neighbourhood budget',
    'country;Netherlands',
    'unit;Our Village',
    'instance;2026',
    'num_projects;2',
    'num_votes;2',
    'budget;1000',
    'vote_type;approval',
    `rule;${rule}`,
    'date_begin;2026',
    'date_end;2026',
    'PROJECTS',
    'project_id;cost;votes;name;selected',
    ...['Bench', 'Tree'].map(
      (name, index) =>
        `${String(index + 1)};${String(600 + index)};2;${name};${name === granted ? '1' : '0'}`,
    ),
    'VOTES',
    'voter_id;vote',
    '1;1,2',
    '2;1,2',
    '',
  ].join('\n');

function replayOf(text: string, refusedCount = 0) {
  const election = readPb(text);
  const round = { id: 'round', ...roundOf(election) };
  const ballots = ballotsOf(election);
  const counted = tally(round, round.tallies[0]!, ballots.slice(refusedCount));
  const refused = ballots.slice(0, refusedCount).map(({ lines }) => lines);
  return compareReplay(election, round, counted, refused);
}

describe('an election that is held again', () => {
  it('can be compared when its rule is known and every ballot was taken', () => {
    const { stated, rule, refused, comparable, tieDecidedByFile } = replayOf(file());
    assert.deepEqual([rule, refused, comparable, tieDecidedByFile], ['greedy', 0, true, false]);
    assert.deepEqual(stated, [
      { proposalId: '1', votes: 2, selected: true },
      { proposalId: '2', votes: 2, selected: false },
    ]);
  });

  it('may have another winner among equals, because the file decided the tie', () => {
    assert.equal(replayOf(file({ granted: 'Tree' })).tieDecidedByFile, true);
    assert.equal(replayOf(file({ granted: 'nobody' })).tieDecidedByFile, false);
  });

  it('is not compared by winners when its rule is not known', () => {
    const { rule, comparable, tieDecidedByFile } = replayOf(file({ rule: 'mystery', granted: 'Tree' }));
    assert.deepEqual([rule, comparable, tieDecidedByFile], ['mystery', false, false]);
  });

  it('says for what the refused ballots were', () => {
    const { refused, refusedVotes, comparable } = replayOf(file(), 1);
    assert.deepEqual(
      [refused, [...refusedVotes], comparable],
      [
        1,
        [
          ['1', 1],
          ['2', 1],
        ],
        false,
      ],
    );
  });
});
