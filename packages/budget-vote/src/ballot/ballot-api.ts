import type { BuurtApi } from '@buurt/core/http/api.js';
import type { Ballot, BallotLine } from '@buurt/domain/rounds/ballot.js';
import { castBallotFrom, mineFrom } from '@buurt/domain/voting/cast-json.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { roundPath } from '../round/round-api.js';
import type { Credential } from './ballot-session.js';

const json = { 'content-type': 'application/json' };

/**
 * The ballot that was cast before with this credential; `null` when it is good and was not used yet. Writes nothing.
 * @throws {ApiError}
 */
export const readEarlierBallot = (
  api: BuurtApi,
  round: Round,
  credential: Credential,
  signal: AbortSignal,
): Promise<CastBallot | null> =>
  api.read(
    {
      method: 'POST',
      path: `${roundPath(round.id)}/ballots/mine`,
      headers: json,
      body: JSON.stringify(credential),
      signal,
    },
    mineFrom,
  );

export interface BallotSubmission {
  readonly round: Round;
  readonly credential: Credential;
  readonly lines: readonly BallotLine[];
  readonly channel: Ballot['channel'];
  /** The same key has one effect, however often it is tried. */
  readonly key: string;
  /** What this vote takes the place of, as far as this page knows. */
  readonly earlier: CastBallot | null;
}

/**
 * Casts a ballot. Only the server's answer makes it a vote.
 * @throws {ApiError}
 */
export function castBallot(
  api: BuurtApi,
  casting: BallotSubmission,
  signal: AbortSignal,
): Promise<CastBallot> {
  const { round, credential, lines, channel, key, earlier } = casting;
  const known = earlier ? { 'if-match': `"${String(earlier.version)}"` } : {};
  return api.read(
    {
      method: 'POST',
      path: `${roundPath(round.id)}/ballots`,
      headers: { ...json, 'idempotency-key': key, ...known },
      body: JSON.stringify({ ...credential, rulesHash: round.rulesHash, lines, channel }),
      signal,
    },
    castBallotFrom,
  );
}
