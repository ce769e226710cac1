import { sql } from 'kysely';
import type { Round } from '@buurt/domain/rounds/round.js';
import { numbered } from './paper-ballot.js';
import type { Database, Store } from '../db/open.js';
import { asResidentsSee, currentRound, roundOf, type RoundRow } from './rounds.queries.js';
import { CommandError } from '../cli/command-error.js';
import { onOneLine } from '../cli/table.js';

/** What an operator calls the state of a round. */
export const stateOf = ({ phase, cancelled }: Pick<RoundRow, 'phase' | 'cancelled'>): string =>
  cancelled ? 'cancelled' : phase;

/**
 * The round as its ballot on paper shows it: in the order that the titles give it, also those that residents do not see any more,
 * so that a title that was taken off the site moves no number.
 */
export async function withBallotNumbers(db: Database, row: RoundRow): Promise<Round> {
  const round = await roundOf(db, row);
  return asResidentsSee(db, { ...round, proposals: numbered(round) });
}

const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The round with this id, or with this name when only one has it (one that was cancelled gives way to another); closed first
 * when its time has come.
 * @throws {CommandError} when there is none, or more than one
 */
export async function findRoundByName(store: Store, named: string): Promise<RoundRow> {
  const words = named.trim();
  const found = await store.db
    .selectFrom('round')
    .select(['id', 'buurt_code', 'cancelled'])
    .where(isUuid.test(words) ? sql`id::text` : sql`lower(name)`, '=', words.toLowerCase())
    .orderBy('cancelled')
    .orderBy('id')
    .limit(6)
    .execute();
  const standing = found.filter(({ cancelled }) => !cancelled);
  const meant = standing.length > 0 ? standing : found;
  const [round, ...others] = meant;
  if (others.length > 0) {
    const ids = meant.map(({ id, buurt_code }) => `${id} (${buurt_code})`).join(', ');
    throw new CommandError(`More than one round is called ${onOneLine(named)}: give an id, such as ${ids}.`);
  }
  const row = round && (await currentRound(store, round.id));
  if (row) return row;
  throw new CommandError(
    `There is no round ${onOneLine(named)}. Give its name or its id; "buurt round list" shows them.`,
  );
}
