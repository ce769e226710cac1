import type { ReactiveController, ReactiveElement } from 'lit';
import { RevalidateController } from '@buurt/core/element/revalidate-controller.js';
import { Resource, type AnswerCache } from '@buurt/core/element/resource.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { askInitiatives, type UnreadPage } from '@buurt/core/http/ask-initiatives.js';
import { nextInitiatives, pageFrom, type PageOfInitiatives } from '@buurt/core/http/initiatives.js';
import { cacheName, responseCache } from '../response-cache.js';

/** More than so many together nobody asks for by hand: a link that does, is not followed further. */
const maxByLink = 500;

/** The endpoint and the buurt of which the list is. */
export interface ListSource {
  readonly api: BuurtApi;
  readonly buurt: string;
}

export interface InitiativePagesOptions {
  /** `undefined` while there is nothing to ask. */
  readonly source: () => ListSource | undefined;
  /** What is asked for the first page, as `searchParamsOf` writes it. */
  readonly search: () => string;
  readonly pageSize: () => number;
  /** How many a link asks for; more pages are read until there are so many. */
  readonly wanted: () => number;
  readonly onFirstPage: (page: PageOfInitiatives) => void;
  readonly onError: (error: unknown) => void;
}

/** How it is with the next page: it was not asked for, is on its way, or did not come. */
export type NextPage = 'idle' | 'loading' | { readonly failure: unknown };

/** Reads the list page after page. Asks anew when the network is back, or somebody looks again after a while. */
export class InitiativePages implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: InitiativePagesOptions;
  readonly #first: Resource<PageOfInitiatives, UnreadPage>;
  readonly #revalidation: RevalidateController;
  /** The first page with those that came after it. */
  #extended: { readonly first: PageOfInitiatives; readonly all: PageOfInitiatives } | undefined;
  #next: NextPage = 'idle';
  /** Stops reading pages that belong to an earlier first page. */
  #stop = new AbortController();

  constructor(host: ReactiveElement, options: InitiativePagesOptions) {
    this.#host = host;
    this.#options = options;
    this.#revalidation = new RevalidateController(host, () => this.reload());
    this.#first = new Resource<PageOfInitiatives, UnreadPage>(host, {
      subject: () => {
        const source = options.source();
        return source && cacheName(source.api.endpoint, source.buurt);
      },
      question: options.search,
      client: () => options.source()?.api,
      fetch: (signal) => {
        const { api, buurt } = this.#source();
        return askInitiatives(api, buurt, options.search(), { signal });
      },
      parse: (answer) => pageFrom(this.#source().api, answer),
      cache: firstPages,
      onValue: this.#onFirstPage,
      onError: options.onError,
    });
    host.addController(this);
  }

  /** All that was read of the last answer; also while something else is asked, and when that fails. */
  get loaded(): PageOfInitiatives | undefined {
    const first = this.#first.value;
    return this.#extended && this.#extended.first === first ? this.#extended.all : first;
  }

  /** What there is to show: what answers the question, or the last answer while a newer one is on its way. */
  get shown(): PageOfInitiatives | undefined {
    const isAnswer = this.#first.question === this.#options.search();
    return isAnswer || this.#first.isLoading ? this.loaded : undefined;
  }

  /** The question that the last answer answers. */
  get question(): string | undefined {
    return this.#first.question;
  }

  get isLoading(): boolean {
    return this.#first.isLoading;
  }

  /** Why there is no newer answer. */
  get error(): unknown {
    return this.#first.error;
  }

  /** When the last answer was read, by this device's clock. */
  get readAt(): number | undefined {
    return this.#first.readAt;
  }

  /** Whether the last answer was read on an earlier visit. */
  get isStored(): boolean {
    return this.#first.storedAt !== undefined;
  }

  get next(): NextPage {
    return this.#next;
  }

  /** Asks the first page again. */
  readonly reload = (): void => this.#first.reload();

  /** Reads the next page; says whether it came. */
  async loadMore(): Promise<boolean> {
    const first = this.#first.value;
    const before = this.loaded;
    if (!first || before?.next === undefined || this.#next === 'loading') return false;
    const { api, buurt } = this.#source();
    const { signal } = this.#stop;
    const search = new URLSearchParams(this.#first.question);
    search.set('limit', String(this.#options.pageSize()));
    this.#next = 'loading';
    this.#host.requestUpdate();
    try {
      const page = await nextInitiatives(api, buurt, search.toString(), { signal, cursor: before.next });
      if (signal.aborted) return false;
      this.#extended = { first, all: withNextPage(before, page) };
      this.#next = 'idle';
      return true;
    } catch (failure) {
      if (signal.aborted) return false;
      this.#next = { failure };
      this.#options.onError(failure);
      return false;
    } finally {
      this.#host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#forgetNextPage();
    });
  }

  #forgetNextPage(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#next = 'idle';
  }

  /** @throws {ApiError} `aborted` where there is nothing to ask any more */
  #source(): ListSource {
    const source = this.#options.source();
    if (!source) throw new ApiError('aborted');
    return source;
  }

  readonly #onFirstPage = (page: PageOfInitiatives): void => {
    this.#forgetNextPage();
    this.#revalidation.onRead();
    this.#options.onFirstPage(page);
    void this.#readWanted();
  };

  async #readWanted(): Promise<void> {
    const wanted = Math.min(maxByLink, this.#options.wanted());
    while (this.loaded?.next !== undefined && this.loaded.entries.length < wanted)
      if (!(await this.loadMore())) return;
  }
}

/** The first pages that this device stored; without a way to the next page, which is good for a day only. */
function firstPages(name: string): AnswerCache<UnreadPage> {
  const lists = responseCache(name, 'lists');
  return {
    get: (search) => {
      const stored = lists.get(search);
      return stored && { at: stored.at, json: { json: stored.json, link: null } };
    },
    set: (search, { json }) => lists.set(search, json),
  };
}

/** What was read before is not repeated: initiatives move to a later page while somebody reads. */
function withNextPage(before: PageOfInitiatives, page: PageOfInitiatives): PageOfInitiatives {
  const ids = new Set(before.entries.map(({ id }) => id));
  return {
    ...before,
    entries: [...before.entries, ...page.entries.filter(({ id }) => !ids.has(id))],
    skipped: before.skipped + page.skipped,
    total: page.total,
    next: page.next,
  };
}
