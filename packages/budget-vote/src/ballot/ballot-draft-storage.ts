import type { BuurtApi } from '@buurt/core/http/api.js';
import { DraftStore } from '@buurt/core/storage/drafts.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { encodeBallot, decodeBallot } from './ballot-encoding.js';

/** The ballot that was not sent yet, for as long as the tab is open: others may use this device. Never the code. */
export class BallotDraftStorage {
  readonly #store: DraftStore<{ readonly choice: string }>;

  constructor({ endpoint }: BuurtApi, { buurtCode, id }: Round, where: 'session' | 'off') {
    this.#store = new DraftStore({ widget: `budget-vote:${id}`, endpoint, buurt: buurtCode, where });
  }

  load(round: Round): readonly BallotLine[] {
    const choice = this.#store.load()?.choice;
    return typeof choice === 'string' ? decodeBallot(choice, round) : [];
  }

  save(lines: readonly BallotLine[]): void {
    if (lines.length === 0) this.#store.clear();
    else this.#store.save({ choice: encodeBallot(lines) });
  }

  /** Keeps at once what was saved last. */
  flush(): void {
    this.#store.flush();
  }

  clear(): void {
    this.#store.clear();
  }
}
