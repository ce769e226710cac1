import { count, flag, list, moment, nullable, oneOf, shape, text } from '../wire/json.js';
import { actFrom } from './inbox-json.js';
import type { DeskRound, DeskRoundSummary } from './round.js';

const summary = {
  id: text,
  buurt: shape<DeskRound['buurt']>({ code: text, name: text }),
  name: text,
  budgetCents: count,
  currency: text,
  state: oneOf('announced', 'open', 'closed', 'cancelled', 'settled'),
  opensAt: moment,
  closesAt: moment,
  proposalCount: count,
} as const;

export const deskRoundsFrom = shape<{ readonly rounds: readonly DeskRoundSummary[] }>({
  rounds: list(shape<DeskRoundSummary>(summary)),
});

export const deskRoundFrom = shape<DeskRound>({
  ...summary,
  intro: text,
  rules: shape<DeskRound['rules']>({ nl: list(text), en: list(text) }),
  letters: shape<DeskRound['letters']>({ good: count, voided: count }),
  proposals: list(
    shape<DeskRound['proposals'][number]>({
      id: text,
      title: text,
      story: text,
      costCents: count,
      withdrawn: flag,
      initiativeId: nullable(text),
      result: nullable(
        shape<NonNullable<DeskRound['proposals'][number]['result']>>({ votes: count, granted: flag }),
      ),
    }),
  ),
  result: nullable(
    shape<NonNullable<DeskRound['result']>>({ ballotCount: count, spentCents: count, leftoverCents: count }),
  ),
  promisedBy: text,
  acts: list(actFrom),
});
