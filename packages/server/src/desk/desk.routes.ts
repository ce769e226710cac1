import { createRoute, z } from '@hono/zod-openapi';
import { inboxKinds } from '@buurt/domain/desk/inbox.js';
import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Hono } from 'hono';
import { csvStream } from '../cli/csv.js';
import { actsAsCsv } from '../cli/export-acts.js';
import type { AppDeps } from '../http/app-deps.js';
import { Id, idParams } from '../http/contract.js';
import { invalidInput, notFound } from '../http/problem-json.js';
import { signedPhoto } from '../photos/signed-photo.js';
import { deskEndpoint, deskResponses, deskSecurity, type DeskCaller } from '../staff/desk-endpoint.js';
import { buurtenOf, mayStaff } from '../staff/roles.js';
import {
  DeskIdeaShape,
  DeskOfferShape,
  DeskRemarkShape,
  IdeaMatchesShape,
  InboxShape,
  StaffActsShape,
} from './desk.schemas.js';
import { findIdeas, ideaForDesk, inboxCursorFrom, readInbox, staffActs } from './inbox.queries.js';
import { offerForDesk, remarkForDesk } from './messages.queries.js';

const tags = ['Desk'];
const limit = z.coerce.number().int().min(1).max(100).default(50);

export const getInbox = createRoute({
  method: 'get',
  path: '/desk/inbox',
  operationId: 'getInbox',
  tags,
  summary: 'What waits for staff in their buurten, that which should have been answered first on top',
  security: deskSecurity,
  request: {
    query: z.strictObject({
      kind: z.enum(inboxKinds).optional(),
      after: z.string().max(100).optional().openapi({ description: 'The `next` of the page before' }),
      limit,
    }),
  },
  responses: deskResponses('What waits', InboxShape),
});

const permittedContact = 'How to reach somebody is null for who may not see that in this buurt.';

export const findDeskIdeas = createRoute({
  method: 'get',
  path: '/desk/ideas',
  operationId: 'findDeskIdeas',
  tags,
  summary: 'Ideas with these words or this number, in whatever state, the newest first; at most 30',
  security: deskSecurity,
  request: { query: z.strictObject({ q: z.string().max(200).default('') }) },
  responses: deskResponses('What was found', IdeaMatchesShape),
});

export const getDeskIdea = createRoute({
  method: 'get',
  path: '/desk/ideas/{id}',
  operationId: 'getDeskIdea',
  tags,
  summary: 'An idea with all that was handed in, and what was done with it',
  description: `${permittedContact} The \`ETag\` is the version of the idea: a decision sends it along.`,
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('The idea', DeskIdeaShape),
});

export const getDeskRemark = createRoute({
  method: 'get',
  path: '/desk/remarks/{id}',
  operationId: 'getDeskRemark',
  tags,
  summary: 'A remark or a question of a neighbour, and why it was reported',
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('The remark', DeskRemarkShape),
});

export const getDeskOffer = createRoute({
  method: 'get',
  path: '/desk/offers/{id}',
  operationId: 'getDeskOffer',
  tags,
  summary: 'A neighbour who wants to join',
  description: permittedContact,
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('The offer', DeskOfferShape),
});

const actFilter = z.strictObject({
  staffId: Id.optional().openapi({ param: { description: 'Only what this person did' } }),
});
const ofNoBuurt = 'What was done in no buurt is there for who may read of all buurten.';

export const listActs = createRoute({
  method: 'get',
  path: '/desk/acts',
  operationId: 'listActs',
  tags,
  summary: 'Who did what, newest first',
  description: ofNoBuurt,
  security: deskSecurity,
  request: {
    query: actFilter.extend({
      before: z.coerce
        .number()
        .int()
        .min(1)
        .max(Number.MAX_SAFE_INTEGER)
        .optional()
        .openapi({ description: 'The `next` of the page before' }),
      limit,
    }),
  },
  responses: deskResponses('What was done', StaffActsShape),
});

export const exportActs = createRoute({
  method: 'get',
  path: '/desk/acts.csv',
  operationId: 'exportActs',
  tags,
  summary: 'Who did what for a spreadsheet, in Dutch, oldest first',
  description: ofNoBuurt,
  security: deskSecurity,
  request: { query: actFilter },
  responses: deskResponses('What was done', z.string(), 200, 'text/csv'),
});

/** What somebody may know of how to reach people: nothing, without leave in that buurt. */
const permitted = <T extends { readonly buurt: { readonly code: string }; readonly contact: unknown }>(
  { staff }: DeskCaller,
  shown: T,
): T => (mayStaff(staff, 'contact.read', shown.buurt.code) ? shown : { ...shown, contact: null });

/** What staff read at the desk. */
export function deskRoutes(app: Hono, deps: AppDeps): void {
  const { store, clock, secrets } = deps;
  const { db } = store;

  deskEndpoint(app, deps, getInbox, 'inbox.read', async (c, { query }, { staff, buurten }) => {
    const maker = { staffId: staff.id, buurten: buurtenOf(staff, 'round.release') };
    const after = query.after === undefined ? undefined : inboxCursorFrom(query.after);
    if (query.after !== undefined && !after) throw invalidInput([{ pointer: '/after', code: 'malformed' }]);
    const { kind, limit: most } = query;
    return c.json(await readInbox(db, { buurten, maker, kind, at: clock(), after, limit: most }));
  });

  deskEndpoint(app, deps, findDeskIdeas, 'inbox.read', async (c, { query: { q } }, { buurten }) =>
    c.json({ ideas: await findIdeas(store, { q: q.trim(), buurten }) }),
  );

  deskEndpoint(app, deps, getDeskIdea, 'inbox.read', async (c, { params: { id } }, caller) => {
    const idea = await ideaForDesk(store, id, caller.buurten);
    if (!idea) throw notFound();
    // What is not on the site is shown to nobody without a signature.
    const isShown = idea.state === 'published';
    const signed = <T extends Photo>(photo: T) => signedPhoto(photo, 'staff', secrets, clock());
    const photos = idea.photos.map((photo) => (isShown && !photo.hidden ? photo : signed(photo)));
    const news = idea.news.map(({ photo, ...each }) => ({
      ...each,
      photo: photo && !isShown ? signed(photo) : photo,
    }));
    return c.json(permitted(caller, { ...idea, photos, news }), 200, { ETag: `"${idea.version}"` });
  });

  deskEndpoint(app, deps, getDeskRemark, 'inbox.read', async (c, { params: { id } }, { buurten }) => {
    const remark = await remarkForDesk(db, id, buurten);
    if (!remark) throw notFound();
    return c.json(remark);
  });

  deskEndpoint(app, deps, getDeskOffer, 'inbox.read', async (c, { params: { id } }, caller) => {
    const offer = await offerForDesk(db, id, caller.buurten);
    if (!offer) throw notFound();
    return c.json(permitted(caller, offer));
  });

  deskEndpoint(app, deps, listActs, 'acts.read', async (c, { query }, { buurten }) =>
    c.json(await staffActs(db, { buurten, ...query })),
  );

  deskEndpoint(app, deps, exportActs, 'acts.read', (c, { query }, { buurten }) =>
    c.body(csvStream(actsAsCsv(db, { buurten, ...query })), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="wie-deed-wat.csv"',
    }),
  );
}
