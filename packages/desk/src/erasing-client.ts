import type { Client } from '@buurt/core/http/client.js';
import {
  forgettingFrom,
  ideaErasureFrom,
  textMatchesFrom,
  type Forgetting,
  type IdeaErasure,
  type TextMatches,
} from '@buurt/domain/desk/erasing.js';

const step = encodeURIComponent;
const headers = { 'content-type': 'application/json' };

/** What is erased for good. */
export type ErasureSubject =
  | { readonly kind: 'idea' | 'remark' | 'offer'; readonly id: string }
  | { readonly kind: 'address'; readonly address: string };

/** Finds what is kept of people, and erases it. */
export class ErasingClient {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Every text with these words. They go in the body, so that they stand in no address. */
  textsWith(text: string, signal: AbortSignal): Promise<TextMatches> {
    const body = JSON.stringify({ text });
    return this.#client.read(
      { method: 'POST', path: 'desk/person/texts', headers, body, signal },
      textMatchesFrom,
    );
  }

  ideaErasure(id: string, signal: AbortSignal): Promise<IdeaErasure> {
    return this.#client.read({ path: `desk/ideas/${step(id)}/erasure`, signal }, ideaErasureFrom);
  }

  previewForgetting(address: string, signal: AbortSignal): Promise<Forgetting> {
    const body = JSON.stringify({ address });
    return this.#client.read(
      { method: 'POST', path: 'desk/person/forgetting-preview', headers, body, signal },
      forgettingFrom,
    );
  }

  /** Can be asked again: what is erased already is not there any more. */
  forget(address: string, signal: AbortSignal): Promise<Forgetting> {
    const body = JSON.stringify({ address });
    return this.#client.read(
      { method: 'POST', path: 'desk/person/forgetting', headers, body, signal },
      forgettingFrom,
    );
  }

  /** Erases an idea as somebody saw it; a `conflict` when it has changed since. */
  async eraseIdea(
    id: string,
    { reference, version }: Pick<IdeaErasure, 'reference' | 'version'>,
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.read(
      {
        ...{ method: 'POST', path: `desk/ideas/${step(id)}/erasure`, signal },
        headers: { ...headers, 'idempotency-key': key, 'if-match': `"${version}"` },
        body: JSON.stringify({ reference }),
      },
      () => undefined,
    );
  }

  async eraseRemark(id: string, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`desk/remarks/${step(id)}/erasure`, {}, key, signal, () => undefined);
  }

  async removeOffer(id: string, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`desk/offers/${step(id)}/removal`, {}, key, signal, () => undefined);
  }
}
