import type { BuurtApi } from '@buurt/core/http/api.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { UrlHandoff } from './transfer/url-handoff.js';
import type { VoteCast, VoteSubmission } from './events.js';
import type { ProposalsView } from './round/round-view.js';

/** What the element of a vote is to the parts of it that come later. */
export interface DeskHost {
  readonly round: () => Round;
  /** The page's own words, for parts with texts of their own. */
  readonly ownTexts: () => readonly object[];
  /** Something changed that is shown. */
  readonly changed: () => void;
  /** This takes focus once it is drawn. */
  readonly focus: (selector: string) => void;
  /** The last moment at which the page can stop a vote. */
  readonly maySubmit: (submission: VoteSubmission) => boolean;
  readonly cast: (cast: VoteCast) => void;
  readonly failed: (error: unknown) => void;
  /** Asks the server how it is with the round now. */
  readonly askRound: () => void;
}

/** How a page wants its voters to vote, and what a voter brought along. */
export interface VotingOptions {
  readonly api: BuurtApi;
  /** When the code is asked for. */
  readonly code: 'first' | 'last';
  /** Somebody helps one voter after another on this device. */
  readonly helper: boolean;
  /** Seconds without a touch until he is asked whether he is still there; 0 is never, and not a number is as usual. */
  readonly idleSeconds: number;
  readonly token: string;
  /** What the page's address brought. */
  readonly carried: UrlHandoff;
}

/** What the frame knows. */
export type RoundView = Omit<ProposalsView, 'lines' | 'ordered'>;
