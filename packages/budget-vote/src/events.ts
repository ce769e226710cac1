/**
 * A vote that is about to go. What it says is left out, here and in what follows: a page that hands its events to
 * statistics would otherwise tell them who voted for what.
 */
export interface VoteSubmission {
  readonly roundId: string;
  /** The household voted before: this takes the place of that vote. */
  readonly changing: boolean;
}

/** A vote that the endpoint has. */
export interface VoteCast {
  readonly roundId: string;
  /** Eight signs that prove that the vote counts, not what it says. */
  readonly receipt: string;
  readonly version: number;
  readonly changed: boolean;
}

declare global {
  interface HTMLElementEventMap {
    'buurt-vote-submit': CustomEvent<VoteSubmission>;
    'buurt-vote-cast': CustomEvent<VoteCast>;
    'buurt-error': CustomEvent<{ readonly error: unknown }>;
  }
}
