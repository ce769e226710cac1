import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rulesProblems } from '@buurt/domain/rounds/ballot-rules.js';
import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import { pbOf } from '@buurt/pabulib/pb-export.js';
import { ballotsOf, roundOf, statedOutcomes } from '@buurt/pabulib/pb-round.js';
import { PbError } from '@buurt/pabulib/pb-text.js';
import { readPb, writePb, type PbElection } from '@buurt/pabulib/pb.js';
import type { Proposal, TallyRules } from '@buurt/domain/rounds/round.js';
import { tally } from '@buurt/domain/voting/tally.js';
import { election } from './tally-elections.js';
import { aRound, form } from './voting-arbitraries.js';

const folder = new URL('../../../shared/data/pabulib/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
const skip = names.length > 0 ? false : `real elections are not here: ${folder.pathname}`;

describe('a real election', () => {
  for (const name of skip ? ['none'] : names)
    it(`comes to the votes, points and winners that its city stated: ${name}`, { skip }, () => {
      const real = readPb(readFileSync(new URL(name, folder), 'utf8'));
      const round = roundOf(real);
      assert.deepEqual(rulesProblems(round.rules, round.proposals, round.budgetCents, round.tallies), []);
      const { outcomes } = tally({ id: name, ...round }, round.tallies[0], ballotsOf(real));
      const counted = new Map(outcomes.map((each) => [each.proposalId, each]));
      for (const { proposalId, votes, score, selected } of statedOutcomes(real)) {
        const { votes: ours, score: points, granted } = counted.get(proposalId)!;
        assert.deepEqual(
          { proposalId, votes: ours, score: points, selected: granted },
          { proposalId, votes, score: score ?? points, selected: selected ?? granted },
        );
      }
    });
});

const signs = fc.constantFrom(...'abé;",\'\n 0€&<ł');
const words = fc.array(signs, { maxLength: 12 }).map((all) => all.join('').trim());

/** Any file that the reader takes: names with every sign that has a meaning, fields of its own, ballots of each type. */
const anyFile: fc.Arbitrary<PbElection> = fc
  .record({
    titles: fc.array(words, { minLength: 1, maxLength: 5 }),
    meta: fc.dictionary(fc.stringMatching(/^x_[a-z]{1,6}$/), words, { maxKeys: 4 }),
    type: fc.constantFrom('approval', 'ordinal', 'cumulative', 'scoring', 'choose-1'),
    mood: fc.boolean(),
  })
  .chain(({ titles, meta, type, mood }) => {
    const ids = titles.map((_, index) => `p ${String(index)}`);
    const vote = fc
      .shuffledSubarray(ids)
      .chain((picks) => fc.tuple(fc.constant(picks), fc.tuple(...picks.map(() => fc.nat(9))), words));
    return fc.array(vote, { maxLength: 5 }).map((votes) => ({
      stated: {
        meta: new Map([
          ...Object.entries(meta),
          ...(['description', 'country', 'unit', 'instance'] as const).map((key): [string, string] => [
            key,
            titles[0]!,
          ]),
          ['num_projects', String(ids.length)],
          ['num_votes', String(votes.length)],
          ['budget', '12.5'],
          ['vote_type', type],
          ['rule', 'unknown'],
          ['date_begin', '2026'],
          ['date_end', '31.12.2026'],
        ]),
        projects: titles.map(
          (name, index) =>
            new Map([
              ['project_id', ids[index]!],
              ['cost', '3.07'],
              ['name', name],
            ]),
        ),
      },
      cast: votes.map(
        ([picks, points, feeling], index) =>
          new Map([
            ['voter_id', String(index)],
            ['vote', picks.join(',')],
            ['points', points.join(',')],
            ...(mood ? [['mood', feeling] as const] : []),
          ]),
      ),
    }));
  });

describe('a file', () => {
  it('is the same after it was written and read again, whatever stands in it', () =>
    fc.assert(
      fc.property(anyFile, (some) => {
        assert.deepEqual(readPb(writePb(some)), some);
      }),
      { numRuns: 2000 },
    ));

  it('is written the same again after it was read', () =>
    fc.assert(
      fc.property(anyFile, (some) => {
        const text = writePb(some);
        assert.equal(writePb(readPb(text)), text);
      }),
      { numRuns: 500 },
    ));
});

/** What a file can hold of a proposal. */
const told = ({ id, costCents, categories, excludes, withdrawn }: Proposal) => ({
  id,
  costCents: withdrawn ? 'withdrawn' : costCents,
  categories,
  excludes,
  withdrawn,
});

/** Points of ranks are named one by one in a file. */
const named = (rules: TallyRules, proposals: readonly Proposal[]): TallyRules => {
  const { length } = proposals;
  return rules.rankScores === 'borda'
    ? { ...rules, rankScores: Array.from({ length }, (_, index) => length - index) }
    : rules;
};

describe('a file that came to harm on its way', () => {
  const harmed = anyFile.chain((some) => {
    const text = writePb(some);
    return fc
      .tuple(fc.nat(text.length), fc.nat(4), fc.constantFrom('', ';', '"', '\n', ',', '-1', 'VOTES\n', '\0'))
      .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));
  });

  it('is refused with a line that it has, or can be read, written and counted', () =>
    fc.assert(
      fc.property(harmed, (text) => {
        let election: PbElection;
        try {
          election = readPb(text);
        } catch (error) {
          assert.ok(error instanceof PbError, String(error));
          assert.ok(error.line >= 1 && error.line <= text.split('\n').length);
          return;
        }
        assert.deepEqual(readPb(writePb(election)), election);
        const round = roundOf(election);
        const { budgetCents, spentCents } = tally(
          { id: 'r', ...round },
          round.tallies[0],
          ballotsOf(election),
        );
        assert.ok(spentCents <= budgetCents);
      }),
      { numRuns: 3000 },
    ));
});

describe('the ballots that a closed round publishes', () => {
  it('let anybody count again, to the same result', () =>
    fc.assert(
      fc.property(election, ({ round: { proposals, ...own }, rules, ballots }) => {
        fc.pre(proposals.some(({ withdrawn }) => !withdrawn));
        const used = { ...rules, tieBreak: [...rules.tieBreak], add1Cents: 1 };
        const { add1Cents, ...others } = used;
        const tallies = [rules.method === 'equalshares/add1' ? { ...others, add1Cents } : others] as const;
        const round = aRound({ ...own, proposals, tallies });
        const { outcomes, winners } = tally(round, tallies[0], ballots);
        const published = readPb(writePb(pbOf(round, ballots, outcomes)));
        const again = roundOf(published);
        assert.deepEqual(again.proposals.map(told), proposals.map(told));
        assert.equal(again.budgetCents, round.budgetCents);
        assert.deepEqual(again.rules, round.rules);
        assert.deepEqual(
          winners,
          tally({ id: round.id, ...again }, again.tallies[0], ballotsOf(published)).winners,
        );
        assert.deepEqual(again.tallies[0], named(tallies[0], proposals));
        assert.deepEqual(
          statedOutcomes(published).map(({ selected }) => selected),
          proposals.map(({ id }) => winners.includes(id)),
        );
      }),
      { numRuns: 1500 },
    ));

  it('state the rules of the round, whatever these are', () => {
    const byGroup = (groups: BallotRules['groups'] = []) =>
      groups
        .filter(({ picks, spendCents }) => picks ?? spendCents)
        .toSorted((a, b) => (a.dimension + a.key < b.dimension + b.key ? -1 : 1));
    fc.assert(
      fc.property(form(4), ({ rules, proposals }) => {
        const again = roundOf(readPb(writePb(pbOf(aRound({ rules, proposals }), []))));
        const { groups, ...others } = again.rules;
        const { groups: stated, ...expected } = rules;
        assert.deepEqual(others, expected);
        assert.deepEqual(byGroup(groups), byGroup(stated));
      }),
      { numRuns: 2000 },
    );
  });

  it('do not say how a ballot came in, nor who cast it', () => {
    const round = aRound({ rules: { expression: 'approve' } });
    const ballot = { roundId: 'r-1', rulesHash: 'f'.repeat(64), lines: [], channel: 'paper' } as const;
    const text = writePb(pbOf(round, [ballot]));
    assert.match(text, /VOTES\nvoter_id;vote\n1;\n$/);
    assert.doesNotMatch(text, /paper|ffff/);
  });
});
