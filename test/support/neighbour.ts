import type { BuurtInitiativeList } from '@buurt/initiative-list';
import '@buurt/initiative-list/buurt-initiative-list.js';
import { everywhere, until } from './waiting.js';

/** Somebody who looks at the list, as far as a page can be him: by labels, and by what is written on buttons. */
export class Neighbour {
  readonly list: BuurtInitiativeList;

  constructor(page: ParentNode) {
    const list = page.querySelector<BuurtInitiativeList>('buurt-initiative-list');
    if (!list) throw new Error('There is no list on this page');
    this.list = list;
  }

  get #root(): ShadowRoot {
    if (!this.list.shadowRoot) throw new Error('The list is not ready');
    return this.list.shadowRoot;
  }

  all(selector: string): HTMLElement[] {
    return everywhere(this.#root, selector);
  }

  see(selector: string): Promise<HTMLElement> {
    return until(selector, () => this.all(selector)[0]);
  }

  /** What stands on the screen, in the list and in the elements inside it. */
  get words(): string {
    const roots = [this.#root, ...this.all('*').flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots
      .map(({ textContent }) => textContent)
      .join(' ')
      .replace(/\s+/g, ' ');
  }

  read(text: string | RegExp): Promise<true> {
    const isThere = () => (typeof text === 'string' ? this.words.includes(text) : text.test(this.words));
    return until(`“${String(text)}”`, () => isThere() && (true as const));
  }

  /** What the list holds, from top to bottom. */
  get titles(): readonly string[] {
    return this.all('.card .title').map(({ textContent }) => textContent.trim());
  }

  button(text: string): Promise<HTMLElement> {
    return until(`button “${text}”`, () =>
      this.all('button, a, summary').find((each) =>
        each.textContent.replace(/\s+/g, ' ').trim().startsWith(text),
      ),
    );
  }

  async press(text: string): Promise<void> {
    (await this.button(text)).click();
    await this.list.updateComplete;
  }

  async choose(id: 'theme' | 'status' | 'sort', value: string): Promise<void> {
    const field = (await this.see(`select#${id}`)) as HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.list.updateComplete;
  }

  async search(words: string): Promise<void> {
    await this.type('words', words);
  }

  /** Fills in "Ik doe mee" and sends it. */
  async join(): Promise<void> {
    (await this.see('input[name=kinds][value=tools]')).click();
    await this.type('name', 'Samira');
    await this.type('contact', 'samira@voorbeeld.nl');
    (await this.see('form [type=submit]')).click();
  }

  /** Asks for news by e-mail, in the form that is open. */
  async follow(email = 'samira@voorbeeld.nl'): Promise<void> {
    await this.type('email', email);
    (await this.see('form.join [type=submit]')).click();
  }

  async type(id: string, text: string): Promise<void> {
    const field = (await this.see(`#${CSS.escape(id)}`)) as HTMLInputElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.list.updateComplete;
  }
}
