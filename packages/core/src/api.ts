import {
  borderFrom,
  ideaReceiptFrom,
  ideaSettingsFrom,
  ownIdeaFrom,
  photoFrom,
  ShapeError,
  shape,
  summariesFrom,
  type Border,
  type IdeaReceipt,
  type IdeaSettings,
  type InitiativeSummary,
  type NewIdea,
  type NewOffer,
  type NewRemark,
  type OwnIdea,
  type Photo,
  type Readable,
} from '@buurt/domain';
import { ApiError } from './api-error.js';
import type { Connection } from './connection.js';
import type { Call } from './answer.js';
import { callJson } from './http.js';

export interface CallOptions {
  readonly signal: AbortSignal;
}

export interface UploadOptions extends CallOptions {
  /** From 0 to 1 while the photo goes up; not called when the connection brings a `fetch` of its own. */
  readonly onProgress?: (fraction: number) => void;
}

const settingsAnswerFrom = shape<{ idea: IdeaSettings }>({ idea: ideaSettingsFrom });

/** The endpoint as a widget sees it: every answer is checked, every failure is an `ApiError`. */
export class BuurtApi {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get endpoint(): string {
    return this.#connection.endpoint;
  }

  /** Whether this client talks to that endpoint in that way. */
  isFor({ endpoint, fetch }: Connection): boolean {
    return this.#connection.endpoint === endpoint && this.#connection.fetch === fetch;
  }

  async settings(buurt: string, { signal }: CallOptions): Promise<IdeaSettings> {
    const path = `buurten/${encodeURIComponent(buurt)}/settings`;
    return (await this.#read({ path, signal }, settingsAnswerFrom)).idea;
  }

  boundary(buurt: string, { signal }: CallOptions): Promise<Border> {
    return this.#read({ path: `buurten/${encodeURIComponent(buurt)}/boundary`, signal }, borderFrom);
  }

  /** At most three initiatives that look like this title. */
  async similar(buurt: string, title: string, { signal }: CallOptions): Promise<Readable<InitiativeSummary>> {
    const query = new URLSearchParams({ title }).toString();
    const path = `buurten/${encodeURIComponent(buurt)}/initiatives/similar?${query}`;
    const { entries, skipped } = await this.#read({ path, signal }, summariesFrom);
    return {
      entries: entries.map((each) => ({ ...each, photo: each.photo && this.#absolute(each.photo) })),
      skipped,
    };
  }

  handIn(buurt: string, idea: NewIdea, key: string, { signal }: CallOptions): Promise<IdeaReceipt> {
    const path = `buurten/${encodeURIComponent(buurt)}/ideas`;
    return this.#read(this.#posting(path, idea, key, signal), ideaReceiptFrom);
  }

  /** One's own idea, with the key from the receipt; `gone` for anybody else. */
  ownIdea(id: string, ownerKey: string, { signal }: CallOptions): Promise<OwnIdea> {
    const headers = { authorization: `Bearer ${ownerKey}` };
    return this.#read({ path: `ideas/${encodeURIComponent(id)}`, headers, signal }, ownIdeaFrom);
  }

  async uploadPhoto(photo: Blob, key: string, { signal, onProgress }: UploadOptions): Promise<Photo> {
    const headers = { 'content-type': photo.type, 'idempotency-key': key };
    const call: Call = { method: 'POST', path: 'photos', headers, body: photo, signal, onProgress };
    return this.#absolute(await this.#read(call, photoFrom));
  }

  async offer(initiativeId: string, offer: NewOffer, key: string, { signal }: CallOptions): Promise<void> {
    const path = `initiatives/${encodeURIComponent(initiativeId)}/offers`;
    await callJson(this.#connection, this.#posting(path, offer, key, signal));
  }

  async remark(initiativeId: string, remark: NewRemark, key: string, { signal }: CallOptions): Promise<void> {
    const path = `initiatives/${encodeURIComponent(initiativeId)}/remarks`;
    await callJson(this.#connection, this.#posting(path, remark, key, signal));
  }

  #posting(path: string, json: object, key: string, signal: AbortSignal): Call {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return { method: 'POST', path, headers, body: JSON.stringify(json), signal };
  }

  async #read<T>(call: Call, from: (json: unknown) => T): Promise<T> {
    const json = await callJson(this.#connection, call);
    try {
      return from(json);
    } catch (cause) {
      if (cause instanceof ShapeError) throw new ApiError('unreadable', { cause });
      throw cause;
    }
  }

  /** The photo with whole addresses instead of references relative to the endpoint. */
  #absolute(photo: Photo): Photo {
    const base = `${this.#connection.endpoint}/`;
    return {
      ...photo,
      sources: photo.sources.map((source) => ({ ...source, url: new URL(source.url, base).href })),
    };
  }
}
