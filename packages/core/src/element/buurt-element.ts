import { LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { BuurtApi } from '../http/api.js';
import { isGone } from '../http/api-error.js';
import {
  endpointAddress,
  isCallable,
  providerContext,
  type Connection,
  type ProviderContext,
} from './connection.js';
import { ContextRequest } from './context-request.js';
import { emit, type DetailOf } from './emit.js';
import { heading } from './heading.js';
import { nl as coreNl, type CoreMessages } from '../messages/core.messages.js';
import {
  languageOf,
  localeOf,
  withOverrides,
  type Catalogue,
  type Locale,
  type Messages,
  type Overrides,
} from '../messages/texts.js';
import { Translated } from './translated.js';

/** The texts of a widget in the language of the page, and what the page itself put in their place. */
interface TextsInForce<M extends Messages> {
  readonly merged: M & CoreMessages;
  readonly own: readonly object[];
}

/**
 * What every buurt widget is: an element that knows its endpoint, its buurt, its language and its texts.
 * @typeParam All also the texts that come later, which a page can override too
 */
export abstract class BuurtElement<M extends Messages, All extends Messages = M> extends LitElement {
  /** The address of the REST endpoint, with its version: `https://…/v1`. Wins over `<buurt-provider>`. */
  @property() endpoint?: string;
  /** The code of the buurt: `BU` and eight characters. Wins over `<buurt-provider>`. */
  @property() buurt?: string;
  /** The level of the widget's first heading, so that it fits the outline of the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Leaves the widget's first heading to the page, which then has one of its own at `heading-level`. */
  @property({ attribute: 'no-heading', type: Boolean }) noHeading = false;
  /** `compact` for a page with little room: less space between things, and lower buttons and fields. */
  @property({ reflect: true, useDefault: true }) density: 'comfortable' | 'compact' = 'comfortable';
  /** `auto` follows the page: its design tokens and its `color-scheme`; `light` and `dark` are our own looks. */
  @property({ attribute: 'theme-preset', reflect: true, useDefault: true }) themePreset:
    'auto' | 'light' | 'dark' = 'auto';
  /** Endpoint and `fetch` in one, for a site with headers of its own; wins over `endpoint`. */
  @property({ attribute: false }) connection?: Connection;
  /** Texts of the page's own; the same can stand as JSON in `<script type="application/json" data-texts>` inside the tag. */
  @property({ attribute: false }) texts?: Overrides<All & CoreMessages> & Readonly<Record<string, unknown>>;

  /** The texts of this widget. */
  protected abstract readonly catalogue: Catalogue<M>;

  protected readonly translated = new Translated(this);

  /** Whether the webmaster must mend endpoint or buurt before this widget can work. */
  protected isMisconfigured = false;

  #around: ProviderContext = {};
  #leaveAround: (() => void) | undefined;
  #api: BuurtApi | undefined;
  #texts: TextsInForce<M> | undefined;
  #dutch: M | undefined;
  #english: (M & CoreMessages) | undefined;
  #loadingEnglish: Promise<void> | undefined;
  /** The language of the page, or what the webmaster wrote inside the tag, has changed. */
  readonly #page = new MutationObserver(() => {
    this.#texts = undefined;
    this.requestUpdate();
  });

  /** The texts in the language in force, with the page's own in their place. */
  protected get t(): M & CoreMessages {
    return (this.#texts ?? this.#textsInForce()).merged;
  }

  /** What the page says in its own words, the last winning: for parts of a widget that have texts of their own. */
  protected get ownTexts(): readonly object[] {
    return (this.#texts ?? this.#textsInForce()).own;
  }

  /** The language in force: the element's own `lang`, else that of the nearest around it, else Dutch. */
  protected get locale(): Locale {
    return localeOf(this);
  }

  /** The client for the endpoint in force; `undefined` while there is none. */
  protected get api(): BuurtApi | undefined {
    return this.#api;
  }

  /** The code of the buurt in force. */
  protected get buurtCode(): string | undefined {
    return (this.buurt ?? this.#around.buurt)?.trim();
  }

  /** Whether there is something to show for this `buurt`. */
  protected isBuurt(code = ''): boolean {
    return /^BU[0-9A-Z]{8}$/.test(code);
  }

  get #connection(): Connection | undefined {
    if (this.connection) return this.connection;
    const { fetch, endpoint } = this.#around;
    const own = this.endpoint ?? endpoint;
    return own === undefined ? undefined : { endpoint: own, ...(fetch ? { fetch } : {}) };
  }

  constructor() {
    super();
    // Not in `updated`, which a widget may have of its own.
    this.addController({ hostUpdated: () => this.#markLanguage() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#texts = undefined;
    this.#page.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.#page.observe(this, { attributeFilter: ['lang'], childList: true });
    this.#lookAround();
    // The script of the provider may come later than that of the widget.
    if (!customElements.get('buurt-provider'))
      void customElements.whenDefined('buurt-provider').then(() => this.isConnected && this.#lookAround());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page.disconnect();
    this.#leaveAround?.();
    this.#around = {};
  }

  /** Spaces around a value, which editors of a CMS leave there, are no part of it. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const trimmed = value && value.trim();
    if (trimmed === null || trimmed === value) super.attributeChangedCallback(name, old, value);
    else this.setAttribute(name, trimmed);
  }

  /** The first English update waits until the English texts are there. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.locale === 'nl' || this.#english) return super.scheduleUpdate();
    this.#loadingEnglish ??= this.#loadEnglish();
    return this.#loadingEnglish.then(() => {
      this.#texts = undefined;
      return super.scheduleUpdate();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('texts') || this.catalogue.nl !== this.#dutch) this.#texts = undefined;
    this.#dutch = this.catalogue.nl;
    this.#texts ??= this.#textsInForce();
    const connection = this.#connection;
    const endpoint = endpointAddress(connection?.endpoint);
    if (!connection || !isCallable(endpoint)) this.#api = undefined;
    else if (!this.#api?.isFor({ ...connection, endpoint }))
      this.#api = new BuurtApi({ ...connection, endpoint });
    // Away from the page a widget has no provider, which is no fault of the webmaster.
    const waits = !this.isConnected || this.closest('buurt-provider:not(:defined)');
    this.isMisconfigured = !waits && !(this.#api && this.isBuurt(this.buurtCode));
    if (this.isMisconfigured) this.#tellWebmaster();
  }

  /** The heading of the whole widget, unless the page has one of its own. */
  protected mainHeading(content: unknown): unknown {
    return this.noHeading ? nothing : heading(this.headingLevel, content, { isMain: true });
  }

  /** Tells the page what happened; `false` when the page prevented it. */
  protected emit<K extends keyof HTMLElementEventMap>(
    type: K,
    detail: DetailOf<K>,
    options: { cancelable?: boolean } = {},
  ): boolean {
    return emit(this, type, detail, options);
  }

  /** Where the page speaks another language, a voice and the order of the words must still be those of our texts. */
  #markLanguage(): void {
    const { locale } = this;
    const same = new RegExp(`^${locale}\\b`, 'i').test(languageOf(this));
    for (const each of this.renderRoot.children) {
      if (same) {
        each.removeAttribute('lang');
        each.removeAttribute('dir');
      } else {
        each.setAttribute('lang', locale);
        each.setAttribute('dir', 'ltr');
      }
    }
  }

  #lookAround(): void {
    this.dispatchEvent(
      new ContextRequest<ProviderContext>(providerContext, this, (around, leave) => {
        this.#leaveAround = leave;
        this.#around = around;
        this.requestUpdate();
      }),
    );
  }

  /** Tells the webmaster when a read failed because what they named does not exist. */
  protected reportGone(error: unknown): void {
    if (isGone(error)) this.#tellWebmaster(true);
  }

  /** The words come later: who sees them is a webmaster, once. */
  #tellWebmaster(isGone = false): void {
    const endpoint = this.#connection?.endpoint;
    void import('./setup-problem.js').then((words) =>
      words.tellWebmaster(this, endpoint, this.buurtCode, isGone),
    );
  }

  #textsInForce(): TextsInForce<M> {
    const dutch = { ...coreNl, ...this.catalogue.nl };
    const texts = this.locale === 'en' ? (this.#english ?? dutch) : dutch;
    const own = [this.#writtenTexts(), this.texts].filter((each) => each !== undefined);
    return {
      own,
      merged: own.reduce<M & CoreMessages>((merged, each) => withOverrides(merged, each), texts),
    };
  }

  async #loadEnglish(): Promise<void> {
    try {
      const [{ en: core }, own] = await Promise.all([
        import('../messages/core.messages.en.js'),
        this.catalogue.en(),
      ]);
      this.#english = { ...core, ...own };
    } catch (error) {
      this.#english = { ...coreNl, ...this.catalogue.nl };
      console.warn(`<${this.localName}>: the English texts did not come.`, error);
    }
  }

  /** The texts in the page's `<script type="application/json" data-texts>` inside the tag. */
  #writtenTexts(): object | undefined {
    const json = this.querySelector(':scope > script[data-texts]')?.textContent;
    if (!json) return undefined;
    try {
      return Object(JSON.parse(json)) as object;
    } catch (error) {
      console.warn(`<${this.localName}>: the texts are not valid JSON.`, error);
      return undefined;
    }
  }
}
