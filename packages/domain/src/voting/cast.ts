import type { BallotLine, Channel } from '../rounds/ballot.js';

/** The server's word that it has a ballot. */
export interface CastBallot {
  /** Eight signs that prove that it is counted, not what it says. */
  readonly receipt: string;
  /** 1 for the first, one more with every change; also the ETag. */
  readonly version: number;
  readonly lines: readonly BallotLine[];
  readonly channel: Channel;
  /** Whether it took the place of an earlier one. */
  readonly changed: boolean;
}
