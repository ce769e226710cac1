import { ApiError, type BuurtApi, type Locale } from '@buurt/core';
import { Outbox } from '@buurt/core/outbox.js';
import type { IdeaReceipt, IdeaSettings, NewIdea } from '@buurt/domain';
import { deliver, PhotosRefused } from './deliver.js';
import type { Draft } from './draft.js';
import type { Keeping } from './keeping.js';
import { draftFrom } from './kept-draft.js';
import { keyOf } from './new-idea.js';
import { filling, type Phase } from './phase.js';
import { forgetAllPhotos, forgetPhotos } from './photo-address.js';
import type { Keep } from './photos/kept-photos.js';

/** What the post needs from the form, and what it tells it. */
export interface Sender {
  readonly api: BuurtApi;
  readonly buurt: string;
  readonly keeping: Keeping;
  /** Where the photos wait. */
  readonly keep: Keep;
  readonly locale: () => Locale;
  readonly settings: () => IdeaSettings;
  /** The last moment at which the page can stop it. */
  readonly mayGo: (idea: NewIdea) => boolean;
  readonly show: (phase: Phase) => void;
  readonly sent: (receipt: IdeaReceipt, draft: Draft) => void;
  /** Not sent; the draft is as it can be mended. */
  readonly refused: (error: unknown, draft: Draft) => void;
  /** Tried again from the outbox, without success so far. */
  readonly stillWaiting: (error: ApiError) => void;
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
export class Post {
  readonly #sender: Sender;
  readonly #outbox: Outbox<Draft, IdeaReceipt>;
  #stop: AbortController | undefined;

  constructor(sender: Sender) {
    this.#sender = sender;
    const { api, buurt } = sender;
    this.#outbox = new Outbox(
      { widget: 'idea-form', endpoint: api.endpoint, buurt },
      {
        send: ({ id, value }, signal) => this.#sendWaiting(draftFrom(value, id), signal),
        sent: (receipt, { id, value }) => this.#sent(receipt, draftFrom(value, id)),
        refused: (error, { id, value }) => sender.refused(error, withoutRefused(error, draftFrom(value, id))),
      },
    );
  }

  /** Starts the outbox; gives the idea that waits in it since an earlier visit. */
  open(): Draft | undefined {
    const [first] = this.#outbox.waiting;
    this.#outbox.start();
    return first && draftFrom(first.value, first.id);
  }

  close(): void {
    this.#outbox.stop();
    this.stop();
  }

  async send(draft: Draft): Promise<void> {
    const { refused, keeping } = this.#sender;
    this.#stop = new AbortController();
    let known = draft;
    const onUploaded = (photos: Draft['photos']) => (known = { ...draft, photos });
    try {
      this.#sent(await this.#deliver(draft, this.#stop.signal, onUploaded), draft);
    } catch (error) {
      const waits = keeping.mayWait && error instanceof ApiError && error.kind === 'offline';
      if (waits) this.#wait(known);
      else refused(error, withoutRefused(error, known));
    }
  }

  /** The resident does not want to wait for the answer any longer. */
  readonly stop = (): void => this.#stop?.abort();

  /** Tries the outbox at once. */
  readonly now = (): Promise<void> => this.#outbox.now();

  /** Takes the idea back from the outbox. */
  takeBack(draft: Draft): void {
    this.#outbox.remove(keyOf(draft, this.#sender.settings()));
    this.#sender.show(filling);
  }

  /** Nothing of anybody stays on this device. */
  wipe(): void {
    for (const { id } of this.#outbox.waiting) this.#outbox.remove(id);
    void forgetAllPhotos(this.#sender.keep);
  }

  #wait(draft: Draft): void {
    const kept = this.#outbox.put({ id: keyOf(draft, this.#sender.settings()), value: draft });
    if (kept) this.#sender.keeping.markWaiting();
    this.#sender.show({ name: 'waiting', draft, kept });
  }

  #sent(receipt: IdeaReceipt, draft: Draft): void {
    void forgetPhotos(draft.photos, this.#sender.keep);
    this.#sender.sent(receipt, draft);
  }

  async #sendWaiting(draft: Draft, signal: AbortSignal): Promise<IdeaReceipt> {
    try {
      return await this.#deliver(draft, signal);
    } catch (error) {
      if (error instanceof ApiError) this.#sender.stillWaiting(error);
      throw error;
    }
  }

  /** @param onUploaded given when the resident watches; an idea from the outbox goes in silence */
  #deliver(
    draft: Draft,
    signal: AbortSignal,
    onUploaded?: (photos: Draft['photos']) => void,
  ): Promise<IdeaReceipt> {
    const { api, buurt, keep, locale, settings, mayGo, show } = this.#sender;
    const progress = new Map(draft.photos.map(({ id, uploaded }) => [id, uploaded ? 1 : 0]));
    const report = () => {
      if (onUploaded && !signal.aborted) show({ name: 'sending', progress: new Map(progress) });
    };
    report();
    return deliver({
      api,
      buurt,
      keep,
      locale: locale(),
      settings: settings(),
      draft,
      signal,
      mayGo,
      onUploaded: onUploaded ?? (() => undefined),
      onProgress: (id, fraction) => {
        progress.set(id, fraction);
        report();
      },
    });
  }
}
