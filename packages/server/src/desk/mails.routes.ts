import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { idParams, jsonBody } from '../http/contract.js';
import { Made } from '../http/shared.schemas.js';
import { dropMail, retryMail } from '../mail/mails.service.js';
import { mailsForDesk } from '../mail/waiting-mails.queries.js';
import { deskEndpoint, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import { buurtenOf } from '../staff/roles.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';
import { DeskMailsShape, mostDeskMails } from './mails.schemas.js';

const nothing = z.strictObject({});

export const listDeskMails = createRoute({
  method: 'get',
  path: '/desk/mails',
  operationId: 'listDeskMails',
  tags: ['Desk'],
  summary: 'Mails that no mail server took, why, and when they are tried again',
  description:
    'What is of no buurt, as a mail to somebody at the desk, is there for who may read of all buurten.',
  security: deskSecurity,
  responses: deskResponses('The mails', DeskMailsShape),
});

export const retryDeskMail = createRoute({
  ...deskAct,
  path: '/desk/mails/{id}/retry',
  operationId: 'retryMail',
  summary: 'Send a mail again that was not taken',
  request: { params: idParams, headers: actHeaders, body: jsonBody(nothing) },
  responses: actResponses(Made, 'It cannot be so now'),
});

export const dropDeskMail = createRoute({
  ...deskAct,
  path: '/desk/mails/{id}/removal',
  operationId: 'dropMail',
  summary: 'Give up a mail that was not taken; it is erased',
  request: { params: idParams, headers: actHeaders, body: jsonBody(nothing) },
  responses: actResponses(Made, 'It cannot be so now'),
});

/** Mails that did not arrive: who may know how to reach somebody can see what is wrong with the address, and act. */
export function deskMailRoutes(app: Hono, deps: AppDeps): void {
  deskEndpoint(app, deps, listDeskMails, 'inbox.read', async (c, _, { staff, buurten }) =>
    c.json(
      await mailsForDesk(deps.store.db, {
        buurten,
        addressesIn: buurtenOf(staff, 'contact.read'),
        limit: mostDeskMails,
      }),
    ),
  );

  actEndpoint(
    app,
    deps,
    retryDeskMail,
    'contact.read',
    nothing,
    async (db, { params: { id } }, _, context) => {
      await retryMail(db, id, context);
      return { id };
    },
  );

  actEndpoint(
    app,
    deps,
    dropDeskMail,
    'contact.read',
    nothing,
    async (db, { params: { id } }, _, context) => {
      await dropMail(db, id, context);
      return { id };
    },
  );
}
