import { newKey } from '@buurt/core/storage/key.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { movedProposal, withoutProposal, withPoints, withProposal } from '@buurt/domain/voting/choice.js';
import { reasonsCannotAdd } from '@buurt/domain/voting/remaining.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import type { BallotDraftStorage } from './ballot-draft-storage.js';

/** What a voter has chosen so far. It changes only by the rules of the round. */
export class Choice {
  readonly #round: () => Round;
  readonly #keeping: BallotDraftStorage;
  readonly #changed: () => void;
  #lines: readonly BallotLine[];
  #key = newKey();

  constructor(
    round: () => Round,
    keeping: BallotDraftStorage,
    { lines, changed }: { lines: readonly BallotLine[]; changed: () => void },
  ) {
    this.#round = round;
    this.#keeping = keeping;
    this.#lines = lines;
    this.#changed = changed;
  }

  get lines(): readonly BallotLine[] {
    return this.#lines;
  }

  /** Under which the server takes this choice, once: another one after any edit. */
  get key(): string {
    return this.#key;
  }

  /** Why a proposal cannot be added now; empty when it can. */
  readonly against = ({ id }: Proposal) => reasonsCannotAdd(this.#round(), this.#lines, id);

  readonly toggle = ({ id }: Proposal): void => {
    const chosen = this.#lines.some(({ proposalId }) => proposalId === id);
    const edit = chosen ? withoutProposal : withProposal;
    this.put(edit(this.#round().rules, this.#lines, id));
  };

  readonly givePoints = ({ id }: Proposal, points: number): void =>
    this.put(withPoints(this.#round().rules, this.#lines, id, points));

  readonly move = ({ id }: Proposal, places: number): void =>
    this.put(movedProposal(this.#round().rules, this.#lines, id, places));

  put(lines: readonly BallotLine[]): void {
    this.#lines = lines;
    this.newIntent();
    this.#keeping.save(lines);
    this.#changed();
  }

  /** What is sent from now on is meant anew, by another voter or after an answer. */
  newIntent(): void {
    this.#key = newKey();
  }

  /** The vote is with the server: what was kept of it may go. */
  markSent(): void {
    this.newIntent();
    this.#keeping.clear();
  }
}
