import { adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { initialState, Task, TaskStatus } from '@lit/task';
import { ApiError } from '@buurt/core/http/api-error.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { hasDraft } from '@buurt/core/storage/draft-scope.js';
import { heading } from '@buurt/core/element/heading.js';
import { newKey } from '@buurt/core/storage/key.js';
import { Lazy } from '@buurt/core/element/lazy.js';
import { helpSlot, notice, screenTitle } from '@buurt/core/element/screen.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { defaultIdeaSettings, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { emptyDraft, prefilled, type Draft } from './draft.js';
import { publicReceipt } from './events.js';
import { actions, loadingPlaceholder, introduction, progressLine } from './frame.js';
import { nl, type IdeaFormMessages } from './idea-form.messages.js';
import { styles } from './idea-form.styles.js';
import type { WizardState } from './idea-wizard.js';
import { filling, type FormStatus } from './form-status.js';
import { readSettings } from './read-settings.js';
import { ideaStep, type Similar } from './steps/idea-step.js';
import type { View } from './view.js';
import type { IdeaFormController, VisitHost } from './idea-form-controller.js';

const firstStep: WizardState = { step: 'idea', reviewed: false, problems: [] };
const nothingWrong: ReadonlyMap<string, string> = new Map();

/**
 * A resident hands in an idea for the buurt: what, where, with whom, photos. One subject a step, a preview, and an end
 * page that says what happens next. What is filled in is kept on the device, and sent when there is internet.
 *
 * What stands inside the tag is shown until the form is ready, and where scripts do not run.
 *
 * @customElement buurt-idea-form
 * @fires {CustomEvent<NewIdea>} buurt-idea-submit - Just before an idea goes to the endpoint; `preventDefault()` stops it.
 * @fires {CustomEvent<PublicReceipt>} buurt-idea-sent - The endpoint has the idea; also when it waited for the network.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading the settings or sending failed; the resident was told.
 * @slot - Shown until the form is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end of each step, and beside what went wrong.
 * @csspart form - The whole form.
 * @csspart heading - Every heading.
 * @csspart intro - The words under the first heading.
 * @csspart progress - "Stap 2 van 6" and its bar.
 * @csspart field - A question with its answer.
 * @csspart consent - The box, at the end, for keeping the idea.
 * @csspart label - What a field is called.
 * @csspart input - A text field.
 * @csspart choice - One choice: a pill, a card or a tick.
 * @csspart problem - What is wrong, at the field.
 * @csspart error-summary - What is wrong, all together.
 * @csspart notice - A message between the fields.
 * @csspart actions - The row with the buttons.
 * @csspart next - The button that goes on, or sends.
 * @csspart back - The button that goes back.
 * @csspart preview - The idea as neighbours will see it.
 * @csspart private - What neighbours will not see.
 * @csspart change - The way from the preview back to a step.
 * @csspart similar - An idea that looks like this one.
 * @csspart receipt - The card with the number of an idea that was sent.
 * @csspart map - The map of the buurt.
 */
export class BuurtIdeaForm extends BuurtElement<IdeaFormMessages> {
  static override readonly styles = [tokens, controls, styles];

  /** Where an unfinished idea is kept: on this device for a week, as long as the tab is open, or not at all. */
  @property() draft: 'local' | 'session' | 'off' = 'local';
  /** The address of a search for addresses that answers like the PDOK Locatieserver; without it there is no search. */
  @property({ attribute: 'address-endpoint' }) addressEndpoint = '';

  @state() private said = '';
  @state() private similarCount = 0;
  /** What is typed before the code for the rest of the form is there. */
  @state() private early = prefilled(emptyDraft(newKey()));

  protected catalogue: Catalogue<IdeaFormMessages> = {
    // The texts of a later step come with its code; nothing else shows them.
    nl: nl as Pick<IdeaFormMessages, never> as IdeaFormMessages,
    en: async () => (await import('./idea-form.messages.en.js')).en,
  };

  /** What takes focus once it is drawn. */
  #focus = '';
  #scope: string | undefined;
  /** Something was kept here before: the form waits for it, because it would push the empty form away. */
  #kept = false;
  /** The resident typed before the rest of the form was there. */
  #typed = false;
  #visit: IdeaFormController | undefined;
  /** What the server told before it was asked again. */
  #known: IdeaSettings | undefined;
  readonly #later = new Lazy(this, async () => {
    const later = await import('./idea-steps.js');
    this.catalogue = { ...this.catalogue, nl: { ...nl, ...later.texts } };
    adoptStyles(this.renderRoot as ShadowRoot, [...BuurtIdeaForm.elementStyles, ...later.styles]);
    return later;
  });
  readonly #similar = new Lazy(this, () => import('./similar/buurt-similar-ideas.js'));
  readonly #elements = {
    place: new Lazy(this, () => import('./place/buurt-place-picker.js')),
    photos: new Lazy(this, () => import('./photos/buurt-photo-picker.js')),
  };
  readonly #settings = new Task(this, {
    args: () => [this.api, this.setupProblem ? undefined : this.buurtCode] as const,
    task: ([api, buurt], { signal }) => (api && buurt ? readSettings(api, buurt, { signal }) : initialState),
    onError: (error) => {
      if (!(error instanceof ApiError && error.kind === 'aborted')) this.emit('buurt-error', { error });
    },
  });

  /** What the organiser asks; what any idea needs, as long as that is not known. */
  get settings(): IdeaSettings {
    return this.#settings.value ?? this.#known ?? defaultIdeaSettings;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#askSettingsAgain);
    this.#askSettingsAgain();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#askSettingsAgain);
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#settings.abort();
      this.early = this.#draft;
      this.#typed = true;
      this.#enter(undefined);
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { api, buurtCode: buurt, draft: keep } = this;
    const scope = api && buurt && this.isConnected ? [api.endpoint, buurt, keep].join(' ') : undefined;
    if (scope !== this.#scope) this.#enter(scope);
    const { module } = this.#later;
    if (!module || !api || !buurt || !scope) return;
    this.#visit ??= new module.Visit(this.#host, { api, buurt, keep }, this.#kept ? undefined : this.early);
  }

  protected override updated(): void {
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    target.focus();
  }

  protected override render(): TemplateResult {
    const { setupProblem, t, buurtCode: buurt = '' } = this;
    if (setupProblem) return html`${notice('warning', setupProblem)}${helpSlot}`;
    const { error } = this.#settings;
    if (error instanceof ApiError && error.kind === 'gone')
      return html`${notice('warning', t.unknownBuurt({ buurt }))}${helpSlot}`;
    const phase = this.#visit?.phase ?? filling;
    const waits = this.#kept && !this.#visit;
    const begun = phase.name !== 'filling' || this.#journey.step !== 'idea';
    return html`<div class="form ${begun ? 'begun' : ''}" part="form">
      ${heading(this.headingLevel, t.heading)}
      ${waits ? loadingPlaceholder({ t }, this.#later) : phase.name === 'filling' ? this.#renderForm() : this.#renderScreen(phase)}
      ${helpSlot}
      <p class="for-reader" role="status">${this.said}</p>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const view = this.#view;
    const journey = this.#journey;
    return html`
      ${journey.step === 'idea' ? introduction(view) : nothing} ${this.#renderNotices(view)}
      <form novalidate @submit=${this.#onSubmit} @focusin=${this.#onTouch}>
        ${progressLine(view, journey.step)}
        ${screenTitle(this.headingLevel + 1, view.t.steps[journey.step], 'step-of')}
        ${this.#later.module?.summary(journey, view)}
        <div class="stack">${this.#renderStep(view)}</div>
        ${actions(view, journey, () => this.#visit?.back())}
      </form>
    `;
  }

  #renderNotices(view: View): unknown {
    const visit = this.#visit;
    return [
      this.#settings.status === TaskStatus.ERROR && !this.#known ? notice('', view.t.defaults) : nothing,
      visit && this.#later.module?.notices(view, visit),
    ];
  }

  #renderStep(view: View): unknown {
    const { step, failure } = this.#journey;
    if (step === 'idea') return ideaStep(view, this.#similarIdeas);
    const { module } = this.#later;
    const visit = this.#visit;
    if (!module || !visit) return loadingPlaceholder(view, this.#later);
    const { api, buurtCode: buurt = '', draft: keep, addressEndpoint, ownTexts } = this;
    const { place: placeElement } = this.#elements;
    const element = step === 'place' || step === 'photos' ? this.#elements[step] : undefined;
    if (element?.failed === false) void element.need();
    if (step === 'preview' && view.draft.place && !placeElement.failed) void placeElement.need();
    if (step === 'preview')
      return module.preview({ ...view, api, buurt, keep, ownTexts, placeElement, failure, open: visit.open });
    const shown = { ...view, api, buurt, keep, addressEndpoint, ownTexts, element, onPlace: visit.putAt };
    return module.steps[step](shown);
  }

  #renderScreen(phase: FormStatus): unknown {
    const { module } = this.#later;
    const visit = this.#visit;
    if (!module || !visit) return loadingPlaceholder({ t: this.t }, this.#later);
    return module.screen({ ...this.#view, api: this.api, visit }, phase);
  }

  get #similarIdeas(): Similar {
    return {
      ready: this.#similar.module !== undefined,
      count: this.similarCount,
      client: this.api,
      code: this.buurtCode,
      ownTexts: this.ownTexts,
      onFound: ({ detail }) => (this.similarCount = detail),
    };
  }

  get #draft(): Draft {
    return this.#visit?.draft ?? this.early;
  }

  get #journey(): WizardState {
    return this.#visit?.journey ?? firstStep;
  }

  get #view(): View {
    const { t, locale, headingLevel, settings } = this;
    const draft = this.#draft;
    const wrong =
      this.#later.module?.wrongFields(this.#journey, { t, locale, settings, draft }) ?? nothingWrong;
    return { t, locale, headingLevel, settings, draft, wrong, edit: this.#onEdit };
  }

  get #host(): VisitHost {
    return {
      settings: () => this.settings,
      settingsRead: this.#settingsRead,
      readSettingsAgain: this.#readSettingsAgain,
      locale: () => this.locale,
      changed: () => this.requestUpdate(),
      focus: (selector) => (this.#focus = selector),
      say: (what) => (this.said = this.#later.module?.saying(what, this.t) ?? ''),
      mayGo: (idea) => this.emit('buurt-idea-submit', idea, { cancelable: true }),
      sent: (receipt) => this.emit('buurt-idea-sent', publicReceipt(receipt)),
      failed: (error) => this.emit('buurt-error', { error }),
    };
  }

  /** Another endpoint, buurt or place to keep drafts: what was kept there comes first. */
  #enter(scope: string | undefined): void {
    this.#visit?.close();
    this.#visit = undefined;
    this.#scope = scope;
    this.#known = undefined;
    const { api, buurtCode: buurt, draft: where } = this;
    if (!scope || !api || !buurt) return;
    this.#kept = !this.#typed && hasDraft({ widget: 'idea-form', endpoint: api.endpoint, buurt, where });
    if (this.#kept) void this.#later.need();
  }

  /** Waits for the update that starts the task: a promise of before that never settles. */
  readonly #settingsRead = async (): Promise<IdeaSettings> => {
    await this.updateComplete;
    await this.#settings.taskComplete.catch(() => undefined);
    return this.settings;
  };

  readonly #readSettingsAgain = (): Promise<void> => {
    this.#known = this.#settings.value ?? this.#known;
    return this.#settings.run();
  };

  readonly #askSettingsAgain = (): void => {
    if (this.#settings.status === TaskStatus.ERROR) void this.#settings.run();
  };

  /** Whoever touches the form will need the rest of it. */
  readonly #onTouch = (): void => void this.#later.need();

  readonly #onEdit = (change: Partial<Draft>): void => {
    if (this.#visit) this.#visit.edit(change);
    else this.#editEarly(change);
    if (this.#draft.title.trim().length > 3) void this.#similar.need();
  };

  #editEarly(change: Partial<Draft>): void {
    this.#typed = true;
    this.early = { ...this.early, ...change };
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.#askSettingsAgain();
    await this.#later.need();
    await this.updateComplete;
    if (this.#visit) this.#visit.goOn();
    else this.said = this.t.stepFailed;
  };
}
