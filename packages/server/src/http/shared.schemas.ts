import { locales } from '@buurt/domain/wire/locale.js';
import { z } from '@hono/zod-openapi';
import { mostPhotos, type NewIdea } from '@buurt/domain/ideas/idea.js';
import { ideaStates } from '@buurt/domain/ideas/idea-state.js';
import type { IdeaReceipt, OwnIdea } from '@buurt/domain/ideas/receipt.js';
import {
  ideaFields,
  ideaSteps,
  longest,
  longestFromOperator,
  mostCharacters,
  type IdeaSettings,
} from '@buurt/domain/ideas/settings.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { offerKinds, type InitiativeSummary, type Photo } from '@buurt/domain/initiatives/initiative.js';
import { remarkStances, type NewOffer, type NewRemark } from '@buurt/domain/initiatives/offer.js';
import { dimensions } from '@buurt/domain/rounds/ballot.js';
import { characters } from '@buurt/domain/wire/characters.js';
import { problemCodes } from '@buurt/domain/wire/problem.js';
import { longestPointer } from './zod-problems.js';
import { httpProblems } from './problem-json.js';

/**
 * A text of at most `most` characters (code points, as `maxLength` of JSON Schema counts them), blanks around it apart.
 * Its length is known before any pattern or rule reads it. It has no NUL: PostgreSQL cannot keep that.
 */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .superRefine((value, context) => {
      const tooLong = value.length > most && characters(value) > most;
      if (tooLong)
        context.addIssue({ code: 'too_big', origin: 'string', maximum: most, inclusive: true, input: value });
    })
    // eslint-disable-next-line no-control-regex -- that character is what it is about
    .regex(/^[^\u0000]*$/)
    .openapi({ maxLength: most });
/** A text of an answer: how long it can be was settled when it was written, so here it is only said. */
export const shownText = (most: number) => z.string().openapi({ maxLength: most });
export const id = z.uuid().openapi({ example: '6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11' });
export const moment = z.iso
  .datetime()
  .openapi({ description: 'RFC 3339, UTC', example: '2026-11-23T08:30:00.000Z' });
export const count = z.int().min(0);
/** How many there are of each status. */
export const countByStatus = z.object(
  Object.fromEntries(initiativeStatuses.map((status) => [status, count])) as Record<
    InitiativeStatus,
    typeof count
  >,
);
export const cents = z.int().min(0).openapi({ description: 'Euro cents', example: 25_000 });
export const offerKind = z.enum(offerKinds);
/** One of these, or null; `nullable()` would make the named schema itself nullable in the document. */
export const orNull = <T extends z.ZodType>(shape: T) => z.union([shape, z.null()]);

export const Place = z
  .strictObject({ lat: z.number(), lon: z.number(), address: text(longest.address).optional() })
  .openapi('Place', {
    description: 'A point in WGS84 degrees, with the address if somebody named it',
    example: { lat: 52.3702, lon: 4.8952, address: 'Lindenlaan 12' },
  });

export const CostRange = z
  .strictObject({ minCents: z.number(), maxCents: z.number() })
  .openapi('CostRange', { example: { minCents: 20_000, maxCents: 80_000 } });

/** The CBS code of a buurt. */
export const shownBuurtCode = shownText(10);
/** What stands for something in an address or a file: a theme, a question, a proposal. */
export const shownId = shownText(longest.id);

export const BuurtSummary = z
  .object({
    code: shownBuurtCode.openapi({ example: 'BU0363AA01' }),
    name: shownText(longestFromOperator.buurt),
    municipality: shownText(longestFromOperator.buurt),
    households: count.nullable(),
    centre: z
      .object({ lat: z.number(), lon: z.number() })
      .openapi({ description: 'The middle of its bounds' }),
  })
  .openapi('BuurtSummary');
const settingText = shownText(longestFromOperator.setting);
export const LocalText = z.object({ nl: settingText, en: settingText.optional() }).openapi('LocalText');
const Field = z
  .object({
    name: z.enum(ideaFields),
    required: z.boolean(),
    min: count.optional(),
    max: count.optional(),
    label: LocalText.optional(),
    hint: LocalText.optional(),
  })
  .openapi('Field');
const Question = z
  .object({
    id: shownId,
    step: z.enum(ideaSteps),
    kind: z.enum(['line', 'text', 'choice']),
    label: LocalText,
    hint: LocalText.optional(),
    required: z.boolean(),
    max: count.optional(),
    options: z.array(LocalText),
    shown: z.boolean().openapi({ description: 'Whether the answer is shown with the idea' }),
    onlyForTheme: shownId.optional(),
  })
  .openapi('Question');
export const Settings = z
  .object({
    buurtName: shownText(longestFromOperator.buurt),
    organisation: z.object({
      name: shownText(longestFromOperator.organisation),
      privacyUrl: shownText(longestFromOperator.privacyUrl).optional(),
      colour: shownText(7).optional().openapi({ description: 'Of its mails', example: '#0b5c66' }),
    }),
    intro: LocalText.optional(),
    themes: z.array(z.object({ id: shownId, name: LocalText })),
    fields: z.array(Field).openapi({ description: 'In the order of the screen' }),
    questions: z.array(Question),
    moderated: z.boolean().openapi({ description: 'Whether somebody reads an idea before it is shown' }),
    answerDays: count,
    contactKeptDays: count,
  })
  .openapi('IdeaSettings');

export const PhotoShape = z
  .object({
    id,
    alt: shownText(mostCharacters.alt),
    sources: z
      .array(z.object({ url: shownText(500), width: count, height: count }))
      .openapi({ description: 'Narrowest first; `url` is relative to the endpoint' }),
  })
  .openapi('Photo', {
    example: {
      id: '0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01',
      alt: 'Een leeg plein met twee bankjes',
      sources: [{ url: 'photos/0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01/640.webp', width: 640, height: 480 }],
    },
  });
export const UploadedPhotoShape = z
  .strictObject({ id, alt: text(mostCharacters.alt) })
  .openapi('UploadedPhoto', {
    description:
      'A photo that was sent to `/photos` before, and what is to be seen on it; no other may have it already',
    example: { id: '0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01', alt: 'Vrijwilligers met een schep' },
  });
export const Summary = z
  .object({
    id,
    buurtCode: shownBuurtCode,
    title: shownText(mostCharacters.title),
    excerpt: shownText(200).openapi({ description: 'The beginning of the story' }),
    theme: shownId.nullable(),
    status: z.enum(initiativeStatuses),
    place: orNull(Place),
    photo: orNull(PhotoShape),
    supportCount: count,
    offerCount: count.openapi({ description: 'Neighbours who offered something' }),
    publishedAt: moment,
  })
  .openapi('InitiativeSummary');
export const NewIdeaShape = z
  .strictObject({
    title: text(mostCharacters.title),
    story: text(mostCharacters.story),
    theme: text(longest.id).optional(),
    place: orNull(Place).optional().openapi({ description: '`null`: not bound to one place' }),
    assets: text(mostCharacters.assets).optional(),
    joiners: text(mostCharacters.joiners).optional(),
    needs: z.array(offerKind).max(offerKinds.length).optional(),
    offers: z.array(offerKind).max(offerKinds.length).optional(),
    cost: orNull(CostRange).optional().openapi({ description: '`null`: does not know' }),
    photos: z.array(UploadedPhotoShape).max(mostPhotos).optional(),
    name: text(mostCharacters.name).optional().openapi({ description: 'Shown with the idea' }),
    email: text(mostCharacters.email).optional().openapi({ description: 'Never shown' }),
    phone: text(mostCharacters.phone).optional().openapi({ description: 'Never shown' }),
    consent: z.boolean(),
    answers: z
      .record(z.string().max(longest.id), text(mostCharacters.answer))
      .optional()
      .openapi({ description: "By the id of the organiser's question" }),
    locale: z.enum(locales).optional().openapi({ description: 'Of the mails to its maker; `nl` by default' }),
  })
  .openapi('NewIdea', {
    description: 'Which of these are asked, required and how long: see the settings of the buurt',
    example: {
      title: 'Een lange tafel op het plein',
      story: 'Twee keer per jaar samen eten, ieder neemt iets mee.',
      theme: 'meet',
      place: { lat: 52.3702, lon: 4.8952 },
      needs: ['time', 'tools'],
      cost: { minCents: 10_000, maxCents: 30_000 },
      consent: true,
    },
  });
/** The number of an idea. */
export const shownReference = shownText(20);
export const Receipt = z
  .object({
    id,
    reference: shownReference.openapi({ example: 'K4T-9PX' }),
    state: z.enum(ideaStates),
    receivedAt: moment,
    answerBy: moment.openapi({ description: 'By then the resident hears what happens' }),
    ownerKey: shownText(200).openapi({ description: 'Shows the idea to its maker; keep it on his device' }),
    reachable: z.boolean(),
    mailed: z.boolean().optional().openapi({
      description: 'A mail is on its way: whoever presses its button hears of the idea by mail',
    }),
    page: shownText(500).optional().openapi({
      description:
        'The page of the maker, relative to the endpoint; with `#mijn={id}.{ownerKey}` it opens this idea',
    }),
  })
  .openapi('IdeaReceipt');
export const OwnIdeaShape = z
  .object({
    id,
    reference: shownReference,
    title: shownText(mostCharacters.title),
    state: z.enum(ideaStates),
    reason: shownText(longestFromOperator.reason).optional(),
    supportCount: count,
  })
  .openapi('OwnIdea');
export const NewOfferShape = z
  .strictObject({
    kinds: z.array(offerKind).max(offerKinds.length),
    message: text(longest.message),
    name: text(mostCharacters.name),
    contact: text(mostCharacters.email),
    locale: z.enum(locales).optional().openapi({ description: 'Of the mails about it; `nl` by default' }),
  })
  .openapi('NewOffer', {
    example: {
      kinds: ['time'],
      message: 'Ik kan op zaterdag koken.',
      name: 'Samira',
      contact: '06 12345678',
    },
  });
export const NewRemarkShape = z
  .strictObject({
    stance: z.enum(remarkStances),
    text: text(longest.remark),
    name: text(mostCharacters.name),
  })
  .openapi('NewRemark', { example: { stance: 'question', text: 'Komt er ook verlichting?', name: '' } });
export const NewReportShape = z
  .strictObject({ reason: text(longest.message) })
  .openapi('NewReport', { example: { reason: 'Dit gaat over mijn buurman.' } });
export const Support = z
  .object({ supported: z.boolean().openapi({ description: 'By this browser' }), supportCount: count })
  .openapi('Support');
export const Made = z.object({ id }).openapi('Made');
export const MadeOffer = z
  .object({
    id,
    token: shownText(80).openapi({ description: 'Takes the offer back; only who made it has it' }),
  })
  .openapi('MadeOffer');

export const ProblemShape = z
  .object({
    type: shownText(100).openapi({ example: 'urn:buurt:problem:invalid-input' }),
    title: shownText(200),
    status: z.int(),
    detail: shownText(1000),
    errors: z
      .array(
        z.object({
          pointer: shownText(longestPointer).openapi({
            description: 'JSON Pointer (RFC 6901) into the body, or the key of the query',
          }),
          code: z.enum(problemCodes),
          detail: shownText(1000),
          limit: z.number().optional(),
          actual: z.number().optional(),
          group: z
            .object({ dimension: z.enum(dimensions), key: shownId })
            .optional()
            .openapi({ description: 'The group of proposals whose limit was passed' }),
        }),
      )
      .optional()
      .openapi({ description: 'Everything that is wrong, at once' }),
  })
  .openapi('Problem', {
    description: `RFC 9457, texts in Dutch. \`type\` ends in one of: ${Object.keys(httpProblems).join(', ')}.`,
    example: {
      type: 'urn:buurt:problem:invalid-input',
      title: httpProblems['invalid-input'].title,
      status: 400,
      detail: 'Kijk het na en stuur het dan opnieuw.',
      errors: [{ pointer: '/title', code: 'required', detail: 'Vul dit in.' }],
    },
  });

type Plain<T> = T extends readonly (infer Each)[]
  ? Plain<Each>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
    : T;
export type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
export type Agree<T extends true[]> = T;

/** Does not compile when the contract and the domain say different things. */
export type ContractIsDomain = Agree<
  [
    Same<z.infer<typeof Settings>, IdeaSettings>,
    Same<z.infer<typeof PhotoShape>, Photo>,
    Same<z.infer<typeof Summary>, InitiativeSummary>,
    Same<z.infer<typeof NewIdeaShape>, NewIdea>,
    Same<z.infer<typeof Receipt>, IdeaReceipt>,
    Same<z.infer<typeof OwnIdeaShape>, OwnIdea>,
    Same<z.infer<typeof NewOfferShape>, NewOffer>,
    Same<z.infer<typeof NewRemarkShape>, NewRemark>,
  ]
>;
