import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';

/** What search engines read of the list: schema.org in JSON-LD. */
const described = (initiatives: readonly ListedInitiative[], urlOf: (id: string) => string | undefined) => ({
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

/** A block of data inside the tag, outside its shadow, where those who read pages find it. */
export class StructuredData {
  readonly #element: HTMLElement;
  #block: HTMLScriptElement | undefined;
  #of: readonly ListedInitiative[] | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  describe(
    initiatives: readonly ListedInitiative[] | undefined,
    urlOf: (id: string) => string | undefined,
  ): void {
    if (initiatives === this.#of) return;
    this.remove();
    this.#of = initiatives;
    if (!initiatives) return;
    this.#block = document.createElement('script');
    this.#block.type = 'application/ld+json';
    // Under Trusted Types a browser reports a script that comes with text, also one that nothing runs; so it comes empty.
    const text = document.createTextNode('');
    this.#block.append(text);
    this.#element.append(this.#block);
    // Also where somebody writes this page out as HTML, nothing in a text ends the block.
    text.data = JSON.stringify(described(initiatives, urlOf)).replaceAll('<', '\\u003c');
  }

  remove(): void {
    this.#block?.remove();
    this.#of = undefined;
  }
}
