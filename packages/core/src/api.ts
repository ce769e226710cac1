import {
  ideaReceiptFrom,
  ideaSettingsFrom,
  shape,
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
import { noContact } from './answer.js';
import { Client, inBuurt } from './client.js';
import type { Connection } from './connection.js';
import type { Body } from './routes.js';

export interface CallOptions {
  readonly signal: AbortSignal;
}

export interface UploadOptions extends CallOptions {
  /** From 0 to 1 while the photo goes up; not called when the connection brings a `fetch` of its own. */
  readonly onProgress?: (fraction: number) => void;
}

const settingsAnswerFrom = shape<{ idea: IdeaSettings }>({ idea: ideaSettingsFrom });

/** What is not needed to show a form comes when it is asked for; without network it fails as the call itself would. */
const later = () =>
  import('./api-later.js').catch((cause: unknown) => {
    throw noContact(cause);
  });

/** The endpoint as a widget sees it: every answer is checked, every failure is an `ApiError`. */
export class BuurtApi {
  readonly #client: Client;

  constructor(connection: Connection) {
    this.#client = new Client(connection);
  }

  get endpoint(): string {
    return this.#client.connection.endpoint;
  }

  /** Whether this client talks to that endpoint in that way. */
  isFor({ endpoint, fetch }: Connection): boolean {
    return this.endpoint === endpoint && this.#client.connection.fetch === fetch;
  }

  async settings(buurt: string, { signal }: CallOptions): Promise<IdeaSettings> {
    return (await this.#client.read({ path: `${inBuurt(buurt)}/settings`, signal }, settingsAnswerFrom)).idea;
  }

  handIn(buurt: string, idea: NewIdea, key: string, { signal }: CallOptions): Promise<IdeaReceipt> {
    return this.#client.post(
      `${inBuurt(buurt)}/ideas`,
      idea satisfies Body<'/buurten/{code}/ideas'>,
      key,
      signal,
      ideaReceiptFrom,
    );
  }

  async boundary(buurt: string, options: CallOptions): Promise<Border> {
    return (await later()).boundary(this.#client, buurt, options);
  }

  /** At most three initiatives that look like this title. */
  async similar(buurt: string, title: string, options: CallOptions): Promise<Readable<InitiativeSummary>> {
    return (await later()).similar(this.#client, buurt, title, options);
  }

  /** One's own idea, with the key from the receipt; `gone` for anybody else. */
  async ownIdea(id: string, ownerKey: string, options: CallOptions): Promise<OwnIdea> {
    return (await later()).ownIdea(this.#client, id, ownerKey, options);
  }

  async uploadPhoto(photo: Blob, key: string, options: UploadOptions): Promise<Photo> {
    return (await later()).uploadPhoto(this.#client, photo, key, options);
  }

  async offer(initiativeId: string, offer: NewOffer, key: string, options: CallOptions): Promise<void> {
    await (await later()).offer(this.#client, initiativeId, offer, key, options);
  }

  async remark(initiativeId: string, remark: NewRemark, key: string, options: CallOptions): Promise<void> {
    await (await later()).remark(this.#client, initiativeId, remark, key, options);
  }
}
