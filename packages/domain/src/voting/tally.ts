import { electorateOf } from './electorate.js';
import { equalShares, equalSharesRaised, paymentOf, type Shared } from './equal-shares.js';
import { greedySteps, outOfCount } from './greedy.js';
import { BudgetLedger } from './budget-ledger.js';
import type { Round, TallyRules } from '../rounds/round.js';
import { marksOf, scored, type CountedBallot, type Marks, type Scored } from './scores.js';
import type { NotGranted, ProposalOutcome, TallyResult, TallyStep } from './tally-result.js';
import { TieBreaks } from './ties.js';

export type CountedRound = Pick<Round, 'id' | 'budgetCents' | 'rules' | 'proposals'>;

interface Count {
  readonly steps: readonly TallyStep[];
  readonly shared?: Shared;
}

function byVotes(
  candidates: readonly Scored[],
  ledger: BudgetLedger,
  ties: TieBreaks,
  rules: TallyRules,
): Count {
  const stops = rules.method === 'greedy-no-skip' && rules.leftover === 'none';
  return { steps: greedySteps(candidates, { ledger, ties, kind: 'votes', stops }) };
}

function byShares(
  candidates: readonly Scored[],
  ledger: BudgetLedger,
  ties: TieBreaks,
  { rules, marks, budgetCents }: { rules: TallyRules; marks: readonly Marks[]; budgetCents: number },
): Count {
  const { groupBudgets = [], add1Cents = 100 } = rules;
  const electorate = electorateOf(candidates, marks);
  const election = { candidates, electorate, budgetCents, groupBudgets, ties };
  const shared =
    rules.method === 'equalshares' ? equalShares(election) : equalSharesRaised(election, add1Cents);
  const steps = shared.purchases.map((purchase): TallyStep => {
    const { tie } = purchase;
    const { proposal, score } = purchase.scored;
    const payment = paymentOf(purchase, electorate);
    const leftBeforeCents = ledger.leftCents;
    ledger.grant(proposal);
    return {
      ...{ kind: 'shares', proposalId: proposal.id, granted: true, score, costCents: proposal.costCents },
      ...{ leftBeforeCents, leftAfterCents: ledger.leftCents, ...(tie ? { tie } : {}), payment },
    };
  });
  if (rules.leftover === 'none') return { steps, shared };
  const granted = new Set(ledger.granted);
  const rest = candidates.filter(({ proposal }) => !granted.has(proposal));
  return { steps: [...steps, ...greedySteps(rest, { ledger, ties, kind: 'fill' })], shared };
}

/** Why a proposal that took part did not get money. */
function whyNot(
  candidates: readonly Scored[],
  candidate: Scored,
  { steps, shared }: Count,
  ledger: BudgetLedger,
): NotGranted {
  const { proposal } = candidate;
  const said =
    steps.find(({ proposalId }) => proposalId === proposal.id)?.why ?? ledger.excludedBecause(proposal);
  return said ?? { code: 'supporters-short', haveCents: shared?.leftOf(candidates.indexOf(candidate)) ?? 0 };
}

/**
 * Counts the ballots of a round by one rule. Exact: cents are whole, shares of cents are fractions, and equals are told
 * apart only by the stated rules and the lot. The same for any order of ballots and proposals.
 *
 * @param firstOfEquals proposals that go before their equals: what comes out when somebody else decided the ties. Where a
 * choice of proposals can come out by some order of equals, counting by votes with that choice here gives it.
 */
export function tally(
  round: CountedRound,
  rules: TallyRules,
  ballots: readonly CountedBallot[],
  firstOfEquals?: ReadonlySet<string>,
): TallyResult {
  const { budgetCents, proposals } = round;
  const marks = marksOf(round.rules, rules, proposals, ballots);
  const ties = new TieBreaks(round.id, rules.tieBreak, firstOfEquals);
  const all = scored(proposals, ballots, marks).toSorted((a, b) => b.score - a.score || ties.compare(a, b));
  const candidates = all.filter((each) => !outOfCount(each, rules));
  const ledger = new BudgetLedger(budgetCents, rules.groupBudgets);
  const count = rules.method.startsWith('equalshares')
    ? byShares(candidates, ledger, ties, { rules, marks, budgetCents })
    : byVotes(candidates, ledger, ties, rules);
  const winners = ledger.granted.map(({ id }) => id);
  const won = new Set(winners);
  const outcomes = all.map((each): ProposalOutcome => {
    const { proposal, votes, score } = each;
    const granted = won.has(proposal.id);
    const why = granted ? undefined : (outOfCount(each, rules) ?? whyNot(candidates, each, count, ledger));
    return { proposalId: proposal.id, votes, score, granted, ...(why ? { why } : {}) };
  });
  const { steps, shared } = count;
  return {
    rules,
    ballotCount: ballots.length,
    outcomes,
    steps,
    winners,
    budgetCents,
    spentCents: budgetCents - ledger.leftCents,
    leftoverCents: ledger.leftCents,
    ballotsWithAWinner: ballots.filter(({ lines }) => lines.some(({ proposalId }) => won.has(proposalId)))
      .length,
    ...(shared ? { shares: { perVoterCents: shared.share.floor(), raises: shared.raises } } : {}),
  };
}
