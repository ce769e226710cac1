import { isPlace, type NamedPlace } from '@buurt/domain/geo/place.js';
import type { Ballot, BallotRules, Dimension, GroupRules, Range } from '@buurt/domain/rounds/ballot.js';
import type { PbElection, PbRow } from './pb.js';
import { pbDay } from './pb-fields.js';
import { pbList } from './pb-text.js';
import {
  tallyMethods,
  tieBreaks,
  type GroupBudget,
  type Proposal,
  type Round,
  type TallyRules,
} from '@buurt/domain/rounds/round.js';

/** A round as a file states it: all but the id, the buurt and the clock, which the server gives it. */
export interface PbRound extends Pick<
  Round,
  'name' | 'intro' | 'budgetCents' | 'currency' | 'rules' | 'tallies' | 'groupNames' | 'proposals'
> {
  /** The days on which voting began and ended, as `2024-03-31`; the first and last of the year where only that is known. */
  readonly beginsOn: string;
  readonly endsOn: string;
}

/** The cost that stands for: withdrawn, cannot be granted. */
export const withdrawnCost = '999999999';

/** Where a key in META tells of groups, by the dimension that it goes by. */
export const groupLists: readonly (readonly [Dimension, string])[] = [
  ['category', 'categories'],
  ['neighborhood', 'neighborhoods'],
];

const cents = (amount: string): number => {
  const [whole = '', part = ''] = amount.split('.');
  return Number(whole + part.padEnd(2, '0'));
};

function range(
  meta: PbRow,
  keys: readonly [min: string, max: string],
  read: (cell: string) => number = Number,
): Range | undefined {
  const [min, max] = keys.map((key) => (meta.get(key) ? read(meta.get(key) ?? '') : undefined));
  if (min === undefined && max === undefined) return undefined;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** The value of one group from a list that goes by position; one value stands for all groups. */
function placed(meta: PbRow, key: string, index: number): string {
  const values = pbList(meta.get(key) ?? '');
  return values[values.length === 1 ? 0 : index] ?? '';
}

const groupsIn = (meta: PbRow) =>
  groupLists.flatMap(([dimension, names]) =>
    pbList(meta.get(names) ?? '').map((key, index) => ({
      group: { dimension, key },
      valueOf: (field: string) => placed(meta, `${field}_per_${dimension}`, index),
    })),
  );

/** Only what is there, because an optional key is absent rather than undefined. */
const present = <T extends object>(some: T) =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function groupRules(meta: PbRow): GroupRules[] {
  return groupsIn(meta).flatMap(({ group, valueOf }) => {
    const own = new Map(
      ['min_length', 'max_length', 'min_sum_cost', 'max_sum_cost'].map((field) => [field, valueOf(field)]),
    );
    const picks = range(own, ['min_length', 'max_length']);
    const spendCents = range(own, ['min_sum_cost', 'max_sum_cost'], cents);
    return picks || spendCents ? [{ ...group, ...present({ picks, spendCents }) } as GroupRules] : [];
  });
}

const expressions: Readonly<Record<string, BallotRules['expression']>> = {
  ordinal: 'rank',
  cumulative: 'allocate',
  scoring: 'score',
};

function ballotRules(meta: PbRow): BallotRules {
  const type = meta.get('vote_type') ?? '';
  const expression = expressions[type] ?? 'approve';
  const groups = groupRules(meta);
  const byPoints = expression === 'allocate' || expression === 'score';
  const defaultScore = meta.get('default_score');
  return present({
    expression,
    picks:
      range(meta, ['min_length', 'max_length']) ?? (type === 'choose-1' ? { min: 1, max: 1 } : undefined),
    spendCents: range(meta, ['min_sum_cost', 'max_sum_cost'], cents),
    perProject: byPoints ? range(meta, ['min_points', 'max_points']) : undefined,
    total: byPoints ? range(meta, ['min_sum_points', 'max_sum_points']) : undefined,
    defaultScore: expression === 'score' && defaultScore ? Number(defaultScore) : undefined,
    groups: groups.length > 0 ? groups : undefined,
  }) as BallotRules;
}

/** `budget_per_…` is the most that may be spent on a group; `earmark_per_…` is ours: what is kept for it. */
function groupBudgets(meta: PbRow): GroupBudget[] {
  const of = (field: string, kind: GroupBudget['kind']) =>
    groupsIn(meta).flatMap(({ group, valueOf }) =>
      valueOf(field) === '' ? [] : [{ ...group, budgetCents: cents(valueOf(field)), kind }],
    );
  return [...of('budget', 'cap'), ...of('earmark', 'earmark')];
}

/**
 * The files count the points of a rank down from the length of a full ballot, to 1. `scoring_fn` may name the points
 * instead: `5,3,1`.
 */
function rankScores(meta: PbRow, projectCount: number): readonly number[] {
  const named = pbList(meta.get('scoring_fn') ?? '');
  if (named.length > 0 && named.every((each) => /^\d+$/.test(each))) return named.map(Number);
  const length = Number(meta.get('max_length') || projectCount);
  return Array.from({ length }, (_, index) => length - index);
}

function tallyRules(meta: PbRow, projectCount: number): TallyRules {
  const rule = meta.get('rule') ?? '';
  const threshold = meta.get('min_project_score_threshold');
  const method =
    rule === 'greedy' && threshold ? 'greedy-threshold' : tallyMethods.find((each) => each === rule);
  const budgets = groupBudgets(meta);
  const stated = pbList(meta.get('tie_break') ?? '');
  const order = tieBreaks.filter((each) => stated.includes(each));
  return present({
    method: method ?? 'greedy',
    threshold:
      method === 'greedy-threshold' || (method === 'greedy-no-skip' && threshold)
        ? Number(threshold || 0)
        : undefined,
    rankScores: meta.get('vote_type') === 'ordinal' ? rankScores(meta, projectCount) : undefined,
    groupBudgets: budgets.length > 0 ? budgets : undefined,
    tieBreak:
      order.length > 0
        ? order.toSorted((a, b) => stated.indexOf(a) - stated.indexOf(b))
        : (['cheaper', 'more-votes', 'lot'] as const),
    add1Cents: method === 'equalshares/add1' && meta.get('add1') ? cents(meta.get('add1') ?? '') : undefined,
    leftover: meta.get('leftover_budget') ? ('next-that-fits' as const) : ('none' as const),
  }) as TallyRules;
}

function placeOf(project: PbRow): NamedPlace | null {
  const [lat, lon] = [project.get('latitude'), project.get('longitude')];
  const place = { lat: Number(lat), lon: Number(lon) };
  return lat && lon && isPlace(place) ? place : null;
}

const proposalOf = (project: PbRow): Proposal => {
  const id = project.get('project_id') ?? '';
  const keys = (column: string) => [...new Set(pbList(project.get(column) ?? ''))].filter(Boolean);
  return {
    id,
    title: project.get('name') || id,
    story: project.get('description') ?? '',
    costCents: cents(project.get('cost') ?? ''),
    categories: keys('category'),
    neighborhoods: keys('neighborhood'),
    initiativeId: null,
    photo: null,
    place: placeOf(project),
    remark: null,
    excludes: keys('excludes'),
    withdrawn: project.get('cost') === withdrawnCost,
  };
};

const dayOf = (date: string, yearOnly: string): string => pbDay(date) ?? `${date}-${yearOnly}`;

/**
 * The round that a file states: its rules, the way of counting and the proposals, with money in cents. A rule that is
 * not known here is taken as `greedy`: `meta.get('rule')` says what it was. Where the file is silent, equals are told
 * apart by cost, then votes, then lot; the currency is then `XXX`, none.
 */
export function roundOf({ stated: { meta, projects } }: PbElection): PbRound {
  const proposals = projects.map(proposalOf);
  const keys = new Set(
    proposals.flatMap(({ categories, neighborhoods }) => [...categories, ...neighborhoods]),
  );
  return {
    name: meta.get('description') ?? '',
    intro: '',
    budgetCents: cents(meta.get('budget') ?? ''),
    currency: meta.get('currency') || 'XXX',
    rules: ballotRules(meta),
    tallies: [tallyRules(meta, projects.length)],
    groupNames: Object.fromEntries([...keys].map((key) => [key, key])),
    proposals,
    beginsOn: dayOf(meta.get('date_begin') ?? '', '01-01'),
    endsOn: dayOf(meta.get('date_end') ?? '', '12-31'),
  };
}

/** The ballots as they were cast, in the order of the file, whether or not they keep to the stated rules. */
export function ballotsOf({ stated, cast }: PbElection): Pick<Ballot, 'lines' | 'channel'>[] {
  const expression = expressions[stated.meta.get('vote_type') ?? ''] ?? 'approve';
  return cast.map((row) => {
    const points = pbList(row.get('points') ?? '').map(Number);
    const lines = pbList(row.get('vote') ?? '').map((proposalId, index) => {
      if (expression === 'approve') return { proposalId };
      return expression === 'rank'
        ? { proposalId, rank: index + 1 }
        : { proposalId, points: points[index] ?? 0 };
    });
    return { lines, channel: row.get('voting_method') === 'paper' ? 'paper' : 'online' };
  });
}

/** What the organiser counted himself, where the file says so. */
export interface StatedOutcome {
  readonly proposalId: string;
  readonly votes?: number;
  readonly score?: number;
  /** Whether it got money. Files also say 2 or 3, for special reasons that their comment tells: then it is absent. */
  readonly selected?: boolean;
}

export function statedOutcomes({ stated: { projects } }: PbElection): StatedOutcome[] {
  return projects.map((project) => {
    const number = (column: string) => (project.get(column) ? Number(project.get(column)) : undefined);
    const selected = number('selected');
    return present({
      proposalId: project.get('project_id') ?? '',
      votes: number('votes'),
      score: number('score'),
      selected: selected === 0 || selected === 1 ? selected === 1 : undefined,
    }) as StatedOutcome;
  });
}
