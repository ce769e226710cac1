import type { Proposal, TallyRules } from '@buurt/domain/rounds/round.js';
import type { CountedBallot, CountedRound } from './tally-elections.js';

/**
 * Counting as the definitions say it and nothing more: no crowds, no bounds, no floating-point numbers. Independent of
 * the real count; slow.
 */

type Ratio = readonly [bigint, bigint];
const add = ([a, b]: Ratio, [c, d]: Ratio): Ratio => reduce([a * d + c * b, b * d]);
const minus = (x: Ratio, [c, d]: Ratio): Ratio => add(x, [-c, d]);
const over = ([a, b]: Ratio, [c, d]: Ratio): Ratio => reduce([a * d, b * c]);
const isLess = ([a, b]: Ratio, [c, d]: Ratio) => a * d < c * b;
const isEqual = ([a, b]: Ratio, [c, d]: Ratio) => a * d === c * b;
const whole = (n: number): Ratio => [BigInt(n), 1n];

function reduce([n, d]: Ratio): Ratio {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [n / a, d / a];
}

function markOf(round: CountedRound, rules: TallyRules, { lines }: CountedBallot, id: string): number {
  const line = lines.find(({ proposalId }) => proposalId === id);
  const { expression, defaultScore = 0 } = round.rules;
  if (!line) return expression === 'score' ? defaultScore : 0;
  if (expression === 'approve') return 1;
  if (expression !== 'rank') return line.points ?? 0;
  if (rules.rankScores === undefined) return 1;
  if (rules.rankScores === 'borda') return round.proposals.length + 1 - line.rank!;
  return rules.rankScores[line.rank! - 1] ?? 0;
}

const scoreOf = (round: CountedRound, rules: TallyRules, ballots: readonly CountedBallot[], id: string) =>
  ballots.reduce((sum, ballot) => sum + markOf(round, rules, ballot, id), 0);

const votesOf = (ballots: readonly CountedBallot[], id: string) =>
  ballots.filter(({ lines }) => lines.some(({ proposalId }) => proposalId === id)).length;

/** Without ties that only the lot decides: the callers see to it that costs differ. */
const before = (ballots: readonly CountedBallot[], rules: TallyRules) => (a: Proposal, b: Proposal) => {
  for (const rule of rules.tieBreak) {
    const order =
      rule === 'cheaper' ? a.costCents - b.costCents : votesOf(ballots, b.id) - votesOf(ballots, a.id);
    if (order !== 0) return order;
  }
  throw new Error('only the lot can tell these apart');
};

function mayBeGranted(
  round: CountedRound,
  rules: TallyRules,
  granted: readonly Proposal[],
  next: Proposal,
): boolean {
  if (granted.some((each) => each.excludes.includes(next.id))) return false;
  const groups = rules.groupBudgets ?? [];
  const isIn = (proposal: Proposal, index: number) => {
    const { dimension, key } = groups[index]!;
    return (dimension === 'category' ? proposal.categories : proposal.neighborhoods).includes(key);
  };
  const left = groups.map(({ budgetCents }) => budgetCents);
  let free = round.budgetCents;
  groups.forEach(({ kind, budgetCents }) => (free -= kind === 'earmark' ? budgetCents : 0));
  return [...granted, next].every((proposal) => {
    let toPay = proposal.costCents;
    groups.forEach(({ kind }, index) => {
      if (!isIn(proposal, index)) return;
      const paid = kind === 'cap' ? proposal.costCents : Math.min(toPay, left[index]!);
      left[index]! -= paid;
      if (kind === 'earmark') toPay -= paid;
    });
    free -= toPay;
    return free >= 0 && left.every((cents) => cents >= 0);
  });
}

function greedy(
  round: CountedRound,
  rules: TallyRules,
  ballots: readonly CountedBallot[],
  granted: Proposal[],
) {
  const waiting = takingPart(round, rules, ballots)
    .filter((each) => !granted.includes(each))
    .toSorted(
      (a, b) =>
        scoreOf(round, rules, ballots, b.id) - scoreOf(round, rules, ballots, a.id) ||
        before(ballots, rules)(a, b),
    );
  for (const next of waiting) if (mayBeGranted(round, rules, granted, next)) granted.push(next);
  return granted;
}

const takingPart = (round: CountedRound, rules: TallyRules, ballots: readonly CountedBallot[]) =>
  round.proposals.filter(({ id, withdrawn }) => {
    const score = scoreOf(round, rules, ballots, id);
    const isHighEnough = rules.threshold === undefined || score >= rules.threshold;
    return !withdrawn && votesOf(ballots, id) > 0 && score > 0 && isHighEnough;
  });

/** The price ρ of a point at which the supporters pay the cost together, each at most what he has. */
function price(wallets: readonly Ratio[], marks: readonly number[], cost: number): Ratio | undefined {
  const supporters = marks.flatMap((mark, voter) => (mark > 0 ? [voter] : []));
  const poorestFirst = supporters.toSorted((a, b) => {
    const [x, y] = [over(wallets[a]!, whole(marks[a]!)), over(wallets[b]!, whole(marks[b]!))];
    return isLess(x, y) ? -1 : isLess(y, x) ? 1 : 0;
  });
  let toPay = whole(cost);
  let points = supporters.reduce((sum, voter) => sum + marks[voter]!, 0);
  for (const voter of poorestFirst) {
    const rho = over(toPay, whole(points));
    if (!isLess(wallets[voter]!, over(rho, [1n, BigInt(marks[voter]!)]))) return rho;
    toPay = minus(toPay, wallets[voter]!);
    points -= marks[voter]!;
  }
  return undefined;
}

function shares(
  round: CountedRound,
  rules: TallyRules,
  ballots: readonly CountedBallot[],
  share: Ratio,
): Proposal[] {
  const caps = { ...rules, groupBudgets: (rules.groupBudgets ?? []).filter(({ kind }) => kind === 'cap') };
  const unlimited = { ...round, budgetCents: Number.MAX_SAFE_INTEGER };
  const wallets = ballots.map(() => share);
  const granted: Proposal[] = [];
  for (;;) {
    const offers = takingPart(round, rules, ballots)
      .filter((each) => !granted.includes(each) && mayBeGranted(unlimited, caps, granted, each))
      .flatMap((proposal) => {
        const marks = ballots.map((ballot) => markOf(round, rules, ballot, proposal.id));
        const rho = price(wallets, marks, proposal.costCents);
        return rho ? [{ proposal, marks, rho, value: over(rho, whole(proposal.costCents)) }] : [];
      });
    const best = offers.filter(({ value }) => !offers.some((other) => isLess(other.value, value)));
    if (best.length === 0) return granted;
    best.sort((a, b) => before(ballots, rules)(a.proposal, b.proposal));
    const { proposal, marks, rho } = best[0]!;
    granted.push(proposal);
    marks.forEach((mark, voter) => {
      if (mark <= 0) return;
      const full = over(rho, [1n, BigInt(mark)]);
      wallets[voter] =
        isLess(wallets[voter]!, full) || isEqual(wallets[voter]!, full)
          ? [0n, 1n]
          : minus(wallets[voter]!, full);
    });
  }
}

/** The ids of what is granted, in the order of granting. */
export function simpleWinners(
  round: CountedRound,
  rules: TallyRules,
  ballots: readonly CountedBallot[],
): string[] {
  const ids = (granted: readonly Proposal[]) => granted.map(({ id }) => id);
  if (!rules.method.startsWith('equalshares')) return ids(greedy(round, rules, ballots, []));
  if (ballots.length === 0) return [];
  const spent = (granted: readonly Proposal[]) => granted.reduce((sum, { costCents }) => sum + costCents, 0);
  let share = over(whole(round.budgetCents), whole(ballots.length));
  let granted = shares(round, rules, ballots, share);
  const isDone = () =>
    takingPart(round, rules, ballots).every(
      (each) => granted.includes(each) || !mayBeGranted(round, rules, granted, each),
    );
  while (rules.method === 'equalshares/add1' && !isDone()) {
    share = add(share, whole(rules.add1Cents ?? 100));
    const next = shares(round, rules, ballots, share);
    if (spent(next) > round.budgetCents) break;
    granted = next;
  }
  return ids(rules.leftover === 'none' ? granted : greedy(round, rules, ballots, granted));
}
