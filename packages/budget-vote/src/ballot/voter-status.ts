import type { ApiError } from '@buurt/core/http/api-error.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import type { CodeProblem } from '@buurt/domain/rounds/code.js';

/** What proves that a household may vote: the code of its letter, or what the page's own site vouches for. */
export type Credential = { readonly code: string } | { readonly token: string };

/** Why a code cannot be used: how it is written, or what the server says of it. */
export type CodeRejection = CodeProblem | { readonly by: 'unknown' | 'replaced' | 'token' };

/** What is known of who votes. */
export type VoterStatus =
  | { readonly name: 'unknown' }
  | { readonly name: 'wrong'; readonly why: CodeRejection }
  /** The server is asked whether he voted before. */
  | { readonly name: 'asking'; readonly proof: Credential }
  /** That answer did not come. He can vote all the same: the server looks again. */
  | { readonly name: 'unsure'; readonly proof: Credential; readonly error: ApiError }
  | { readonly name: 'known'; readonly proof: Credential; readonly earlier: CastBallot | null };

export const unknownVoter: VoterStatus = { name: 'unknown' };

export const credentialOf = (voter: VoterStatus): Credential | undefined =>
  'proof' in voter ? voter.proof : undefined;

export const earlierBallotOf = (voter: VoterStatus): CastBallot | null =>
  voter.name === 'known' ? voter.earlier : null;

/** Whether two ballots ask for the same, in whatever order they were filled in. */
export const isSameBallot = (a: readonly BallotLine[], b: readonly BallotLine[]): boolean => {
  const written = (lines: readonly BallotLine[]) =>
    lines
      .map(({ proposalId, rank, points }) => JSON.stringify([proposalId, rank, points]))
      .sort()
      .join();
  return written(a) === written(b);
};
