import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { initialState, Task, TaskStatus } from '@lit/task';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { askInitiatives } from '@buurt/core/http/ask-initiatives.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { claimName, leaveName, readAddress } from './address.js';
import type { Answer, BoardHost, Frame } from './board-host.js';
import { Board } from './board.js';
import { boardStyles } from './board.styles.js';
import { cardStyles } from './cards.styles.js';
import { nl, type InitiativeListMessages } from './initiative-list.messages.js';
import { styles } from './initiative-list.styles.js';
import { pageSizeOf, searchFor, wishOf, type Wish } from './wish.js';

/** For what one request answers: another endpoint, buurt or question is another request. */
type Asked = readonly [BuurtApi | undefined, string | undefined, string];

/**
 * What lives in the buurt: residents find initiatives, stand behind them, offer help ("Ik doe mee") and see what became
 * of the promises. All of it without an account.
 *
 * What stands inside the tag is shown until the list is ready, and where scripts do not run.
 *
 * @customElement buurt-initiative-list
 * @fires {CustomEvent<SupportChange>} buurt-support - A resident stands behind an initiative, or no longer.
 * @fires {CustomEvent<OfferMade>} buurt-offer - A neighbour joins an initiative. Who it is, is not told.
 * @fires {CustomEvent<FilterChange>} buurt-filter - A resident looks for something else, and so much was found.
 * @fires {CustomEvent<InitiativeOpened>} buurt-open - A resident opens an initiative.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading or sending failed; the resident was told.
 * @slot - Shown until the list is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end of the list and of an initiative, and beside
 * what went wrong.
 * @csspart list - The whole list.
 * @csspart heading - Every heading.
 * @csspart filter - Search, filters and order.
 * @csspart filters - The button that shows the filters in a narrow container.
 * @csspart input - A field.
 * @csspart found - How many were found.
 * @csspart initiative - One initiative in the list.
 * @csspart title - What it is called.
 * @csspart status - How far it is.
 * @csspart support - The button to stand behind it.
 * @csspart join - The button to offer help.
 * @csspart remark - The button to say something about it.
 * @csspart follow - The button to hear how it goes on.
 * @csspart back - The button that closes the dialog.
 * @csspart more - The button for more initiatives.
 * @csspart detail - The dialog with one initiative.
 * @csspart field - A question with its answer.
 * @csspart label - What a field is called.
 * @csspart choice - One of the things that can be chosen.
 * @csspart problem - What is wrong, at the field.
 * @csspart error-summary - What is wrong, all together.
 * @csspart notice - A message between other things.
 * @csspart actions - A row with buttons.
 */
export class BuurtInitiativeList extends BuurtElement<InitiativeListMessages> {
  static override readonly styles = [tokens, controls, styles, messageTokens, boardStyles, cardStyles];

  /** `cards` beside each other, or `rows` under each other. */
  @property() layout: 'cards' | 'rows' = 'cards';
  /** At most so many cards beside each other, from 1 to 4; as many as fit unless told. */
  @property({ type: Number }) columns = 0;
  /** How many initiatives come at a time, from 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 12;
  /** What a visitor can look by: any of `search`, `theme`, `status` and `sort`; empty for none. */
  @property() filters = 'search theme status sort';
  /** The statuses that are shown at first, such as `granted underway`; all unless told. */
  @property() status = '';
  /** The ids of the themes that are shown at first; all unless told. */
  @property() theme = '';
  /** The order at first: `new`, `support`, `help`, `news` or `random`. */
  @property() sort = 'new';
  /** The address of the page's own page about an initiative, with `{id}` in it; without it the widget shows a dialog. */
  @property({ attribute: 'detail-href' }) detailHref = '';
  /** `off` keeps what a visitor looks for out of the address of the page. */
  @property() history: 'on' | 'off' = 'on';
  /** Describes the initiatives for search engines too, as JSON-LD inside the tag. */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;

  protected readonly catalogue: Catalogue<InitiativeListMessages> = {
    nl,
    en: async () => (await import('./initiative-list.messages.en.js')).en,
  };

  #wish: Wish = wishOf(this, new Map());
  #search = '';
  #name = '';
  #answer: Answer | undefined;
  #board: Board | undefined;
  readonly #page = new Task(this, {
    args: (): Asked => [...this.#there, this.#search],
    task: async ([api, buurt, search], { signal }) => {
      if (!api || !buurt || !search) return initialState;
      return { ...(await askInitiatives(api, buurt, search, { signal })), search, at: Date.now() };
    },
    onComplete: (answer) => {
      this.#answer = answer;
      this.#board?.take(answer);
    },
    onError: (error) => this.isConnected && this.emit('buurt-error', { error }),
  });
  get #there() {
    return [this.api, this.setupProblem ? undefined : this.buurtCode] as const;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#name = claimName(this.id || 'initiatieven', this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leaveName(this.#name);
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#page.abort();
      this.#board?.close();
      this.#board = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const start = ['status', 'theme', 'sort', 'history'] as const;
    if (start.some((each) => changed.has(each))) this.#readWish();
    this.#search = searchFor(this.#wish, pageSizeOf(this));
    const [api, buurt] = this.#there;
    if (this.#board && !this.#board.isFor(api, buurt)) {
      this.#board.close();
      this.#board = undefined;
      this.#answer = undefined;
    }
    if (this.#board || !api || !buurt || !this.isConnected) return;
    this.#board = new Board(this.#hostOf(api, buurt));
    this.#board.start();
    if (this.#answer) this.#board.take(this.#answer);
  }

  protected override render(): TemplateResult {
    const { setupProblem, t } = this;
    if (setupProblem) return html`${notice('warning', setupProblem)}${helpSlot}`;
    if (this.#board) return this.#board.render(this.#frame);
    return html`<div class="coming">
      <p>${t.loading}</p>
      ${helpSlot}
    </div>`;
  }

  get #frame(): Frame {
    const { t, locale, ownTexts } = this;
    return {
      t,
      locale,
      ownTexts,
      wish: this.#wish,
      search: this.#search,
      asking: this.#page.status === TaskStatus.PENDING,
      error: this.#page.error,
    };
  }

  #hostOf(api: BuurtApi, buurt: string): BoardHost {
    return {
      api,
      buurt,
      element: this,
      name: () => this.#name,
      wish: () => this.#wish,
      want: (wish) => {
        this.#wish = wish;
        this.requestUpdate();
      },
      again: () => void this.#page.run(),
    };
  }

  #readWish(): void {
    this.#wish = wishOf(this, this.history === 'off' ? new Map() : readAddress(this.#name));
  }
}
