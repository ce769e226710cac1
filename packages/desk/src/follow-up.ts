import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { notice } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { money, shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskIdea, DeskPromise } from '@buurt/domain/desk/inbox.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { draftOf, fieldsIn, keepDraft } from './drafts.js';
import {
  followUpForms,
  type FollowUpDraft,
  type FollowUpField,
  type FollowUpStep,
} from './follow-up-forms.js';
import { nl, type FollowUpMessages } from './follow-up.messages.js';
import { openedStyles } from './opened.styles.js';

/** Which form is open; with the promise that is brought up to date. */
interface OpenForm {
  readonly step: FollowUpStep;
  readonly promise?: DeskPromise;
}

type Phase = 'reading' | 'sending' | { readonly sent: FollowUpStep } | { readonly failure: unknown };

const isStep = (step: string): step is FollowUpStep => Object.hasOwn(followUpForms, step);

const nothingSent = { key: '', draft: undefined };

/**
 * What becomes of an initiative: where it stands, what was promised and told, and the forms to say more.
 *
 * @fires {Event} changed - The server has something new.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskFollowUp extends FormElement<FollowUpMessages> {
  static override readonly styles = [controls, errorSummaryStyles, openedStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) idea: DeskIdea | undefined;
  /** Whether this person may say more. */
  @property({ attribute: false }) isPermitted = false;
  /** The address of whoever writes: what they were writing comes back for them alone. */
  @property({ attribute: false }) who = '';
  @property({ attribute: false }) failures: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 4;

  @state() private open: OpenForm | undefined;
  @state() private draft: FollowUpDraft = {};
  @state() private phase: Phase = 'reading';

  protected readonly partName = 'followUp';
  protected readonly catalogue: Catalogue<FollowUpMessages> = {
    nl,
    en: async () => (await import('./follow-up.messages.en.js')).en,
  };

  protected override focusNext = '';
  /** What was sent last: another press without an edit goes under the same key. */
  #pressed: { readonly key: string; readonly draft: FollowUpDraft | undefined } = nothingSent;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('idea');
    if (!changed.has('idea') || before?.id === this.idea?.id) return;
    this.open = undefined;
    this.phase = 'reading';
    this.#restore();
  }

  get #draftKey(): string {
    return `follow-up ${this.idea?.id ?? ''}`;
  }

  /** Opens the form again that somebody was filling in when they went on, or when their session ended. */
  #restore(): void {
    const draft = draftOf(this.who, this.#draftKey);
    if (!draft || !this.idea) return;
    const [step = '', promiseId] = draft.form.split(' ');
    const promise = this.idea.promises.find(({ id }) => id === promiseId);
    if (!isStep(step) || (promiseId && !promise)) return;
    this.open = { step, ...(promise && { promise }) };
    this.draft = { ...followUpForms[step].start(this.idea, promise), ...fieldsIn<FollowUpDraft>(draft) };
  }

  /** Without a draft nothing is kept any more. */
  #keep(draft?: FollowUpDraft): void {
    const { step = '', promise } = this.open ?? {};
    keepDraft(this.who, this.#draftKey, {
      form: `${step} ${promise?.id ?? ''}`,
      text: draft ? JSON.stringify(draft) : '',
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, idea, headingLevel } = this;
    if (!idea) return nothing;
    return html`<section>
      ${heading(headingLevel, t.title)}
      <p><span class="tag state">${t.statuses[idea.status]}</span></p>
      ${idea.statusReason ? html`<p dir="auto">${t.statusReason({ reason: idea.statusReason })}</p>` : nothing}
      ${idea.status === 'onBallot' ? html`<p class="hint">${t.onBallot}</p>` : nothing}
      ${this.#renderPromises(idea)} ${this.#renderNews(idea)} ${this.#renderSent()}
      ${this.#renderActing(idea)}
    </section>`;
  }

  #renderSent(): TemplateResult {
    const { t, phase } = this;
    const isSent = typeof phase === 'object' && 'sent' in phase;
    return html`<div role="status">${isSent ? notice('ok', t.sent[phase.sent]) : nothing}</div>`;
  }

  #renderPromises({ promises }: DeskIdea): TemplateResult | typeof nothing {
    const { t, headingLevel, open } = this;
    if (promises.length === 0) return nothing;
    return html`${heading(headingLevel + 1, t.promises)}
      <ul class="promises">
        ${promises.map(
          (promise) =>
            html`<li>
              <p>
                <strong dir="auto">${promise.what}</strong>
                <span class="tag">${t.promiseStates[promise.state]}</span>
              </p>
              <p class="hint">${this.#promiseDetail(promise)}</p>
              ${
                this.isPermitted && open?.promise?.id !== promise.id
                  ? html`<button
                      type="button"
                      class="button quiet"
                      data-opens="promises ${promise.id}"
                      @click=${() => this.#onOpen({ step: 'promises', promise })}
                    >
                      ${t.open.change({ what: promise.what })}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>`;
  }

  #promiseDetail({ who, dueOn, grantedCents, spentCents }: DeskPromise): string {
    const { t, locale } = this;
    return [
      t.promised({ who, when: shortDate(dueOn, locale) }),
      ...(grantedCents === null ? [] : [t.granted({ amount: money(grantedCents, locale) })]),
      ...(spentCents === null ? [] : [t.spent({ amount: money(spentCents, locale) })]),
    ].join(' · ');
  }

  #renderNews({ news }: DeskIdea): TemplateResult | typeof nothing {
    const { t, locale, headingLevel } = this;
    if (news.length === 0) return nothing;
    return html`${heading(headingLevel + 1, t.news)}
      <ul class="reports">
        ${news.map(
          ({ at, text }) =>
            html`<li><span class="hint">${shortDate(at, locale)}</span> <span dir="auto">${text}</span></li>`,
        )}
      </ul>`;
  }

  #renderActing(idea: DeskIdea): TemplateResult | typeof nothing {
    const { t, open } = this;
    if (!this.isPermitted) return nothing;
    if (open) return this.#renderForm(idea, open);
    const steps = (['news', 'promises', 'standing'] as const).filter(
      (step) => step !== 'standing' || idea.status !== 'onBallot',
    );
    return html`<div class="actions">
      ${steps.map(
        (step) =>
          html`<button
            type="button"
            class="button"
            data-opens="${step} "
            @click=${() => this.#onOpen({ step })}
          >
            ${t.open[step]}
          </button>`,
      )}
    </div>`;
  }

  #renderForm(idea: DeskIdea, { step, promise }: OpenForm): TemplateResult {
    const { t, headingLevel, phase, failures, locale } = this;
    const { title, lead } = t.forms[promise ? 'change' : step];
    const fields = followUpForms[step].fields(promise);
    const wrong = new Map(
      this.problems.map(({ pointer, code, limit = 0, actual = 0 }) => {
        const name = pointer.slice(1);
        return [name, this.#problemText(name, code, actual - limit)];
      }),
    );
    const failure = typeof phase === 'object' && 'failure' in phase ? phase.failure : undefined;
    return html`<form class="act stack" novalidate @submit=${this.#onSubmit}>
      ${heading(headingLevel + 1, title, { focusAs: 'form-title' })}
      <p class="hint">${lead}</p>
      ${this.renderSummary(t.problem, wrong, headingLevel + 2)}
      ${
        failure === undefined || !failures
          ? nothing
          : this.renderFailure(
              `${t.notSent} ${(failure instanceof ApiError && locale === 'nl' && failure.detail) || failureText(failure, failures, locale)}`,
            )
      }
      ${fields.map((field) => this.#renderField(field, wrong.get(field.name)))}
      <div class="actions">
        <button class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
          ${phase === 'sending' ? t.sending : t.send[step]}
        </button>
        <button type="button" class="button quiet" @click=${this.#onCancel}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #problemText(name: string, code: string, over: number): string {
    const { t } = this;
    if (code === 'too-long') return t.tooLong({ over });
    if (name === 'dueOn') return t.noDate;
    if (name === 'granted' || name === 'spent') return t.noAmount;
    const label = name in t.labels ? t.labels[name as keyof typeof t.labels] : name;
    return t.required({ label });
  }

  #renderField(field: FollowUpField, wrong: string | undefined): TemplateResult {
    const { t } = this;
    const { name, isOptional = false } = field;
    return html`<div class="field">
      <label for=${name}>
        ${t.labels[name]} ${isOptional ? html`<span class="optional">(${t.labels.optional})</span>` : nothing}
      </label>
      ${wrong ? html`<p class="problem" id="${name}-problem">${wrong}</p>` : nothing}
      ${this.#renderInput(field, wrong)}
    </div>`;
  }

  #renderInput({ name, kind, options = [] }: FollowUpField, wrong: string | undefined): TemplateResult {
    const { t } = this;
    const value = this.draft[name] ?? '';
    const describedBy = wrong ? `${name}-problem` : nothing;
    const invalid = wrong ? 'true' : nothing;
    if (kind === 'choice') {
      const labels: Readonly<Record<string, string>> = name === 'status' ? t.statuses : t.promiseStates;
      return html`<select
        id=${name}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${this.#onInput}
      >
        ${options.map(
          (each) => html`<option value=${each} ?selected=${each === value}>${labels[each]}</option>`,
        )}
      </select>`;
    }
    if (kind === 'lines')
      return html`<textarea
        id=${name}
        dir="auto"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
        @input=${this.#onInput}
      ></textarea>`;
    return html`<input
      id=${name}
      type=${kind === 'date' ? 'date' : 'text'}
      inputmode=${kind === 'amount' ? 'decimal' : nothing}
      dir=${kind === 'amount' ? 'ltr' : 'auto'}
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
    this.#pressed = nothingSent;
  };

  readonly #onOpen = (open: OpenForm): void => {
    if (!this.idea) return;
    this.open = open;
    this.draft = followUpForms[open.step].start(this.idea, open.promise);
    this.problems = [];
    this.phase = 'reading';
    this.#pressed = nothingSent;
    this.focusNext = '.form-title';
  };

  readonly #onCancel = (): void => {
    const { open } = this;
    this.#keep();
    this.open = undefined;
    this.phase = 'reading';
    this.focusNext = `[data-opens='${open?.step ?? ''} ${open?.promise?.id ?? ''}']`;
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { client, idea, open, draft, phase } = this;
    if (!client || !idea || !open || phase === 'sending') return;
    const form = followUpForms[open.step];
    this.problems = form.problems(draft);
    if (this.problems.length > 0) {
      this.phase = 'reading';
      this.focusNext = '.error-summary';
      return;
    }
    if (this.#pressed.draft !== draft) this.#pressed = { key: newKey(), draft };
    this.phase = 'sending';
    try {
      await client.followUp(idea.id, form.send(draft, open.promise), this.#pressed.key, this.signal);
      this.#keep();
      this.open = undefined;
      this.phase = { sent: open.step };
      this.focusNext = `[data-opens='${open.step} ${open.promise?.id ?? ''}']`;
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
    }
  };
}
