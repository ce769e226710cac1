import { DraftStore, type BuurtApi } from '@buurt/core';
import type { BallotLine, Round } from '@buurt/domain';
import { choiceWord, linesFromWord } from './carried-choice.js';

/** A choice that was not sent yet, for as long as the tab is open: others may use this device. Never the code. */
export class Keeping {
  readonly #store: DraftStore<{ readonly choice: string }>;

  constructor({ endpoint }: BuurtApi, { buurtCode, id }: Round, where: 'session' | 'off') {
    this.#store = new DraftStore({ widget: `budget-vote:${id}`, endpoint, buurt: buurtCode, where });
  }

  load(round: Round): readonly BallotLine[] {
    const choice = this.#store.load()?.choice;
    return typeof choice === 'string' ? linesFromWord(choice, round) : [];
  }

  save(lines: readonly BallotLine[]): void {
    if (lines.length === 0) this.#store.clear();
    else this.#store.save({ choice: choiceWord(lines) });
  }

  clear(): void {
    this.#store.clear();
  }
}
