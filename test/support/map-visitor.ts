import type { BuurtMapCard } from '@buurt/map-card';
import '@buurt/map-card/buurt-map-card.js';
import { everywhere, until } from './waiting.js';

/** Somebody who looks at a map, as far as a page can be him: by what pins and buttons are called. */
export class MapVisitor {
  readonly card: BuurtMapCard;

  constructor(page: ParentNode) {
    const card = page.querySelector<BuurtMapCard>('buurt-map-card');
    if (!card) throw new Error('There is no map on this page');
    this.card = card;
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    if (!this.card.shadowRoot) throw new Error('The map is not ready');
    return everywhere(this.card.shadowRoot, selector) as E[];
  }

  see<E extends HTMLElement = HTMLElement>(selector: string): Promise<E> {
    return until(selector, () => this.all<E>(selector)[0]);
  }

  get words(): string {
    return (this.card.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  }

  read(text: string): Promise<true> {
    return until(`“${text}”`, () => this.words.includes(text) && (true as const));
  }

  /** What the pins are called, in their order. */
  get pins(): readonly string[] {
    return this.all('.pin').map((pin) => pin.getAttribute('aria-label') ?? '');
  }

  pin(name: string): Promise<HTMLElement> {
    return until(`pin “${name}”`, () =>
      this.all('.pin').find((pin) => pin.getAttribute('aria-label')?.startsWith(name)),
    );
  }

  async press(text: string): Promise<void> {
    const button = await until(`button “${text}”`, () =>
      this.all('button, a, summary').find((each) =>
        (each.getAttribute('aria-label') ?? each.textContent).replace(/\s+/g, ' ').trim().startsWith(text),
      ),
    );
    button.click();
    await this.card.updateComplete;
  }

  /** What the list under the map holds. */
  get listed(): readonly string[] {
    return this.all('.all .marker').map((spot) => spot.querySelector('bdi')?.textContent.trim() ?? '');
  }
}
