import { adoptStyles, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { Resource } from '@buurt/core/element/resource.js';
import { helpSlot, loadingPlaceholder, pageFallback, screenTitle } from '@buurt/core/element/screen.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import { inBuurt } from '@buurt/core/http/client.js';
import { hasDraft } from '@buurt/core/storage/draft-scope.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { defaultIdeaSettings, ideaSettingsFrom, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { shape } from '@buurt/domain/wire/json.js';
import { emptyDraft, prefilled, type Draft } from './draft.js';
import './events.js';
import { introduction, progressLine, settingsNotice } from './frame.js';
import type { IdeaFormController } from './idea-form-controller.js';
import { firstStepCatalogue, isComplete, type FirstStepMessages } from './idea-form.messages.js';
import { styles } from './idea-form.styles.js';
import type { IdeaFormMessages } from './idea-steps.messages.js';
import type { StepView } from './step-view.js';
import { ideaStep, type SimilarIdeas } from './steps/idea-step.js';
import type { FormView } from './view.js';
import { startWizard, type WizardState } from './wizard-state.js';

const settingsFrom = shape<{ idea: IdeaSettings }>({ idea: ideaSettingsFrom });
/** A refusal may be that of a proxy whose server starts again. */
const refusedMs = 60_000;
const noneWrong: ReadonlyMap<string, string> = new Map();

/** Safari has no `requestIdleCallback` yet. */
function whenIdle(callback: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback);
  else setTimeout(callback, 300);
}

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
 * @csspart main - The heading of the whole widget, beside `heading`.
 * @csspart button - Every button.
 * @csspart primary - A button that goes on, beside `button`.
 * @csspart quiet - A button with less weight, beside `button`.
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
export class BuurtIdeaForm extends BuurtElement<FirstStepMessages, IdeaFormMessages> {
  static override readonly styles = [tokens, controls, styles];

  /** Where an unfinished idea is kept: on this device for a week, as long as the tab is open, or not at all. */
  @property() draft: 'local' | 'session' | 'off' = 'local';
  /** The address of a search for addresses that answers like the PDOK Locatieserver; without it there is no search. */
  @property({ attribute: 'address-endpoint' }) addressEndpoint = '';

  /** What is typed before the steps after the first have come. */
  @state() private firstState = startWizard(prefilled(emptyDraft(newKey())));
  @state() private similarCount = 0;
  /** The resident wanted to go on, and the next step did not come. */
  @state() private hasStepFailed = false;
  /** The server is there, and this page may not call it: what would be typed could not be sent. */
  @state() private isRefused = false;

  protected catalogue = firstStepCatalogue;

  #scope: string | undefined;
  /** Something was stored here before: the form waits for it, because it would push the empty form away. */
  #hasStored = false;
  /** The resident typed before the steps after the first were there. */
  #hasTyped = false;
  #isPreloading = false;
  #controller: IdeaFormController | undefined;

  readonly #settings = new Resource<IdeaSettings, IdeaSettings>(this, {
    subject: () =>
      this.api && this.buurtCode && !this.isMisconfigured
        ? [this.api.endpoint, this.buurtCode].join(' ')
        : undefined,
    client: () => this.api,
    fetch: (signal) => this.#readSettings(signal),
    parse: (settings) => settings,
    onValue: () => (this.isRefused = false),
    onError: (error) => {
      this.emit('buurt-error', { error });
      this.reportGone(error);
      // Without its code the form stays, as with a poor network.
      this.#findRefusal(error).catch(() => undefined);
    },
  });
  readonly #steps = new LazyModule(this, () => this.#loadSteps());
  readonly #similar = new LazyModule(this, () => import('./similar/buurt-similar-ideas.js'));

  /** What the organiser asks; what any idea needs, as long as that is not known. */
  get settings(): IdeaSettings {
    return this.#settings.value ?? defaultIdeaSettings;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#retrySettings);
    this.#retrySettings();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#retrySettings);
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.firstState = startWizard(this.#state.draft);
      this.#hasTyped = true;
      this.#enter(undefined);
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { api, buurtCode: buurt, draft: storageMode } = this;
    const scope = api && buurt && this.isConnected ? [api.endpoint, buurt, storageMode].join(' ') : undefined;
    if (scope !== this.#scope) this.#enter(scope);
    const steps = this.#steps.module;
    if (!steps || !api || !buurt || !scope) return;
    const firstState = this.#hasStored ? undefined : this.firstState;
    this.#controller ??= new steps.IdeaFormController(
      this,
      { api, buurt, storageMode },
      this.#settings,
      firstState,
    );
  }

  /** Brings the rest of the form once the first step is there and the browser has nothing else to do. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#isPreloading || this.#scope === undefined || this.#settings.isLoading) return;
    this.#isPreloading = true;
    whenIdle(() => void this.#steps.load());
  }

  protected override render(): TemplateResult {
    const { isMisconfigured, t } = this;
    if (isMisconfigured || this.isRefused || isGone(this.#settings.error)) return pageFallback;
    const { status, step } = this.#state;
    const isBegun = status.name !== 'filling' || step !== 'idea';
    return html`<div class="form ${isBegun ? 'begun' : ''}" part="form" @focusin=${this.#steps.load}>
      ${this.mainHeading(t.heading)} ${this.#renderStep()} ${helpSlot}
      <p class="for-reader" role="status">${this.#announcement}</p>
    </div>`;
  }

  #renderStep(): unknown {
    const { step, status } = this.#state;
    const view = this.#stepView;
    const { module } = this.#steps;
    if (module && view) {
      if (status.name !== 'filling') return module.statusScreen(view);
      if (step !== 'idea') return module.stepForm(view, step, this.#onSubmit);
    } else if (this.#hasStored) return loadingPlaceholder(this.t, this.#steps);
    return this.#renderFirstStep(view ?? this.#formView, view);
  }

  /** @param stepView once the rest of the form is there */
  #renderFirstStep(view: FormView, stepView: StepView | undefined): TemplateResult {
    const { module } = this.#steps;
    const { t, headingLevel } = view;
    return html`
      ${introduction(view)} ${settingsNotice(view)} ${stepView && module?.storageNotices(stepView)}
      <form novalidate @submit=${this.#onSubmit}>
        ${progressLine(view, 'idea')} ${screenTitle(headingLevel + 1, t.steps.idea, 'step-of')}
        ${stepView && module?.problemSummary(stepView)}
        <div class="stack">${ideaStep(view, this.#similarIdeas)}</div>
        <div class="actions" part="actions">
          <button type="submit" class="button primary" part="button primary next">
            ${stepView?.state.isReviewed ? stepView.t.toPreview : t.next}
          </button>
        </div>
      </form>
    `;
  }

  get #state(): WizardState {
    return this.#controller?.state ?? this.firstState;
  }

  get #formView(): FormView {
    const { t, locale, headingLevel, settings } = this;
    const { draft } = this.#state;
    const hasDefaultSettings = this.#settings.error !== undefined && this.#settings.value === undefined;
    return {
      t,
      locale,
      headingLevel,
      settings,
      hasDefaultSettings,
      draft,
      wrong: noneWrong,
      edit: this.#onEdit,
    };
  }

  /** What the steps after the first show; `undefined` until they have come. */
  get #stepView(): StepView | undefined {
    const { t, api, buurtCode, addressEndpoint, ownTexts } = this;
    const { module } = this.#steps;
    const controller = this.#controller;
    if (!module || !controller || !isComplete(t)) return undefined;
    const { state } = controller;
    const view = { ...this.#formView, t, state, controller, api, buurtCode, addressEndpoint, ownTexts };
    return { ...view, wrong: module.wrongFields(state, view) };
  }

  get #similarIdeas(): SimilarIdeas {
    return {
      ready: this.#similar.module !== undefined,
      count: this.similarCount,
      client: this.api,
      code: this.buurtCode,
      ownTexts: this.ownTexts,
      onFound: ({ detail }) => (this.similarCount = detail),
    };
  }

  get #announcement(): string {
    if (this.hasStepFailed) return this.t.partFailed;
    const view = this.#stepView;
    return view ? (this.#steps.module?.announcementText(view.state, view) ?? '') : '';
  }

  /** Another endpoint, buurt or place to keep drafts: what was stored there comes first. */
  #enter(scope: string | undefined): void {
    this.#controller?.close();
    this.#controller = undefined;
    this.#scope = scope;
    const { api, buurtCode: buurt, draft: where } = this;
    if (!scope || !api || !buurt) return;
    this.#hasStored =
      !this.#hasTyped && hasDraft({ widget: 'idea-form', endpoint: api.endpoint, buurt, where });
    if (this.#hasStored) void this.#steps.load();
  }

  /** Brings the code of the steps after the first with their texts and styles. */
  async #loadSteps() {
    const steps = await import('./idea-steps.js');
    this.catalogue = steps.catalogue;
    adoptStyles(this.renderRoot as ShadowRoot, [...BuurtIdeaForm.elementStyles, ...steps.styles]);
    return steps;
  }

  async #readSettings(signal: AbortSignal): Promise<IdeaSettings> {
    const { api, buurtCode } = this;
    if (!api || !buurtCode) throw new ApiError('aborted');
    return (await api.read({ path: `${inBuurt(buurtCode)}/settings`, signal }, settingsFrom)).idea;
  }

  /** Leaves the form where it is when a resident has begun. */
  async #findRefusal(error: unknown): Promise<void> {
    const { connection } = this.api ?? {};
    if (!connection || connection.fetch || !(error instanceof ApiError) || error.kind !== 'unreachable')
      return;
    const { isRefused } = await import('@buurt/core/http/diagnosis.js');
    this.isRefused = (await isRefused(connection.endpoint)) && this.#state.draft.title === '';
    if (this.isRefused) setTimeout(this.#retrySettings, refusedMs);
  }

  readonly #retrySettings = (): void => {
    if (this.#settings.error !== undefined) this.#settings.reload();
  };

  readonly #onEdit = (change: Partial<Draft>): void => {
    if (this.#controller) this.#controller.edit(change);
    else {
      this.#hasTyped = true;
      this.firstState = { ...this.firstState, draft: { ...this.firstState.draft, ...change } };
    }
    if (this.#state.draft.title.trim().length > 3) void this.#similar.load();
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.hasStepFailed = false;
    this.#retrySettings();
    await this.#steps.load();
    await this.updateComplete;
    if (this.#controller) this.#controller.next();
    else this.hasStepFailed = true;
  };
}
