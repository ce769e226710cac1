import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { OperatorIo } from '../operator-socket.js';
import type { Store } from '../store/open.js';
import { ideasAsCsv } from './export-ideas.js';
import { addFilterOptions, filterFrom, type FilterOptions } from './ideas-commands.js';
import { importBuurten } from './import-buurten.js';
import { fileProblem } from './operator-problem.js';
import type { Plan } from './plan.js';
import { onOneLine } from './table.js';

const number = (count: number) => count.toLocaleString('en');

async function importFile(store: Store, io: OperatorIo, file: string): Promise<number> {
  const path = resolve(io.cwd, file);
  const { size } = await stat(path).catch((error: unknown) => {
    throw fileProblem(path, error);
  });
  const { added, updated, water, refused } = await importBuurten(store, path, {
    refused: (name, reason) => io.err(`Refused ${onOneLine(name)}: ${onOneLine(reason)}.\n`),
    progress: (features, bytesRead) =>
      io.err(`${number(features)} features read (${String(Math.floor((100 * bytesRead) / size))} %)\n`),
  });
  const left = water === 0 ? '' : `, ${number(water)} left out (water)`;
  io.out(
    `${number(added)} buurten added, ${number(updated)} brought up to date${left}, ${number(refused)} refused.\n`,
  );
  return refused === 0 ? 0 : 1;
}

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

/** Bringing borders in, and ideas out. */
export function addFileCommands(program: Command, plan: Plan): void {
  program
    .command('import-buurten')
    .description('Add buurten from a GeoJSON file, or bring them up to date')
    .argument('<file>', 'GeoJSON in degrees (WGS84), with buurtcode, buurtnaam and gemeentenaam')
    .addHelpText(
      'after',
      `
Reads the file of CBS Wijken en buurten (PDOK) or of a municipality. Takes aantal_huishoudens when
it is there; leaves out water. Settings and ideas of a buurt stay. Each refused buurt is named with
its reason; the exit code is then 1.

Example:
  buurt import-buurten buurten-2026.geojson`,
    )
    .action((file: string) => plan((store, io) => importFile(store, io, file)));
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
