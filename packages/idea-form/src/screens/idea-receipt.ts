import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Task } from '@lit/task';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { shortDate } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import { notice } from '@buurt/core/element/screen.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { ownIdea } from '@buurt/core/http/ideas.js';
import type { OwnIdea } from '@buurt/domain/ideas/receipt.js';
import { tickIcon } from '@buurt/core/icons/icons.js';
import type { SentIdea } from '../wizard-state.js';
import { organisationOf, type StepView } from '../step-view.js';
import { copyText } from './copy-text.js';
import { nl, type IdeaReceiptMessages } from './idea-receipt.messages.js';
import { receiptStyles } from './idea-receipt.styles.js';

/**
 * The end of the form, and what a resident sees when they come back: the number of their idea, what happens next and
 * when, and how it is doing.
 *
 * @customElement buurt-idea-receipt
 * @fires {Event} another - The resident has another idea.
 * @fires {Event} wipe - The resident wants their details off this device.
 * @csspart receipt - The card with the number.
 */
export class BuurtIdeaReceipt extends LazyElement<IdeaReceiptMessages> {
  static override readonly styles = [controls, receiptStyles];

  @property({ attribute: false }) view?: StepView;
  @property({ attribute: false }) sent?: SentIdea;
  @property({ attribute: false }) client?: BuurtApi | undefined;
  /** Handed in just now; otherwise the resident came back to look. */
  @property({ type: Boolean }) fresh = false;
  /** This device remembers the idea. */
  @property({ attribute: false }) isStored = false;

  protected readonly partName = 'receipt';
  protected readonly catalogue = { nl, en: async () => (await import('./idea-receipt.messages.en.js')).en };

  @state() private wiped = false;
  /** Somebody asked how it is with the idea; what comes before that is not said aloud. */
  @state() private asked = false;

  readonly #own = new Task(this, {
    args: () => [this.client, this.sent?.receipt] as const,
    task: ([client, receipt], { signal }): Promise<OwnIdea> | undefined =>
      client && receipt && ownIdea(client, receipt.id, receipt.ownerKey, { signal }),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#own.abort();
  }

  protected override render(): unknown {
    const { view, sent } = this;
    if (!view || !sent) return nothing;
    const { t } = view;
    return html`
      <div class="card" part="receipt">
        <p class="idea">${tickIcon} ${sent.title}</p>
        <p>${t.sent.number}: <strong class="number">${sent.receipt.reference}</strong></p>
        <p class="hint">${t.sent.numberWhy}</p>
      </div>
      ${this.#renderNext(view, sent)} ${this.wiped ? notice('ok', t.sent.wiped) : this.#renderState(view)}
      <div class="actions" part="actions">
        <button
          type="button"
          class="button primary"
          part="button primary"
          @click=${() => this.dispatchEvent(new Event('another'))}
        >
          ${t.sent.another}
        </button>
        ${
          this.fresh
            ? html`<button
                type="button"
                class="button"
                part="button"
                @click=${() => this.#saveCopy(view, sent)}
              >
                ${this.t.copy}
              </button>`
            : nothing
        }
      </div>
      ${this.wiped ? nothing : this.#renderWipe(view)}
      <p class="for-reader" role="status">${this.wiped ? t.sent.wiped : ''}</p>
    `;
  }

  #renderNext(view: StepView, { receipt }: SentIdea): TemplateResult {
    const { sent } = view.t;
    const waits = receipt.state === 'waiting';
    return html`<section class="next">
      ${heading(view.headingLevel + 2, sent.next)}
      <ol>
        ${waits ? html`<li>${sent.read({ organisation: organisationOf(view) })} ${sent.published}</li>` : nothing}
        <li>${sent.neighbours}</li>
        <li>
          ${sent.answer({ date: shortDate(receipt.answerBy, view.locale) })}
          ${receipt.mailed ? nothing : receipt.reachable ? sent.mail : sent.noMail}
        </li>
        ${receipt.mailed ? html`<li>${sent.mailed}</li>` : nothing}
      </ol>
    </section>`;
  }

  #renderState(view: StepView): TemplateResult {
    const { sent } = view.t;
    return html`<section class="follow">
      ${heading(view.headingLevel + 2, sent.follow)}
      <div aria-live=${this.asked ? 'polite' : 'off'}>
        ${this.#own.render({
          pending: () => html`<p>${sent.states[this.sent?.receipt.state ?? 'waiting']}</p>`,
          complete: (own) => (own ? this.#renderOwn(view, own) : nothing),
          error: () => html`<p>${this.t.stateFailed}</p>`,
        })}
      </div>
      ${this.isStored ? html`<p class="hint">${sent.here}</p>` : nothing}
      <button type="button" class="link" @click=${this.#onRefresh}>${this.t.refresh}</button>
      ${this.#renderPage()}
    </section>`;
  }

  #renderOwn({ t }: StepView, { state, reason, supportCount }: OwnIdea): TemplateResult {
    return html`<p><strong>${t.sent.states[state]}</strong></p>
      ${reason ? html`<p class="prose">${reason}</p>` : nothing}
      ${state === 'published' ? html`<p>${t.sent.support({ count: supportCount })}</p>` : nothing}`;
  }

  #renderWipe({ t }: StepView): TemplateResult {
    return html`<div class="wipe">
      <button type="button" class="link" @click=${this.#onWipe}>${t.sent.wipe}</button>
      <p class="hint">${t.sent.wipeWhy}</p>
    </div>`;
  }

  /** The link to the page of the maker, where the server has one; with their key, so nothing else stands beside it. */
  #renderPage(): TemplateResult | typeof nothing {
    const page = this.#page;
    return page === undefined || this.wiped
      ? nothing
      : html`<p class="own-page">
            <a class="button" part="button" href=${page} rel="noreferrer">${this.t.page}</a>
          </p>
          <p class="hint">${this.t.pageWhy}</p>`;
  }

  get #page(): string | undefined {
    const { client, sent } = this;
    if (!client || !sent?.receipt.page) return undefined;
    const { id, ownerKey, page } = sent.receipt;
    const base = `${client.endpoint}/`;
    if (!URL.canParse(page, base)) return undefined;
    const url = new URL(page, base);
    url.hash = `mijn=${id}.${ownerKey}`;
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  }

  readonly #onRefresh = (): void => {
    this.asked = true;
    void this.#own.run();
  };

  #onWipe(): void {
    this.wiped = true;
    this.dispatchEvent(new Event('wipe'));
  }

  #saveCopy(view: StepView, { receipt }: SentIdea): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([copyText(view, receipt, this.#page)], { type: 'text/plain;charset=utf-8' }),
    );
    link.download = `${this.t.copyName}-${receipt.reference.replace(/[^\w-]/g, '')}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}
