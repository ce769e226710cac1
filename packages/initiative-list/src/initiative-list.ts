import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { isGone } from '@buurt/core/http/api-error.js';
import { hostPage } from '@buurt/core/element/host-page.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { Resource } from '@buurt/core/element/resource.js';
import { type Announcement, announcementRegion } from '@buurt/core/element/announcement.js';
import { placeholderIn } from '@buurt/core/element/picture.js';
import { helpSlot, pageFallback, retryNotice } from '@buurt/core/element/screen.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import type { OpenedInitiative } from '@buurt/core/element/shared-selection.js';
import { inBuurt } from '@buurt/core/http/client.js';
import type { PageOfInitiatives } from '@buurt/core/http/initiatives.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import type { ListedInitiative, OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { nl, type InitiativeListMessages } from './initiative-list.messages.js';
import { styles } from './initiative-list.styles.js';
import { cards, supportFailureText } from './list/cards.js';
import { cardStyles } from './list/cards.styles.js';
import { followBuurt } from './list/follow-buurt.js';
import { InitiativePages, type ListSource } from './list/initiative-pages.js';
import { emptyList, listNotice, moreButton } from './list/notices.js';
import { StructuredData } from './list/structured-data.js';
import { themeNamesFrom, type ThemeNames } from './list/theme-names.js';
import { loadNeighbourForm, neighbourForm, pageForMails } from './neighbour-form.js';
import { cacheName, responseCache } from './response-cache.js';
import { filterForm } from './search/filter-form.js';
import { isFiltered, pageSizeFrom, searchParamsOf } from './search/list-query.js';
import { QueryController } from './search/query-controller.js';
import { SharedFiltersController } from './search/shared-filters-controller.js';
import { SupportController } from './support/support-controller.js';

/** How many initiatives the endpoint found for a question. */
interface SearchResult {
  readonly question: string;
  readonly count: number;
  readonly isFiltered: boolean;
  /** The first result is not announced: it comes with the page, and nobody asked for it. */
  readonly isAnnounced: boolean;
}

/** How the last press on a support button went. */
interface SupportOutcome {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'supported' | 'unsupported' | 'failed';
}

/** Where the names of the themes do not come, their ids are shown. */
const noThemeNames: ThemeNames = new Map();

/**
 * What lives in the buurt: residents find initiatives, support them, offer help ("Ik doe mee") and see what became of the
 * promises. All of it without an account.
 *
 * What stands inside the tag is shown until the list is ready, and to visitors without JavaScript.
 *
 * @customElement buurt-initiative-list
 * @fires {CustomEvent<SupportChange>} buurt-support - A resident supports an initiative, or no longer.
 * @fires {CustomEvent<OfferMade>} buurt-offer - A neighbour joins an initiative. Who it is, is left out.
 * @fires {CustomEvent<FilterChange>} buurt-filter - A resident looks for something else, and so many initiatives were found.
 * @fires {CustomEvent<InitiativeOpened>} buurt-open - A resident opens an initiative.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading or sending failed; the resident sees why.
 * @slot - Shown until the list is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end of the list and of an initiative, and beside
 * what went wrong.
 * @slot placeholder - A picture of the page's own for initiatives without a photo.
 * @csspart list - The whole list.
 * @csspart heading - Every heading.
 * @csspart main - The heading of the whole widget, beside `heading`.
 * @csspart button - Every button.
 * @csspart primary - A button that goes on, beside `button`.
 * @csspart quiet - A button with less weight, beside `button`.
 * @csspart filter - Search, filters and order.
 * @csspart filters - The button that shows the filters in a narrow container.
 * @csspart input - A field.
 * @csspart found - How many initiatives there are.
 * @csspart initiative - One initiative in the list.
 * @csspart title - What it is called.
 * @csspart status - How far it is.
 * @csspart status-new - The same of one that is new, beside `status`.
 * @csspart status-on-ballot - The same of one that is on the ballot, beside `status`.
 * @csspart status-granted - The same of one that is granted, beside `status`.
 * @csspart status-underway - The same of one that is underway, beside `status`.
 * @csspart status-done - The same of one that is done, beside `status`.
 * @csspart status-declined - The same of one that is declined, beside `status`.
 * @csspart support - The button to support it.
 * @csspart join - The button to offer help.
 * @csspart remark - The button to say something about it.
 * @csspart answer - What was answered to a question.
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
  static override readonly styles = [tokens, controls, messageTokens, styles, cardStyles];

  /** `cards` beside each other, or `rows` under each other. */
  @property() layout: 'cards' | 'rows' = 'cards';
  /** At most so many cards beside each other, from 1 to 4; as many as fit unless given. */
  @property({ type: Number }) columns = 0;
  /** How many initiatives come at a time, from 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 12;
  /** What a visitor can look by: any of `search`, `theme`, `status` and `sort`; empty for none. */
  @property() filters = 'search theme status sort';
  /** The statuses that are shown at first, such as `granted underway`; all unless given. */
  @property() status = '';
  /** The ids of the themes that are shown at first; all unless given. */
  @property() theme = '';
  /** The order at first. */
  @property() sort: 'new' | 'support' | 'help' | 'news' | 'random' = 'new';
  /** The address of the page's own page about an initiative, with `{id}` in it; without it the widget shows a dialog. */
  @property({ attribute: 'detail-href' }) detailHref = '';
  /** `off` keeps what a visitor looks for out of the address of the page. */
  @property() history: 'on' | 'off' = 'on';
  /** Describes the initiatives for search engines too, as JSON-LD inside the tag. */
  @property({ attribute: 'structured-data', type: Boolean }) structuredData = false;

  /** Whether the filters are shown in a container that is too narrow for all of them. */
  @state() private isFilterOpen = false;
  /** Whether the form to follow the buurt is open. */
  @state() private isFollowFormOpen = false;

  protected readonly catalogue: Catalogue<InitiativeListMessages> = {
    nl,
    en: async () => (await import('./initiative-list.messages.en.js')).en,
  };

  /** What the list was of at the last update: another endpoint or buurt begins anew. */
  #subject: string | undefined;
  #result: SearchResult | undefined;
  /** Whether the initiative was opened to join it. */
  #isJoining = false;
  /** What opened the initiative: the focus goes back to it. */
  #opener: HTMLElement | undefined;
  #supportOutcome: SupportOutcome | undefined;
  /** Changes with each announcement, so that the same text is read again. */
  #announcementTurn = 0;
  /** The initiative that was open at the last update. */
  #openBefore = '';
  /** A selector of what takes the focus once it is drawn. */
  #focusNext = '';

  readonly #query = new QueryController(this);
  readonly #sharedFilters = new SharedFiltersController(this, this.#query, (opened) =>
    this.#onOpenedElsewhere(opened),
  );
  readonly #pages = new InitiativePages(this, {
    source: () => this.#source,
    search: () => searchParamsOf(this.#query.current, this.#pageSize),
    pageSize: () => this.#pageSize,
    wanted: () => this.#query.current.shown,
    onFirstPage: (page) => this.#onFirstPage(page),
    onError: (error) => {
      this.emit('buurt-error', { error });
      this.reportGone(error);
    },
  });
  readonly #themes = new Resource<ThemeNames>(this, {
    subject: () => this.#sourceName,
    client: () => this.api,
    fetch: async (signal) => {
      const source = this.#source;
      return source?.api.read({ path: `${inBuurt(source.buurt)}/settings`, signal }, (json) => json);
    },
    parse: themeNamesFrom,
    cache: (name) => responseCache(name, 'settings'),
  });
  readonly #support = new SupportController(this, {
    api: () => this.api,
    onSettled: ({ id, title }, isSupported) => {
      this.#announceSupport({ id, title, outcome: isSupported ? 'supported' : 'unsupported' });
      this.emit('buurt-support', { initiativeId: id, supported: isSupported });
    },
    onFailed: ({ id, title }, error) => {
      this.#announceSupport({ id, title, outcome: 'failed' });
      this.emit('buurt-error', { error });
    },
  });
  readonly #detailCode = new LazyModule(this, () => import('./detail/buurt-initiative-detail.js'));
  readonly #formCode = new LazyModule(this, loadNeighbourForm);

  constructor() {
    super();
    new StructuredData(this, {
      initiatives: () => (this.structuredData ? this.#pages.loaded?.entries : undefined),
      urls: () => {
        const hrefOf = this.#hrefs();
        return (id) => {
          const href = hrefOf(id);
          return href && new URL(href, document.baseURI).href;
        };
      },
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const initial = ['status', 'theme', 'sort', 'history'] as const;
    if (initial.some((each) => changed.has(each))) this.#query.restart();
    this.#sharedFilters.connect();
    const { open } = this.#query.current;
    if (this.#subject !== this.#sourceName) this.#result = undefined;
    this.#subject = this.#sourceName;
    // What was done in the list is not announced again in a dialog, nor the other way round.
    if (this.#openBefore !== open) this.#supportOutcome = undefined;
    this.#openBefore = open;
    if (open && this.#source && !this.#detailCode.failed) void this.#detailCode.load();
  }

  protected override updated(): void {
    if (!this.#query.current.open) {
      this.#opener?.focus();
      this.#opener = undefined;
    }
    if (!this.#focusNext) return;
    const candidates = [...this.renderRoot.querySelectorAll<HTMLElement>(this.#focusNext)];
    const target = candidates.find((each) => each.getClientRects().length > 0);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
  }

  protected override render(): TemplateResult {
    const { isMisconfigured, t } = this;
    const source = this.#source;
    if (isMisconfigured || (!this.#pages.shown && isGone(this.#pages.error))) return pageFallback;
    if (source) return this.#renderList(source);
    return html`<div class="coming">
      <p>${t.loading}</p>
      ${helpSlot}
    </div>`;
  }

  #renderList(source: ListSource): TemplateResult {
    const { t, locale } = this;
    const { shown, error, isLoading } = this.#pages;
    const { open } = this.#query.current;
    const announcement = this.#announcement;
    const about = listNotice(t, locale, this.#pages, this.#onRetry);
    const count = this.#countText(shown);
    const locationText = { idle: '', asking: t.filter.locating, unknown: t.filter.nowhere }[
      this.#query.location
    ];
    return html`<div class="list" part="list" aria-busy=${isLoading}>
      ${this.mainHeading(t.title)}
      ${filterForm(this.#query, {
        t,
        locale,
        themes: this.#themeNames,
        facets: this.#pages.loaded?.facets,
        filters: this.filters,
        isUnfolded: this.isFilterOpen,
        onFold: () => (this.isFilterOpen = !this.isFilterOpen),
        onClear: this.#onClear,
      })}
      <p class="locating" role="status">${locationText}</p>
      <p class="found" part="found">
        ${spokenWhen(this.#result?.isAnnounced ?? false, count && html`<bdi>${count}</bdi>`)}
      </p>
      ${open ? nothing : announcementRegion(announcement)}
      <div class="about-list" role="status">${error === undefined ? nothing : about}</div>
      ${error === undefined ? about : open ? nothing : helpSlot}
      ${shown ? this.#renderInitiatives(source, shown) : nothing}
      ${open ? this.#renderDetail(source, open, announcement) : nothing} ${helpSlot}
    </div>`;
  }

  #renderInitiatives(source: ListSource, { entries, skipped }: PageOfInitiatives): TemplateResult {
    const { t, locale, headingLevel, layout, columns } = this;
    return html`${skipped > 0 ? html`<p class="hint">${t.unread({ count: skipped })}</p>` : nothing}
    ${
      entries.length === 0
        ? emptyList(t, isFiltered(this.#query.current), this.#onClear)
        : cards(
            {
              t,
              locale,
              now: Date.now(),
              headingLevel,
              layout,
              columns,
              themes: this.#themeNames,
              placeholder: placeholderIn(this),
              hrefOf: this.#hrefs(),
              supportOf: (id) => this.#support.stateOf(id),
              onOpen: (id, event) => this.#onOpen(id, event, false),
              onJoin: (id, event) => this.#onOpen(id, event, true),
              onSupport: (initiative) => this.#support.toggle(initiative),
            },
            entries,
          )
    }
    ${moreButton(t, locale, this.#pages, this.#pageSize, () => void this.#onMore())}
    ${followBuurt(t, source, this.isFollowFormOpen, this.#onToggleFollowForm, this.#renderFollowForm(source))}`;
  }

  #renderFollowForm({ api, buurt }: ListSource): TemplateResult | typeof nothing {
    const { t, locale, ownTexts } = this;
    const { module, failed, load } = this.#formCode;
    if (!this.isFollowFormOpen) return nothing;
    if (!module) return failed ? retryNotice(t.partFailed, t.retry, load) : nothing;
    return neighbourForm({
      client: api,
      kind: 'follow',
      // What somebody looks for here is no part of it.
      about: { buurt, page: pageForMails(this.#query.plainUrl) },
      failures: t,
      headingLevel: this.headingLevel + 1,
      locale,
      ownTexts,
      onClosed: this.#onToggleFollowForm,
    });
  }

  #renderDetail({ api, buurt }: ListSource, id: string, announcement: Announcement) {
    const { t, locale, ownTexts, headingLevel } = this;
    const { module, failed, load } = this.#detailCode;
    if (!module) return failed ? retryNotice(t.partFailed, t.retry, load) : nothing;
    return html`<buurt-initiative-detail
      exportparts="detail, heading, button, primary, quiet, status, status-new, status-on-ballot, status-granted, status-underway, status-done, status-declined, support, join, remark, follow, back, field, label, input, choice, problem, error-summary, notice, actions"
      .client=${api}
      .buurt=${buurt}
      .initiativeId=${id}
      .listed=${this.#pages.loaded?.entries.find((each) => each.id === id)}
      .href=${this.#hrefs()(id)}
      .themes=${this.#themeNames}
      .placeholder=${placeholderIn(this)}
      .support=${this.#support.stateOf(id)}
      .announcement=${announcement}
      .isJoining=${this.#isJoining}
      .headingLevel=${headingLevel + 1}
      .listTexts=${t}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @support-toggle=${({ detail }: CustomEvent<ListedInitiative>) => this.#support.toggle(detail)}
      @offered=${({ detail }: CustomEvent<{ readonly kinds: readonly OfferKind[] }>) =>
        this.emit('buurt-offer', { initiativeId: id, kinds: detail.kinds })}
      @close=${this.#query.close}
      ><slot name="help" slot="help"></slot
    ></buurt-initiative-detail>`;
  }

  get #source(): ListSource | undefined {
    const { api, buurtCode } = this;
    return api && buurtCode !== undefined && this.isBuurt(buurtCode) ? { api, buurt: buurtCode } : undefined;
  }

  get #sourceName(): string | undefined {
    const source = this.#source;
    return source && cacheName(source.api.endpoint, source.buurt);
  }

  get #pageSize(): number {
    return pageSizeFrom(this.pageSize);
  }

  get #themeNames(): ThemeNames | undefined {
    const { value, error } = this.#themes;
    return value ?? (error === undefined ? undefined : noThemeNames);
  }

  /** Gives the way to where an initiative is to be read: the page's own page about it, or this list. */
  #hrefs(): (id: string) => string | undefined {
    const linkTo = this.#query.links();
    return (id) => hostPage(this.detailHref, id) ?? linkTo(id);
  }

  #countText(shown: PageOfInitiatives | undefined): string {
    const { t } = this;
    const result = this.#result;
    if (!result) return this.#pages.isLoading && !shown ? t.loading : '';
    const { count } = result;
    if (!shown || count === 0) return '';
    return result.isFiltered ? t.found({ count }) : t.all({ count });
  }

  get #announcement(): Announcement {
    const { t, locale } = this;
    const turn = this.#announcementTurn;
    if (!this.#supportOutcome) return { text: '', turn };
    const { id, title, outcome } = this.#supportOutcome;
    if (outcome === 'supported') return { text: t.supported({ title }), turn };
    if (outcome === 'unsupported') return { text: t.unsupported({ title }), turn };
    const { failure } = this.#support.stateOf(id);
    return { text: failure ? supportFailureText(t, locale, failure) : '', turn };
  }

  #announceSupport(outcome: SupportOutcome): void {
    this.#supportOutcome = outcome;
    this.#announcementTurn += 1;
    this.requestUpdate();
  }

  #onFirstPage({ total }: PageOfInitiatives): void {
    const { current } = this.#query;
    const { question = '' } = this.#pages;
    const before = this.#result;
    const isAnother = before !== undefined && before.question !== question;
    this.#support.forgetCounts();
    this.#result = {
      question,
      count: total,
      isFiltered: isFiltered(current),
      isAnnounced: isAnother || (before?.isAnnounced ?? false),
    };
    if (!isAnother) return;
    const { status, theme, words, sort } = current;
    this.emit('buurt-filter', { status, theme, words: words.trim(), sort, found: total });
  }

  /** A click that asks for another tab or window goes its own way, as does one to the page's own page. */
  #onOpen(id: string, event: Event, isJoining: boolean): void {
    const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    this.emit('buurt-open', { initiativeId: id });
    const isElsewhere = !isJoining && hostPage(this.detailHref, id) !== undefined;
    if (isElsewhere || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    this.#isJoining = isJoining;
    this.#opener = event.currentTarget as HTMLElement;
    this.#query.open(id);
  }

  #onOpenedElsewhere({ id, opener }: OpenedInitiative): void {
    this.emit('buurt-open', { initiativeId: id });
    const href = hostPage(this.detailHref, id);
    if (href !== undefined) return location.assign(href);
    this.#isJoining = false;
    this.#opener = opener;
    this.#query.open(id);
  }

  async #onMore(): Promise<void> {
    const before = this.#pages.loaded?.entries.length ?? 0;
    if (!(await this.#pages.loadMore())) return;
    this.#focusNext = `#title-${String(before)}`;
    this.#query.linkTo(this.#pages.loaded?.entries.length ?? 0);
    this.requestUpdate();
  }

  readonly #onClear = (): void => {
    this.#query.clear();
    this.#focusNext = '.filter :is(.fold, input, select)';
  };

  readonly #onRetry = (): void => {
    this.#pages.reload();
    if (this.#themes.error !== undefined) this.#themes.reload();
  };

  readonly #onToggleFollowForm = (): void => {
    this.isFollowFormOpen = !this.isFollowFormOpen;
    if (this.isFollowFormOpen) void this.#formCode.load();
    else this.#focusNext = '.follow-buurt button';
  };
}
