import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { ready, type MailSettings, type SettingsClient } from './settings-client.js';
import { nl, type SettingsMessages } from './settings.messages.js';
import { settingsStyles } from './settings.styles.js';

type Phase = 'reading' | 'saving' | 'saved' | { readonly failure: unknown };

const switches = ['digest', 'reports'] as const;

/**
 * Which mails whoever is logged in gets; each switch is saved when it is moved.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskMails extends FormElement<SettingsMessages> {
  static override readonly styles = [controls, settingsStyles];

  @property({ attribute: false }) client: SettingsClient | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private phase: Phase = 'reading';
  /** As somebody set them, from when they did. */
  @state() private wanted: MailSettings | undefined;

  protected readonly partName = 'settings';
  protected readonly catalogue: Catalogue<SettingsMessages> = {
    nl,
    en: async () => (await import('./settings.messages.en.js')).en,
  };

  readonly #settings = new Resource<MailSettings, MailSettings>(this, {
    subject: () => (this.client ? 'mails' : undefined),
    client: () => this.client,
    fetch: (signal) => ready(this.client).mailSettings(signal),
    parse: (settings) => settings,
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  protected override render(): TemplateResult {
    const { t, headingLevel } = this;
    return html`<section class="stack">
      ${screenTitle(headingLevel, t.screens.mails)} ${this.#renderSwitches()}
      <buurt-desk-feed
        .locale=${this.locale}
        .ownTexts=${this.ownTexts}
        .client=${this.client}
        .desk=${this.desk}
        .headingLevel=${headingLevel + 1}
      ></buurt-desk-feed>
    </section>`;
  }

  #why(error: unknown): string {
    return this.desk ? failureText(error, this.desk, this.locale) : '';
  }

  #renderSwitches(): TemplateResult {
    const { t, phase } = this;
    const { value, error } = this.#settings;
    const settings = this.wanted ?? value;
    if (!settings)
      return error === undefined
        ? html`<p class="coming">${t.loading}</p>`
        : retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#settings.reload);
    const saved = phase === 'saved' ? notice('ok', t.mails.saved) : nothing;
    return html`<p>${t.mails.lead}</p>
      <div>
        ${switches.map(
          (each) =>
            html`<label class="choice check">
              <input
                id=${each}
                type="checkbox"
                .checked=${settings[each]}
                aria-describedby=${each === 'digest' ? 'digest-hint' : nothing}
                @change=${this.#onSwitch}
              />
              <span class="choice-text">
                ${t.mails[each]}
                ${each === 'digest' ? html`<br /><span class="hint" id="digest-hint">${t.mails.digestHint}</span>` : nothing}
              </span>
            </label>`,
        )}
      </div>
      <div role="status">${phase === 'saving' ? t.mails.saving : saved}</div>
      ${
        typeof phase === 'object'
          ? html`<div class="failure" role="alert" tabindex="-1">
              ${retryNotice(`${t.mails.notSaved} ${this.#why(phase.failure)}`, t.retry, this.#onRetry)}
            </div>`
          : nothing
      }`;
  }

  readonly #onSwitch = ({ target }: Event): void => {
    const { id, checked } = target as HTMLInputElement;
    const settings = this.wanted ?? this.#settings.value;
    if (settings) void this.#save({ ...settings, [id]: checked });
  };

  readonly #onRetry = (): void => {
    if (this.wanted) void this.#save(this.wanted);
  };

  /** Saves what is wanted last, one after the other. */
  async #save(settings: MailSettings): Promise<void> {
    const isBusy = this.phase === 'saving';
    this.wanted = settings;
    this.phase = 'saving';
    if (isBusy) return;
    try {
      let saved: MailSettings;
      do {
        saved = this.wanted;
        await ready(this.client).saveMailSettings(saved, this.signal);
      } while (this.wanted !== saved);
      this.phase = 'saved';
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      this.phase = { failure };
    }
  }
}
