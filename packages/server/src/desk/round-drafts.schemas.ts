import { z } from '@hono/zod-openapi';
import {
  draftBallots,
  draftCountings,
  type DraftSummary,
  type RoundCandidate,
  type RoundDraft,
  type RoundPlan,
} from '@buurt/domain/desk/round-draft.js';
import { dimensions } from '@buurt/domain/rounds/ballot.js';
import { problemCodes } from '@buurt/domain/wire/problem.js';
import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import {
  cents,
  count,
  id,
  moment,
  shownBuurtCode,
  shownId,
  shownReference,
  shownText,
  text,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';
import { BuurtCode } from '../http/contract.js';

const instant = z.iso.datetime({ offset: true });
const mostPoints = 1_000_000;

export const RoundPlanShape = z
  .strictObject({
    name: text(longestFromOperator.roundName),
    intro: text(longestFromOperator.roundIntro),
    budgetCents: z.int().min(1).nullable(),
    opensAt: instant.nullable(),
    closesAt: instant.nullable(),
    ballot: z.enum(draftBallots),
    most: z.int().min(1).max(mostPoints).nullable().openapi({
      description: 'How many plans at most; of points, how many there are to divide',
    }),
    isWithinBudget: z.boolean().openapi({
      description: 'Whether what one household chooses has to fit in the budget',
    }),
    counting: z.enum(draftCountings),
    proposals: z.array(z.strictObject({ initiativeId: id, costCents: cents })).max(1000),
  })
  .openapi('RoundPlan', { description: 'A budget vote as somebody thinks it out; it may be incomplete' });

const sentence = shownText(500);
export const PlanCheckShape = z
  .object({
    problems: z
      .array(
        z.object({
          pointer: shownText(200).openapi({ description: 'JSON Pointer (RFC 6901) into the plan' }),
          code: z.enum(problemCodes),
          limit: z.number().optional(),
          actual: z.number().optional(),
          group: z.object({ dimension: z.enum(dimensions), key: shownId }).optional(),
        }),
      )
      .openapi({ description: 'Everything at once' }),
    rules: z.object({ nl: z.array(sentence), en: z.array(sentence) }),
  })
  .openapi('PlanCheck');

const RoundCandidateShape = z
  .object({
    initiativeId: id,
    reference: shownReference,
    title: shownText(mostCharacters.title),
    costCents: cents,
  })
  .openapi('RoundCandidate');

const DraftSummaryShape = z
  .object({
    id,
    buurt: z.object({ code: shownBuurtCode, name: shownText(longestFromOperator.buurt) }),
    name: shownText(longestFromOperator.roundName),
    savedAt: moment,
    savedBy: shownText(mostCharacters.name).nullable(),
  })
  .openapi('RoundDraftSummary');

export const DraftsShape = z
  .object({
    drafts: z.array(DraftSummaryShape).openapi({ description: 'The one that was saved last first' }),
    buurten: z
      .array(
        z.object({
          code: shownBuurtCode,
          name: shownText(longestFromOperator.buurt),
          candidateCount: count,
        }),
      )
      .openapi({ description: 'Where there is something to vote about: initiatives with a cost' }),
  })
  .openapi('RoundDrafts');

export const RoundDraftShape = DraftSummaryShape.extend({
  version: z.int().min(1),
  plan: RoundPlanShape,
  check: PlanCheckShape,
  candidates: z.array(RoundCandidateShape),
  isOfColleague: z.boolean().openapi({
    description: 'Whether somebody else than whoever asks saved it last: then they can make the vote of it',
  }),
}).openapi('RoundDraft');

export const NewDraftShape = z.strictObject({ buurt: BuurtCode }).openapi('NewRoundDraft');
const version = z.int().min(1);
export const SavedPlanShape = z.strictObject({ version, plan: RoundPlanShape }).openapi('SavedRoundPlan');
export const ReleaseShape = z.strictObject({ version }).openapi('RoundRelease');

/** Does not compile when the contract and the domain say different things. */
export type DraftsAreDomain = Agree<
  [
    Same<z.infer<typeof RoundPlanShape>, RoundPlan>,
    Same<z.infer<typeof DraftsShape>['drafts'][number], DraftSummary>,
    Same<z.infer<typeof RoundDraftShape>['candidates'][number], RoundCandidate>,
    Same<Omit<z.infer<typeof RoundDraftShape>, 'check'>, Omit<RoundDraft, 'check'>>,
  ]
>;
