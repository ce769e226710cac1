import { isHandInPossible, usualHandIn } from '@buurt/domain/desk/letters.js';
import { printCode, readCode } from '@buurt/domain/rounds/code.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { operator } from '../acts/acts.queries.js';
import { makeCodes } from '../rounds/codes.js';
import { linkWith, printedLetters, type Letter } from '../rounds/letters.js';
import type { CredentialHasher } from '../secrets/credential-hash.js';
import type { Database, DatabaseTransaction, Store } from '../db/open.js';
import { keepCodes, voidLetter } from '../rounds/letters.service.js';
import { addCredentials } from '../rounds/round-changes.queries.js';
import { isCredentialOf, letterCount, type RoundRow } from '../rounds/rounds.queries.js';
import { byteOrderMark, csvLine } from './csv.js';
import { rowsOf } from './csv-rows.js';
import { textOf, withNewFile } from './files.js';
import { CommandError } from './command-error.js';
import type { CommandRegistrar, CredentialHasherLookup } from './command-action.js';
import { printPdf } from './print-pdf.js';
import { withBallotNumbers, findRoundByName, stateOf } from '../rounds/find-round.queries.js';
import { aRound } from './rounds.commands.js';
import { counted, onOneLine } from './table.js';
import { countUpTo, moment, pageAddress, residentText } from './parsers.js';

const mostLetters = 100_000;

/** The file for mail merge: opens in a spreadsheet, and in what prints letters. */
const mergeFile = (letters: readonly Letter[], page: string | undefined): string =>
  byteOrderMark +
  [
    csvLine(['letter', 'code', ...(page === undefined ? [] : ['link'])]),
    ...letters.map(({ letter, code }) =>
      csvLine([letter, printCode(code), ...(page === undefined ? [] : [linkWith(page, code)])]),
    ),
  ].join('');

/** The letters of a mail-merge file, also after a spreadsheet saved it in its own way. */
async function lettersIn(io: OperatorIo, file: string): Promise<Letter[]> {
  const rows = rowsOf(await textOf(io, file), file, ['letter', 'code']);
  return rows.map(({ number, cells: { letter = '', code = '' } }) => {
    const read = readCode(code);
    if ('code' in read) return { letter, code: read.code };
    throw new CommandError(`${file}: row ${String(number)} holds no code: ${onOneLine(code)}.`);
  });
}

/** The round, still to be voted in, and what its codes are made with. */
export async function openToChange(
  store: Store,
  findHasher: CredentialHasherLookup,
  named: string,
): Promise<[RoundRow, CredentialHasher]> {
  const row = await findRoundByName(store, named);
  if (row.phase === 'closed')
    throw new CommandError(`${onOneLine(row.name)} is ${stateOf(row)}. Nothing was changed.`);
  return [row, await findHasher()];
}

/** New codes of a round, in a file that is written before they count. */
async function addCodes(
  store: Store,
  io: OperatorIo,
  [row, hasher]: readonly [RoundRow, CredentialHasher],
  { names, page, out }: { names: readonly string[]; page: string | undefined; out: string },
  keep: (db: DatabaseTransaction, hashes: readonly string[]) => Promise<void>,
): Promise<string> {
  const { length } = names;
  const made = await makeCodes(hasher, row.salt, length, (count) => {
    if (count % 1000 === 0) io.err(`${counted(count, 'code')} of ${length.toLocaleString('en')}\n`);
  });
  const letters = made.map(({ code }, index) => ({ letter: names[index] ?? '', code }));
  return withNewFile(io, out, mergeFile(letters, page), async (path) => {
    const hashes = made.map(({ credentialHash }) => credentialHash);
    await store.transaction((db) => keep(db, hashes));
    return path;
  });
}

interface MakeOptions {
  readonly count: number;
  readonly page?: string;
  readonly out: string;
}

async function make(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  [named, at]: readonly [string, Date],
  { count, page, out }: MakeOptions,
): Promise<number> {
  const [row, hasher] = await openToChange(store, findHasher, named);
  const { good, voided } = await letterCount(store.db, row.id);
  const names = Array.from({ length: count }, (_, index) => String(good + voided + index + 1));
  const path = await addCodes(store, io, [row, hasher], { names, page, out }, (db, hashes) =>
    keepCodes(db, row, hashes, { by: operator, at }),
  );
  io.out(
    `${counted(count, 'code')} written to ${path}: the only place where they stand. Who has it can vote for ` +
      'everybody. Keep it safe, give it to nobody but the printer, and remove it when the round is over.\n',
  );
  return 0;
}

interface LetterOptions {
  readonly codes: string;
  readonly page: string;
  readonly out: string;
  readonly sender: string;
  readonly helpLine: string;
  readonly paper?: boolean;
  readonly handIn?: string;
  readonly pdf?: string;
}

/**
 * Until when ballots on paper can be handed in: a day before the round closes, unless the operator says when.
 * @throws {CommandError} when that is not while the round is open
 */
function handInUntil(round: Round, given: string | undefined): string {
  const until = given ?? usualHandIn(round);
  if (until !== undefined && isHandInPossible(until, round)) return until;
  throw new CommandError(
    given === undefined
      ? 'This round is open for a day or less: say with --hand-in until when ballots on paper can be handed in. No letter was made.'
      : '--hand-in must lie between the opening and the closing of the round: you type the ballots over before it closes. No letter was made.',
  );
}

/** Whether letters are of this round. Looks at the first and the last one only: each takes a moment of work. */
async function areOf(
  db: Database,
  [row, hasher]: readonly [RoundRow, CredentialHasher],
  letters: readonly Letter[],
): Promise<boolean> {
  for (const { code } of [...letters.slice(0, 1), ...letters.slice(-1)])
    if (!(await isCredentialOf(db, row.id, await hasher.hash(code, row.salt)))) return false;
  return true;
}

async function print(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  [named, options]: readonly [string, LetterOptions],
): Promise<number> {
  const [row, hasher] = await openToChange(store, findHasher, named);
  const letters = await lettersIn(io, options.codes);
  if (letters.length === 0) throw new CommandError(`${options.codes} holds no letters.`);
  if (!(await areOf(store.db, [row, hasher], letters)))
    throw new CommandError(
      `The codes of ${options.codes} are not of ${onOneLine(row.name)}. No letter was made.`,
    );
  const { page, sender, helpLine, paper = false, handIn, out, pdf } = options;
  const round = await withBallotNumbers(store.db, row);
  const printed = await printedLetters(round, letters, {
    ...{ page, sender, helpLine },
    handInUntil: paper ? handInUntil(round, handIn) : undefined,
  });
  if (!printed.fits)
    throw new CommandError(
      'The letter does not fit on its first page: make --help-line or --page shorter. No letter was made.',
    );
  const sheetsEach = printed.pagesEach / 2;
  await withNewFile(io, out, printed.html, async (path) => {
    if (pdf !== undefined) await printPdf(io, path, pdf);
    const written = pdf === undefined ? `${path}. Open it in a browser and` : `${path} and ${pdf}:`;
    io.out(
      `${counted(letters.length, 'letter')}, ${counted(sheetsEach, 'sheet')} each: ` +
        `${counted(letters.length * sheetsEach, 'sheet')}, print on both sides.\n` +
        `Written to ${written} print on A4, at 100%. It holds the codes: remove it afterwards.\n`,
    );
  });
  return 0;
}

interface LostOptions {
  readonly code?: string;
  readonly letter?: string;
  readonly codes?: string;
}

/** The letter that was lost, by its code or by its number in the file. */
async function lostLetter(io: OperatorIo, { code, letter, codes }: LostOptions): Promise<Letter> {
  if (code !== undefined) {
    const read = readCode(code);
    if ('code' in read) return { letter: letter ?? '', code: read.code };
    throw new CommandError(`${onOneLine(code)} is no code: look at it again.`);
  }
  if (letter === undefined || codes === undefined)
    throw new CommandError('Say which letter: --code, or --letter with --codes.');
  const found = (await lettersIn(io, codes)).find((each) => each.letter === letter);
  if (!found) throw new CommandError(`${codes} has no letter ${onOneLine(letter)}.`);
  return found;
}

interface ReplaceOptions extends LostOptions {
  readonly page?: string;
  readonly out?: string;
}

async function replace(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  [named, at]: readonly [string, Date],
  options: ReplaceOptions,
): Promise<number> {
  const lost = await lostLetter(io, options);
  const [row, hasher] = await openToChange(store, findHasher, named);
  const credentialHash = await hasher.hash(lost.code, row.salt);
  const { page, out } = options;
  const makeVoid = (db: DatabaseTransaction) =>
    voidLetter(db, row, { credentialHash, isReplaced: out !== undefined }, { by: operator, at });
  if (out === undefined) await store.transaction(makeVoid);
  else
    await addCodes(store, io, [row, hasher], { names: [lost.letter], page, out }, async (db, hashes) => {
      await makeVoid(db);
      await addCredentials(db, row.id, hashes);
    });
  io.out('The old letter is void. A ballot that was cast with it, if any, does not count any more.\n');
  if (out !== undefined) io.out(`The new code is in ${out}.\n`);
  return 0;
}

const lostOptions = (command: Command) =>
  command
    .option('--code <code>', 'the code of the letter')
    .option('--letter <number>', 'or its number')
    .option('--codes <file>', 'and the file that "buurt codes make" wrote');

function addMake(parent: Command, run: CommandRegistrar): void {
  parent
    .command('make')
    .description('Make codes for letters, and write them to a file: once, nobody can get them back')
    .addArgument(aRound())
    .requiredOption('--count <number>', 'how many letters', countUpTo(mostLetters))
    .option('--page <address>', 'the page with the vote; adds a link with the code', pageAddress)
    .option('--out <file>', 'the file', 'codes.csv')
    .addHelpText(
      'after',
      `
The file has the columns letter, code and link, for mail merge or for "buurt codes letters". Which
letter goes to which address is for you alone: addresses never come into the database.

Example:
  buurt codes make "Buurtbudget Molenbuurt" --count 250 --page https://www.example.nl/stem`,
    )
    .action((named: string, options: MakeOptions) =>
      run((store, io, findHasher, clock) => make(store, io, findHasher, [named, clock()], options)),
    );
}

function addLetters(parent: Command, run: CommandRegistrar): void {
  parent
    .command('letters')
    .description('Make letters for print from a file with codes, each with a QR code')
    .addArgument(aRound())
    .requiredOption('--page <address>', 'the page with the vote', pageAddress)
    .requiredOption('--sender <name>', 'who writes', residentText)
    .option('--codes <file>', 'the file that "buurt codes make" wrote', 'codes.csv')
    .requiredOption(
      '--help-line <sentence>',
      'where residents get help, in Dutch, with a phone number',
      residentText,
    )
    .option('--paper', 'with a ballot on paper; without it, with a list of the plans')
    .option(
      '--hand-in <moment>',
      'until when ballots can be handed in (default: a day before closing)',
      moment,
    )
    .option('--out <file>', 'the file', 'letters.html')
    .option('--pdf <file>', 'a PDF too, made by the Chromium of this machine (or of CHROME_PATH)')
    .addHelpText(
      'after',
      `
Each letter is a number of whole sheets, so print on both sides. Each page has the number of the
letter, its code, and which page it is. Ballots are typed over with "buurt round paper" before the
round closes, so residents hand them in before that.

Example:
  buurt codes letters "Buurtbudget Molenbuurt" --sender "De Wetering" \\
    --page https://www.example.nl/stem --help-line "Hulp nodig? Bel 012 345 67 89." --paper`,
    )
    .action((named: string, options: LetterOptions) =>
      run((store, io, findHasher) => print(store, io, findHasher, [named, options])),
    );
}

/** The letters of a budget vote. */
export function addCodesCommands(program: Command, run: CommandRegistrar): void {
  const parent = program
    .command('codes')
    .description('Make the letters of a budget vote, and replace lost ones');
  addMake(parent, run);
  addLetters(parent, run);
  lostOptions(parent.command('replace').description('Make a lost letter void, and a new code in its place'))
    .addArgument(aRound())
    .requiredOption('--out <file>', 'the file for the new code')
    .option('--page <address>', 'the page with the vote; adds a link with the code', pageAddress)
    .addHelpText(
      'after',
      '\nExample:\n  buurt codes replace "Buurtbudget Molenbuurt" --letter 17 --codes codes.csv --out letter-17.csv',
    )
    .action((named: string, options: ReplaceOptions) =>
      run((store, io, findHasher, clock) => replace(store, io, findHasher, [named, clock()], options)),
    );
  lostOptions(parent.command('void').description('Make a letter void, without a new one'))
    .addArgument(aRound())
    .addHelpText('after', '\nExample:\n  buurt codes void "Buurtbudget Molenbuurt" --code K7QF-M2XA-9TRH')
    .action((named: string, options: LostOptions) =>
      run((store, io, findHasher, clock) => replace(store, io, findHasher, [named, clock()], options)),
    );
}
