import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice } from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { Forgetting, IdeaErasure } from '@buurt/domain/desk/erasing.js';
import type { DeskOffer, DeskRemark } from '@buurt/domain/desk/message.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import type { ErasingClient, ErasureSubject } from './erasing-client.js';
import { nl, type ErasingMessages } from './erasing.messages.js';
import { isolated } from './isolated.js';
import { settingsStyles } from './settings.styles.js';

/** What is to be erased, as it is now. */
type Erasure =
  | { readonly kind: 'idea'; readonly idea: IdeaErasure }
  | { readonly kind: 'remark'; readonly remark: DeskRemark }
  | { readonly kind: 'offer'; readonly offer: DeskOffer }
  | { readonly kind: 'address'; readonly address: string; readonly forgetting: Forgetting };

type Phase = 'reading' | 'sending' | { readonly failure: unknown };
type Line = TemplateResult | string;

const keyOf = (subject: ErasureSubject): string =>
  `${subject.kind} ${subject.kind === 'address' ? subject.address : subject.id}`;

/** Something was erased for good. */
export class ErasedEvent extends Event {
  constructor(readonly what: ErasureSubject['kind']) {
    super('erased');
  }
}

/**
 * Says what goes and what stays when something is erased for good, and does it for who types a word.
 *
 * @fires {ErasedEvent} erased - It is gone.
 * @fires {Event} closed - Somebody does not want to.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskErasure extends FormElement<ErasingMessages> {
  static override readonly styles = [
    controls,
    errorSummaryStyles,
    settingsStyles,
    css`
      .lines > :first-child {
        font-size: 1em;
      }
      .lines ul {
        margin-block: var(--_space-1) 0;
      }
    `,
  ];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) erasing: ErasingClient | undefined;
  @property({ attribute: false }) subject: ErasureSubject | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 4;

  @state() private phase: Phase = 'reading';
  @state() private typed = '';
  @state() private isWrong = false;

  protected readonly partName = 'erasing';
  protected readonly catalogue: Catalogue<ErasingMessages> = {
    nl,
    en: async () => (await import('./erasing.messages.en.js')).en,
  };

  /** One key for each thing that is erased, however often it is tried. */
  #key = newKey();

  readonly #erasure = new Resource<Erasure, Erasure>(this, {
    subject: () => (this.client && this.erasing && this.subject ? keyOf(this.subject) : undefined),
    client: () => this.erasing,
    fetch: (signal) => this.#read(signal),
    parse: (erasure) => erasure,
    onValue: () => (this.focusNext = '.form-title'),
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('subject');
    if (!changed.has('subject') || (before && this.subject && keyOf(before) === keyOf(this.subject))) return;
    this.phase = 'reading';
    this.typed = '';
    this.isWrong = false;
    this.#key = newKey();
  }

  async #read(signal: AbortSignal): Promise<Erasure> {
    const { client, erasing, subject } = this;
    if (!client || !erasing || !subject) throw new ApiError('aborted');
    switch (subject.kind) {
      case 'idea':
        return { kind: 'idea', idea: await erasing.ideaErasure(subject.id, signal) };
      case 'remark':
        return { kind: 'remark', remark: await client.remark(subject.id, signal) };
      case 'offer':
        return { kind: 'offer', offer: await client.offer(subject.id, signal) };
      case 'address': {
        const { address } = subject;
        return { kind: 'address', address, forgetting: await erasing.previewForgetting(address, signal) };
      }
    }
  }

  protected override render(): TemplateResult {
    const { t } = this;
    const { value, error } = this.#erasure;
    if (value && error === undefined) return this.#renderErasure(value);
    const back = html`<div>
      <button type="button" class="button quiet" @click=${this.close}>${t.back}</button>
    </div>`;
    if (error === undefined) return html`<p class="coming">${t.loading}</p>`;
    if (isGone(error)) return html`${notice('warning', t.gone)} ${back}`;
    return html`${retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#erasure.reload)} ${back}`;
  }

  #renderErasure(erasure: Erasure): TemplateResult {
    const { t, headingLevel } = this;
    const goes = this.#goes(erasure);
    return html`<div class="act">
      ${heading(headingLevel, this.#title(erasure), { focusAs: 'form-title' })}
      ${
        goes.length === 0
          ? html`<p>${t.going.nothing}</p>`
          : html`<p>${t.final}</p>
              ${this.#renderLines(t.goes, goes)}`
      }
      ${this.#renderLines(t.stays, this.#stays(erasure))}
      ${
        goes.length === 0
          ? html`<div>
              <button type="button" class="button" @click=${this.close}>${t.back}</button>
            </div>`
          : this.#renderForm(erasure)
      }
    </div>`;
  }

  #renderLines(title: string, lines: readonly Line[]): TemplateResult {
    return html`<div class="lines">
      ${heading(this.headingLevel + 1, title)}
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>`;
  }

  #title(erasure: Erasure): Line {
    const { titles } = this.t;
    if (erasure.kind === 'idea') return isolated((title) => titles.idea({ title }), erasure.idea.title);
    if (erasure.kind === 'address') return isolated((title) => titles.address({ title }), erasure.address);
    return titles[erasure.kind];
  }

  #goes(erasure: Erasure): readonly Line[] {
    const { going } = this.t;
    const many = (count: number, line: (values: { count: number }) => string) =>
      count === 0 ? [] : [line({ count })];
    switch (erasure.kind) {
      case 'idea': {
        const { idea } = erasure;
        return [
          going.texts,
          ...(idea.contacts > 0 ? [going.contacts] : []),
          ...(['photos', 'remarks', 'offers', 'supports', 'news', 'promises', 'followers'] as const).flatMap(
            (each) => many(idea[each], going[each]),
          ),
          going.mails,
          ...idea.leftRounds.map(({ name }) => isolated((shown) => going.leftRound({ name: shown }), name)),
        ];
      }
      case 'remark': {
        const { text, name, answer, reports } = erasure.remark;
        return [
          isolated((shown) => going.remark({ text: shown }), text),
          ...(name ? [isolated((shown) => going.name({ name: shown }), name)] : []),
          ...(answer ? [going.answer] : []),
          ...many(reports.length, going.reports),
        ];
      }
      case 'offer': {
        const { message, name, contact, answer } = erasure.offer;
        return [
          isolated((shown) => going.remark({ text: shown }), message),
          ...(name ? [isolated((shown) => going.name({ name: shown }), name)] : []),
          ...(contact ? [isolated((shown) => going.contact({ contact: shown }), contact)] : []),
          ...(answer ? [going.answer] : []),
        ];
      }
      case 'address': {
        const { contacts, offers, followers, handovers, formerStaff } = erasure.forgetting;
        return [
          ...many(contacts, going.ofIdeas),
          ...many(offers, going.ofOffers),
          ...many(followers, going.follows),
          ...many(handovers, going.handovers),
          ...(formerStaff > 0 ? [going.formerStaff] : []),
        ];
      }
    }
  }

  #stays(erasure: Erasure): readonly Line[] {
    const { staying, places } = this.t;
    const always = [staying.copies, staying.act];
    if (erasure.kind === 'address')
      return [
        ...new Set(erasure.forgetting.left.map(({ place }) => staying.left({ place: places[place] }))),
        staying.names,
        ...always,
      ];
    if (erasure.kind !== 'idea') return always;
    const { keptInRounds, keepsAmounts } = erasure.idea;
    return [
      ...keptInRounds.map(({ name }) => isolated((shown) => staying.round({ name: shown }), name)),
      ...(keepsAmounts ? [staying.amounts] : []),
      ...always,
    ];
  }

  /** What somebody types to say that it is meant. */
  #word(erasure: Erasure): string {
    return erasure.kind === 'idea' ? erasure.idea.reference : this.t.word;
  }

  #renderForm(erasure: Erasure): TemplateResult {
    const { t, phase, isWrong, headingLevel } = this;
    const word = this.#word(erasure);
    const wrong = t.wrongWord({ word });
    const isSending = phase === 'sending';
    return html`<form
      class="stack"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#send(erasure);
      }}
    >
      ${isWrong ? this.renderSummary(t.problem, new Map([['word', wrong]]), headingLevel + 1) : nothing}
      ${this.#renderFailed()}
      <div class="field">
        <label for="word">${t.type({ word })}</label>
        ${isWrong ? html`<p class="problem" id="word-problem">${wrong}</p>` : nothing}
        <input
          id="word"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? 'word-problem' : nothing}
          .value=${this.typed}
          @input=${this.#onTyped}
        />
      </div>
      <div class="actions">
        <button class="button primary" aria-disabled=${isSending ? 'true' : nothing}>
          ${isSending ? t.erasing : t.now}
        </button>
        <button type="button" class="button quiet" @click=${this.close}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #renderFailed(): TemplateResult | typeof nothing {
    const { t, phase } = this;
    if (typeof phase !== 'object') return nothing;
    const { failure } = phase;
    return failure instanceof ApiError && failure.kind === 'conflict'
      ? html`<div class="failure" role="alert" tabindex="-1">
          ${retryNotice(t.changed, t.look, this.#onLook)}
        </div>`
      : this.renderFailure(`${t.notErased} ${this.#why(failure)}`);
  }

  #why(error: unknown): string {
    return this.desk ? failureText(error, this.desk, this.locale) : '';
  }

  readonly #onTyped = ({ target }: Event): void => {
    this.typed = (target as HTMLInputElement).value;
    this.isWrong = false;
  };

  readonly #onLook = (): void => {
    this.phase = 'reading';
    this.typed = '';
    this.#key = newKey();
    this.#erasure.reload();
  };

  async #send(erasure: Erasure): Promise<void> {
    const { erasing, subject, signal } = this;
    if (this.phase === 'sending' || !erasing || !subject) return;
    this.isWrong = this.typed.trim().toLowerCase() !== this.#word(erasure).toLowerCase();
    if (this.isWrong) {
      this.focusNext = '.error-summary';
      return;
    }
    this.phase = 'sending';
    try {
      if (erasure.kind === 'address') await erasing.forget(erasure.address, signal);
      else if (subject.kind === 'address') return;
      else if (erasure.kind === 'idea') await erasing.eraseIdea(subject.id, erasure.idea, this.#key, signal);
      else if (erasure.kind === 'remark') await erasing.eraseRemark(subject.id, this.#key, signal);
      else await erasing.removeOffer(subject.id, this.#key, signal);
      this.dispatchEvent(new ErasedEvent(erasure.kind));
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      this.phase = { failure };
      this.focusNext = '.failure';
    }
  }
}
