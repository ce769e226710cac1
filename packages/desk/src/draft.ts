import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import {
  draftBallots,
  draftCountings,
  type PlanCheck,
  type RoundDraft,
  type RoundPlan,
} from '@buurt/domain/desk/round-draft.js';
import { isPermitted, type StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { fieldsOf, planFrom, type DraftFields } from './draft-fields.js';
import { nl, type DraftMessages } from './draft.messages.js';
import { draftOf, fieldsIn, keepDraft } from './drafts.js';
import { roundHash, roundsHash } from './location.js';
import { PressKey } from './press-key.js';
import { ready, type DraftAct, type RoundsClient } from './rounds-client.js';
import { roundsStyles } from './rounds.styles.js';

type Phase = 'reading' | { readonly sending: DraftAct['step'] } | 'saved' | { readonly failure: unknown };
type Line = 'name' | 'budget' | 'opensAt' | 'closesAt' | 'most';

/** Somebody who fills in is told what it comes to once they pause. */
const checkPauseMs = 400;

const fieldFor: Readonly<Record<string, string>> = { budgetCents: 'budget', proposals: 'plans' };

/**
 * A budget vote that is thought out: its rules in words while they are chosen, and made by a second person.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskDraft extends FormElement<DraftMessages> {
  static override readonly styles = [controls, errorSummaryStyles, roundsStyles];

  @property({ attribute: false }) client: RoundsClient | undefined;
  @property({ attribute: false }) draftId: string | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 2;

  /** As somebody filled them in; undefined while nothing is changed. */
  @state() private edited: DraftFields | undefined;
  /** What is looked at on the server, once somebody pauses. */
  @state() private paused: RoundPlan | undefined;
  @state() private phase: Phase = 'reading';
  @state() private isRemoving = false;

  protected readonly partName = 'draft';
  protected readonly catalogue: Catalogue<DraftMessages> = {
    nl,
    en: async () => (await import('./draft.messages.en.js')).en,
  };

  /** What was sent last: another press without an edit goes under the same key. */
  readonly #pressed = new PressKey();
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #draft = new Resource<RoundDraft, RoundDraft>(this, {
    subject: () => (this.client ? this.draftId : undefined),
    client: () => this.client,
    fetch: (signal) => ready(this.client).draft(this.draftId ?? '', signal),
    parse: (draft) => draft,
    onValue: (draft) => this.#restore(draft),
    onError: (error) => this.#onError(error),
  });
  readonly #check = new Resource<PlanCheck, PlanCheck>(this, {
    subject: () => (this.paused && this.#draft.value ? this.draftId : undefined),
    question: () => JSON.stringify(this.paused),
    client: () => this.client,
    fetch: (signal) => this.#lookAt(signal),
    parse: (check) => check,
    onError: (error) => this.#onError(error),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('draftId') || changed.get('draftId') === undefined) return;
    this.edited = undefined;
    this.paused = undefined;
    this.isRemoving = false;
    this.phase = 'reading';
    this.focusNext = '.screen-title';
  }

  #onError(error: unknown): void {
    if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
  }

  #lookAt(signal: AbortSignal): Promise<PlanCheck> {
    const draft = this.#draft.value;
    if (!draft || !this.paused) throw new ApiError('aborted');
    return ready(this.client).check(draft.buurt.code, this.paused, signal);
  }

  get #who(): string {
    return this.session?.email ?? '';
  }

  get #draftKey(): string {
    return `draft ${this.draftId ?? ''}`;
  }

  /** What somebody was filling in when their session ended, or when they went on. */
  #restore(draft: RoundDraft): void {
    if (this.edited) return;
    const kept = draftOf(this.#who, this.#draftKey);
    if (kept?.form === 'plan')
      this.#edit({ ...fieldsOf(draft), ...fieldsIn<Partial<DraftFields>>(kept) }, draft);
  }

  #keep(fields?: DraftFields): void {
    keepDraft(this.#who, this.#draftKey, { form: 'plan', text: fields ? JSON.stringify(fields) : '' });
  }

  #edit(fields: DraftFields, { candidates }: RoundDraft): void {
    this.edited = fields;
    this.problems = [];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { plan, problems } = planFrom(fields, candidates);
      this.problems = problems;
      if (problems.length === 0) this.paused = plan;
    }, checkPauseMs);
  }

  /** Of the fields as they are now: two changes can come before they are drawn. */
  #change(change: (fields: DraftFields) => Partial<DraftFields>): void {
    const draft = this.#draft.value;
    if (!draft) return;
    const now = this.edited ?? fieldsOf(draft);
    const fields = { ...now, ...change(now) };
    if (this.phase === 'saved') this.phase = 'reading';
    this.#edit(fields, draft);
    this.#keep(fields);
  }

  protected override render(): TemplateResult {
    const { t, desk, locale, headingLevel } = this;
    const { value: draft, error } = this.#draft;
    const back = html`<p><a href=${roundsHash}>${t.all}</a></p>`;
    if (draft && !isGone(error)) return this.#renderDraft(draft, back);
    if (error === undefined)
      return html`<article class="stack">
        ${back}
        <p class="coming">${t.loading}</p>
      </article>`;
    return html`<article class="stack">
      ${back} ${screenTitle(headingLevel, t.title)}
      ${
        isGone(error)
          ? html`${notice('', t.gone)}
              <p><a href=${roundHash(this.draftId ?? '')}>${t.toRound}</a></p>`
          : retryNotice(
              `${t.failed} ${desk ? failureText(error, desk, locale) : ''}`,
              t.retry,
              this.#draft.reload,
            )
      }
    </article>`;
  }

  #renderDraft(draft: RoundDraft, back: TemplateResult): TemplateResult {
    const { t, locale, headingLevel, phase } = this;
    const { savedAt, savedBy, buurt } = draft;
    const fields = this.edited ?? fieldsOf(draft);
    const wrong = this.#wrong(draft);
    const level = headingLevel + 1;
    const saved = t.saved({ when: shortDate(savedAt, locale), who: savedBy ?? t.formerColleague });
    return html`<article class="stack">
      ${back} ${screenTitle(headingLevel, t.title)}
      <p>${buurt.name}. ${t.hidden}</p>
      <p class="hint">${saved}</p>
      <form class="stack" novalidate @submit=${this.#onSave}>
        ${this.renderSummary(t.problem, wrong, level)} ${heading(level, t.sections.about)}
        ${this.#renderLine('name', fields, wrong)} ${this.#renderIntro(fields, wrong)}
        ${this.#renderLine('budget', fields, wrong)} ${heading(level, t.sections.when)}
        ${this.#renderLine('opensAt', fields, wrong)} ${this.#renderLine('closesAt', fields, wrong)}
        ${heading(level, t.sections.ballot)} ${this.#renderBallot(fields, wrong)}
        ${heading(level, t.sections.plans)} ${this.#renderPlans(draft, fields, wrong)}
        ${this.#renderCheck(draft)}
        ${typeof phase === 'object' && 'failure' in phase ? this.renderFailure(this.#failureText(phase.failure)) : nothing}
        <div role="status">${phase === 'saved' ? notice('ok', t.savedNow) : nothing}</div>
        <div class="actions">
          <button
            class="button ${this.edited ? 'primary' : ''}"
            aria-disabled=${this.#isSending() ? 'true' : nothing}
          >
            ${this.#isSending('changes') ? t.sending : t.save}
          </button>
          <button type="button" class="button quiet" data-opens="removal" @click=${this.#onRemoving}>
            ${t.remove}
          </button>
        </div>
      </form>
      ${this.isRemoving ? this.#renderRemoval() : nothing} ${this.#renderRelease(draft)}
    </article>`;
  }

  #isSending(step?: DraftAct['step']): boolean {
    const { phase } = this;
    return typeof phase === 'object' && 'sending' in phase && (step === undefined || phase.sending === step);
  }

  #renderLine(name: Line, fields: DraftFields, wrong: ReadonlyMap<string, string>): TemplateResult {
    const { t } = this;
    const isPoints = name === 'most' && fields.ballot === 'allocate';
    const problem = wrong.get(name);
    const isMoment = name === 'opensAt' || name === 'closesAt';
    return html`<div class="field">
      <label for=${name}>
        ${isPoints ? t.labels.points : t.labels[name]}
        ${name === 'most' && !isPoints ? html`<span class="optional">(${t.optional})</span>` : nothing}
      </label>
      ${problem ? html`<p class="problem" id="${name}-problem">${problem}</p>` : nothing}
      <input
        id=${name}
        type=${isMoment ? 'datetime-local' : 'text'}
        inputmode=${name === 'budget' ? 'decimal' : name === 'most' ? 'numeric' : nothing}
        dir=${name === 'name' ? 'auto' : 'ltr'}
        autocomplete="off"
        aria-describedby=${problem ? `${name}-problem` : nothing}
        aria-invalid=${problem ? 'true' : nothing}
        .value=${fields[name]}
        @input=${({ target }: Event) => this.#change(() => ({ [name]: (target as HTMLInputElement).value }))}
      />
    </div>`;
  }

  #renderIntro({ intro }: DraftFields, wrong: ReadonlyMap<string, string>): TemplateResult {
    const { t } = this;
    const problem = wrong.get('intro');
    return html`<div class="field">
      <label for="intro">${t.labels.intro} <span class="optional">(${t.optional})</span></label>
      ${problem ? html`<p class="problem" id="intro-problem">${problem}</p>` : nothing}
      <textarea
        id="intro"
        dir="auto"
        aria-describedby=${problem ? 'intro-problem' : nothing}
        aria-invalid=${problem ? 'true' : nothing}
        .value=${intro}
        @input=${({ target }: Event) => this.#change(() => ({ intro: (target as HTMLTextAreaElement).value }))}
      ></textarea>
    </div>`;
  }

  #renderBallot(fields: DraftFields, wrong: ReadonlyMap<string, string>): TemplateResult {
    const { t } = this;
    return html`<fieldset class="field">
        <legend>${t.ballot}</legend>
        ${draftBallots.map((each) =>
          this.#renderRadio('ballot', each, t.ballots[each], fields.ballot === each, () =>
            this.#change(() => ({ ballot: each })),
          ),
        )}
      </fieldset>
      ${this.#renderLine('most', fields, wrong)}
      <label class="choice check">
        <input
          type="checkbox"
          id="within"
          .checked=${fields.isWithinBudget}
          @change=${({ target }: Event) =>
            this.#change(() => ({ isWithinBudget: (target as HTMLInputElement).checked }))}
        />
        <span class="choice-text">${t.within}</span>
      </label>
      <fieldset class="field">
        <legend>${t.counting}</legend>
        ${draftCountings.map((each) =>
          this.#renderRadio('counting', each, t.countings[each], fields.counting === each, () =>
            this.#change(() => ({ counting: each })),
          ),
        )}
        <p class="hint">${t.both}</p>
      </fieldset>`;
  }

  #renderRadio(
    name: string,
    value: string,
    label: string,
    isChosen: boolean,
    onChange: () => void,
  ): TemplateResult {
    return html`<label class="choice">
      <input type="radio" name=${name} value=${value} .checked=${isChosen} @change=${onChange} />
      <span class="choice-text">${label}</span>
    </label>`;
  }

  #renderPlans(
    { candidates }: RoundDraft,
    fields: DraftFields,
    wrong: ReadonlyMap<string, string>,
  ): TemplateResult {
    const { t } = this;
    const problem = wrong.get('plans');
    return html`<p class="hint" id="plans-hint">${t.costHint} ${t.chosen({ count: fields.chosen.length })}</p>
      ${problem ? html`<p class="problem" id="plans-problem">${problem}</p>` : nothing}
      <ul class="rows" id="plans" tabindex="-1" aria-describedby=${problem ? 'plans-problem' : nothing}>
        ${candidates.map(({ initiativeId, title }) => {
          const isChosen = fields.chosen.includes(initiativeId);
          return html`<li class="split">
            <label class="choice check">
              <input
                type="checkbox"
                value=${initiativeId}
                .checked=${isChosen}
                @change=${({ target }: Event) => this.#onChosen(initiativeId, (target as HTMLInputElement).checked)}
              />
              <span class="choice-text" dir="auto">${title}</span>
            </label>
            <input
              class="cost"
              inputmode="decimal"
              dir="ltr"
              autocomplete="off"
              aria-label=${t.labels.cost({ title })}
              ?disabled=${!isChosen}
              .value=${fields.costs[initiativeId] ?? ''}
              @input=${({ target }: Event) =>
                this.#change(({ costs }) => ({
                  costs: { ...costs, [initiativeId]: (target as HTMLInputElement).value },
                }))}
            />
          </li>`;
        })}
      </ul>`;
  }

  #onChosen(id: string, isChosen: boolean): void {
    this.#change(({ chosen }) => ({
      chosen: [...chosen.filter((each) => each !== id), ...(isChosen ? [id] : [])],
    }));
  }

  /** What the plan comes to: as it was kept, or as it is filled in now. */
  #checked(draft: RoundDraft): PlanCheck | undefined {
    return this.edited ? this.#check.value : draft.check;
  }

  #renderCheck(draft: RoundDraft): TemplateResult {
    const { t, locale } = this;
    const check = this.#checked(draft);
    const isLooking = this.edited !== undefined && this.#check.isLoading;
    const failed = this.edited !== undefined && this.#check.error !== undefined;
    const todo = [...new Set(check?.problems.map((each) => this.#problemText(each, draft)))];
    return html`<section class="act" aria-busy=${isLooking}>
      ${heading(this.headingLevel + 1, todo.length > 0 ? t.missing : t.rules)}
      ${
        failed
          ? html`<p>${t.checkFailed}</p>`
          : check === undefined
            ? html`<p class="coming">${t.checking}</p>`
            : todo.length > 0
              ? html`<ul class="todo">
                  ${todo.map((each) => html`<li>${each}</li>`)}
                </ul>`
              : check.rules[locale].map((each) => html`<p>${each}</p>`)
      }
      ${this.edited ? html`<p class="hint">${t.unsaved}</p>` : nothing}
    </section>`;
  }

  #renderRemoval(): TemplateResult {
    const { t, headingLevel } = this;
    return html`<section class="act">
      ${heading(headingLevel + 1, t.remove, { focusAs: 'form-title' })}
      <p>${t.removeLead}</p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled=${this.#isSending() ? 'true' : nothing}
          @click=${() => this.#send({ step: 'removal', json: {} })}
        >
          ${this.#isSending('removal') ? t.sending : t.removeNow}
        </button>
        <button type="button" class="button quiet" @click=${this.#onKeeping}>${t.cancel}</button>
      </div>
    </section>`;
  }

  #renderRelease(draft: RoundDraft): TemplateResult | typeof nothing {
    const { t, session, headingLevel } = this;
    if (this.edited || draft.check.problems.length > 0 || !session) return nothing;
    const mayRelease = isPermitted(session, 'round.release', draft.buurt.code);
    return html`<section class="act">
      ${heading(headingLevel + 1, t.whole)}
      ${
        draft.isOfColleague && mayRelease
          ? html`<p>${t.releaseLead}</p>
              <div class="actions">
                <button
                  type="button"
                  class="button primary"
                  aria-disabled=${this.#isSending() ? 'true' : nothing}
                  @click=${() => this.#send({ step: 'release', json: { version: draft.version } })}
                >
                  ${this.#isSending('release') ? t.sending : t.release}
                </button>
              </div>`
          : html`<p>${t.askColleague}</p>`
      }
    </section>`;
  }

  /** What is wrong at each field: what cannot be read, and what the server found of what was read. */
  #wrong(draft: RoundDraft): ReadonlyMap<string, string> {
    return new Map(
      this.problems.map((problem) => {
        const [, first = ''] = problem.pointer.split('/');
        return [fieldFor[first] ?? first, this.#problemText(problem, draft)];
      }),
    );
  }

  #problemText({ pointer, code, limit = 0, actual = 0 }: Problem, draft: RoundDraft): string {
    const { t } = this;
    const [, first = '', index] = pointer.split('/');
    if (code === 'too-long') return t.problems.tooLong({ over: actual - limit });
    if (code === 'doubled') return t.problems.nameTaken;
    if (code === 'range-reversed') return t.problems.reversed;
    if (first === 'proposals') {
      if (index === undefined) return t.problems.noPlans;
      if (code === 'not-an-option') return t.problems.planGone;
      if (code === 'malformed' || code === 'required') return t.problems.noAmount;
      return t.problems.tooDear({ title: this.#titleOf(Number(index), draft) });
    }
    if (code === 'required') {
      const labels: Readonly<Record<string, string>> = { ...t.labels, cost: '', most: t.labels.points };
      return t.problems.required({ label: labels[fieldFor[first] ?? first] ?? first });
    }
    if (first === 'budgetCents') return t.problems.noAmount;
    if (first === 'opensAt' || first === 'closesAt')
      return code === 'out-of-range' ? t.problems.past : t.problems.noMoment;
    if (code === 'unsatisfiable') return t.problems.unsatisfiable;
    return first === 'most' ? t.problems.noNumber : t.problems.other;
  }

  #titleOf(index: number, draft: RoundDraft): string {
    const chosen = this.edited
      ? draft.candidates.filter(({ initiativeId }) => this.edited?.chosen.includes(initiativeId))
      : draft.plan.proposals;
    const id = chosen[index]?.initiativeId;
    return draft.candidates.find(({ initiativeId }) => initiativeId === id)?.title ?? '';
  }

  #failureText(failure: unknown): string {
    const { t, desk, locale } = this;
    const status = failure instanceof ApiError ? failure.status : undefined;
    if (status === 412) return t.conflict;
    if (status === 409) return t.secondPerson;
    return `${t.notSent} ${desk ? failureText(failure, desk, locale) : ''}`;
  }

  readonly #onRemoving = (): void => {
    this.isRemoving = true;
    this.focusNext = '.form-title';
  };

  readonly #onKeeping = (): void => {
    this.isRemoving = false;
    this.focusNext = "[data-opens='removal']";
  };

  readonly #onSave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft.value;
    if (!draft) return;
    const { plan, problems } = planFrom(this.edited ?? fieldsOf(draft), draft.candidates);
    this.problems = problems;
    if (problems.length > 0) {
      this.focusNext = '.error-summary';
      return;
    }
    await this.#send({ step: 'changes', json: { version: draft.version, plan } });
  };

  async #send(act: DraftAct): Promise<void> {
    const { client, draftId } = this;
    if (!client || draftId === undefined || this.#isSending()) return;
    const key = this.#pressed.for(draftId, act);
    const sentFields = this.edited;
    this.phase = { sending: act.step };
    try {
      await client.actOnDraft(draftId, act, key, this.signal);
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      this.#onError(failure);
      if (failure instanceof ApiError && (failure.status === 412 || failure.status === 409))
        this.#draft.reload();
      return;
    }
    this.#keep();
    if (act.step !== 'changes') {
      location.hash = act.step === 'release' ? roundHash(draftId) : roundsHash;
      return;
    }
    // What was typed while it was sent is still to be saved.
    if (this.edited === sentFields) this.edited = undefined;
    this.phase = 'saved';
    this.#draft.reload();
  }
}
