import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { money, shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { StaffAct, StaffActs } from '@buurt/domain/desk/inbox.js';
import { staffActsFrom } from '@buurt/domain/desk/inbox-json.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import { nl, type ActsMessages, type ActValues } from './acts.messages.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { hashOf, roundHash } from './location.js';
import { settingsStyles } from './settings.styles.js';

/** Where something was done with, of which there is a screen. */
interface ActLink {
  readonly href: string;
  readonly text: string;
}

/**
 * Who of the organisation did what, newest first, for whoever may read that.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskActs extends LazyElement<ActsMessages> {
  static override readonly styles = [controls, settingsStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  /** Whose acts are shown; empty for those of everybody. */
  @state() private staffId = '';
  /** Where the page begins that is read now; undefined for the first. */
  @state() private beforeId: number | undefined;
  /** Who can be chosen; they stay while the acts of another are read. */
  @state() private staff: StaffActs['staff'] = [];

  protected readonly partName = 'acts';
  protected readonly catalogue: Catalogue<ActsMessages> = {
    nl,
    en: async () => (await import('./acts.messages.en.js')).en,
  };

  /** What stands above the page that is read. */
  #earlier: readonly StaffAct[] = [];
  /** The first of the acts that were added last takes the focus, which the button loses that asked for them. */
  #focusOn: number | undefined;

  readonly #acts = new Resource<StaffActs, StaffActs>(this, {
    subject: () => (this.client && this.#mayRead ? `acts ${this.staffId}` : undefined),
    question: () => String(this.beforeId ?? ''),
    client: () => this.client,
    fetch: (signal) => this.#read(signal),
    parse: (acts) => acts,
    onValue: ({ acts, staff }) => {
      this.staff = staff;
      this.#focusOn = this.#earlier.length > 0 ? acts[this.#earlier.length]?.id : undefined;
    },
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  get #mayRead(): boolean {
    return this.session?.permissions.some(({ permission }) => permission === 'acts.read') === true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const target =
      this.#focusOn && this.renderRoot.querySelector<HTMLElement>(`#act-${String(this.#focusOn)}`);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  protected override render(): TemplateResult {
    const { t, headingLevel } = this;
    return html`<section class="stack">
      ${screenTitle(headingLevel, t.title)} ${this.#mayRead ? this.#renderActs() : notice('', t.notPermitted)}
    </section>`;
  }

  #renderActs(): TemplateResult {
    const { t } = this;
    const { value, error, isLoading } = this.#acts;
    return html`<p>${t.lead}</p>
      ${this.staff.length === 0 ? nothing : this.#renderFilter()}
      ${
        value
          ? this.#renderList(value)
          : error === undefined
            ? html`<p class="coming">${t.loading}</p>`
            : retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#acts.reload)
      }
      ${
        value && error !== undefined
          ? html`<div role="alert">
              ${retryNotice(`${t.moreFailed} ${this.#why(error)}`, t.retry, this.#acts.reload)}
            </div>`
          : nothing
      }
      ${
        value && value.next !== null && error === undefined
          ? html`<div>
              <button
                type="button"
                class="button"
                aria-disabled=${isLoading ? 'true' : nothing}
                @click=${this.#onMore}
              >
                ${isLoading ? t.loading : t.more}
              </button>
            </div>`
          : nothing
      }`;
  }

  #renderFilter(): TemplateResult {
    const { t, staff, staffId } = this;
    return html`<div class="field">
      <label for="staff">${t.filter}</label>
      <select id="staff" @change=${this.#onFilter}>
        <option value="" ?selected=${staffId === ''}>${t.everybody}</option>
        ${staff.map(({ id, name }) => html`<option value=${id} ?selected=${staffId === id}>${name}</option>`)}
      </select>
    </div>`;
  }

  #renderList({ acts }: StaffActs): TemplateResult {
    const { t } = this;
    if (acts.length === 0) return html`<p>${this.staffId === '' ? t.empty : t.emptyOfPerson}</p>`;
    return html`<p><a href=${this.#fileAddress} download>${t.file}</a></p>
      <ul class="rows">
        ${repeat(
          acts,
          ({ id }) => id,
          (act) => this.#renderAct(act),
        )}
      </ul>`;
  }

  #renderAct(act: StaffAct): TemplateResult {
    const { t, locale } = this;
    const { id, at, actor, staffName, buurt } = act;
    const who = actor === 'operator' ? t.operator : (staffName ?? t.formerColleague);
    const link = this.#linkOf(act);
    return html`<li id="act-${String(id)}" tabindex="-1">
      <p>
        <strong><bdi>${who}</bdi></strong> ${this.#whatOf(act)}
      </p>
      <p class="hint tags">
        <time datetime=${at}>${t.at({ day: shortDate(at, locale), time: this.#timeOf(at) })}</time>
        ${buurt ? html`<bdi>${buurt.name ?? buurt.code}</bdi>` : nothing}
        ${link ? html`<a href=${link.href}>${link.text}</a>` : nothing}
      </p>
    </li>`;
  }

  #timeOf(at: string): string {
    return new Intl.DateTimeFormat(this.locale === 'nl' ? 'nl-NL' : 'en-GB', {
      ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' },
    }).format(new Date(at));
  }

  #whatOf({ name, detail, subject }: StaffAct): string {
    const { t, locale } = this;
    const declined =
      subject.kind === 'offer'
        ? t.declinedOffer
        : name === 'idea.statusChanged'
          ? t.words['declined']
          : t.declinedIdea;
    const values: ActValues = {
      words: (key) => {
        const word = detail[key];
        if (typeof word !== 'string') return '';
        const wordOf = (each: string) => (each === 'declined' ? declined : t.words[each]) ?? each;
        return word.split(', ').map(wordOf).join(', ');
      },
      count: (key) => {
        const count = detail[key];
        return typeof count === 'number' ? count : 0;
      },
      money: (key) => {
        const cents = detail[key];
        return typeof cents === 'number' ? money(cents, locale) : '';
      },
      moment: (key) => {
        const at = detail[key];
        if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return '';
        return t.at({ day: shortDate(at, locale), time: this.#timeOf(at) });
      },
      role: typeof detail['role'] === 'string' ? (t.roles[detail['role']] ?? detail['role']) : '',
      isSameStatus: detail['was'] === detail['status'],
      is: (key, value) => detail[key] === value,
    };
    const known: Partial<Record<string, (values: ActValues) => string>> = t.acts;
    return known[name]?.(values) ?? t.unknownAct({ name });
  }

  /** What is erased has no number any more, and nothing to show. */
  #linkOf({ subject, reference, detail }: StaffAct): ActLink | undefined {
    const { t } = this;
    if (subject.kind === 'round') return { href: roundHash(subject.id), text: t.roundLink };
    const idea = subject.kind === 'idea' ? subject.id : detail['idea'];
    if (typeof idea !== 'string' || reference === null) return undefined;
    return { href: hashOf({ kind: 'idea', id: idea }), text: t.ideaLink({ reference }) };
  }

  #why(error: unknown): string {
    return this.desk ? failureText(error, this.desk, this.locale) : '';
  }

  get #ofPerson(): Readonly<Record<string, string>> {
    return this.staffId === '' ? {} : { staffId: this.staffId };
  }

  /** The cookie of the login goes along with a link too. */
  get #fileAddress(): string {
    const query = new URLSearchParams(this.#ofPerson).toString();
    const address = this.client?.actsFileUrl ?? '';
    return query === '' ? address : `${address}?${query}`;
  }

  async #read(signal: AbortSignal): Promise<StaffActs> {
    const { client, beforeId } = this;
    if (!client) throw new ApiError('aborted');
    const earlier = this.#earlier;
    const query = new URLSearchParams({
      ...this.#ofPerson,
      ...(beforeId !== undefined && { before: String(beforeId) }),
    }).toString();
    const page = await client.http.read(
      { path: query === '' ? 'desk/acts' : `desk/acts?${query}`, signal },
      staffActsFrom,
    );
    return { ...page, acts: [...earlier, ...page.acts] };
  }

  readonly #onFilter = ({ target }: Event): void => {
    this.#earlier = [];
    this.beforeId = undefined;
    this.staffId = (target as HTMLSelectElement).value;
  };

  readonly #onMore = (): void => {
    const { value, isLoading } = this.#acts;
    if (!value || value.next === null || isLoading) return;
    this.#earlier = value.acts;
    this.beforeId = value.next;
  };
}
