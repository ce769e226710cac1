import type { BuurtBudgetVote } from '@buurt/budget-vote';
import '@buurt/budget-vote/buurt-budget-vote.js';
import { everywhere, until } from './waiting.js';
import { goodCode } from './vote-endpoint.js';

/** Somebody who votes, as far as a page can be him: by labels, and by what is written on buttons. */
export class Voter {
  readonly vote: BuurtBudgetVote;

  constructor(page: ParentNode) {
    const vote = page.querySelector<BuurtBudgetVote>('buurt-budget-vote');
    if (!vote) throw new Error('There is no vote on this page');
    this.vote = vote;
  }

  get #root(): ShadowRoot {
    if (!this.vote.shadowRoot) throw new Error('The vote is not ready');
    return this.vote.shadowRoot;
  }

  all(selector: string): HTMLElement[] {
    return everywhere(this.#root, selector);
  }

  see(selector: string): Promise<HTMLElement> {
    return until(selector, () => this.all(selector)[0]);
  }

  /** What stands on the screen, in the vote and in the elements inside it. */
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

  get state(): string {
    return this.all('.state')[0]?.textContent?.trim() ?? '';
  }

  get title(): string {
    return this.all('.screen-title')[0]?.textContent?.trim() ?? '';
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
    await this.vote.updateComplete;
  }

  /** Waits for the code of voting, then puts these proposals on the ballot. */
  async add(...titles: readonly string[]): Promise<void> {
    for (const title of titles) await this.press(`Voeg toe: ${title}`);
  }

  async typeCode(code = goodCode): Promise<void> {
    const field = (await this.see('#code')) as HTMLInputElement;
    field.focus();
    field.value = code;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.vote.updateComplete;
  }

  async check(): Promise<void> {
    await this.press('Kijk je keuze na');
    await this.read('Klopt het zo?');
  }

  /** From an empty ballot to a vote that counts. */
  async castVote(...titles: readonly string[]): Promise<void> {
    await this.add(...titles);
    await this.check();
    await this.typeCode();
    await this.press('Verstuur je stem');
  }
}
