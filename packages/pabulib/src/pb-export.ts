import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import type { Ballot, BallotLine, BallotRules, Dimension, Range } from '@buurt/domain/rounds/ballot.js';
import type { PbElection, PbRow } from './pb.js';
import { groupLists, withdrawnCost } from './pb-round.js';
import type { Proposal, Round, TallyRules } from '@buurt/domain/rounds/round.js';

/** What a file needs of a round. */
export type PublishedRound = Pick<
  Round,
  | 'id'
  | 'buurtCode'
  | 'name'
  | 'budgetCents'
  | 'currency'
  | 'opensAt'
  | 'closesAt'
  | 'rules'
  | 'tallies'
  | 'proposals'
>;

/** What a file tells of the result; a `ProposalOutcome` of the tally has all of it. */
export interface PublishedOutcome {
  readonly proposalId: string;
  readonly votes: number;
  readonly score: number;
  readonly granted: boolean;
}

const money = (cents: number): string =>
  cents % 100 === 0
    ? String(cents / 100)
    : `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;

/** The day in the Netherlands as `01.05.2026`. */
const day = (moment: string) => dutchDay(moment).split('-').toReversed().join('.');

/** The ends of a range that are there, as two fields. */
function ends(
  name: string,
  { min, max }: Range = {},
  write: (end: number) => string = String,
): [string, string][] {
  return [
    ...(min === undefined ? [] : [[`min_${name}`, write(min)] as [string, string]]),
    ...(max === undefined ? [] : [[`max_${name}`, write(max)] as [string, string]]),
  ];
}

const voteType = ({ expression, picks }: BallotRules): string => {
  if (expression === 'approve') return picks?.min === 1 && picks.max === 1 ? 'choose-1' : 'approval';
  return { rank: 'ordinal', allocate: 'cumulative', score: 'scoring' }[expression];
};

/** Limits and budgets of the groups of one dimension, as lists that go by position; a group without one is left empty. */
function groupFields(
  { rules, proposals }: PublishedRound,
  { groupBudgets = [] }: TallyRules,
  [dimension, names]: readonly [Dimension, string],
): [string, string][] {
  const keysOf = ({ categories, neighborhoods }: Proposal) =>
    dimension === 'category' ? categories : neighborhoods;
  const limits = (rules.groups ?? []).filter((group) => group.dimension === dimension);
  const budgets = groupBudgets.filter((group) => group.dimension === dimension);
  // In the order of the rules, because earmarks are spent in that order.
  const keys = [...new Set([...limits, ...budgets].map(({ key }) => key).concat(proposals.flatMap(keysOf)))];
  const fields = keys.map((key) => {
    const limit = limits.find((each) => each.key === key);
    const kept = budgets.filter((each) => each.key === key);
    return new Map([
      ...ends('length', limit?.picks),
      ...ends('sum_cost', limit?.spendCents, money),
      ...kept.map(({ kind, budgetCents }): [string, string] => [
        kind === 'cap' ? 'budget' : 'earmark',
        money(budgetCents),
      ]),
    ]);
  });
  const used = [...new Set(fields.flatMap((each) => [...each.keys()]))];
  return keys.length === 0
    ? []
    : [
        [names, keys.join(',')],
        ...used.map((field): [string, string] => [
          `${field}_per_${dimension}`,
          fields.map((each) => each.get(field) ?? '').join(','),
        ]),
      ];
}

/** Points of ranks are always named, so that nobody has to know how they are counted down here. */
function scoringFn({ rankScores }: TallyRules, proposals: readonly Proposal[]): [string, string][] {
  if (rankScores === undefined) return [];
  const { length } = proposals;
  const points = rankScores === 'borda' ? Array.from({ length }, (_, index) => length - index) : rankScores;
  return [['scoring_fn', points.join(',')]];
}

function metaOf(round: PublishedRound, ballotCount: number): PbRow {
  const { rules, proposals } = round;
  const [tally] = round.tallies;
  return new Map([
    ['description', round.name],
    ['country', 'Netherlands'],
    ['unit', round.buurtCode],
    ['instance', round.id],
    ['num_projects', String(proposals.length)],
    ['num_votes', String(ballotCount)],
    ['budget', money(round.budgetCents)],
    ['vote_type', voteType(rules)],
    ['rule', tally.method],
    ['date_begin', day(round.opensAt)],
    ['date_end', day(round.closesAt)],
    ...ends('length', rules.picks),
    ...ends('sum_cost', rules.spendCents, money),
    ...ends('points', rules.perProject),
    ...ends('sum_points', rules.total),
    ...(rules.defaultScore === undefined
      ? []
      : [['default_score', String(rules.defaultScore)] as [string, string]]),
    ...scoringFn(tally, proposals),
    ...(tally.threshold === undefined
      ? []
      : [['min_project_score_threshold', String(tally.threshold)] as [string, string]]),
    ['currency', round.currency],
    ...(tally.leftover === 'none'
      ? []
      : [['leftover_budget', 'Fund additional projects that fit, by votes'] as [string, string]]),
    ...groupLists.flatMap((list) => groupFields(round, tally, list)),
    ...(tally.add1Cents === undefined ? [] : [['add1', money(tally.add1Cents)] as [string, string]]),
    ['tie_break', tally.tieBreak.join(',')],
  ]);
}

function projectOf(proposal: Proposal, outcome: PublishedOutcome | undefined, scored: boolean): PbRow {
  const { place } = proposal;
  return new Map([
    ['project_id', proposal.id],
    ['cost', proposal.withdrawn ? withdrawnCost : money(proposal.costCents)],
    ...(outcome
      ? [
          ['votes', String(outcome.votes)] as const,
          ...(scored ? [['score', String(outcome.score)] as const] : []),
          ['selected', outcome.granted ? '1' : '0'] as const,
        ]
      : []),
    ['name', proposal.title],
    ['category', proposal.categories.join(',')],
    ['neighborhood', proposal.neighborhoods.join(',')],
    ['latitude', place ? String(place.lat) : ''],
    ['longitude', place ? String(place.lon) : ''],
    ['excludes', proposal.excludes.join(',')],
  ]);
}

/** The format lists the most wanted first. */
const byWish = (lines: readonly BallotLine[]) =>
  lines.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (b.points ?? 0) - (a.points ?? 0));

/**
 * The election of a closed round, to be published. Counted by the first of its tallies. Voters are numbered in the
 * order in which the ballots are given: shuffle them first, and nothing tells who cast which. How a ballot came in is
 * left out, because the only one on paper would be known.
 * @param outcomes fills the columns `votes`, `score` and `selected`; without, they are left out
 */
export function pbOf(
  round: PublishedRound,
  ballots: readonly Pick<Ballot, 'lines'>[],
  outcomes: readonly PublishedOutcome[] = [],
): PbElection {
  const { expression } = round.rules;
  const byId = new Map(outcomes.map((outcome) => [outcome.proposalId, outcome]));
  const byPoints = expression === 'allocate' || expression === 'score';
  return {
    stated: {
      meta: metaOf(round, ballots.length),
      projects: round.proposals.map((proposal) =>
        projectOf(proposal, byId.get(proposal.id), expression !== 'approve'),
      ),
    },
    cast: ballots.map(({ lines }, index): PbRow => {
      const sorted = byWish(lines);
      return new Map([
        ['voter_id', String(index + 1)],
        ['vote', sorted.map(({ proposalId }) => proposalId).join(',')],
        ...(byPoints ? [['points', sorted.map(({ points = 0 }) => String(points)).join(',')] as const] : []),
      ]);
    }),
  };
}
