import type { OfferOutcome } from '@buurt/domain/initiatives/offer-outcome.js';
import { absolute } from '@buurt/core/http/absolute-photo.js';
import { Client } from '@buurt/core/http/client.js';
import type { Connection } from '@buurt/core/element/connection.js';
import { newKey } from '@buurt/core/storage/key.js';
import type { DeskIdea, IdeaMatch, Inbox, InboxKind } from '@buurt/domain/desk/inbox.js';
import {
  deskIdeaFrom,
  deskOfferFrom,
  deskRemarkFrom,
  ideaMatchesFrom,
  inboxFrom,
} from '@buurt/domain/desk/inbox-json.js';
import type { DeskOffer, DeskRemark } from '@buurt/domain/desk/message.js';
import { staffSessionFrom, type StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { InitiativeStanding, PromiseChange } from '@buurt/domain/initiatives/follow-up.js';
import type { IdeaTexts } from '@buurt/domain/ideas/idea-texts.js';
import type { PhotoDecision } from '@buurt/domain/ideas/photo-decision.js';
import type { IdeaDecision } from '@buurt/domain/ideas/idea-decision.js';
import { count, flag, moment, nullable, shape, text } from '@buurt/domain/wire/json.js';

/** What was decided on an idea, and until when that can be undone. */
export interface Decided {
  /** The number of the act. */
  readonly act: number;
  readonly undoUntil: string | null;
}

const decidedFrom = shape<Decided>({ act: count, undoUntil: nullable(moment) });

/** One of the things that can be said of an initiative, as the server takes it. */
export type FollowUp =
  | { readonly step: 'standing'; readonly json: InitiativeStanding }
  | { readonly step: 'news'; readonly json: { readonly text: string } }
  | { readonly step: 'promises'; readonly json: PromiseChange & { readonly id?: string } };

/** How staff can log in. */
export interface LoginOptions {
  /** Whether a link can be mailed. */
  readonly links: boolean;
  /** Where they log in with an account of the organisation, if it has such. */
  readonly oidc: { readonly name: string } | null;
}

const loginOptionsFrom = shape<LoginOptions>({
  links: flag,
  oidc: nullable(shape<{ readonly name: string }>({ name: text })),
});

const endedFrom = shape<{ readonly logoutUrl: string | null }>({ logoutUrl: nullable(text) });

/** The cookie of the login goes only where the page itself comes from; with the header the server knows that it is the desk. */
const withSession =
  (call: typeof fetch): typeof fetch =>
  (url, init = {}) =>
    call(url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), 'x-buurt-desk': '1' },
      credentials: 'same-origin',
    });

const step = encodeURIComponent;

/** What is done with an idea as somebody saw it. */
const asSeen = (json: object, version: string, key: string) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'application/json', 'idempotency-key': key, 'if-match': `"${version}"` },
  body: JSON.stringify(json),
});

/** What staff read and do; every answer is checked, every failure is an `ApiError`. */
export class DeskClient {
  /** Where a browser goes that logs in with an account of the organisation. */
  readonly accountUrl: string;
  /** Who did what, as a file. */
  readonly actsFileUrl: string;
  readonly #client: Client;

  constructor({ endpoint, fetch: call = fetch }: Connection) {
    const base = `${endpoint.replace(/\/$/, '')}/desk`;
    this.accountUrl = `${base}/oidc`;
    this.actsFileUrl = `${base}/acts.csv`;
    this.#client = new Client({ endpoint, fetch: withSession(call) });
  }

  /** Reads and sends with the session of whoever is logged in, for a part of the desk with calls of its own. */
  get http(): Client {
    return this.#client;
  }

  session(signal: AbortSignal): Promise<StaffSession> {
    return this.#client.read({ path: 'desk/session', signal }, staffSessionFrom);
  }

  /** Has a link mailed to whoever works here; the answer is the same for everybody else. */
  async requestLink(email: string, signal: AbortSignal): Promise<void> {
    await this.#client.post('desk/login-links', { email }, newKey(), signal, () => undefined);
  }

  logIn(token: string, signal: AbortSignal): Promise<StaffSession> {
    return this.#client.post('desk/session', { token }, newKey(), signal, staffSessionFrom);
  }

  loginOptions(signal: AbortSignal): Promise<LoginOptions> {
    return this.#client.read({ path: 'desk/login-options', signal }, loginOptionsFrom);
  }

  /** Resolves to where to log out of the account of the organisation too, if they came in with one. */
  async logOut(signal: AbortSignal): Promise<string | null> {
    const { logoutUrl } = await this.#client.read(
      { method: 'DELETE', path: 'desk/session', signal },
      endedFrom,
    );
    return logoutUrl;
  }

  inbox(
    { kind, after }: { readonly kind?: InboxKind | undefined; readonly after?: string | undefined },
    signal: AbortSignal,
  ): Promise<Inbox> {
    const query = new URLSearchParams({ ...(kind && { kind }), ...(after && { after }) });
    return this.#client.read({ path: `desk/inbox?${query.toString()}`, signal }, inboxFrom);
  }

  /** Ideas with these words or this number, whatever their state; without words the newest. */
  async findIdeas(q: string, signal: AbortSignal): Promise<readonly IdeaMatch[]> {
    const query = new URLSearchParams({ q });
    const { ideas } = await this.#client.read(
      { path: `desk/ideas?${query.toString()}`, signal },
      ideaMatchesFrom,
    );
    return ideas;
  }

  async idea(id: string, signal: AbortSignal): Promise<DeskIdea> {
    const idea = await this.#client.read({ path: `desk/ideas/${step(id)}`, signal }, deskIdeaFrom);
    return { ...idea, photos: idea.photos.map((photo) => absolute(this.#client, photo)) };
  }

  remark(id: string, signal: AbortSignal): Promise<DeskRemark> {
    return this.#client.read({ path: `desk/remarks/${step(id)}`, signal }, deskRemarkFrom);
  }

  offer(id: string, signal: AbortSignal): Promise<DeskOffer> {
    return this.#client.read({ path: `desk/offers/${step(id)}`, signal }, deskOfferFrom);
  }

  /** Decides on an idea as somebody saw it; a `conflict` when it has changed since. */
  decide(
    { id, version }: Pick<DeskIdea, 'id' | 'version'>,
    decision: IdeaDecision,
    key: string,
    signal: AbortSignal,
  ): Promise<Decided> {
    return this.#client.read(
      { path: `desk/ideas/${step(id)}/decision`, ...asSeen(decision, version, key), signal },
      decidedFrom,
    );
  }

  /** Corrects an idea as somebody saw it; a `conflict` when it has changed since. */
  async correct(
    { id, version }: Pick<DeskIdea, 'id' | 'version'>,
    { title, story }: IdeaTexts,
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.read(
      { path: `desk/ideas/${step(id)}/correction`, ...asSeen({ title, story }, version, key), signal },
      () => undefined,
    );
  }

  /** Takes a photo off the site, with why, or shows it again. */
  async judgePhoto(id: string, decision: PhotoDecision, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`desk/photos/${step(id)}/decision`, decision, key, signal, () => undefined);
  }

  async undo(act: number, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`desk/acts/${String(act)}/undo`, {}, key, signal, () => undefined);
  }

  /** Leaves a remark on the site, which resolves what neighbours reported, or takes it off. */
  async judgeRemark(
    id: string,
    state: 'published' | 'hidden',
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.post(`desk/remarks/${step(id)}/decision`, { state }, key, signal, () => undefined);
  }

  async answerQuestion(id: string, text: string, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`desk/remarks/${step(id)}/answer`, { text }, key, signal, () => undefined);
  }

  async answerOffer(
    id: string,
    answer: { readonly outcome: OfferOutcome; readonly text: string },
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.post(`desk/offers/${step(id)}/answer`, answer, key, signal, () => undefined);
  }

  /** Says what becomes of an initiative: where it stands, news, or a promise. */
  async followUp(
    id: string,
    { step: what, json }: FollowUp,
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.post(`desk/ideas/${step(id)}/${what}`, json, key, signal, () => undefined);
  }
}
