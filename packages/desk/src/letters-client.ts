import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import { deskLettersFrom } from '@buurt/domain/desk/letters-json.js';
import type { DeskLetters, LetterTexts, NewLetterOrder } from '@buurt/domain/desk/letters.js';

const step = encodeURIComponent;

/** What is read and done of the letters of one budget vote. */
export class LettersClient {
  readonly #client: Client;
  readonly #path: `desk/rounds/${string}`;
  readonly #base: string;

  constructor(client: Client, roundId: string) {
    this.#client = client;
    this.#path = `desk/rounds/${step(roundId)}`;
    this.#base = `${client.connection.endpoint.replace(/\/$/, '')}/${this.#path}`;
  }

  letters(signal: AbortSignal): Promise<DeskLetters> {
    return this.#client.read({ path: `${this.#path}/letters`, signal }, deskLettersFrom);
  }

  async order(order: NewLetterOrder, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`${this.#path}/letter-orders`, order, key, signal, () => undefined);
  }

  async cancel(orderId: string, key: string, signal: AbortSignal): Promise<void> {
    const path = `${this.#path}/letter-orders/${step(orderId)}/cancellation` as const;
    await this.#client.post(path, {}, key, signal, () => undefined);
  }

  /** Where a form has the letters of an order made. */
  makingUrl(orderId: string): string {
    return `${this.#base}/letter-orders/${step(orderId)}/release`;
  }

  /** Where a form has a lost letter made anew. */
  get replacementUrl(): string {
    return `${this.#base}/letter-replacements`;
  }

  /** A page that shows what letters with these texts look like. */
  previewUrl({ handInUntil, ...texts }: LetterTexts): string {
    const query = new URLSearchParams({ ...texts, ...(handInUntil !== null && { handInUntil }) });
    return `${this.#base}/letter-preview?${query.toString()}`;
  }
}

/** The client, which is there whenever something is asked. */
export function readyLetters(client: LettersClient | undefined): LettersClient {
  if (!client) throw new ApiError('aborted');
  return client;
}
