import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { loadingPlaceholder } from '@buurt/core/element/screen.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { DeskClient } from './desk-client.js';
import { DoneEvent, NotDoneEvent, SessionOverEvent } from './done.js';
import {
  erasureIn,
  settingsHash,
  settingsScreens,
  type SettingsLocation,
  type SettingsScreen,
} from './location.js';
import { SettingsClient } from './settings-client.js';
import { nl, type SettingsMessages } from './settings.messages.js';
import { settingsStyles } from './settings.styles.js';

/** What is needed to see a screen. */
const permissionFor: Readonly<Record<SettingsScreen, string | undefined>> = {
  people: 'staff.write',
  buurten: 'settings.write',
  acts: 'acts.read',
  erasing: 'person.erase',
  mails: undefined,
  undelivered: 'inbox.read',
};

/**
 * The settings of the desk: who works here, who did what, what is erased, which mails somebody gets, and which did not arrive.
 *
 * @fires {DoneEvent} done - Something of the inbox was done there.
 * @fires {NotDoneEvent} not-done - That did not arrive.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again, or may something else now.
 */
export class BuurtDeskSettings extends LazyElement<SettingsMessages> {
  static override readonly styles = [controls, settingsStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) screen: SettingsLocation = 'start';
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 2;

  protected readonly partName = 'settings';
  protected readonly catalogue: Catalogue<SettingsMessages> = {
    nl,
    en: async () => (await import('./settings.messages.en.js')).en,
  };

  #client: SettingsClient | undefined;
  readonly #buurtCode = new LazyModule(this, () => import('./buurt-desk-buurt.js'));
  readonly #erasingCode = new LazyModule(this, () => import('./buurt-desk-erasing.js'));
  readonly #actsCode = new LazyModule(this, () => import('./buurt-desk-acts.js'));
  readonly #undeliveredCode = new LazyModule(this, () => import('./buurt-desk-undelivered.js'));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#client = this.client && new SettingsClient(this.client.http);
    if (this.#current === 'erasing') void this.#erasingCode.load();
    if (this.#current === 'acts') void this.#actsCode.load();
    if (this.#current === 'buurten') void this.#buurtCode.load();
    if (this.#current === 'undelivered') void this.#undeliveredCode.load();
  }

  /** The buurt whose settings are open. */
  get #code(): string | undefined {
    return /^buurt\/(.+)$/.exec(this.screen)?.[1];
  }

  /** Without a screen in the address, the first that somebody may see. */
  get #current(): SettingsScreen {
    const { screen, session } = this;
    if (this.#code !== undefined) return 'buurten';
    if (erasureIn(screen)) return 'erasing';
    const named = settingsScreens.find((each) => each === screen);
    if (named) return named;
    const may = (permission: string | undefined) =>
      permission === undefined ||
      session?.permissions.some((each) => each.permission === permission) === true;
    return settingsScreens.find((each) => may(permissionFor[each])) ?? 'mails';
  }

  protected override render(): TemplateResult {
    const { t, headingLevel } = this;
    const current = this.#current;
    return html`<article class="stack ${this.#code === undefined ? '' : 'wide'}">
      ${heading(headingLevel, t.title)}
      <nav aria-label=${t.title}>
        <ul class="screens">
          ${settingsScreens.map(
            (each) =>
              html`<li>
                <a href=${settingsHash(each)} aria-current=${each === current ? 'page' : 'false'}>
                  ${t.screens[each]}
                </a>
              </li>`,
          )}
        </ul>
      </nav>
      ${this.#renderScreen(current)}
    </article>`;
  }

  #renderScreen(current: SettingsScreen): TemplateResult {
    const { session, desk, locale, ownTexts } = this;
    const level = this.headingLevel + 1;
    if (current === 'people')
      return html`<buurt-desk-people
        .client=${this.#client}
        .session=${session}
        .desk=${desk}
        .headingLevel=${level}
        .locale=${locale}
        .ownTexts=${ownTexts}
        @session-over=${this.#onSessionOver}
      ></buurt-desk-people>`;
    if (current === 'buurten') return this.#renderBuurten();
    if (current === 'acts')
      return this.#actsCode.module
        ? html`<buurt-desk-acts
            .client=${this.client}
            .session=${session}
            .desk=${desk}
            .headingLevel=${level}
            .locale=${locale}
            .ownTexts=${ownTexts}
            @session-over=${this.#onSessionOver}
          ></buurt-desk-acts>`
        : loadingPlaceholder(this.t, this.#actsCode);
    if (current === 'erasing') return this.#renderErasing();
    if (current === 'undelivered') return this.#renderUndelivered();
    return html`<buurt-desk-mails
      .client=${this.#client}
      .desk=${desk}
      .headingLevel=${level}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @session-over=${this.#onSessionOver}
    ></buurt-desk-mails>`;
  }

  #renderErasing(): TemplateResult {
    const { session, desk, locale, ownTexts } = this;
    if (!this.#erasingCode.module) return loadingPlaceholder(this.t, this.#erasingCode);
    return html`<buurt-desk-erasing
      .client=${this.client}
      .session=${session}
      .open=${erasureIn(this.screen)}
      .desk=${desk}
      .headingLevel=${this.headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @session-over=${this.#onSessionOver}
    ></buurt-desk-erasing>`;
  }

  #renderUndelivered(): TemplateResult {
    const { session, desk, locale, ownTexts } = this;
    if (!this.#undeliveredCode.module) return loadingPlaceholder(this.t, this.#undeliveredCode);
    return html`<buurt-desk-undelivered
      .client=${this.client}
      .session=${session}
      .desk=${desk}
      .headingLevel=${this.headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @done=${({ done }: DoneEvent) => this.dispatchEvent(new DoneEvent(done))}
      @not-done=${({ notDone, failure }: NotDoneEvent) =>
        this.dispatchEvent(new NotDoneEvent(notDone, failure))}
      @session-over=${this.#onSessionOver}
    ></buurt-desk-undelivered>`;
  }

  #renderBuurten(): TemplateResult {
    const { session, desk, locale, ownTexts } = this;
    const level = this.headingLevel + 1;
    const code = this.#code;
    if (!this.#buurtCode.module) return loadingPlaceholder(this.t, this.#buurtCode);
    return code === undefined
      ? html`<buurt-desk-buurten
          .client=${this.#client}
          .session=${session}
          .desk=${desk}
          .headingLevel=${level}
          .locale=${locale}
          .ownTexts=${ownTexts}
        ></buurt-desk-buurten>`
      : html`<buurt-desk-buurt
          .client=${this.#client}
          .connection=${this.client?.http.connection}
          .code=${code}
          .session=${session}
          .desk=${desk}
          .headingLevel=${level}
          .locale=${locale}
          .ownTexts=${ownTexts}
          @session-over=${this.#onSessionOver}
        ></buurt-desk-buurt>`;
  }

  readonly #onSessionOver = (): void => void this.dispatchEvent(new SessionOverEvent());
}
