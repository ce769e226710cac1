import { ideaStates, type IdeaState } from '@buurt/domain';
import { Command, CommanderError, Option } from 'commander';
import type { OperatorIo } from '../operator-socket.js';
import type { Store } from '../store/open.js';
import { exportIdeas, type ExportOptions } from './export-ideas.js';
import { listIdeas, reviewIdeas, showIdea, type IdeaFilter } from './ideas.js';
import { importBuurten } from './import-buurten.js';
import { Mistake } from './mistake.js';
import { setSettings, showSettings } from './settings.js';

const examples = (...lines: string[]) =>
  `\nExamples:\n${lines.map((line) => `  $ buurt ${line}`).join('\n')}\n`;
const inBuurt = () => new Option('--buurt <code>', 'only of this buurt, for example BU9901AA01');
const inState = () => new Option('--state <state>', 'only in this state').choices(ideaStates);

/** What runs a command: resolves to its exit code. */
type Work = (io: OperatorIo, store: Store) => Promise<number>;

function addIdeas(program: Command, does: (work: Work) => void): void {
  const ideas = program
    .command('ideas')
    .description('read, publish, decline and hide what residents hand in');
  ideas
    .command('list')
    .description('show ideas, newest first')
    .addOption(inBuurt())
    .addOption(inState())
    .addHelpText('after', examples('ideas list', 'ideas list --state waiting'))
    .action((filter: IdeaFilter) => does((io, store) => listIdeas(filter, io, store)));
  ideas
    .command('show <number>')
    .description('show everything of one idea, with name and contact data')
    .addHelpText('after', examples('ideas show K4T-9PX'))
    .action((id: string) => does((io, store) => showIdea(id, io, store)));
  ideas
    .command('publish <numbers...>')
    .description('put ideas on the site')
    .addHelpText('after', examples('ideas publish K4T-9PX', 'ideas publish K4T-9PX 7RM-22C'))
    .action((ids: string[]) => does((io, store) => reviewIdeas(ids, 'published', null, io, store)));
  for (const [name, review, text] of [
    ['decline', 'declined', 'tell the resident why an idea does not come on the site'],
    ['hide', 'hidden', 'take a published idea off the site'],
  ] as const)
    ideas
      .command(`${name} <numbers...>`)
      .description(text)
      .requiredOption('--reason <text>', 'why, in words that the resident will read')
      .addHelpText('after', examples(`ideas ${name} K4T-9PX --reason "Er staat een telefoonnummer in."`))
      .action((ids: string[], { reason }: { reason: string }) =>
        does((io, store) => reviewIdeas(ids, review, reason, io, store)),
      );
}

function addSettings(program: Command, does: (work: Work) => void): void {
  const settings = program
    .command('settings')
    .description('what the idea form asks in a buurt, and how it is handled');
  settings
    .command('show <buurt>')
    .description('show all settings of a buurt as JSON')
    .addHelpText('after', examples('settings show BU9901AA01'))
    .action((code: string) => does((io, store) => showSettings(code, io, store)));
  settings
    .command('set <buurt> <key-or-file> [value]')
    .description('change one setting, or all that stand in a JSON file')
    .addHelpText(
      'after',
      examples(
        'settings set BU9901AA01 moderated false',
        'settings set BU9901AA01 answerDays 7',
        'settings set BU9901AA01 form.json',
      ),
    )
    .action((code: string, keyOrFile: string, value?: string) =>
      does((io, store) => setSettings(code, keyOrFile, value, io, store)),
    );
}

function addData(program: Command, does: (work: Work) => void): void {
  program
    .command('import-buurten <file>')
    .description('add or renew buurten from GeoJSON, as CBS and PDOK publish them (WGS84)')
    .addHelpText('after', examples('import-buurten buurten.geojson'))
    .action((file: string) => does((io, store) => importBuurten(file, io, store)));
  program
    .command('export')
    .description('take data out')
    .command('ideas')
    .description('all ideas, for a spreadsheet')
    .requiredOption('--csv', 'as CSV that Dutch Excel opens')
    .addOption(inBuurt())
    .addOption(inState())
    .option('--out <file>', 'the file to write, readable by you alone; otherwise the screen')
    .option('--with-contact', 'with names, e-mail addresses and telephone numbers')
    .addHelpText(
      'after',
      examples('export ideas --csv --out ideas.csv', 'export ideas --csv --state waiting'),
    )
    .action((options: ExportOptions & { state?: IdeaState }) =>
      does((io, store) => exportIdeas(options, io, store)),
    );
  program
    .command('seed')
    .description('fill an empty database with a made-up corporation, to look around')
    .addHelpText('after', examples('seed'))
    .action(() =>
      does(async (io, store) => {
        const { seed } = await import('../seed/seed.js');
        const { buurten, initiatives, photos } = await seed(store);
        io.out(
          buurten === 0
            ? 'There are buurten already, so nothing was added.\n'
            : `Added ${String(buurten)} buurten, ${String(initiatives)} initiatives and ${String(photos)} photos.\n`,
        );
        return buurten === 0 ? 1 : 0;
      }),
    );
}

function programFor(io: OperatorIo, does: (work: Work) => void): Command {
  const program = new Command('buurt')
    .description('What the operator of the buurt server does by hand. The server may be running.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText('after', '\nThe database: DATA_DIR (default ./data) or DATABASE_URL, as for the server.\n');
  addIdeas(program, does);
  addSettings(program, does);
  addData(program, does);
  return program;
}

/** What the words ask for; an exit code when that is known without a database (help, a misspelt command). */
export function read(argv: readonly string[], io: OperatorIo): Work | number {
  let asked: Work | undefined;
  try {
    programFor(io, (work) => (asked = work)).parse([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return asked ?? 2;
}

/** Runs one command of the operator, written in `argv` without the name of the program. Resolves to its exit code. */
export async function runOperator(argv: string[], io: OperatorIo, store: Store): Promise<number> {
  const asked = read(argv, io);
  if (typeof asked === 'number') return asked;
  try {
    return await asked(io, store);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }
}
