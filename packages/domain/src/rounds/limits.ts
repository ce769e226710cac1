import type { BallotLine, BallotRules, Group, Range } from './ballot.js';
import type { Proposal, Round } from './round.js';

/** What a ballot is filled in on: the rules, and what can be chosen. */
export type BallotForm = Pick<Round, 'rules' | 'proposals'>;

/** What is counted: proposals, their costs in cents, or points. */
export type Measure = 'picks' | 'spend' | 'total';

/** One limit on the whole of a ballot, or on what it chooses of a group. */
export interface Limit {
  readonly measure: Measure;
  readonly range: Range;
  readonly group?: Group;
}

/** A line whose proposal takes part; what else stands on a ballot counts for nothing. */
interface Chosen {
  readonly line: BallotLine;
  readonly proposal: Proposal;
}

export const sameGroup = (a: Group, b: Group): boolean => a.dimension === b.dimension && a.key === b.key;

export const belongsTo = ({ categories, neighborhoods }: Proposal, { dimension, key }: Group): boolean =>
  (dimension === 'category' ? categories : neighborhoods).includes(key);

/** Every limit that the rules set, in the order in which a ballot is explained. */
export function limitsOf({ picks, spendCents, total, groups = [] }: BallotRules): Limit[] {
  const limits = (of: readonly (readonly [Measure, Range | undefined])[], group?: Group): Limit[] =>
    of.flatMap(([measure, range]) => (range ? [{ measure, range, ...(group ? { group } : {}) }] : []));
  return [
    ...limits([
      ['picks', picks],
      ['total', total],
      ['spend', spendCents],
    ]),
    ...groups.flatMap(({ dimension, key, ...own }) =>
      limits(
        [
          ['picks', own.picks],
          ['spend', own.spendCents],
        ],
        { dimension, key },
      ),
    ),
  ];
}

/**
 * Points that one proposal may get. Dividing starts at 0, as in the .pb format; a mark is bounded only by what the
 * rules say.
 */
export function pointRange({ expression, perProject = {} }: BallotRules): Range {
  return expression === 'allocate' ? { min: 0, ...perProject } : perProject;
}

export const takesPoints = ({ expression }: Pick<BallotRules, 'expression'>): boolean =>
  expression === 'allocate' || expression === 'score';

/** The lines that count: each proposal that takes part once. */
export function chosenOf(form: BallotForm, lines: readonly BallotLine[]): Chosen[] {
  const open = new Map(form.proposals.filter(({ withdrawn }) => !withdrawn).map((each) => [each.id, each]));
  return lines.flatMap((line) => {
    const proposal = open.get(line.proposalId);
    open.delete(line.proposalId);
    return proposal ? [{ line, proposal }] : [];
  });
}

/** So many proposals, cents or points. */
export function measured(measure: Measure, chosen: readonly Chosen[], group?: Group): number {
  const counted = group ? chosen.filter(({ proposal }) => belongsTo(proposal, group)) : chosen;
  const amount = ({ line, proposal }: Chosen): number => {
    if (measure === 'picks') return 1;
    if (measure === 'spend') return proposal.costCents;
    return Number.isSafeInteger(line.points) ? (line.points as number) : 0;
  };
  return counted.reduce((sum, each) => sum + amount(each), 0);
}
