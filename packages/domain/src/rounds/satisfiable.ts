/** A sum over what is chosen that must come between two ends: each candidate adds its weight, never less than 0. */
export interface Sum {
  readonly weights: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Whether every weight is 0 or 1. */
  readonly counts: boolean;
}

type Verdict = 'yes' | 'no' | 'unknown';

/** What has been decided on the way: candidates taken and left, the others being open. */
interface Branch {
  readonly taken: readonly number[];
  readonly open: readonly number[];
}

/** Choices that are tried before the search gives up. Every question about 11 candidates takes fewer. */
const patience = 5000;

const sumOf = ({ weights }: Sum, candidates: readonly number[]) =>
  candidates.reduce((sum, each) => sum + (weights[each] as number), 0);
const added = (weights: readonly number[]) => weights.reduce((sum, each) => sum + each, 0);

/** Whether so many more of one count leave the other sum within its ends, whichever are taken. */
function canMeet(count: Sum, other: Sum, { taken, open }: Branch): boolean {
  const has = sumOf(count, taken);
  const counted = open.filter((each) => count.weights[each] === 1);
  const weights = counted.map((each) => other.weights[each] as number).toSorted((a, b) => a - b);
  const needed = Math.max(0, count.least - has);
  const lightest = added(weights.slice(0, needed));
  const room = Math.max(0, count.most - has);
  const heaviest = added(room < weights.length ? weights.slice(weights.length - room) : weights);
  const free = sumOf(
    other,
    open.filter((each) => count.weights[each] !== 1),
  );
  const sum = sumOf(other, taken);
  return sum + lightest <= other.most && sum + heaviest + free >= other.least;
}

function isHopeless(sums: readonly Sum[], branch: Branch): boolean {
  const passes = (sum: Sum) => {
    const has = sumOf(sum, branch.taken);
    return has > sum.most || has + sumOf(sum, branch.open) < sum.least;
  };
  if (sums.some(passes)) return true;
  const counts = sums.filter((sum) => sum.counts);
  const others = sums.filter((sum) => !sum.counts);
  return counts.some((count) => others.some((other) => !canMeet(count, other, branch)));
}

/** Of those that would help the sum: the lightest by all sums where it counts, the heaviest where it adds up. */
function nextFor(short: Sum, sums: readonly Sum[], open: readonly number[]): number {
  const load = (each: number) =>
    added(sums.filter(({ counts }) => !counts).map(({ weights }) => weights[each] as number));
  const helpful = open.filter((each) => (short.weights[each] as number) > 0);
  const rating = (each: number) => (short.counts ? load(each) : -(short.weights[each] as number));
  return helpful.reduce((best, each) => (rating(each) < rating(best) ? each : best), helpful[0] as number);
}

/**
 * Whether some choice of candidates keeps every sum between its ends. Decides by search: always right when it says yes
 * or no; `unknown` when it has not found out after 5,000 steps, which takes many candidates and a sum that must be met
 * nearly to the cent.
 */
export function satisfiable(candidates: number, sums: readonly Sum[]): Verdict {
  const all = [...new Array(candidates).keys()];
  const branches: Branch[] = [{ taken: [], open: all }];
  for (let step = 0; step < patience; step++) {
    const branch = branches.pop();
    if (!branch) return 'no';
    if (isHopeless(sums, branch)) continue;
    const short = sums.find((sum) => sumOf(sum, branch.taken) < sum.least);
    if (!short) return 'yes';
    const next = nextFor(short, sums, branch.open);
    const open = branch.open.filter((each) => each !== next);
    branches.push({ taken: branch.taken, open }, { taken: [...branch.taken, next], open });
  }
  return 'unknown';
}
