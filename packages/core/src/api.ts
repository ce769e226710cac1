import {
  type Border,
  type InitiativeSummary,
  type NewOffer,
  type NewRemark,
  type OwnIdea,
  type Photo,
  type Readable,
} from '@buurt/domain';
import { noContact } from './answer.js';
import { Client } from './client.js';
import type { Connection } from './connection.js';

export interface CallOptions {
  readonly signal: AbortSignal;
}

export interface UploadOptions extends CallOptions {
  /** From 0 to 1 while the photo goes up; not called when the connection brings a `fetch` of its own. */
  readonly onProgress?: (fraction: number) => void;
}

/** What is not needed to show a form comes when it is asked for; without network it fails as the call itself would. */
const later = () =>
  import('./api-later.js').catch((cause: unknown) => {
    throw noContact(cause);
  });

/** The endpoint as a widget sees it: every answer is checked, every failure is an `ApiError`. */
export class BuurtApi extends Client {
  get endpoint(): string {
    return this.connection.endpoint;
  }

  /** Whether this client talks to that endpoint in that way. */
  isFor({ endpoint, fetch }: Connection): boolean {
    return this.endpoint === endpoint && this.connection.fetch === fetch;
  }

  async boundary(buurt: string, options: CallOptions): Promise<Border> {
    return (await later()).boundary(this, buurt, options);
  }

  /** At most three initiatives that look like this title. */
  async similar(buurt: string, title: string, options: CallOptions): Promise<Readable<InitiativeSummary>> {
    return (await later()).similar(this, buurt, title, options);
  }

  /** One's own idea, with the key from the receipt; `gone` for anybody else. */
  async ownIdea(id: string, ownerKey: string, options: CallOptions): Promise<OwnIdea> {
    return (await later()).ownIdea(this, id, ownerKey, options);
  }

  async uploadPhoto(photo: Blob, key: string, options: UploadOptions): Promise<Photo> {
    return (await later()).uploadPhoto(this, photo, key, options);
  }

  async offer(initiativeId: string, offer: NewOffer, key: string, options: CallOptions): Promise<void> {
    await (await later()).offer(this, initiativeId, offer, key, options);
  }

  async remark(initiativeId: string, remark: NewRemark, key: string, options: CallOptions): Promise<void> {
    await (await later()).remark(this, initiativeId, remark, key, options);
  }
}
