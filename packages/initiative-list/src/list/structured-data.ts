import type { ReactiveController, ReactiveElement } from 'lit';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';

export interface StructuredDataOptions {
  /** What is described; `undefined` for nothing. */
  readonly initiatives: () => readonly ListedInitiative[] | undefined;
  /** Gives the way to the whole address of an initiative, if it has one. */
  readonly urls: () => (id: string) => string | undefined;
}

/** Describes the initiatives for search engines, in a block of data inside the tag, outside its shadow root. */
export class StructuredData implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: StructuredDataOptions;
  #block: HTMLScriptElement | undefined;
  #described: readonly ListedInitiative[] | undefined;

  constructor(host: ReactiveElement, options: StructuredDataOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const initiatives = this.#options.initiatives();
    if (initiatives === this.#described || !this.#host.isConnected) return;
    this.#remove();
    this.#described = initiatives;
    if (!initiatives) return;
    this.#block = document.createElement('script');
    this.#block.type = 'application/ld+json';
    // Under Trusted Types a browser reports a script that comes with text, also one that nothing runs; so it comes empty.
    const text = document.createTextNode('');
    this.#block.append(text);
    this.#host.append(this.#block);
    // Also where somebody writes this page out as HTML, nothing in a text ends the block.
    const json = JSON.stringify(itemList(initiatives, this.#options.urls()));
    text.data = json.replaceAll('<', '\\u003c');
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#remove();
  }

  #remove(): void {
    this.#block?.remove();
    this.#block = undefined;
    this.#described = undefined;
  }
}

/** The list in the words of schema.org. */
const itemList = (initiatives: readonly ListedInitiative[], urlOf: (id: string) => string | undefined) => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  itemListElement: initiatives.map(({ id, title, excerpt, photo, place, publishedAt }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    item: {
      '@type': 'CreativeWork',
      name: title,
      description: excerpt,
      datePublished: publishedAt,
      url: urlOf(id),
      image: photo?.sources.at(-1)?.url,
      ...(place && {
        contentLocation: {
          '@type': 'Place',
          name: place.address,
          geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon },
        },
      }),
    },
  })),
});
