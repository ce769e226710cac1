import { createRoute, z } from '@hono/zod-openapi';
import { longest, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { followerProblems, type NewFollower } from '@buurt/domain/initiatives/follower.js';
import { locales } from '@buurt/domain/wire/locale.js';
import type { Context, Hono } from 'hono';
import { endpoint } from '../http/endpoint.js';
import { handleIdempotently } from '../http/idempotent-route.js';
import { isSingleAddress } from '../mail/address.js';
import { formPath, localeOfVisitor, showSmallPage } from '../http/small-page.js';
import { followerPage, type FollowerPage } from './follower-page.js';
import { siteOf } from '../http/origins.js';
import type { AppDeps } from '../http/app-deps.js';
import { invalidInput, notFound } from '../http/problem-json.js';
import { text } from '../http/shared.schemas.js';
import { timingSafeEqualStrings } from '../secrets/secrets.js';
import { buurtExists } from '../buurten/buurten.queries.js';
import { requestFollow, confirmFollower, findFollower, stopFollowing } from './followers.queries.js';
import type { FeedScope } from './feed.queries.js';
import { statusOf } from '../neighbours/neighbours.queries.js';
import { zodIssuesToProblems } from '../http/zod-problems.js';
import {
  buurtParams,
  createdResponse,
  idempotent,
  idParams,
  okResponse,
  problem,
  tokenParams,
} from '../http/contract.js';

const tags = ['Followers'];
const NewFollowerShape = z
  .strictObject({
    email: text(mostCharacters.email),
    page: text(longest.page)
      .optional()
      .openapi({ description: 'Where mails lead back to: a page of the site that asks' }),
    locale: z.enum(locales).optional().openapi({ description: 'Of the mails; `nl` by default' }),
  })
  .openapi('NewFollower');
const Asked = z.object({ asked: z.literal(true) });

const ask = <P extends string>(path: P, operationId: string, summary: string, params: z.ZodObject) =>
  createRoute({
    method: 'post',
    path,
    operationId,
    tags,
    summary,
    description:
      'Sends a mail that asks to confirm; nothing else is sent before that. The answer is the same for who follows already.',
    request: {
      params,
      headers: idempotent,
      body: { required: true, content: { 'application/json': { schema: NewFollowerShape } } },
    },
    responses: createdResponse('A mail is on its way', Asked),
  });

export const followInitiative = ask(
  '/initiatives/{id}/followers',
  'followInitiative',
  'Follow an initiative by e-mail',
  idParams,
);
export const followBuurt = ask(
  '/buurten/{code}/followers',
  'followBuurt',
  'Follow everything in a buurt by e-mail',
  buurtParams,
);

const html = { 'text/html': { schema: z.string() } };

export const getFollower = createRoute({
  method: 'get',
  path: '/followers/{token}',
  operationId: 'getFollower',
  tags,
  summary: 'A page to confirm, or to stop: reading it changes nothing',
  request: { params: tokenParams },
  responses: okResponse('The page', z.string(), 'text/html'),
});

const press = <P extends string>(path: P, operationId: string, summary: string) =>
  createRoute({
    method: 'post',
    path,
    operationId,
    tags,
    summary,
    request: { params: tokenParams },
    responses: {
      200: { description: 'It is so', content: html },
      400: problem('Something is wrong with what was asked'),
      403: problem('The site that sends this is not on the list of this server'),
      404: problem('Not there'),
      429: problem('Too many requests from this address; `Retry-After` tells when again'),
      500: problem('Our mistake'),
      503: problem('Too busy; `Retry-After` tells when again'),
    },
  });

export const confirmFollowing = press('/followers/{token}/confirm', 'confirmFollowing', 'Confirm');
export const endFollowing = press(
  '/followers/{token}/stop',
  'endFollowing',
  'Stop: by the page, or by one press in a mail program (RFC 8058)',
);

function checked(json: unknown, isKnown: (site: string) => boolean): NewFollower {
  const { success, data, error } = NewFollowerShape.safeParse(json);
  if (!success) throw invalidInput(zodIssuesToProblems(error.issues, json));
  const { email, page, locale } = data;
  const follower: NewFollower = {
    email: email.trim(),
    ...(page === undefined ? {} : { page }),
    ...(locale === undefined ? {} : { locale }),
  };
  const problems = followerProblems(follower);
  if (problems.length === 0 && !isSingleAddress(follower.email))
    problems.push({ pointer: '/email', code: 'not-an-email' });
  if (problems.length === 0 && page !== undefined && !isKnown(siteOf(page) ?? ''))
    problems.push({ pointer: '/page', code: 'not-an-option' });
  if (problems.length > 0) throw invalidInput(problems);
  return follower;
}

export function followerRoutes(app: Hono, { store, secrets, clock, isKnownSite }: AppDeps): void {
  const asks = async (c: Context, of: FeedScope, key: string, exists: () => Promise<unknown>) => {
    const at = clock();
    const { answer, replayed } = await handleIdempotently(c, store, 'follower', key, at, {
      prepare: async (json) => {
        if (!(await exists())) throw notFound();
        return checked(json, (site) => isKnownSite(c, site));
      },
      work: async (db, { email, page = null, locale = 'nl' }) => {
        await requestFollow(db, of, { email, page, locale }, at);
        return { asked: true as const };
      },
    });
    return c.json(answer, 201, replayed);
  };

  endpoint(app, followInitiative, (c, { params, headers }) => {
    const id = String(params['id']);
    return asks(c, { initiative: id }, headers['idempotency-key'], () => statusOf(store.db, id));
  });
  endpoint(app, followBuurt, (c, { params, headers }) => {
    const code = String(params['code']);
    return asks(c, { buurt: code }, headers['idempotency-key'], () => buurtExists(store.db, code));
  });

  const idOf = (token: string) => {
    const [id = '', signature = ''] = token.split('.');
    if (!timingSafeEqualStrings(signature, secrets.followerSignature(id))) throw notFound();
    return id;
  };
  const show = (c: Context, about: FollowerPage) =>
    showSmallPage(c, followerPage(about, formPath(c, ['confirm', 'stop'])));
  const about = async (c: Context, id: string): Promise<FollowerPage> => {
    const follower = await findFollower(store.db, id);
    if (!follower) {
      const locale = localeOfVisitor(c);
      return { what: '', isBuurt: false, state: 'unknown', page: null, locale };
    }
    const { what, confirmed_at, is_maker, locale, reference, review, review_reason: reason } = follower;
    // A site may have been taken off the list since.
    const page = follower.page !== null && isKnownSite(c, siteOf(follower.page) ?? '') ? follower.page : null;
    const isBuurt = follower.buurt_code !== null;
    const own = is_maker && reference && review ? { reference, state: review, reason } : undefined;
    return { what: what ?? '', own, isBuurt, page, locale, state: confirmed_at ? 'following' : 'asked' };
  };

  endpoint(app, getFollower, async (c, { params: { token } }) => show(c, await about(c, idOf(token))));
  endpoint(app, confirmFollowing, async (c, { params: { token } }) => {
    const id = idOf(token);
    await confirmFollower(store.db, id, clock());
    return show(c, await about(c, id));
  });
  endpoint(app, endFollowing, async (c, { params: { token } }) => {
    const id = idOf(token);
    const before = await about(c, id);
    await stopFollowing(store.db, id);
    return show(c, before.state === 'unknown' ? before : { ...before, state: 'stopped' });
  });
}
