import {
  count,
  list,
  moment,
  nullable,
  number,
  oneOf,
  shape,
  ShapeError,
  text,
  type Reader,
} from '../wire/json.js';
import type { Cashbook, CashbookLine, CashbookOutsideRounds, CashbookRound } from './cashbook.js';
import { roundPhases } from './round.js';

/**
 * What `Intl` takes for a currency; it throws at anything else. Written here too: what the reader of rounds shares with this
 * one, every page with a form for ideas would download.
 */
const currency: Reader<string> = (json, at = '') => {
  const code = text(json, at);
  if (!/^[A-Z]{3}$/.test(code)) throw new ShapeError(at, 'a currency of three letters');
  return code;
};

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
  leftCents: number,
  lines: list(lineFrom),
});

export const cashbookFrom = shape<Cashbook>({
  rounds: list(cashbookRoundFrom),
  outsideRounds: shape<CashbookOutsideRounds>({
    grantedCents: count,
    spentCents: count,
    lines: list(lineFrom),
  }),
});
