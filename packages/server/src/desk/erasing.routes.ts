import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { readJson } from '../http/body.js';
import { checkedBody } from '../http/checked-body.js';
import { idParams, jsonBody } from '../http/contract.js';
import { Made } from '../http/shared.schemas.js';
import { describeErasure, eraseSeenIdea } from '../ideas/ideas.service.js';
import { eraseRemarks } from '../initiatives/remarks.service.js';
import { removeOffers } from '../neighbours/offers.service.js';
import { findPerson, forgetPerson, rehearseForgetting } from '../neighbours/person.service.js';
import { deskEndpoint, deskHeaders, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';
import {
  ErasedIdeaShape,
  ForgettingRequestShape,
  ForgettingShape,
  TextMatchesShape,
  IdeaErasureShape,
  mostTextMatches,
  PersonSearchShape,
} from './erasing.schemas.js';
import { orProblem } from './refusal-problem.js';
import { seenHeaders, seenResponses, seenVersion } from './seen-version.js';

/** Words of or about somebody go in the body: an address is kept in logs and histories. */
const aboutPerson = { method: 'post' as const, tags: ['Desk'], security: deskSecurity };
const ofAllBuurten = 'For who may do this in all buurten: what is kept of somebody can stand in any.';

export const findPersonAtDesk = createRoute({
  ...aboutPerson,
  path: '/desk/person/texts',
  operationId: 'findPerson',
  summary: 'Every text with a name, an address, a number or other words, and what erases it',
  description: `${ofAllBuurten} That somebody looked is kept, and not what for.`,
  request: { headers: deskHeaders, body: jsonBody(PersonSearchShape) },
  responses: deskResponses('Where it stands', TextMatchesShape),
});

export const previewForgetting = createRoute({
  ...aboutPerson,
  path: '/desk/person/forgetting-preview',
  operationId: 'previewForgetting',
  summary: 'What forgetting somebody would erase, and what would stay; changes nothing',
  description: ofAllBuurten,
  request: { headers: deskHeaders, body: jsonBody(ForgettingRequestShape) },
  responses: deskResponses('What it would come to', ForgettingShape),
});

export const forgetPersonAtDesk = createRoute({
  ...aboutPerson,
  path: '/desk/person/forgetting',
  operationId: 'forgetPerson',
  summary: 'Erase how somebody can be reached, everywhere, because they ask for it',
  // A fingerprint of the body, as an Idempotency-Key keeps, would lead to the address.
  description: `${ofAllBuurten} It can be asked again: what is erased already is not there any more.`,
  request: { headers: deskHeaders, body: jsonBody(ForgettingRequestShape) },
  responses: deskResponses('What was erased', ForgettingShape),
});

export const getIdeaErasure = createRoute({
  method: 'get',
  path: '/desk/ideas/{id}/erasure',
  operationId: 'getIdeaErasure',
  tags: ['Desk'],
  summary: 'What would go with an idea that is erased for good, and what would stay',
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('What would go and stay', IdeaErasureShape),
});

export const eraseIdea = createRoute({
  ...deskAct,
  path: '/desk/ideas/{id}/erasure',
  operationId: 'eraseIdea',
  summary: 'Erase an idea for good, with everything that belongs to it',
  request: { params: idParams, headers: seenHeaders, body: jsonBody(ErasedIdeaShape) },
  responses: { ...actResponses(Made, 'It cannot be so now'), ...seenResponses },
});

export const eraseRemark = createRoute({
  ...deskAct,
  path: '/desk/remarks/{id}/erasure',
  operationId: 'eraseRemark',
  summary: 'Erase a remark for good, with its name and the reports of it',
  request: { params: idParams, headers: actHeaders, body: jsonBody(z.strictObject({})) },
  responses: actResponses(Made, 'It cannot be so now'),
});

export const removeOffer = createRoute({
  ...deskAct,
  path: '/desk/offers/{id}/removal',
  operationId: 'removeOffer',
  summary: 'Erase an offer for good, with how to reach the neighbour',
  request: { params: idParams, headers: actHeaders, body: jsonBody(z.strictObject({})) },
  responses: actResponses(Made, 'It cannot be so now'),
});

/** What is kept of people, and erasing it for good. */
export function erasingRoutes(app: Hono, deps: AppDeps): void {
  const { store, clock } = deps;
  const most = mostTextMatches;

  deskEndpoint(app, deps, findPersonAtDesk, 'person.erase', async (c, _, { actor, buurten }) => {
    const { text } = checkedBody(PersonSearchShape, await readJson(c.req.raw), () => []);
    const context = { by: actor, at: clock(), buurten };
    return c.json(await orProblem(store.transaction((db) => findPerson(db, { text, most }, context))));
  });

  deskEndpoint(app, deps, previewForgetting, 'person.erase', async (c, _, { actor, buurten }) => {
    const { address } = checkedBody(ForgettingRequestShape, await readJson(c.req.raw), () => []);
    const context = { by: actor, at: clock(), buurten };
    return c.json(await orProblem(rehearseForgetting(store, { address, most }, context)));
  });

  deskEndpoint(app, deps, forgetPersonAtDesk, 'person.erase', async (c, _, { actor, buurten }) => {
    const { address } = checkedBody(ForgettingRequestShape, await readJson(c.req.raw), () => []);
    const context = { by: actor, at: clock(), buurten };
    return c.json(await orProblem(store.transaction((db) => forgetPerson(db, { address, most }, context))));
  });

  deskEndpoint(app, deps, getIdeaErasure, 'person.erase', async (c, { params: { id } }, { buurten }) => {
    const erasure = await orProblem(describeErasure(store.db, id, buurten));
    return c.json(erasure, 200, { ETag: `"${erasure.version}"` });
  });

  actEndpoint(
    app,
    deps,
    eraseIdea,
    'person.erase',
    ErasedIdeaShape,
    async (db, { params: { id }, headers }, { reference }, context) => {
      await eraseSeenIdea(db, id, { reference, version: seenVersion(headers) }, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    eraseRemark,
    'person.erase',
    z.strictObject({}),
    async (db, { params: { id } }, _, context) => {
      await eraseRemarks(db, [id], context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    removeOffer,
    'person.erase',
    z.strictObject({}),
    async (db, { params: { id } }, _, context) => {
      await removeOffers(db, [id], context);
      return { id };
    },
  );
}
