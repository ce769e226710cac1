import { z } from '@hono/zod-openapi';
import type { DeskRound, DeskRoundSummary, Settlement } from '@buurt/domain/desk/round.js';
import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import {
  cents,
  count,
  id,
  moment,
  orNull,
  shownBuurtCode,
  shownId,
  shownText,
  text,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';
import { StaffActShape } from './desk.schemas.js';

/** A sentence about the rules of a ballot can name a group. */
const sentence = shownText(500);

const DeskRoundSummaryShape = z
  .object({
    id,
    buurt: z.object({ code: shownBuurtCode, name: shownText(longestFromOperator.buurt) }),
    name: shownText(longestFromOperator.roundName),
    budgetCents: cents,
    currency: shownText(3),
    state: z.enum(['announced', 'open', 'closed', 'cancelled', 'settled']),
    opensAt: moment,
    closesAt: moment,
    proposalCount: count,
  })
  .openapi('DeskRoundSummary');

export const DeskRoundsShape = z
  .object({
    rounds: z.array(DeskRoundSummaryShape).openapi({ description: 'The one that opens last first' }),
  })
  .openapi('DeskRounds');

export const DeskRoundShape = DeskRoundSummaryShape.extend({
  intro: shownText(longestFromOperator.roundIntro),
  rules: z
    .object({ nl: z.array(sentence), en: z.array(sentence) })
    .openapi({ description: 'The rules of the ballot, a sentence each' }),
  letters: z.object({ good: count, voided: count }),
  proposals: z.array(
    z.object({
      id: shownId,
      title: shownText(longestFromOperator.proposalTitle),
      story: shownText(longestFromOperator.proposalStory),
      costCents: cents,
      withdrawn: z.boolean(),
      initiativeId: id.nullable(),
      result: orNull(z.object({ votes: count, granted: z.boolean() })),
    }),
  ),
  result: orNull(z.object({ ballotCount: count, spentCents: cents, leftoverCents: cents })).openapi({
    description: 'By the way of counting that decides; null before closing',
  }),
  promisedBy: shownText(longestFromOperator.promisedBy).openapi({
    description: 'Who promises the money unless somebody else is named; may be empty',
  }),
  acts: z.array(StaffActShape).openapi({ description: 'What was done with it, newest first' }),
}).openapi('DeskRound');

export const SettlementShape = z
  .strictObject({
    who: text(longestFromOperator.promisedBy).openapi({ description: 'Who promises the money' }),
    dueOn: z.iso.date().openapi({ description: 'By when it is there' }),
  })
  .openapi('Settlement', { example: { who: 'De Wetering', dueOn: '2027-05-01' } });

export const RoundChangesShape = z
  .strictObject({
    name: text(longestFromOperator.roundName).optional(),
    intro: text(longestFromOperator.roundIntro).optional(),
    opensAt: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Only before it opened' }),
    closesAt: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({ description: 'Once it is open, only later' }),
  })
  .openapi('RoundChanges', { example: { closesAt: '2027-02-07T20:00:00+01:00' } });

export const ProposalChangesShape = z
  .strictObject({
    title: text(longestFromOperator.proposalTitle).optional(),
    story: text(longestFromOperator.proposalStory).optional(),
    costCents: cents.optional(),
  })
  .openapi('ProposalChanges', { example: { costCents: 450_000 } });

/** Does not compile when the contract and the domain say different things. */
export type DeskRoundsAreDomain = Agree<
  [
    Same<z.infer<typeof DeskRoundsShape>['rounds'][number], DeskRoundSummary>,
    Same<z.infer<typeof DeskRoundShape>, DeskRound>,
    Same<z.infer<typeof SettlementShape>, Settlement>,
  ]
>;
