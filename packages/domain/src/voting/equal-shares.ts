import type { Electorate, Supporters } from './electorate.js';
import { Fraction } from './fraction.js';
import { BudgetLedger } from './budget-ledger.js';
import type { GroupBudget } from '../rounds/round.js';
import type { Scored } from './scores.js';
import type { SharedPayment, Tie } from './tally-result.js';
import type { TieBreaks } from './ties.js';
import { VoterBudgets, type Bounds, type Price } from './voter-budgets.js';

/** A proposal that its voters bought. */
export interface Purchase {
  readonly candidate: number;
  readonly scored: Scored;
  readonly price: Price;
  readonly tie?: Tie;
}

export interface Shared {
  readonly purchases: readonly Purchase[];
  /** What the voters of each candidate have left together, rounded down. */
  readonly leftOf: (candidate: number) => number;
  /** What every voter could spend, in cents. */
  readonly share: Fraction;
  readonly raises: number;
}

export interface SharesElection {
  readonly candidates: readonly Scored[];
  readonly electorate: Electorate;
  readonly budgetCents: number;
  readonly groupBudgets: readonly GroupBudget[];
  readonly ties: TieBreaks;
}

/** More than rounding adds to a number in a few operations, as a part of it. */
const ulps = 2 ** -50;

/** What a point pays for a cent of the cost: less is better value for who pays. */
interface Offer extends Bounds {
  readonly candidate: number;
}

interface Exact {
  readonly candidate: number;
  readonly price: Price;
}

/** One division of the money, with these shares. */
class Sharing {
  readonly #election: SharesElection;
  readonly #budgets: VoterBudgets;
  /** Caps and exclusions hold; how much there is in all follows from the shares. */
  readonly #ledger: BudgetLedger;

  constructor(election: SharesElection, share: Fraction) {
    this.#election = election;
    this.#budgets = new VoterBudgets(election.electorate, share);
    const caps = election.groupBudgets.filter(({ kind }) => kind === 'cap');
    this.#ledger = new BudgetLedger(Number.MAX_SAFE_INTEGER, caps);
  }

  leftOf(candidate: number): number {
    return this.#budgets.leftCents(this.#supporters(candidate));
  }

  /** Buys until nothing can be bought; undefined as soon as that costs more than `limitCents`. */
  bought(limitCents: number): Purchase[] | undefined {
    const { candidates, ties } = this.#election;
    const purchases: Purchase[] = [];
    // At best every supporter pays alike.
    let waiting: Offer[] = candidates.map((_, candidate) => {
      const low = this.#cost(candidate) === 0 ? 0 : (1 - ulps) / this.#supporters(candidate).points;
      return { candidate, low, high: low };
    });
    for (let leftCents = limitCents; ;) {
      const { best, rest } = this.#bestOf(waiting);
      const [first, ...others] = best.map(({ candidate }) => candidates[candidate] as Scored);
      if (!first) return purchases;
      const { winner: scored, tie } = ties.first([first, ...others]);
      const { candidate, price } = best.find((each) => candidates[each.candidate] === scored) as Exact;
      leftCents -= scored.proposal.costCents;
      if (leftCents < 0) return undefined;
      this.#budgets.pay(this.#supporters(candidate), price);
      this.#ledger.grant(scored.proposal);
      purchases.push({ candidate, scored, price, ...(tie ? { tie } : {}) });
      waiting = rest.filter((each) => each.candidate !== candidate);
    }
  }

  /**
   * The candidates that give their voters the best value, and all that can still be bought. A price never falls while
   * budgets empty, so what it was last is the least that it can be now: who was worse then is not looked at.
   */
  #bestOf(waiting: readonly Offer[]): { best: Exact[]; rest: Offer[] } {
    const sorted = waiting.toSorted((a, b) => a.low - b.low);
    const now: Offer[] = [];
    let leastHigh = Infinity;
    let looked = 0;
    for (const { candidate, low } of sorted) {
      if (low > leastHigh) break;
      looked++;
      const offer = this.#offer(candidate);
      if (!offer) continue;
      now.push(offer);
      leastHigh = Math.min(leastHigh, offer.high);
    }
    const close = now.filter(({ low }) => low <= leastHigh);
    return { best: this.#exactlyBest(close), rest: [...now, ...sorted.slice(looked)] };
  }

  /** What a candidate costs its supporters now; undefined when it cannot be bought any more. */
  #offer(candidate: number): Offer | undefined {
    const { proposal } = this.#election.candidates[candidate] as Scored;
    if (this.#ledger.excludedBecause(proposal)) return undefined;
    const price = this.#budgets.estimate(this.#supporters(candidate), proposal.costCents);
    if (!price) return undefined;
    // What is free is bought first.
    const cost = proposal.costCents || Infinity;
    return { candidate, low: (price.low / cost) * (1 - ulps), high: (price.high / cost) * (1 + ulps) };
  }

  /** Those of equal and best value, compared exactly. */
  #exactlyBest(offers: readonly Offer[]): Exact[] {
    let best: Exact[] = [];
    for (const { candidate } of offers) {
      const exact = {
        candidate,
        price: this.#budgets.price(this.#supporters(candidate), this.#cost(candidate)),
      };
      const order = best[0] ? this.#compare(exact, best[0]) : 0;
      if (order < 0) best = [exact];
      else if (order === 0) best.push(exact);
    }
    return best;
  }

  #compare(a: Exact, b: Exact): number {
    const left = a.price.numerator * b.price.denominator * BigInt(this.#cost(b.candidate));
    const right = b.price.numerator * a.price.denominator * BigInt(this.#cost(a.candidate));
    return left < right ? -1 : left > right ? 1 : 0;
  }

  #supporters(candidate: number): Supporters {
    return this.#election.electorate.supporters[candidate] as Supporters;
  }

  #cost(candidate: number): number {
    return (this.#election.candidates[candidate] as Scored).proposal.costCents;
  }
}

/**
 * The Method of Equal Shares with cost utilities (Peters, Pierczyński, Skowron, “Proportional Participatory Budgeting
 * with Additive Utilities”, NeurIPS 2021): every voter has the same share of the money; time and again the proposal is
 * bought whose voters pay the least per cent of its cost, each as much for a point, or all that he has left. Where
 * ballots give points, a voter's utility is his points times the cost.
 */
export function equalShares(election: SharesElection): Shared {
  const { budgetCents, electorate } = election;
  const share = Fraction.of(BigInt(budgetCents), BigInt(Math.max(1, electorate.voters)));
  // All shares together are the budget, so that it cannot be passed.
  return sharedWith(election, share, 0) ?? { purchases: [], leftOf: () => 0, share, raises: 0 };
}

function sharedWith(election: SharesElection, share: Fraction, raises: number): Shared | undefined {
  const sharing = new Sharing(election, share);
  const purchases = sharing.bought(election.budgetCents);
  return purchases && { purchases, leftOf: (candidate) => sharing.leftOf(candidate), share, raises };
}

/** Whether nothing more can be granted with the money that is really there. */
function isExhaustive(
  { candidates, budgetCents, groupBudgets }: SharesElection,
  purchases: readonly Purchase[],
): boolean {
  const purse = new BudgetLedger(budgetCents, groupBudgets);
  for (const { scored } of purchases) purse.grant(scored.proposal);
  const granted = new Set(purchases.map(({ scored }) => scored));
  return candidates.every(
    (each) => granted.has(each) || purse.notGrantedBecause(each.proposal) !== undefined,
  );
}

/**
 * Shares it again with a little more for every voter, as long as money is left that something would fit in and not
 * more is spent than there is: the completion “add1” of equalshares.net.
 */
export function equalSharesRaised(election: SharesElection, raiseCents: number): Shared {
  const raise = Fraction.of(BigInt(raiseCents));
  let shared = equalShares(election);
  while (!isExhaustive(election, shared.purchases)) {
    const next = sharedWith(election, shared.share.plus(raise), shared.raises + 1);
    if (!next) break;
    shared = next;
  }
  return shared;
}

/** What the voters paid for a purchase, for who wants to follow the count. */
export function paymentOf({ candidate, price }: Purchase, { sizes, supporters }: Electorate): SharedPayment {
  const { crowds } = supporters[candidate] as Supporters;
  const votersIn = (places: readonly number[]) =>
    places.reduce((sum, place) => sum + (sizes[crowds[place] as number] as number), 0);
  const perPoint = Fraction.of(price.numerator, price.denominator);
  const emptied = votersIn(price.emptied);
  return {
    voters: votersIn(price.paying) + emptied,
    perPointCents: perPoint.ceil(),
    exactly: perPoint.toString(),
    emptied,
  };
}
