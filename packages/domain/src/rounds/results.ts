import type { Channel } from './ballot.js';

/** What a closed round came to; `Tally` is one result with its steps, in the order of the round's `tallies`. */
export interface RoundResults<Tally> {
  readonly ballotCount: number;
  readonly channelCounts: Readonly<Record<Channel, number>>;
  readonly tallies: readonly Tally[];
  /** The last hash of the chain in which every change of a ballot stands, as hexadecimal digits. */
  readonly chainHead: string;
}

/** What proves to each voter that his ballot is counted. */
export interface PublishedReceipts {
  /** Sorted, so that their order says nothing. */
  readonly receipts: readonly string[];
  readonly head: string;
}
