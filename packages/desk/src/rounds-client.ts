import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import { deskRoundFrom, deskRoundsFrom } from '@buurt/domain/desk/round-json.js';
import {
  draftsFrom,
  planCheckFrom,
  roundDraftFrom,
  type Drafts,
} from '@buurt/domain/desk/round-draft-json.js';
import type { PlanCheck, RoundDraft, RoundPlan } from '@buurt/domain/desk/round-draft.js';
import { shape, text } from '@buurt/domain/wire/json.js';
import type {
  DeskRound,
  DeskRoundSummary,
  ProposalEdit,
  RoundEdit,
  Settlement,
} from '@buurt/domain/desk/round.js';

/** What staff do with a budget vote, as the server takes it. */
export type RoundAct =
  | { readonly step: 'opening' | 'closing' | 'cancellation'; readonly json: Readonly<Record<string, never>> }
  | { readonly step: 'changes'; readonly json: RoundEdit }
  | { readonly step: 'settlement'; readonly json: Settlement };
/** What staff do with one proposal of a budget vote. */
export type ProposalAct =
  | { readonly step: 'changes'; readonly json: ProposalEdit }
  | { readonly step: 'withdrawal'; readonly json: Readonly<Record<string, never>> };
export type ProposalStep = ProposalAct['step'];

/** What staff do with a draft, as the server takes it. */
export type DraftAct =
  | { readonly step: 'changes'; readonly json: { readonly version: number; readonly plan: RoundPlan } }
  | { readonly step: 'release'; readonly json: { readonly version: number } }
  | { readonly step: 'removal'; readonly json: Readonly<Record<string, never>> };

const madeFrom = shape<{ readonly id: string }>({ id: text });

export type RoundStep = RoundAct['step'];

const step = encodeURIComponent;

/** What is read and done of budget votes. */
export class RoundsClient {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Reads and sends with the same session, for a part with calls of its own. */
  get http(): Client {
    return this.#client;
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

  async actOnProposal(
    id: string,
    proposalId: string,
    { step: what, json }: ProposalAct,
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    const path = `desk/rounds/${step(id)}/proposals/${step(proposalId)}/${what}` as const;
    await this.#client.post(path, json, key, signal, () => undefined);
  }

  drafts(signal: AbortSignal): Promise<Drafts> {
    return this.#client.read({ path: 'desk/round-drafts', signal }, draftsFrom);
  }

  draft(id: string, signal: AbortSignal): Promise<RoundDraft> {
    return this.#client.read({ path: `desk/round-drafts/${step(id)}`, signal }, roundDraftFrom);
  }

  /** Resolves to the id of the new draft. */
  begin(buurt: string, key: string, signal: AbortSignal): Promise<string> {
    return this.#client.post('desk/round-drafts', { buurt }, key, signal, (json) => madeFrom(json).id);
  }

  /** What a plan comes to; nothing is kept. */
  check(buurt: string, plan: RoundPlan, signal: AbortSignal): Promise<PlanCheck> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(plan);
    return this.#client.read(
      { method: 'POST', path: `desk/buurten/${step(buurt)}/round-check`, headers, body, signal },
      planCheckFrom,
    );
  }

  /** Saves, makes or throws away a draft; a `conflict` when another version than was seen is there. */
  async actOnDraft(
    id: string,
    { step: what, json }: DraftAct,
    key: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.post(`desk/round-drafts/${step(id)}/${what}`, json, key, signal, () => undefined);
  }
}

/** The client, which is there whenever something is asked. */
export function ready(client: RoundsClient | undefined): RoundsClient {
  if (!client) throw new ApiError('aborted');
  return client;
}
