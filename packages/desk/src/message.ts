import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskOffer, DeskRemark } from '@buurt/domain/desk/message.js';
import { isPermitted, type StaffSession } from '@buurt/domain/desk/staff-session.js';
import { offerAnswerProblems, questionAnswerProblems } from '@buurt/domain/initiatives/answers.js';
import type { AnswerOutcome } from '@buurt/domain/initiatives/offer-outcome.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { DeskClient } from './desk-client.js';
import type { DeskMessages } from './desk.messages.js';
import {
  DoneEvent,
  isLoggedOut,
  isSecondPress,
  NotDoneEvent,
  SessionOverEvent,
  type DeskDone,
} from './done.js';
import { draftOf, keepDraft } from './drafts.js';
import { isolated } from './isolated.js';
import { erasureHash } from './location.js';
import { nl, type MessageMessages } from './message.messages.js';
import { openedStyles } from './opened.styles.js';

/** What neighbours write that can wait for staff. */
export type MessageKind = 'remark' | 'report' | 'question' | 'offer';
/** What a press of a button does. */
type Press = 'published' | 'hidden' | 'answer' | AnswerOutcome;
type Phase = 'reading' | { readonly sending: Press } | { readonly failure: unknown };

type Message =
  | { readonly kind: 'remark' | 'report' | 'question'; readonly remark: DeskRemark }
  | { readonly kind: 'offer'; readonly offer: DeskOffer };

/**
 * A remark, a report, a question or an offer as staff read it, and their answer.
 *
 * @fires {DoneEvent} done - Something was answered.
 * @fires {NotDoneEvent} not-done - An answer did not arrive to what is not open any more.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskMessage extends FormElement<MessageMessages> {
  static override readonly styles = [controls, errorSummaryStyles, openedStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) kind: MessageKind = 'remark';
  @property({ attribute: false }) messageId: string | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: (DeskMessages & CoreMessages) | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private phase: Phase = 'reading';
  @state() private answer = '';

  protected readonly partName = 'message';
  protected readonly catalogue: Catalogue<MessageMessages> = {
    nl,
    en: async () => (await import('./message.messages.en.js')).en,
  };

  /** What was sent last: another press without an edit sends exactly that, under the same key. */
  #pressed: { readonly key: string; readonly press: Press; readonly text: string } | undefined;

  readonly #message = new Resource<Message, Message>(this, {
    subject: () =>
      this.client && this.messageId !== undefined ? `${this.kind} ${this.messageId}` : undefined,
    client: () => this.client,
    fetch: (signal) => this.#read(signal),
    parse: (message) => message,
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('messageId') && !changed.has('kind')) return;
    this.phase = 'reading';
    this.answer = draftOf(this.session?.email ?? '', this.#draftKey)?.text ?? '';
    this.problems = [];
    this.#pressed = undefined;
    this.focusNext = '.screen-title';
  }

  protected override render(): TemplateResult {
    const { t, desk, locale } = this;
    const { value: message, error } = this.#message;
    if (message) return this.#renderMessage(message);
    if (error === undefined) return html`<p class="coming">${t.loading}</p>`;
    if (isGone(error)) return notice('warning', t.gone);
    const why = desk ? failureText(error, desk, locale) : '';
    return retryNotice(`${t.failed} ${why}`, t.retry, this.#message.reload);
  }

  #renderMessage(message: Message): TemplateResult {
    const { t, headingLevel } = this;
    const { idea, buurt } = message.kind === 'offer' ? message.offer : message.remark;
    return html`<article class="stack">
      <header>
        ${screenTitle(headingLevel, t.titles[message.kind])}
        <p class="hint">
          <a href="#/idea/${idea.id}">${isolated((title) => t.about({ title }), idea.title)}</a> ·
          ${idea.reference} · ${buurt.name}
        </p>
      </header>
      ${message.kind === 'offer' ? this.#renderOffer(message.offer) : this.#renderRemark(message.remark)}
      ${this.#renderErase(message)}
    </article>`;
  }

  #renderErase(message: Message): TemplateResult | typeof nothing {
    const { t, session } = this;
    const { id, buurt } = message.kind === 'offer' ? message.offer : message.remark;
    if (!session || !isPermitted(session, 'person.erase', buurt.code)) return nothing;
    const kind = message.kind === 'offer' ? 'offer' : 'remark';
    return html`<p><a href=${erasureHash({ kind, id })}>${t.erase}</a></p>`;
  }

  #byline({ name: own, at }: { readonly name: string | null; readonly at: string }): TemplateResult {
    const { t, locale } = this;
    return isolated((name) => t.by({ name, when: shortDate(at, locale) }), own ?? t.anonymous);
  }

  #renderRemark(remark: DeskRemark): TemplateResult {
    const { t, kind, headingLevel, locale } = this;
    const { reports, answer } = remark;
    return html`<blockquote class="quote">
        <p class="hint">${t.stances[remark.stance]}</p>
        <p dir="auto">${remark.text}</p>
        <p class="hint">${this.#byline(remark)}</p>
      </blockquote>
      ${
        reports.length > 0
          ? html`<section>
              ${heading(headingLevel + 1, t.reports)}
              <ul class="reports">
                ${reports.map(
                  ({ at, reason }) =>
                    html`<li>
                      <span dir="auto">${reason}</span> <span class="hint">${shortDate(at, locale)}</span>
                    </li>`,
                )}
              </ul>
            </section>`
          : nothing
      }
      ${
        answer
          ? html`<section>
              ${heading(headingLevel + 1, t.answeredBy[answer.by])}
              <p dir="auto">${answer.text}</p>
            </section>`
          : nothing
      }
      ${kind === 'question' ? this.#renderQuestionForm(remark) : this.#renderJudgement(remark)}`;
  }

  #renderOffer(offer: DeskOffer): TemplateResult {
    const { t, desk, headingLevel } = this;
    const { outcome, contact } = offer;
    const kinds = offer.kinds.map((kind) => desk?.kindNames[kind] ?? kind).join(', ');
    return html`<blockquote class="quote">
        <p><strong>${t.brings}:</strong> ${kinds}</p>
        ${offer.message ? html`<p dir="auto">${offer.message}</p>` : nothing}
        <p class="hint">${this.#byline(offer)}</p>
      </blockquote>
      ${
        contact === null
          ? nothing
          : html`<section>
              ${heading(headingLevel + 1, t.contact)}
              <p dir="ltr">${contact}</p>
            </section>`
      }
      ${
        outcome
          ? html`<section>
              <p>${t.outcomes[outcome]}</p>
              ${offer.answer ? html`<p dir="auto">${offer.answer}</p>` : nothing}
            </section>`
          : this.#renderForm(offer.buurt.code, 'offer.answer', t.offerHint, [
              ['joined', t.joins],
              ['declined', t.declines],
            ])
      }`;
  }

  #renderQuestionForm({ answer, buurt }: DeskRemark): TemplateResult | typeof nothing {
    const { t } = this;
    if (answer) return nothing;
    return this.#renderForm(buurt.code, 'question.answer', t.questionHint, [['answer', t.answer]]);
  }

  #may(permission: string, buurtCode: string): boolean {
    return this.session !== undefined && isPermitted(this.session, permission, buurtCode);
  }

  #renderJudgement(remark: DeskRemark): TemplateResult {
    const { t } = this;
    if (!this.#may('report.resolve', remark.buurt.code)) return html`<p class="hint">${t.readOnly}</p>`;
    if (remark.state === 'hidden' || (remark.state === 'published' && remark.reports.length === 0))
      return html`<p class="hint">${t.resolved}</p>`;
    const isWaiting = remark.state === 'waiting';
    return html`<section class="act">
      ${this.#renderOutcome()}
      <div class="actions">
        ${this.#renderPress('published', isWaiting ? t.place : t.keep, 'primary')}
        ${this.#renderPress('hidden', isWaiting ? t.refuse : t.hide, '')}
      </div>
    </section>`;
  }

  #renderPress(press: Press, label: string, look: string): TemplateResult {
    const { t, phase } = this;
    const isSending = typeof phase === 'object' && 'sending' in phase;
    return html`<button
      type="button"
      class="button ${look}"
      aria-disabled=${isSending ? 'true' : nothing}
      @click=${(event: MouseEvent) => (isSecondPress(event) ? undefined : this.#send(press))}
    >
      ${isSending && phase.sending === press ? t.sending : label}
    </button>`;
  }

  #renderForm(
    buurtCode: string,
    permission: string,
    hint: string,
    presses: readonly (readonly [Press, string])[],
  ): TemplateResult {
    const { t, headingLevel } = this;
    if (!this.#may(permission, buurtCode)) return html`<p class="hint">${t.readOnly}</p>`;
    const [problem] = this.problems;
    const wrong = problem && this.#problemText(problem);
    return html`<section class="act stack">
      ${wrong ? this.renderSummary(t.problem, new Map([['answer', wrong]]), headingLevel + 1) : nothing}
      ${this.#renderOutcome()}
      <div class="field">
        <label for="answer">${t.label}</label>
        <p class="hint" id="answer-hint">${hint}</p>
        ${wrong ? html`<p class="problem" id="answer-problem">${wrong}</p>` : nothing}
        <textarea
          id="answer"
          dir="auto"
          aria-describedby=${wrong ? 'answer-problem answer-hint' : 'answer-hint'}
          aria-invalid=${wrong ? 'true' : nothing}
          .value=${this.answer}
          @input=${this.#onInput}
        ></textarea>
      </div>
      <div class="actions">
        ${presses.map(([press, label], index) => this.#renderPress(press, label, index === 0 ? 'primary' : ''))}
      </div>
    </section>`;
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { t, phase, desk, locale } = this;
    if (typeof phase !== 'object' || !('failure' in phase) || !desk) return nothing;
    const { failure } = phase;
    return this.renderFailure(
      failure instanceof ApiError && failure.kind === 'conflict'
        ? t.conflict
        : `${t.notSent} ${failureText(failure, desk, locale)}`,
    );
  }

  #problemText({ code, limit = 0, actual = 0 }: Problem): string {
    const { t } = this;
    return code === 'too-long' ? t.tooLong({ over: actual - limit }) : t.required;
  }

  readonly #onInput = ({ target }: InputEvent): void => {
    this.answer = (target as HTMLTextAreaElement).value;
    this.problems = [];
    keepDraft(this.session?.email ?? '', this.#draftKey, { form: 'answer', text: this.answer });
  };

  get #draftKey(): string {
    return `${this.kind} ${this.messageId ?? ''}`;
  }

  async #read(signal: AbortSignal): Promise<Message> {
    const { client, kind, messageId } = this;
    if (!client || messageId === undefined) throw new ApiError('aborted');
    return kind === 'offer'
      ? { kind, offer: await client.offer(messageId, signal) }
      : { kind, remark: await client.remark(messageId, signal) };
  }

  #problemsOf(press: Press, text: string): Problem[] {
    if (press === 'answer') return questionAnswerProblems({ text });
    if (press === 'joined' || press === 'declined') return offerAnswerProblems({ outcome: press, text });
    return [];
  }

  async #send(press: Press): Promise<void> {
    const { phase, client, messageId } = this;
    const message = this.#message.value;
    if (!client || !message || messageId === undefined) return;
    if (typeof phase === 'object' && 'sending' in phase) return;
    const text = this.answer.trim();
    this.problems = this.#problemsOf(press, text);
    if (this.problems.length > 0) {
      this.focusNext = '.error-summary';
      return;
    }
    if (this.#pressed?.press !== press || this.#pressed.text !== text)
      this.#pressed = { key: newKey(), press, text };
    this.phase = { sending: press };
    const { title } = message.kind === 'offer' ? message.offer.idea : message.remark.idea;
    const at = { kind: message.kind, id: messageId };
    const who = this.session?.email ?? '';
    const isOpen = () => this.messageId === at.id && this.kind === at.kind;
    try {
      const what = await this.#act(client, messageId, this.#pressed);
      keepDraft(who, `${at.kind} ${at.id}`, { form: '', text: '' });
      this.dispatchEvent(new DoneEvent({ what, title, at, undo: undefined }));
      if (!isOpen()) return;
      this.phase = 'reading';
      this.answer = '';
      this.focusNext = '.screen-title';
      this.#message.reload();
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      if (!isOpen() || !this.isConnected) {
        this.dispatchEvent(new NotDoneEvent({ title, at }, failure));
        return;
      }
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      if (failure instanceof ApiError && failure.kind === 'conflict') this.#message.reload();
    }
  }

  async #act(
    client: DeskClient,
    id: string,
    { press, text, key }: { readonly press: Press; readonly text: string; readonly key: string },
  ): Promise<DeskDone['what']> {
    // Going on to something else does not take it back.
    const { signal } = new AbortController();
    if (press === 'answer') {
      await client.answerQuestion(id, text, key, signal);
      return 'answered';
    }
    if (press === 'joined' || press === 'declined') {
      await client.answerOffer(id, { outcome: press, text }, key, signal);
      return 'offerAnswered';
    }
    await client.judgeRemark(id, press, key, signal);
    return press === 'published' ? 'remarkPublished' : 'remarkHidden';
  }
}
