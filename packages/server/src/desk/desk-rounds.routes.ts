import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { Id, idParams, jsonBody } from '../http/contract.js';
import { notFound } from '../http/problem-json.js';
import { Made } from '../http/shared.schemas.js';
import { counter } from '../rounds/results.js';
import {
  cancelRoundNow,
  closeRoundNow,
  editProposal,
  editRound,
  openRoundNow,
  settleRound,
  withdrawProposal,
} from '../rounds/rounds.service.js';
import { deskEndpoint, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';
import { roundForDesk, roundsForDesk } from './desk-rounds.queries.js';
import {
  DeskRoundShape,
  DeskRoundsShape,
  ProposalChangesShape,
  RoundChangesShape,
  SettlementShape,
} from './desk-rounds.schemas.js';

const tags = ['Desk'];
const Nothing = z.strictObject({});

export const listDeskRounds = createRoute({
  method: 'get',
  path: '/desk/rounds',
  operationId: 'listDeskRounds',
  tags,
  summary: 'The budget votes of their buurten, the one that opens last first; also those that were cancelled',
  security: deskSecurity,
  responses: deskResponses('The rounds', DeskRoundsShape),
});

export const getDeskRound = createRoute({
  method: 'get',
  path: '/desk/rounds/{id}',
  operationId: 'getDeskRound',
  tags,
  summary: 'A budget vote with its rules in words, its letters and, once closed, its result',
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('The round', DeskRoundShape),
});

export const openDeskRound = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/opening',
  operationId: 'openRound',
  summary: 'Open a budget vote now, before its time',
  request: { params: idParams, headers: actHeaders, body: jsonBody(Nothing) },
  responses: actResponses(Made, 'It is not still to come'),
});

export const closeDeskRound = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/closing',
  operationId: 'closeRound',
  summary: 'Close a budget vote now, before its time; it cannot be opened again',
  request: { params: idParams, headers: actHeaders, body: jsonBody(Nothing) },
  responses: actResponses(Made, 'It is not open'),
});

export const cancelDeskRound = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/cancellation',
  operationId: 'cancelRound',
  summary: 'Take a budget vote back for which nobody voted yet',
  request: { params: idParams, headers: actHeaders, body: jsonBody(Nothing) },
  responses: actResponses(Made, 'Somebody voted, or it is over'),
});

export const changeDeskRound = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/changes',
  operationId: 'changeRound',
  summary: 'Change the name, the introduction or the times of a budget vote',
  description: 'Letters that are printed say what it said until now.',
  request: { params: idParams, headers: actHeaders, body: jsonBody(RoundChangesShape) },
  responses: actResponses(Made, 'It cannot be changed so'),
});

const proposalParams = z.strictObject({ id: Id, proposalId: z.string().min(1).max(100) });

export const changeDeskProposal = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/proposals/{proposalId}/changes',
  operationId: 'changeProposal',
  summary: 'Change the text or the amount of a proposal, before voting begins',
  description:
    'Letters that are printed say what it said until now; with another title, ballots on paper may number the plans in another order.',
  request: { params: proposalParams, headers: actHeaders, body: jsonBody(ProposalChangesShape) },
  responses: actResponses(Made, 'People vote or voted, or it says so already'),
});

export const withdrawDeskProposal = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/proposals/{proposalId}/withdrawal',
  operationId: 'withdrawProposal',
  summary: 'Take a proposal out of a budget vote: it stays to be seen, and cannot be chosen or win',
  request: { params: proposalParams, headers: actHeaders, body: jsonBody(Nothing) },
  responses: actResponses(Made, 'The round is over'),
});

export const settleDeskRound = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/settlement',
  operationId: 'settleRound',
  summary: 'Make promises of what a closed budget vote granted, once; makers and followers hear it',
  request: { params: idParams, headers: actHeaders, body: jsonBody(SettlementShape) },
  responses: actResponses(Made, 'It is not closed, or was settled before'),
});

/** Budget votes at the desk. */
export function deskRoundRoutes(app: Hono, deps: AppDeps): void {
  const { store } = deps;
  const count = counter(store);

  deskEndpoint(app, deps, listDeskRounds, 'inbox.read', async (c, _, { buurten }) =>
    c.json({ rounds: await roundsForDesk(store, buurten) }),
  );

  deskEndpoint(app, deps, getDeskRound, 'inbox.read', async (c, { params: { id } }, { buurten }) => {
    const round = await roundForDesk(store, id, { buurten, count });
    if (!round) throw notFound();
    return c.json(round);
  });

  actEndpoint(app, deps, openDeskRound, 'round.release', Nothing, async (db, { params }, _, context) => {
    await openRoundNow(db, params.id, context);
    return params;
  });

  actEndpoint(app, deps, closeDeskRound, 'round.release', Nothing, async (db, { params }, _, context) => {
    await closeRoundNow(db, params.id, context);
    return params;
  });

  actEndpoint(app, deps, cancelDeskRound, 'round.release', Nothing, async (db, { params }, _, context) => {
    await cancelRoundNow(db, params.id, context);
    return params;
  });

  actEndpoint(
    app,
    deps,
    changeDeskRound,
    'round.write',
    RoundChangesShape,
    async (db, { params }, edit, context) => {
      await editRound(db, params.id, edit, context);
      return params;
    },
  );

  actEndpoint(
    app,
    deps,
    changeDeskProposal,
    'round.write',
    ProposalChangesShape,
    async (db, { params: { id, proposalId } }, edit, context) => {
      await editProposal(db, [id, proposalId], edit, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    withdrawDeskProposal,
    'round.write',
    Nothing,
    async (db, { params: { id, proposalId } }, _, context) => {
      await withdrawProposal(db, [id, proposalId], context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    settleDeskRound,
    'round.release',
    SettlementShape,
    async (db, { params }, { who, dueOn }, context) => {
      await settleRound(db, params.id, { who, by: dueOn }, context);
      return params;
    },
  );
}
