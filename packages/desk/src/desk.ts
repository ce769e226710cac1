import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announcementRegion } from '@buurt/core/element/announcement.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { Resource } from '@buurt/core/element/resource.js';
import { RevalidateController } from '@buurt/core/element/revalidate-controller.js';
import { notice, pageFallback, retryNotice } from '@buurt/core/element/screen.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import {
  inboxKinds,
  type IdeaMatch,
  type Inbox,
  type InboxEntry,
  type InboxKind,
} from '@buurt/domain/desk/inbox.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import { DeskClient } from './desk-client.js';
import { nl, type DeskMessages } from './desk.messages.js';
import { styles } from './desk.styles.js';
import { forgetLastPress, isLoggedOut, type DeskDone, type DoneEvent, type NotDoneEvent } from './done.js';
import { forgetDrafts } from './drafts.js';
import { isolated } from './isolated.js';
import {
  consumeLoginToken,
  hashOf,
  isSame,
  locationIn,
  roundsHash,
  roundsIn,
  settingsIn,
  type DeskLocation,
  type SettingsLocation,
} from './location.js';
import { areShortcutsOn, isTyping, keepShortcuts } from './shortcuts.js';

/** For how long the desk says what was done. */
const toastMs = 10_000;

/** Somebody who types asks once they pause. */
const searchPauseMs = 150;

/** What was done last, or did not arrive, as the desk says it. */
type Toast =
  | { readonly done: DeskDone; readonly isUndoing?: boolean; readonly failure?: unknown }
  | { readonly notDone: Pick<DeskDone, 'title' | 'at'>; readonly failure: unknown };

const keyOf = ({ kind, id }: DeskLocation): string => `${kind} ${id}`;

/**
 * The work place of whoever answers for the organisation: what waits, oldest promise first, and beside it what is open.
 * After each answer the next one opens. It works only on a page of the server itself, because the login is a cookie of it.
 *
 * @customElement buurt-desk
 * @slot - Shown to visitors without JavaScript, and where the endpoint is missing.
 */
export class BuurtDesk extends BuurtElement<DeskMessages> {
  static override readonly styles = [tokens, controls, messageTokens, styles];

  @state() private open: DeskLocation | undefined;
  /** Which screen of the settings is open, in the place of the inbox and what is open. */
  @state() private settings: SettingsLocation | undefined;
  /** Which of the budget votes is open, or all of them, in that place too. */
  @state() private rounds: string | undefined;
  @state() private filter: InboxKind | undefined;
  @state() private pages = 1;
  /** What somebody looks for. */
  @state() private q = '';
  @state() private token: string | undefined;
  @state() private isTokenRefused = false;
  @state() private toast: Toast | undefined;
  @state() private isLoggedOut = false;
  /** How often somebody logged in: what was read before that may be for another. */
  @state() private logins = 0;
  /** What was answered, until the inbox is read without it. */
  @state() private answered: ReadonlySet<string> = new Set();
  @state() private logOutFailure: unknown;
  @state() private announcement = { text: '', turn: 0 };
  @state() private hasShortcuts = areShortcutsOn();
  @state() private areShortcutsShown = false;

  protected readonly catalogue: Catalogue<DeskMessages> = {
    nl,
    en: async () => (await import('./desk.messages.en.js')).en,
  };

  #client: DeskClient | undefined;
  #clientOf: unknown;
  #connection = new AbortController();
  #focusNext = '';
  #undoTimer: ReturnType<typeof setTimeout> | undefined;
  #undoKey = newKey();
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #session = new Resource<StaffSession, StaffSession>(this, {
    subject: () => (this.token === undefined ? this.#ofLogin : undefined),
    client: () => this.api,
    fetch: (signal) => this.#desk.session(signal),
    parse: (session) => session,
    onValue: () => {
      if (this.isLoggedOut) this.#comeIn();
    },
    onError: (error) => {
      if (isLoggedOut(error)) this.isLoggedOut = true;
    },
  });
  readonly #inbox = new Resource<Inbox, Inbox>(this, {
    subject: () => (this.#isLoggedIn ? this.#ofLogin : undefined),
    question: () => `${this.filter ?? ''} ${String(this.pages)}`,
    client: () => this.api,
    fetch: (signal) => this.#readInbox(signal),
    parse: (inbox) => inbox,
    onValue: () => {
      this.answered = new Set();
      this.#revalidation.onRead();
    },
    onError: (error) => {
      if (isLoggedOut(error)) this.#onSessionOver();
    },
  });
  readonly #matches = new Resource<readonly IdeaMatch[], readonly IdeaMatch[]>(this, {
    subject: () => (this.#isLoggedIn && this.q !== '' ? this.api?.endpoint : undefined),
    question: () => this.q,
    client: () => this.api,
    fetch: (signal) => this.#desk.findIdeas(this.q, signal),
    parse: (ideas) => ideas,
  });
  readonly #revalidation = new RevalidateController(this, () => this.#inbox.reload());

  readonly #loginCode = new LazyModule(this, () => import('./buurt-desk-login.js'));
  readonly #ideaCode = new LazyModule(this, () => import('./buurt-desk-idea.js'));
  readonly #messageCode = new LazyModule(this, () => import('./buurt-desk-message.js'));
  readonly #undeliveredCode = new LazyModule(this, () => import('./buurt-desk-undelivered.js'));
  readonly #roundsCode = new LazyModule(this, () => import('./buurt-desk-rounds.js'));
  readonly #settingsCode = new LazyModule(this, () => import('./buurt-desk-settings.js'));

  /** The desk is of the whole server. */
  protected override isBuurt(): boolean {
    return true;
  }

  get #desk(): DeskClient {
    if (!this.#client) throw new ApiError('aborted');
    return this.#client;
  }

  /** Whether something takes the place of the inbox and what is open. */
  get #isWhole(): boolean {
    return this.settings !== undefined || this.rounds !== undefined;
  }

  get #isLoggedIn(): boolean {
    return this.#session.value !== undefined && !this.isLoggedOut;
  }

  get #ofLogin(): string | undefined {
    return this.api && `${this.api.endpoint} ${String(this.logins)}`;
  }

  /** The inbox, without what was answered since it was read. */
  get #waiting(): Inbox | undefined {
    const { answered } = this;
    const inbox = this.#inbox.value;
    if (!inbox || answered.size === 0) return inbox;
    const [gone, entries] = [true, false].map((isAnswered) =>
      inbox.entries.filter((entry) => answered.has(keyOf(entry)) === isAnswered),
    ) as [InboxEntry[], InboxEntry[]];
    const counts = Object.fromEntries(
      inboxKinds.map((kind) => [kind, inbox.counts[kind] - gone.filter((each) => each.kind === kind).length]),
    ) as Inbox['counts'];
    return { ...inbox, entries, counts };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    addEventListener('hashchange', this.#onAddress, { signal });
    addEventListener('keydown', this.#onKey, { signal });
    // The link of the mail opens in another tab: this one is logged in then too.
    for (const type of ['focus', 'visibilitychange']) addEventListener(type, this.#onReturn, { signal });
    this.#onAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    clearTimeout(this.#undoTimer);
    clearTimeout(this.#searchTimer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.api !== this.#clientOf) this.#client = this.api && new DeskClient(this.api.connection);
    this.#clientOf = this.api;
    const { value } = this.#session;
    if (this.token !== undefined || this.isLoggedOut) void this.#loginCode.load();
    if (value && this.settings) void this.#settingsCode.load();
    if (value && this.rounds) void this.#roundsCode.load();
    if (value && this.open) void this.#codeFor(this.open.kind).load();
  }

  protected override updated(changed: PropertyValues): void {
    // `open` is private: the type of the map does not know it.
    if ((changed as Map<string, unknown>).has('open')) this.#showCurrent();
    const count = this.#isLoggedIn ? this.#count(this.#waiting) : 0;
    document.title = this.t.pageTitle({ count });
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
  }

  protected override render(): TemplateResult {
    const { isMisconfigured, t, token } = this;
    const { value: session, error } = this.#session;
    if (isMisconfigured) return pageFallback;
    if (token !== undefined || this.isLoggedOut) return this.#renderLogin();
    if (!session)
      return html`<div class="desk">
        ${
          error === undefined
            ? html`<p class="coming">${t.loading}</p>`
            : this.#renderFailure(error, this.#session.reload)
        }
      </div>`;
    return html`<div class="desk">
      ${this.#renderBar(session)} ${announcementRegion(this.announcement)}
      <div class="columns ${this.#isWhole ? 'opened whole' : this.open ? 'opened' : ''}">
        ${this.#isWhole ? nothing : this.#renderInbox()} ${this.#renderToasts()}
        <div class="open" id="open" tabindex="-1">
          ${
            this.settings
              ? this.#renderSettings(this.settings, session)
              : this.rounds
                ? this.#renderRounds(this.rounds, session)
                : this.#renderOpen(session)
          }
        </div>
      </div>
    </div>`;
  }

  /** Scrolls the list, and nothing but the list, to what is open. */
  #showCurrent(): void {
    const list = this.renderRoot.querySelector('.inbox');
    const current = list?.querySelector('[aria-current]');
    if (!list || !current) return;
    const { top, bottom } = list.getBoundingClientRect();
    const entry = current.getBoundingClientRect();
    if (entry.top < top) list.scrollTop -= top - entry.top;
    else if (entry.bottom > bottom) list.scrollTop += entry.bottom - bottom;
  }

  #renderFailure(error: unknown, retry: () => void): TemplateResult {
    const { t, locale } = this;
    return retryNotice(`${t.failed} ${failureText(error, t, locale)}`, t.retry, retry);
  }

  #renderPart(code: LazyModule<unknown>, part: () => TemplateResult): TemplateResult {
    const { t } = this;
    if (code.module) return part();
    return code.failed
      ? retryNotice(t.partFailed, t.retry, code.load)
      : html`<p class="coming">${t.loading}</p>`;
  }

  #renderLogin(): TemplateResult {
    const { t, token, locale, ownTexts, headingLevel } = this;
    return html`<div class="desk">
      ${this.#renderPart(
        this.#loginCode,
        () =>
          html`<buurt-desk-login
            .client=${this.#client}
            .token=${token}
            .isRefused=${this.isTokenRefused}
            .failures=${t}
            .headingLevel=${headingLevel}
            .locale=${locale}
            .ownTexts=${ownTexts}
            @logged-in=${this.#onLoggedIn}
            @token-refused=${this.#onTokenRefused}
          ></buurt-desk-login>`,
      )}
    </div>`;
  }

  #renderBar({ name }: StaffSession): TemplateResult {
    const { t, locale } = this;
    return html`<div class="bar">
      ${this.mainHeading(t.desk)}
      <p class="who">${t.account({ name })}</p>
      <a class="button quiet" href=${roundsHash} aria-current=${this.rounds ? 'page' : nothing}
        >${t.rounds}</a
      >
      <a class="button quiet" href="#/settings" aria-current=${this.settings ? 'page' : nothing}
        >${t.settings}</a
      >
      <button
        type="button"
        class="button quiet keys-button"
        aria-expanded=${this.areShortcutsShown}
        aria-controls="shortcuts"
        @click=${this.#onToggleShortcuts}
      >
        ${t.shortcuts}
      </button>
      <button type="button" class="button quiet" @click=${this.#onLogOut}>${t.logOut}</button>
      <div id="shortcuts" class="shortcuts" ?hidden=${!this.areShortcutsShown}>
        <label class="choice check">
          <input type="checkbox" .checked=${this.hasShortcuts} @change=${this.#onShortcutsWanted} />
          <span class="choice-text">${t.shortcutsOn}</span>
        </label>
        <dl>
          ${Object.entries({ j: t.keys.j, k: t.keys.k, u: t.keys.u, '?': t.keys.question }).map(
            ([key, text]) =>
              html`<div>
                <dt><kbd>${key}</kbd></dt>
                <dd>${text}</dd>
              </div>`,
          )}
        </dl>
      </div>
      ${
        this.logOutFailure === undefined
          ? nothing
          : html`<div role="alert">
              ${notice('error', `${t.logOutFailed} ${failureText(this.logOutFailure, t, locale)}`)}
            </div>`
      }
    </div>`;
  }

  #count(inbox: Inbox | undefined): number {
    return inbox ? inboxKinds.reduce((all, kind) => all + inbox.counts[kind], 0) : 0;
  }

  #renderInbox(): TemplateResult {
    const { t } = this;
    const { error, isLoading } = this.#inbox;
    const inbox = this.#waiting;
    const count = this.#count(inbox);
    const failure =
      error === undefined || isLoggedOut(error) ? nothing : this.#renderFailure(error, this.#inbox.reload);
    return html`<section class="inbox" aria-busy=${isLoading} aria-labelledby="inbox-title">
      <div class="inbox-head">
        ${heading(this.headingLevel + 1, t.title, { id: 'inbox-title', focusAs: 'inbox-title' })}
        ${this.#renderSearch()}
        ${
          inbox && count > 0 && this.q === ''
            ? html`<p class="hint">${t.lead({ count })}</p>
                ${this.#renderFilter(inbox)}`
            : nothing
        }
      </div>
      <div role="status">${failure}</div>
      ${
        this.q !== ''
          ? this.#renderMatches()
          : inbox
            ? this.#renderEntries(inbox)
            : error === undefined
              ? html`<p class="coming">${t.loading}</p>`
              : nothing
      }
    </section>`;
  }

  #renderSearch(): TemplateResult {
    const { t } = this;
    return html`<div class="filter" role="search">
      <label for="search">${t.search}</label>
      <input
        id="search"
        type="search"
        dir="auto"
        maxlength="200"
        aria-describedby="search-hint"
        .value=${this.q}
        @input=${this.#onSearch}
      />
      <p class="for-reader" id="search-hint">${t.searchHint}</p>
    </div>`;
  }

  #renderMatches(): TemplateResult {
    const { t, open } = this;
    const { value: ideas, error, isLoading } = this.#matches;
    if (error !== undefined) return this.#renderFailure(error, this.#matches.reload);
    if (!ideas) return html`<p class="coming">${t.loading}</p>`;
    return html`<p class="hint" role="status">
        ${isLoading ? t.loading : t.matches({ count: ideas.length })}
      </p>
      <ul class="entries">
        ${ideas.map(
          ({ id, title, reference, buurt, state: stateNow, status }) =>
            html`<li>
              <a
                class="entry"
                href=${hashOf({ kind: 'idea', id })}
                aria-current=${open?.kind === 'idea' && open.id === id ? 'true' : nothing}
              >
                <span class="entry-kind">${reference}</span>
                <span class="entry-title" dir="auto">${title}</span>
                <span class="entry-when">
                  ${stateNow === 'published' ? t.statuses[status] : t.states[stateNow]}
                </span>
                <span class="entry-buurt">${buurt.name}</span>
              </a>
            </li>`,
        )}
      </ul>`;
  }

  #renderFilter({ counts }: Inbox): TemplateResult | typeof nothing {
    const { t, filter } = this;
    const present = inboxKinds.filter((kind) => counts[kind] > 0 || kind === filter);
    if (present.length < 2 && filter === undefined) return nothing;
    return html`<div class="filter">
      <label for="kind">${t.filter}</label>
      <select id="kind" @change=${this.#onFilter}>
        <option value="" ?selected=${filter === undefined}>${t.all}</option>
        ${present.map(
          (kind) =>
            html`<option value=${kind} ?selected=${filter === kind}>
              ${t.kinds[kind]} (${String(counts[kind])})
            </option>`,
        )}
      </select>
    </div>`;
  }

  #renderEntries({ entries, next }: Inbox): TemplateResult {
    const { t, open, filter } = this;
    if (entries.length === 0)
      return html`<p class="empty">${filter === undefined ? t.empty : t.emptyOfKind}</p>`;
    return html`<ul class="entries">
        ${repeat(
          entries,
          ({ kind, id }) => `${kind} ${id}`,
          (entry) =>
            html`<li>
              <a class="entry" href=${hashOf(entry)} aria-current=${isSame(entry, open) ? 'true' : nothing}>
                <span class="entry-kind">${t.kind[entry.kind]}</span>
                <span class="entry-title" dir="auto">${entry.title}</span>
                <span class="entry-when ${this.#isLate(entry) ? 'late' : ''}">${this.#when(entry)}</span>
                ${entry.buurt ? html`<span class="entry-buurt">${entry.buurt.name}</span>` : nothing}
              </a>
            </li>`,
        )}
      </ul>
      ${
        next === null
          ? nothing
          : html`<button type="button" class="button" @click=${() => (this.pages += 1)}>${t.more}</button>`
      }`;
  }

  #isLate({ answerBy }: InboxEntry): boolean {
    return answerBy !== null && Date.parse(answerBy) < Date.now();
  }

  #when(entry: InboxEntry): string {
    const { t, locale } = this;
    const { answerBy, since } = entry;
    if (answerBy === null) return t.waitsSince({ when: shortDate(since, locale) });
    const when = shortDate(answerBy, locale);
    return this.#isLate(entry) ? t.late({ when }) : t.answerBy({ when });
  }

  #renderOpen(session: StaffSession): TemplateResult {
    const { t, open } = this;
    if (!open) return html`<p class="choose hint">${t.choose}</p>`;
    return html`<nav class="steps" aria-label=${t.title}>
        <a class="button quiet back" href=${hashOf(undefined)}>${t.back}</a>
        <span class="neighbours">${this.#renderStep(-1, t.previous)} ${this.#renderStep(1, t.next)}</span>
      </nav>
      ${this.#renderPart(this.#codeFor(open.kind), () => this.#renderOpened(open, session))}`;
  }

  #renderStep(by: 1 | -1, label: string): TemplateResult | typeof nothing {
    const entry = this.#neighbourOf(this.open, by);
    return entry ? html`<a class="button quiet" href=${hashOf(entry)}>${label}</a>` : nothing;
  }

  #codeFor(kind: InboxKind): LazyModule<unknown> {
    if (kind === 'mail') return this.#undeliveredCode;
    return kind === 'idea' ? this.#ideaCode : this.#messageCode;
  }

  #renderOpened({ kind, id }: DeskLocation, session: StaffSession): TemplateResult {
    const { t, locale, ownTexts, headingLevel } = this;
    if (kind === 'idea')
      return html`<buurt-desk-idea
        .client=${this.#client}
        .ideaId=${id}
        .session=${session}
        .desk=${t}
        .headingLevel=${headingLevel + 1}
        .locale=${locale}
        .ownTexts=${ownTexts}
        @done=${this.#onDone}
        @not-done=${this.#onNotDone}
        @session-over=${this.#onSessionOver}
      ></buurt-desk-idea>`;
    if (kind === 'mail')
      return html`<buurt-desk-undelivered
        .client=${this.#client}
        .mailId=${id}
        .session=${session}
        .desk=${t}
        .headingLevel=${headingLevel + 1}
        .locale=${locale}
        .ownTexts=${ownTexts}
        @done=${this.#onDone}
        @not-done=${this.#onNotDone}
        @session-over=${this.#onSessionOver}
      ></buurt-desk-undelivered>`;
    return html`<buurt-desk-message
      .client=${this.#client}
      .kind=${kind}
      .messageId=${id}
      .session=${session}
      .desk=${t}
      .headingLevel=${headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @done=${this.#onDone}
      @not-done=${this.#onNotDone}
      @session-over=${this.#onSessionOver}
    ></buurt-desk-message>`;
  }

  #renderRounds(round: string, session: StaffSession): TemplateResult {
    const { t, locale, ownTexts, headingLevel } = this;
    return html`${this.#renderBack()}
    ${this.#renderPart(
      this.#roundsCode,
      () =>
        html`<buurt-desk-rounds
          .client=${this.#client}
          .round=${round}
          .session=${session}
          .desk=${t}
          .headingLevel=${headingLevel + 1}
          .locale=${locale}
          .ownTexts=${ownTexts}
          @session-over=${this.#onSessionOver}
        ></buurt-desk-rounds>`,
    )}`;
  }

  #renderBack(): TemplateResult {
    const { t } = this;
    return html`<nav class="steps" aria-label=${t.title}>
      <a class="button quiet" href=${hashOf(undefined)}>${t.back}</a>
    </nav>`;
  }

  #renderSettings(screen: SettingsLocation, session: StaffSession): TemplateResult {
    const { t, locale, ownTexts, headingLevel } = this;
    return html`${this.#renderBack()}
    ${this.#renderPart(
      this.#settingsCode,
      () =>
        html`<buurt-desk-settings
          .client=${this.#client}
          .screen=${screen}
          .session=${session}
          .desk=${t}
          .headingLevel=${headingLevel + 1}
          .locale=${locale}
          .ownTexts=${ownTexts}
          @done=${this.#onDone}
          @not-done=${this.#onNotDone}
          @session-over=${this.#onSessionOver}
        ></buurt-desk-settings>`,
    )}`;
  }

  #renderToasts(): TemplateResult {
    const { t, toast, locale } = this;
    const undo = toast && 'done' in toast ? toast.done.undo : undefined;
    const at = toast && 'notDone' in toast ? toast.notDone.at : undefined;
    const isUndoing = toast && 'done' in toast && toast.isUndoing;
    const hasFailed = toast?.failure !== undefined;
    return html`<div class="toasts">
      <div class=${toast ? `toast ${hasFailed ? 'failed' : ''}` : ''}>
        <p role="status" class="toast-text">
          ${toast ? this.#toastText(toast) : nothing}
          ${hasFailed ? failureText(toast.failure, t, locale) : nothing}
        </p>
        ${
          undo
            ? html`<button
                type="button"
                class="button"
                aria-disabled=${isUndoing ? 'true' : nothing}
                @click=${this.#onUndo}
              >
                ${isUndoing ? t.undoing : t.undo}
              </button>`
            : nothing
        }
        ${at ? html`<a class="button" href=${hashOf(at)} @click=${this.#onToastSeen}>${t.look}</a>` : nothing}
        ${
          hasFailed
            ? html`<button type="button" class="button quiet" @click=${this.#onToastSeen}>${t.close}</button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #toastText(toast: Toast): TemplateResult | string {
    const { t } = this;
    if ('notDone' in toast) return isolated((title) => t.notDone({ title }), toast.notDone.title);
    const { what, title: words } = toast.done;
    if (toast.failure !== undefined) return t.undoFailed;
    const text = t.done[what];
    return typeof text === 'function' ? isolated((title) => text({ title }), words) : text;
  }

  async #readInbox(signal: AbortSignal): Promise<Inbox> {
    const { filter, pages } = this;
    let inbox = await this.#desk.inbox({ kind: filter }, signal);
    for (let page = 1; page < pages && inbox.next !== null; page++) {
      const more = await this.#desk.inbox({ kind: filter, after: inbox.next }, signal);
      inbox = { ...more, entries: [...inbox.entries, ...more.entries] };
    }
    return inbox;
  }

  #neighbourOf(open: DeskLocation | undefined, by: 1 | -1): InboxEntry | undefined {
    const entries = this.#waiting?.entries ?? [];
    const index = entries.findIndex((each) => isSame(each, open));
    // What is open may not wait (any more).
    if (index === -1) return by === 1 ? entries[0] : undefined;
    return entries[index + by];
  }

  readonly #onSearch = ({ target }: InputEvent): void => {
    const { value } = target as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => (this.q = value.trim()), searchPauseMs);
  };

  readonly #onFilter = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    this.filter = inboxKinds.find((kind) => kind === value);
    this.pages = 1;
  };

  #announce(text: string): void {
    this.announcement = { text, turn: this.announcement.turn + 1 };
  }

  #go(to: DeskLocation | undefined): void {
    location.hash = hashOf(to);
  }

  readonly #onAddress = (): void => {
    const token = consumeLoginToken(this.open);
    if (token !== undefined) this.token = token;
    const open = locationIn(location.hash);
    const settings = settingsIn(location.hash);
    const rounds = roundsIn(location.hash);
    const wasWhole = this.#isWhole;
    this.settings = settings;
    this.rounds = rounds;
    if (wasWhole && !this.#isWhole && !open) this.#focusNext = '.inbox-title';
    if (isSame(open, this.open)) return;
    // On a small screen the list comes back where it was left.
    if (!open && !this.#isWhole)
      this.#focusNext = this.#isWaiting(this.open) ? `.entry[href='${hashOf(this.open)}']` : '.inbox-title';
    this.open = open;
  };

  readonly #onTokenRefused = (): void => {
    this.token = undefined;
    this.isTokenRefused = true;
  };

  readonly #onLoggedIn = (): void => {
    this.token = undefined;
    this.#comeIn();
  };

  #comeIn(): void {
    this.isTokenRefused = false;
    this.isLoggedOut = false;
    this.logins += 1;
    if (!this.open && !this.#isWhole) this.#focusNext = '.inbox-title';
  }

  readonly #onSessionOver = (): void => this.#session.reload();

  readonly #onReturn = (): void => {
    if (this.isLoggedOut && document.visibilityState === 'visible') this.#session.reload();
  };

  #isWaiting(at: DeskLocation | undefined): boolean {
    return this.#waiting?.entries.some((each) => isSame(each, at)) === true;
  }

  readonly #onDone = ({ done }: DoneEvent): void => {
    const { at, undo } = done;
    const next = this.#neighbourOf(at, 1) ?? this.#neighbourOf(at, -1);
    const wasWaiting = this.#isWaiting(at);
    // The focus does not go away with the entry that has it.
    if (this.renderRoot.querySelector(`.entry[href='${hashOf(at)}']:focus`)) this.#focusNext = '.inbox-title';
    this.answered = new Set([...this.answered, keyOf(at)]);
    this.#undoKey = newKey();
    this.#announce('');
    this.#show({ done }, undo ? undo.until - Date.now() : toastMs);
    this.#inbox.reload();
    // Whoever went on meanwhile stays where they are; so does who works on what did not wait.
    if (wasWaiting && isSame(at, this.open)) this.#go(next);
  };

  readonly #onNotDone = ({ notDone, failure }: NotDoneEvent): void => this.#show({ notDone, failure });

  /** Says it for so long; something that failed until somebody has seen it. */
  #show(toast: Toast | undefined, forMs?: number): void {
    clearTimeout(this.#undoTimer);
    // The focus does not go away with the button that has it.
    if (!toast && this.renderRoot.querySelector('.toast :focus'))
      this.#focusNext = this.open || this.#isWhole ? '#open' : '.inbox-title';
    this.toast = toast;
    if (forMs !== undefined) this.#undoTimer = setTimeout(() => this.#show(undefined), Math.max(0, forMs));
  }

  readonly #onToastSeen = (): void => this.#show(undefined);

  readonly #onUndo = async (): Promise<void> => {
    const { toast, t } = this;
    if (!toast || !('done' in toast) || toast.isUndoing) return;
    const { done } = toast;
    if (!done.undo) return;
    forgetLastPress();
    this.#show({ done, isUndoing: true });
    try {
      await this.#desk.undo(done.undo.act, this.#undoKey, this.#connection.signal);
      this.answered = new Set([...this.answered].filter((each) => each !== keyOf(done.at)));
      this.#show(undefined);
      this.#announce(t.undone);
      if (isSame(done.at, this.open)) this.renderRoot.querySelector('buurt-desk-idea')?.reload();
      this.#go(done.at);
    } catch (failure) {
      if (isLoggedOut(failure)) this.#onSessionOver();
      const isLate = Date.now() > done.undo.until;
      const isSaid = failure instanceof ApiError && failure.kind === 'conflict';
      this.#show({ done: isLate || isSaid ? { ...done, undo: undefined } : done, failure });
    }
    this.#inbox.reload();
  };

  readonly #onLogOut = async (): Promise<void> => {
    try {
      const logoutUrl = await this.#desk.logOut(this.#connection.signal);
      this.logOutFailure = undefined;
      // Nothing of it is left for whoever logs in next.
      forgetDrafts();
      this.#show(undefined);
      this.isLoggedOut = true;
      this.#go(undefined);
      // Otherwise the next person at this computer logs in with one press.
      if (logoutUrl !== null) location.assign(logoutUrl);
    } catch (failure) {
      this.logOutFailure = failure;
      if (isLoggedOut(failure)) this.#onSessionOver();
    }
  };

  readonly #onToggleShortcuts = (): void => {
    this.areShortcutsShown = !this.areShortcutsShown;
  };

  readonly #onShortcutsWanted = ({ target }: Event): void => {
    this.hasShortcuts = (target as HTMLInputElement).checked;
    keepShortcuts(this.hasShortcuts);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { altKey, ctrlKey, metaKey, key } = event;
    if (!this.#isLoggedIn || altKey || ctrlKey || metaKey || isTyping(event)) return;
    if (key === 'Escape' && this.areShortcutsShown) {
      this.areShortcutsShown = false;
      this.#focusNext = '.keys-button';
    } else if (!this.hasShortcuts) return;
    else if (key === '?') this.#onToggleShortcuts();
    else if (key === 'u') void this.#onUndo();
    else if (!this.#isWhole && (key === 'j' || key === 'k')) {
      const entry = this.#neighbourOf(this.open, key === 'j' ? 1 : -1);
      if (entry) this.#go(entry);
    } else return;
    event.preventDefault();
  };
}
