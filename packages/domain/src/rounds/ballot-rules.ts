import type { Problem } from '../wire/problem.js';
import type { BallotRules, Group, GroupRules, Range } from './ballot.js';
import { belongsTo, sameGroup, takesPoints } from './limits.js';
import { amountProblems } from './amount.js';
import { proposalsProblems } from './proposal-problems.js';
import { reachProblems } from './reach.js';
import type { Proposal, TallyRules } from './round.js';
import { talliesProblems } from '../voting/tally-rules.js';

/** Ends that are whole and not too low, the lower one first. */
function rangeProblems(pointer: string, range: Range | undefined, lowest = 0): Problem[] {
  const { min, max } = range ?? {};
  const ends = Object.entries({ min, max }).flatMap(([end, value]) =>
    value === undefined ? [] : amountProblems(`${pointer}/${end}`, value, lowest),
  );
  if (ends.length > 0 || min === undefined || max === undefined || min <= max) return ends;
  return [{ pointer, code: 'range-reversed', limit: max, actual: min }];
}

/** Points only where the ballot gives points, and bounded, so that no ballot can outweigh all others. */
function pointRuleProblems({ expression, perProject, total, defaultScore }: BallotRules): Problem[] {
  const strange = Object.entries({ perProject, total, defaultScore }).filter(
    ([name, value]) =>
      value !== undefined &&
      (name === 'defaultScore' ? expression !== 'score' : !takesPoints({ expression })),
  );
  if (strange.length > 0)
    return strange.map(([name]) => ({ pointer: `/rules/${name}`, code: 'unknown-key' }));
  const bounded = total?.max !== undefined || perProject?.max !== undefined;
  return [
    ...rangeProblems('/rules/perProject', perProject, expression === 'score' ? -Infinity : 0),
    ...rangeProblems('/rules/total', total, expression === 'score' ? -Infinity : 0),
    ...(expression === 'allocate' && !bounded
      ? [{ pointer: '/rules/total/max', code: 'required' as const }]
      : []),
    ...(expression === 'score' ? markProblems({ perProject: perProject ?? {}, defaultScore }) : []),
  ];
}

function markProblems({ perProject, defaultScore }: { perProject: Range; defaultScore: number | undefined }) {
  const open = (['min', 'max'] as const).filter((end) => perProject[end] === undefined);
  const wrong: Problem[] = open.map((end) => ({ pointer: `/rules/perProject/${end}`, code: 'required' }));
  if (defaultScore !== undefined && !Number.isSafeInteger(defaultScore))
    wrong.push({ pointer: '/rules/defaultScore', code: 'malformed' });
  return wrong;
}

function groupProblems(
  group: GroupRules,
  index: number,
  groups: readonly Group[],
  proposals: readonly Proposal[],
): Problem[] {
  const pointer = `/rules/groups/${String(index)}`;
  const about = { dimension: group.dimension, key: group.key };
  const limited = [group.picks, group.spendCents].some(
    (range) => range?.min !== undefined || range?.max !== undefined,
  );
  return [
    ...(limited ? [] : [{ pointer, code: 'required' as const, group: about }]),
    ...(groups.slice(0, index).some((above) => sameGroup(above, group))
      ? [{ pointer, code: 'doubled' as const, group: about }]
      : []),
    ...(proposals.some((each) => belongsTo(each, group))
      ? []
      : [{ pointer: `${pointer}/key`, code: 'not-an-option' as const, group: about }]),
    ...rangeProblems(`${pointer}/picks`, group.picks),
    ...rangeProblems(`${pointer}/spendCents`, group.spendCents),
  ];
}

const rulesThemselves = (rules: BallotRules, proposals: readonly Proposal[]): Problem[] => [
  ...rangeProblems('/rules/picks', rules.picks),
  ...rangeProblems('/rules/spendCents', rules.spendCents),
  ...pointRuleProblems(rules),
  ...(rules.groups?.length === 0 ? [{ pointer: '/rules/groups', code: 'required' as const }] : []),
  ...(rules.groups ?? []).flatMap((group, index, all) => groupProblems(group, index, all, proposals)),
];

/**
 * What keeps a round from being made, with pointers into the round; empty when it can be.
 *
 * First what stands there by itself: amounts are whole cents, counts and points whole, and none is below 0 (marks may
 * be); the lower end of a range comes first; points only where points are given, and bounded there (`allocate` by a
 * total or a most per proposal, `score` by both ends of a mark); a group has a limit and a proposal, and comes once;
 * ids come once; no proposal costs more than the budget; proposals exclude each other both ways; tallies have what
 * their method needs (see `talliesProblems`).
 *
 * Then, if all that is in order, whether a ballot exists that `ballotProblems` accepts, withdrawn proposals left out:
 * first each rule alone and each against the number of picks (see `reachProblems`), which names the rule that is out
 * of reach; then all together by a search, which is exact up to 11 proposals and beyond that until 5,000 steps: rules
 * about which it has not found out by then are let through.
 */
export function rulesProblems(
  rules: BallotRules,
  proposals: readonly Proposal[],
  budgetCents: number,
  tallies: readonly TallyRules[],
): Problem[] {
  const problems = [
    ...amountProblems('/budgetCents', budgetCents, 1),
    ...proposalsProblems(proposals, budgetCents, tallies),
    ...rulesThemselves(rules, proposals),
    ...talliesProblems(rules, proposals, budgetCents, tallies),
  ];
  return problems.length > 0 ? problems : reachProblems({ rules, proposals });
}
