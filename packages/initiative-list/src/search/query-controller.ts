import type { ReactiveController, ReactiveElement } from 'lit';
import type { InitiativeSort } from '@buurt/domain/initiatives/initiative-list.js';
import { currentPosition } from './geolocation.js';
import {
  isSameSearch,
  paramNames,
  parseListQuery,
  visitorSeed,
  type InitialQuery,
  type ListQuery,
} from './list-query.js';
import { claimName, readParams, releaseName, urlWith } from './list-url.js';

/** So long after the last key a search begins, so that somebody who types is not interrupted. */
const typingMs = 350;

type ListElement = ReactiveElement & InitialQuery & { readonly history: 'on' | 'off' };

/** Holds what a visitor looks for, and keeps the URL of the page the same. */
export class QueryController implements ReactiveController {
  readonly #host: ListElement;
  #current: ListQuery = parseListQuery({ status: '', theme: '', sort: '' }, new Map());
  /** What this list is called in the URL. */
  #name = '';
  #typed: string | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #location: 'idle' | 'asking' | 'unknown' = 'idle';
  /** Whether the page was here before the initiative was opened: then going back closes it. */
  #canGoBack = false;

  constructor(host: ListElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#name = claimName(this.#host.id || 'initiatieven', this.#host);
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    releaseName(this.#name);
    removeEventListener('popstate', this.#onPopState);
  }

  get current(): ListQuery {
    return this.#current;
  }

  /** The text of the search field, also what is not asked yet. */
  get typed(): string {
    return this.#typed ?? this.#current.words;
  }

  /** Whether this device is asked where it is, or would not say. */
  get location(): 'idle' | 'asking' | 'unknown' {
    return this.#location;
  }

  /** The URL of the page without anything that is looked for here. */
  get plainUrl(): string {
    return urlWith(this.#name, this.#host, parseListQuery(this.#host, new Map()));
  }

  /** Starts from what the attributes and the URL say. */
  restart(): void {
    this.#current = this.#fromUrl();
  }

  type(words: string): void {
    this.#typed = words;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(this.#onTyped, typingMs);
  }

  filter(change: Partial<ListQuery>): void {
    this.#location = 'idle';
    this.#change({ ...change, shown: 0 }, 'push');
  }

  clear(): void {
    clearTimeout(this.#typing);
    this.#typed = undefined;
    this.filter({ words: '', status: [], theme: [] });
  }

  async sortBy(sort: InitiativeSort): Promise<void> {
    if (sort === 'random') return this.filter({ sort, seed: visitorSeed() });
    if (sort !== 'near') return this.filter({ sort });
    this.#location = 'asking';
    this.#host.requestUpdate();
    const near = await currentPosition();
    if (near) return this.filter({ sort, near });
    this.#location = 'unknown';
    this.#host.requestUpdate();
  }

  open(id: string): void {
    this.#canGoBack = this.#urlName !== '';
    this.#change({ open: id }, 'push');
  }

  /** Closes the initiative; who opened it here, goes back to where they were. */
  readonly close = (): void => {
    if (!this.#current.open) return;
    const canGoBack = this.#canGoBack;
    this.#canGoBack = false;
    if (canGoBack) history.back();
    else this.#change({ open: '' }, 'replace');
  };

  /** Puts in the URL how many are shown, without asking anything. */
  linkTo(shown: number): void {
    this.#writeUrl({ ...this.#current, shown }, 'replace');
  }

  /** Gives the way to the URL of an initiative, if it has one. Made once for all that are shown. */
  links(): (id: string) => string | undefined {
    const name = this.#urlName;
    if (!name) return () => undefined;
    const param = `${encodeURIComponent(name)}-${paramNames.open}=`;
    const url = urlWith(name, this.#host, { ...this.#current, open: '-' });
    const [before = '', after = ''] = url.split(`${param}-`);
    return (id) => `${before}${param}${encodeURIComponent(id)}${after}`;
  }

  /** What the list is called in the URL; empty where that is left alone. */
  get #urlName(): string {
    return this.#host.history === 'off' ? '' : this.#name;
  }

  #fromUrl(): ListQuery {
    const query = parseListQuery(this.#host, this.#urlName ? readParams(this.#urlName) : new Map());
    if (query.sort !== 'random' || query.seed) return query;
    const seeded = { ...query, seed: visitorSeed() };
    this.#writeUrl(seeded, 'replace');
    return seeded;
  }

  #change(change: Partial<ListQuery>, how: 'push' | 'replace'): void {
    this.#current = { ...this.#current, ...change };
    this.#host.requestUpdate();
    this.#writeUrl(this.#current, how);
  }

  #writeUrl(query: ListQuery, how: 'push' | 'replace'): void {
    const name = this.#urlName;
    if (!name || !this.#host.isConnected) return;
    const next = urlWith(name, this.#host, query);
    if (next === location.href) return;
    try {
      // What the page itself stores with its history stays there.
      history[`${how}State`](history.state, '', next);
    } catch {
      // A page without a URL of its own, or more steps than a browser allows: the list works on.
    }
  }

  readonly #onTyped = (): void => {
    const words = this.#typed ?? '';
    this.#typed = undefined;
    if (words.trim() !== this.#current.words.trim()) this.#change({ words, shown: 0 }, 'replace');
  };

  /** Somebody went back or forward; the page itself may have gone somewhere too. */
  readonly #onPopState = (): void => {
    if (!this.#urlName) return;
    const query = this.#fromUrl();
    this.#canGoBack = false;
    this.#current = isSameSearch(query, this.#current) ? { ...this.#current, open: query.open } : query;
    this.#host.requestUpdate();
  };
}
