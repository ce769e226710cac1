import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import { remaining, type Remaining } from '@buurt/domain/voting/remaining.js';
import type { BallotSession } from './ballot/ballot-session.js';
import type { BudgetVoteMessages } from './budget-vote.messages.js';

/** What everything that is shown of a round is made from. */
export interface RoundView {
  readonly t: BudgetVoteMessages & CoreMessages;
  readonly locale: Locale;
  readonly headingLevel: number;
  readonly round: Round;
  /** Milliseconds since 1970, as the server counts them. */
  readonly now: number;
}

/** What the proposals are shown from, whether or not anybody can vote. */
export interface ProposalsView extends RoundView {
  /** In the order of this visitor. */
  readonly ordered: readonly Proposal[];
  readonly lines: readonly BallotLine[];
  /** What the page wants to see where there is no photo. */
  readonly placeholder: Element | undefined;
}

/** What the steps of voting are shown from, with what a voter can do in them. */
export interface BallotView extends ProposalsView {
  readonly session: BallotSession;
  readonly actions: BallotActions;
}

export interface BallotActions {
  /** Adds a proposal, or takes it off; says why it cannot be added. */
  readonly toggle: (proposalId: string) => void;
  /** Takes a proposal off the list of what was chosen. */
  readonly remove: (proposalId: string) => void;
  readonly givePoints: (proposalId: string, points: number) => void;
  readonly move: (proposalId: string, places: number) => void;
  readonly typeCode: (text: string) => void;
  /** The household's earlier ballot in the place of what was chosen just now. */
  readonly takeEarlier: () => void;
  /** From the code to the proposals. */
  readonly begin: () => void;
  readonly choose: () => void;
  readonly check: () => void;
  readonly submit: () => void;
  /** The voter does not want to wait for the answer any longer. */
  readonly stopWaiting: () => void;
  /** Nothing of this voter stays; the next one begins. */
  readonly wipe: () => void;
  /** What this selects takes focus once it is drawn. */
  readonly focusOn: (selector: string) => void;
}

/** A line of a ballot with its proposal. */
export interface SelectedProposal {
  readonly line: BallotLine;
  readonly proposal: Proposal;
}

/** In the order of the ranks, or in that of choosing. A line whose proposal this round does not have is left out. */
export const selectedProposals = (
  { proposals }: Round,
  lines: readonly BallotLine[],
): readonly SelectedProposal[] =>
  lines
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .flatMap((line) => {
      const proposal = proposals.find(({ id }) => id === line.proposalId);
      return proposal ? [{ line, proposal }] : [];
    });

export const isSelected = (lines: readonly BallotLine[], { id }: Proposal): boolean =>
  lines.some(({ proposalId }) => proposalId === id);

export const remainingIn = ({ round, lines }: ProposalsView): Remaining => remaining(round, lines);

/** A name for elements that belong to a proposal: its place in the round, since an id may hold any sign. */
export const proposalElementId = ({ proposals }: Round, proposal: Proposal): string =>
  `p${String(proposals.indexOf(proposal))}`;
