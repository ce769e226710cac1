import type { RoundPhase, RoundSummary } from './round.js';

/** What a cashbook tells of one initiative. */
export interface CashbookLine {
  /** `null`: there is no initiative to open, or residents may not see it any more. */
  readonly initiativeId: string | null;
  /** `null`: residents may not see it any more. Its money counts all the same. */
  readonly title: string | null;
  /** What it won in the vote; 0 for money that was promised without having won it. */
  readonly wonCents: number;
  /** `null`: nothing was promised, or no amount was said. */
  readonly grantedCents: number | null;
  /** `null`: nobody said what was spent. */
  readonly spentCents: number | null;
}

/** One budget round in a cashbook. */
export interface CashbookRound extends Pick<
  RoundSummary,
  'id' | 'name' | 'budgetCents' | 'currency' | 'opensAt' | 'closesAt'
> {
  readonly phase: RoundPhase;
  /** `null` until the vote is closed: nothing is won before that. */
  readonly wonCents: number | null;
  readonly grantedCents: number;
  readonly spentCents: number;
  /** What of the budget was not spent; below 0 when more was spent than there was. */
  readonly leftCents: number;
  readonly lines: readonly CashbookLine[];
}

/** Money that was promised without a budget round. In euros. */
export interface CashbookOutsideRounds {
  readonly grantedCents: number;
  readonly spentCents: number;
  readonly lines: readonly CashbookLine[];
}

/** The money of a buurt that anybody may see: each amount stands in one place. */
export interface Cashbook {
  /** The one that opens last first. */
  readonly rounds: readonly CashbookRound[];
  readonly outsideRounds: CashbookOutsideRounds;
}

/** A proposal that won in a round that is closed. */
export interface Win {
  readonly roundId: string;
  readonly proposalId: string;
  readonly title: string;
  readonly costCents: number;
  readonly initiativeId: string | null;
}

/** What a promise says of money, and from which round it comes. */
export interface PromisedMoney {
  readonly roundId: string | null;
  readonly initiativeId: string;
  readonly grantedCents: number | null;
  readonly spentCents: number | null;
}

/** An initiative as residents may see it. */
interface CashbookInitiative {
  readonly title: string;
  readonly isPublic: boolean;
}

export interface CashbookSources {
  /** Those that were not cancelled. */
  readonly rounds: readonly Omit<
    CashbookRound,
    'wonCents' | 'grantedCents' | 'spentCents' | 'leftCents' | 'lines'
  >[];
  readonly wins: readonly Win[];
  readonly promises: readonly PromisedMoney[];
  readonly initiatives: ReadonlyMap<string, CashbookInitiative>;
}

/** Adds amounts of which some are not known: unknown only when all are. */
const plus = (sum: number | null, more: number | null) => (more === null ? sum : (sum ?? 0) + more);

const totalOf = (lines: readonly CashbookLine[], amount: 'wonCents' | 'grantedCents' | 'spentCents') =>
  lines.reduce((sum, line) => sum + (line[amount] ?? 0), 0);

/** The largest amount first; what is equal by title, so that the same money gives the same order. */
const byAmount = (a: CashbookLine, b: CashbookLine) =>
  Math.max(b.wonCents, b.grantedCents ?? 0) - Math.max(a.wonCents, a.grantedCents ?? 0) ||
  (a.title ?? '').localeCompare(b.title ?? '', 'nl') ||
  (a.initiativeId ?? '').localeCompare(b.initiativeId ?? '');

/** One line for each initiative, whatever the number of its wins and promises; and for each proposal without initiative. */
function linesOf(
  wins: readonly Win[],
  promises: readonly PromisedMoney[],
  initiatives: CashbookSources['initiatives'],
): CashbookLine[] {
  const lines = new Map<string, CashbookLine>();
  const nothing = { wonCents: 0, grantedCents: null, spentCents: null };
  const emptyLine = (initiativeId: string, otherwise: string | null): CashbookLine => {
    const initiative = initiatives.get(initiativeId);
    if (!initiative) return { initiativeId: null, title: otherwise, ...nothing };
    const { title, isPublic } = initiative;
    return { initiativeId: isPublic ? initiativeId : null, title: isPublic ? title : null, ...nothing };
  };
  for (const { proposalId, initiativeId, title, costCents } of wins) {
    const key = initiativeId === null ? `proposal ${proposalId}` : `initiative ${initiativeId}`;
    const line = lines.get(key) ?? emptyLine(initiativeId ?? '', title);
    lines.set(key, { ...line, wonCents: line.wonCents + costCents });
  }
  for (const { initiativeId, grantedCents, spentCents } of promises) {
    const key = `initiative ${initiativeId}`;
    const line = lines.get(key) ?? emptyLine(initiativeId, null);
    lines.set(key, {
      ...line,
      grantedCents: plus(line.grantedCents, grantedCents),
      spentCents: plus(line.spentCents, spentCents),
    });
  }
  return [...lines.values()].sort(byAmount);
}

/**
 * Where the money of a buurt went: for each round its budget, what won, what was granted and spent. A promise of money is
 * counted once: in its round when that is here and closed, else outside all rounds. One without any amount is no money.
 */
export function cashbookOf({ rounds, wins, promises, initiatives }: CashbookSources): Cashbook {
  const closed = new Set(rounds.filter(({ phase }) => phase === 'closed').map(({ id }) => id));
  const roundOf = ({ roundId }: PromisedMoney) => (roundId !== null && closed.has(roundId) ? roundId : null);
  const outside = linesOf(
    [],
    promises.filter(
      (each) => roundOf(each) === null && (each.grantedCents !== null || each.spentCents !== null),
    ),
    initiatives,
  );
  return {
    rounds: rounds.map((round) => {
      const lines = closed.has(round.id)
        ? linesOf(
            wins.filter(({ roundId }) => roundId === round.id),
            promises.filter((each) => roundOf(each) === round.id),
            initiatives,
          )
        : [];
      const spentCents = totalOf(lines, 'spentCents');
      return {
        ...round,
        wonCents: closed.has(round.id) ? totalOf(lines, 'wonCents') : null,
        grantedCents: totalOf(lines, 'grantedCents'),
        spentCents,
        leftCents: round.budgetCents - spentCents,
        lines,
      };
    }),
    outsideRounds: {
      grantedCents: totalOf(outside, 'grantedCents'),
      spentCents: totalOf(outside, 'spentCents'),
      lines: outside,
    },
  };
}
