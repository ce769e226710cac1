import type { Lazy } from '@buurt/core/element/lazy.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { remaining, type Remaining } from '@buurt/domain/voting/remaining.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { proposalOf, type ProposalsView } from '../round/round-view.js';
import type { Visit } from './visit.js';

/** What the screens of voting show besides. */
export interface BallotView extends ProposalsView {
  readonly visit: Visit;
  /** The code for taking a choice to another device. */
  readonly handover: Lazy<unknown>;
  /** The page's own words, for parts with texts of their own. */
  readonly ownTexts: readonly object[];
  /** For a screen reader, without moving focus. */
  readonly say: (words: string) => void;
  /** What this selects takes focus once it is drawn. */
  readonly focus: (selector: string) => void;
}

/** A line of the choice with its proposal; a line whose proposal this round does not have is left out. */
export interface SelectedProposal {
  readonly line: BallotLine;
  readonly proposal: Proposal;
}

/** In the order of the ranks, or in that of choosing. */
export const selectedProposals = (
  round: ProposalsView['round'],
  lines: readonly BallotLine[],
): readonly SelectedProposal[] =>
  lines
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .flatMap((line) => {
      const proposal = proposalOf(round, line.proposalId);
      return proposal ? [{ line, proposal }] : [];
    });

export const remainingIn = ({ round, lines }: ProposalsView): Remaining => remaining(round, lines);
