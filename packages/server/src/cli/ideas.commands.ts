import { ideaStates, type IdeaState } from '@buurt/domain/ideas/idea-state.js';
import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import type { Store } from '../db/open.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import { describe } from './describe-idea.js';
import { countIdeas, ideas, ideasCalled, type Idea, type IdeaFilter } from '../ideas/review.queries.js';
import { operator } from '../acts/acts.queries.js';
import type { PhotoDecision } from '@buurt/domain/ideas/photo-decision.js';
import { decideOnPhoto } from '../photos/photos.service.js';
import { photosForDesk } from '../photos/photos.queries.js';
import { correctIdea, decideOnIdeas, eraseIdeas } from '../ideas/ideas.service.js';
import type { CommandRegistrar } from './command-action.js';
import { CommandError } from './command-error.js';
import { onOneLine, table } from './table.js';
import { residentTextUpTo } from './parsers.js';

export interface FilterOptions {
  readonly buurt?: string;
  readonly state?: IdeaState;
}

/** The buurt in an option can be a name; in a filter it is a code. */
export async function filterFrom({ db }: Store, { buurt, state }: FilterOptions): Promise<IdeaFilter> {
  return { state, buurt: buurt === undefined ? undefined : (await findBuurtByName(db, buurt)).code };
}

export const addFilterOptions = (command: Command): Command =>
  command
    .option('--buurt <buurt>', 'only of this buurt (code or name)')
    .addOption(new Option('--state <state>', 'only with this state').choices(ideaStates));

function reasonIn(typed: string): string {
  if (typed.trim() === '') throw new InvalidArgumentError('Give a reason in words.');
  return residentTextUpTo(longestFromOperator.reason)(typed);
}

function wholeNumber(typed: string): number {
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}

async function list(
  store: Store,
  io: OperatorIo,
  options: FilterOptions & { limit: number },
): Promise<number> {
  const filter = await filterFrom(store, options);
  const total = await countIdeas(store.db, filter);
  const rows = await ideas(store.db, filter)
    .orderBy('initiative.created_at', 'desc')
    .limit(options.limit)
    .execute();
  if (total === 0) io.out('No ideas.\n');
  else
    io.out(
      table(
        ['number', 'handed in', 'state', 'status', 'buurt', 'theme', 'e-mail', 'title'],
        rows.map((idea) => [
          idea.reference,
          dutchDay(idea.created_at),
          idea.review,
          idea.review === 'published' ? idea.status : '',
          idea.buurt_name,
          idea.theme ?? '',
          idea.email ? 'yes' : '',
          idea.title,
        ]),
      ),
    );
  if (total > rows.length)
    io.out(`The newest ${String(rows.length)} of ${String(total)}; --limit shows more.\n`);
  return 0;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The day on which the maker of an idea was told to know more. */
const answerBy = (idea: Idea): Date =>
  new Date(
    idea.created_at.getTime() +
      settingsOf({ name: idea.buurt_name, settings: idea.settings }).answerDays * dayMs,
  );

async function waiting(store: Store, io: OperatorIo, now: Date, options: FilterOptions): Promise<number> {
  const filter = await filterFrom(store, { ...options, state: 'waiting' });
  const rows = await ideas(store.db, filter).execute();
  if (rows.length === 0) io.out('No idea waits.\n');
  const sorted = rows.toSorted((a, b) => answerBy(a).getTime() - answerBy(b).getTime());
  io.out(
    sorted
      .map((idea) => {
        const day = dutchDay(answerBy(idea));
        const late = day < dutchDay(now) ? ': too late' : '';
        return `Answer promised by ${day}${late}\n${describe(idea, { withContact: false })}`;
      })
      .join('\n'),
  );
  return 0;
}

async function decide(
  store: Store,
  io: OperatorIo,
  at: Date,
  names: string[],
  state: Exclude<IdeaState, 'waiting'>,
  { reason = null, yes: mayWithdraw = false }: { reason?: string | null; yes?: boolean } = {},
): Promise<number> {
  const { found, withdrawn } = await store.transaction((db) =>
    decideOnIdeas(db, names, { state, reason, mayWithdraw }, { by: operator, at }),
  );
  for (const { reference, title, review: was } of found)
    io.out(
      `${reference} ${onOneLine(title)}: ${was === state ? `was ${state} already` : `${state}, was ${was}`}.\n`,
    );
  for (const { proposalId, roundName } of withdrawn)
    io.out(`${onOneLine(proposalId)} was withdrawn from ${onOneLine(roundName)}.\n`);
  return 0;
}

function addDecision(
  parent: Command,
  run: CommandRegistrar,
  name: string,
  state: 'declined' | 'hidden',
  description: string,
): void {
  parent
    .command(name)
    .description(description)
    .argument('<idea...>', 'numbers or ids of ideas')
    .requiredOption('--reason <text>', 'why, in words that the maker of the idea reads', reasonIn)
    .option('--yes', 'withdraw it from the votes in which it stands')
    .addHelpText(
      'after',
      `\nExample:\n  buurt ideas ${name} K4T-9PX --reason "Dit plein is volgend jaar aan de beurt."`,
    )
    .action((names: string[], options: { reason: string; yes?: boolean }) =>
      run((store, io, _, clock) => decide(store, io, clock(), names, state, options)),
    );
}

interface CorrectionOptions {
  readonly title?: string;
  readonly story?: string;
}

function addCorrection(parent: Command, run: CommandRegistrar): void {
  parent
    .command('correct')
    .description('Correct typing errors in an idea, and tell its maker; what it said before is kept')
    .argument('<idea>', 'number or id of an idea')
    .option('--title <text>', 'the whole title as it should be', residentTextUpTo(mostCharacters.title))
    .option('--story <text>', 'the whole story as it should be', residentTextUpTo(mostCharacters.story))
    .addHelpText('after', '\nExample:\n  buurt ideas correct K4T-9PX --title "Bankjes langs het water"')
    .action((named: string, { title, story }: CorrectionOptions, command: Command) => {
      if (title === undefined && story === undefined)
        command.error('error: say what, with --title or --story');
      const texts = { ...(title !== undefined && { title }), ...(story !== undefined && { story }) };
      run(async (store, io, _, clock) => {
        const { idea, changed } = await store.transaction((db) =>
          correctIdea(db, named, texts, { by: operator, at: clock() }),
        );
        io.out(
          `${idea.reference} ${onOneLine(title ?? idea.title)}: ${changed ? 'corrected' : 'was so already'}.\n`,
        );
        return 0;
      });
    });
}

const photoIdFrom = (named: string): string => {
  const [id] = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i.exec(named) ?? [];
  if (id === undefined)
    throw new InvalidArgumentError(
      'Give the address or the id of the photo, as "buurt ideas show" lists it.',
    );
  return id.toLowerCase();
};

async function decidePhoto(
  store: Store,
  io: OperatorIo,
  at: Date,
  id: string,
  decision: PhotoDecision,
): Promise<number> {
  const { reference, alt, changed } = await store.transaction((db) =>
    decideOnPhoto(db, id, decision, { by: operator, at }),
  );
  const { state } = decision;
  io.out(`${reference} photo ${onOneLine(alt) || id}: ${changed ? state : `was ${state} already`}.\n`);
  return 0;
}

function addPhotoDecisions(parent: Command, run: CommandRegistrar): void {
  parent
    .command('hide-photo')
    .description('Take a photo off the site, and tell the maker why; "show-photo" undoes it')
    .argument('<photo>', 'address or id of a photo', photoIdFrom)
    .requiredOption('--reason <text>', 'why, in words that the maker of the idea reads', reasonIn)
    .addHelpText(
      'after',
      '\nExample:\n  buurt ideas hide-photo 0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01 --reason "Te herkenbaar."',
    )
    .action((id: string, { reason }: { reason: string }) =>
      run((store, io, _, clock) => decidePhoto(store, io, clock(), id, { state: 'hidden', reason })),
    );
  parent
    .command('show-photo')
    .description('Show a photo again that was hidden, and tell the maker')
    .argument('<photo>', 'address or id of a photo', photoIdFrom)
    .addHelpText('after', '\nExample:\n  buurt ideas show-photo 0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01')
    .action((id: string) =>
      run((store, io, _, clock) => decidePhoto(store, io, clock(), id, { state: 'shown', reason: null })),
    );
}

async function erase(store: Store, io: OperatorIo, at: Date, names: string[], yes: boolean): Promise<number> {
  if (!yes) {
    const titles = (await ideasCalled(store.db, names)).map(
      ({ reference, title }) => `${reference} ${onOneLine(title)}`,
    );
    throw new CommandError(
      `${titles.join('; ')}: title, story, photos, place, maker, remarks, offers, support, news, promises and followers ` +
        'would be gone for good, and it would be withdrawn from votes. Say so with --yes. Nothing was changed.',
    );
  }
  const erased = await store.transaction((db) => eraseIdeas(db, names, { by: operator, at }));
  for (const { idea, remains } of erased) {
    io.out(`${idea.reference} was erased.\n`);
    for (const { roundName, roundId, proposalId } of remains)
      io.out(
        `What people could vote on stays in the database: title, story and remark of proposal ${onOneLine(proposalId)} of ` +
          `${onOneLine(roundName)} (${roundId}). The log of that vote holds a hash of them, and without them nobody could ` +
          'check its result. Residents read "Weggehaald plan" in their place.\n',
      );
  }
  io.out('Backups, printed letters and mails that were sent still hold what they held.\n');
  io.out('What was granted or spent still counts in the cashbook of the buurt, without any words.\n');
  return 0;
}

function addReading(parent: Command, run: CommandRegistrar): void {
  addFilterOptions(parent.command('list').description('List ideas, newest first'))
    .option('--limit <n>', 'at most so many', wholeNumber, 100)
    .addHelpText(
      'after',
      '\nExamples:\n  buurt ideas list --state waiting\n  buurt ideas list --buurt Molenbuurt --limit 20',
    )
    .action((options: FilterOptions & { limit: number }) => run((store, io) => list(store, io, options)));
  parent
    .command('waiting')
    .description('Show in full what waits for an answer, the one that was promised an answer first on top')
    .option('--buurt <buurt>', 'only of this buurt (code or name)')
    .addHelpText('after', '\nExample:\n  buurt ideas waiting --buurt Molenbuurt')
    .action((options: FilterOptions) => run((store, io, _, clock) => waiting(store, io, clock(), options)));
  parent
    .command('show')
    .description('Show everything about an idea')
    .argument('<idea...>', 'numbers or ids of ideas')
    .option('--with-contact', 'also name, e-mail address and telephone number')
    .addHelpText('after', '\nExample:\n  buurt ideas show K4T-9PX')
    .action((names: string[], { withContact = false }: { withContact?: boolean }) =>
      run(async ({ db }, io) => {
        const found = await ideasCalled(db, names);
        const described: string[] = [];
        for (const idea of found)
          described.push(describe(idea, { withContact, photos: await photosForDesk(db, idea.id) }));
        io.out(described.join('\n'));
        return 0;
      }),
    );
}

/** Reading what residents handed in, and deciding what is shown. */
export function addIdeasCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('ideas').description('Read ideas, and decide which are shown');
  addReading(parent, run);
  parent
    .command('publish')
    .description('Show ideas on the site: from then on they are initiatives')
    .argument('<idea...>', 'numbers or ids of ideas')
    .addHelpText('after', '\nExample:\n  buurt ideas publish K4T-9PX 7WD-2HM')
    .action((names: string[]) =>
      run((store, io, _, clock) => decide(store, io, clock(), names, 'published')),
    );
  addCorrection(parent, run);
  addPhotoDecisions(parent, run);
  addDecision(parent, run, 'decline', 'declined', 'Do not show ideas, and tell the maker why');
  parent
    .command('erase')
    .description('Erase ideas for good, with everything that belongs to them (GDPR, article 17)')
    .argument('<idea...>', 'numbers or ids of ideas')
    .option('--yes', 'say that it is meant')
    .addHelpText(
      'after',
      `
To take an idea off the site only, there is "buurt ideas hide".

Example:
  buurt ideas erase K4T-9PX --yes`,
    )
    .action((names: string[], { yes = false }: { yes?: boolean }) =>
      run((store, io, _, clock) => erase(store, io, clock(), names, yes)),
    );
  addDecision(
    parent,
    run,
    'hide',
    'hidden',
    'Take ideas off the site that were on it, and tell the maker why',
  );
}
