import { createHash } from 'node:crypto';
import type { BallotLine, Channel } from '@buurt/domain/rounds/ballot.js';
import canonicalize from 'canonicalize';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What can be done with a round. All but a ballot is done by the operator. */
export type LogEvent =
  | 'made'
  | 'proposal'
  | 'codes'
  | 'opened'
  | 'closed'
  | 'withdrawn'
  | 'voided'
  | 'cast'
  | 'changed'
  | 'proposal-changed'
  | 'cancelled';

/** One thing that was done, to what, and the hash of what was then written. */
export interface LogLine {
  readonly event: LogEvent;
  /** `made`, `changed`: opening/closing (ISO 8601); `opened`, `closed`: the new moment; `codes`: how many; else an id. */
  readonly subject: string;
  /** Of a ballot. */
  readonly version?: number;
  readonly digest?: string;
}

/** What a chain begins with. */
export const chainStart = (roundId: string): string => sha256(roundId);

/** The hash of a line and of all before it. */
export const linkHash = (
  before: string,
  position: number,
  { event, subject, version = 0, digest = '' }: LogLine,
): string => sha256(JSON.stringify([before, position, event, subject, version, digest]));

/** The hash of a ballot, the same for any order of its lines. */
export const digestOf = (credentialHash: string, lines: readonly BallotLine[], channel: Channel): string =>
  sha256(
    JSON.stringify([
      credentialHash,
      channel,
      lines
        .map(({ proposalId, rank = null, points = null }) => [proposalId, rank, points] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );

/** The hash of a ballot and of the key under which it was cast. */
export const castDigest = (fingerprint: string, key: string): string => sha256(`${fingerprint} ${key}`);

/** The hash of a batch of hashes of codes, in any order. */
export const credentialsDigest = (hashes: readonly string[]): string => sha256(hashes.toSorted().join(' '));

/** The hash of a value as canonical JSON (RFC 8785): the same for any order of its keys, and without those that are absent. */
export const jsonDigest = (value: object): string => sha256(canonicalize(value) as string);
