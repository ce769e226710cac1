import { z } from '@hono/zod-openapi';
import type { Cashbook } from '@buurt/domain/rounds/cashbook.js';
import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import { roundPhases } from '@buurt/domain/rounds/round.js';
import { cents, id, moment, shownText, type Agree, type Same } from '../http/shared.schemas.js';

const Line = z
  .object({
    initiativeId: id.nullable().openapi({ description: '`null`: none, or it was taken off the site' }),
    title: shownText(longestFromOperator.proposalTitle)
      .nullable()
      .openapi({ description: '`null`: it was taken off the site; its money counts' }),
    wonCents: cents,
    grantedCents: cents.nullable().openapi({ description: '`null`: no amount was promised' }),
    spentCents: cents.nullable().openapi({ description: '`null`: nobody said what was spent' }),
  })
  .openapi('CashbookLine');

export const CashbookShape = z
  .object({
    rounds: z.array(
      z
        .object({
          id,
          name: shownText(longestFromOperator.roundName),
          phase: z.enum(roundPhases),
          opensAt: moment,
          closesAt: moment,
          currency: shownText(3),
          budgetCents: cents,
          wonCents: cents.nullable().openapi({ description: '`null` until the vote is closed' }),
          grantedCents: cents,
          spentCents: cents,
          leftCents: z.int().openapi({
            description: 'The budget without what was spent; below 0 when more was spent than there was',
          }),
          lines: z.array(Line),
        })
        .openapi('CashbookRound'),
    ),
    outsideRounds: z
      .object({ grantedCents: cents, spentCents: cents, lines: z.array(Line) })
      .openapi({ description: 'Money that was promised without a budget round' }),
  })
  .openapi('Cashbook');

/** Does not compile when the contract and the domain say different things. */
export type ContractIsDomain = Agree<[Same<z.infer<typeof CashbookShape>, Cashbook>]>;
