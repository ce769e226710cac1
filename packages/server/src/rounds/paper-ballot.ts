import type { BallotLine, BallotRules } from '@buurt/domain/rounds/ballot.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';

const byTitle = new Intl.Collator('nl', { numeric: true });

/** The proposals in the order in which a ballot on paper numbers them, from 1. Withdrawing one moves no number. */
export const numbered = ({ proposals }: Pick<Round, 'proposals'>): Proposal[] =>
  proposals.toSorted((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));

/** What a choice on paper looks like when a helper types it over, by kind of ballot. */
export const choiceForms: Readonly<Record<BallotRules['expression'], string>> = {
  approve: 'numbers, as 2,5',
  rank: 'numbers, the first choice first, as 5,2',
  allocate: 'numbers with points, as 2=6,5=4',
  score: 'numbers with points, as 2=3,5=1',
};

/** A choice as a helper typed it over; undefined when it cannot be read. */
export function linesOf(round: Pick<Round, 'proposals' | 'rules'>, typed: string): BallotLine[] | undefined {
  const { expression } = round.rules;
  const withPoints = expression === 'allocate' || expression === 'score';
  const form = withPoints ? /^(\d{1,4})\s*=\s*(-?\d{1,6})$/ : /^(\d{1,4})$/;
  const order = numbered(round);
  const parts = typed
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const lines = parts.map((part, index): BallotLine | undefined => {
    const [, number, points] = form.exec(part) ?? [];
    const proposal = order[Number(number) - 1];
    if (!proposal) return undefined;
    if (withPoints) return { proposalId: proposal.id, points: Number(points) };
    return expression === 'rank' ? { proposalId: proposal.id, rank: index + 1 } : { proposalId: proposal.id };
  });
  return lines.every((line) => line !== undefined) ? lines : undefined;
}
