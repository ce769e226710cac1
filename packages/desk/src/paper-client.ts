import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import { deskPaperFrom, paperAnswerFrom } from '@buurt/domain/desk/paper-ballots-json.js';
import type { DeskPaper, NewPaperEntry, PaperAnswer, PaperPass } from '@buurt/domain/desk/paper-ballots.js';

const step = encodeURIComponent;

/** What is read and done of the ballots on paper of one budget vote. */
export class PaperClient {
  readonly #client: Client;
  readonly #path: `desk/rounds/${string}`;

  constructor(client: Client, roundId: string) {
    this.#client = client;
    this.#path = `desk/rounds/${step(roundId)}`;
  }

  paper(signal: AbortSignal): Promise<DeskPaper> {
    return this.#client.read({ path: `${this.#path}/paper`, signal }, deskPaperFrom);
  }

  /** Without a key: what the same person sends again changes nothing. */
  enter(entry: NewPaperEntry, signal: AbortSignal): Promise<PaperAnswer> {
    const headers = { 'content-type': 'application/json' };
    const path = `${this.#path}/paper-ballots` as const;
    return this.#client.read(
      { method: 'POST', path, headers, body: JSON.stringify(entry), signal },
      paperAnswerFrom,
    );
  }

  enterWithoutCode(pass: PaperPass, key: string, signal: AbortSignal): Promise<PaperAnswer> {
    return this.#client.post(`${this.#path}/paper-without-code`, { pass }, key, signal, paperAnswerFrom);
  }

  /** Takes away what this person typed of a paper. */
  async remove(paperId: string, key: string, signal: AbortSignal): Promise<void> {
    const path = `${this.#path}/paper-ballots/${step(paperId)}/removal` as const;
    await this.#client.post(path, {}, key, signal, () => undefined);
  }
}

/** The client, which is there whenever something is asked. */
export function readyPaper(client: PaperClient | undefined): PaperClient {
  if (!client) throw new ApiError('aborted');
  return client;
}
