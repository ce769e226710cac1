import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { mayPass, Outbox, type Waiting } from '@buurt/core/storage/outbox.js';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { submitIdea, PhotosRefused } from './submit-idea.js';
import type { Draft } from './draft.js';
import type { IdeaDraftStorage } from './idea-draft-storage.js';
import { filling, type FormStatus } from './form-status.js';
import { forgetAllPhotos, forgetPhotos } from './photo-address.js';
import type { StorageMode } from './photos/photo-storage.js';
import {
  storedDraft,
  freeze,
  freezeStoredDraft,
  isUnchanged,
  submissionFrom,
  type StoredSubmission,
  type Submission,
} from './submission.js';

/** What the post needs from the form, and what it tells it. */
export interface Sender {
  readonly api: BuurtApi;
  readonly buurt: string;
  readonly keeping: IdeaDraftStorage;
  /** Where the photos wait. */
  readonly keep: StorageMode;
  readonly locale: () => Locale;
  readonly settings: () => IdeaSettings;
  /** The settings once the server has told them, or once it is known that it does not. */
  readonly settingsRead: () => Promise<IdeaSettings>;
  /** The last moment at which the page can stop it. */
  readonly mayGo: (idea: NewIdea) => boolean;
  readonly show: (phase: FormStatus) => void;
  readonly sent: (receipt: IdeaReceipt, draft: Draft) => void;
  /** Not sent; the draft is as it can be mended. `false`: the form is busy with another, so this one has to wait. */
  readonly refused: (error: unknown, draft: Draft) => boolean;
  /** Tried again from the outbox, without success so far. */
  readonly stillWaiting: (error: ApiError) => void;
  /** Another tab may have taken back or sent what waits. */
  readonly changedElsewhere: () => void;
}

/** Without the photos that the server does not take. */
const withoutRefused = (error: unknown, draft: Draft): Draft =>
  error instanceof PhotosRefused
    ? {
        ...draft,
        photos: draft.photos.filter(({ id }) => !error.photos.some((refused) => refused.id === id)),
      }
    : draft;

/** Brings ideas to the server: at once, or by the outbox when there is no network. */
export class IdeaSubmitter {
  readonly #sender: Sender;
  readonly #outbox: Outbox<StoredSubmission, IdeaReceipt>;
  #stop: AbortController | undefined;
  /** What was sent last without an answer that counts: the server may have it, so pressing send again sends the same. */
  #unanswered: Submission | undefined;

  constructor(sender: Sender) {
    this.#sender = sender;
    const { api, buurt } = sender;
    this.#outbox = new Outbox(
      { widget: 'idea-form', endpoint: api.endpoint, buurt },
      {
        send: (waiting, signal) => this.#sendWaiting(waiting, signal),
        sent: (receipt, { id, value }) => this.#sent(receipt, storedDraft(id, value)),
        refused: (error, waiting) => this.#refused(error, waiting),
        changedElsewhere: sender.changedElsewhere,
      },
    );
  }

  /** Starts the outbox; gives the idea that waits in it since an earlier visit. */
  open(): Pick<Submission, 'key' | 'draft'> | undefined {
    const [first] = this.#outbox.waiting;
    this.#outbox.start();
    return first && { key: first.id, draft: storedDraft(first.id, first.value) };
  }

  close(): void {
    this.#outbox.stop();
    this.stop();
  }

  async send(draft: Draft): Promise<void> {
    const { refused, keeping, settings } = this.#sender;
    this.#stop = new AbortController();
    const frozen =
      this.#unanswered && isUnchanged(this.#unanswered, draft) ? this.#unanswered : freeze(draft, settings());
    const submission: Submission = { ...frozen, draft };
    let known = draft;
    const onUploaded = (photos: Draft['photos']) => {
      const told = new Map(photos.map((photo) => [photo.id, photo]));
      known = { ...draft, photos: draft.photos.map((photo) => told.get(photo.id) ?? photo) };
    };
    try {
      const receipt = await this.#deliver(submission, this.#stop.signal, onUploaded);
      this.#unanswered = undefined;
      this.#sent(receipt, draft);
    } catch (error) {
      this.#unanswered = mayPass(error) ? submission : undefined;
      const waits = keeping.mayWait && error instanceof ApiError && error.kind === 'offline';
      if (waits) this.#wait({ ...submission, draft: known });
      else refused(error, withoutRefused(error, known));
    }
  }

  /** The resident does not want to wait for the answer any longer. */
  readonly stop = (): void => this.#stop?.abort();

  /** Tries the outbox at once. */
  readonly now = (): Promise<void> => this.#outbox.now();

  /** Whether the idea with this key is still in the outbox. */
  isWaiting(key: string): boolean {
    return this.#outbox.waiting.some(({ id }) => id === key);
  }

  /** Takes the idea with this key back from the outbox. */
  takeBack(key: string): void {
    const waiting = this.#outbox.waiting.find(({ id }) => id === key);
    this.#unanswered = waiting && submissionFrom(key, waiting.value);
    this.#outbox.remove(key);
    this.#sender.show(filling);
  }

  /** Nothing of anybody stays on this device. */
  wipe(): void {
    for (const { id } of this.#outbox.waiting) this.#outbox.remove(id);
    void forgetAllPhotos(this.#sender.keep);
  }

  #wait({ key, body, draft }: Submission): void {
    const kept = this.#outbox.put({ id: key, value: { body, draft } });
    if (kept) this.#sender.keeping.markWaiting();
    this.#sender.show({ name: 'waiting', submission: { key, draft }, kept });
  }

  #refused(error: unknown, { id, value }: Waiting<StoredSubmission>): boolean {
    if (this.#unanswered?.key === id) this.#unanswered = undefined;
    return this.#sender.refused(error, withoutRefused(error, storedDraft(id, value)));
  }

  #sent(receipt: IdeaReceipt, draft: Draft): void {
    void forgetPhotos(draft.photos, this.#sender.keep);
    this.#sender.sent(receipt, draft);
  }

  async #sendWaiting(waiting: Waiting<StoredSubmission>, signal: AbortSignal): Promise<IdeaReceipt> {
    try {
      return await this.#deliver(await this.#frozen(waiting, signal), signal);
    } catch (error) {
      if (error instanceof ApiError && !signal.aborted) this.#sender.stillWaiting(error);
      throw error;
    }
  }

  /** What waits as it was frozen; a draft that waits alone is frozen now, and stays so. */
  async #frozen({ id, value }: Waiting<StoredSubmission>, signal: AbortSignal): Promise<Submission> {
    const stored = submissionFrom(id, value);
    if (stored) return stored;
    const submission = freezeStoredDraft(id, value, await this.#sender.settingsRead());
    if (signal.aborted) throw new ApiError('aborted');
    const { body, draft } = submission;
    this.#outbox.put({ id, value: { body, draft } });
    return submission;
  }

  /** @param onUploaded given when the resident watches; an idea from the outbox goes in silence */
  #deliver(
    submission: Submission,
    signal: AbortSignal,
    onUploaded?: (photos: Draft['photos']) => void,
  ): Promise<IdeaReceipt> {
    const { api, buurt, keep, locale, mayGo, show } = this.#sender;
    const progress = new Map(submission.draft.photos.map(({ id, uploaded }) => [id, uploaded ? 1 : 0]));
    const report = () => {
      if (onUploaded && !signal.aborted) show({ name: 'sending', progress: new Map(progress) });
    };
    report();
    return submitIdea({
      api,
      buurt,
      keep,
      locale: locale(),
      submission,
      signal,
      dispatchBeforeSubmit: mayGo,
      onUploaded: onUploaded ?? (() => undefined),
      onProgress: (id, fraction) => {
        progress.set(id, fraction);
        report();
      },
    });
  }
}
