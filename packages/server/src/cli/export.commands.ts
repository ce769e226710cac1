import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { actsAsCsv } from './export-acts.js';
import { ideasAsCsv } from './export-ideas.js';
import { offersAsCsv } from './export-offers.js';
import { addFilterOptions, filterFrom, type FilterOptions } from './ideas.commands.js';
import { fileError } from './command-error.js';
import type { CommandRegistrar } from './command-action.js';

const number = (count: number) => count.toLocaleString('en');

interface ExportOptions extends FilterOptions {
  readonly out?: string;
  readonly withContact?: boolean;
}

type ExportChunks = AsyncIterable<{ readonly text: string; readonly rows: number }>;

/** Writes parts to a file that nobody else can read, or to the screen. */
async function written(
  io: OperatorIo,
  parts: ExportChunks,
  out: string | undefined,
  [one, more]: readonly [string, string],
): Promise<number> {
  if (out === undefined) {
    for await (const { text } of parts) io.out(text);
    return 0;
  }
  const path = resolve(io.cwd, out);
  let count = 0;
  const texts = async function* () {
    for await (const { text, rows } of parts) {
      count += rows;
      yield text;
    }
  };
  await pipeline(Readable.from(texts()), createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
    throw (error as { path?: string }).path === path ? fileError(path, error) : error;
  });
  io.out(`${number(count)} ${count === 1 ? one : more} written to ${path}.\n`);
  return 0;
}

/** Bringing ideas, offers and acts out. */
export function addExportCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('export').description('Write a file for a spreadsheet');
  addFilterOptions(parent.command('ideas').description('All ideas, oldest first'))
    .option('--csv', 'as CSV that opens right in Dutch Excel (the only form there is)')
    .option('--out <file>', 'write to this file, not to the screen')
    .option('--with-contact', 'also name, e-mail address and telephone number: keep such a file safe')
    .addHelpText(
      'after',
      '\nExamples:\n  buurt export ideas --csv --out ideeen.csv\n  buurt export ideas --csv --buurt Molenbuurt > molenbuurt.csv',
    )
    .action(({ out, withContact = false, ...filter }: ExportOptions) =>
      run(async (store, io) => {
        const parts = ideasAsCsv(store.db, await filterFrom(store, filter), { withContact });
        return written(io, parts, out, ['idea', 'ideas']);
      }),
    );
  parent
    .command('offers')
    .description('What neighbours offered to initiatives, oldest first')
    .option('--buurt <buurt>', 'only of this buurt (code or name)')
    .option('--out <file>', 'write to this file, not to the screen')
    .option(
      '--with-contact',
      'also how to reach the neighbour and the maker of the idea: keep such a file safe',
    )
    .addHelpText('after', '\nExample:\n  buurt export offers --with-contact --out hulp.csv')
    .action(({ out, withContact = false, ...filter }: ExportOptions) =>
      run(async (store, io) => {
        const { buurt } = await filterFrom(store, filter);
        return written(io, offersAsCsv(store.db, buurt, { withContact }), out, ['offer', 'offers']);
      }),
    );
  parent
    .command('acts')
    .description('Who of the organisation did what, oldest first')
    .option('--buurt <buurt>', 'only in this buurt (code or name)')
    .option('--csv', 'as CSV that opens right in Dutch Excel (the only form there is)')
    .option('--out <file>', 'write to this file, not to the screen')
    .addHelpText('after', '\nExample:\n  buurt export acts --csv --out gedaan.csv')
    .action(({ out, ...filter }: ExportOptions) =>
      run(async (store, io) => {
        const { buurt } = await filterFrom(store, filter);
        const buurten = buurt === undefined ? undefined : [buurt];
        return written(io, actsAsCsv(store.db, { buurten }), out, ['act', 'acts']);
      }),
    );
}
