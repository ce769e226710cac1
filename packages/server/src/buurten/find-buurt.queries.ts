import { sql } from 'kysely';
import type { Database } from '../db/open.js';
import type { BuurtRow } from '../db/tables.js';
import { CommandError } from '../cli/command-error.js';

/** The buurten with these codes or names. */
export const findBuurtenCalled = (db: Database, named: readonly string[]): Promise<BuurtRow[]> =>
  db
    .selectFrom('buurt')
    .selectAll()
    .where(({ or, eb }) =>
      or([
        eb(
          'code',
          'in',
          named.map((words) => words.toUpperCase()),
        ),
        eb(
          sql<string>`lower(name)`,
          'in',
          named.map((words) => words.toLowerCase()),
        ),
      ]),
    )
    .execute();

/**
 * The buurt with this code, or with this name when only one has it.
 * @throws {CommandError} when there is none, or more than one
 */
export async function findBuurtByName(db: Database, named: string): Promise<BuurtRow> {
  const words = named.trim();
  const found = await db
    .selectFrom('buurt')
    .selectAll()
    .where(({ or, eb }) =>
      or([eb('code', '=', words.toUpperCase()), eb(sql`lower(name)`, '=', words.toLowerCase())]),
    )
    .orderBy('code')
    .limit(6)
    .execute();
  const [buurt, ...others] = found;
  if (!buurt)
    throw new CommandError(`There is no buurt ${named}. Give its code (such as BU0363AA01) or its name.`);
  if (others.length > 0)
    throw new CommandError(
      `More than one buurt is called ${named}: give a code, such as ${found.map(({ code }) => code).join(', ')}.`,
    );
  return buurt;
}
