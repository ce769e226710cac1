import type { ApiError } from '@buurt/core/http/api-error.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import type { CodeProblem } from '@buurt/domain/rounds/code.js';

/** What proves that a household may vote: the code of its letter, or what the page's own site vouches for. */
export type Proof = { readonly code: string } | { readonly token: string };

/** Why a code cannot be used: how it is written, or what the server says of it. */
export type WrongCode = CodeProblem | { readonly by: 'unknown' | 'replaced' | 'token' };

/** What is known of who votes. */
export type Voter =
  | { readonly name: 'unknown' }
  | { readonly name: 'wrong'; readonly why: WrongCode }
  /** The server is asked whether he voted before. */
  | { readonly name: 'asking'; readonly proof: Proof }
  /** That answer did not come. He can vote all the same: the server looks again. */
  | { readonly name: 'unsure'; readonly proof: Proof; readonly error: ApiError }
  | { readonly name: 'known'; readonly proof: Proof; readonly earlier: CastBallot | null };

export const nobody: Voter = { name: 'unknown' };

export const proofOf = (voter: Voter): Proof | undefined => ('proof' in voter ? voter.proof : undefined);

export const earlierOf = (voter: Voter): CastBallot | null => (voter.name === 'known' ? voter.earlier : null);

/** Whether two ballots ask for the same, in whatever order they were filled in. */
export const isSameVote = (a: readonly BallotLine[], b: readonly BallotLine[]): boolean => {
  const written = (lines: readonly BallotLine[]) =>
    lines
      .map(({ proposalId, rank, points }) => JSON.stringify([proposalId, rank, points]))
      .sort()
      .join();
  return written(a) === written(b);
};
