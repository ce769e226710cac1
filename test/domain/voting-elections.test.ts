import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import { rulesProblems } from '@buurt/domain/rounds/ballot-rules.js';
import type { BallotLine, BallotRules, Range } from '@buurt/domain/rounds/ballot.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { aProposal, byVotes } from './voting-arbitraries.js';

const folder = new URL('../../../shared/data/pabulib/', import.meta.url);
const skip = existsSync(folder) ? false : `real elections are not here: ${folder.pathname}`;

type Row = Readonly<Record<string, string>>;

/** The plainest reading of a .pb file: enough to hold the rules against, and independent of the real reader. */
function election(name: string) {
  const text = readFileSync(new URL(`${name}.pb`, folder), 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r', '');
  const rows = (section: string): Row[] => {
    const [head = '', ...lines] = section.trim().split('\n');
    const keys = head.split(';');
    return lines.map((line) => {
      const cells = line.split(';');
      return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
    });
  };
  const [meta = '', projects = '', votes = ''] = text.split(/^(?:META|PROJECTS|VOTES)\n/m).slice(1);
  return {
    meta: Object.fromEntries(rows(meta).map(({ key = '', value = '' }) => [key, value])) as Row,
    projects: rows(projects),
    votes: rows(votes),
  };
}
type Election = ReturnType<typeof election>;

const listed = (text = '') => text.split(',').filter(Boolean);
const range = ({ meta }: Election, min: string, max: string, unit = 1): Range => ({
  ...(meta[min] ? { min: Number(meta[min]) * unit } : {}),
  ...(meta[max] ? { max: Number(meta[max]) * unit } : {}),
});

const expressions: Readonly<Record<string, BallotRules['expression']>> = {
  ordinal: 'rank',
  cumulative: 'allocate',
};

function stated(some: Election): BallotRules {
  const { meta } = some;
  const perCategory = listed(meta['max_length_per_category']).map(Number);
  const groups = listed(meta['categories']).map((key, index) => ({
    dimension: 'category' as const,
    key,
    picks: { max: perCategory[index] ?? perCategory[0]! },
  }));
  const expression = expressions[meta['vote_type']!] ?? 'approve';
  return {
    expression,
    picks: range(some, 'min_length', 'max_length'),
    spendCents: range(some, 'min_sum_cost', 'max_sum_cost', 100),
    ...(expression === 'allocate' ? { total: range(some, 'min_sum_points', 'max_sum_points') } : {}),
    ...(perCategory.length > 0 ? { groups } : {}),
  };
}

const proposalsOf = ({ projects }: Election): Proposal[] =>
  projects.map((project) =>
    aProposal({
      id: project['project_id']!,
      costCents: Math.round(Number(project['cost']) * 100),
      categories: listed(project['category']),
      withdrawn: project['cost'] === '999999999',
    }),
  );

const linesOf = ({ expression }: BallotRules, { vote, points }: Row): BallotLine[] =>
  listed(vote).map((proposalId, index) => ({
    proposalId,
    ...(expression === 'rank' ? { rank: index + 1 } : {}),
    ...(expression === 'allocate' ? { points: Number(listed(points)[index]) } : {}),
  }));

/** What the file itself says of a ballot, from its own words. */
function isAllowed({ meta, projects }: Election, { vote, points }: Row): boolean {
  const picked = listed(vote);
  const chosen = projects.filter((project) => picked.includes(project['project_id']!));
  const sum = (amounts: readonly unknown[]) => amounts.reduce<number>((all, each) => all + Number(each), 0);
  const most: Readonly<Record<string, number>> = {
    length: picked.length,
    sum_cost: sum(chosen.map((project) => project['cost'])),
    sum_points: sum(listed(points)),
  };
  const perCategory = listed(meta['max_length_per_category']).map(Number);
  return (
    picked.length > 0 &&
    new Set(picked).size === picked.length &&
    chosen.length === picked.length &&
    Object.entries(most).every(
      ([name, value]) =>
        !(meta[`min_${name}`] && value < Number(meta[`min_${name}`])) &&
        !(meta[`max_${name}`] && value > Number(meta[`max_${name}`])),
    ) &&
    listed(meta['categories']).every((category, index) => {
      const limit = perCategory[index] ?? perCategory[0] ?? Infinity;
      return chosen.filter((project) => listed(project['category']).includes(category)).length <= limit;
    })
  );
}

/** By file: real ballots that break the rules that their own city had stated. */
const breaking: Readonly<Record<string, number>> = {
  Netherlands_Amsterdam_166: 0,
  Netherlands_Amsterdam_212: 2100,
  Netherlands_Amsterdam_491: 0,
  Netherlands_Amsterdam_522: 0,
  Netherlands_Amsterdam_643: 0,
  Netherlands_Assen_2024: 0,
  Poland_Katowice_2025_Murcki: 0,
  Poland_Krakow_2019_Grzegorzki: 0,
  Poland_Swiecie_2023: 0,
};

describe('the ballots of a real election', () => {
  for (const [name, expected] of Object.entries(breaking))
    it(`are taken or refused exactly as the city had stated: ${name}`, { skip }, () => {
      const some = election(name);
      const form = { rules: stated(some), proposals: proposalsOf(some) };
      assert.deepEqual(
        rulesProblems(form.rules, form.proposals, Number(some.meta['budget']) * 100, [byVotes]),
        [],
      );
      let refused = 0;
      for (const row of some.votes) {
        const problems = ballotProblems(form, linesOf(form.rules, row));
        assert.equal(problems.length === 0, isAllowed(some, row), JSON.stringify({ row, problems }));
        if (problems.length > 0) refused++;
      }
      assert.equal(some.votes.length, Number(some.meta['num_votes']));
      assert.equal(refused, expected);
    });
});
