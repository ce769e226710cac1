import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { Resource } from '@buurt/core/element/resource.js';
import { loadingPlaceholder, notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue, Locale } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskRound } from '@buurt/domain/desk/round.js';
import { isPermitted, type StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { isLoggedOut, isSecondPress, SessionOverEvent } from './done.js';
import { draftOf, fieldsIn, keepDraft } from './drafts.js';
import { hashOf, roundsHash } from './location.js';
import { languages, momentText } from './moment-text.js';
import { PressKey } from './press-key.js';
import { permissionFor, roundForms, stepsOf, type RoundDraft, type RoundField } from './round-forms.js';
import type { DeskProposal } from './proposal-fields.js';
import { ready, type ProposalStep, type RoundsClient, type RoundStep } from './rounds-client.js';
import { nl, type RoundsMessages } from './rounds.messages.js';
import { roundsStyles } from './rounds.styles.js';

type Phase =
  | 'reading'
  | 'sending'
  | { readonly sent: RoundStep | 'planChanges' | 'planWithdrawal' }
  | { readonly failure: unknown };

/** Money in the currency of a round. */
export const amountIn = (cents: number, currency: string, locale: Locale): string =>
  new Intl.NumberFormat(languages[locale], {
    ...{ style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' },
  }).format(cents / 100);

const isStep = (step: string): step is RoundStep => Object.hasOwn(roundForms, step);

/**
 * A budget vote: where it stands, what came of it, and what staff can do with it.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskRound extends FormElement<RoundsMessages> {
  static override readonly styles = [controls, errorSummaryStyles, roundsStyles];

  @property({ attribute: false }) client: RoundsClient | undefined;
  @property({ attribute: false }) roundId: string | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 2;

  @state() private step: RoundStep | undefined;
  @state() private draft: RoundDraft = {};
  /** The plan that is being changed or withdrawn. */
  @state() private plan: { readonly id: string; readonly step: ProposalStep } | undefined;
  @state() private phase: Phase = 'reading';

  protected readonly partName = 'rounds';
  protected readonly catalogue: Catalogue<RoundsMessages> = {
    nl,
    en: async () => (await import('./rounds.messages.en.js')).en,
  };

  /** What was sent last: another press without an edit goes under the same key. */
  readonly #pressed = new PressKey();

  readonly #lettersCode = new LazyModule(this, () => import('./buurt-desk-letters.js'));
  readonly #proposalCode = new LazyModule(this, () => import('./buurt-desk-proposal.js'));
  readonly #paperCode = new LazyModule(this, () => import('./buurt-desk-paper.js'));
  readonly #round = new Resource<DeskRound, DeskRound>(this, {
    subject: () => (this.client ? this.roundId : undefined),
    client: () => this.client,
    fetch: (signal) => ready(this.client).round(this.roundId ?? '', signal),
    parse: (round) => round,
    onValue: (round) => this.#restore(round),
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const round = this.#round.value;
    if (round && this.#mayOrderLetters(round)) void this.#lettersCode.load();
    if (round && this.#hasPaper(round)) void this.#paperCode.load();
    if (!changed.has('roundId') || changed.get('roundId') === undefined) return;
    this.step = undefined;
    this.plan = undefined;
    this.phase = 'reading';
    this.focusNext = '.screen-title';
  }

  get #who(): string {
    return this.session?.email ?? '';
  }

  get #draftKey(): string {
    return `round ${this.roundId ?? ''}`;
  }

  /** Opens the form again that somebody was filling in when their session ended. */
  #restore(round: DeskRound): void {
    if (this.step) {
      if (!stepsOf(round).includes(this.step)) this.step = undefined;
      return;
    }
    const draft = draftOf(this.#who, this.#draftKey);
    if (!draft || !isStep(draft.form) || !this.#steps(round).includes(draft.form)) return;
    this.step = draft.form;
    this.draft = { ...roundForms[draft.form].start(round), ...fieldsIn<RoundDraft>(draft) };
  }

  #keep(draft?: RoundDraft): void {
    keepDraft(this.#who, this.#draftKey, {
      form: this.step ?? '',
      text: draft ? JSON.stringify(draft) : '',
    });
  }

  #steps(round: DeskRound): readonly RoundStep[] {
    const { session } = this;
    if (!session) return [];
    return stepsOf(round).filter((step) => isPermitted(session, permissionFor[step], round.buurt.code));
  }

  protected override render(): TemplateResult {
    const { t, desk, locale, headingLevel } = this;
    const { value: round, error } = this.#round;
    const back = html`<p><a href=${roundsHash}>${t.all}</a></p>`;
    const why = () => (desk ? failureText(error, desk, locale) : '');
    if (!round)
      return html`<article class="stack">
        ${back}
        ${
          error === undefined
            ? html`<p class="coming">${t.loading}</p>`
            : html`${screenTitle(headingLevel, t.title)}
              ${
                isGone(error)
                  ? notice('', t.gone)
                  : retryNotice(`${t.failed} ${why()}`, t.retry, this.#round.reload)
              }`
        }
      </article>`;
    return html`<article class="stack">
      ${back} ${screenTitle(headingLevel, html`<bdi>${round.name}</bdi>`)}
      <p>
        <span class="tag">${t.states[round.state]}</span>
        <span class="hint">${round.buurt.name}</span>
      </p>
      ${error === undefined ? nothing : retryNotice(`${t.failed} ${why()}`, t.retry, this.#round.reload)}
      ${this.#renderSent()} ${this.#renderActing(round)} ${this.#renderFacts(round)}
      ${this.#renderLetters(round)} ${this.#renderPaper(round)} ${this.#renderProposals(round)}
      ${this.#renderHistory(round)}
    </article>`;
  }

  #renderSent(): TemplateResult {
    const { t, phase } = this;
    const isSent = typeof phase === 'object' && 'sent' in phase;
    return html`<div role="status">${isSent ? notice('ok', t.sent[phase.sent]) : nothing}</div>`;
  }

  #renderFacts(round: DeskRound): TemplateResult {
    const { t, locale } = this;
    const { opensAt, closesAt, budgetCents, currency, letters, rules, intro } = round;
    const opens = momentText(opensAt, locale);
    const closes = momentText(closesAt, locale);
    const facts: readonly (readonly [string, readonly string[]])[] = [
      [t.facts.period, [t.fromTo({ opens, closes })]],
      [t.facts.budget, [amountIn(budgetCents, currency, locale)]],
      [t.facts.rules, rules[locale]],
      [t.facts.letters, [letters.good + letters.voided === 0 ? t.noLetters : t.letters(letters)]],
    ];
    return html`<dl class="facts">
        ${facts.map(
          ([term, lines]) =>
            html`<div>
              <dt>${term}</dt>
              ${lines.map((line) => html`<dd>${line}</dd>`)}
            </div>`,
        )}
      </dl>
      ${intro ? html`<p class="intro" dir="auto">${intro}</p>` : nothing}`;
  }

  /** In the place of a part whose code is on its way, or did not come. */
  #renderComing(code: LazyModule<unknown>): TemplateResult {
    const { loading, failed, retry } = this.t;
    return loadingPlaceholder({ loading, partFailed: failed, retry }, code);
  }

  #mayWrite({ buurt }: DeskRound): boolean {
    const { session } = this;
    return session !== undefined && isPermitted(session, 'round.write', buurt.code);
  }

  /** Letters of a round that is over can only be counted; whoever may order others gets the code for that. */
  #mayOrderLetters(round: DeskRound): boolean {
    return ['announced', 'open'].includes(round.state) && this.#mayWrite(round);
  }

  #renderLetters(round: DeskRound): TemplateResult | typeof nothing {
    const { session, desk, locale, ownTexts, headingLevel } = this;
    if (!this.#mayOrderLetters(round)) return nothing;
    if (!this.#lettersCode.module) return this.#renderComing(this.#lettersCode);
    return html`<buurt-desk-letters
      .http=${this.client?.http}
      .round=${round}
      .session=${session}
      .desk=${desk}
      .headingLevel=${headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @changed=${this.#round.reload}
      @session-over=${() => this.dispatchEvent(new SessionOverEvent())}
    ></buurt-desk-letters>`;
  }

  /** Ballots on paper are typed over while the round is open; afterwards it is told how many there were. */
  #hasPaper(round: DeskRound): boolean {
    return ['open', 'closed', 'settled'].includes(round.state) && this.#mayWrite(round);
  }

  #renderPaper(round: DeskRound): TemplateResult | typeof nothing {
    const { desk, locale, ownTexts, headingLevel } = this;
    if (!this.#hasPaper(round)) return nothing;
    if (!this.#paperCode.module) return this.#renderComing(this.#paperCode);
    return html`<buurt-desk-paper
      .http=${this.client?.http}
      .round=${round}
      .desk=${desk}
      .headingLevel=${headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @changed=${this.#round.reload}
      @session-over=${() => this.dispatchEvent(new SessionOverEvent())}
    ></buurt-desk-paper>`;
  }

  #renderProposals(round: DeskRound): TemplateResult {
    const { proposals, result, currency } = round;
    const { t, locale, headingLevel } = this;
    return html`${heading(headingLevel + 1, result ? t.result : t.proposals)}
      ${
        result
          ? html`<p>
              ${t.resultLine({
                ballotCount: result.ballotCount,
                spent: amountIn(result.spentCents, currency, locale),
                left: amountIn(result.leftoverCents, currency, locale),
              })}
            </p>`
          : nothing
      }
      <ul class="rows">
        ${proposals.map((proposal) => {
          const { title, costCents, initiativeId, withdrawn, result: outcome } = proposal;
          return html`<li class="split">
            <p dir="auto">
              ${
                initiativeId === null
                  ? title
                  : html`<a href=${hashOf({ kind: 'idea', id: initiativeId })}>${title}</a>`
              }
            </p>
            <p>
              ${withdrawn ? html`<span class="tag">${t.withdrawn}</span>` : nothing}
              ${
                outcome && !withdrawn
                  ? html`<span class="tag">${outcome.granted ? t.granted : t.notGranted}</span>
                      <span class="hint">${t.votes({ count: outcome.votes })}</span>`
                  : nothing
              }
              <span class="money">${amountIn(costCents, currency, locale)}</span>
            </p>
            ${this.#renderPlanActing(round, proposal)}
          </li>`;
        })}
      </ul>`;
  }

  /** What can be done with a plan where the round stands. */
  #planSteps(round: DeskRound, { withdrawn }: DeskProposal): readonly ProposalStep[] {
    if (withdrawn || !this.#mayWrite(round)) return [];
    if (round.state === 'announced') return ['changes', 'withdrawal'];
    return round.state === 'open' ? ['withdrawal'] : [];
  }

  #renderPlanActing(round: DeskRound, proposal: DeskProposal): TemplateResult | typeof nothing {
    const { t, plan } = this;
    const steps = this.#planSteps(round, proposal);
    if (steps.length === 0) return nothing;
    if (plan?.id === proposal.id && steps.includes(plan.step))
      return this.#renderPlanForm(round, proposal, plan.step);
    return html`<div class="actions">
      ${steps.map(
        (step) =>
          html`<button
            type="button"
            class="button quiet"
            data-plan="${step} ${proposal.id}"
            @click=${() => this.#openPlan(proposal.id, step)}
          >
            ${t.plan[step]} <span class="for-reader">: ${proposal.title}</span>
          </button>`,
      )}
    </div>`;
  }

  #renderPlanForm(round: DeskRound, proposal: DeskProposal, step: ProposalStep): TemplateResult {
    const { desk, locale, ownTexts, headingLevel } = this;
    if (!this.#proposalCode.module) return this.#renderComing(this.#proposalCode);
    return html`<buurt-desk-proposal
      .client=${this.client}
      .round=${round}
      .proposal=${proposal}
      .step=${step}
      .desk=${desk}
      .headingLevel=${headingLevel + 2}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @done=${() => this.#onPlanDone(step)}
      @outdated=${this.#round.reload}
      @closed=${() => this.#closePlan(`${step} ${proposal.id}`)}
      @session-over=${() => this.dispatchEvent(new SessionOverEvent())}
    ></buurt-desk-proposal>`;
  }

  #openPlan(id: string, step: ProposalStep): void {
    void this.#proposalCode.load();
    this.plan = { id, step };
    this.phase = 'reading';
  }

  #closePlan(opener: string): void {
    this.plan = undefined;
    this.focusNext = `[data-plan='${CSS.escape(opener)}']`;
  }

  #onPlanDone(step: ProposalStep): void {
    this.plan = undefined;
    this.phase = { sent: step === 'changes' ? 'planChanges' : 'planWithdrawal' };
    this.focusNext = '.screen-title';
    this.#round.reload();
  }

  #renderHistory({ acts }: DeskRound): TemplateResult {
    const { t, locale, headingLevel } = this;
    return html`${heading(headingLevel + 1, t.history)}
    ${
      acts.length === 0
        ? html`<p class="hint">${t.noHistory}</p>`
        : html`<ol class="history">
            ${acts.map(({ at, name, actor, staffName }) => {
              const who = actor === 'operator' ? t.operator : (staffName ?? t.formerColleague);
              return html`<li>${shortDate(at, locale)}: ${t.acts[name] ?? name} (<bdi>${who}</bdi>)</li>`;
            })}
          </ol>`
    }`;
  }

  #renderActing(round: DeskRound): TemplateResult | typeof nothing {
    const { t, step } = this;
    const steps = this.#steps(round);
    if (steps.length === 0)
      return stepsOf(round).length === 0 ? nothing : html`<p class="hint">${t.readOnly}</p>`;
    if (step && steps.includes(step)) return this.#renderForm(round, step);
    return html`<div class="actions">
      ${steps.map(
        (each, index) =>
          html`<button
            type="button"
            class="button ${index === 0 && each !== 'changes' ? 'primary' : ''}"
            data-opens=${each}
            @click=${(event: MouseEvent) => (isSecondPress(event) ? undefined : this.#onOpen(round, each))}
          >
            ${t.open[each]}
          </button>`,
      )}
    </div>`;
  }

  #renderForm(round: DeskRound, step: RoundStep): TemplateResult {
    const { t, headingLevel, phase, locale } = this;
    const closes = momentText(round.closesAt, locale);
    const made = round.letters.good + round.letters.voided;
    const wrong = new Map(
      this.problems.map((problem) => [problem.pointer.slice(1), this.#problemText(problem)]),
    );
    return html`<form class="act" novalidate @submit=${this.#onSubmit}>
      ${heading(headingLevel + 1, t.open[step], { focusAs: 'form-title' })}
      <p>${t.forms[step]({ closes })}</p>
      ${step === 'changes' && made > 0 ? notice('', t.printed({ count: made })) : nothing}
      ${this.renderSummary(t.problem, wrong, headingLevel + 2)}
      ${typeof phase === 'object' && 'failure' in phase ? this.renderFailure(this.#failureText(phase.failure)) : nothing}
      ${roundForms[step].fields(round).map((field) => this.#renderField(field, wrong.get(field)))}
      <div class="actions">
        <button class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
          ${phase === 'sending' ? t.sending : t.send[step]}
        </button>
        <button type="button" class="button quiet" @click=${this.#onCancel}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #failureText(failure: unknown): string {
    const { t, desk, locale } = this;
    if (!(failure instanceof ApiError) || failure.status !== 409)
      return `${t.notSent} ${desk ? failureText(failure, desk, locale) : ''}`;
    return locale === 'nl' && failure.detail ? `${t.notSent} ${failure.detail}` : t.conflict;
  }

  #problemText({ pointer, code, limit = 0, actual = 0 }: Problem): string {
    const { t } = this;
    const field = pointer.slice(1) as RoundField;
    if (code === 'too-long') return t.problems.tooLong({ over: actual - limit });
    if (code === 'doubled') return t.problems.nameTaken;
    if (code === 'range-reversed') return t.problems.reversed;
    if (code === 'out-of-range') return t.problems.earlier;
    if (field === 'dueOn') return t.problems.noDay;
    if (field === 'opensAt' || field === 'closesAt') return t.problems.noMoment;
    return t.problems.required({ label: t.labels[field] });
  }

  #renderField(name: RoundField, wrong: string | undefined): TemplateResult {
    const { t } = this;
    return html`<div class="field">
      <label for=${name}>
        ${t.labels[name]} ${name === 'intro' ? html`<span class="optional">(${t.optional})</span>` : nothing}
      </label>
      ${wrong ? html`<p class="problem" id="${name}-problem">${wrong}</p>` : nothing}
      ${this.#renderInput(name, wrong)}
    </div>`;
  }

  #renderInput(name: RoundField, wrong: string | undefined): TemplateResult {
    const value = this.draft[name] ?? '';
    const describedBy = wrong ? `${name}-problem` : nothing;
    const invalid = wrong ? 'true' : nothing;
    if (name === 'intro')
      return html`<textarea
        id=${name}
        dir="auto"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
        @input=${this.#onInput}
      ></textarea>`;
    const isMoment = name === 'opensAt' || name === 'closesAt';
    return html`<input
      id=${name}
      type=${isMoment ? 'datetime-local' : name === 'dueOn' ? 'date' : 'text'}
      dir="auto"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${value}
      @input=${this.#onInput}
    />`;
  }

  readonly #onInput = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement;
    this.draft = { ...this.draft, [id]: value };
    this.#keep(this.draft);
  };

  #onOpen(round: DeskRound, step: RoundStep): void {
    this.step = step;
    this.draft = roundForms[step].start(round);
    this.problems = [];
    this.phase = 'reading';
    this.focusNext = '.form-title';
  }

  readonly #onCancel = (): void => {
    const { step } = this;
    this.#keep();
    this.step = undefined;
    this.phase = 'reading';
    this.focusNext = `[data-opens='${step ?? ''}']`;
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { client, step, draft, phase, roundId } = this;
    const round = this.#round.value;
    if (!client || !round || !step || roundId === undefined || phase === 'sending') return;
    const form = roundForms[step];
    this.problems = form.problems(draft, round);
    if (this.problems.length > 0) {
      this.phase = 'reading';
      this.focusNext = '.error-summary';
      return;
    }
    const act = form.send(draft, round);
    const key = this.#pressed.for(roundId, act);
    this.phase = 'sending';
    try {
      await client.act(roundId, act, key, this.signal);
      this.#keep();
      this.step = undefined;
      this.phase = { sent: step };
      this.focusNext = '.screen-title';
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      if (!(failure instanceof ApiError) || failure.status !== 409) return;
    }
    this.#round.reload();
  };
}
