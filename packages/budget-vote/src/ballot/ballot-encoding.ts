import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { Round } from '@buurt/domain/rounds/round.js';

/** A choice as one short word for an address: `bench~3.tree`; the order is that of the ranks. */
export const encodeBallot = (lines: readonly BallotLine[]): string =>
  lines
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ proposalId, points }) => {
      const id = encodeURIComponent(proposalId).replace(/[.~]/g, (sign) => (sign === '.' ? '%2E' : '%7E'));
      return points === undefined ? id : `${id}~${String(points)}`;
    })
    .join('.');

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return '';
  }
}

/** The lines of such a word. What is not in this round, or comes twice, is left out: anybody may write an address. */
export function decodeBallot(word: string, { proposals, rules }: Round): BallotLine[] {
  const open = new Set(proposals.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
  const takesPoints = rules.expression === 'allocate' || rules.expression === 'score';
  const chosen = word.split('.').flatMap((part) => {
    const [written = '', points = ''] = part.split('~');
    const proposalId = decoded(written);
    const isPoints = /^-?\d{1,9}$/.test(points);
    if (takesPoints !== isPoints || !open.delete(proposalId)) return [];
    return [isPoints ? { proposalId, points: Number(points) } : { proposalId }];
  });
  return rules.expression === 'rank' ? chosen.map((line, index) => ({ ...line, rank: index + 1 })) : chosen;
}
