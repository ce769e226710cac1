import { belongsTo } from '../rounds/limits.js';
import type { GroupBudget, Proposal } from '../rounds/round.js';
import type { NotGranted } from './tally-result.js';

/**
 * The money of a round while it is being granted: in all, per group with a cap, and kept apart for a group with an
 * earmark. A proposal takes the earmarked money of its groups first, then the free money. It also knows what excludes
 * what.
 */
export class BudgetLedger {
  readonly #granted: Proposal[] = [];
  readonly #caps: { readonly group: GroupBudget; leftCents: number }[];
  readonly #earmarks: { readonly group: GroupBudget; leftCents: number }[];
  #freeCents: number;

  constructor(budgetCents: number, groupBudgets: readonly GroupBudget[] = []) {
    const kept = (kind: GroupBudget['kind']) =>
      groupBudgets
        .filter((group) => group.kind === kind)
        .map((group) => ({ group, leftCents: group.budgetCents }));
    this.#caps = kept('cap');
    this.#earmarks = kept('earmark');
    this.#freeCents = budgetCents - this.#earmarks.reduce((sum, { leftCents }) => sum + leftCents, 0);
  }

  get granted(): readonly Proposal[] {
    return this.#granted;
  }

  /** All that is not granted, the earmarks among it. */
  get leftCents(): number {
    return this.#earmarks.reduce((sum, { leftCents }) => sum + leftCents, this.#freeCents);
  }

  /** What keeps a proposal from being granted whatever money there is in all. */
  excludedBecause(proposal: Proposal): NotGranted | undefined {
    const { id, excludes, costCents } = proposal;
    const other = this.#granted.find((each) => excludes.includes(each.id) || each.excludes.includes(id));
    if (other) return { code: 'excluded', by: other.id };
    const full = this.#caps.find(
      ({ group, leftCents }) => belongsTo(proposal, group) && leftCents < costCents,
    );
    if (!full) return undefined;
    const { dimension, key } = full.group;
    return { code: 'group-full', group: { dimension, key }, leftCents: full.leftCents };
  }

  /** Why a proposal cannot be granted now; undefined when it can. */
  notGrantedBecause(proposal: Proposal): NotGranted | undefined {
    const own = this.#earmarks.filter(({ group }) => belongsTo(proposal, group));
    const leftCents = own.reduce((sum, each) => sum + each.leftCents, this.#freeCents);
    const barred = this.excludedBecause(proposal);
    return barred ?? (leftCents < proposal.costCents ? { code: 'does-not-fit', leftCents } : undefined);
  }

  grant(proposal: Proposal): void {
    this.#granted.push(proposal);
    for (const cap of this.#caps) if (belongsTo(proposal, cap.group)) cap.leftCents -= proposal.costCents;
    let toPay = proposal.costCents;
    for (const earmark of this.#earmarks.filter(({ group }) => belongsTo(proposal, group))) {
      const paid = Math.min(toPay, earmark.leftCents);
      earmark.leftCents -= paid;
      toPay -= paid;
    }
    this.#freeCents -= toPay;
  }
}
