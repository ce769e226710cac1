import { createRoute, z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { endpoint } from '../http/endpoint.js';
import { calendarFeed } from './calendar-feed.js';
import { atomFeed, atomHeaders, type AtomEntry } from './atom-feed.js';
import type { AppDeps } from '../http/app-deps.js';
import { notFound } from '../http/problem-json.js';
import { findBuurtRow } from '../buurten/buurten.queries.js';
import { findCalendarItems, findFeedItems, type FeedItem, type FeedScope } from './feed.queries.js';
import { published } from '../initiatives/initiatives.queries.js';
import { buurtParams, okResponse, idParams } from '../http/contract.js';

const tags = ['Feeds'];
const [atomType, calendarType] = ['application/atom+xml', 'text/calendar'];

export const getBuurtFeed = createRoute({
  method: 'get',
  path: '/buurten/{code}/feed.atom',
  operationId: 'getBuurtFeed',
  tags,
  summary: 'New initiatives of a buurt and news about them, for a feed reader (Atom, RFC 4287)',
  request: { params: buurtParams },
  responses: okResponse('The last 50, newest first', z.string(), atomType),
});

export const getInitiativeFeed = createRoute({
  method: 'get',
  path: '/initiatives/{id}/feed.atom',
  operationId: 'getInitiativeFeed',
  tags,
  summary: 'News about one initiative, for a feed reader (Atom, RFC 4287)',
  request: { params: idParams },
  responses: okResponse('The last 50, newest first', z.string(), atomType),
});

export const getBuurtAgenda = createRoute({
  method: 'get',
  path: '/buurten/{code}/agenda.ics',
  operationId: 'getBuurtAgenda',
  tags,
  summary:
    'What is promised by when in a buurt, and when there is a vote, for a calendar (iCalendar, RFC 5545)',
  request: { params: buurtParams },
  responses: okResponse('The calendar', z.string(), calendarType),
});

export const getInitiativeAgenda = createRoute({
  method: 'get',
  path: '/initiatives/{id}/agenda.ics',
  operationId: 'getInitiativeAgenda',
  tags,
  summary: 'What is promised by when for one initiative, for a calendar (iCalendar, RFC 5545)',
  request: { params: idParams },
  responses: okResponse('The calendar', z.string(), calendarType),
});

const entryOf = ({ id, title, text, at, isNews, photo }: FeedItem): AtomEntry => ({
  id: `urn:uuid:${id}`,
  title: `${isNews ? 'Nieuws over ' : ''}${title}`,
  ...{ at, text, photo },
});

export function feedRoutes(app: Hono, { store: { db } }: AppDeps): void {
  const ofBuurt = async (code: string) => {
    const buurt = await findBuurtRow(db, code);
    if (!buurt) throw notFound();
    return { id: `urn:buurt:${code}`, name: buurt.name, of: { buurt: code } };
  };
  const ofInitiative = async (id: string) => {
    const initiative = await published(db).select('title').where('id', '=', id).executeTakeFirst();
    if (!initiative) throw notFound();
    return { id: `urn:uuid:${id}`, name: initiative.title, of: { initiative: id } };
  };

  const feed = async (c: Context, { id, name, of }: { id: string; name: string; of: FeedScope }) =>
    c.body(
      await atomFeed({
        ...{ id, title: name, author: 'Buren', locale: 'nl', self: 'feed.atom' },
        entries: (await findFeedItems(db, of)).map(entryOf),
      }),
      200,
      atomHeaders,
    );
  const calendar = async (c: Context, { name, of }: { name: string; of: FeedScope }) =>
    c.body(calendarFeed(name, await findCalendarItems(db, of)), 200, {
      'Content-Type': `${calendarType}; charset=utf-8`,
    });

  endpoint(app, getBuurtFeed, async (c, { params: { code } }) => feed(c, await ofBuurt(code)));
  endpoint(app, getInitiativeFeed, async (c, { params: { id } }) => feed(c, await ofInitiative(id)));
  endpoint(app, getBuurtAgenda, async (c, { params: { code } }) => calendar(c, await ofBuurt(code)));
  endpoint(app, getInitiativeAgenda, async (c, { params: { id } }) => calendar(c, await ofInitiative(id)));
}
