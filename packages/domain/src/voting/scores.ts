import type { BallotLine, BallotRules } from '../rounds/ballot.js';
import type { Proposal, TallyRules } from '../rounds/round.js';

export type CountedBallot = { readonly lines: readonly BallotLine[] };

/** What a ballot gives to the proposals that take part, by their ids; what it gives nothing is left out. */
export type Marks = ReadonlyMap<string, number>;

/** A proposal with what all ballots together gave it. */
export interface Scored {
  readonly proposal: Proposal;
  readonly votes: number;
  readonly score: number;
}

type Marking = (line: BallotLine) => number;

/** Points of the first rank, the second and so on. Without a rule every rank counts for one vote. */
function rankMark({ rankScores }: TallyRules, proposalCount: number): Marking {
  if (rankScores === undefined) return () => 1;
  if (rankScores === 'borda') return ({ rank = proposalCount + 1 }) => proposalCount + 1 - rank;
  return ({ rank = 0 }) => rankScores[rank - 1] ?? 0;
}

function marking(rules: BallotRules, tally: TallyRules, proposalCount: number): Marking {
  if (rules.expression === 'approve') return () => 1;
  if (rules.expression === 'rank') return rankMark(tally, proposalCount);
  return ({ points = 0 }) => points;
}

/** What each ballot gives: votes, points of ranks, or points. Withdrawn proposals get nothing. */
export function marksOf(
  rules: BallotRules,
  tally: TallyRules,
  proposals: readonly Proposal[],
  ballots: readonly CountedBallot[],
): Marks[] {
  const ids = new Set(proposals.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
  // Who ranked before a proposal was withdrawn may have ranked them all.
  const mark = marking(rules, tally, proposals.length);
  const otherwise = rules.expression === 'score' ? (rules.defaultScore ?? 0) : 0;
  return ballots.map(({ lines }) => {
    const marks = new Map<string, number>(otherwise === 0 ? [] : [...ids].map((id) => [id, otherwise]));
    for (const line of lines) if (ids.has(line.proposalId)) marks.set(line.proposalId, mark(line));
    return marks;
  });
}

/** How often each proposal was named, and the sum of what it was given. */
export function scored(
  proposals: readonly Proposal[],
  ballots: readonly CountedBallot[],
  marks: readonly Marks[],
): Scored[] {
  const votes = new Map<string, number>();
  const score = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, amount: number) => to.set(id, (to.get(id) ?? 0) + amount);
  for (const { lines } of ballots)
    for (const id of new Set(lines.map(({ proposalId }) => proposalId))) add(votes, id, 1);
  for (const each of marks) for (const [id, mark] of each) add(score, id, mark);
  return proposals.map((proposal) => ({
    proposal,
    votes: votes.get(proposal.id) ?? 0,
    score: score.get(proposal.id) ?? 0,
  }));
}
