import type { LitElement } from 'lit';
import { everywhere, until } from './waiting.js';

/** Somebody at a widget, as far as a page can be him: by ids, labels and what is written on buttons. */
export class Visitor<Widget extends LitElement> {
  protected readonly widget: Widget;

  constructor(page: ParentNode, tag: string) {
    const widget = page.querySelector<Widget>(tag);
    if (!widget) throw new Error(`There is no <${tag}> on this page`);
    this.widget = widget;
  }

  protected get root(): ShadowRoot {
    if (!this.widget.shadowRoot) throw new Error(`<${this.widget.localName}> is not ready`);
    return this.widget.shadowRoot;
  }

  all(selector: string): HTMLElement[] {
    return everywhere(this.root, selector);
  }

  see(selector: string): Promise<HTMLElement> {
    return until(selector, () => this.all(selector)[0]);
  }

  /** What stands on the screen, in the widget and in the elements inside it. */
  get words(): string {
    const roots = [this.root, ...this.all('*').flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots
      .map(({ textContent }) => textContent)
      .join(' ')
      .replace(/\s+/g, ' ');
  }

  read(text: string | RegExp): Promise<true> {
    const isThere = () => (typeof text === 'string' ? this.words.includes(text) : text.test(this.words));
    return until(`“${String(text)}”`, () => isThere() && (true as const));
  }

  /** The heading of the screen. */
  get title(): string {
    return this.all('.screen-title')[0]?.textContent?.trim() ?? '';
  }

  async type(id: string, text: string): Promise<void> {
    const field = (await this.see(`#${CSS.escape(id)}`)) as HTMLInputElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.widget.updateComplete;
  }

  button(text: string): Promise<HTMLElement> {
    return until(`button “${text}”`, () =>
      this.all('button, a, summary').find((each) =>
        each.textContent?.replace(/\s+/g, ' ').trim().startsWith(text),
      ),
    );
  }

  async press(text: string): Promise<void> {
    (await this.button(text)).click();
    await this.widget.updateComplete;
  }
}
