import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { shortDate } from '@buurt/core/messages/format.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { ready, type FeedToken, type SettingsClient } from './settings-client.js';
import { nl, type SettingsMessages } from './settings.messages.js';
import { settingsStyles } from './settings.styles.js';

type Phase = 'reading' | 'sending' | 'copied' | 'stopped' | { readonly failure: unknown };

/**
 * The address with which whoever is logged in reads in a feed reader what waits: they make it, copy it and stop it.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskFeed extends FormElement<SettingsMessages> {
  static override readonly styles = [controls, settingsStyles];

  @property({ attribute: false }) client: SettingsClient | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 4;

  @state() private phase: Phase = 'reading';
  /** The address that was just made; the server does not tell it again. */
  @state() private url: string | undefined;
  /** Whether they stopped the one that they had. */
  @state() private isStopped = false;

  protected readonly partName = 'settings';
  protected readonly catalogue: Catalogue<SettingsMessages> = {
    nl,
    en: async () => (await import('./settings.messages.en.js')).en,
  };
  /** It stands below another form, which has the focus. */
  protected override focusNext = '';

  readonly #tokens = new Resource<readonly FeedToken[], readonly FeedToken[]>(this, {
    subject: () => (this.client ? 'feed' : undefined),
    client: () => this.client,
    fetch: (signal) => ready(this.client).feedTokens(signal),
    parse: (tokens) => tokens,
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  protected override render(): TemplateResult {
    const { t, headingLevel } = this;
    return html`<section class="stack">
      ${heading(headingLevel, t.feed.title)}
      <p>${t.feed.lead}</p>
      ${this.#renderAddress()}
    </section>`;
  }

  #why(error: unknown): string {
    return this.desk ? failureText(error, this.desk, this.locale) : '';
  }

  #renderAddress(): TemplateResult {
    const { t, phase } = this;
    const { value, error } = this.#tokens;
    if (!value)
      return error === undefined
        ? html`<p class="coming">${t.loading}</p>`
        : retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#tokens.reload);
    const [token] = this.isStopped ? [] : value;
    const status = {
      reading: nothing,
      sending: t.sending,
      copied: notice('ok', t.feed.copied),
      stopped: notice('ok', t.feed.stopped),
    };
    return html`${this.url === undefined ? this.#renderToken(token) : this.#renderUrl(this.url)}
      <div class="presses">
        <button type="button" class="button" part="button" @click=${this.#onMake}>
          ${token || this.url !== undefined ? t.feed.again : t.feed.make}
        </button>
        ${
          token || this.url !== undefined
            ? html`<button type="button" class="button quiet" part="button" @click=${this.#onStop}>
                ${t.feed.stop}
              </button>`
            : nothing
        }
      </div>
      <div role="status">${typeof phase === 'string' ? status[phase] : nothing}</div>
      ${
        typeof phase === 'object'
          ? html`<div role="alert">${notice('error', `${t.notDone} ${this.#why(phase.failure)}`)}</div>`
          : nothing
      }`;
  }

  #renderToken(token: FeedToken | undefined): TemplateResult | typeof nothing {
    const { t, locale } = this;
    if (!token) return nothing;
    return html`<p>
      ${t.feed.made({ when: shortDate(token.createdAt, locale) })} ${t.feed.ends} ${t.feed.againHint}
    </p>`;
  }

  #renderUrl(url: string): TemplateResult {
    const { t } = this;
    return html`<p>${t.feed.warning} ${t.feed.ends}</p>
      <div class="field" part="field">
        <label for="feed" part="label">${t.feed.label}</label>
        <p class="hint" id="feed-hint">${t.feed.once}</p>
        <input
          id="feed"
          part="input"
          readonly
          dir="ltr"
          aria-describedby="feed-hint"
          .value=${url}
          @focus=${({ target }: FocusEvent) => (target as HTMLInputElement).select()}
        />
      </div>
      <div class="presses">
        <button type="button" class="button" part="button" @click=${this.#onCopy}>${t.feed.copy}</button>
      </div>`;
  }

  readonly #onMake = (): Promise<void> =>
    this.#send(async () => {
      this.url = await ready(this.client).makeFeedAddress(this.signal);
      this.focusNext = '#feed';
      return 'reading';
    });

  readonly #onStop = (): Promise<void> =>
    this.#send(async () => {
      await ready(this.client).revokeFeedAddress(this.signal);
      this.url = undefined;
      this.isStopped = true;
      return 'stopped';
    });

  readonly #onCopy = async (): Promise<void> => {
    // Else a screen reader says it only once.
    this.phase = 'reading';
    try {
      await Promise.all([navigator.clipboard.writeText(this.url ?? ''), this.updateComplete]);
      this.phase = 'copied';
    } catch {
      // No permission, or a page on plain http: what is selected can be copied by hand.
      this.renderRoot.querySelector<HTMLInputElement>('#feed')?.focus();
    }
  };

  async #send(work: () => Promise<Phase>): Promise<void> {
    if (this.phase === 'sending') return;
    this.phase = 'sending';
    try {
      this.phase = await work();
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      this.phase = { failure };
    }
  }
}
