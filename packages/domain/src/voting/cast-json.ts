import { count, flag, list, maybe, nullable, oneOf, shape, text, type Reader } from '../wire/json.js';
import { checked, whole } from '../wire/stricter-json.js';
import { channels, type BallotLine } from '../rounds/ballot.js';
import type { CastBallot } from './cast.js';
import { codeAlphabet, receiptLength } from '../rounds/code.js';

export const receiptFrom = checked(
  text,
  `a receipt of ${String(receiptLength)} signs`,
  (receipt) => receipt.length === receiptLength && [...receipt].every((sign) => codeAlphabet.includes(sign)),
);

const ballotLineFrom = shape<BallotLine>({
  proposalId: text,
  rank: maybe(whole),
  points: maybe(whole),
});

export const castBallotFrom = shape<CastBallot>({
  receipt: receiptFrom,
  version: checked(count, 'a version from 1', (version) => version > 0),
  lines: list(ballotLineFrom),
  channel: oneOf(...channels),
  changed: flag,
});

/** Reads `{ cast: … }`: the ballot that was cast with a code before, or `null`. */
export const mineFrom: Reader<CastBallot | null> = (json, at) =>
  shape<{ cast: CastBallot | null }>({ cast: nullable(castBallotFrom) })(json, at).cast;
