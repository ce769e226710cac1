import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Resource } from '@buurt/core/element/resource.js';
import { retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { emailProblems } from '@buurt/domain/ideas/contact.js';
import type { DeskClient, LoginOptions } from './desk-client.js';
import type { DeskMessages } from './desk.messages.js';
import { nl, type LoginMessages } from './login.messages.js';
import { loginStyles } from './login.styles.js';

type Phase = 'filling' | 'sending' | 'asked' | { readonly failure: unknown };

/**
 * How staff come in: with an account of the organisation, or by a link that is mailed to them. With the link open they press
 * once more, because programs that look into mails open every link too.
 *
 * @fires {Event} logged-in - Somebody came in.
 * @fires {Event} token-refused - The link is used or too old.
 */
export class BuurtDeskLogin extends FormElement<LoginMessages> {
  static override readonly styles = [controls, errorSummaryStyles, loginStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  /** What the link says that was opened. */
  @property({ attribute: false }) token: string | undefined;
  /** Whether the link that was opened did not work. */
  @property({ attribute: false }) isRefused = false;
  /** The texts of the desk around it. */
  @property({ attribute: false }) failures: (DeskMessages & CoreMessages) | undefined;
  @property({ attribute: false }) headingLevel = 2;

  @state() private phase: Phase = 'filling';
  @state() private isWrong = false;

  protected readonly partName = 'login';
  protected readonly catalogue: Catalogue<LoginMessages> = {
    nl,
    en: async () => (await import('./login.messages.en.js')).en,
  };

  #email = '';

  readonly #options = new Resource<LoginOptions, LoginOptions>(this, {
    subject: () => (this.client && this.token === undefined ? 'options' : undefined),
    client: () => this.client,
    fetch: (signal) => {
      if (!this.client) throw new ApiError('aborted');
      return this.client.loginOptions(signal);
    },
    parse: (options) => options,
  });

  protected override render(): TemplateResult {
    if (this.token !== undefined) return this.#renderLink();
    return this.phase === 'asked' ? this.#renderAsked() : this.#renderWays();
  }

  #renderWays(): TemplateResult {
    const { t, failures, locale, headingLevel, isRefused } = this;
    const { value: options, error } = this.#options;
    return html`<div class="login stack">
      ${screenTitle(headingLevel, t.title)}
      ${isRefused ? html`<div class="refused notice warning" role="alert">${t.link.refused}</div>` : nothing}
      ${
        error !== undefined && !options && failures
          ? retryNotice(
              `${failures.failed} ${failureText(error, failures, locale)}`,
              failures.retry,
              this.#options.reload,
            )
          : nothing
      }
      ${options?.oidc ? this.#renderAccount(options.oidc.name) : nothing}
      ${options?.links ? this.#renderForm(options.oidc !== null) : nothing}
    </div>`;
  }

  #renderAccount(name: string): TemplateResult {
    const { t, client } = this;
    return html`<p>
        <a class="button primary" href=${client?.accountUrl ?? nothing}>${t.account.logIn}</a>
      </p>
      <p class="hint">${t.account.where({ name })}</p>`;
  }

  #renderFailed(): TemplateResult | typeof nothing {
    const { phase, failures, locale, t } = this;
    if (typeof phase !== 'object' || !failures) return nothing;
    return this.renderFailure(`${t.failed} ${failureText(phase.failure, failures, locale)}`);
  }

  #renderLink(): TemplateResult {
    const { t, phase, headingLevel } = this;
    return html`<div class="login stack">
      ${screenTitle(headingLevel, t.link.title)}
      <p>${t.link.text}</p>
      ${this.#renderFailed()}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled=${phase === 'sending' ? 'true' : nothing}
          @click=${this.#onLogIn}
        >
          ${phase === 'sending' ? t.sending : t.link.logIn}
        </button>
      </div>
    </div>`;
  }

  #renderForm(isSecond: boolean): TemplateResult {
    const { t, phase, headingLevel, isWrong } = this;
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      <p>${isSecond ? t.account.orLink : t.lead}</p>
      ${
        isWrong
          ? this.renderSummary(t.problem, new Map([['email', t.emailWrong]]), headingLevel + 1)
          : nothing
      }
      <div class="field">
        <label for="email">${t.email}</label>
        ${isWrong ? html`<p class="problem" id="email-problem">${t.emailWrong}</p>` : nothing}
        <input
          id="email"
          type="email"
          autocomplete="email"
          inputmode="email"
          dir="ltr"
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? 'email-problem' : nothing}
          .value=${this.#email}
          @input=${({ target }: InputEvent) => (this.#email = (target as HTMLInputElement).value)}
        />
      </div>
      ${this.#renderFailed()}
      <div class="actions">
        <button
          class=${isSecond ? 'button' : 'button primary'}
          aria-disabled=${phase === 'sending' ? 'true' : nothing}
        >
          ${phase === 'sending' ? t.sending : t.send}
        </button>
      </div>
    </form>`;
  }

  #renderAsked(): TemplateResult {
    const { t, headingLevel } = this;
    return html`<div class="login stack">
      ${screenTitle(headingLevel, t.asked.title)}
      <p>${t.asked.text({ email: this.#email })}</p>
      <p class="hint">${t.asked.none}</p>
      <button type="button" class="button quiet" @click=${this.#onAgain}>${t.asked.again}</button>
    </div>`;
  }

  readonly #onAgain = (): void => {
    this.phase = 'filling';
    this.focusNext = '#email';
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { client, phase } = this;
    if (!client || phase === 'sending') return;
    this.#email = this.#email.trim();
    this.isWrong = emailProblems('/email', this.#email, { required: true }).length > 0;
    if (this.isWrong) {
      this.phase = 'filling';
      this.focusNext = '.error-summary';
      return;
    }
    this.phase = 'sending';
    try {
      await client.requestLink(this.#email, this.signal);
      this.phase = 'asked';
      this.focusNext = '.screen-title';
    } catch (failure) {
      this.isWrong = this.showProblemsOf(failure);
      this.phase = this.isWrong ? 'filling' : { failure };
    }
  };

  readonly #onLogIn = async (): Promise<void> => {
    const { client, token, phase } = this;
    if (!client || token === undefined || phase === 'sending') return;
    this.phase = 'sending';
    try {
      await client.logIn(token, this.signal);
      this.phase = 'filling';
      this.dispatchEvent(new Event('logged-in'));
    } catch (failure) {
      // Links can be switched off after one was mailed: then the account of the organisation lets people in.
      const isRefused =
        failure instanceof ApiError && ['login-refused', 'login-links-off'].includes(failure.type);
      this.phase = isRefused ? 'filling' : { failure };
      this.focusNext = isRefused ? '.screen-title' : '.failure';
      if (isRefused) this.dispatchEvent(new Event('token-refused'));
    }
  };
}
