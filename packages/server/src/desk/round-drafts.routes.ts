import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { buurtParams, idParams, jsonBody } from '../http/contract.js';
import { checkedBody } from '../http/checked-body.js';
import { readJson } from '../http/body.js';
import { notFound } from '../http/problem-json.js';
import { Made } from '../http/shared.schemas.js';
import { isWithin } from '../acts/within.js';
import { buurtWithin } from '../buurten/buurt-within.js';
import { findBuurtenToVoteIn } from '../rounds/draft.queries.js';
import { findDraft, listDrafts } from '../rounds/round-drafts.queries.js';
import {
  beginDraft,
  candidatesIn,
  changeDraft,
  checkPlan,
  dropDraft,
  releaseDraft,
} from '../rounds/round-drafts.service.js';
import { createRoundSecret } from '../secrets/credential-hash.js';
import { deskEndpoint, deskHeaders, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';
import { orProblem } from './refusal-problem.js';
import {
  DraftsShape,
  NewDraftShape,
  PlanCheckShape,
  ReleaseShape,
  RoundDraftShape,
  RoundPlanShape,
  SavedPlanShape,
} from './round-drafts.schemas.js';

const tags = ['Desk'];

export const listRoundDrafts = createRoute({
  method: 'get',
  path: '/desk/round-drafts',
  operationId: 'listRoundDrafts',
  tags,
  summary: 'Budget votes that are thought out, and where there is something to vote about',
  security: deskSecurity,
  responses: deskResponses('The drafts', DraftsShape),
});

export const getRoundDraft = createRoute({
  method: 'get',
  path: '/desk/round-drafts/{id}',
  operationId: 'getRoundDraft',
  tags,
  summary: 'A budget vote that is thought out, what is wrong with it, and what can be on its ballot',
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('The draft', RoundDraftShape),
});

export const checkRoundPlan = createRoute({
  method: 'post',
  path: '/desk/buurten/{code}/round-check',
  operationId: 'checkRoundPlan',
  tags,
  summary:
    'What a plan for a budget vote comes to: what is wrong with it, or its rules in words; keeps nothing',
  security: deskSecurity,
  request: { params: buurtParams, headers: deskHeaders, body: jsonBody(RoundPlanShape) },
  responses: deskResponses('What it comes to', PlanCheckShape),
});

export const beginRoundDraft = createRoute({
  ...deskAct,
  path: '/desk/round-drafts',
  operationId: 'beginRoundDraft',
  summary: 'Begin to think out a budget vote, as most neighbourhoods begin',
  request: { headers: actHeaders, body: jsonBody(NewDraftShape) },
  responses: actResponses(Made, 'Never'),
});

export const changeRoundDraft = createRoute({
  ...deskAct,
  path: '/desk/round-drafts/{id}/changes',
  operationId: 'changeRoundDraft',
  summary: 'Save how a budget vote should be; it may be incomplete',
  request: { params: idParams, headers: actHeaders, body: jsonBody(SavedPlanShape) },
  responses: {
    ...actResponses(Made, 'Never'),
    412: { ...actResponses(Made, '')[409], description: 'It is another version than was seen' },
  },
});

export const releaseRoundDraft = createRoute({
  ...deskAct,
  path: '/desk/round-drafts/{id}/release',
  operationId: 'releaseRoundDraft',
  summary: 'Make the budget vote of a draft that somebody else saved last; it gets the id of the draft',
  request: { params: idParams, headers: actHeaders, body: jsonBody(ReleaseShape) },
  responses: {
    ...actResponses(Made, 'Whoever asks saved it last'),
    412: { ...actResponses(Made, '')[409], description: 'It is another version than was seen' },
  },
});

export const removeRoundDraft = createRoute({
  ...deskAct,
  path: '/desk/round-drafts/{id}/removal',
  operationId: 'removeRoundDraft',
  summary: 'Throw a draft away',
  request: { params: idParams, headers: actHeaders, body: jsonBody(z.strictObject({})) },
  responses: actResponses(Made, 'Never'),
});

/** Budget votes that are thought out at the desk, and made by a second person. */
export function roundDraftRoutes(app: Hono, deps: AppDeps): void {
  const { store, clock, hasher } = deps;
  const { db } = store;

  deskEndpoint(app, deps, listRoundDrafts, 'round.write', async (c, _, { buurten }) =>
    c.json({
      drafts: await listDrafts(db, buurten),
      buurten: await findBuurtenToVoteIn(db, buurten),
    }),
  );

  deskEndpoint(app, deps, getRoundDraft, 'round.write', async (c, { params: { id } }, { staff, buurten }) => {
    const row = await findDraft(db, id);
    if (!row || !isWithin(buurten, row.buurt_code)) throw notFound();
    const { plan, version } = row;
    const buurt = await buurtWithin(db, row.buurt_code, { buurten });
    return c.json({
      ...{ id, version, plan, buurt: { code: buurt.code, name: buurt.name }, name: plan.name },
      ...{ savedAt: row.saved_at.toISOString(), savedBy: row.saved_by_name },
      check: await checkPlan(db, buurt, plan, clock()),
      candidates: await candidatesIn(db, buurt.code),
      isOfColleague: row.saved_by !== staff.id,
    });
  });

  deskEndpoint(app, deps, checkRoundPlan, 'round.write', async (c, { params: { code } }, { buurten }) => {
    const plan = checkedBody(RoundPlanShape, await readJson(c.req.raw), () => []);
    const buurt = await orProblem(buurtWithin(db, code, { buurten }));
    return c.json(await checkPlan(db, buurt, plan, clock()));
  });

  actEndpoint(
    app,
    deps,
    beginRoundDraft,
    'round.write',
    NewDraftShape,
    async (db, _, { buurt }, context) => ({
      id: await beginDraft(db, buurt, context),
    }),
  );

  actEndpoint(
    app,
    deps,
    changeRoundDraft,
    'round.write',
    SavedPlanShape,
    async (db, { params }, saved, context) => {
      await changeDraft(db, params.id, saved, context);
      return params;
    },
  );

  actEndpoint(
    app,
    deps,
    releaseRoundDraft,
    'round.release',
    ReleaseShape,
    async (db, { params }, { version }, context) => {
      await releaseDraft(db, params.id, { version, roundSecret: createRoundSecret(hasher) }, context);
      return params;
    },
  );

  actEndpoint(
    app,
    deps,
    removeRoundDraft,
    'round.write',
    z.strictObject({}),
    async (db, { params }, _, context) => {
      await dropDraft(db, params.id, context);
      return params;
    },
  );
}
