import type { PaperPass, VoidReason } from '@buurt/domain/desk/paper-ballots.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';

/** What somebody found on a ballot on paper: what it says, in one order, or why it counts for nobody. */
export type PaperReading =
  { readonly lines: readonly BallotLine[] } | { readonly voidReason: VoidReason | 'no-code' };

/** What one person typed of a ballot on paper. */
export interface PaperEntry {
  readonly staffId: string;
  readonly content: PaperReading;
}

/**
 * What to do with what was typed: `keep` it beside what others typed, or it is `agreed` with one of them. `waits` and `differs`
 * say that it is kept already.
 */
export type Judgement =
  | 'keep'
  | 'waits'
  | 'differs'
  | 'agreed'
  | 'typed-by-you'
  | 'typed-by-colleague'
  | 'not-typed-yet'
  | 'not-different';

/** In whatever order plans were typed, it is one choice; what is ranked says its order itself. */
export const inOneOrder = (lines: readonly BallotLine[]): BallotLine[] =>
  lines.toSorted((a, b) => (a.proposalId < b.proposalId ? -1 : 1));

function isSame(one: PaperReading, other: PaperReading): boolean {
  if ('voidReason' in one || 'voidReason' in other)
    return 'voidReason' in one && 'voidReason' in other && one.voidReason === other.voidReason;
  return (
    one.lines.length === other.lines.length &&
    one.lines.every((line, index) => {
      const { proposalId, rank, points } = other.lines[index] ?? { proposalId: '' };
      return line.proposalId === proposalId && line.rank === rank && line.points === points;
    })
  );
}

/** Two people must have typed the same of a paper before it counts, however often each of them looked. */
export function judgeEntry(
  pass: PaperPass,
  { staffId, content }: PaperEntry,
  before: readonly PaperEntry[],
): Judgement {
  const mine = before.find((each) => each.staffId === staffId);
  const others = before.filter((each) => each.staffId !== staffId);
  const isAgain = mine !== undefined && isSame(mine.content, content);
  if (pass === 'first') {
    if (before.length === 0) return 'keep';
    if (others.length > 0) return 'typed-by-colleague';
    return isAgain ? 'waits' : 'typed-by-you';
  }
  if (before.length === 0) return 'not-typed-yet';
  if (pass === 'third' && before.length < 2) return 'not-different';
  if (pass === 'second' && mine) return isAgain && others.length > 0 ? 'differs' : 'typed-by-you';
  return others.some((each) => isSame(each.content, content)) ? 'agreed' : 'keep';
}
