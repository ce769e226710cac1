import { createRoute, z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { AppDeps } from '../http/app-deps.js';
import { changedResponse, okResponse, tokenParams } from '../http/contract.js';
import { endpoint } from '../http/endpoint.js';
import { notFound } from '../http/problem-json.js';
import { formPath, localeOfVisitor, showSmallPage } from '../http/small-page.js';
import { kindsIn } from '../ideas/maker-texts.js';
import { timingSafeEqualStrings } from '../secrets/secrets.js';
import { isFollowing } from '../followers/followers.queries.js';
import { findOwnOffer } from './offers.queries.js';
import { ownOfferPageMessages } from './own-offer-page.messages.js';
import { addressIn, followOwnOffer, withdrawOffer } from './own-offer.service.js';

const tags = ['Neighbours'];
const request = { params: tokenParams };

export const getOwnOffer = createRoute({
  method: 'get',
  path: '/offers/{token}',
  operationId: 'getOwnOffer',
  tags,
  summary: 'A page on which a neighbour asks for news, or takes an offer back: reading it changes nothing',
  request,
  responses: okResponse('The page', z.string(), 'text/html'),
});

export const pressFollowing = createRoute({
  method: 'post',
  path: '/offers/{token}/following',
  operationId: 'pressFollowing',
  tags,
  summary: 'Have what becomes of it mailed, by the button of that page',
  request,
  responses: changedResponse(
    'It is mailed from now on, or there is nothing to tell any more',
    z.string(),
    'text/html',
  ),
});

export const pressWithdrawal = createRoute({
  method: 'post',
  path: '/offers/{token}/withdrawal',
  operationId: 'pressWithdrawal',
  tags,
  summary: 'Take the offer back, by the button of that page',
  request,
  responses: changedResponse(
    'It is taken back, or there is nothing to take back any more',
    z.string(),
    'text/html',
  ),
});

export const takeOfferBack = createRoute({
  method: 'delete',
  path: '/offers/{token}',
  operationId: 'takeOfferBack',
  tags,
  summary: 'Take an offer back; also when that was done before, or it is gone',
  description:
    'Who made it, and what they wrote, is erased; it does not count any more. With the `token` of its answer.',
  request,
  responses: changedResponse('There is no such offer any more', z.object({ withdrawn: z.literal(true) })),
});

/** What a neighbour does with an offer that they made: the token came with the answer, and is in the mails about it. */
export function ownOfferRoutes(app: Hono, { store, secrets, clock }: AppDeps): void {
  const idOf = (token: string) => {
    const [id = '', signature = ''] = token.split('.');
    if (!timingSafeEqualStrings(signature, secrets.offerSignature(id))) throw notFound();
    return id;
  };
  const show = async (c: Context, id: string) => {
    const offer = await findOwnOffer(store.db, id);
    const locale = offer?.locale ?? localeOfVisitor(c);
    const t = ownOfferPageMessages[locale];
    const action = (step: 'following' | 'withdrawal') =>
      `${formPath(c, ['following', 'withdrawal'])}/${step}`;
    if (offer && offer.outcome !== 'withdrawn') {
      const { title, kinds, initiative_id } = offer;
      const address = addressIn(offer);
      const isTold = address !== undefined && (await isFollowing(store.db, initiative_id, address));
      const news = isTold
        ? html`<p>${t.news.following}</p>`
        : html`<p>${t.news.asked}</p>
            <form method="post" action="${action('following')}"><button>${t.news.press}</button></form>`;
      const body = html`<p>${t.asked.brings(kindsIn(kinds, locale))}</p>
        ${address === undefined ? '' : news}
        <h2>${t.asked.cannot}</h2>
        <p>${t.asked.means}</p>
        <form method="post" action="${action('withdrawal')}">
          <button class="quiet">${t.asked.press}</button>
        </form>`;
      return showSmallPage(c, { title: t.asked.title(title), body, locale });
    }
    const { title, body } = offer ? t.withdrawn : t.gone;
    return showSmallPage(c, { title, body: html`<p>${body}</p>`, locale });
  };
  const withdraw = (id: string) => store.transaction((db) => withdrawOffer(db, id, clock()));

  endpoint(app, getOwnOffer, (c, { params: { token } }) => show(c, idOf(token)));
  endpoint(app, pressFollowing, async (c, { params: { token } }) => {
    const id = idOf(token);
    await store.transaction((db) => followOwnOffer(db, id, clock()));
    return show(c, id);
  });
  endpoint(app, pressWithdrawal, async (c, { params: { token } }) => {
    const id = idOf(token);
    await withdraw(id);
    return show(c, id);
  });
  endpoint(app, takeOfferBack, async (c, { params: { token } }) => {
    await withdraw(idOf(token));
    return c.json({ withdrawn: true as const });
  });
}
