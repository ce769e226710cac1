import { createRoute, z } from '@hono/zod-openapi';
import type { InboxEntry } from '@buurt/domain/desk/inbox.js';
import type { Hono } from 'hono';
import { atomFeed, atomHeaders, type AtomEntry } from '../followers/atom-feed.js';
import type { AppDeps } from '../http/app-deps.js';
import { okResponse } from '../http/contract.js';
import { endpoint } from '../http/endpoint.js';
import { notFound } from '../http/problem-json.js';
import { RateLimit } from '../http/rate-limit.js';
import { longDay } from '../mail/mail-texts.js';
import { deskEndpoint, deskHeaders, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import { dropFeedToken, findFeedReader, findFeedToken } from '../staff/feed-tokens.queries.js';
import { buurtenOf } from '../staff/roles.js';
import { shownEntry, type StaffMailContext } from '../staff/staff-mail-texts.js';
import { staffMailMessages } from '../staff/staff-mails.messages.js';
import { rolesOf } from '../staff/staff.queries.js';
import { FeedAddressShape, FeedTokensShape, RevokedTokensShape } from '../staff/staff.schemas.js';
import { createFeedToken, tokenHash } from '../staff/staff.service.js';
import { readInbox } from './inbox.queries.js';

const tags = ['Desk'];

export const getInboxFeed = createRoute({
  method: 'get',
  path: '/desk/inbox.atom',
  operationId: 'getInboxFeed',
  tags,
  summary: 'What waits for one person at the desk, for their feed reader (Atom, RFC 4287)',
  description:
    'The token is all it takes, so that a feed reader can ask. What the person may read at that moment is in it; a feed of ' +
    'whoever may read nothing any more is not there.',
  request: {
    query: z.strictObject({
      token: z.string().max(100).openapi({ description: 'Of the address that they made at the desk' }),
    }),
  },
  responses: okResponse(
    'At most 50, that which should have been answered first on top',
    z.string(),
    'application/atom+xml',
  ),
});

export const listFeedTokens = createRoute({
  method: 'get',
  path: '/desk/feed-tokens',
  operationId: 'listFeedTokens',
  tags,
  summary: 'Whether whoever is logged in has an address for a feed reader',
  security: deskSecurity,
  responses: deskResponses('What they have', FeedTokensShape),
});

export const makeFeedToken = createRoute({
  method: 'post',
  path: '/desk/feed-tokens',
  operationId: 'makeFeedToken',
  tags,
  summary: 'Make an address for a feed reader; the one before is worth nothing any more',
  security: deskSecurity,
  request: { headers: deskHeaders },
  responses: deskResponses('The address', FeedAddressShape, 201),
});

export const revokeFeedTokens = createRoute({
  method: 'delete',
  path: '/desk/feed-tokens',
  operationId: 'revokeFeedTokens',
  tags,
  summary: 'Make the address for a feed reader worthless',
  security: deskSecurity,
  request: { headers: deskHeaders },
  responses: deskResponses('Whether there was one', RevokedTokensShape),
});

const mostEntries = 50;

/** So many wrong tokens a minute one caller is told are not there; a reader asks a few times an hour. */
const mostWrongPerMinute = 10;

/** Seen from the feed, where nobody said at which address this server is. */
const deskFromFeed = '../../desk';

function entryOf(entry: InboxEntry, context: StaffMailContext): AtomEntry {
  const { kind, id } = entry;
  const at = new Date(entry.since);
  const { link, details } = shownEntry(entry, context);
  const since = staffMailMessages[context.locale].since(longDay(at, context.locale));
  return {
    // A remark can wait as a remark and, later, as one that was reported.
    id: `urn:buurt:inbox:${kind}:${id}`,
    title: link.label,
    ...{ at, text: [...details, since].join('\n'), href: link.href },
  };
}

/** What waits at the desk in the feed reader of staff, and the address of that feed. */
export function inboxFeedRoutes(app: Hono, deps: AppDeps): void {
  const { store, clock, callerOf, deskUrl = deskFromFeed } = deps;
  const { db } = store;
  const wrongTokens = new RateLimit(mostWrongPerMinute, clock);

  endpoint(app, getInboxFeed, async (c, { query: { token } }) => {
    const at = clock();
    const reader = await findFeedReader(db, tokenHash(token), at);
    const roles = reader ? await rolesOf(db, reader.id) : [];
    const buurten = buurtenOf({ roles }, 'inbox.read');
    if (!reader || buurten.length === 0) {
      wrongTokens.count(callerOf(c));
      throw notFound();
    }
    const { id, locale } = reader;
    const maker = { staffId: id, buurten: buurtenOf({ roles }, 'round.release') };
    const { entries } = await readInbox(db, { buurten, maker, at, limit: mostEntries });
    const context = { locale, at, desk: deskUrl };
    const feed = await atomFeed({
      id: `urn:uuid:${id}`,
      ...{ ...staffMailMessages[locale].feed, locale },
      entries: entries.map((entry) => entryOf(entry, context)),
    });
    return c.body(feed, 200, atomHeaders);
  });

  deskEndpoint(app, deps, listFeedTokens, 'own session', async (c, _, { staff }) => {
    const token = await findFeedToken(db, staff.id, clock());
    return c.json({ tokens: token ? [{ createdAt: token.createdAt.toISOString() }] : [] });
  });

  deskEndpoint(app, deps, makeFeedToken, 'own session', async (c, _, { staff }) => {
    const at = clock();
    const token = await createFeedToken(db, staff.id, at);
    return c.json({ createdAt: at.toISOString(), url: `desk/inbox.atom?token=${token}` }, 201);
  });

  deskEndpoint(app, deps, revokeFeedTokens, 'own session', async (c, _, { staff }) =>
    c.json({ revoked: (await dropFeedToken(db, staff.id)) ? 1 : 0 }),
  );
}
