import { z } from '@hono/zod-openapi';
import { actNames, actorKinds, actSubjects } from '@buurt/domain/acts/act.js';
import {
  inboxKinds,
  type DeskIdea,
  type IdeaMatch,
  type Inbox,
  type StaffAct,
  type StaffActs,
} from '@buurt/domain/desk/inbox.js';
import type { DeskOffer, DeskRemark } from '@buurt/domain/desk/message.js';
import { ideaStates } from '@buurt/domain/ideas/idea-state.js';
import { longest, longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import { answerBys, promiseStates } from '@buurt/domain/initiatives/initiative.js';
import { offerOutcomes } from '@buurt/domain/initiatives/offer-outcome.js';
import { remarkStances } from '@buurt/domain/initiatives/offer.js';
import {
  cents,
  count,
  id,
  LocalText,
  moment,
  offerKind,
  orNull,
  PhotoShape,
  Place,
  shownBuurtCode,
  shownId,
  shownReference,
  shownText,
  Summary,
  text,
  UploadedPhotoShape,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';
import { NewsShape } from '../initiatives/initiatives.schemas.js';

const ShownBuurt = z.object({ code: shownBuurtCode, name: shownText(longestFromOperator.buurt) });

const InboxEntryShape = z
  .object({
    kind: z.enum(inboxKinds),
    id: id.openapi({
      description: 'Of the idea, the remark, the offer or the mail; of letters, that of their budget vote',
    }),
    ideaId: id.nullable(),
    buurt: orNull(ShownBuurt),
    title: shownText(120).openapi({ description: 'One line' }),
    since: moment,
    answerBy: moment.nullable().openapi({ description: 'By when an answer was promised' }),
  })
  .openapi('InboxEntry');

export const InboxShape = z
  .object({
    entries: z
      .array(InboxEntryShape)
      .openapi({ description: 'That which should have been answered first on top' }),
    counts: z.object(
      Object.fromEntries(inboxKinds.map((kind) => [kind, count])) as Record<
        (typeof inboxKinds)[number],
        typeof count
      >,
    ),
    next: shownText(100).nullable().openapi({ description: 'The cursor of the next page' }),
  })
  .openapi('Inbox');

export const StaffActShape = z
  .object({
    id: count,
    at: moment,
    actor: z.enum(actorKinds),
    staffId: id.nullable().openapi({ description: 'Null for an operator, and once it was erased' }),
    staffName: shownText(mostCharacters.name).nullable(),
    name: z.enum(actNames),
    buurt: orNull(z.object({ code: shownBuurtCode, name: shownText(longestFromOperator.buurt).nullable() })),
    subject: z.object({ kind: z.enum(actSubjects), id: shownText(100) }),
    reference: shownReference.nullable(),
    detail: z.record(shownText(50), z.union([shownText(100), z.number(), z.boolean(), z.null()])).openapi({
      description: 'States and counts, never words of anybody',
    }),
  })
  .openapi('StaffAct');

export const StaffActsShape = z
  .object({
    acts: z.array(StaffActShape).openapi({ description: 'Newest first' }),
    staff: z
      .array(z.object({ id, name: shownText(mostCharacters.name) }))
      .openapi({ description: 'Everybody who did something with a login in these buurten, by name' }),
    next: count.nullable().openapi({ description: 'What `before` of the next page is' }),
  })
  .openapi('StaffActs');

export const DeskIdeaShape = z
  .object({
    id,
    version: shownText(40).openapi({
      description: 'As in `ETag`; it goes along with a decision, as `If-Match`',
    }),
    reference: shownReference,
    buurt: ShownBuurt,
    title: shownText(mostCharacters.title),
    story: shownText(mostCharacters.story),
    assets: shownText(mostCharacters.assets),
    joiners: shownText(mostCharacters.joiners),
    theme: orNull(z.object({ id: shownId, name: orNull(LocalText) })),
    place: orNull(Place),
    needs: z.array(offerKind),
    offers: z.array(offerKind),
    cost: orNull(z.object({ minCents: cents, maxCents: cents })),
    photos: z
      .array(
        PhotoShape.extend({
          hidden: orNull(z.object({ at: moment, reason: shownText(longestFromOperator.reason) })),
        }),
      )
      .openapi({ description: 'Also those of news, after its own' }),
    answers: z.array(
      z.object({ id: shownId, label: orNull(LocalText), text: shownText(mostCharacters.answer) }),
    ),
    contact: orNull(
      z.object({
        name: shownText(mostCharacters.name).nullable(),
        email: shownText(mostCharacters.email).nullable(),
        phone: shownText(mostCharacters.phone).nullable(),
      }),
    ),
    state: z.enum(ideaStates),
    reason: shownText(longestFromOperator.reason).nullable(),
    status: z.enum(initiativeStatuses),
    statusReason: shownText(longestFromOperator.reason).nullable(),
    receivedAt: moment,
    publishedAt: moment.nullable(),
    answerBy: moment.openapi({ description: 'By then the maker was told to know more' }),
    supportCount: count,
    news: z.array(NewsShape).openapi({ description: 'Newest first' }),
    promises: z
      .array(
        z.object({
          id,
          who: shownText(longestFromOperator.promisedBy),
          what: shownText(longestFromOperator.promise),
          dueOn: z.iso.date(),
          state: z.enum(promiseStates),
          grantedCents: cents.nullable(),
          spentCents: cents.nullable(),
        }),
      )
      .openapi({ description: 'Those that are due first on top' }),
    similar: z.array(Summary),
    acts: z.array(StaffActShape).openapi({ description: 'Newest first' }),
    corrections: z
      .array(
        z.object({
          act: count.openapi({ description: 'The number of the act' }),
          title: shownText(mostCharacters.title),
          story: shownText(mostCharacters.story),
        }),
      )
      .openapi({ description: 'What it said before each correction, the last one first' }),
  })
  .openapi('DeskIdea');

export const IdeaMatchesShape = z
  .object({
    ideas: z.array(
      z.object({
        id,
        reference: shownReference,
        buurt: ShownBuurt,
        title: shownText(mostCharacters.title),
        state: z.enum(ideaStates),
        status: z.enum(initiativeStatuses),
        receivedAt: moment,
      }),
    ),
  })
  .openapi('IdeaMatches');

export const StandingShape = z
  .strictObject({
    status: z.enum(initiativeStatuses),
    reason: text(longestFromOperator.reason)
      .nullable()
      .openapi({ description: 'Why, in words that neighbours read; needed for one that does not go on' }),
  })
  .openapi('Standing', { example: { status: 'underway', reason: null } });

export const StaffNewsShape = z
  .strictObject({
    text: text(longestFromOperator.news),
    photo: UploadedPhotoShape.optional().openapi({ description: 'With what is to be seen on it' }),
  })
  .openapi('StaffNews', { example: { text: 'De bankjes staan er vrijdag.' } });

export const StaffPromiseShape = z
  .strictObject({
    id: id.optional().openapi({ description: 'Of a promise that is there; absent for a new one' }),
    who: text(longestFromOperator.promisedBy),
    what: text(longestFromOperator.promise),
    dueOn: z.iso.date(),
    state: z.enum(promiseStates),
    grantedCents: cents.optional(),
    spentCents: cents.optional(),
  })
  .openapi('StaffPromise', {
    example: {
      who: 'De Wetering',
      what: 'Twee bankjes',
      dueOn: '2027-05-01',
      state: 'open',
      grantedCents: 120_000,
    },
  });

const aboutIdea = {
  idea: z.object({ id, reference: shownReference, title: shownText(mostCharacters.title) }),
  buurt: ShownBuurt,
};

export const DeskRemarkShape = z
  .object({
    id,
    ...aboutIdea,
    stance: z.enum(remarkStances),
    text: shownText(longest.remark),
    name: shownText(mostCharacters.name).nullable(),
    at: moment,
    state: z.enum(['waiting', 'published', 'hidden']),
    answer: orNull(z.object({ text: shownText(longestFromOperator.answer), by: z.enum(answerBys) })),
    reports: z
      .array(z.object({ at: moment, reason: shownText(longest.message) }))
      .openapi({ description: 'Why neighbours said that it should not be there, oldest first' }),
  })
  .openapi('DeskRemark');

export const DeskOfferShape = z
  .object({
    id,
    ...aboutIdea,
    kinds: z.array(offerKind),
    message: shownText(longest.message),
    name: shownText(mostCharacters.name).nullable(),
    contact: shownText(mostCharacters.email)
      .nullable()
      .openapi({ description: 'Null once it was erased, and for who may not see how to reach people' }),
    at: moment,
    outcome: z.enum(offerOutcomes).nullable(),
    answer: shownText(longest.message)
      .nullable()
      .openapi({ description: 'What was written to the neighbour with the outcome' }),
  })
  .openapi('DeskOffer');

export const IdeaDecisionShape = z
  .strictObject({
    state: z.enum(['published', 'declined', 'hidden']),
    reason: text(longestFromOperator.reason)
      .nullable()
      .openapi({ description: 'The maker reads it; needed unless it is published' }),
    mayWithdraw: z
      .boolean()
      .optional()
      .openapi({ description: 'Whether it may be taken out of a vote for that, which cannot be undone' }),
  })
  .openapi('IdeaDecision', { example: { state: 'declined', reason: 'Op dit plein komen huizen.' } });

export const PhotoDecisionShape = z
  .discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('hidden'),
      reason: text(longestFromOperator.reason).openapi({ description: 'The maker reads it' }),
    }),
    z.strictObject({ state: z.literal('shown'), reason: z.null() }),
  ])
  .openapi('PhotoDecision', { example: { state: 'hidden', reason: 'Er staat een kind op de foto.' } });

export const DecidedShape = z
  .object({
    act: count.openapi({ description: 'The number of the act' }),
    undoUntil: moment.nullable().openapi({ description: 'Null when it cannot be undone' }),
  })
  .openapi('Decided');

export const RemarkDecisionShape = z
  .strictObject({ state: z.enum(['published', 'hidden']) })
  .openapi('RemarkDecision');

export const StaffAnswerShape = z
  .strictObject({ text: text(longestFromOperator.answer) })
  .openapi('StaffAnswer', { example: { text: 'Ja, de gemeente plaatst twee lampen.' } });

/** Does not compile when the contract and the domain say different things. */
export type DeskIsDomain = Agree<
  [
    Same<z.infer<typeof InboxShape>, Inbox>,
    Same<z.infer<typeof StaffActShape>, StaffAct>,
    Same<z.infer<typeof StaffActsShape>, StaffActs>,
    Same<z.infer<typeof DeskIdeaShape>, DeskIdea>,
    Same<z.infer<typeof IdeaMatchesShape>['ideas'][number], IdeaMatch>,
    Same<z.infer<typeof DeskRemarkShape>, DeskRemark>,
    Same<z.infer<typeof DeskOfferShape>, DeskOffer>,
  ]
>;
