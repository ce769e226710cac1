import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { Fresh } from '@buurt/core/element/fresh.js';
import { heading } from '@buurt/core/element/heading.js';
import { hostPage } from '@buurt/core/element/host-page.js';
import { helpSlot } from '@buurt/core/element/screen.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import { nextInitiatives } from '@buurt/core/http/initiatives.js';
import { type Said, sayingRegion } from '@buurt/core/element/saying.js';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import type { Answer, BoardHost, Frame } from './board-host.js';
import { tell } from './events.js';
import { cards } from './cards.js';
import { Company } from './company.js';
import { filterFields } from './filters.js';
import { FollowBuurt } from './follow-buurt.js';
import { KeptAnswers } from './kept.js';
import { emptyList, listNotice, moreButton, type More } from './notices.js';
import { OneInitiative } from './one-initiative.js';
import { Search } from './search.js';
import { extended, keptFrom, shownFrom, type Shown } from './shown.js';
import { StructuredData } from './structured-data.js';
import { Supports } from './supports.js';
import { Themes } from './themes.js';
import type { View } from './view.js';
import { pageSizeOf, searchFor } from './wish.js';
import { isNarrowed } from './wishes.js';

/** More than so many together nobody asks for by hand: an address that does, is not followed further. */
const mostByAddress = 500;

/** The list of one buurt: what was read of it, and what a visitor does with it. */
export class Board implements ReactiveController {
  readonly #host: BoardHost;
  readonly #kept: KeptAnswers;
  readonly #supports: Supports;
  readonly #search: Search;
  readonly #fresh: Fresh;
  readonly #themes: Themes;
  readonly #data: StructuredData;
  #shown: Shown | undefined;
  /** The question for which this device was searched. */
  #expected = '';
  /** How many the server found, said once for each answer. */
  #found: { readonly count: number; readonly narrowed: boolean } | undefined;
  /** The question of which the page was told last. */
  #told = '';
  /** What was answered could not be read. */
  #unreadable: unknown;
  #more: More = 'idle';
  readonly #one: OneInitiative;
  readonly #company: Company;
  readonly #follow: FollowBuurt;
  /** What takes focus once it is drawn. */
  #focus = '';
  /** What a screen reader hears of a support while focus stays where it is. */
  #said: ((frame: Frame) => string) | undefined;
  #saying = 0;
  /** What they are called that were pressed: one that an address opened, is not in the list. */
  readonly #pressed = new Map<string, string>();
  /** The initiative that was open then. */
  #saidWith = '';
  /** The question that was answered first; what is found is said aloud once somebody asks another. */
  #asksFirst: string | undefined;
  #asked = false;
  #stop = new AbortController();

  constructor(host: BoardHost) {
    this.#host = host;
    this.#kept = new KeptAnswers(host.api.endpoint, host.buurt);
    this.#data = new StructuredData(host.element);
    const focus = (selector: string) => (this.#focus = selector);
    this.#search = new Search(host, focus);
    this.#follow = new FollowBuurt(host, focus);
    this.#themes = new Themes(host, this.#kept);
    this.#one = new OneInitiative(host, this.#search, this.#kept);
    this.#company = new Company(host, this.#search, this.#one.show);
    this.#fresh = new Fresh(() => host.again());
    this.#supports = new Supports(host.api, {
      settled: this.#onSupported,
      lost: this.#onSupportLost,
      changed: () => host.element.requestUpdate(),
    });
  }

  isFor(api: BuurtApi | undefined, buurt: string | undefined): boolean {
    return this.#host.api === api && this.#host.buurt === buurt;
  }

  start(): void {
    this.#host.element.addController(this);
    this.#fresh.start();
    this.#supports.start();
    this.#search.start();
    this.#company.start();
    void this.#themes.read();
  }

  close(): void {
    this.#host.element.removeController(this);
    this.#search.close();
    this.#company.stop();
    this.#data.remove();
    this.#fresh.stop();
    this.#supports.stop();
    this.#themes.close();
    this.#stop.abort();
  }

  /** The answer to the question that was asked last. */
  take(answer: Answer): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#more = 'idle';
    this.#fresh.known();
    this.#supports.forgetCounts();
    try {
      this.#shown = shownFrom(this.#host.api, answer);
      this.#unreadable = undefined;
      this.#kept.keepList(answer.search, answer.json);
      this.#count(this.#shown);
      void this.#fill();
    } catch (error) {
      this.#unreadable = error;
      tell(this.#host.element, 'buurt-error', { error });
    }
    this.#host.element.requestUpdate();
  }

  render(frame: Frame): TemplateResult {
    const { t, wish } = frame;
    this.#expect(frame);
    const error = frame.asking ? undefined : (frame.error ?? this.#unreadable);
    const fits = this.#shown?.search === frame.search || frame.asking;
    const shown = fits ? this.#shown : undefined;
    const view = this.#viewOf(frame);
    const words = this.#foundWords(frame, shown);
    const said = this.#saidIn(frame);
    const about = listNotice(frame, shown, error, this.#again);
    return html`<div class="list" part="list" aria-busy=${frame.asking}>
      ${heading(this.#host.element.headingLevel, t.title)}
      ${filterFields(view, this.#shown?.facets, this.#search.hands, this.#search.isUnfolded)}
      ${this.#renderLocating(frame)}
      <p class="found" part="found">${spokenWhen(this.#asked, words && html`<bdi>${words}</bdi>`)}</p>
      ${wish.open ? nothing : sayingRegion(said)}
      <div class="about-list" role="status">${error === undefined ? nothing : about}</div>
      ${error === undefined ? about : wish.open ? nothing : helpSlot}
      ${shown ? this.#renderShown(view, shown, isNarrowed(wish)) : nothing}
      ${this.#one.render(view, this.#listed(wish.open), said)} ${helpSlot}
    </div>`;
  }

  #renderShown(view: View, shown: Shown, narrowed: boolean): TemplateResult {
    const { t } = view;
    return html`${shown.skipped > 0 ? html`<p class="hint">${t.unread({ count: shown.skipped })}</p>` : nothing}
    ${
      shown.entries.length === 0
        ? emptyList(view, narrowed, this.#search.hands.onClear)
        : cards(view, shown.entries)
    }
    ${moreButton(view, shown, this.#more, () => void this.#onMore())} ${this.#follow.render(view)}`;
  }

  /** What was done in the list is not said again in a dialog, nor the other way round. */
  #saidIn(frame: Frame): Said {
    const { open } = frame.wish;
    if (open !== this.#saidWith) this.#said = undefined;
    this.#saidWith = open;
    return { words: this.#said?.(frame) ?? '', turn: this.#saying };
  }

  #renderLocating({ t }: Frame): TemplateResult {
    const { locating } = this.#search;
    const words = { no: '', busy: t.filter.locating, nowhere: t.filter.nowhere }[locating];
    return html`<p class="locating" role="status">${words}</p>`;
  }

  /** A question that is new: what this device kept of it, is there at once. */
  #expect({ search, asking, error }: Frame): void {
    if (this.#expected === search || this.#shown?.search === search || !(asking || error)) return;
    this.#expected = search;
    this.#unreadable = undefined;
    this.#shown = keptFrom(this.#host.api, this.#kept, search) ?? this.#shown;
  }

  #foundWords({ t, asking }: Frame, shown: Shown | undefined): string {
    if (!this.#found) return asking && !shown ? t.loading : '';
    const { count, narrowed } = this.#found;
    if (!shown || count === 0) return '';
    return narrowed ? t.found({ count }) : t.all({ count });
  }

  #viewOf(frame: Frame): View {
    const { t, locale } = frame;
    const look = this.#host.element;
    const linkTo = this.#search.links();
    return {
      ...frame,
      look,
      now: Date.now(),
      typed: this.#search.typed,
      themeName: (id) => this.#themes.nameOf(id, locale),
      supported: (id) => this.#supports.has(id),
      supportCount: (initiative) => this.#supports.countOf(initiative),
      trouble: (id) => {
        const trouble = this.#supports.trouble(id);
        const why = trouble && failureText(trouble.error, t, locale);
        return why && (trouble.wanted ? t.supportLost({ why }) : t.takeBackLost({ why }));
      },
      toggleSupport: ({ id, title }) => {
        this.#pressed.set(id, title);
        this.#supports.toggle(id);
      },
      hrefOf: (id) => hostPage(look.detailHref, id) ?? linkTo(id),
      open: this.#one.open,
    };
  }

  /** What follows from what is drawn now: data for search engines, and the focus where it belongs. */
  hostUpdated(): void {
    const { structuredData, detailHref } = this.#host.element;
    const linkTo = this.#search.links();
    const addressOf = (id: string) => {
      const href = hostPage(detailHref, id) ?? linkTo(id);
      return href && new URL(href, document.baseURI).href;
    };
    this.#data.describe(structuredData ? this.#shown?.entries : undefined, addressOf);
    this.#one.drawn();
    this.#company.tell();
    if (!this.#focus) return;
    const candidates = this.#host.element.renderRoot.querySelectorAll<HTMLElement>(this.#focus);
    const target = [...candidates].find((each) => each.getClientRects().length > 0);
    if (!target) return;
    this.#focus = '';
    target.focus();
  }

  #count({ total, search }: Shown): void {
    const wish = this.#host.wish();
    const first = this.#found === undefined;
    this.#asksFirst ??= search;
    this.#asked ||= search !== this.#asksFirst;
    this.#found = { count: total, narrowed: isNarrowed(wish) };
    if (first || search === this.#told) return;
    const { status, theme, words, sort } = wish;
    this.#told = search;
    tell(this.#host.element, 'buurt-filter', { status, theme, words: words.trim(), sort, found: total });
  }

  /** As many as the address asks for, also when that is more than comes at once. */
  async #fill(): Promise<void> {
    const wanted = Math.min(mostByAddress, this.#host.wish().shown);
    while (this.#shown?.next !== undefined && this.#shown.entries.length < wanted)
      if (!(await this.#extend())) return;
  }

  /** Whether the next page came. */
  async #extend(): Promise<boolean> {
    const { api, buurt, element, wish } = this.#host;
    const before = this.#shown;
    if (before?.next === undefined) return false;
    const { signal } = this.#stop;
    const search = searchFor({ ...wish(), shown: 0 }, pageSizeOf(element));
    this.#more = 'busy';
    this.#host.element.requestUpdate();
    try {
      const page = await nextInitiatives(api, buurt, search, { signal, cursor: before.next });
      if (signal.aborted) return false;
      this.#shown = extended(this.#shown ?? before, page);
      this.#more = 'idle';
      return true;
    } catch (failure) {
      if (signal.aborted) return false;
      this.#more = { failure };
      tell(this.#host.element, 'buurt-error', { error: failure });
      return false;
    } finally {
      this.#host.element.requestUpdate();
    }
  }

  readonly #again = (): void => {
    this.#unreadable = undefined;
    this.#host.again();
  };

  readonly #onMore = async (): Promise<void> => {
    if (this.#more === 'busy') return;
    const known = this.#shown?.entries.length ?? 0;
    if (!(await this.#extend())) return;
    this.#focus = `#title-${String(known)}`;
    this.#search.showSoMany(this.#shown?.entries.length ?? 0);
    this.#host.element.requestUpdate();
  };

  readonly #onSupported = (id: string, supported: boolean): void => {
    const title = this.#pressed.get(id) ?? this.#listed(id)?.title ?? '';
    this.#saying += 1;
    this.#said = ({ t }) => (supported ? t.supported({ title }) : t.unsupported({ title }));
    tell(this.#host.element, 'buurt-support', { initiativeId: id, supported });
    this.#host.element.requestUpdate();
  };

  readonly #onSupportLost = (id: string, error: unknown): void => {
    this.#saying += 1;
    this.#said = (frame) => this.#viewOf(frame).trouble(id) ?? '';
    tell(this.#host.element, 'buurt-error', { error });
    this.#host.element.requestUpdate();
  };

  #listed(id: string): ListedInitiative | undefined {
    return this.#shown?.entries.find((each) => each.id === id);
  }
}
