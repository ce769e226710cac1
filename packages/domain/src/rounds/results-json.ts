import { count, list, shape, text, type Reader } from '../wire/json.js';
import { checked } from '../wire/stricter-json.js';
import type { Channel } from './ballot.js';
import { receiptFrom } from '../voting/cast-json.js';
import type { PublishedReceipts, RoundResults } from './results.js';

const hexadecimal = checked(text, 'hexadecimal digits', (digits) => /^[\da-f]+$/.test(digits));

const channelCountsFrom = shape<Readonly<Record<Channel, number>>>({
  online: count,
  paper: count,
  assisted: count,
});

/**
 * A reader of results, given the reader of one tally.
 * @throws {ShapeError} also when the channels together are not the ballots, or there is no tally
 */
export const resultsFrom = <Tally>(tallyFrom: Reader<Tally>): Reader<RoundResults<Tally>> =>
  checked(
    shape<RoundResults<Tally>>({
      ballotCount: count,
      channelCounts: channelCountsFrom,
      tallies: checked(list(tallyFrom), 'a list with a result', ({ length }) => length > 0),
      chainHead: hexadecimal,
    }),
    'a result whose channels add up to its ballots',
    ({ ballotCount, channelCounts: { online, paper, assisted } }) =>
      online + paper + assisted === ballotCount,
  );

export const publishedReceiptsFrom = shape<PublishedReceipts>({
  receipts: list(receiptFrom),
  head: hexadecimal,
});
