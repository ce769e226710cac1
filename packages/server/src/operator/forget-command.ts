import type { Command } from 'commander';
import { forget } from '../store/retention.js';
import type { Plan } from './plan.js';
import { counted } from './table.js';
import { words } from './typed.js';

/** What a resident may ask for at any time (GDPR, article 17). */
export function addForgetCommand(program: Command, plan: Plan): void {
  program
    .command('forget')
    .description('Erase how somebody can be reached, everywhere, because he asks for it')
    .argument('<address>', 'his e-mail address or telephone number', words)
    .addHelpText(
      'after',
      `
Ideas, remarks and votes stay: they do not lead to him. In backups he stays until those are over.

Example:
  buurt forget sam@voorbeeld.nl`,
    )
    .action((address: string) =>
      plan(async (store, io) => {
        const { contacts, offers, followers } = await forget(store, address);
        io.out(
          `Erased: ${counted(contacts, 'contact')} of ideas, ${counted(offers, 'contact')} of offers, ` +
            `${counted(followers, 'address', 'addresses')} of followers.\n`,
        );
        return 0;
      }),
    );
}
