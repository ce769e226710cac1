import type { BuurtBudgetVote } from '@buurt/budget-vote';
import '@buurt/budget-vote/buurt-budget-vote.js';
import { goodCode } from './vote-endpoint.js';
import { Visitor } from './visitor.js';

/** Somebody who votes. */
export class Voter extends Visitor<BuurtBudgetVote> {
  constructor(page: ParentNode) {
    super(page, 'buurt-budget-vote');
  }

  get vote(): BuurtBudgetVote {
    return this.widget;
  }

  get state(): string {
    return this.all('.state')[0]?.textContent?.trim() ?? '';
  }

  /** Waits for the code of voting, then puts these proposals on the ballot. */
  async add(...titles: readonly string[]): Promise<void> {
    for (const title of titles) await this.press(`Voeg toe: ${title}`);
  }

  typeCode(code = goodCode): Promise<void> {
    return this.type('code', code);
  }

  async check(): Promise<void> {
    await this.press('Controleer je keuze');
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
