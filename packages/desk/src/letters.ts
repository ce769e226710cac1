import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice } from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import {
  mostLettersInOrder,
  type DeskLetters,
  type LetterOrder,
  type NewLetterOrder,
} from '@buurt/domain/desk/letters.js';
import type { DeskRound } from '@buurt/domain/desk/round.js';
import { isPermitted, type StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { draftOf, fieldsIn, keepDraft } from './drafts.js';
import {
  fieldsOfOrder,
  lostProblems,
  orderAgain,
  orderIn,
  textsIn,
  type LostFields,
  type OrderFields,
} from './letter-fields.js';
import { LettersClient, readyLetters } from './letters-client.js';
import { nl, type LettersMessages } from './letters.messages.js';
import { momentText } from './moment-text.js';
import { PressKey } from './press-key.js';
import { roundsStyles } from './rounds.styles.js';

type OrderField = Exclude<keyof OrderFields, 'hasBallot'>;
type Field = OrderField | keyof LostFields;

/** What is opened: a form, or what is said before something is done with an order. */
type Opened =
  { readonly form: 'order' | 'lost' } | { readonly form: 'make' | 'again'; readonly orderId: string };

type Phase =
  | 'reading'
  | 'sending'
  | { readonly done: 'orderedNow' | 'cancelledNow' | 'madeNow' | 'replacedNow' }
  | { readonly failure: unknown };

const nothingLost: LostFields = { number: '', replacementKey: '' };

/**
 * The letters with codes of a budget vote: one person orders them, another has them made, on a page that opens to be printed.
 *
 * @fires {Event} changed - Something was done with the letters.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskLetters extends FormElement<LettersMessages> {
  static override readonly styles = [controls, errorSummaryStyles, roundsStyles];

  @property({ attribute: false }) http: Client | undefined;
  @property({ attribute: false }) round: DeskRound | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private opened: Opened | undefined;
  @state() private fields: OrderFields | undefined;
  @state() private lost = nothingLost;
  @state() private phase: Phase = 'reading';

  protected readonly partName = 'letters';
  protected readonly catalogue: Catalogue<LettersMessages> = {
    nl,
    en: async () => (await import('./letters.messages.en.js')).en,
  };

  // The screen around it has the focus when it comes.
  protected override focusNext = '';
  #client: LettersClient | undefined;
  /** What was sent last: another press without an edit goes under the same key. */
  readonly #pressed = new PressKey();
  /** Whether a form was sent for which the browser opens a page: a second press would ask for a second one. */
  #isPageAsked = false;

  readonly #letters = new Resource<DeskLetters, DeskLetters>(this, {
    subject: () => (this.#client ? this.round?.id : undefined),
    client: () => this.#client,
    fetch: (signal) => readyLetters(this.#client).letters(signal),
    parse: (letters) => letters,
    onValue: (letters) => this.#restore(letters),
    onError: (error) => this.#onError(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onSeen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onSeen);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { http, round } = this;
    const other = changed.get('round') as DeskRound | undefined;
    if (changed.has('http') || (changed.has('round') && other?.id !== round?.id)) {
      this.#client = http && round && new LettersClient(http, round.id);
      this.opened = undefined;
      this.fields = undefined;
      this.phase = 'reading';
    }
  }

  #onError(error: unknown): void {
    if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
  }

  /** Whoever comes back from the tab with the letters sees what became of the order. */
  readonly #onSeen = (): void => {
    if (document.visibilityState === 'visible' && this.#isPageAsked) this.#lookAgain();
  };

  readonly #lookAgain = (): void => {
    this.#letters.reload();
    this.dispatchEvent(new Event('changed'));
  };

  get #who(): string {
    return this.session?.email ?? '';
  }

  get #draftKey(): string {
    return `letters ${this.round?.id ?? ''}`;
  }

  #keep(fields?: OrderFields): void {
    keepDraft(this.#who, this.#draftKey, { form: 'order', text: fields ? JSON.stringify(fields) : '' });
  }

  /** Opens the form again that somebody was filling in when their session ended. */
  #restore(letters: DeskLetters): void {
    const draft = draftOf(this.#who, this.#draftKey);
    if (this.opened || draft?.form !== 'order' || !this.#canOrder) return;
    this.opened = { form: 'order' };
    this.fields = { ...fieldsOfOrder(letters), ...fieldsIn<Partial<OrderFields>>(draft) };
  }

  #may(permission: 'round.write' | 'round.release'): boolean {
    const { session, round } = this;
    return session !== undefined && round !== undefined && isPermitted(session, permission, round.buurt.code);
  }

  get #canOrder(): boolean {
    return this.#may('round.write') && ['announced', 'open'].includes(this.round?.state ?? '');
  }

  protected override render(): TemplateResult {
    const { t, desk, locale, headingLevel } = this;
    const { value: letters, error } = this.#letters;
    const why = desk && error !== undefined ? failureText(error, desk, locale) : '';
    const failed = retryNotice(`${t.failed} ${why}`, t.retry, this.#letters.reload);
    return html`<section class="stack">
      ${heading(headingLevel, t.title, { focusAs: 'letters-title' })}
      ${error === undefined ? nothing : failed}
      ${
        letters
          ? this.#renderLetters(letters)
          : error === undefined
            ? html`<p class="coming">${t.loading}</p>`
            : nothing
      }
    </section>`;
  }

  #renderLetters(letters: DeskLetters): TemplateResult {
    const { t, opened } = this;
    const { orders } = letters;
    return html`${this.#canOrder ? html`<p>${t.lead}</p>` : nothing} ${this.#renderDone()}
    ${opened ? nothing : this.#renderFailure()}
    ${
      orders.length === 0
        ? html`<p class="hint">${t.none}</p>`
        : html`<ul class="rows">
            ${repeat(
              orders,
              ({ id }) => id,
              (order) => this.#renderOrder(order, letters),
            )}
          </ul>`
    }
    ${
      !this.#canOrder
        ? nothing
        : opened?.form === 'order'
          ? this.#renderOrderForm()
          : opened?.form === 'lost'
            ? this.#renderLostForm(letters)
            : this.#renderOpeners(orders)
    }`;
  }

  #renderDone(): TemplateResult {
    const { t, phase } = this;
    const done = typeof phase === 'object' && 'done' in phase ? phase.done : undefined;
    const isElsewhere = done === 'madeNow' || done === 'replacedNow';
    const look = () =>
      html`<button type="button" class="button" @click=${this.#lookAgain}>${t.look}</button>`;
    const message = done
      ? notice(
          'ok',
          html`<p>${t[done]}</p>
            ${isElsewhere ? look() : nothing}`,
        )
      : nothing;
    return html`<div role="status" class="letters-done" tabindex="-1">${message}</div>`;
  }

  #renderOpeners(orders: readonly LetterOrder[]): TemplateResult {
    const { t } = this;
    const hasMade = orders.some(({ state }) => state === 'made');
    return html`<div class="actions">
      <button
        type="button"
        class="button ${orders.length === 0 ? 'primary' : ''}"
        data-opens="order"
        @click=${() => this.#open({ form: 'order' })}
      >
        ${t.open.order}
      </button>
      ${
        hasMade && this.#may('round.release')
          ? html`<button
              type="button"
              class="button"
              data-opens="lost"
              @click=${() => this.#open({ form: 'lost' })}
            >
              ${t.open.lost}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderOrder(order: LetterOrder, letters: DeskLetters): TemplateResult {
    const { t, locale } = this;
    const { state, count, firstNumber, orderedBy, orderedAt, madeBy, madeAt, replaces } = order;
    const who = (name: string | null) => name ?? t.formerColleague;
    return html`<li class="order">
      <p>
        <strong
          >${firstNumber === null ? t.count({ count }) : t.numbers({ from: firstNumber, to: firstNumber + count - 1 })}</strong
        >
        <span class="tag">${t.states[state]}</span>
      </p>
      <p class="hint">
        ${t.ordered({ who: who(orderedBy), when: shortDate(orderedAt, locale) })}
        ${madeAt === null ? nothing : t.made({ who: who(madeBy), when: shortDate(madeAt, locale) })}
        ${replaces === null ? nothing : t.again}
      </p>
      ${state === 'waiting' ? this.#renderTexts(order) : nothing}
      ${this.#canOrder ? this.#renderActing(order, letters) : nothing}
    </li>`;
  }

  #renderTexts(order: LetterOrder): TemplateResult {
    const { t, locale } = this;
    const { sender, page, helpLine, handInUntil } = order;
    const ballot =
      handInUntil === null ? t.noBallot : t.ballotUntil({ when: momentText(handInUntil, locale) });
    const facts = [
      [t.facts.sender, sender],
      [t.facts.page, page],
      [t.facts.helpLine, helpLine],
      [t.facts.ballot, ballot],
    ] as const;
    return html`<dl class="facts">
        ${facts.map(
          ([term, text]) =>
            html`<div>
              <dt>${term}</dt>
              <dd dir="auto">${text}</dd>
            </div>`,
        )}
      </dl>
      <p>${this.#renderPreview(readyLetters(this.#client).previewUrl(order))}</p>`;
  }

  #renderPreview(url: string): TemplateResult {
    const { t } = this;
    return html`<a href=${url} target="_blank" rel="noopener">${t.preview} (${t.opensTab})</a>`;
  }

  #renderActing(order: LetterOrder, letters: DeskLetters): TemplateResult | typeof nothing {
    const { opened } = this;
    const isOpen = (form: 'make' | 'again') =>
      opened?.form === form && 'orderId' in opened && opened.orderId === order.id;
    if (order.state === 'waiting')
      return isOpen('make') ? this.#renderMaking(order, letters) : this.#renderWaiting(order);
    if (order.state !== 'made' || letters.orders.some(isReplacing(order))) return nothing;
    return isOpen('again')
      ? this.#renderAgain(order)
      : html`<div class="actions">${this.#renderOpener('again', order)}</div>`;
  }

  #renderOpener(form: 'make' | 'again', { id }: LetterOrder): TemplateResult {
    return html`<button
      type="button"
      class="button ${form === 'make' ? 'primary' : 'quiet'}"
      data-opens="${form} ${id}"
      @click=${() => this.#open({ form, orderId: id })}
    >
      ${this.t.open[form]}
    </button>`;
  }

  #renderWaiting(order: LetterOrder): TemplateResult {
    const { t } = this;
    const mayMake = order.isOfColleague && this.#may('round.release');
    return html`${order.isOfColleague ? nothing : html`<p>${t.askColleague}</p>`}
      <div class="actions">
        ${mayMake ? this.#renderOpener('make', order) : nothing}
        <button
          type="button"
          class="button quiet"
          aria-disabled=${this.phase === 'sending' ? 'true' : nothing}
          @click=${() => this.#cancelOrder(order.id)}
        >
          ${t.open.cancel}
        </button>
      </div>`;
  }

  #renderPoints(lead: string, points: Readonly<Record<string, string>>): TemplateResult {
    return html`<p>${lead}</p>
      <ul class="todo">
        ${Object.values(points).map((point) => html`<li>${point}</li>`)}
      </ul>`;
  }

  #renderMaking({ id, count }: LetterOrder, { formKey }: DeskLetters): TemplateResult {
    const { t, headingLevel } = this;
    return html`<form
      class="act"
      method="post"
      target="_blank"
      rel="noopener"
      action=${readyLetters(this.#client).makingUrl(id)}
      @submit=${(event: SubmitEvent) => this.#onPageAsked(event, 'madeNow')}
    >
      ${heading(headingLevel + 1, t.open.make, { focusAs: 'form-title' })}
      ${this.#renderPoints(t.makeLead({ count }), t.makePoints)}
      <input type="hidden" name="formKey" .value=${formKey} />
      <div class="actions">
        <button class="button primary">${t.make}</button>
        ${this.#renderCancel(`make ${id}`)}
      </div>
    </form>`;
  }

  #renderAgain(order: LetterOrder): TemplateResult {
    const { t, headingLevel, phase, round } = this;
    return html`<div class="act">
      ${heading(headingLevel + 1, t.open.again, { focusAs: 'form-title' })}
      ${this.#renderPoints(t.againLead({ count: order.count }), t.againPoints)} ${this.#renderFailure()}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled=${phase === 'sending' ? 'true' : nothing}
          @click=${() => (round ? this.#sendOrder(orderAgain(order, round, Date.now())) : undefined)}
        >
          ${phase === 'sending' ? t.sending : t.orderAgain}
        </button>
        ${this.#renderCancel(`again ${order.id}`)}
      </div>
    </div>`;
  }

  #renderCancel(opener: string): TemplateResult {
    return html`<button type="button" class="button quiet" @click=${() => this.#close(opener)}>
      ${this.t.cancel}
    </button>`;
  }

  #renderOrderForm(): TemplateResult | typeof nothing {
    const { t, headingLevel, phase, fields } = this;
    if (!fields) return nothing;
    const wrong = this.#wrong();
    return html`<form class="act" novalidate @submit=${this.#onOrder}>
      ${heading(headingLevel + 1, t.open.order, { focusAs: 'form-title' })}
      <p>${t.orderLead}</p>
      ${this.renderSummary(t.problem, wrong, headingLevel + 2)} ${this.#renderFailure()}
      ${this.#renderField('count', fields.count, wrong)} ${this.#renderField('sender', fields.sender, wrong)}
      ${this.#renderField('page', fields.page, wrong)}
      ${this.#renderField('helpLine', fields.helpLine, wrong)}
      <label class="choice check">
        <input
          type="checkbox"
          .checked=${fields.hasBallot}
          @change=${({ target }: Event) => this.#change({ hasBallot: (target as HTMLInputElement).checked })}
        />
        <span class="choice-text">${t.labels.hasBallot}</span>
      </label>
      ${fields.hasBallot ? this.#renderField('handInUntil', fields.handInUntil, wrong) : nothing}
      <p>${this.#renderPreview(readyLetters(this.#client).previewUrl(textsIn(fields)))}</p>
      <div class="actions">
        <button class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
          ${phase === 'sending' ? t.sending : t.order}
        </button>
        ${this.#renderCancel('order')}
      </div>
    </form>`;
  }

  #renderLostForm({ formKey }: DeskLetters): TemplateResult {
    const { t, headingLevel, lost } = this;
    const wrong = this.#wrong();
    return html`<form
      class="act"
      novalidate
      method="post"
      target="_blank"
      rel="noopener"
      action=${readyLetters(this.#client).replacementUrl}
      @submit=${this.#onLost}
    >
      ${heading(headingLevel + 1, t.open.lost, { focusAs: 'form-title' })}
      ${this.#renderPoints(t.lostLead, t.lostPoints)}
      ${this.renderSummary(t.problem, wrong, headingLevel + 2)}
      ${this.#renderField('number', lost.number, wrong)}
      ${this.#renderField('replacementKey', lost.replacementKey, wrong)}
      <input type="hidden" name="formKey" .value=${formKey} />
      <div class="actions">
        <button class="button primary">${t.replace}</button>
        ${this.#renderCancel('lost')}
      </div>
    </form>`;
  }

  #renderField(name: Field, value: string, wrong: ReadonlyMap<string, string>): TemplateResult {
    const { t } = this;
    const problem = wrong.get(name);
    const hint = name === 'sender' ? undefined : t.hints[name];
    const described = [...(hint ? [`${name}-hint`] : []), ...(problem ? [`${name}-problem`] : [])].join(' ');
    const isNumber = name === 'count' || name === 'number';
    return html`<div class="field">
      <label for=${name}>${t.labels[name]}</label>
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
      ${problem ? html`<p class="problem" id="${name}-problem">${problem}</p>` : nothing}
      <input
        id=${name}
        name=${name}
        type=${name === 'handInUntil' ? 'datetime-local' : name === 'page' ? 'url' : 'text'}
        inputmode=${isNumber ? 'numeric' : nothing}
        dir=${name === 'sender' || name === 'helpLine' ? 'auto' : 'ltr'}
        autocomplete="off"
        spellcheck=${name === 'replacementKey' ? 'false' : nothing}
        aria-describedby=${described || nothing}
        aria-invalid=${problem ? 'true' : nothing}
        .value=${value}
        @input=${this.#onInput}
      />
    </div>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { phase } = this;
    return typeof phase === 'object' && 'failure' in phase
      ? this.renderFailure(this.#failureText(phase.failure))
      : nothing;
  }

  #failureText(failure: unknown): string {
    const { t, desk, locale } = this;
    if (failure instanceof ApiError && failure.type === 'letter-too-full') return t.tooFull;
    if (failure instanceof ApiError && (failure.status === 409 || failure.status === 404)) return t.conflict;
    return `${t.notSent} ${desk ? failureText(failure, desk, locale) : ''}`;
  }

  #wrong(): ReadonlyMap<string, string> {
    return new Map(
      this.problems.map((problem) => [problem.pointer.slice(1), this.#problemText(problem)] as const),
    );
  }

  #problemText({ pointer, code, limit = 0, actual = 0 }: Problem): string {
    const { t } = this;
    const field = pointer.slice(1) as Field;
    if (code === 'too-long') return t.problems.tooLong({ over: actual - limit });
    if (field === 'count') return t.problems.count({ most: mostLettersInOrder });
    if (code !== 'required' && (field === 'page' || field === 'handInUntil')) return t.problems[field];
    if (field === 'number' || field === 'replacementKey') return t.problems[field];
    return t.problems.required({ label: t.labels[field] });
  }

  readonly #onInput = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement;
    if (this.opened?.form === 'lost') this.lost = { ...this.lost, [id]: value };
    else this.#change({ [id]: value });
  };

  #change(change: Partial<OrderFields>): void {
    if (!this.fields) return;
    this.fields = { ...this.fields, ...change };
    this.#keep(this.fields);
  }

  #open(opened: Opened): void {
    const letters = this.#letters.value;
    if (!letters) return;
    if (opened.form === 'order') this.fields = fieldsOfOrder(letters);
    this.opened = opened;
    this.lost = nothingLost;
    this.problems = [];
    this.phase = 'reading';
    this.#isPageAsked = false;
    this.focusNext = '.form-title';
  }

  #close(opener: string): void {
    this.#keep();
    this.opened = undefined;
    this.problems = [];
    this.phase = 'reading';
    this.focusNext = `[data-opens='${opener}']`;
  }

  readonly #onOrder = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { fields, round } = this;
    if (!fields || !round || this.phase === 'sending') return;
    const { order, problems } = orderIn(fields, round);
    this.problems = problems;
    if (problems.length > 0) {
      this.phase = 'reading';
      this.focusNext = '.error-summary';
      return;
    }
    await this.#sendOrder(order);
  };

  #sendOrder(order: NewLetterOrder): Promise<void> {
    return this.#send(['order', order], 'orderedNow', (client, key) => client.order(order, key, this.signal));
  }

  #cancelOrder(id: string): Promise<void> {
    return this.#send(['cancel', id], 'cancelledNow', (client, key) => client.cancel(id, key, this.signal));
  }

  async #send(
    what: readonly unknown[],
    done: 'orderedNow' | 'cancelledNow',
    send: (client: LettersClient, key: string) => Promise<void>,
  ): Promise<void> {
    if (!this.#client || this.phase === 'sending') return;
    const key = this.#pressed.for(this.round?.id, what);
    this.phase = 'sending';
    try {
      await send(this.#client, key);
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      this.#onError(failure);
      if (failure instanceof ApiError && (failure.status === 409 || failure.status === 404))
        this.#lookAgain();
      return;
    }
    if (done === 'orderedNow') this.#keep();
    this.#pressed.forget();
    this.opened = undefined;
    this.phase = { done };
    this.focusNext = '.letters-done';
    this.#lookAgain();
  }

  readonly #onLost = (event: SubmitEvent): void => {
    this.problems = lostProblems(this.lost);
    if (this.problems.length === 0) {
      this.#onPageAsked(event, 'replacedNow');
      return;
    }
    event.preventDefault();
    this.focusNext = '.error-summary';
  };

  /** The browser sends the form and opens the page that answers it: no script of this page ever sees a code. */
  #onPageAsked(event: SubmitEvent, done: 'madeNow' | 'replacedNow'): void {
    if (this.#isPageAsked) {
      event.preventDefault();
      return;
    }
    this.#isPageAsked = true;
    // A form that is taken off the page within its own event is not sent.
    setTimeout(() => {
      this.opened = undefined;
      this.lost = nothingLost;
      this.phase = { done };
      this.focusNext = '.letters-done';
    });
  }
}

/** Whether an order comes, or came, in the place of this one. */
const isReplacing =
  ({ id }: LetterOrder) =>
  ({ replaces, state }: LetterOrder): boolean =>
    replaces === id && state !== 'cancelled';
