import { createHash } from 'node:crypto';
import type { BallotLine, Channel } from '@buurt/domain';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** One line of the log: that a ballot was cast or changed, and the hash of what it then said. */
export interface Link {
  readonly position: number;
  readonly receipt: string;
  readonly version: number;
  readonly digest: string;
}

/** What a chain begins with: the rules under which all of it was cast. */
export const chainStart = (roundId: string, rulesHash: string): string => sha256(`${roundId} ${rulesHash}`);

/** The hash of a ballot, the same for any order of its lines. */
export const digestOf = (slot: string, lines: readonly BallotLine[], channel: Channel): string =>
  sha256(
    JSON.stringify([
      slot,
      channel,
      lines
        .map(({ proposalId, rank = null, points = null }) => [proposalId, rank, points] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );

/** The hash of a link and of all before it. */
export const linked = (before: string, { position, receipt, version, digest }: Link): string =>
  sha256([before, position, receipt, version, digest].join(' '));
