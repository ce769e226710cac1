import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import type { Database, Store } from '../db/open.js';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import type { CommandRegistrar } from './command-action.js';
import { counted, onOneLine } from './table.js';

/** What would be lost with a buurt, in words; empty when nothing would. */
async function dependentsOf(db: Database, code: string): Promise<string[]> {
  const countIn = async (table: 'initiative' | 'round' | 'follower') => {
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('buurt_code', '=', code)
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const counts = [
    ['idea', await countIn('initiative')],
    ['vote', await countIn('round')],
    ['follower', await countIn('follower')],
  ] as const;
  return counts.filter(([, count]) => count > 0).map(([what, count]) => counted(count, what));
}

/** Removes one buurt; what hangs on it, when that is in the way. */
const removeOne = (store: Store, code: string) =>
  store.transaction(async (db) => {
    // Locked before counting: what was handed in meanwhile would go with the buurt.
    await db.selectFrom('buurt').select('code').where('code', '=', code).forUpdate().execute();
    const dependents = await dependentsOf(db, code);
    if (dependents.length === 0) await db.deleteFrom('buurt').where('code', '=', code).execute();
    return dependents;
  });

async function remove(store: Store, io: OperatorIo, named: readonly string[]): Promise<number> {
  const buurten = new Map<string, string>();
  for (const each of named) {
    const { code, name } = await findBuurtByName(store.db, each);
    buurten.set(code, name);
  }
  let removed = 0;
  for (const [code, name] of buurten) {
    const dependents = await removeOne(store, code);
    if (dependents.length === 0) removed++;
    else io.err(`Not removed: ${code} ${onOneLine(name)} has ${dependents.join(', ')}.\n`);
  }
  io.out(`${counted(removed, 'buurt', 'buurten')} removed.\n`);
  return removed === buurten.size ? 0 : 1;
}

/** Taking back buurten that were imported by mistake. */
export function addBuurtenCommands(program: Command, run: CommandRegistrar): void {
  program
    .command('buurten')
    .description('Take buurten back that were imported by mistake')
    .command('remove')
    .description('Remove buurten, with their settings')
    .argument('<buurt...>', 'codes or names of buurten')
    .addHelpText(
      'after',
      `
A buurt with an idea, a vote or a follower stays, and is named; the exit code is then 1.

Example:
  buurt buurten remove BU0363AA01 BU0363AA02`,
    )
    .action((named: string[]) => run((store, io) => remove(store, io, named)));
}
