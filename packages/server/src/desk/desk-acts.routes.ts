import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { idParams, jsonBody } from '../http/contract.js';
import { Made } from '../http/shared.schemas.js';
import { correctIdea, decideOnSeenIdea, undoDecision } from '../ideas/ideas.service.js';
import { addNews, savePromise, setStatus } from '../initiatives/initiatives.service.js';
import { answerQuestion, resolveReports, reviewRemarks } from '../initiatives/remarks.service.js';
import { IdeaTextsShape, OfferAnswerShape } from '../makers/makers.schemas.js';
import { answerOffers } from '../neighbours/offers.service.js';
import { decideOnPhoto } from '../photos/photos.service.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';
import {
  DecidedShape,
  IdeaDecisionShape,
  PhotoDecisionShape,
  RemarkDecisionShape,
  StaffAnswerShape,
  StaffNewsShape,
  StaffPromiseShape,
  StandingShape,
} from './desk.schemas.js';
import { seenHeaders, seenResponses, seenVersion } from './seen-version.js';

export const decideOnIdea = createRoute({
  ...deskAct,
  path: '/desk/ideas/{id}/decision',
  operationId: 'decideOnIdea',
  summary: 'Publish, decline or hide an idea',
  description:
    'Its maker hears of it, with the reason. Until `undoUntil` whoever decided can undo it; then makers and followers hear.',
  request: {
    params: idParams,
    headers: seenHeaders,
    body: jsonBody(IdeaDecisionShape),
  },
  responses: {
    ...actResponses(DecidedShape, 'It stands in a vote, and nobody said that it may be withdrawn'),
    ...seenResponses,
  },
});

export const correctIdeaAtDesk = createRoute({
  ...deskAct,
  path: '/desk/ideas/{id}/correction',
  operationId: 'correctIdea',
  summary: 'Correct typing errors in title and story',
  description:
    'By the rules of the form, as far as a text changes. What it said before is kept with who changed it, and its maker hears of it. ' +
    'What stands on a ballot stays as it is there.',
  request: { params: idParams, headers: seenHeaders, body: jsonBody(IdeaTextsShape) },
  responses: { ...actResponses(Made, 'It cannot be so now'), ...seenResponses },
});

export const judgePhoto = createRoute({
  ...deskAct,
  path: '/desk/photos/{id}/decision',
  operationId: 'judgePhoto',
  summary: 'Take a photo of an idea off the site, or show it again; its maker hears of it, with the reason',
  request: { params: idParams, headers: actHeaders, body: jsonBody(PhotoDecisionShape) },
  responses: actResponses(Made, 'It cannot be so now'),
});

export const undoAct = createRoute({
  ...deskAct,
  path: '/desk/acts/{id}/undo',
  operationId: 'undoAct',
  summary: 'Undo what one decided just now: the idea waits again, and nobody hears of it',
  request: {
    params: z.strictObject({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    headers: actHeaders,
    body: jsonBody(z.strictObject({})),
  },
  responses: actResponses(Made, 'It cannot be undone, or not any more'),
});

export const judgeRemark = createRoute({
  ...deskAct,
  path: '/desk/remarks/{id}/decision',
  operationId: 'judgeRemark',
  summary: 'Show a remark, which resolves what neighbours reported of it; or take it off',
  request: { params: idParams, headers: actHeaders, body: jsonBody(RemarkDecisionShape) },
  responses: actResponses(Made, 'It cannot be so now'),
});

export const answerAsOrganisation = createRoute({
  ...deskAct,
  path: '/desk/remarks/{id}/answer',
  operationId: 'answerAsOrganisation',
  summary: 'Answer a question that nobody answered; the answer stands under it',
  request: { params: idParams, headers: actHeaders, body: jsonBody(StaffAnswerShape) },
  responses: actResponses(Made, 'Somebody answered it already'),
});

export const answerOfferAsOrganisation = createRoute({
  ...deskAct,
  path: '/desk/offers/{id}/answer',
  operationId: 'answerOfferAsOrganisation',
  summary:
    'Say to a neighbour that they join, or kindly that they do not, in the place of a maker who cannot',
  request: { params: idParams, headers: actHeaders, body: jsonBody(OfferAnswerShape) },
  responses: actResponses(Made, 'It cannot be so now'),
});

export const setStanding = createRoute({
  ...deskAct,
  path: '/desk/ideas/{id}/standing',
  operationId: 'setStanding',
  summary: 'Say where an initiative stands, and why; its maker and who follows are mailed',
  request: { params: idParams, headers: actHeaders, body: jsonBody(StandingShape) },
  responses: actResponses(Made, 'The votes say another thing, or it is not on the site'),
});

export const tellNewsAsOrganisation = createRoute({
  ...deskAct,
  path: '/desk/ideas/{id}/news',
  operationId: 'tellNewsAsOrganisation',
  summary: 'Tell news of an initiative: on the site, and to who follows',
  request: { params: idParams, headers: actHeaders, body: jsonBody(StaffNewsShape) },
  responses: actResponses(Made, 'It is not on the site'),
});

export const savePromiseAsOrganisation = createRoute({
  ...deskAct,
  path: '/desk/ideas/{id}/promises',
  operationId: 'savePromise',
  summary: 'Promise something to an initiative, or say what became of a promise',
  request: { params: idParams, headers: actHeaders, body: jsonBody(StaffPromiseShape) },
  responses: actResponses(Made, 'It is not on the site'),
});

/** What staff do at the desk. */
export function deskActRoutes(app: Hono, deps: AppDeps): void {
  actEndpoint(
    app,
    deps,
    decideOnIdea,
    'idea.decide',
    IdeaDecisionShape,
    async (db, input, decision, context) => {
      const version = seenVersion(input.headers);
      const { act: id, undoUntil } = await decideOnSeenIdea(
        db,
        input.params.id,
        { ...decision, version },
        context,
      );
      return { act: id, undoUntil: undoUntil?.toISOString() ?? null };
    },
  );

  actEndpoint(
    app,
    deps,
    correctIdeaAtDesk,
    'idea.decide',
    IdeaTextsShape,
    async (db, { params: { id }, headers }, texts, context) => {
      await correctIdea(db, id, { ...texts, version: seenVersion(headers) }, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    judgePhoto,
    'idea.decide',
    PhotoDecisionShape,
    async (db, { params: { id } }, decision, context) => {
      await decideOnPhoto(db, id, decision, context);
      return { id };
    },
  );

  actEndpoint(app, deps, undoAct, 'idea.decide', z.strictObject({}), (db, { params: { id } }, _, context) =>
    undoDecision(db, id, context),
  );

  actEndpoint(
    app,
    deps,
    judgeRemark,
    'report.resolve',
    RemarkDecisionShape,
    async (db, { params }, { state }, context) => {
      const { id } = params;
      await reviewRemarks(db, [id], state, context);
      if (state === 'published') await resolveReports(db, [id], context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    answerAsOrganisation,
    'question.answer',
    StaffAnswerShape,
    async (db, { params: { id } }, { text }, context) => {
      await answerQuestion(db, id, { text, by: 'organisation', mayReplace: false }, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    answerOfferAsOrganisation,
    'offer.answer',
    OfferAnswerShape,
    async (db, { params: { id } }, answer, context) => {
      await answerOffers(db, [id], { ...answer, mustReach: true }, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    setStanding,
    'promise.write',
    StandingShape,
    async (db, { params: { id } }, standing, context) => {
      await setStatus(db, id, standing, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    tellNewsAsOrganisation,
    'promise.write',
    StaffNewsShape,
    async (db, { params: { id } }, news, context) => {
      await addNews(db, id, news, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    savePromiseAsOrganisation,
    'promise.write',
    StaffPromiseShape,
    async (db, { params: { id } }, change, context) => ({
      id: (await savePromise(db, id, change, context)).id,
    }),
  );
}
