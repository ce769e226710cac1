import { createRoute, z } from '@hono/zod-openapi';
import type { FirstLogin } from '@buurt/domain/desk/colleague.js';
import type { Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { idParams, jsonBody } from '../http/contract.js';
import { Made } from '../http/shared.schemas.js';
import {
  changeRolesOf,
  colleaguesIn,
  inviteColleague,
  removeColleague,
} from '../staff/colleagues.service.js';
import { deskEndpoint, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import { ColleaguesShape, InvitationShape, RoleChangesShape } from '../staff/staff.schemas.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';

export const listColleagues = createRoute({
  method: 'get',
  path: '/desk/people',
  operationId: 'listColleagues',
  tags: ['Desk'],
  summary: 'Who can log in at the desk, and what they may',
  description: 'An admin of some buurten sees who has a role there.',
  security: deskSecurity,
  responses: deskResponses('Who can log in', ColleaguesShape),
});

export const inviteColleagueRoute = createRoute({
  ...deskAct,
  path: '/desk/people',
  operationId: 'inviteColleague',
  summary: 'Let somebody log in; a link is mailed to them where links let people in',
  request: { headers: actHeaders, body: jsonBody(InvitationShape) },
  responses: actResponses(Made, 'Whoever has this address can log in already'),
});

export const changeRoles = createRoute({
  ...deskAct,
  path: '/desk/people/{id}/roles',
  operationId: 'changeRoles',
  summary: 'Give and take roles; they hold from the next request of this person on',
  request: { params: idParams, headers: actHeaders, body: jsonBody(RoleChangesShape) },
  responses: actResponses(Made, 'Nobody would be left who lets others in'),
});

export const removeColleagueRoute = createRoute({
  ...deskAct,
  path: '/desk/people/{id}/removal',
  operationId: 'removeColleague',
  summary: 'Shut somebody out at once, also where they are logged in',
  request: { params: idParams, headers: actHeaders, body: jsonBody(z.strictObject({})) },
  responses: actResponses(Made, 'Nobody would be left who lets others in'),
});

/** Who can log in at the desk, and what they may. */
export function colleagueRoutes(app: Hono, deps: AppDeps): void {
  const { store, oidc, hasLoginLinks, sendsMails } = deps;
  const mailsLink = hasLoginLinks && sendsMails;
  const firstLogin: FirstLogin = mailsLink ? 'mail' : oidc ? 'account' : 'operator';

  deskEndpoint(app, deps, listColleagues, 'staff.write', async (c, _, { buurten }) =>
    c.json({
      colleagues: await colleaguesIn(store.db, buurten),
      firstLogin,
      account: oidc?.host ?? null,
    }),
  );

  actEndpoint(
    app,
    deps,
    inviteColleagueRoute,
    'staff.write',
    InvitationShape,
    async (db, _, invitation, context) => ({
      id: await inviteColleague(db, { ...invitation, mailsLink: hasLoginLinks }, context),
    }),
  );

  actEndpoint(
    app,
    deps,
    changeRoles,
    'staff.write',
    RoleChangesShape,
    async (db, { params: { id } }, changes, context) => {
      await changeRolesOf(db, id, changes, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    removeColleagueRoute,
    'staff.write',
    z.strictObject({}),
    async (db, { params: { id } }, _, context) => {
      await removeColleague(db, id, context);
      return { id };
    },
  );
}
