import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { tallyMethods, type TallyRules } from '@buurt/domain/rounds/round.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { tally, type CountedRound } from '@buurt/domain/voting/tally.js';
import { ballotsOf, statedOutcomes, type StatedOutcome } from './pb-round.js';
import type { PbElection } from './pb.js';

/** What came of casting all ballots of a file again, as far as it can be compared with what the file states. */
export interface ReplayComparison {
  readonly stated: readonly StatedOutcome[];
  /** The rule that the file names. */
  readonly rule: string;
  readonly refused: number;
  /** How many of the refused ballots were for each proposal. */
  readonly refusedVotes: ReadonlyMap<string, number>;
  /** Whether scores and winners must be those of the file: its rule is known, and no ballot was refused. */
  readonly comparable: boolean;
  /** Whether the winners differ only because the file decided a tie in another way than the stated rules. */
  readonly tieDecidedByFile: boolean;
}

function votesIn(ballots: readonly (readonly BallotLine[])[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { proposalId } of ballots.flat()) votes.set(proposalId, (votes.get(proposalId) ?? 0) + 1);
  return votes;
}

/** Whether the winners of the file come out, and not those of the stated rules, when its winners go before their equals. */
function isTieDecidedByFile(
  election: PbElection,
  round: CountedRound,
  rules: TallyRules | undefined,
  counted: TallyResult | undefined,
): boolean {
  const stated = statedOutcomes(election);
  const winners = new Set(stated.filter(({ selected }) => selected).map(({ proposalId }) => proposalId));
  const isAsStated = ({ outcomes }: Pick<TallyResult, 'outcomes'>) =>
    outcomes.every(({ proposalId, granted }) => granted === winners.has(proposalId));
  if (!rules || !counted || stated.some(({ selected }) => selected === undefined) || isAsStated(counted))
    return false;
  return isAsStated(tally(round, rules, ballotsOf(election), winners));
}

/** Compares an election with its replay: `counted` is the result of `round`, which did not take the ballots in `refused`. */
export function compareReplay(
  election: PbElection,
  round: CountedRound & { readonly tallies: readonly TallyRules[] },
  counted: TallyResult | undefined,
  refused: readonly (readonly BallotLine[])[],
): ReplayComparison {
  const rule = election.stated.meta.get('rule') ?? '';
  const comparable = refused.length === 0 && tallyMethods.some((each) => each === rule);
  return {
    stated: statedOutcomes(election),
    rule,
    refused: refused.length,
    refusedVotes: votesIn(refused),
    comparable,
    tieDecidedByFile: comparable && isTieDecidedByFile(election, round, round.tallies[0], counted),
  };
}
