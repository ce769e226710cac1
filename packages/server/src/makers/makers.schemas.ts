import { z } from '@hono/zod-openapi';
import { longest, longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import type { IdeaTexts } from '@buurt/domain/ideas/idea-texts.js';
import { locales } from '@buurt/domain/wire/locale.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import { answerBys } from '@buurt/domain/initiatives/initiative.js';
import { type OfferAnswer } from '@buurt/domain/initiatives/answers.js';
import { answerOutcomes, offerOutcomes } from '@buurt/domain/initiatives/offer-outcome.js';
import {
  mostAsked,
  type AskedHelp,
  type Ending,
  type NewHandover,
  type NewNews,
} from '@buurt/domain/initiatives/maker-submissions.js';
import type { Handover, MyInitiative } from '@buurt/domain/initiatives/my-initiative.js';
import {
  count,
  id,
  moment,
  offerKind,
  orNull,
  OwnIdeaShape,
  shownBuurtCode,
  shownText,
  text,
  UploadedPhotoShape,
  type Agree,
  type Same,
} from '../http/shared.schemas.js';
import { HelpShape, NewsShape, PromiseShape } from '../initiatives/initiatives.schemas.js';

const ReceivedOfferShape = z
  .object({
    id,
    kinds: z.array(offerKind),
    message: shownText(longest.message),
    name: shownText(mostCharacters.name).nullable(),
    contact: shownText(mostCharacters.email)
      .nullable()
      .openapi({ description: 'How the neighbour wants to be reached' }),
    isMailed: z.boolean().openapi({ description: 'Whether an answer goes to the neighbour by mail' }),
    at: moment,
    outcome: z.enum(offerOutcomes).nullable(),
    answer: shownText(longest.message)
      .nullable()
      .openapi({ description: 'What was written to the neighbour with the outcome' }),
  })
  .openapi('ReceivedOffer');

const ReceivedQuestionShape = z
  .object({
    id,
    text: shownText(longest.remark),
    name: shownText(mostCharacters.name).nullable(),
    at: moment,
    answer: orNull(z.object({ text: shownText(longestFromOperator.answer), by: z.enum(answerBys) })),
  })
  .openapi('ReceivedQuestion');

const HandoverShape = z
  .object({
    email: shownText(mostCharacters.email).nullable().openapi({ description: 'Null once they said no' }),
    at: moment,
    until: moment.openapi({ description: 'Until then they can say yes' }),
    state: z.enum(['asked', 'declined']),
  })
  .openapi('Handover');

export const MyInitiativeShape = OwnIdeaShape.extend({
  buurtCode: shownBuurtCode,
  receivedAt: moment,
  answerBy: moment.openapi({ description: 'By then the organisation says what happens' }),
  story: shownText(mostCharacters.story),
  isEditable: z.boolean().openapi({ description: 'Whether title and story can still be changed' }),
  correctedAt: moment
    .nullable()
    .openapi({ description: 'When the organisation last corrected a typing error in it' }),
  hiddenPhotos: z
    .array(z.object({ alt: shownText(mostCharacters.alt), reason: shownText(longestFromOperator.reason) }))
    .openapi({ description: 'Photos that the organisation does not show, and why' }),
  status: z.enum(initiativeStatuses),
  statusReason: shownText(longestFromOperator.reason).nullable(),
  round: orNull(
    z.object({ name: shownText(longestFromOperator.roundName), opensAt: moment, closesAt: moment }),
  ).openapi({ description: 'The vote in which it stands, or stood last' }),
  followerCount: count,
  needs: z.array(HelpShape),
  offers: z.array(ReceivedOfferShape).openapi({ description: 'Those without an answer first' }),
  questions: z.array(ReceivedQuestionShape).openapi({ description: 'Those without an answer first' }),
  news: z.array(NewsShape).openapi({ description: 'Newest first' }),
  promises: z.array(PromiseShape),
  mails: z.enum(['none', 'unconfirmed', 'on']).openapi({ description: 'Whether the maker gets mails' }),
  canHandOver: z.boolean().openapi({ description: 'Whether a neighbour can be asked by mail to take over' }),
  handover: orNull(HandoverShape).openapi({ description: 'The neighbour who was asked last' }),
}).openapi('MyInitiative');

export const IdeaTextsShape = z
  .strictObject({ title: text(mostCharacters.title), story: text(mostCharacters.story) })
  .openapi('IdeaTexts');

export const OfferAnswerShape = z
  .strictObject({ outcome: z.enum(answerOutcomes), text: text(longest.message) })
  .openapi('OfferAnswer', { example: { outcome: 'joined', text: 'Fijn! Zaterdag om tien uur?' } });

export const QuestionAnswerShape = z.strictObject({ text: text(longest.remark) }).openapi('QuestionAnswer');

export const NewNewsShape = z
  .strictObject({ text: text(longestFromOperator.reason), photo: UploadedPhotoShape.optional() })
  .openapi('NewNews', { example: { text: 'Zaterdag gaan de eerste bollen de grond in.' } });

const asked = z.int().min(0).max(mostAsked).optional();

export const AskedHelpShape = z
  .strictObject({ time: asked, skill: asked, tools: asked, space: asked, network: asked })
  .openapi('AskedHelp', { example: { time: 4, tools: 1 } });

export const EndingShape = z
  .strictObject({ status: z.enum(['done', 'declined']), text: text(longest.remark) })
  .openapi('Ending', {
    description: '`done`, with thanks; or `declined`: the maker stops, and says why',
    example: { status: 'done', text: 'Dank aan iedereen die meehielp!' },
  });

export const NewHandoverShape = z
  .strictObject({
    email: text(mostCharacters.email),
    text: text(longest.message),
    locale: z.enum(locales).optional().openapi({ description: 'Of the mail; `nl` by default' }),
  })
  .openapi('NewHandover', { example: { email: 'bo@voorbeeld.nl', text: 'Jij kent iedereen op het plein.' } });

export const OwnerLinkRequestShape = z
  .strictObject({ email: text(mostCharacters.email) })
  .openapi('OwnerLinkRequest', { example: { email: 'samira@voorbeeld.nl' } });

export const OwnerKeyShape = z.object({ ownerKey: shownText(200) }).openapi('OwnerKey');

/** Does not compile when the contract and the domain say different things. */
export type MakersAreDomain = Agree<
  [
    Same<z.infer<typeof MyInitiativeShape>, MyInitiative>,
    Same<z.infer<typeof IdeaTextsShape>, IdeaTexts>,
    Same<z.infer<typeof OfferAnswerShape>, OfferAnswer>,
    Same<z.infer<typeof AskedHelpShape>, AskedHelp>,
    Same<z.infer<typeof HandoverShape>, Handover>,
    Same<z.infer<typeof NewHandoverShape>, NewHandover>,
    Same<z.infer<typeof NewNewsShape>, NewNews>,
    Same<z.infer<typeof EndingShape>, Ending>,
  ]
>;
