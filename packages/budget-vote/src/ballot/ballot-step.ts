import type { CastBallot } from '@buurt/domain/voting/cast.js';

/**
 * Where a vote is on its way from this page to the server. Whether the round is open is not said here: the server
 * says that, with the round.
 */
export type BallotStep =
  /** Asks for the code of the letter, before anything else. */
  | { readonly name: 'code' }
  | { readonly name: 'choosing' }
  /** Shows what will be sent, and asks for the code when it is not known yet. */
  | { readonly name: 'checking' }
  | { readonly name: 'sending' }
  /** The server has it. */
  | { readonly name: 'cast'; readonly cast: CastBallot }
  /** The server has it, in the place of an earlier vote. */
  | { readonly name: 'changed'; readonly cast: CastBallot };

export const choosing: BallotStep = { name: 'choosing' };
