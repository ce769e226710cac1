import type { ReactiveController, ReactiveElement } from 'lit';
import { emit } from '@buurt/core/element/emit.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import type { Resource } from '@buurt/core/element/resource.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { localeOf } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { mayPass, Outbox, type Waiting } from '@buurt/core/storage/outbox.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import { defaultIdeaSettings, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { emptyDraft, type Draft } from './draft.js';
import { publicReceipt } from './events.js';
import { IdeaDraftStorage } from './idea-draft-storage.js';
import * as wizard from './idea-wizard.js';
import { PhotoPreviews } from './photos/photo-previews.js';
import { deletePhotos, photoStorage, type StorageMode } from './photos/photo-storage.js';
import type { FormStep } from './steps.js';
import { isWorthStoring } from './stored-draft.js';
import {
  freeze,
  freezeStoredDraft,
  isUnchanged,
  storedDraft,
  submissionFrom,
  type StoredSubmission,
  type Submission,
} from './submission.js';
import { submitIdea, withoutRefusedPhotos, type SubmitOptions } from './submit-idea.js';
import { startWizard, type SentIdea, type WizardState } from './wizard-state.js';

interface FormScope {
  readonly api: BuurtApi;
  readonly buurt: string;
  /** Where the draft and its photos wait. */
  readonly storageMode: StorageMode;
}

/**
 * One resident at the form, with what their state asks of the outside: what they filled in is stored on the device, an
 * idea that is `sending` goes to the endpoint, and waits in the outbox when there is no network. All rules are in
 * `idea-wizard.ts`.
 */
export class IdeaFormController implements ReactiveController {
  readonly storageMode: StorageMode;
  readonly placeElement: LazyModule<unknown>;
  readonly photosElement: LazyModule<unknown>;
  /** The pictures of the preview. */
  readonly photos: PhotoPreviews;

  readonly #host: ReactiveElement;
  readonly #scope: FormScope;
  readonly #settings: Resource<IdeaSettings, IdeaSettings>;
  readonly #storage: IdeaDraftStorage;
  readonly #outbox: Outbox<StoredSubmission, IdeaReceipt>;
  #state: WizardState;
  #sending: AbortController | undefined;
  /** What was sent last without an answer that counts: the endpoint may have it, so pressing send again sends the same. */
  #unanswered: Submission | undefined;
  /** A selector of what takes the focus once it is drawn. */
  #focusNext = '';

  /** @param firstState what was typed before this code was there; otherwise begins at what was stored */
  constructor(
    host: ReactiveElement,
    scope: FormScope,
    settings: Resource<IdeaSettings, IdeaSettings>,
    firstState?: WizardState,
  ) {
    const { api, buurt, storageMode } = scope;
    this.#host = host;
    this.#scope = scope;
    this.#settings = settings;
    this.storageMode = storageMode;
    this.placeElement = new LazyModule(host, () => import('./place/buurt-place-picker.js'));
    this.photosElement = new LazyModule(host, () => import('./photos/buurt-photo-picker.js'));
    this.#storage = new IdeaDraftStorage({ endpoint: api.endpoint, buurt, where: storageMode });
    this.#state = firstState ?? this.#storage.restore();
    if (firstState) this.#storage.save(firstState);
    this.photos = new PhotoPreviews(host, () => ({
      photos: this.#isFillingIn('preview') ? this.#state.draft.photos : [],
      store: photoStorage(storageMode),
    }));
    this.#outbox = new Outbox(
      { widget: 'idea-form', endpoint: api.endpoint, buurt },
      {
        send: (waiting, signal) => this.#sendWaiting(waiting, signal),
        sent: (receipt, { id, value }) => this.#onSent(receipt, storedDraft(id, value)),
        refused: (error, waiting) => this.#onWaitingRefused(error, waiting),
        changedElsewhere: () => this.#onChangedElsewhere(),
      },
    );
    const [waiting] = this.#outbox.waiting;
    if (waiting && !isWorthStoring(this.#state.draft)) {
      const submission = { key: waiting.id, draft: storedDraft(waiting.id, waiting.value) };
      this.#state = wizard.waitForNetwork(this.#state, submission, true);
    }
    host.addController(this);
    this.#outbox.start();
  }

  get state(): WizardState {
    return this.#state;
  }

  /** The idea that was sent from this device before. */
  get sentEarlier(): SentIdea | undefined {
    return this.#storage.sent;
  }

  /** Whether this device remembers what is sent. */
  get isRemembering(): boolean {
    return this.#storage.isRemembering;
  }

  /** The resident leaves the page, or it turns to another buurt. What waits is sent when they come back. */
  close(): void {
    this.#outbox.stop();
    this.stop();
    this.#host.removeController(this.photos);
    this.photos.hostDisconnected();
    this.#host.removeController(this);
  }

  /** Asks for the elements that this step shows. */
  hostUpdate(): void {
    const { placeElement, photosElement } = this;
    const hasMap = this.#isFillingIn('place') || (this.#isFillingIn('preview') && this.#state.draft.place);
    if (hasMap && !placeElement.failed) void placeElement.load();
    if (this.#isFillingIn('photos') && !photosElement.failed) void photosElement.load();
  }

  hostUpdated(): void {
    const target = this.#focusNext && this.#host.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
  }

  edit(change: Partial<Draft>): void {
    this.#update(wizard.editDraft(this.#state, change));
    this.#storage.save(this.#state);
  }

  setPlace(place: Draft['place'], isOutside: boolean): void {
    this.#update(wizard.setPlace(this.#state, place, isOutside));
    this.#storage.save(this.#state);
  }

  goToStep(step: FormStep): void {
    this.#goTo(wizard.goToStep(this.#state, step));
  }

  readonly back = (): void => this.#goTo(wizard.previousStep(this.#state, this.#currentSettings));

  /** One step further. From the preview the idea is sent. */
  next(): void {
    if (this.#state.status.name !== 'filling') return;
    const state = wizard.nextStep(this.#state, this.#currentSettings);
    if (state.status.name === 'sending') void this.#send(state);
    else this.#goTo(state);
  }

  /** The resident does not want to wait for the answer any longer. */
  readonly stop = (): void => this.#sending?.abort();

  /** Tries the outbox at once. */
  readonly tryNow = (): void => void this.#outbox.now();

  /** Out of the outbox, to change something after all. */
  takeBack({ key, draft }: Pick<Submission, 'key' | 'draft'>): void {
    // Stored before it leaves the outbox, so that another tab that hears of it finds it.
    this.#goTo(wizard.takeBack(this.#state, draft));
    const waiting = this.#outbox.waiting.find(({ id }) => id === key);
    this.#unanswered = waiting && submissionFrom(key, waiting.value);
    this.#outbox.remove(key);
  }

  readonly restart = (): void => {
    this.#storage.clearDraft();
    void deletePhotos(this.#state.draft.photos, this.storageMode);
    this.#goTo({ ...startWizard(emptyDraft(newKey())), announcement: 'cleared' });
    // What was refused while the form was busy has its turn now.
    this.tryNow();
  };

  /** Nothing of the resident stays on this device. */
  readonly wipe = (): void => {
    this.#storage.wipe();
    for (const { id } of this.#outbox.waiting) this.#outbox.remove(id);
    void photoStorage(this.storageMode).clear();
  };

  /** How it is with the idea that was sent from this device before. */
  readonly showEarlier = (): void => {
    if (this.sentEarlier) this.#show(wizard.showSent(this.#state, this.sentEarlier));
  };

  get #currentSettings(): IdeaSettings {
    return this.#settings.value ?? defaultIdeaSettings;
  }

  #isFillingIn(step: FormStep): boolean {
    return this.#state.status.name === 'filling' && this.#state.step === step;
  }

  #update(state: WizardState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  /** Shows another step or screen, and moves the focus there. */
  #show(state: WizardState): void {
    const { problems, failure, status } = state;
    const isFilling = status.name === 'filling';
    // Without its code the receipt still shows the number.
    if (!isFilling) void import('./screens/buurt-idea-receipt.js').catch(() => undefined);
    if (isFilling && problems.length > 0) this.#focusNext = '.error-summary';
    else this.#focusNext = isFilling && failure !== undefined ? '.failure' : '.screen-title';
    this.#update(state);
  }

  #goTo(state: WizardState): void {
    this.#show(state);
    this.#storage.save(state);
  }

  async #send(state: WizardState): Promise<void> {
    const { draft } = state;
    this.#sending = new AbortController();
    const { signal } = this.#sending;
    const frozen =
      this.#unanswered && isUnchanged(this.#unanswered, draft)
        ? this.#unanswered
        : freeze(draft, this.#currentSettings, localeOf(this.#host));
    const submission: Submission = { ...frozen, draft };
    /** With what the endpoint said of each photo so far. */
    let known = draft;
    this.#show(state);
    try {
      const receipt = await submitIdea({
        ...this.#submitOptions(submission, signal),
        onProgress: (id, fraction) => {
          if (!signal.aborted) this.#update(wizard.uploadProgressed(this.#state, id, fraction));
        },
        onUploaded: (photos) => {
          const uploaded = new Map(photos.map((photo) => [photo.id, photo]));
          known = { ...draft, photos: draft.photos.map((photo) => uploaded.get(photo.id) ?? photo) };
        },
      });
      this.#unanswered = undefined;
      this.#onSent(receipt, draft);
    } catch (error) {
      this.#unanswered = mayPass(error) ? submission : undefined;
      const isOffline = error instanceof ApiError && error.kind === 'offline';
      if (isOffline && this.#storage.canHoldOutbox) this.#waitForNetwork({ ...submission, draft: known });
      else this.#onRefused(error, withoutRefusedPhotos(error, known));
    }
  }

  #submitOptions(submission: Submission, signal: AbortSignal): SubmitOptions {
    return {
      ...this.#scope,
      submission,
      signal,
      locale: localeOf(this.#host),
      dispatchBeforeSubmit: (idea) => emit(this.#host, 'buurt-idea-submit', idea, { cancelable: true }),
    };
  }

  #waitForNetwork(submission: Submission): void {
    const { key, body, draft } = submission;
    const isStored = this.#outbox.put({ id: key, value: { body, draft } });
    if (isStored) this.#storage.markWaiting();
    this.#show(wizard.waitForNetwork(this.#state, submission, isStored));
  }

  /** Sends an idea from the outbox, in silence. */
  async #sendWaiting(waiting: Waiting<StoredSubmission>, signal: AbortSignal): Promise<IdeaReceipt> {
    try {
      return await submitIdea(this.#submitOptions(await this.#frozen(waiting, signal), signal));
    } catch (error) {
      if (error instanceof ApiError && !signal.aborted)
        this.#update({ ...this.#state, announcement: 'still-waiting' });
      throw error;
    }
  }

  /** What waits as it was frozen; a draft that waits alone is frozen now, and stays so. */
  async #frozen({ id, value }: Waiting<StoredSubmission>, signal: AbortSignal): Promise<Submission> {
    const stored = submissionFrom(id, value);
    if (stored) return stored;
    await this.#settings.settled();
    if (signal.aborted) throw new ApiError('aborted');
    const submission = freezeStoredDraft(id, value, this.#currentSettings);
    const { body, draft } = submission;
    this.#outbox.put({ id, value: { body, draft } });
    return submission;
  }

  #onSent(receipt: IdeaReceipt, draft: Draft): void {
    void deletePhotos(draft.photos, this.storageMode);
    emit(this.#host, 'buurt-idea-sent', publicReceipt(receipt));
    const sent: SentIdea = { title: draft.title, receipt };
    const state = wizard.ideaSent(this.#state, sent, draft, newKey());
    if (state === this.#state) return;
    this.#storage.markSent(sent);
    this.#show(state);
  }

  #onWaitingRefused(error: unknown, { id, value }: Waiting<StoredSubmission>): boolean {
    if (this.#unanswered?.key === id) this.#unanswered = undefined;
    return this.#onRefused(error, withoutRefusedPhotos(error, storedDraft(id, value)));
  }

  /** `false`: another idea is on the screen, so this one has to wait for its turn. */
  #onRefused(error: unknown, draft: Draft): boolean {
    if (wizard.showsAnother(this.#state, draft)) return false;
    const isStopped = error instanceof ApiError && error.kind === 'aborted';
    if (!isStopped) emit(this.#host, 'buurt-error', { error });
    this.#goTo(wizard.submitFailed(this.#state, error, draft, this.#currentSettings));
    if (this.#state.problems.length > 0) void this.#locateProblemsAgain();
    return true;
  }

  /** The organiser may ask other things by now: then what is wrong may have to be mended on another step. */
  async #locateProblemsAgain(): Promise<void> {
    const { problems } = this.#state;
    this.#settings.reload();
    await this.#settings.settled();
    if (this.#state.problems !== problems) return;
    const state = wizard.blockedBy(this.#state, problems, this.#currentSettings);
    if (state.step === this.#state.step) this.#host.requestUpdate();
    else this.#goTo(state);
  }

  /** An idea that does not wait any longer was taken back, sent or wiped in another tab: goes on with what that tab left. */
  #onChangedElsewhere(): void {
    const { status } = this.#state;
    if (status.name !== 'waiting') return;
    const isWaiting = this.#outbox.waiting.some(({ id }) => id === status.submission.key);
    if (!isWaiting) this.#show(this.#storage.restore());
  }
}
