import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { deleteBuurt } from '../buurten/buurten.queries.js';
import type { Store } from '../db/open.js';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import type { CommandRegistrar } from './command-action.js';
import { counted, onOneLine } from './table.js';

async function remove(store: Store, io: OperatorIo, named: readonly string[]): Promise<number> {
  const buurten = new Map<string, string>();
  for (const each of named) {
    const { code, name } = await findBuurtByName(store.db, each);
    buurten.set(code, name);
  }
  let removed = 0;
  for (const [code, name] of buurten) {
    const { ideas, votes, followers } = await deleteBuurt(store, code);
    if (ideas + votes + followers === 0) removed++;
    else {
      const dependents = [counted(ideas, 'idea'), counted(votes, 'vote'), counted(followers, 'follower')];
      const there = dependents.filter((each) => !each.startsWith('0 '));
      io.err(`Not removed: ${code} ${onOneLine(name)} has ${there.join(', ')}.\n`);
    }
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
