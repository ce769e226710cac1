import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { findSharedSelection } from '@buurt/core/element/find-shared-selection.js';
import { hostPage } from '@buurt/core/element/host-page.js';
import { Resource } from '@buurt/core/element/resource.js';
import { RevalidateController } from '@buurt/core/element/revalidate-controller.js';
import { helpSlot, pageFallback, retryNotice } from '@buurt/core/element/screen.js';
import type { SharedSelection } from '@buurt/core/element/shared-selection.js';
import { isGone } from '@buurt/core/http/api-error.js';
import { inBuurt } from '@buurt/core/http/client.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { ResponseCache } from '@buurt/core/storage/response-cache.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { cashbookFrom } from '@buurt/domain/rounds/cashbook-json.js';
import type { Cashbook } from '@buurt/domain/rounds/cashbook.js';
import { nl, type CashbookMessages } from './cashbook.messages.js';
import { styles } from './cashbook.styles.js';
import { cashbookSections, type CashbookView } from './sections.js';

/** The part of the cashbook that is not of a round, among the ids of rounds. */
const outsideId = 'outside';

/**
 * Where the money of the buurt goes: of each budget round what the buurt chose, what was granted and spent, and what is
 * left, with a line for each initiative. Anybody can read it.
 *
 * What stands inside the tag is shown until the cashbook is ready, and to visitors without JavaScript.
 *
 * @customElement buurt-cashbook
 * @fires {CustomEvent<CashbookInitiativeOpen>} buurt-initiative-open - A resident opens an initiative; a page that prevents
 * it shows the initiative itself.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading failed; the resident sees why.
 * @slot - Shown until the cashbook is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end, and beside what went wrong.
 * @csspart cashbook - The whole cashbook.
 * @csspart heading - Every heading.
 * @csspart main - The heading of the whole widget, beside `heading`.
 * @csspart button - Every button.
 * @csspart round - One budget round, or the money outside all rounds.
 * @csspart sums - The amounts of a round together.
 * @csspart bar - What of the budget was granted and spent, as a drawing.
 * @csspart lines - The initiatives of a round, with their amounts.
 * @csspart csv - The link to the file for a spreadsheet.
 * @csspart notice - A message between other things.
 */
export class BuurtCashbook extends BuurtElement<CashbookMessages> {
  static override readonly styles = [tokens, controls, messageTokens, styles];

  /** The address of the page's own page about an initiative, with `{id}` in it; without it a list beside it opens them. */
  @property({ attribute: 'detail-href' }) detailHref = '';

  /** What the visitor opened and closed, by the id of the round; the newest round is open until they do. */
  @state() private isOpenById: Readonly<Record<string, boolean>> = {};
  @state() private isPrinting = false;

  protected readonly catalogue: Catalogue<CashbookMessages> = {
    nl,
    en: async () => (await import('./cashbook.messages.en.js')).en,
  };

  /** What the cashbook has in common with a list on the page. */
  #shared: SharedSelection | undefined;
  /** Ends when the element leaves its place on the page. */
  #connection = new AbortController();

  readonly #cashbook = new Resource<Cashbook>(this, {
    subject: () => this.#subject,
    client: () => this.api,
    fetch: async (signal) =>
      this.api?.read({ path: `${inBuurt(this.buurtCode ?? '')}/cashbook`, signal }, (json) => json),
    parse: cashbookFrom,
    cache: (subject) => {
      const answers = new ResponseCache(`buurt:cashbook:${subject}`, { cashbook: 1 });
      return {
        get: (question) => answers.get('cashbook', question),
        set: (question, json) => answers.keep('cashbook', question, json),
      };
    },
    onValue: () => this.#revalidation.onRead(),
    onError: (error) => {
      this.emit('buurt-error', { error });
      this.reportGone(error);
    },
  });
  readonly #revalidation = new RevalidateController(this, () => this.#cashbook.reload());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // On paper all rounds are open; on the screen they are then as they were.
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
    this.#shared = undefined;
    findSharedSelection(
      this,
      (shared) => {
        this.#shared = shared;
        shared.on('readers', () => this.requestUpdate(), signal);
        this.requestUpdate();
      },
      signal,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('buurt') || changed.has('endpoint')) this.isOpenById = {};
  }

  protected override render(): TemplateResult {
    const { isMisconfigured, t } = this;
    const { value, error, isLoading } = this.#cashbook;
    if (isMisconfigured || (!value && isGone(error))) return pageFallback;
    if (this.#subject === undefined) return this.#renderComing();
    return html`<div
      class="cashbook ${value || error ? '' : 'coming'}"
      part="cashbook"
      aria-busy=${isLoading}
    >
      ${this.mainHeading(t.title)}
      <div role="status">${error === undefined ? nothing : this.#renderNotice()}</div>
      ${error === undefined ? this.#renderNotice() : helpSlot}
      ${value ? this.#renderCashbook(value) : error === undefined ? html`<p>${t.loading}</p>` : nothing}
      ${helpSlot}
    </div>`;
  }

  #renderComing(): TemplateResult {
    return html`<div class="coming">
      <p>${this.t.loading}</p>
      ${helpSlot}
    </div>`;
  }

  /** Says what went wrong with a way to go on, and from when the cashbook is if that was an earlier visit. */
  #renderNotice(): unknown {
    const { t, locale } = this;
    const { value, error, storedAt } = this.#cashbook;
    const from = storedAt === undefined ? '' : t.from({ time: clockTime(new Date(storedAt), locale) });
    if (error === undefined) return from ? html`<p class="hint"><bdi>${from}</bdi></p>` : nothing;
    const why = failureText(error, t, locale);
    return value
      ? retryNotice(`${why} ${from}`, t.retry, this.#cashbook.reload)
      : html`${retryNotice(`${t.failed} ${why}`, t.retry, this.#cashbook.reload)}<slot></slot>`;
  }

  #renderCashbook(cashbook: Cashbook): TemplateResult {
    const { t } = this;
    const { rounds, outsideRounds } = cashbook;
    if (rounds.length === 0 && outsideRounds.lines.length === 0)
      return html`<p class="empty"><bdi>${t.none}</bdi></p>`;
    return html`<p class="lead"><bdi>${t.intro}</bdi></p>
      ${cashbookSections(this.#view(cashbook), cashbook)}
      <p class="screen-only"><a part="csv" href=${this.#csvHref} download>${t.csv}</a></p>`;
  }

  #view({ rounds }: Cashbook): CashbookView {
    const { t, locale, headingLevel } = this;
    const newest = rounds[0]?.id ?? outsideId;
    return {
      t,
      locale,
      headingLevel,
      outsideId,
      isOpen: (id) => this.isPrinting || (this.isOpenById[id] ?? id === newest),
      onToggle: (id, isOpen) => this.#onToggle(id, isOpen),
      hrefOf: (id) => hostPage(this.detailHref, id),
      hasReader: this.#shared?.hasReader ?? false,
      onOpen: (id, event) => this.#onOpen(id, event),
    };
  }

  /** What the cashbook is about; `undefined` as long as the page does not say it rightly. Answers are stored under it. */
  get #subject(): string | undefined {
    const { api, isMisconfigured, buurtCode } = this;
    return api && !isMisconfigured && this.isBuurt(buurtCode)
      ? `${api.endpoint} ${buurtCode ?? ''}`
      : undefined;
  }

  get #csvHref(): string {
    return `${this.api?.endpoint ?? ''}/${inBuurt(this.buurtCode ?? '')}/cashbook.csv`;
  }

  #print(isPrinting: boolean): void {
    this.isPrinting = isPrinting;
    // A browser takes its picture of the page as soon as the listeners are done.
    if (this.isUpdatePending) this.performUpdate();
  }

  #onToggle(id: string, isOpen: boolean): void {
    if (this.isPrinting || this.isOpenById[id] === isOpen) return;
    this.isOpenById = { ...this.isOpenById, [id]: isOpen };
  }

  /** A click that asks for another tab or window goes its own way. */
  #onOpen(id: string, event: MouseEvent): void {
    if (!this.emit('buurt-initiative-open', { initiativeId: id }, { cancelable: true }))
      return event.preventDefault();
    if (hostPage(this.detailHref, id) !== undefined) return;
    this.#shared?.open({ id, opener: event.currentTarget as HTMLElement });
  }
}
