import { z } from '@hono/zod-openapi';
import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import { channels, dimensions, expressions, type BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { PublishedReceipts, RoundResults } from '@buurt/domain/rounds/results.js';
import {
  roundPhases,
  tallyMethods,
  tieBreaks,
  type Round,
  type RoundSummary,
} from '@buurt/domain/rounds/round.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import {
  PhotoShape,
  Place,
  shownBuurtCode,
  shownId,
  shownText,
  text,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';

const count = z.int().min(0);
const cents = z.int().min(0);
const moment = z.iso.datetime();
const orNull = <T extends z.ZodType>(shape: T) => z.union([shape, z.null()]);

/** SHA-256 in letters. */
const shownDigest = shownText(64);
const shownReceipt = shownText(100);

const Range = z.object({ min: z.int().optional(), max: z.int().optional() }).openapi('Range');
const Group = z.object({ dimension: z.enum(dimensions), key: shownId }).openapi('Group');
export const BallotRulesShape = z
  .object({
    expression: z.enum(expressions),
    picks: Range.optional(),
    spendCents: Range.optional(),
    perProject: Range.optional(),
    total: Range.optional(),
    defaultScore: z.int().optional(),
    groups: z
      .array(Group.extend({ picks: Range.optional(), spendCents: Range.optional() }).openapi('GroupRules'))
      .optional(),
  })
  .openapi('BallotRules', { description: 'What a ballot must keep to' });
export const TallyRulesShape = z
  .object({
    method: z.enum(tallyMethods),
    threshold: count.optional(),
    rankScores: z.union([z.literal('borda'), z.array(count)]).optional(),
    groupBudgets: z
      .array(Group.extend({ budgetCents: cents, kind: z.enum(['cap', 'earmark']) }).openapi('GroupBudget'))
      .optional(),
    tieBreak: z.array(z.enum(tieBreaks)),
    add1Cents: z.int().min(1).optional(),
    leftover: z.enum(['next-that-fits', 'none']),
  })
  .openapi('TallyRules', { description: 'How ballots become a result' });

const ProposalShape = z
  .object({
    id: shownId,
    title: shownText(longestFromOperator.proposalTitle),
    story: shownText(longestFromOperator.proposalStory),
    costCents: cents,
    categories: z.array(shownId),
    neighborhoods: z.array(shownId),
    initiativeId: shownId.nullable(),
    photo: orNull(PhotoShape),
    place: orNull(Place),
    remark: shownText(longestFromOperator.proposalRemark)
      .nullable()
      .openapi({ description: 'What the organiser says of it' }),
    excludes: z.array(shownId),
    withdrawn: z.boolean(),
  })
  .openapi('Proposal');

export const RoundSummaryShape = z
  .object({
    id: shownId,
    buurtCode: shownBuurtCode,
    name: shownText(longestFromOperator.roundName),
    budgetCents: cents,
    currency: shownText(3),
    phase: z.enum(roundPhases).openapi({
      description: 'By the clock of the database, until closing is written: from then on no clock matters',
    }),
    opensAt: moment,
    closesAt: moment,
    proposalCount: count,
  })
  .openapi('RoundSummary');
export const RoundShape = RoundSummaryShape.extend({
  intro: shownText(longestFromOperator.roundIntro),
  rules: BallotRulesShape,
  rulesHash: shownDigest,
  tallies: z.array(TallyRulesShape).openapi({ description: 'The first decides' }),
  groupNames: z.record(z.string(), shownId),
  proposals: z.array(ProposalShape),
  serverTime: moment,
}).openapi('Round');

const Line = z
  .strictObject({ proposalId: text(100), rank: z.int().optional(), points: z.int().optional() })
  .openapi('BallotLine');
const proof = {
  code: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: 'Of the letter, in any spelling. It is not kept.', example: 'K7QF-M2XA-9TRH' }),
  token: z.string().max(2000).optional().openapi({
    description:
      'In the place of the code: what a site of the operator handed over. See the README of the server.',
  }),
};
export const ProofShape = z
  .strictObject(proof)
  .openapi('Proof', { description: 'A code or a token, not both', minProperties: 1, maxProperties: 1 });
export const NewBallotShape = z
  .strictObject({
    ...proof,
    rulesHash: z.string().max(64),
    lines: z.array(Line).max(1000),
    channel: z.enum(channels),
  })
  .openapi('NewBallot', { description: 'With a code or a token, not both' });
export const CastBallotShape = z
  .object({
    receipt: shownReceipt.openapi({ description: 'Proves that it is counted, not what it says' }),
    version: z.int().min(1),
    lines: z.array(Line),
    channel: z.enum(channels),
    changed: z.boolean(),
  })
  .openapi('CastBallot');
export const MineShape = z.object({ cast: orNull(CastBallotShape) });

const reason = <C extends string, T extends z.ZodRawShape>(code: C, more: T) =>
  z.object({ code: z.literal(code), ...more });
const NotGranted = z
  .union([
    reason('withdrawn', {}),
    reason('no-votes', {}),
    reason('below-threshold', { threshold: count }),
    reason('excluded', { by: shownId }),
    reason('group-full', { group: Group, leftCents: cents }),
    reason('does-not-fit', { leftCents: cents }),
    reason('after-stop', { stoppedBy: shownId }),
    reason('supporters-short', { haveCents: cents }),
  ])
  .openapi('NotGranted', { description: 'Why a proposal did not get money' });
/** Each step can multiply what stands below the line by the number of voters: digits for 1,000 steps. */
const longestFraction = 20_000;
const Step = z
  .object({
    kind: z.enum(['votes', 'shares', 'fill']),
    proposalId: shownId,
    granted: z.boolean(),
    why: NotGranted.optional(),
    score: z.int(),
    costCents: cents,
    leftBeforeCents: cents,
    leftAfterCents: cents,
    tie: z.object({ between: z.array(shownId), by: z.enum(tieBreaks) }).optional(),
    payment: z
      .object({ voters: count, perPointCents: cents, exactly: shownText(longestFraction), emptied: count })
      .optional(),
  })
  .openapi('TallyStep');
const TallyResultShape = z
  .object({
    rules: TallyRulesShape,
    ballotCount: count,
    outcomes: z.array(
      z.object({
        proposalId: shownId,
        votes: count,
        score: z.int(),
        granted: z.boolean(),
        why: NotGranted.optional(),
      }),
    ),
    steps: z.array(Step),
    winners: z.array(shownId),
    budgetCents: cents,
    spentCents: cents,
    leftoverCents: cents,
    ballotsWithAWinner: count,
    shares: z.object({ perVoterCents: cents, raises: count }).optional(),
  })
  .openapi('TallyResult');
export const ResultsShape = z
  .object({
    ballotCount: count,
    channelCounts: z.object({ online: count, paper: count, assisted: count }),
    tallies: z.array(TallyResultShape),
    chainHead: shownDigest,
  })
  .openapi('RoundResults');
export const ReceiptsShape = z
  .object({ receipts: z.array(shownReceipt), head: shownDigest })
  .openapi('Receipts');

/** Does not compile when the contract and the domain say different things. */
export type ContractIsDomain = Agree<
  [
    Same<z.infer<typeof RoundSummaryShape>, RoundSummary>,
    Same<z.infer<typeof Line>, BallotLine>,
    Same<z.infer<typeof CastBallotShape>, CastBallot>,
    Same<z.infer<typeof ReceiptsShape>, PublishedReceipts>,
  ]
>;
/** Unions and a list that is never empty read alike, though the compiler writes them differently. */
export type ContractFits = [
  RoundResults<TallyResult> extends z.infer<typeof ResultsShape> ? true : never,
  Round extends Readonly<z.infer<typeof RoundShape>> ? true : never,
];
