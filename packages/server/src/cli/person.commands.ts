import type { TextMatch } from '@buurt/domain/desk/erasing.js';
import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import type { Store } from '../db/open.js';
import { operator } from '../acts/acts.queries.js';
import { findPerson } from '../neighbours/person.service.js';
import type { CommandRegistrar } from './command-action.js';
import { counted, onOneLine } from './table.js';
import { residentText } from './parsers.js';

const quoted = (text: string) => `"${onOneLine(text).replaceAll(/["\\$`]/g, '\\$&')}"`;

/** The command that does what erases a text; a sentence where no command does. */
export function commandFor({ place, id, idea, eraser }: TextMatch): string {
  const named = eraser.id ?? '';
  switch (eraser.by) {
    case 'idea': {
      const command = `buurt ideas erase ${idea ?? ''} --yes`;
      if (place === 'proposal')
        return `${command} (not once people could vote: the log of the round holds a hash of it)`;
      return place === 'news' || place === 'promise' ? `${command} (with all of the initiative)` : command;
    }
    case 'remark':
      return `buurt remarks erase ${named} --yes`;
    case 'offer':
      return `buurt offers remove ${named}`;
    case 'address':
      return `buurt forget ${quoted(named)}`;
    case 'removal':
      return `buurt staff remove ${quoted(named)}, and then buurt forget ${quoted(named)}`;
    case 'round':
      return place === 'proposal'
        ? `buurt round change-proposal ${named} ${quoted(id)} (not once people could vote: the log of the round holds a hash of it)`
        : `buurt round change ${named} (not once it is over: its log holds a hash of it)`;
    case 'settings':
      return `buurt settings set ${named} …`;
    case 'time':
      return 'goes by itself within a week';
    case 'nothing':
      return 'nothing: it stays visible who did what';
  }
}

const aroundSigns = 60;

/** Some words before and after the place where it stands, when that can be seen. */
function excerpt(text: string, sought: string): string {
  const line = onOneLine(text);
  const at = Math.max(0, line.toLowerCase().indexOf(sought.toLowerCase()));
  const [from, to] = [Math.max(0, at - aroundSigns), at + sought.length + aroundSigns];
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

function lines(found: TextMatch, sought: string): string {
  const { place, id, field, text, idea } = found;
  const where = idea === null || place === 'idea' ? '' : ` of idea ${idea}`;
  const named = place === 'idea' ? `${idea ?? ''} (${id})` : id;
  return `${place} ${onOneLine(named)}${where}, ${field}: ${excerpt(text, sought)}\n  erase: ${commandFor(found)}\n`;
}

async function find(
  store: Store,
  io: OperatorIo,
  at: Date,
  [sought, asJson]: readonly [string, boolean],
): Promise<number> {
  const { texts: found } = await store.transaction((db) =>
    findPerson(db, { text: sought }, { by: operator, at }),
  );
  if (asJson) {
    const rows = found.map((each) => {
      const { place, id, idea, field, text } = each;
      return { place, id, idea, field, text, erase: commandFor(each) };
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
      run((store, io, _, clock) => find(store, io, clock(), [sought, json])),
    );
}
