import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { longestFromOperator } from '@buurt/domain/ideas/settings.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import { InvalidArgumentError, type Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import type { Store } from '../db/open.js';
import { cbsFields, type FieldNames } from './buurt-feature.js';
import { importBuurten } from './import-buurten.js';
import { importStreets } from './import-streets.js';
import { fileError } from './command-error.js';
import type { CommandRegistrar } from './command-action.js';
import { onOneLine } from './table.js';
import { calendarDate, residentTextUpTo } from './parsers.js';

const number = (count: number) => count.toLocaleString('en');
const barLength = 30;

/** What an operator sees of a long file: a bar that fills, or where that cannot be, a line for every 1,000 features. */
function progressOf(io: OperatorIo, size: number) {
  const clear = io.isTty ? '\r\u001b[2K' : '';
  const every = io.isTty ? 100 : 1000;
  return {
    progress(features: number, bytesRead: number): void {
      if (features % every !== 0) return;
      const part = Math.min(1, bytesRead / size);
      const percent = String(Math.floor(100 * part));
      const bar = '█'.repeat(Math.round(part * barLength)).padEnd(barLength, '░');
      io.err(
        io.isTty
          ? `\r${bar} ${percent.padStart(3)} %  ${number(features)} features`
          : `${number(features)} features read (${percent} %)\n`,
      );
    },
    line: (text: string): void => io.err(`${clear}${text}\n`),
    ended: (): void => io.err(clear),
  };
}

/** The whole address of a file, and how long it is. */
async function fileAt(io: OperatorIo, file: string) {
  const path = resolve(io.cwd, file);
  const { size } = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  return { path, size };
}

interface BuurtenOptions {
  readonly source?: string;
  readonly date?: string;
  readonly municipality?: string;
  readonly field?: FieldNames['called'];
}

const fields = Object.keys(cbsFields) as (keyof typeof cbsFields)[];

/** `code=cbsCode`: what a field is called in the file; may be given for each field. */
function fieldName(typed: string, before: FieldNames['called'] = {}): FieldNames['called'] {
  const at = typed.indexOf('=');
  const field = fields.find((each) => each === typed.slice(0, at).trim());
  const name = typed.slice(at + 1).trim();
  if (at < 0 || !field || name === '')
    throw new InvalidArgumentError(`Give it as code=cbsCode; the fields are ${fields.join(', ')}.`);
  return { ...before, [field]: name };
}

const hint = (names: readonly string[]) =>
  `The features have these fields: ${names.length === 0 ? 'none' : names.map(onOneLine).join(', ')}. Say which is which, ` +
  'as --field code=… --field name=…, and give --municipality "…" when none names it.';

const pageLine = (href: string, mend: string) =>
  `This file is one page of more: it names a next page, ${onOneLine(href)}. ${mend}`;

async function buurtenFrom(
  store: Store,
  io: OperatorIo,
  at: Date,
  [file, options]: readonly [string, BuurtenOptions],
): Promise<number> {
  const { path, size } = await fileAt(io, file);
  const { progress, line, ended } = progressOf(io, size);
  const refuse = (name: string, reason: string) => line(`Refused ${onOneLine(name)}: ${onOneLine(reason)}.`);
  const counted = { source: options.source, day: options.date, today: dutchDay(at) };
  const names = { called: options.field ?? {}, municipality: options.municipality };
  let next: string | undefined;
  const watcher = { refused: refuse, progress, nextPage: (href: string) => void (next = href) };
  const report = await importBuurten(store, path, watcher, counted, names).finally(ended);
  const { added, updated, water, refused, strangeFields } = report;
  if (strangeFields) io.err(`${hint(strangeFields)}\n`);
  if (next !== undefined) io.err(`${pageLine(next, 'Import the other pages too.')}\n`);
  const left = water === 0 ? '' : `, ${number(water)} left out (water)`;
  io.out(
    `${number(added)} buurten added, ${number(updated)} brought up to date${left}, ${number(refused)} refused.\n`,
  );
  return refused === 0 ? 0 : 1;
}

async function streetsFrom(store: Store, io: OperatorIo, file: string): Promise<number> {
  const { path, size } = await fileAt(io, file);
  const { progress, ended } = progressOf(io, size);
  let next: string | undefined;
  const watcher = { progress, nextPage: (href: string) => void (next = href) };
  const { pieces, leftOut } = await importStreets(store, path, watcher).finally(ended);
  if (next !== undefined)
    io.err(
      `${pageLine(next, 'Fetch all pages as one file: each import takes the place of the one before.')}\n`,
    );
  const others = leftOut === 0 ? '' : ` ${number(leftOut)} features left out: no name, or no line.`;
  io.out(`${number(pieces)} pieces of streets are on the maps now.${others}\n`);
  return 0;
}

/** Bringing borders and streets in. */
export function addImportCommands(program: Command, run: CommandRegistrar): void {
  program
    .command('import-buurten')
    .description('Add buurten from a GeoJSON file, or bring them up to date')
    .argument('<file>', 'GeoJSON with buurtcode, buurtnaam and gemeentenaam, in degrees (WGS84) or RD')
    .option(
      '--source <words>',
      'who counted the households: "CBS Wijken en buurten 2025"',
      residentTextUpTo(longestFromOperator.source),
    )
    .option(
      '--date <day>',
      'of which day: 2025-01-01; else that of the year in the file, else today',
      calendarDate,
    )
    .option(
      '--municipality <name>',
      'the municipality of buurten for which the file names none',
      residentTextUpTo(longestFromOperator.buurt),
    )
    .option(
      '--field <field=name>',
      `how the file calls ${fields.join(', ')}; may be given more than once`,
      fieldName,
    )
    .addHelpText(
      'after',
      `
Reads the file of CBS Wijken en buurten (PDOK), also of the whole country, or that of a
municipality. Takes aantal_huishoudens when it is there; leaves out water. Settings and ideas of
a buurt stay. Each refused buurt is named with its reason; the exit code is then 1.

Examples:
  buurt import-buurten buurten-2026.geojson --source "CBS Wijken en buurten 2026"
  buurt import-buurten amsterdam.geojson --municipality Amsterdam \\
    --field code=cbsCode --field name=naam`,
    )
    .action((file: string, options: BuurtenOptions) =>
      run((store, io, _, clock) => buurtenFrom(store, io, clock(), [file, options])),
    );
  program
    .command('import-streets')
    .description('Put streets on the maps, in the place of those that are there')
    .argument('<file>', 'GeoJSON lines with a name (or straatnaam), in degrees (WGS84) or RD')
    .addHelpText(
      'after',
      `
Takes the roads of the Nationaal Wegenbestand, OpenStreetMap or a municipality, cut to where your
buurten are. All streets of earlier files go: bring them in as one file. When the file turns out to
be broken, everything stays as it was. With the embedded database visitors wait meanwhile.

Example:
  buurt import-streets wegen.geojson`,
    )
    .action((file: string) => run((store, io) => streetsFrom(store, io, file)));
}
