import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import type { Store } from '../db/open.js';
import { textsWith, type PersonText, type PlaceKind } from '../neighbours/person.queries.js';
import { CommandError } from './command-error.js';
import type { CommandRegistrar } from './command-action.js';
import { counted, onOneLine } from './table.js';
import { residentText } from './parsers.js';

const quoted = (text: string) => `"${onOneLine(text).replaceAll(/["\\$`]/g, '\\$&')}"`;

const wholeIdea = ({ idea }: PersonText) => `buurt ideas erase ${idea ?? ''} --yes`;
const byAddress = ({ by }: PersonText) => `buurt forget ${quoted(by ?? '')}`;
const byRemoval = (found: PersonText) =>
  `buurt staff remove ${quoted(found.by ?? '')}, and then ${byAddress(found)}`;

/** What erases a text of each place; a sentence where no command does. */
const erasers: Readonly<Record<PlaceKind, (found: PersonText) => string>> = {
  idea: wholeIdea,
  correction: wholeIdea,
  contact: (found) => (found.by === null ? wholeIdea(found) : byAddress(found)),
  photo: wholeIdea,
  offer: ({ id }) => `buurt offers remove ${id}`,
  remark: ({ id }) => `buurt remarks erase ${id} --yes`,
  report: ({ id }) => `buurt remarks erase ${id} --yes`,
  news: (found) => `${wholeIdea(found)} (with all of the initiative)`,
  promise: (found) => `${wholeIdea(found)} (with all of the initiative)`,
  follower: byAddress,
  confirmation: byAddress,
  handover: byAddress,
  mail: byAddress,
  staff: byRemoval,
  round: ({ id }) => `buurt round change ${id} (not once it is over: its log holds a hash of it)`,
  proposal: ({ id, by, idea }) =>
    `${idea === null ? `buurt round change-proposal ${by ?? ''} ${quoted(id)}` : `buurt ideas erase ${idea} --yes`} ` +
    '(not once people could vote: the log of the round holds a hash of it)',
  settings: ({ id }) => `buurt settings set ${id} …`,
  answer: () => 'goes by itself within a week',
  act: (found) => (found.by === null ? 'nothing: it stays visible who did what' : byRemoval(found)),
};

export const eraserOf = (found: PersonText): string => erasers[found.place](found);

const aroundSigns = 60;

/** Some words before and after the place where it stands, when that can be seen. */
function excerpt(text: string, sought: string): string {
  const line = onOneLine(text);
  const at = Math.max(0, line.toLowerCase().indexOf(sought.toLowerCase()));
  const [from, to] = [Math.max(0, at - aroundSigns), at + sought.length + aroundSigns];
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

function lines(found: PersonText, sought: string): string {
  const { place, id, field, text, idea } = found;
  const where = idea === null || place === 'idea' ? '' : ` of idea ${idea}`;
  const named = place === 'idea' ? `${idea ?? ''} (${id})` : id;
  return `${place} ${onOneLine(named)}${where}, ${field}: ${excerpt(text, sought)}\n  erase: ${eraserOf(found)}\n`;
}

async function find(
  store: Store,
  io: OperatorIo,
  [sought, asJson]: readonly [string, boolean],
): Promise<number> {
  if (!/[\p{L}\p{N}]/u.test(sought))
    throw new CommandError('Give a name, an address, a number or other words.');
  const found = await store.transaction((db) => textsWith(db, sought));
  if (asJson) {
    const rows = found.map((each) => {
      const { place, id, idea, field, text } = each;
      return { place, id, idea, field, text, erase: eraserOf(each) };
    });
    io.out(`${JSON.stringify(rows, undefined, 2)}\n`);
    return 0;
  }
  io.out(found.map((each) => lines(each, sought)).join(''));
  io.out(`${counted(found.length, 'place')}. Photos, ballots and backups are not searched.\n`);
  return 0;
}

/** What a resident may ask for at any time: what is kept of them (GDPR, article 15). */
export function addPersonCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('person').description('Find what is kept of somebody');
  parent
    .command('find')
    .description('Find every text with a name, an address, a number or other words, and what erases it')
    .argument(
      '<text>',
      'as it may stand there; capitals, accents and parted digits do not matter',
      residentText,
    )
    .option('--json', 'all of each text, for the answer to somebody who asks what is kept of them')
    .addHelpText(
      'after',
      `
Looks in ideas, contacts, photos' descriptions, offers, remarks and their names, reports, news,
promises, followers, mails that wait, rounds and settings. Look for each thing that they are known
by: name, e-mail address, telephone number, street and number. Read what is found: others can have
the same name.

Examples:
  buurt person find "Sam de Vries"
  buurt person find sam@voorbeeld.nl --json`,
    )
    .action((sought: string, { json = false }: { json?: boolean }) =>
      run((store, io) => find(store, io, [sought, json])),
    );
}
