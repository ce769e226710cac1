import { createRoute, z, type RouteConfig } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import type { AppDeps } from '../http/app-deps.js';
import { checkedBody } from '../http/checked-body.js';
import { idempotent, idParams, jsonBody, problem } from '../http/contract.js';
import type { Input } from '../http/endpoint.js';
import { handleIdempotently } from '../http/idempotent-route.js';
import { HttpProblem } from '../http/problem-json.js';
import { Made } from '../http/shared.schemas.js';
import { decideOnSeenIdea, undoDecision } from '../ideas/ideas.service.js';
import { addNews, savePromise, setStatus } from '../initiatives/initiatives.service.js';
import { answerQuestion, resolveReports, reviewRemarks } from '../initiatives/remarks.service.js';
import { OfferAnswerShape } from '../makers/makers.schemas.js';
import { answerOffers } from '../neighbours/offers.service.js';
import { deskEndpoint, deskHeaders, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import type { Permission } from '../staff/roles.js';
import {
  DecidedShape,
  IdeaDecisionShape,
  RemarkDecisionShape,
  StaffAnswerShape,
  StaffNewsShape,
  StaffPromiseShape,
  StandingShape,
} from './desk.schemas.js';
import { orProblem } from './refusal-problem.js';

/** What all routes have that do something. */
const act = { method: 'post' as const, tags: ['Desk'], security: deskSecurity };
const headers = deskHeaders.extend(idempotent.shape);
const actResponses = <T extends z.ZodType>(schema: T, conflicts: string) => ({
  ...deskResponses('It is done', schema, 201),
  409: problem(conflicts),
  422: problem('The Idempotency-Key was used for something else'),
});

export const decideOnIdea = createRoute({
  ...act,
  path: '/desk/ideas/{id}/decision',
  operationId: 'decideOnIdea',
  summary: 'Publish, decline or hide an idea',
  description:
    'Its maker hears of it, with the reason. Until `undoUntil` whoever decided can undo it; then makers and followers hear.',
  request: {
    params: idParams,
    headers: headers.extend({
      'if-match': z
        .string()
        .max(50)
        .regex(/^"[^"]+"$/)
        .optional()
        .openapi({ param: { description: 'The version of the idea that was seen, as its `ETag`; needed' } }),
    }),
    body: jsonBody(IdeaDecisionShape),
  },
  responses: {
    ...actResponses(DecidedShape, 'It stands in a vote, and nobody said that it may be withdrawn'),
    412: problem('The idea is another than was seen; nothing was changed'),
    428: problem('`If-Match` is missing'),
  },
});

export const undoAct = createRoute({
  ...act,
  path: '/desk/acts/{id}/undo',
  operationId: 'undoAct',
  summary: 'Undo what one decided just now: the idea waits again, and nobody hears of it',
  request: {
    params: z.strictObject({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    headers,
    body: jsonBody(z.strictObject({})),
  },
  responses: actResponses(Made, 'It cannot be undone, or not any more'),
});

export const judgeRemark = createRoute({
  ...act,
  path: '/desk/remarks/{id}/decision',
  operationId: 'judgeRemark',
  summary: 'Show a remark, which resolves what neighbours reported of it; or take it off',
  request: { params: idParams, headers, body: jsonBody(RemarkDecisionShape) },
  responses: actResponses(Made, 'It cannot be so now'),
});

export const answerAsOrganisation = createRoute({
  ...act,
  path: '/desk/remarks/{id}/answer',
  operationId: 'answerAsOrganisation',
  summary: 'Answer a question that nobody answered; the answer stands under it',
  request: { params: idParams, headers, body: jsonBody(StaffAnswerShape) },
  responses: actResponses(Made, 'Somebody answered it already'),
});

export const answerOfferAsOrganisation = createRoute({
  ...act,
  path: '/desk/offers/{id}/answer',
  operationId: 'answerOfferAsOrganisation',
  summary:
    'Say to a neighbour that they join, or kindly that they do not, in the place of a maker who cannot',
  request: { params: idParams, headers, body: jsonBody(OfferAnswerShape) },
  responses: actResponses(Made, 'It cannot be so now'),
});

export const setStanding = createRoute({
  ...act,
  path: '/desk/ideas/{id}/standing',
  operationId: 'setStanding',
  summary: 'Say where an initiative stands, and why; its maker and who follows are mailed',
  request: { params: idParams, headers, body: jsonBody(StandingShape) },
  responses: actResponses(Made, 'The votes say another thing, or it is not on the site'),
});

export const tellNewsAsOrganisation = createRoute({
  ...act,
  path: '/desk/ideas/{id}/news',
  operationId: 'tellNewsAsOrganisation',
  summary: 'Tell news of an initiative: on the site, and to who follows',
  request: { params: idParams, headers, body: jsonBody(StaffNewsShape) },
  responses: actResponses(Made, 'It is not on the site'),
});

export const savePromiseAsOrganisation = createRoute({
  ...act,
  path: '/desk/ideas/{id}/promises',
  operationId: 'savePromise',
  summary: 'Promise something to an initiative, or say what became of a promise',
  request: { params: idParams, headers, body: jsonBody(StaffPromiseShape) },
  responses: actResponses(Made, 'It is not on the site'),
});

/** What staff do at the desk. */
export function deskActRoutes(app: Hono, deps: AppDeps): void {
  const { store, clock } = deps;

  /** Serves something that staff do: once, whatever gets lost on the way. */
  const serve = <
    R extends RouteConfig & {
      readonly request: { readonly headers: z.ZodType<Readonly<z.infer<typeof headers>>> };
    },
    T,
  >(
    route: R,
    permission: Permission,
    shape: z.ZodType<T>,
    work: (db: DatabaseTransaction, input: Input<R>, sound: T, context: ActContext) => Promise<object>,
  ) =>
    deskEndpoint(app, deps, route, permission, async (c, input, { staff, actor, buurten }) => {
      const { 'idempotency-key': key } = input.headers as z.infer<typeof headers>;
      const done = handleIdempotently(c, store, `desk:${staff.id}`, key, clock(), {
        prepare: (json) => Promise.resolve(checkedBody(shape, json, () => [])),
        // The clock again: a body can take long to come, and what can be undone depends on the second.
        work: (db, sound) => work(db, input, sound, { by: actor, at: clock(), buurten }),
      });
      const { answer, replayed } = await orProblem(done);
      return c.json(answer, 201, replayed);
    });

  serve(decideOnIdea, 'idea.decide', IdeaDecisionShape, async (db, input, decision, context) => {
    const version = input.headers['if-match']?.slice(1, -1);
    if (version === undefined)
      throw new HttpProblem('version-needed', 'Stuur als If-Match mee welke versie van het idee je zag.');
    const { act: id, undoUntil } = await decideOnSeenIdea(
      db,
      input.params.id,
      { ...decision, version },
      context,
    );
    return { act: id, undoUntil: undoUntil?.toISOString() ?? null };
  });

  serve(undoAct, 'idea.decide', z.strictObject({}), (db, { params: { id } }, _, context) =>
    undoDecision(db, id, context),
  );

  serve(judgeRemark, 'report.resolve', RemarkDecisionShape, async (db, { params }, { state }, context) => {
    const { id } = params;
    await reviewRemarks(db, [id], state, context);
    if (state === 'published') await resolveReports(db, [id], context);
    return { id };
  });

  serve(
    answerAsOrganisation,
    'question.answer',
    StaffAnswerShape,
    async (db, { params: { id } }, { text }, context) => {
      await answerQuestion(db, id, { text, by: 'organisation', mayReplace: false }, context);
      return { id };
    },
  );

  serve(
    answerOfferAsOrganisation,
    'offer.answer',
    OfferAnswerShape,
    async (db, { params: { id } }, answer, context) => {
      await answerOffers(db, [id], { ...answer, mustReach: true }, context);
      return { id };
    },
  );

  serve(setStanding, 'promise.write', StandingShape, async (db, { params: { id } }, standing, context) => {
    await setStatus(db, id, standing, context);
    return { id };
  });

  serve(
    tellNewsAsOrganisation,
    'promise.write',
    StaffNewsShape,
    async (db, { params: { id } }, news, context) => {
      await addNews(db, id, news, context);
      return { id };
    },
  );

  serve(
    savePromiseAsOrganisation,
    'promise.write',
    StaffPromiseShape,
    async (db, { params: { id } }, change, context) => ({
      id: (await savePromise(db, id, change, context)).id,
    }),
  );
}
