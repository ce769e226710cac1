import type { Command } from 'commander';
import { settingsOf } from '../buurten/buurten.queries.js';
import { findBuurtByName, findBuurtenCalled } from '../buurten/find-buurt.queries.js';
import type { Store } from '../db/open.js';
import { listImports, type ImportedIdea } from '../ideas/imports.queries.js';
import { importIdeas, notHereYet, undoImport } from '../ideas/imports.service.js';
import type { CommandRegistrar } from './command-action.js';
import { CommandError } from './command-error.js';
import { rowsOf, type CsvRow } from './csv-rows.js';
import { textOf } from './files.js';
import { buurtIn, headingNames, headingsIn, ideaInRow, type ReceivingBuurt } from './imported-ideas.js';
import type { OperatorIo } from './operator-socket.js';
import { residentTextUpTo } from './parsers.js';
import { counted, onOneLine, table } from './table.js';

interface IdeaImportOptions {
  readonly name: string;
  readonly buurt?: string;
  readonly preview?: boolean;
  readonly published?: boolean;
  readonly withContact?: boolean;
}

const longestName = 100;

function refuseUnknownFile(rows: readonly CsvRow[], file: string): void {
  const names = Object.keys(rows[0]?.cells ?? {});
  if (headingsIn(names).includes('title')) return;
  throw new CommandError(
    `${file} has no column ${headingNames('title')}. It has: ${names.map(onOneLine).join(', ') || 'none'}. Nothing was changed.`,
  );
}

/** The buurten that the rows name, and among them the one for rows that name none. */
async function receivingBuurten(
  { db }: Store,
  rows: readonly CsvRow[],
  buurt: string | undefined,
): Promise<{ readonly buurten: readonly ReceivingBuurt[]; readonly usual: string | undefined }> {
  const usual = buurt === undefined ? undefined : (await findBuurtByName(db, buurt)).code;
  const named = new Set([...rows.map(buurtIn), usual ?? ''].filter((words) => words !== ''));
  const found = named.size === 0 ? [] : await findBuurtenCalled(db, [...named]);
  const buurten = found.map(({ code, name, border, settings }) => ({
    ...{ code, name, border, settings: settingsOf({ name, settings }) },
  }));
  return { buurten, usual };
}

const previewed = 5;

function showPreview(io: OperatorIo, ideas: readonly ImportedIdea[]): void {
  const rows = ideas
    .slice(0, previewed)
    .map(({ origin, buurt, idea: { title, theme = '', place } }) => [
      ...[onOneLine(origin), buurt, onOneLine(title), onOneLine(theme)],
      place ? 'on the map' : '',
    ]);
  io.out(table(['ORIGIN', 'BUURT', 'TITLE', 'THEME', 'PLACE'], rows));
}

async function importFrom(
  store: Store,
  io: OperatorIo,
  at: Date,
  [file, options]: readonly [string, IdeaImportOptions],
): Promise<number> {
  const { name, buurt, preview = false, published = false, withContact = false } = options;
  const rows = rowsOf(await textOf(io, file), file, []);
  refuseUnknownFile(rows, file);
  const { buurten, usual } = await receivingBuurten(store, rows, buurt);
  const origins = new Map<string, number>();
  const read = rows.map((row) => {
    const each = ideaInRow(row, { buurten, buurt: usual, hasContact: withContact, at });
    if ('refused' in each) return { row, ...each };
    const { origin } = each.idea;
    const earlier = origins.get(origin);
    if (earlier !== undefined)
      return { row, refused: `its number ${onOneLine(origin)} stands in row ${String(earlier)} too` };
    origins.set(origin, row.number);
    return { row, ...each };
  });
  const ideas = read.flatMap((each) => ('idea' in each ? [each.idea] : []));
  const refused = read.flatMap((each) => ('refused' in each ? [each] : []));
  for (const { row, refused: reason } of refused)
    io.err(`Row ${String(row.number)} is refused: ${reason}.\n`);
  if (preview) {
    const fresh = await notHereYet(store.db, ideas, name);
    if (fresh.length > 0) showPreview(io, fresh);
    io.out(
      `${counted(fresh.length, 'idea')} would come in, ${String(ideas.length - fresh.length)} of this import are here already, ` +
        `${String(refused.length)} refused. Nothing was changed.\n`,
    );
  } else {
    const count = await store.transaction((db) =>
      importIdeas(db, ideas, { name, isPublished: published, at }),
    );
    io.out(
      `${counted(count, 'idea')} came in as ${onOneLine(name)}${published ? ', on the site' : ' and wait at the desk'}; ` +
        `${String(ideas.length - count)} were here already, ${String(refused.length)} refused. Nobody was mailed.\n`,
    );
  }
  return refused.length === 0 ? 0 : 1;
}

async function list({ db }: Store, io: OperatorIo): Promise<number> {
  const imports = await listImports(db);
  io.out(
    imports.length === 0
      ? 'No ideas came from elsewhere.\n'
      : table(
          ['IMPORT', 'IDEAS', 'TOUCHED SINCE'],
          imports.map(({ name, ideas, touched }) => [onOneLine(name), String(ideas), String(touched)]),
        ),
  );
  return 0;
}

async function undo(
  store: Store,
  io: OperatorIo,
  at: Date,
  [name, yes]: readonly [string, boolean],
): Promise<number> {
  const found = (await listImports(store.db)).find((each) => each.name === name);
  if (!found)
    throw new CommandError(
      `There is no import ${onOneLine(name)}; "buurt imports list" names those that there are.`,
    );
  if (!yes)
    throw new CommandError(
      `${counted(found.ideas, 'idea')} of ${onOneLine(name)} would be gone for good. With ${String(found.touched)} of them ` +
        'somebody did something since: support, offers, remarks, news, promises and places in votes go too. Say so with ' +
        '--yes. Nothing was changed.',
    );
  const erased = await store.transaction((db) => undoImport(db, name, at));
  io.out(`${counted(erased.length, 'idea')} of ${onOneLine(name)} were erased.\n`);
  return 0;
}

/** Ideas that an organisation has in another system already. */
export function addIdeaImportCommands(program: Command, run: CommandRegistrar): void {
  const parent = program
    .command('imports')
    .description('Bring in ideas of another system, and take them back');
  parent
    .command('ideas')
    .description('Bring in ideas from a table, such as an export of another platform')
    .argument('<file>', 'CSV with names above its columns, parted by semicolons, commas or tabs')
    .requiredOption(
      '--name <name>',
      'what this import is called, to bring it in again or take it back',
      residentTextUpTo(longestName),
    )
    .option('--buurt <buurt>', 'that of rows which name none (code or name)')
    .option('--preview', 'say what would come in and what is refused, and change nothing')
    .option('--published', 'put them on the site at once; else they wait at the desk')
    .option(
      '--with-contact',
      'bring names, e-mail addresses and telephone numbers too: only with their consent',
    )
    .addHelpText(
      'after',
      `
Reads titel, verhaal, buurtcode, thema, adres, breedtegraad, lengtegraad, ingediend and kenmerk, as
"buurt export ideas" writes them, or title, description, area, category, lat, lng and id. Rows that
are refused are named with the reason, and the others come in; the exit code is then 1. What came in
before under this name and number stays as it is. Nobody gets a mail. A spreadsheet: save it as CSV.

Examples:
  buurt imports ideas openstad.csv --name openstad-2025 --buurt Molenbuurt --preview
  buurt imports ideas openstad.csv --name openstad-2025 --buurt Molenbuurt
  buurt imports undo openstad-2025 --yes`,
    )
    .action((file: string, options: IdeaImportOptions) =>
      run((store, io, _, clock) => importFrom(store, io, clock(), [file, options])),
    );
  parent
    .command('list')
    .description('List the imports of which ideas are still here')
    .addHelpText('after', '\nExample:\n  buurt imports list')
    .action(() => run((store, io) => list(store, io)));
  parent
    .command('undo')
    .description('Erase all ideas of an import that are still here')
    .argument('<name>', 'as `buurt imports list` shows it')
    .option('--yes', 'do it; it cannot be undone')
    .addHelpText('after', '\nExample:\n  buurt imports undo openstad-2025 --yes')
    .action((name: string, { yes = false }: { yes?: boolean }) =>
      run((store, io, _, clock) => undo(store, io, clock(), [name, yes])),
    );
}
