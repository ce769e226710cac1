import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { newKey } from '@buurt/core/storage/key.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { emptyDraft, isWorthStoring, type Draft } from './draft.js';
import { startWizard, goToStep, blockedBy, nextStep, type WizardState } from './idea-wizard.js';
import { IdeaDraftStorage, type SentIdea } from './idea-draft-storage.js';
import { filling, type FormStatus } from './form-status.js';
import { forgetPhotos } from './photo-address.js';
import type { StorageMode } from './photos/photo-storage.js';
import { IdeaSubmitter } from './idea-submitter.js';
import { stepsUnder, type FormStep } from './steps.js';
import type { Submission } from './submission.js';

/** What a visit hears from the form, and tells it. */
export interface VisitHost {
  readonly settings: () => IdeaSettings;
  /** The settings once the server has told them, or once it is known that it does not. */
  readonly settingsRead: () => Promise<IdeaSettings>;
  readonly locale: () => Locale;
  /** Something changed that is shown. */
  readonly changed: () => void;
  /** This takes focus once it is drawn. */
  readonly focus: (selector: '.screen-title' | '.error-summary' | '.failure') => void;
  /** For a screen reader, without moving focus. */
  readonly say: (what: 'stopped' | 'restarted' | 'still') => void;
  readonly mayGo: (idea: NewIdea) => boolean;
  readonly sent: (receipt: IdeaReceipt) => void;
  readonly failed: (error: unknown) => void;
  /** Asks the server what the organiser asks by now. */
  readonly readSettingsAgain: () => Promise<void>;
}

export interface VisitScope {
  readonly api: BuurtApi;
  readonly buurt: string;
  readonly keep: StorageMode;
}

/** One resident at the form: what he filled in, where he is, and what became of what he sent. */
export class IdeaFormController {
  readonly keeping: IdeaDraftStorage;
  readonly #host: VisitHost;
  readonly #post: IdeaSubmitter;
  readonly #keep: StorageMode;
  #draft: Draft;
  #journey: WizardState;
  #phase: FormStatus = filling;
  #restored = false;
  #outside = false;

  /** @param early what was typed before this code was there; otherwise the visit begins at what was kept */
  constructor(host: VisitHost, { api, buurt, keep }: VisitScope, early?: Draft) {
    this.#host = host;
    this.#keep = keep;
    this.keeping = new IdeaDraftStorage({ endpoint: api.endpoint, buurt, where: keep });
    const { draft, step, restored } = early
      ? { draft: early, step: 'idea' as const, restored: false }
      : this.keeping.begin();
    this.#draft = draft;
    this.#journey = startWizard(step);
    this.#restored = restored;
    this.#post = new IdeaSubmitter({
      api,
      buurt,
      keeping: this.keeping,
      keep,
      locale: host.locale,
      settings: host.settings,
      settingsRead: host.settingsRead,
      mayGo: host.mayGo,
      show: this.#show,
      sent: this.#onSent,
      refused: this.#onRefused,
      stillWaiting: () => host.say('still'),
      changedElsewhere: this.#onChangedElsewhere,
    });
    if (early) this.keeping.save(early, 'idea');
    const waiting = this.#post.open();
    if (waiting && !isWorthStoring(draft)) this.#phase = { name: 'waiting', submission: waiting, kept: true };
  }

  get draft(): Draft {
    return this.#draft;
  }

  get journey(): WizardState {
    return this.#journey;
  }

  get phase(): FormStatus {
    return this.#phase;
  }

  /** What was left here is there again, and the resident did not go on yet. */
  get restored(): boolean {
    return this.#restored;
  }

  close(): void {
    this.#post.close();
  }

  readonly edit = (change: Partial<Draft>): void => {
    this.#draft = { ...this.#draft, ...change };
    this.keeping.save(this.#draft, this.#journey.step);
    this.#host.changed();
  };

  readonly putAt = (place: Draft['place'], outside: boolean): void => {
    const { place: _, ...rest } = this.#draft;
    this.#outside = outside;
    this.#draft = rest;
    this.edit(place === undefined ? {} : { place });
  };

  readonly open = (step: FormStep): void => this.#travel(goToStep(this.#journey, step));

  readonly back = (): void => {
    const steps = stepsUnder(this.#host.settings(), this.#draft);
    this.open(steps[steps.indexOf(this.#journey.step) - 1] ?? 'idea');
  };

  /** One step further, or off to the server. */
  goOn(): void {
    if (this.#phase.name !== 'filling') return;
    const next = nextStep(this.#journey, this.#draft, this.#host.settings(), this.#outside);
    if (next === 'ready') void this.#post.send(this.#draft);
    else this.#travel(next);
  }

  readonly stop = (): void => this.#post.stop();

  readonly tryNow = (): void => void this.#post.now();

  /** Out of the outbox, to change something after all. */
  readonly takeBack = ({ key, draft }: Pick<Submission, 'key' | 'draft'>): void => {
    this.#draft = draft;
    // Kept before it leaves the outbox, so that another tab that hears of it finds it.
    this.open('preview');
    this.#post.takeBack(key);
  };

  readonly restart = (): void => {
    this.keeping.clearDraft();
    void forgetPhotos(this.#draft.photos, this.#keep);
    this.#draft = emptyDraft(newKey());
    this.#outside = false;
    this.#phase = filling;
    this.#host.say('restarted');
    this.#travel(startWizard('idea'));
    // What was refused while the form was busy has its turn now.
    this.tryNow();
  };

  /** Nothing of the resident stays on this device. */
  readonly wipe = (): void => {
    this.keeping.wipe();
    this.#post.wipe();
  };

  /** How it is with the idea that was sent from this device before. */
  readonly showEarlier = (sent: SentIdea): void => this.#show({ name: 'sent', sent });

  #travel(journey: WizardState): void {
    const failed = journey.failure !== undefined;
    this.#host.focus(journey.problems.length > 0 ? '.error-summary' : failed ? '.failure' : '.screen-title');
    this.#journey = journey;
    this.#restored = false;
    this.keeping.save(this.#draft, journey.step);
    this.#host.changed();
  }

  readonly #show = (phase: FormStatus): void => {
    if (phase.name !== this.#phase.name) this.#host.focus('.screen-title');
    if (phase.name !== 'filling') void import('./screens/buurt-idea-receipt.js').catch(() => undefined);
    this.#phase = phase;
    this.#host.changed();
  };

  readonly #onSent = (receipt: IdeaReceipt, draft: Draft): void => {
    this.#host.sent(receipt);
    const busy = this.#phase.name === 'filling' && this.#draft.id !== draft.id;
    if (busy && isWorthStoring(this.#draft)) return;
    const sent = { title: draft.title, receipt };
    this.keeping.markSent(sent);
    this.#draft = emptyDraft(newKey());
    this.#journey = startWizard('idea');
    this.#show({ name: 'sent', sent, draft });
  };

  /** An idea that does not wait any longer was taken back, sent or wiped in another tab: goes on with what that tab left. */
  readonly #onChangedElsewhere = (): void => {
    if (this.#phase.name !== 'waiting' || this.#post.isWaiting(this.#phase.submission.key)) return;
    const { draft, step, restored } = this.keeping.begin();
    this.#draft = draft;
    this.#journey = startWizard(step);
    this.#restored = restored;
    this.#show(filling);
  };

  /** `false`: another idea is on the screen, which this one may not push away. */
  readonly #onRefused = (error: unknown, draft: Draft): boolean => {
    const { name } = this.#phase;
    const shown = name === 'sending' || name === 'sent' || isWorthStoring(this.#draft);
    if (shown && this.#draft.id !== draft.id) return false;
    this.#draft = draft;
    this.#phase = filling;
    if (error instanceof ApiError && error.kind === 'aborted') {
      this.#host.say('stopped');
      this.open('preview');
      return true;
    }
    this.#host.failed(error);
    const problems = error instanceof ApiError ? error.problems : [];
    if (problems.length === 0) this.#travel({ ...goToStep(this.#journey, 'preview'), failure: error });
    else {
      this.#travel(blockedBy(this.#journey, problems, this.#host.settings()));
      void this.#placeAgain(problems);
    }
    return true;
  };

  /** The organiser may ask other things by now: then what is wrong may have to be mended in another place. */
  async #placeAgain(problems: WizardState['problems']): Promise<void> {
    await this.#host.readSettingsAgain();
    if (this.#journey.problems !== problems) return;
    const journey = blockedBy(this.#journey, problems, this.#host.settings());
    if (journey.step === this.#journey.step) this.#host.changed();
    else this.#travel(journey);
  }
}
