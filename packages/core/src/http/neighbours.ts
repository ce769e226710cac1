import type { NewFollower } from '@buurt/domain/initiatives/follower.js';
import type { NewRemark, NewReport } from '@buurt/domain/initiatives/offer.js';
import { maybe, shape, text } from '@buurt/domain/wire/json.js';
import type { CallOptions } from './api.js';
import { inBuurt, type Client } from './client.js';
import type { Body } from './routes.js';

/** Nothing of the answer is shown. */
const anything = () => undefined;

/** The answer to an offer, with which it can be taken back; a server that is older than that gives no token. */
const madeOfferFrom = shape<{ readonly token: string | undefined }>({
  token: maybe<string | undefined>(text),
});

/** "Ik doe mee"; `key` is its Idempotency-Key. */
export const offer = (
  client: Client,
  id: string,
  words: Body<'/initiatives/{id}/offers'>,
  key: string,
  { signal }: CallOptions,
): Promise<{ readonly token?: string | undefined }> =>
  client.post(`initiatives/${encodeURIComponent(id)}/offers`, words, key, signal, madeOfferFrom);

/** Takes an offer back; may be sent again at any time. */
export const withdrawOffer = (client: Client, token: string, { signal }: CallOptions): Promise<void> =>
  client.read({ method: 'DELETE', path: `offers/${encodeURIComponent(token)}`, signal }, anything);

/** A remark, read by somebody before it is shown. */
export const remark = (
  client: Client,
  id: string,
  words: NewRemark,
  key: string,
  { signal }: CallOptions,
): Promise<void> =>
  client.post(
    `initiatives/${encodeURIComponent(id)}/remarks`,
    words satisfies Body<'/initiatives/{id}/remarks'>,
    key,
    signal,
    anything,
  );

/** Tells the organiser that a remark should not be shown. */
export const reportRemark = (
  client: Client,
  remarkId: string,
  report: NewReport,
  key: string,
  { signal }: CallOptions,
): Promise<void> =>
  client.post(
    `remarks/${encodeURIComponent(remarkId)}/reports`,
    report satisfies Body<'/remarks/{id}/reports'>,
    key,
    signal,
    anything,
  );

/** Asks for news by e-mail, of an initiative or of all in a buurt; the server sends a mail that asks to confirm. */
export const follow = (
  client: Client,
  of: { readonly initiative: string } | { readonly buurt: string },
  words: NewFollower,
  key: string,
  { signal }: CallOptions,
): Promise<void> =>
  client.post(
    'buurt' in of
      ? `${inBuurt(of.buurt)}/followers`
      : `initiatives/${encodeURIComponent(of.initiative)}/followers`,
    words satisfies Body<'/buurten/{code}/followers'>,
    key,
    signal,
    anything,
  );
