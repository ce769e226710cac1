import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import { deskRoundFrom, deskRoundsFrom } from '@buurt/domain/desk/round-json.js';
import type { DeskRound, DeskRoundSummary, RoundEdit, Settlement } from '@buurt/domain/desk/round.js';

/** What staff do with a budget vote, as the server takes it. */
export type RoundAct =
  | { readonly step: 'opening' | 'closing' | 'cancellation'; readonly json: Readonly<Record<string, never>> }
  | { readonly step: 'changes'; readonly json: RoundEdit }
  | { readonly step: 'settlement'; readonly json: Settlement };
export type RoundStep = RoundAct['step'];

const step = encodeURIComponent;

/** What is read and done of budget votes. */
export class RoundsClient {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async rounds(signal: AbortSignal): Promise<readonly DeskRoundSummary[]> {
    return (await this.#client.read({ path: 'desk/rounds', signal }, deskRoundsFrom)).rounds;
  }

  round(id: string, signal: AbortSignal): Promise<DeskRound> {
    return this.#client.read({ path: `desk/rounds/${step(id)}`, signal }, deskRoundFrom);
  }

  async act(id: string, { step: what, json }: RoundAct, key: string, signal: AbortSignal): Promise<void> {
    await this.#client.post(`desk/rounds/${step(id)}/${what}`, json, key, signal, () => undefined);
  }
}

/** The client, which is there whenever something is asked. */
export function ready(client: RoundsClient | undefined): RoundsClient {
  if (!client) throw new ApiError('aborted');
  return client;
}
