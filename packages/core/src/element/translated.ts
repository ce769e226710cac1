import type { ReactiveController, ReactiveElement } from 'lit';

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isFont = (node: Node | null): node is HTMLElement => node?.nodeName === 'FONT';

/**
 * Lets an element go on in a page that is being translated. A translator such as Google's puts a `<font>` in the place
 * of each text node, and Lit then writes new words into text nodes that are no longer in the page. While the element
 * renders, the text nodes are back in their places; afterwards the translation returns where the words are the same.
 */
export class Translated implements ReactiveController {
  readonly #element: ReactiveElement;
  /** The text node for which a translator put each `<font>`. */
  readonly #texts = new Map<HTMLElement, Text>();
  readonly #observer = new MutationObserver((records) => this.#read(records));
  #swapped: readonly { readonly font: HTMLElement; readonly text: Text; readonly words: string }[] = [];

  constructor(element: ReactiveElement) {
    this.#element = element;
    element.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#element.renderRoot, { childList: true, subtree: true });
  }

  hostDisconnected(): void {
    this.#read(this.#observer.takeRecords());
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    this.#read(this.#observer.takeRecords());
    this.#swapped = [...this.#texts]
      .filter(([font]) => font.parentNode)
      .map(([font, text]) => {
        font.replaceWith(text);
        return { font, text, words: text.data };
      });
  }

  hostUpdated(): void {
    this.#texts.clear();
    for (const { font, text, words } of this.#swapped) {
      if (!text.parentNode || text.data !== words) continue;
      text.replaceWith(font);
      this.#texts.set(font, text);
    }
    this.#swapped = [];
    // What has changed just now was Lit and this, no translator.
    this.#observer.takeRecords();
  }

  #read(records: readonly MutationRecord[]): void {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const text = [...removedNodes].find(isText);
      const font = [...addedNodes, previousSibling, nextSibling].find(isFont);
      if (text && font && !text.parentNode) this.#texts.set(font, text);
    }
  }
}
