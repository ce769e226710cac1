import type { DraftScope } from '@buurt/core/storage/draft-scope.js';
import { DraftStore } from '@buurt/core/storage/drafts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { ideaReceiptFrom } from '@buurt/domain/ideas/receipt.js';
import { ideaSteps, type IdeaStep } from '@buurt/domain/ideas/settings.js';
import { prefilled, type Draft } from './draft.js';
import type { FormStep } from './steps.js';
import { isWorthStoring, neverStored, parseDraft } from './stored-draft.js';
import { startWizard, type SentIdea, type WizardState } from './wizard-state.js';

/** What stays beside a draft: the idea that was sent last, with the proof whose it is. */
interface StoredFacts {
  readonly sent?: SentIdea;
  /** An idea waits in the outbox. */
  readonly waiting?: boolean;
}

/** What stays on the device. */
interface StoredIdea extends Partial<Draft>, StoredFacts {
  readonly step?: FormStep;
}

function sentFrom({ sent }: StoredIdea): SentIdea | undefined {
  if (!sent) return undefined;
  try {
    return { title: String(sent.title), receipt: ideaReceiptFrom(sent.receipt) };
  } catch {
    // Stored by another version of the code, or changed by somebody: as if it was not there.
    return undefined;
  }
}

function factsFrom(stored: StoredIdea): StoredFacts {
  const sent = sentFrom(stored);
  return { ...(sent ? { sent } : {}), ...(stored.waiting === true ? { waiting: true } : {}) };
}

/** Who the resident is and what they agreed to is never stored, so whoever got that far does it again. */
const stepFrom = ({ step }: StoredIdea): IdeaStep =>
  ideaSteps.find((each) => each === step) ?? (step === 'preview' ? 'you' : 'idea');

/** The draft of an idea and the receipt of the last one, on the device of the resident. */
export class IdeaDraftStorage {
  readonly #store: DraftStore<StoredIdea>;
  readonly #where: DraftScope['where'];
  #facts: StoredFacts;
  #draft: Partial<Draft> & Pick<StoredIdea, 'step'> = {};

  constructor(scope: Pick<DraftScope, 'endpoint' | 'buurt' | 'where'>) {
    this.#store = new DraftStore({ ...scope, widget: 'idea-form', without: neverStored });
    this.#where = scope.where;
    this.#facts = factsFrom(this.#store.load() ?? {});
  }

  /** Whether this device remembers what is sent. */
  get isRemembering(): boolean {
    return this.#store.keeps;
  }

  /** Whether an idea may wait on this device for the network. */
  get canHoldOutbox(): boolean {
    return this.#where === 'local';
  }

  get sent(): SentIdea | undefined {
    return this.#facts.sent;
  }

  /** Where the resident begins: at what was left, also by another tab, or at an empty form. */
  restore(): WizardState {
    const stored = this.#store.load() ?? {};
    this.#facts = factsFrom(stored);
    const draft = parseDraft(stored, newKey());
    return isWorthStoring(draft)
      ? startWizard(prefilled(draft), stepFrom(stored), true)
      : startWizard(prefilled(draft));
  }

  /** Stores it within a second, and at once when it is a step further. */
  save({ draft, step }: Pick<WizardState, 'draft' | 'step'>): void {
    const hasMoved = step !== this.#draft.step;
    this.#draft = isWorthStoring(draft) ? { ...draft, step } : {};
    this.#write();
    if (hasMoved) this.#store.flush();
  }

  clearDraft(): void {
    this.#draft = {};
    this.#write();
  }

  /** The draft is in the outbox now. */
  markWaiting(): void {
    this.#draft = {};
    this.#facts = { ...this.#facts, waiting: true };
    this.#write();
  }

  /** The endpoint has the idea: its draft may go. */
  markSent(sent: SentIdea): void {
    this.#draft = {};
    this.#facts = { sent };
    this.#write();
  }

  wipe(): void {
    this.#draft = {};
    this.#facts = {};
    this.#write();
  }

  #write(): void {
    const all: StoredIdea = { ...this.#draft, ...this.#facts };
    if (Object.keys(all).length === 0) return this.#store.clear();
    this.#store.save(all);
    if (!this.#draft.id) this.#store.flush();
  }
}
