/** An inclusive range; a side that is absent is open. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** How a ballot speaks: by picking, by an order, by dividing points, or by a mark for each. */
export const expressions = ['approve', 'rank', 'allocate', 'score'] as const;
type Expression = (typeof expressions)[number];

/** What proposals are grouped by: their themes, or the parts of the area that they belong to. */
export const dimensions = ['category', 'neighborhood'] as const;
export type Dimension = (typeof dimensions)[number];

/** The proposals with this key among their categories or neighbourhoods. */
export interface Group {
  readonly dimension: Dimension;
  readonly key: string;
}

/** Limits for the proposals of one group. */
export interface GroupRules extends Group {
  readonly picks?: Range;
  readonly spendCents?: Range;
}

/**
 * What a ballot of a round must keep to. Expresses every vote type of the .pb format (Faliszewski et al.,
 * “Participatory Budgeting: Data, Tools, and Analysis”, IJCAI 2023): choose-1 is `approve` with picks {1, 1}, knapsack
 * `approve` with a limit on the sum of the costs, cumulative `allocate` with a total.
 */
export interface BallotRules {
  readonly expression: Expression;
  /** How many proposals: `min_length`, `max_length`. */
  readonly picks?: Range;
  /** The sum of the costs of what is picked, in cents: `min_sum_cost`, `max_sum_cost`. */
  readonly spendCents?: Range;
  /** Points for one proposal: `min_points`, `max_points`. */
  readonly perProject?: Range;
  /** The sum of the points: `min_sum_points`, `max_sum_points`. */
  readonly total?: Range;
  /** What a proposal gets that a `score` ballot leaves out: `default_score`; 0 when absent. */
  readonly defaultScore?: number;
  readonly groups?: readonly GroupRules[];
}

/** One proposal on a ballot: with its rank (1 is first) on a `rank` ballot, its points on `allocate` and `score`. */
export interface BallotLine {
  readonly proposalId: string;
  readonly rank?: number;
  readonly points?: number;
}

export const channels = ['online', 'paper', 'assisted'] as const;
export type Channel = (typeof channels)[number];

/** One household's vote in a round. */
export interface Ballot {
  readonly roundId: string;
  /** The hash of the rules under which it was filled in: SHA-256 of `lockedRules` as canonical JSON, in 64 hexadecimal digits. */
  readonly rulesHash: string;
  readonly lines: readonly BallotLine[];
  readonly channel: Channel;
}
