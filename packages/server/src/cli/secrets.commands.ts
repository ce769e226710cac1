import type { Command } from 'commander';
import type { OperatorIo } from './operator-socket.js';
import { ConfigError } from '../config-error.js';
import type { Store } from '../db/open.js';
import { findKeyFingerprint, deleteKeyFingerprint } from '../secrets/key-fingerprint.queries.js';
import { CommandError } from './command-error.js';
import type { CommandRegistrar, CredentialHasherLookup } from './command-action.js';
import { onOneLine } from './table.js';

/** Whether the secret of this database is here. */
async function hasSecret(findHasher: CredentialHasherLookup): Promise<boolean> {
  try {
    await findHasher();
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

async function forget(
  store: Store,
  io: OperatorIo,
  findHasher: CredentialHasherLookup,
  yes = false,
): Promise<number> {
  if ((await findKeyFingerprint(store.db)) === undefined)
    throw new CommandError('This database knows no secret yet: it takes the first one that a server has.');
  if (await hasSecret(findHasher))
    throw new CommandError(
      'The secret of this database is here: it is not lost. To use another one, set that first. Nothing was changed.',
    );
  if (!yes)
    throw new CommandError(
      'With another secret, residents cannot see or change what they handed in, nobody can take back their support, and the ' +
        'links in mails that were sent are dead. Look for the secret in your backups first. Say so with --yes.',
    );
  const running = await store.transaction(deleteKeyFingerprint);
  if (running.length > 0)
    throw new CommandError(
      `The codes of these rounds are good with the lost secret only: ${running.map(onOneLine).join(', ')}. Cancel them ` +
        '("buurt round cancel") or, when people voted, close them ("buurt round close"). Nothing was changed.',
    );
  io.out('The secret is forgotten. Start the server with its new one: that one is kept.\n');
  return 0;
}

/** The secret of the server. */
export function addSecretCommands(program: Command, run: CommandRegistrar): void {
  program
    .command('secret')
    .description('What to do when the secret of the server is lost')
    .command('forget')
    .description('Let the database take another secret, when the one it was begun with is lost')
    .option('--yes', 'it is really lost')
    .addHelpText(
      'after',
      `
Stop all servers first. Refused while a vote is announced or open: its letters would be worthless.

Example:
  buurt secret forget --yes`,
    )
    .action(({ yes }: { yes?: boolean }) =>
      run((store, io, findHasher) => forget(store, io, findHasher, yes)),
    );
}
