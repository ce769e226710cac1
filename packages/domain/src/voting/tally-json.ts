import { count, flag, list, maybe, oneOf, shape, text, type Reader } from '../wire/json.js';
import { whole } from '../wire/stricter-json.js';
import { dimensions, type Group } from '../rounds/ballot.js';
import { tallyRulesFrom } from '../rounds/round-json.js';
import { tieBreaks } from '../rounds/round.js';
import type {
  NotGranted,
  ProposalOutcome,
  SharedPayment,
  TallyResult,
  TallyStep,
  Tie,
} from './tally-result.js';

const reasons: { readonly [C in NotGranted['code']]: Reader<Extract<NotGranted, { code: C }>> } = {
  withdrawn: shape({ code: oneOf('withdrawn') }),
  'no-votes': shape({ code: oneOf('no-votes') }),
  'below-threshold': shape({ code: oneOf('below-threshold'), threshold: count }),
  excluded: shape({ code: oneOf('excluded'), by: text }),
  'group-full': shape({
    code: oneOf('group-full'),
    group: shape<Group>({ dimension: oneOf(...dimensions), key: text }),
    leftCents: count,
  }),
  'does-not-fit': shape({ code: oneOf('does-not-fit'), leftCents: count }),
  'after-stop': shape({ code: oneOf('after-stop'), stoppedBy: text }),
  'supporters-short': shape({ code: oneOf('supporters-short'), haveCents: count }),
};
const reasonCodes = Object.keys(reasons) as NotGranted['code'][];

const notGrantedFrom: Reader<NotGranted> = (json, at) => {
  const { code } = shape<{ code: NotGranted['code'] }>({ code: oneOf(...reasonCodes) })(json, at);
  return reasons[code](json, at);
};

const stepFrom = shape<TallyStep>({
  kind: oneOf('votes', 'shares', 'fill'),
  proposalId: text,
  granted: flag,
  why: maybe(notGrantedFrom),
  score: whole,
  costCents: count,
  leftBeforeCents: count,
  leftAfterCents: count,
  tie: maybe(shape<Tie>({ between: list(text), by: oneOf(...tieBreaks) })),
  payment: maybe(
    shape<SharedPayment>({ voters: count, perPointCents: count, exactly: text, emptied: count }),
  ),
});

const outcomeFrom = shape<ProposalOutcome>({
  proposalId: text,
  votes: count,
  score: whole,
  granted: flag,
  why: maybe(notGrantedFrom),
});

/** @throws {ShapeError} when it is not what `tally` gives */
export const tallyResultFrom = shape<TallyResult>({
  rules: tallyRulesFrom,
  ballotCount: count,
  outcomes: list(outcomeFrom),
  steps: list(stepFrom),
  winners: list(text),
  budgetCents: count,
  spentCents: count,
  leftoverCents: count,
  ballotsWithAWinner: count,
  shares: maybe(shape<{ perVoterCents: number; raises: number }>({ perVoterCents: count, raises: count })),
});
