import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import { nl, type BuurtMessages } from './buurt.messages.js';
import { buurtHash } from './location.js';
import { ready, type BuurtChoice, type SettingsClient } from './settings-client.js';
import { settingsStyles } from './settings.styles.js';

/** Somebody who types asks once they pause. */
const searchPauseMs = 150;
/** So many the server finds at most. */
const mostFound = 100;

/** The buurten of which somebody may change the settings. */
export class BuurtDeskBuurten extends LazyElement<BuurtMessages> {
  static override readonly styles = [controls, settingsStyles];

  @property({ attribute: false }) client: SettingsClient | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private q = '';

  protected readonly partName = 'buurt';
  protected readonly catalogue: Catalogue<BuurtMessages> = {
    nl,
    en: async () => (await import('./buurt.messages.en.js')).en,
  };

  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #found = new Resource<readonly BuurtChoice[], readonly BuurtChoice[]>(this, {
    subject: () => (this.client && this.#codes === null ? 'buurten' : undefined),
    question: () => this.q,
    client: () => this.client,
    fetch: (signal) => ready(this.client).buurten(this.q, signal),
    parse: (buurten) => buurten,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
  }

  /** Where this person may change settings; null for everywhere, undefined for nowhere. */
  get #codes(): readonly string[] | null | undefined {
    return this.session?.permissions.find(({ permission }) => permission === 'settings.write')?.buurten;
  }

  protected override render(): TemplateResult {
    const { t, headingLevel } = this;
    const codes = this.#codes;
    return html`<section class="stack">
      ${screenTitle(headingLevel, t.list.title)}
      ${
        codes === undefined
          ? notice('', t.notPermitted)
          : html`<p>${t.list.lead}</p>
              ${codes === null ? this.#renderSearch() : this.#renderList(this.#named(codes))}`
      }
    </section>`;
  }

  #named(codes: readonly string[]): BuurtChoice[] {
    const named = this.session?.roles.flatMap(({ buurt }) => buurt ?? []) ?? [];
    return codes.map((code) => named.find((each) => each.code === code) ?? { code, name: code });
  }

  #renderSearch(): TemplateResult {
    const { t } = this;
    const { value, isLoading } = this.#found;
    return html`<div class="field" role="search">
        <label for="search">${t.list.search}</label>
        <input
          id="search"
          type="search"
          dir="auto"
          maxlength="100"
          autocomplete="off"
          .value=${this.q}
          @input=${this.#onSearch}
        />
      </div>
      <div role="status" aria-busy=${isLoading}>${this.#renderStatus()}</div>
      ${value && value.length > 0 ? this.#renderList(value) : nothing}`;
  }

  /** How the search stands, unless it simply found some. */
  #renderStatus(): TemplateResult | typeof nothing {
    const { t, desk, locale } = this;
    const { value, error } = this.#found;
    if (error !== undefined)
      return retryNotice(
        `${t.failed} ${desk ? failureText(error, desk, locale) : ''}`,
        t.retry,
        this.#found.reload,
      );
    if (value === undefined) return html`<p class="coming">${t.loading}</p>`;
    if (value.length === 0) return html`<p>${t.list.none}</p>`;
    return value.length >= mostFound ? html`<p class="hint">${t.list.many}</p>` : nothing;
  }

  #renderList(buurten: readonly BuurtChoice[]): TemplateResult {
    return html`<ul class="rows">
      ${buurten.map(
        ({ code, name, municipality }) =>
          html`<li>
            <a href=${buurtHash(code)}><bdi>${name}</bdi></a>
            ${municipality === undefined ? nothing : html`<span class="hint"><bdi>${municipality}</bdi></span>`}
          </li>`,
      )}
    </ul>`;
  }

  readonly #onSearch = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => (this.q = value.trim()), searchPauseMs);
  };
}
