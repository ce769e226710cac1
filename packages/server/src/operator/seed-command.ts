import type { Command } from 'commander';
import type { Plan } from './plan.js';

/** Filling an empty store with the made-up corporation of the demo. */
export function addSeedCommand(program: Command, plan: Plan): void {
  program
    .command('seed')
    .description('Fill an empty database with a made-up corporation, its buurten and their initiatives')
    .addHelpText(
      'after',
      '\nFor trying things. Does nothing when there are buurten already.\n\nExample:\n  buurt seed',
    )
    .action(() =>
      plan(async (store, io, _, clock) => {
        const { seed } = await import('../seed/seed.js');
        const report = await seed(store, clock());
        if (report === 'not-empty') io.out('There are buurten already: nothing was added.\n');
        else {
          const { buurten, initiatives, photos } = report;
          io.out(
            `Added ${String(buurten)} buurten, ${String(initiatives)} initiatives and ${String(photos)} photos.\n`,
          );
        }
        return 0;
      }),
    );
}
