import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { notice } from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskRound } from '@buurt/domain/desk/round.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { PressKey } from './press-key.js';
import {
  fieldsOfProposal,
  proposalEditIn,
  type DeskProposal,
  type ProposalFields,
} from './proposal-fields.js';
import { nl, type ProposalMessages } from './proposal.messages.js';
import type { ProposalAct, ProposalStep, RoundsClient } from './rounds-client.js';
import { roundsStyles } from './rounds.styles.js';

type Phase = 'reading' | 'sending' | 'nothing-new' | { readonly failure: unknown };

/**
 * The form that changes or withdraws one plan of a budget vote.
 *
 * @fires {Event} done - The plan was changed or withdrawn.
 * @fires {Event} outdated - The round is another by now.
 * @fires {Event} closed - Whoever opened it does not want to.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskProposal extends FormElement<ProposalMessages> {
  static override readonly styles = [controls, errorSummaryStyles, roundsStyles];

  @property({ attribute: false }) client: RoundsClient | undefined;
  @property({ attribute: false }) round: DeskRound | undefined;
  @property({ attribute: false }) proposal: DeskProposal | undefined;
  @property({ attribute: false }) step: ProposalStep = 'changes';
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 4;

  @state() private fields: ProposalFields = { title: '', story: '', costCents: '' };
  @state() private phase: Phase = 'reading';

  protected readonly partName = 'proposal';
  protected readonly catalogue: Catalogue<ProposalMessages> = {
    nl,
    en: async () => (await import('./proposal.messages.en.js')).en,
  };

  protected override focusNext = '.form-title';
  /** What was sent last: another press without an edit goes under the same key. */
  readonly #pressed = new PressKey();

  protected override willUpdate(changed: PropertyValues<this>): void {
    const other = changed.get('proposal') as DeskProposal | undefined;
    if (changed.has('proposal') && this.proposal && other?.id !== this.proposal.id)
      this.fields = fieldsOfProposal(this.proposal);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, headingLevel, phase, step, round, proposal } = this;
    if (!round) return nothing;
    const wrong = new Map(
      this.problems.map((problem) => [this.#fieldOf(problem), this.#problemText(problem)]),
    );
    return html`<form class="act" novalidate @submit=${this.#onSubmit}>
      ${heading(headingLevel, t[step], { focusAs: 'form-title' })}
      <p>${t.leads[step]}</p>
      ${step === 'withdrawal' && proposal?.initiativeId ? html`<p>${t.mailed}</p>` : nothing}
      ${this.#renderPrinted(round)} ${this.renderSummary(t.problem, wrong, headingLevel + 1)}
      <div role="status">${phase === 'nothing-new' ? notice('', t.nothingNew) : nothing}</div>
      ${typeof phase === 'object' ? this.renderFailure(this.#failureText(phase.failure)) : nothing}
      ${
        step === 'changes'
          ? (['title', 'story', 'costCents'] as const).map((field) =>
              this.#renderField(field, wrong.get(field)),
            )
          : nothing
      }
      <div class="actions">
        <button class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
          ${phase === 'sending' ? t.sending : t.send[step]}
        </button>
        <button type="button" class="button quiet" @click=${this.close}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #renderPrinted({ letters }: DeskRound): TemplateResult | typeof nothing {
    const { t, step } = this;
    const count = letters.good + letters.voided;
    if (count === 0) return nothing;
    return notice('warning', step === 'changes' ? `${t.printed({ count })} ${t.numbers}` : t.crossed);
  }

  #renderField(name: keyof ProposalFields, wrong: string | undefined): TemplateResult {
    const { t, fields } = this;
    const describedBy = wrong ? `${name}-problem` : nothing;
    const invalid = wrong ? 'true' : nothing;
    return html`<div class="field">
      <label for=${name}
        >${t.labels[name]}
        ${name === 'story' ? html`<span class="optional">(${t.optional})</span>` : nothing}</label
      >
      ${wrong ? html`<p class="problem" id="${name}-problem">${wrong}</p>` : nothing}
      ${
        name === 'story'
          ? html`<textarea
              id="story"
              dir="auto"
              rows="6"
              aria-describedby=${describedBy}
              aria-invalid=${invalid}
              .value=${fields.story}
              @input=${this.#onInput}
            ></textarea>`
          : html`<input
              id=${name}
              class=${name === 'costCents' ? 'cost' : ''}
              type="text"
              inputmode=${name === 'costCents' ? 'decimal' : nothing}
              dir=${name === 'title' ? 'auto' : 'ltr'}
              aria-describedby=${describedBy}
              aria-invalid=${invalid}
              .value=${fields[name]}
              @input=${this.#onInput}
            />`
      }
    </div>`;
  }

  /** What is wrong with the round as a whole, is so because of what it costs. */
  #fieldOf({ pointer }: Problem): keyof ProposalFields {
    const field = pointer.slice(1);
    return field === 'title' || field === 'story' ? field : 'costCents';
  }

  #problemText({ pointer, code, limit = 0, actual = 0 }: Problem): string {
    const { t } = this;
    if (code === 'too-long') return t.problems.tooLong({ over: actual - limit });
    if (pointer === '/title') return t.problems.title;
    return pointer === '/costCents' ? t.problems.cost : t.problems.budget;
  }

  #failureText(failure: unknown): string {
    const { t, desk, locale } = this;
    if (isOutdated(failure)) return t.conflict;
    return `${t.notSent} ${desk ? failureText(failure, desk, locale) : ''}`;
  }

  readonly #onInput = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement;
    this.fields = { ...this.fields, [id]: value };
    if (this.phase === 'nothing-new') this.phase = 'reading';
  };

  /** What to send; undefined when there is nothing to send, or something is wrong with it. */
  #act(proposal: DeskProposal): ProposalAct | undefined {
    if (this.step === 'withdrawal') return { step: 'withdrawal', json: {} };
    const { edit, problems } = proposalEditIn(this.fields, proposal);
    this.problems = problems;
    this.phase = 'reading';
    if (problems.length > 0) this.focusNext = '.error-summary';
    else if (Object.keys(edit).length === 0) this.phase = 'nothing-new';
    else return { step: 'changes', json: edit };
    return undefined;
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { client, round, proposal } = this;
    if (!client || !round || !proposal || this.phase === 'sending') return;
    const act = this.#act(proposal);
    if (!act) return;
    const key = this.#pressed.for(round.id, proposal.id, act);
    this.phase = 'sending';
    try {
      await client.actOnProposal(round.id, proposal.id, act, key, this.signal);
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      if (isOutdated(failure)) this.dispatchEvent(new Event('outdated'));
      return;
    }
    this.dispatchEvent(new Event('done'));
  };
}

const isOutdated = (failure: unknown): boolean =>
  failure instanceof ApiError && (failure.status === 409 || failure.status === 404);
