import type { Sought } from '@buurt/core/element/together.js';
import type { InitiativeSort } from '@buurt/domain/initiatives/initiative-list.js';
import { readAddress } from './address.js';
import { addressOf } from './address-writing.js';
import type { BoardHost } from './board-host.js';
import type { FilterHands } from './filters.js';
import { whereabouts } from './nearby.js';
import { names, wishOf, type Wish } from './wish.js';
import { ownSeed, sameQuestion } from './wishes.js';

/** Somebody who types is not interrupted. */
const typingMs = 350;

/** What a visitor looks for: he changes it, and the address of the page goes with it. */
export class Search {
  readonly #host: BoardHost;
  #typed: string | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #locating: 'no' | 'busy' | 'nowhere' = 'no';
  #isUnfolded = false;
  /** The address that we left when an initiative was opened: going back leads there. */
  #camefrom: string | undefined;

  readonly #focus: (selector: string) => void;

  /** @param focus what takes focus once it is drawn */
  constructor(host: BoardHost, focus: (selector: string) => void) {
    this.#host = host;
    this.#focus = focus;
  }

  /** What stands in the search field: also what is not asked yet. */
  get typed(): string {
    return this.#typed ?? this.#host.wish().words;
  }

  /** Whether the fields are shown in a container that is too narrow for all of them. */
  get isUnfolded(): boolean {
    return this.#isUnfolded;
  }

  get locating(): 'no' | 'busy' | 'nowhere' {
    return this.#locating;
  }

  readonly hands: FilterHands = {
    onWords: (words) => {
      this.#typed = words;
      clearTimeout(this.#typing);
      this.#typing = setTimeout(this.#ask, typingMs);
    },
    onStatus: (status) => this.#narrow({ status }),
    onTheme: (theme) => this.#narrow({ theme }),
    onSort: (sort) => void this.#order(sort),
    onClear: () => {
      clearTimeout(this.#typing);
      this.#typed = undefined;
      this.#narrow({ words: '', status: [], theme: [] });
      this.#focus('.filter :is(.fold, input, select)');
    },
    onFold: () => {
      this.#isUnfolded = !this.#isUnfolded;
      this.#host.element.requestUpdate();
    },
  };

  start(): void {
    addEventListener('popstate', this.#onTravel);
    const wish = this.#host.wish();
    if (wish.sort === 'random' && !wish.seed) this.#change({ seed: ownSeed() }, 'replace');
  }

  /** What the list is called in the address of the page; empty where that is left alone. */
  get #name(): string {
    return this.#host.element.history === 'off' ? '' : this.#host.name();
  }

  close(): void {
    clearTimeout(this.#typing);
    removeEventListener('popstate', this.#onTravel);
  }

  /** Another link to what is shown, without asking anything. */
  showSoMany(shown: number): void {
    this.#write({ ...this.#host.wish(), shown }, 'replace');
  }

  /** The way to the address of an initiative; none where the address is left alone. Made once for all that are shown. */
  links(): (id: string) => string | undefined {
    const name = this.#name;
    if (!name) return () => undefined;
    const mark = `${encodeURIComponent(name)}-${names.open}=`;
    const address = addressOf(name, this.#host.element, { ...this.#host.wish(), open: '-' });
    const [before = '', after = ''] = address.split(`${mark}-`);
    return (id) => `${before}${mark}${encodeURIComponent(id)}${after}`;
  }

  /** Somebody looks for something else, elsewhere on the page. */
  follow({ status, theme, words }: Sought): void {
    this.#narrow({ status, theme, words });
  }

  open(open: string): void {
    this.#camefrom = location.href;
    this.#change({ open }, 'push');
  }

  /** Closes the initiative; who opened it here, goes back to where he was. */
  readonly shut = (): void => {
    if (!this.#host.wish().open) return;
    const back = this.#camefrom !== undefined && this.#name !== '';
    this.#camefrom = undefined;
    if (back) history.back();
    else this.#change({ open: '' }, 'replace');
  };

  /** Back or forward; the page itself may have gone somewhere too. */
  readonly #onTravel = (): void => {
    const name = this.#name;
    if (!name) return;
    const [wish, before] = [wishOf(this.#host.element, readAddress(name)), this.#host.wish()];
    this.#camefrom = undefined;
    this.#host.want(sameQuestion(wish, before) ? { ...before, open: wish.open } : wish);
  };

  readonly #ask = (): void => {
    const words = this.#typed ?? '';
    this.#typed = undefined;
    if (words.trim() !== this.#host.wish().words.trim()) this.#change({ words, shown: 0 }, 'replace');
  };

  #narrow(change: Partial<Wish>): void {
    this.#locating = 'no';
    this.#change({ ...change, shown: 0 }, 'push');
  }

  async #order(sort: InitiativeSort): Promise<void> {
    if (sort === 'random') return this.#narrow({ sort, seed: ownSeed() });
    if (sort !== 'near') return this.#narrow({ sort });
    this.#locating = 'busy';
    this.#host.element.requestUpdate();
    const near = await whereabouts();
    if (near) return this.#narrow({ sort, near });
    this.#locating = 'nowhere';
    this.#host.element.requestUpdate();
  }

  #change(change: Partial<Wish>, how: 'push' | 'replace'): void {
    const wish = { ...this.#host.wish(), ...change };
    this.#host.want(wish);
    this.#write(wish, how);
  }

  #write(wish: Wish, how: 'push' | 'replace'): void {
    const name = this.#name;
    if (!name) return;
    const next = addressOf(name, this.#host.element, wish);
    if (next === location.href) return;
    try {
      // What the page itself keeps with its history stays there.
      history[`${how}State`](history.state, '', next);
    } catch {
      // A page without an address of its own, or more steps than a browser allows: the list works on.
    }
  }
}
