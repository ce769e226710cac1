import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { OperatorIo } from '../operator-socket.js';
import type { Store } from '../store/open.js';
import { ideasAsCsv } from './export-ideas.js';
import { addFilterOptions, filterFrom, type FilterOptions } from './ideas-commands.js';
import { fileProblem } from './operator-problem.js';
import type { Plan } from './plan.js';

const number = (count: number) => count.toLocaleString('en');

interface ExportOptions extends FilterOptions {
  readonly out?: string;
  readonly withContact?: boolean;
}

async function exportIdeas(store: Store, io: OperatorIo, options: ExportOptions): Promise<number> {
  const { out, withContact = false } = options;
  const parts = ideasAsCsv(store.db, await filterFrom(store, options), { withContact });
  if (out === undefined) {
    for await (const { text } of parts) io.out(text);
    return 0;
  }
  const path = resolve(io.cwd, out);
  let count = 0;
  const texts = async function* () {
    for await (const { text, ideas } of parts) {
      count += ideas;
      yield text;
    }
  };
  await pipeline(Readable.from(texts()), createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
    throw (error as { path?: string }).path === path ? fileProblem(path, error) : error;
  });
  io.out(`${number(count)} ${count === 1 ? 'idea' : 'ideas'} written to ${path}.\n`);
  return 0;
}

/** Bringing ideas out. */
export function addExportCommands(program: Command, plan: Plan): void {
  const parent = program.command('export').description('Write a file for a spreadsheet');
  addFilterOptions(parent.command('ideas').description('All ideas, oldest first'))
    .option('--csv', 'as CSV that opens right in Dutch Excel (the only form there is)')
    .option('--out <file>', 'write to this file, not to the screen')
    .option('--with-contact', 'also name, e-mail address and telephone number: keep such a file safe')
    .addHelpText(
      'after',
      '\nExamples:\n  buurt export ideas --csv --out ideeen.csv\n  buurt export ideas --csv --buurt Molenbuurt > molenbuurt.csv',
    )
    .action((options: ExportOptions) => plan((store, io) => exportIdeas(store, io, options)));
}
