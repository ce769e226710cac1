import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import type { Command } from 'commander';
import { actsOf, countActs } from '../acts/acts.queries.js';
import type { Store } from '../db/open.js';
import type { CommandRegistrar } from './command-action.js';
import { actorOf, detailOf } from './export-acts.js';
import { filterFrom } from './ideas.commands.js';
import type { OperatorIo } from './operator-socket.js';
import { countUpTo } from './parsers.js';
import { table } from './table.js';

interface ListOptions {
  readonly buurt?: string;
  readonly limit: number;
}

async function list(store: Store, io: OperatorIo, { limit, ...options }: ListOptions): Promise<number> {
  const { buurt } = await filterFrom(store, options);
  const filter = { buurten: buurt === undefined ? undefined : [buurt] };
  const total = await countActs(store.db, filter);
  const rows = await actsOf(store.db, { ...filter, limit });
  if (total === 0) io.out('Nothing was done.\n');
  else
    io.out(
      table(
        ['number', 'day', 'who', 'what', 'buurt', 'idea', 'more'],
        rows.map((act) => [
          ...[String(act.id), dutchDay(act.at), actorOf(act, '(erased)'), act.name],
          ...[act.buurt_name ?? act.buurt_code ?? '', act.reference ?? '', detailOf(act)],
        ]),
      ),
    );
  if (total > rows.length)
    io.out(`The newest ${String(rows.length)} of ${String(total)}; --limit shows more.\n`);
  return 0;
}

/** Reading who of the organisation did what. */
export function addActCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('acts').description('See who of the organisation did what');
  parent
    .command('list')
    .description('List what was done here and with a login, newest first')
    .option('--buurt <buurt>', 'only in this buurt (code or name)')
    .option('--limit <n>', 'at most so many', countUpTo(10_000), 100)
    .addHelpText(
      'after',
      '\nAll of it, for a spreadsheet: buurt export acts\n\nExample:\n  buurt acts list --buurt Molenbuurt',
    )
    .action((options: ListOptions) => run((store, io) => list(store, io, options)));
}
