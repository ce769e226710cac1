import type { Client } from '@buurt/core/http/client.js';
import { deskMailsFrom } from '@buurt/domain/desk/mails-json.js';
import type { DeskMails } from '@buurt/domain/desk/mails.js';

/** What can be done with a mail that was not taken, as the server calls it. */
export type MailStep = 'retry' | 'removal';

/** Reads mails that did not arrive, and sends them again or gives them up. */
export class MailsClient {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  mails(signal: AbortSignal): Promise<DeskMails> {
    return this.#client.read({ path: 'desk/mails', signal }, deskMailsFrom);
  }

  async act(id: string, step: MailStep, key: string, signal: AbortSignal): Promise<void> {
    const path = `desk/mails/${encodeURIComponent(id)}/${step}` as const;
    await this.#client.post(path, {}, key, signal, () => undefined);
  }
}
