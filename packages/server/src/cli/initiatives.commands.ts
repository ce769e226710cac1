import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import {
  offerKinds,
  promiseStates,
  type BuurtPromise,
  type OfferKind,
} from '@buurt/domain/initiatives/initiative.js';
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { operator } from '../acts/acts.queries.js';
import { addNews, askFor, savePromise, setStatus } from '../initiatives/initiatives.service.js';
import type { CommandRegistrar } from './command-action.js';
import { photoIn } from './photo-file.js';
import { jumps } from '../neighbours/sources.queries.js';
import { onOneLine, table } from './table.js';
import { calendarDate, euros, residentTextUpTo } from './parsers.js';

function ask(
  typed: string,
  before: Partial<Record<OfferKind, number>> = {},
): Partial<Record<OfferKind, number>> {
  const [kind = '', number = ''] = typed.split('=');
  const known = offerKinds.find((each) => each === kind);
  if (!known || !/^[1-9]\d{0,2}$/.test(number))
    throw new InvalidArgumentError(`Give a kind and a number, as tools=2. Kinds: ${offerKinds.join(', ')}.`);
  return { ...before, [known]: Number(number) };
}

const idea = () => new Argument('<idea>', 'number or id of an initiative');

function addStatus(parent: Command, run: CommandRegistrar): void {
  parent
    .command('status')
    .description('Say where an initiative stands, and why')
    .addArgument(idea())
    .addArgument(new Argument('<status>').choices(initiativeStatuses))
    .option(
      '--reason <text>',
      'why, in words for residents; needed for declined',
      residentTextUpTo(longestFromOperator.reason),
    )
    .addHelpText(
      'after',
      '\nExample:\n  buurt initiatives status K4T-9PX underway --reason "De tegels liggen klaar."',
    )
    .action(
      (
        named: string,
        status: InitiativeStatus,
        { reason = null }: { reason?: string | null },
        command: Command,
      ) => {
        if (status === 'declined' && reason === null) command.error('error: say why, with --reason');
        run(async (store, io, _, clock) => {
          const was = await store.transaction((db) =>
            setStatus(db, named, { status, reason }, { by: operator, at: clock() }),
          );
          io.out(`${was.reference} ${onOneLine(was.title)}: ${status}, was ${was.status}.\n`);
          return 0;
        });
      },
    );
}

interface PromiseOptions {
  readonly who: string;
  readonly what: string;
  readonly by?: string;
  readonly state?: BuurtPromise['state'];
  readonly granted?: number;
  readonly spent?: number;
}

function addPromise(parent: Command, run: CommandRegistrar): void {
  parent
    .command('promise')
    .description('Keep a promise, or change what was said of it: the same who and what is the same promise')
    .addArgument(idea())
    .requiredOption('--who <text>', 'who promises', residentTextUpTo(longestFromOperator.promisedBy))
    .requiredOption('--what <text>', 'what is promised', residentTextUpTo(longestFromOperator.promise))
    .option('--by <day>', 'by when, as 2027-05-01; needed the first time', calendarDate)
    .addOption(new Option('--state <state>', 'what came of it').choices(promiseStates))
    .option('--granted <euros>', 'money granted', euros)
    .option('--spent <euros>', 'money spent', euros)
    .addHelpText(
      'after',
      '\nExamples:\n  buurt initiatives promise K4T-9PX --who "De Wetering" --what "Bankje" --by 2027-05-01' +
        '\n  buurt initiatives promise K4T-9PX --who "De Wetering" --what "Bankje" --state kept --spent 80,50',
    )
    .action((named: string, { granted, spent, by: dueOn, ...said }: PromiseOptions) =>
      run(async (store, io, _, clock) => {
        const promise = { ...said, dueOn, grantedCents: granted, spentCents: spent };
        const { idea: of, changed } = await store.transaction((db) =>
          savePromise(db, named, promise, { by: operator, at: clock() }),
        );
        io.out(`${of.reference} ${onOneLine(of.title)}: promise ${changed ? 'changed' : 'kept'}.\n`);
        return 0;
      }),
    );
}

interface NewsOptions {
  readonly text: string;
  readonly photo?: string;
  readonly alt?: string;
}

function addNewsCommand(parent: Command, run: CommandRegistrar): void {
  parent
    .command('news')
    .description('Tell news about an initiative, dated now')
    .addArgument(idea())
    .requiredOption(
      '--text <text>',
      'what happened, in words for residents',
      residentTextUpTo(longestFromOperator.news),
    )
    .option('--photo <file>', 'a photo with it: JPEG, PNG or WebP, at most 64 MiB')
    .option(
      '--alt <text>',
      'what is to be seen on the photo, for who cannot see it',
      residentTextUpTo(mostCharacters.alt),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  buurt initiatives news K4T-9PX --text "Het bankje staat."' +
        '\n  buurt initiatives news K4T-9PX --text "Klaar!" --photo bankje.jpg --alt "Een houten bankje"',
    )
    .action((named: string, { text, photo: file, alt }: NewsOptions, command: Command) => {
      if ((file === undefined) !== (alt === undefined))
        command.error('error: give --photo and --alt together: a photo, and what is to be seen on it');
      run(async (store, io, _, clock) => {
        const photo = file !== undefined && alt !== undefined && { files: await photoIn(io, file), alt };
        const news = { text, ...(photo && { photo }) };
        const { reference, title } = await store.transaction((db) =>
          addNews(db, named, news, { by: operator, at: clock() }),
        );
        io.out(`${reference} ${onOneLine(title)}: told.\n`);
        return 0;
      });
    });
}

const mostListed = 30;

/** Where most was supported and offered lately, and how much of it came from one address. */
function addJumpsCommand(parent: Command, run: CommandRegistrar): void {
  parent
    .command('jumps')
    .description(
      'See where support and offers came from today and yesterday: a script comes from few addresses',
    )
    .addHelpText(
      'after',
      `
"most" is how much came from the one address that did most; a whole flat behind one address is no
script. Addresses are not kept: only a hash that is another one tomorrow.

Example:
  buurt initiatives jumps`,
    )
    .action(() =>
      run(async ({ db }, io) => {
        const rows = await jumps(db, mostListed);
        if (rows.length === 0) io.out('Nobody supported or offered anything today or yesterday.\n');
        else
          io.out(
            table(
              ['idea', 'title', 'day', 'what', 'times', 'addresses', 'most'],
              rows.map(({ reference, title, day, kind, count, sources, most }) => [
                ...[reference, title, day, kind, String(count), String(sources), String(most)],
              ]),
            ),
          );
        return 0;
      }),
    );
}

/** What became of initiatives, told by the operator. */
export function addInitiativeCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('initiatives').description('Tell what becomes of initiatives');
  addStatus(parent, run);
  addPromise(parent, run);
  addNewsCommand(parent, run);
  addJumpsCommand(parent, run);
  parent
    .command('ask')
    .description('Say how many neighbours are asked to bring each kind; other kinds are asked no more')
    .addArgument(idea())
    .argument('<kind=number...>', `kinds: ${offerKinds.join(', ')}`, ask)
    .addHelpText('after', '\nExample:\n  buurt initiatives ask K4T-9PX tools=2 time=5')
    .action((named: string, asked: Partial<Record<OfferKind, number>>) =>
      run(async (store, io, _, clock) => {
        const { reference, title } = await store.transaction((db) =>
          askFor(db, named, asked, { by: operator, at: clock() }),
        );
        const said = Object.entries(asked).map(([kind, number]) => `${kind} ${String(number)}`);
        io.out(`${reference} ${onOneLine(title)} asks: ${said.join(', ')}.\n`);
        return 0;
      }),
    );
}
