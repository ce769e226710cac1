import type { DraftScope } from '@buurt/core/storage/draft-scope.js';
import { DraftStore } from '@buurt/core/storage/drafts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { ideaReceiptFrom, type IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import { ideaSteps, type IdeaStep } from '@buurt/domain/ideas/settings.js';
import { isWorthStoring, neverStored, prefilled, type Draft } from './draft.js';
import { parseDraft } from './parse-draft.js';
import type { FormStep } from './steps.js';

/** An idea that was handed in from this device, so that its resident can see how it is doing. */
export interface SentIdea {
  readonly title: string;
  readonly receipt: IdeaReceipt;
}

/** What stays on the device: the draft, and the idea that was sent last with the proof whose it is. */
export interface StoredIdea extends Partial<Draft> {
  readonly step?: FormStep;
  readonly sent?: SentIdea;
  /** An idea waits in the outbox. */
  readonly waiting?: boolean;
}

export interface StartingPoint {
  readonly draft: Draft;
  readonly step: IdeaStep;
  readonly restored: boolean;
}

function sentFrom({ sent }: StoredIdea): SentIdea | undefined {
  if (!sent) return undefined;
  try {
    return { title: String(sent.title), receipt: ideaReceiptFrom(sent.receipt) };
  } catch {
    return undefined;
  }
}

/** What is kept beside the draft. */
function withoutDraft(kept: StoredIdea): StoredIdea {
  const sent = sentFrom(kept);
  return { ...(sent ? { sent } : {}), ...(kept.waiting === true ? { waiting: true } : {}) };
}

/** Who the resident is and what he agreed to is never kept, so whoever got that far does it again. */
const stepFrom = ({ step }: StoredIdea): IdeaStep =>
  ideaSteps.find((each) => each === step) ?? (step === 'preview' ? 'you' : 'idea');

export class IdeaDraftStorage {
  readonly #store: DraftStore<StoredIdea>;
  /** Whether an idea may wait on this device for the network. */
  readonly mayWait: boolean;
  #kept: StoredIdea;
  #draft: StoredIdea = {};

  constructor(scope: Pick<DraftScope, 'endpoint' | 'buurt' | 'where'>) {
    this.#store = new DraftStore({ ...scope, widget: 'idea-form', without: neverStored });
    this.mayWait = scope.where === 'local';
    this.#kept = withoutDraft(this.#store.load() ?? {});
  }

  /** Whether this device remembers what is sent. */
  get remembers(): boolean {
    return this.#store.keeps;
  }

  get sent(): SentIdea | undefined {
    return this.#kept.sent;
  }

  /** Where the resident begins: at what was left, also by another tab, or at an empty form. */
  begin(): StartingPoint {
    const kept = this.#store.load() ?? {};
    this.#kept = withoutDraft(kept);
    const draft = parseDraft(kept, newKey());
    const restored = isWorthStoring(draft);
    return { draft: prefilled(draft), step: restored ? stepFrom(kept) : 'idea', restored };
  }

  /** Keeps it within a second, and at once when it is a step further. */
  save(draft: Draft, step: FormStep): void {
    const moved = step !== this.#draft.step;
    this.#draft = isWorthStoring(draft) ? { ...draft, step } : {};
    this.#write();
    if (moved) this.#store.flush();
  }

  clearDraft(): void {
    this.#draft = {};
    this.#write();
  }

  /** The draft is in the outbox now. */
  markWaiting(): void {
    this.#draft = {};
    this.#kept = { ...this.#kept, waiting: true };
    this.#write();
  }

  /** The idea is with the server: its draft may go. */
  markSent(sent: SentIdea): void {
    this.#draft = {};
    this.#kept = { sent };
    this.#write();
  }

  wipe(): void {
    this.#draft = {};
    this.#kept = {};
    this.#write();
  }

  #write(): void {
    const all: StoredIdea = { ...this.#draft, ...this.#kept };
    if (Object.keys(all).length === 0) return this.#store.clear();
    this.#store.save(all);
    if (!this.#draft.id) this.#store.flush();
  }
}
