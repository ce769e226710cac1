import type { Command } from 'commander';
import { operator } from '../acts/acts.queries.js';
import { forgetPerson } from '../neighbours/person.service.js';
import { commandFor } from './person.commands.js';
import type { CommandRegistrar } from './command-action.js';
import { counted, onOneLine } from './table.js';
import { residentText } from './parsers.js';

/** What a resident may ask for at any time (GDPR, article 17). */
export function addForgetCommand(program: Command, run: CommandRegistrar): void {
  program
    .command('forget')
    .description('Erase how somebody can be reached, everywhere, because they ask for it')
    .argument('<address>', 'their e-mail address or telephone number', residentText)
    .addHelpText(
      'after',
      `
An offer loses its words too. The texts of ideas and remarks stay, and the names in remarks: "buurt
person find" finds what leads to somebody there, and says what erases it. By a telephone number, the
e-mail address goes too that was left beside it. In backups it stays until those are over.

Example:
  buurt forget sam@voorbeeld.nl`,
    )
    .action((address: string) =>
      run(async (store, io, _, clock) => {
        const { contacts, offers, followers, left } = await store.transaction((db) =>
          forgetPerson(db, { address }, { by: operator, at: clock() }),
        );
        io.out(
          `Erased: ${counted(contacts, 'contact')} of ideas, ${counted(offers, 'contact')} of offers, ` +
            `${counted(followers, 'address', 'addresses')} of followers.\n`,
        );
        for (const each of left)
          io.out(
            `It still stands in the ${each.field} of ${each.place} ${onOneLine(each.id)}: ${commandFor(each)}\n`,
          );
        io.out(
          'Not covered: their name, address and words in ideas, remarks, news and votes ("buurt person find NAME" ' +
            'finds those and says what erases them), photos, backups, and mails that were sent.\n',
        );
        return 0;
      }),
    );
}
