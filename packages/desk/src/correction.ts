import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { notice } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError, type ServerProblem } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskIdea } from '@buurt/domain/desk/inbox.js';
import type { IdeaTexts } from '@buurt/domain/ideas/idea-texts.js';
import { nl, type CorrectionMessages } from './correction.messages.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { draftOf, fieldsIn, keepDraft } from './drafts.js';
import { openedStyles } from './opened.styles.js';

type Phase = 'reading' | 'sending' | 'sent' | { readonly failure: unknown };

const fields = ['title', 'story'] as const;

/**
 * Typing errors in title and story, which staff correct.
 *
 * @fires {Event} changed - The server has something new.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskCorrection extends FormElement<CorrectionMessages> {
  static override readonly styles = [controls, errorSummaryStyles, openedStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) idea: DeskIdea | undefined;
  /** The address of whoever writes: what they were writing comes back for them alone. */
  @property({ attribute: false }) who = '';
  @property({ attribute: false }) failures: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 4;

  /** What somebody makes of it, while the form is open. */
  @state() private texts: IdeaTexts | undefined;
  @state() private phase: Phase = 'reading';

  protected readonly partName = 'correction';
  protected readonly catalogue: Catalogue<CorrectionMessages> = {
    nl,
    en: async () => (await import('./correction.messages.en.js')).en,
  };

  protected override focusNext = '';
  /** What was sent last: another press without an edit, of the same version, goes under the same key. */
  #pressed: { readonly key: string; readonly texts: IdeaTexts; readonly version: string } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { idea } = this;
    if (!changed.has('idea') || changed.get('idea')?.id === idea?.id) return;
    const draft = idea && draftOf(this.who, this.#draftKey);
    this.texts = draft
      ? { title: idea.title, story: idea.story, ...fieldsIn<Partial<IdeaTexts>>(draft) }
      : undefined;
    this.phase = 'reading';
    this.problems = [];
  }

  protected override updated(): void {
    this.toggleAttribute('open', this.texts !== undefined);
    super.updated();
  }

  get #draftKey(): string {
    return `correction ${this.idea?.id ?? ''}`;
  }

  #keep(texts?: IdeaTexts): void {
    keepDraft(this.who, this.#draftKey, { form: 'correction', text: texts ? JSON.stringify(texts) : '' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, idea, texts, phase } = this;
    if (!idea) return nothing;
    return html`<div role="status">${phase === 'sent' ? notice('ok', t.sent) : nothing}</div>
      ${
        texts
          ? this.#renderForm(idea, texts)
          : html`<button type="button" class="button quiet opener" @click=${this.#onOpen}>${t.open}</button>`
      }`;
  }

  #renderForm(idea: DeskIdea, texts: IdeaTexts): TemplateResult {
    const { t, headingLevel, phase } = this;
    const wrong = new Map(this.problems.map((each) => [each.pointer.slice(1), this.#problemText(each)]));
    return html`<form
      class="act stack"
      novalidate
      @keydown=${this.#onKey}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#send(idea, texts);
      }}
    >
      ${heading(headingLevel, t.title, { focusAs: 'form-title' })}
      <p class="hint">${t.lead}</p>
      ${this.renderSummary(t.problem, wrong, headingLevel + 1)} ${this.#renderOutcome()}
      ${fields.map((name) => this.#renderField(name, texts[name], wrong.get(name)))}
      <div class="actions">
        <button class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
          ${phase === 'sending' ? t.sending : t.send}
        </button>
        <button type="button" class="button quiet" @click=${this.#onCancel}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { t, phase, failures, locale } = this;
    if (typeof phase !== 'object' || !failures) return nothing;
    const { failure } = phase;
    if (failure instanceof ApiError && failure.kind === 'conflict') return this.renderFailure(t.conflict);
    return this.renderFailure(`${t.notSent} ${failureText(failure, failures, locale)}`);
  }

  #problemText({ code, limit = 0 }: ServerProblem): string {
    const { problems } = this.t;
    if (code === 'required') return problems.required;
    return code === 'too-short' || code === 'too-long' ? problems[code]({ limit }) : problems.other;
  }

  #renderField(name: keyof IdeaTexts, value: string, wrong: string | undefined): TemplateResult {
    const describedBy = wrong ? `${name}-problem` : nothing;
    const invalid = wrong ? 'true' : nothing;
    return html`<div class="field">
      <label for=${name}>${this.t.labels[name]}</label>
      ${wrong ? html`<p class="problem" id="${name}-problem">${wrong}</p>` : nothing}
      ${
        name === 'title'
          ? html`<input
              id=${name}
              dir="auto"
              aria-describedby=${describedBy}
              aria-invalid=${invalid}
              .value=${value}
              @input=${this.#onInput}
            />`
          : html`<textarea
              id=${name}
              dir="auto"
              rows="8"
              aria-describedby=${describedBy}
              aria-invalid=${invalid}
              .value=${value}
              @input=${this.#onInput}
            ></textarea>`
      }
    </div>`;
  }

  readonly #onInput = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement;
    if (!this.texts) return;
    this.texts = { ...this.texts, [id]: value };
    this.problems = [];
    this.#keep(this.texts);
  };

  readonly #onOpen = (): void => {
    const { idea } = this;
    if (!idea) return;
    this.texts = { title: idea.title, story: idea.story };
    this.phase = 'reading';
    this.focusNext = '.form-title';
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) this.#onCancel();
  };

  readonly #onCancel = (): void => this.#closeForm('reading');

  #closeForm(phase: Phase): void {
    this.#keep();
    this.texts = undefined;
    this.problems = [];
    this.phase = phase;
    this.focusNext = '.opener';
  }

  async #send(idea: DeskIdea, texts: IdeaTexts): Promise<void> {
    const { client, phase } = this;
    const { version } = idea;
    if (!client || phase === 'sending') return;
    if (texts.title === idea.title && texts.story === idea.story) return this.#closeForm('reading');
    if (this.#pressed?.texts !== texts || this.#pressed.version !== version)
      this.#pressed = { key: newKey(), texts, version };
    this.phase = 'sending';
    try {
      await client.correct(idea, texts, this.#pressed.key, this.signal);
      if (this.idea?.id !== idea.id) return;
      this.#closeForm('sent');
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      if (this.idea?.id !== idea.id) return;
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      if (failure instanceof ApiError && failure.kind === 'conflict')
        this.dispatchEvent(new Event('changed'));
    }
  }
}
