import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { ActContext } from '../acts/acts.queries.js';
import type { AppDeps } from '../http/app-deps.js';
import { readJson } from '../http/body.js';
import { checkedBody } from '../http/checked-body.js';
import { Id, idParams, jsonBody, problem } from '../http/contract.js';
import { Made } from '../http/shared.schemas.js';
import {
  enterPaper,
  enterPaperWithoutCode,
  paperForDesk,
  removePaperEntry,
} from '../rounds/paper-ballots.service.js';
import {
  deskEndpoint,
  deskHeaders,
  deskResponses,
  deskSecurity,
  type DeskCaller,
} from '../staff/desk-endpoint.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';
import {
  DeskPaperShape,
  NewPaperEntryShape,
  PaperAnswerShape,
  PaperWithoutCodeShape,
} from './paper-ballots.schemas.js';
import { orProblem } from './refusal-problem.js';

const Nothing = z.strictObject({});
const notOpen = 'The round is not open';

export const getDeskPaper = createRoute({
  method: 'get',
  path: '/desk/rounds/{id}/paper',
  operationId: 'getDeskPaper',
  tags: ['Desk'],
  summary:
    'How it goes with the ballots on paper of a budget vote, and of which people typed different things',
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('The ballots on paper', DeskPaperShape),
});

export const enterDeskPaper = createRoute({
  method: 'post',
  path: '/desk/rounds/{id}/paper-ballots',
  operationId: 'enterPaperBallot',
  tags: ['Desk'],
  summary: 'Enter what one person typed of a ballot on paper; it counts once two people typed the same',
  description:
    'There is no Idempotency-Key, for with the key a hash of the code would be kept: what the same person sends again changes nothing.',
  security: deskSecurity,
  request: { params: idParams, headers: deskHeaders, body: jsonBody(NewPaperEntryShape) },
  responses: { ...deskResponses('What is done with it', PaperAnswerShape), 409: problem(notOpen) },
});

export const enterDeskPaperWithoutCode = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/paper-without-code',
  operationId: 'enterPaperWithoutCode',
  summary:
    'Enter a ballot on paper without a code of this round: it counts for nobody, and two people say so',
  request: { params: idParams, headers: actHeaders, body: jsonBody(PaperWithoutCodeShape) },
  responses: actResponses(PaperAnswerShape, notOpen),
});

export const removeDeskPaper = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/paper-ballots/{paperId}/removal',
  operationId: 'removePaperEntry',
  summary: 'Take away what one typed oneself of a ballot on paper that is not settled',
  request: {
    params: z.strictObject({ id: Id, paperId: Id }),
    headers: actHeaders,
    body: jsonBody(Nothing),
  },
  responses: actResponses(Made, 'It cannot be so now'),
});

/** Ballots on paper at the desk: two people type each of them over. */
export function paperRoutes(app: Hono, deps: AppDeps): void {
  const { store, clock, hasher } = deps;
  const contextOf = ({ actor, buurten }: DeskCaller): ActContext => ({ by: actor, at: clock(), buurten });

  deskEndpoint(app, deps, getDeskPaper, 'round.write', async (c, { params: { id } }, caller) => {
    const paper = store.transaction((db) => paperForDesk(db, id, contextOf(caller)));
    return c.json(await orProblem(paper));
  });

  deskEndpoint(app, deps, enterDeskPaper, 'round.write', async (c, { params: { id } }, caller) => {
    const typed = checkedBody(NewPaperEntryShape, await readJson(c.req.raw), () => []);
    const maker = { hasher, asker: { group: `paper:${caller.staff.id}`, signal: c.req.raw.signal } };
    return c.json(await orProblem(enterPaper(store, id, typed, maker, contextOf(caller))));
  });

  actEndpoint(
    app,
    deps,
    enterDeskPaperWithoutCode,
    'round.write',
    PaperWithoutCodeShape,
    (db, { params: { id } }, { pass }, context) => enterPaperWithoutCode(db, id, pass, context),
  );

  actEndpoint(
    app,
    deps,
    removeDeskPaper,
    'round.write',
    Nothing,
    async (db, { params: { id: roundId, paperId } }, _, context) => {
      await removePaperEntry(db, { roundId, paperId }, context);
      return { id: paperId };
    },
  );
}
