import type { Electorate } from './electorate.js';
import { Fraction } from './fraction.js';
import { Purse } from './purse.js';
import type { GroupBudget } from './round.js';
import type { Scored } from './scores.js';
import type { SharedPayment, Tie } from './tally-result.js';
import type { TieBreaks } from './ties.js';
import { Wallets, type Price } from './wallets.js';

/** A proposal that its voters bought. */
export interface Purchase {
  readonly scored: Scored;
  readonly payment: SharedPayment;
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

/** Two prices that are closer are compared exactly. */
const near = 1e-9;

interface Offer {
  readonly candidate: number;
  /** What a point pays for a cent of cost, nearly: less is better value for who pays. */
  readonly value: number;
}

/** The proposals that give their voters the most for their money, by the exact price where they are close. */
function bestOf(
  offers: readonly Offer[],
  price: (candidate: number) => Price,
  cost: (candidate: number) => bigint,
) {
  const least = Math.min(...offers.map(({ value }) => value));
  const close = offers
    .filter(({ value }) => value <= least * (1 + near))
    .map(({ candidate }) => {
      const exact = price(candidate);
      return { candidate, price: exact, value: exact.perPoint.dividedBy(cost(candidate)) };
    });
  const best = close.reduce((a, b) => (b.value.compare(a.value) < 0 ? b : a));
  return close.filter(({ value }) => value.compare(best.value) === 0);
}

const paymentOf = ({ perPoint, paying, emptied }: Price, { sizes }: Electorate): SharedPayment => {
  const votersIn = (crowds: readonly number[]) =>
    crowds.reduce((sum, crowd) => sum + (sizes[crowd] as number), 0);
  return {
    voters: votersIn(paying) + votersIn(emptied),
    perPointCents: perPoint.ceil(),
    exactly: perPoint.toString(),
    emptied: votersIn(emptied),
  };
};

/**
 * The Method of Equal Shares with cost utilities (Peters, Pierczyński, Skowron, “Proportional Participatory Budgeting
 * with Additive Utilities”, NeurIPS 2021): every voter has the same share of the money; time and again the proposal is
 * bought whose voters pay the least per cent of its cost, each as much for a point, or all that he has left. Where
 * ballots give points, a voter's utility is his points times the cost.
 */
function bought(election: SharesElection, share: Fraction): Pick<Shared, 'purchases' | 'leftOf'> {
  const { candidates, electorate, groupBudgets, ties } = election;
  const wallets = new Wallets(electorate, share);
  // Caps and exclusions hold; how much there is in all follows from the shares.
  const purse = new Purse(
    Number.MAX_SAFE_INTEGER,
    groupBudgets.filter(({ kind }) => kind === 'cap'),
  );
  const costOf = (candidate: number) => candidates[candidate]?.proposal.costCents ?? 0;
  const supportersOf = (candidate: number) =>
    electorate.supporters[candidate] as Electorate['supporters'][number];
  const value = (candidate: number) =>
    costOf(candidate) === 0
      ? 0
      : wallets.nearPrice(supportersOf(candidate), costOf(candidate)) / costOf(candidate);
  const canBeBought = (candidate: number) =>
    !purse.barred((candidates[candidate] as Scored).proposal) &&
    wallets.canPay(supportersOf(candidate), costOf(candidate));
  const purchases: Purchase[] = [];
  // A price never falls while wallets empty, so what it was last is the least that it can be now.
  let waiting: readonly Offer[] = candidates.map((_, candidate) => ({ candidate, value: 0 }));
  for (;;) {
    const offers: Offer[] = [];
    let least = Infinity;
    for (const offer of waiting.toSorted((a, b) => a.value - b.value)) {
      const { candidate } = offer;
      const isWorse = offer.value > least * (1 + near);
      if (!isWorse && !canBeBought(candidate)) continue;
      const now = isWorse ? offer.value : value(candidate);
      least = Math.min(least, now);
      offers.push({ candidate, value: now });
    }
    if (least === Infinity) break;
    const best = bestOf(
      offers.filter((offer) => offer.value <= least * (1 + near)),
      (candidate) => wallets.price(supportersOf(candidate), costOf(candidate)),
      (candidate) => BigInt(Math.max(1, costOf(candidate))),
    );
    const equals = best.map(({ candidate }) => candidates[candidate] as Scored);
    const { winner, tie } = ties.first(equals as [Scored, ...Scored[]]);
    const taken = best[equals.indexOf(winner)] as (typeof best)[number];
    wallets.pay(supportersOf(taken.candidate), taken.price);
    purse.grant(winner.proposal);
    purchases.push({ scored: winner, payment: paymentOf(taken.price, electorate), ...(tie ? { tie } : {}) });
    waiting = offers.filter(({ candidate }) => candidate !== taken.candidate);
  }
  return { purchases, leftOf: (candidate) => wallets.exactSum([...supportersOf(candidate).crowds]).floor() };
}

const spentOn = (purchases: readonly Purchase[]) =>
  purchases.reduce((sum, { scored }) => sum + scored.proposal.costCents, 0);

/** Whether nothing more can be granted with the money that is really there. */
function isExhaustive(
  { candidates, budgetCents, groupBudgets }: SharesElection,
  purchases: readonly Purchase[],
): boolean {
  const purse = new Purse(budgetCents, groupBudgets);
  for (const { scored } of purchases) purse.grant(scored.proposal);
  const granted = new Set(purchases.map(({ scored }) => scored));
  return candidates.every((each) => granted.has(each) || purse.whyNot(each.proposal) !== undefined);
}

/** Shares the budget once. */
export function equalShares(election: SharesElection): Shared {
  const { budgetCents, electorate } = election;
  const share = Fraction.of(BigInt(budgetCents), BigInt(Math.max(1, electorate.voters)));
  return { ...bought(election, share), share, raises: 0 };
}

/**
 * Shares it again with a little more for every voter, as long as money is left that something would fit in and not
 * more is spent than there is: the completion “add1” of equalshares.net.
 */
export function equalSharesRaised(election: SharesElection, raiseCents: number): Shared {
  const raise = Fraction.of(BigInt(raiseCents));
  let shared = equalShares(election);
  while (!isExhaustive(election, shared.purchases)) {
    const share = shared.share.plus(raise);
    const next = bought(election, share);
    if (spentOn(next.purchases) > election.budgetCents) break;
    shared = { ...next, share, raises: shared.raises + 1 };
  }
  return shared;
}
