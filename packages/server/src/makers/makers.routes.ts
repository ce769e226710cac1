import { setTimeout as pause } from 'node:timers/promises';
import { createRoute, z } from '@hono/zod-openapi';
import { ideaTextProblems } from '@buurt/domain/ideas/idea-texts.js';
import { offerAnswerProblems, questionAnswerProblems } from '@buurt/domain/initiatives/answers.js';
import {
  askedHelpProblems,
  endingProblems,
  newHandoverProblems,
  newsProblems,
} from '@buurt/domain/initiatives/maker-submissions.js';
import { isRunning } from '@buurt/domain/initiatives/my-initiative.js';
import { emailProblems } from '@buurt/domain/ideas/contact.js';
import { offerKinds } from '@buurt/domain/initiatives/initiative.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Context, Hono } from 'hono';
import type { Transaction } from 'kysely';
import type { Tables } from '../db/tables.js';
import { readJson } from '../http/body.js';
import type { AppDeps } from '../http/app-deps.js';
import {
  conflict,
  createdResponse,
  Id,
  idempotent,
  idParams,
  okResponse,
  problem,
} from '../http/contract.js';
import { checkedBody } from '../http/checked-body.js';
import { endpoint } from '../http/endpoint.js';
import { handleIdempotently } from '../http/idempotent-route.js';
import { HttpProblem, invalidInput, notFound } from '../http/problem-json.js';
import { RateLimit } from '../http/rate-limit.js';
import { Made } from '../http/shared.schemas.js';
import { changeStatus, setAskedHelp, tellNews } from '../initiatives/follow-up.queries.js';
import { newsMessages } from '../initiatives/news.messages.js';
import { changeTexts } from '../ideas/texts.queries.js';
import { answerText } from '../ideas/maker-texts.js';
import { answerOffer } from '../neighbours/offers.queries.js';
import { isSingleAddress, mailboxOf } from '../mail/address.js';
import { signedPhoto } from '../photos/signed-photo.js';
import { timingSafeEqualStrings } from '../secrets/secrets.js';
import { askText } from './handover-texts.js';
import { askToTakeOver, withdrawHandover } from './handovers.queries.js';
import {
  AskedHelpShape,
  EndingShape,
  IdeaTextsShape,
  MyInitiativeShape,
  NewHandoverShape,
  NewNewsShape,
  OfferAnswerShape,
  OwnerKeyShape,
  OwnerLinkRequestShape,
  QuestionAnswerShape,
} from './makers.schemas.js';
import {
  answerOwnQuestion,
  audienceOfMaker,
  findMyInitiative,
  hasReachedNewsLimit,
  holdOffer,
  mailAnswer,
  holdMyInitiative,
  ownerKeyGeneration,
  renewOwnerKey,
} from './my-initiative.queries.js';
import { requestOwnerLinks } from './owner-links.queries.js';

const tags = ['Makers'];
const security = [{ ownerKey: [] }];

export const getOwnIdea = createRoute({
  method: 'get',
  path: '/ideas/{id}',
  operationId: 'getOwnIdea',
  tags,
  summary: 'My initiative: what became of it, who wants to join, and what is asked',
  description: 'With the `ownerKey` of the receipt as bearer token; without it, the idea is not there.',
  security,
  request: { params: idParams },
  responses: okResponse('The idea, for its maker', MyInitiativeShape),
});

/** Something that the maker does, with their key. */
const act = <P extends string, S extends z.ZodType, A extends z.ZodType, R extends z.ZodObject>(
  path: P,
  operationId: string,
  summary: string,
  { params, body, answer }: { readonly params: R; readonly body: S; readonly answer: A },
) =>
  createRoute({
    method: 'post',
    path,
    operationId,
    tags,
    summary,
    security,
    request: {
      params,
      headers: idempotent,
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: { ...createdResponse('It is kept', answer), ...conflict },
  });

const offerParams = z.strictObject({ id: Id, offer: Id });
const questionParams = z.strictObject({ id: Id, question: Id });

export const changeIdea = act(
  '/ideas/{id}/texts',
  'changeIdea',
  'Change title and story, until somebody reacts',
  {
    params: idParams,
    body: IdeaTextsShape,
    answer: Made,
  },
);
export const answerAnOffer = act(
  '/ideas/{id}/offers/{offer}/answer',
  'answerOffer',
  'Say to a neighbour that they join, or kindly that they do not; who joins counts',
  { params: offerParams, body: OfferAnswerShape, answer: Made },
);
export const answerAQuestion = act(
  '/ideas/{id}/questions/{question}/answer',
  'answerQuestion',
  'Answer a question that is on the site; the answer stands under it',
  { params: questionParams, body: QuestionAnswerShape, answer: Made },
);
export const tellNewsOfIdea = act(
  '/ideas/{id}/news',
  'tellNews',
  'Tell how it goes: on the site, and by mail to who follows',
  { params: idParams, body: NewNewsShape, answer: Made },
);
export const askForHelp = act(
  '/ideas/{id}/needs',
  'askForHelp',
  'Say how many neighbours are asked to bring each kind of help; a kind that is left out is not asked',
  { params: idParams, body: AskedHelpShape, answer: Made },
);
export const endInitiative = act(
  '/ideas/{id}/ending',
  'endInitiative',
  'Say that it is done, or that it stops',
  {
    params: idParams,
    body: EndingShape,
    answer: Made,
  },
);
export const newOwnerKey = act(
  '/ideas/{id}/owner-key',
  'renewOwnerKey',
  'Get a new key; the one that was used for this does not work any more',
  { params: idParams, body: z.strictObject({}), answer: OwnerKeyShape },
);

export const handOver = act(
  '/ideas/{id}/handover',
  'askToTakeOver',
  'Ask a neighbour by mail to take over; one at a time, for 14 days',
  { params: idParams, body: NewHandoverShape, answer: Made },
);
export const takeBackHandover = act(
  '/ideas/{id}/handover/withdrawal',
  'withdrawHandover',
  'Take that back; the link in the mail does not work any more',
  { params: idParams, body: z.strictObject({}), answer: Made },
);

export const requestOwnLinks = createRoute({
  method: 'post',
  path: '/owner-links',
  operationId: 'requestOwnerLinks',
  tags,
  summary: 'Have the links of their initiatives mailed to a maker',
  description:
    'The answer, and its time, are the same for every address. A maker who confirmed their address gets a mail, at most 3 a day.',
  request: { body: { required: true, content: { 'application/json': { schema: OwnerLinkRequestShape } } } },
  responses: {
    202: {
      description: 'If somebody has initiatives with this address, a mail is on its way',
      content: { 'application/json': { schema: z.object({ asked: z.literal(true) }) } },
    },
    400: problem('Something is wrong with what was asked'),
    403: problem('The site that sends this is not on the list of this server'),
    408: problem('The body stopped coming'),
    409: problem('This server sends no mails'),
    413: problem('Too big'),
    415: problem('Another type of content than asked'),
    429: problem('Too many requests from this address; `Retry-After` tells when again'),
    500: problem('Our mistake'),
    503: problem('Too busy; `Retry-After` tells when again'),
  },
});

/** So often in a minute one caller asks for links: a library behind one address, and no script. */
const mostRequestsPerMinute = 10;

/** When somebody who asks for links is answered: what is done for an address that is known takes far less than this. */
const answerMs = 100;

const bearerOf = (c: Context): string =>
  /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';

/** An initiative that its maker is about to change. */
type HeldInitiative = NonNullable<Awaited<ReturnType<typeof holdMyInitiative>>>;

function mustRun({ review, status }: HeldInitiative): void {
  if (!isRunning({ state: review, status }))
    throw new HttpProblem('ended', 'Dit kan alleen als je initiatief op de site staat en nog loopt.');
}

/** What the maker of an initiative sees and does, with the key of the receipt. */
export function makerRoutes(app: Hono, deps: AppDeps): void {
  const { store, secrets, clock, callerOf, sendsMails, makerPage } = deps;
  const { db } = store;
  const perCaller = new RateLimit(mostRequestsPerMinute, clock);
  /** Whether links of makers go by mail: only who has a page for them can do something with one. */
  const mailsLinks = sendsMails && makerPage !== undefined;
  const isKey = (given: string, id: string, generation: number) =>
    timingSafeEqualStrings(given, secrets.ownerKey(id, generation));

  /** @throws {HttpProblem} with a key that is not this idea's, as for an idea that is not there */
  const mustOwn = async (c: Context, id: string) => {
    const generation = await ownerKeyGeneration(db, id);
    if (generation === undefined || !isKey(bearerOf(c), id, generation)) throw notFound();
  };

  /** Serves something that the maker does: once, with the idea held while it is done. */
  const serve = <T>(
    route: ReturnType<typeof act<string, z.ZodType, z.ZodType, z.ZodObject>>,
    scope: string,
    shape: z.ZodType<T>,
    problemsOf: (sound: T) => Problem[],
    work: (
      db: Transaction<Tables>,
      idea: HeldInitiative,
      sound: T,
      more: { readonly at: Date; readonly params: Readonly<Record<string, string>> },
    ) => Promise<unknown>,
  ) =>
    endpoint(app, route, async (c, input) => {
      const params = input.params as Readonly<Record<string, string>>;
      const { id = '' } = params;
      await mustOwn(c, id);
      const at = clock();
      const key = input.headers['idempotency-key'];
      const { answer, replayed } = await handleIdempotently(c, store, scope, key, at, {
        prepare: (json) => Promise.resolve(checkedBody(shape, json, problemsOf)),
        work: async (within, sound) => {
          const idea = await holdMyInitiative(within, id);
          if (!idea) throw notFound();
          await work(within, idea, sound, { at, params });
          return { id };
        },
      });
      return c.json(answer, 201, replayed);
    });

  endpoint(app, getOwnIdea, async (c, { params: { id } }) => {
    await mustOwn(c, id);
    const idea = await findMyInitiative(db, id, { sendsMails, mailsLinks, at: clock() });
    if (!idea) throw notFound();
    // What is not on the site is shown to nobody without a signature.
    const news = idea.news.map(({ photo, ...each }) => ({
      ...each,
      photo: photo && idea.state !== 'published' ? signedPhoto(photo, 'sender', secrets, clock()) : photo,
    }));
    return c.json({ ...idea, news }, 200, { 'Cache-Control': 'private, no-store' });
  });

  serve(
    changeIdea,
    'own-texts',
    IdeaTextsShape,
    () => [],
    async (within, idea, texts, { at }) => {
      if (!idea.isEditable)
        throw new HttpProblem('ended', 'Er is al op je idee gereageerd. Vertel wat er anders is als nieuws.');
      const problems = ideaTextProblems(idea.settings, texts);
      if (problems.length > 0) throw invalidInput(problems);
      await changeTexts(within, idea.id, texts, at);
    },
  );

  serve(
    answerAnOffer,
    'own-offer',
    OfferAnswerShape,
    offerAnswerProblems,
    async (within, { id, title }, answer, { at, params: { offer = '' } }) => {
      const before = await holdOffer(within, id, offer);
      if (!before) throw notFound();
      if (before.outcome === 'withdrawn')
        throw new HttpProblem('ended', 'Deze buur heeft het aanbod ingetrokken.');
      await answerOffer(within, offer, { ...answer, by: 'maker' }, at);
      const isSame = before.outcome === answer.outcome && (before.answer ?? '') === answer.text;
      const text = answerText(title, { ...answer, by: 'maker' }, before.locale);
      if (!isSame && !(await mailAnswer(within, before, id, text, at)))
        throw new HttpProblem(
          'too-many-requests',
          'Er gingen vandaag al veel mails naar dit adres. Probeer het morgen nog eens.',
        );
    },
  );

  serve(
    answerAQuestion,
    'own-question',
    QuestionAnswerShape,
    questionAnswerProblems,
    async (within, { id }, { text }, { at, params: { question = '' } }) => {
      if (!(await answerOwnQuestion(within, id, question, text, at))) throw notFound();
    },
  );

  serve(tellNewsOfIdea, 'own-news', NewNewsShape, newsProblems, async (within, idea, news, { at }) => {
    mustRun(idea);
    if (await hasReachedNewsLimit(within, idea.id, at))
      throw new HttpProblem(
        'too-many-requests',
        'Je vertelde vandaag al drie keer hoe het gaat. Morgen kan het weer.',
      );
    const audience = await audienceOfMaker(within, idea.buurt_code, at);
    const problems = await tellNews(within, idea, news, at, audience);
    if (problems.length > 0) throw invalidInput(problems);
  });

  serve(askForHelp, 'own-needs', AskedHelpShape, askedHelpProblems, async (within, idea, asked) => {
    mustRun(idea);
    const needs = offerKinds.filter((kind) => (asked[kind] ?? 0) > 0);
    await setAskedHelp(within, idea.id, Object.fromEntries(needs.map((kind) => [kind, asked[kind]])));
  });

  serve(
    endInitiative,
    'own-ending',
    EndingShape,
    endingProblems,
    async (within, idea, { status, text }, { at }) => {
      mustRun(idea);
      if (idea.status === 'onBallot')
        throw new HttpProblem(
          'ended',
          'De buurt stemt over je initiatief. Bel of mail de organisatie als je wilt stoppen.',
        );
      const wordsIn = (locale: Locale) => {
        const { statuses, makerStops } = newsMessages[locale];
        return [status === 'done' ? statuses.done : makerStops, text].filter(Boolean).join('\n\n');
      };
      const audience = await audienceOfMaker(within, idea.buurt_code, at);
      await changeStatus(within, idea, { status, reason: text || null, wordsIn, at, audience });
    },
  );

  serve(
    handOver,
    'own-handover',
    NewHandoverShape,
    newHandoverProblems,
    async (within, idea, asked, { at }) => {
      mustRun(idea);
      if (!mailsLinks) throw new HttpProblem('ended', 'Deze server verstuurt geen mail.');
      const email = asked.email.trim();
      if (!isSingleAddress(email)) throw invalidInput([{ pointer: '/email', code: 'not-an-email' }]);
      const text = askText(idea.title, asked.text, asked.locale ?? 'nl');
      const refused = await askToTakeOver(within, idea.id, { ...asked, email }, text, at);
      if (refused === 'asked-before')
        throw new HttpProblem(
          'ended',
          'Je vroeg al iemand. Trek dat eerst in als je iemand anders wilt vragen.',
        );
      if (refused === 'too-often')
        throw new HttpProblem(
          'too-many-requests',
          'Er gingen vandaag al veel mails de deur uit. Probeer het morgen nog eens.',
        );
    },
  );

  serve(
    takeBackHandover,
    'own-handover-withdrawal',
    z.strictObject({}),
    () => [],
    async (within, { id }) => {
      if (!(await withdrawHandover(within, id)))
        throw new HttpProblem('ended', 'Je buur heeft al geantwoord, of de vraag is verlopen.');
    },
  );

  endpoint(app, requestOwnLinks, async (c) => {
    perCaller.count(callerOf(c));
    const body = await readJson(c.req.raw);
    const { email } = checkedBody(OwnerLinkRequestShape, body, (asked) =>
      emailProblems('/email', asked.email, { required: true }),
    );
    if (!mailsLinks) throw new HttpProblem('sends-no-mail', 'Bel of mail de organisatie.');
    const address = email.trim();
    const mailbox = secrets.ownerLinkMailbox(mailboxOf(address));
    const asked = store.transaction((within) => requestOwnerLinks(within, address, mailbox, clock()));
    await Promise.all([asked, pause(answerMs)]);
    return c.json({ asked: true }, 202);
  });

  endpoint(app, newOwnerKey, async (c, { params: { id }, headers }) => {
    const generation = await ownerKeyGeneration(db, id);
    const given = bearerOf(c);
    const isCurrent = generation !== undefined && isKey(given, id, generation);
    // Who lost the answer asks again, with the same Idempotency-Key and the key that was replaced meanwhile.
    const isReplaced = generation !== undefined && generation > 0 && isKey(given, id, generation - 1);
    if (!isCurrent && !isReplaced) throw notFound();
    const at = clock();
    const { answer, replayed } = await handleIdempotently(
      c,
      store,
      `own-key:${id}`,
      headers['idempotency-key'],
      at,
      {
        prepare: (json) => {
          if (!isCurrent) throw notFound();
          return Promise.resolve(checkedBody(z.strictObject({}), json, () => []));
        },
        work: async (within) => ({ generation: await renewOwnerKey(within, id) }),
      },
    );
    return c.json({ ownerKey: secrets.ownerKey(id, answer.generation) }, 201, {
      ...replayed,
      'Cache-Control': 'private, no-store',
    });
  });
}
