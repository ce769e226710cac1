import { count, list, moment, nullable, oneOf, shape, text } from '../wire/json.js';
import { whole } from '../wire/stricter-json.js';
import type { Cashbook, CashbookLine, CashbookOutsideRounds, CashbookRound } from './cashbook.js';
import { currency, listById } from './round-json.js';
import { roundPhases } from './round.js';

const lineFrom = shape<CashbookLine>({
  initiativeId: nullable(text),
  title: nullable(text),
  wonCents: count,
  grantedCents: nullable(count),
  spentCents: nullable(count),
});

const cashbookRoundFrom = shape<CashbookRound>({
  id: text,
  name: text,
  phase: oneOf(...roundPhases),
  opensAt: moment,
  closesAt: moment,
  currency,
  budgetCents: count,
  wonCents: nullable(count),
  grantedCents: count,
  spentCents: count,
  leftCents: whole,
  lines: list(lineFrom),
});

export const cashbookFrom = shape<Cashbook>({
  rounds: listById(cashbookRoundFrom),
  outsideRounds: shape<CashbookOutsideRounds>({
    grantedCents: count,
    spentCents: count,
    lines: list(lineFrom),
  }),
});
