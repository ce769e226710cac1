import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { ApiError } from '../http/api-error.js';
import type { Client } from '../http/client.js';
import { controls } from '../tokens/controls.styles.js';
import type { CoreMessages } from '../messages/core.messages.js';
import { LazyModule } from '../element/lazy-module.js';
import { FormElement } from '../forms/form-element.js';
import { errorSummaryStyles } from '../forms/error-summary.styles.js';
import { failureText } from '../messages/failure-text.js';
import type { Locale } from '../messages/texts.js';
import { newKey } from '../storage/key.js';
import { notice, screenTitle } from '../element/screen.js';
import { rememberContact, sentContact, type Contact } from './contact.js';
import { followForm } from './follow-form.js';
import { nl, type JoinMessages } from './join.messages.js';
import { joinStyles } from './join.styles.js';
import { offerForm } from './offer-form.js';
import { startForm, type FormSubject, type FormInstance } from './form-definition.js';
import { wrongFields } from './problem-texts.js';
import { remarkForm, reportForm } from './remark-form.js';

type Phase = 'filling' | 'sending' | 'sent' | { readonly failure: unknown };

/** Starts each kind of form. */
const forms = {
  offer: (changed: () => void, known: Contact) => startForm(offerForm, changed, known),
  remark: (changed: () => void, known: Contact) => startForm(remarkForm, changed, known),
  report: (changed: () => void, known: Contact) => startForm(reportForm, changed, known),
  follow: (changed: () => void, known: Contact) => startForm(followForm, changed, known),
};

/** Whether it goes to the same place; `undefined`: it did not change. */
const isAboutTheSame = (before: FormSubject | undefined, now: FormSubject): boolean =>
  before === undefined ||
  (['initiative', 'remark', 'buurt'] as const).every((part) => before[part] === now[part]);

/**
 * "Ik doe mee", a remark, that a remark should not be shown, or news by e-mail: without an account. What was filled in
 * stays until the server has it, and never on the device. Name and contact that were sent are filled in the next time,
 * for as long as the page is open.
 *
 * @customElement buurt-neighbour-form
 * @fires {CustomEvent<{ kinds: readonly OfferKind[] }>} sent - The server has it; only an offer has kinds.
 * @fires {Event} withdrawn - The neighbour took an offer back that was sent from this device.
 * @fires {Event} closed - The neighbour does not want to, or is ready.
 */
export class BuurtNeighbourForm extends FormElement<JoinMessages> {
  static override readonly styles = [controls, errorSummaryStyles, joinStyles];

  @property({ attribute: false }) client: Client | undefined;
  @property({ attribute: false }) kind: keyof typeof forms = 'offer';
  @property({ attribute: false }) about: FormSubject = {};
  /** How the form says that something failed. */
  @property({ attribute: false }) failures?: CoreMessages;
  /** Level of its heading. */
  @property({ attribute: false }) headingLevel = 5;

  @state() private phase: Phase = 'filling';
  /** Whether the neighbour took back what was sent just now. */
  @state() private isWithdrawn = false;

  protected readonly partName = 'join';
  protected readonly catalogue = { nl, en: async () => (await import('./join.messages.en.js')).en };

  /** What the first press sent: another press without an edit sends exactly that, under the same key. */
  #pressed: { readonly key: string; readonly about: FormSubject; readonly locale: Locale } | undefined;
  #form: FormInstance | undefined;
  readonly #ownOffers = new LazyModule(this, () => import('./buurt-own-offers.js'));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#form || changed.has('kind'))
      this.#form = forms[this.kind](this.#onWritten, sentContact(this.client));
    if (changed.has('kind') || !isAboutTheSame(changed.get('about'), this.about)) this.#pressed = undefined;
  }

  protected override render(): unknown {
    const { t, failures, phase, kind, headingLevel } = this;
    if (!failures) return nothing;
    if (phase === 'sent') return this.#renderSent();
    const wrong = wrongFields(t, this.problems);
    const isAboutBuurt = kind === 'follow' && this.about.initiative === undefined;
    return html`<form class="join" novalidate @submit=${this.#onSubmit}>
      ${screenTitle(headingLevel, t[kind].title)}
      <p class="hint">${isAboutBuurt ? t.followBuurtLead : t[kind].lead}</p>
      ${this.renderSummary(t.problems, wrong, headingLevel + 1)}
      ${typeof phase === 'object' ? this.renderFailure(this.#failureText(failures, phase.failure)) : nothing}
      ${this.#form?.fields({ t, wrong, about: this.about })}
      <div class="actions" part="actions">
        <button
          type="submit"
          class="button primary"
          part="button primary"
          aria-disabled=${phase === 'sending' ? 'true' : nothing}
        >
          ${phase === 'sending' ? t.sending : t[kind].send}
        </button>
        <button type="button" class="button quiet" part="button quiet" @click=${this.close}>
          ${t.cancel}
        </button>
      </div>
    </form>`;
  }

  #renderSent(): TemplateResult {
    const { t, kind, isWithdrawn } = this;
    return html`${
        isWithdrawn
          ? nothing
          : html`<div class="done" role="status" tabindex="-1">${notice('ok', t[kind].sent)}</div>`
      }
      ${kind === 'offer' && this.#ownOffers.module ? this.#renderOwnOffers() : nothing}
      <button type="button" class="button quiet" part="button quiet" @click=${this.close}>
        ${t.ready}
      </button>`;
  }

  #renderOwnOffers(): TemplateResult {
    return html`<buurt-own-offers
      exportparts="notice, button"
      .client=${this.client}
      .initiative=${this.about.initiative ?? ''}
      .failures=${this.failures}
      .locale=${this.locale}
      .ownTexts=${this.ownTexts}
      @withdrawn=${this.#onWithdrawn}
    ></buurt-own-offers>`;
  }

  #failureText(failures: CoreMessages, failure: unknown): string {
    const { t, locale } = this;
    const ended = failure instanceof ApiError && failure.kind === 'conflict';
    const why = ended ? t.ended : failureText(failure, failures, locale);
    return `${t.failed} ${why}`;
  }

  readonly #onWritten = (): void => {
    this.#pressed = undefined;
    this.requestUpdate();
  };

  readonly #onWithdrawn = (): void => {
    this.isWithdrawn = true;
    this.dispatchEvent(new Event('withdrawn'));
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.phase === 'sending' || !this.#form || !this.client) return;
    this.problems = this.#form.problems();
    this.phase = 'filling';
    if (this.problems.length > 0) this.focusNext = '.error-summary';
    else await this.#send(this.client, this.#form);
  };

  async #send(client: Client, form: FormInstance): Promise<void> {
    this.phase = 'sending';
    const { key, about, locale } = (this.#pressed ??= {
      key: newKey(),
      about: this.about,
      locale: this.locale,
    });
    const detail: { readonly kinds: readonly OfferKind[] } = { kinds: form.kinds() };
    try {
      await form.send(about, { client, key, signal: this.signal, locale });
      rememberContact(client, form.contact());
      if (this.kind === 'offer') void this.#ownOffers.load();
      this.phase = 'sent';
      this.focusNext = '.done';
      this.dispatchEvent(new CustomEvent('sent', { detail }));
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'filling' : { failure };
    }
  }
}
