import { resolve } from 'node:path';
import process from 'node:process';
import type { Command } from 'commander';
import { writeSnapshot } from '../backup/backup.queries.js';
import { DamagedBackup, FileExists, makeBackupFile } from '../backup/backup-file.js';
import { CannotRestore } from '../backup/restore.queries.js';
import { restoreBackup, type Restored } from '../backup/restore.js';
import { hasTables } from '../backup/tables.queries.js';
import { parseConfig, type Config } from '../config.js';
import type { Store } from '../db/open.js';
import type { CommandRegistrar, LocalAction, SecretLookup } from './command-action.js';
import { CommandError, fileError } from './command-error.js';
import { databasePlace } from './database-place.js';
import type { OperatorIo } from './operator-socket.js';
import { counted } from './table.js';

const isOfFiles = (error: unknown) => typeof (error as { syscall?: unknown }).syscall === 'string';

async function backUp(
  store: Store,
  io: OperatorIo,
  { file, at, findSecret }: { readonly file: string; readonly at: Date; readonly findSecret?: SecretLookup },
): Promise<number> {
  const path = resolve(io.cwd, file);
  if (!(await hasTables(store.db))) throw new CommandError('This database has no tables of a server yet.');
  const secret = await findSecret?.();
  try {
    const { rows, tables } = await makeBackupFile(path, (writer) =>
      writeSnapshot(store, writer, { at, secret }),
    );
    io.out(`${counted(rows, 'row')} of ${counted(tables, 'table')} written to ${path}.\n`);
  } catch (error) {
    if (error instanceof FileExists)
      throw new CommandError(`${path} is there already: give another name.`, { cause: error });
    throw isOfFiles(error) ? fileError(path, error) : error;
  }
  io.out(
    secret === undefined
      ? 'The secret of the server is not in it: keep that elsewhere. Without it no code of a letter is good any more.\n'
      : 'The secret of the server is in it: whoever has this file can use every code that they get hold of. Keep it safe.\n',
  );
  return 0;
}

const aboutSecret = ({ secret }: Restored) => {
  switch (secret.kind) {
    case 'given':
      return 'The secret that is set here is the one of the backup.';
    case 'brought':
      return `The secret was in the backup and is in ${secret.file} now, for the server with this DATA_DIR.`;
    case 'none':
      return 'The secret was not in the backup: set it before you start the server, or no code of a letter is good.';
  }
};

/** Restores where the settings say; no server has to run for that, and none may. */
export async function restore(
  io: OperatorIo,
  file: string,
  settings: Pick<Config, 'dataDir' | 'databaseUrl' | 'secret'>,
): Promise<number> {
  const path = resolve(io.cwd, file);
  io.err(`Database: ${databasePlace(settings)}\n`);
  try {
    const restored = await restoreBackup(path, settings);
    const { rows, tables, at } = restored;
    io.out(
      `${counted(rows, 'row')} of ${counted(tables, 'table')} came back, as they were on ${at.toISOString().slice(0, 16)}Z. ` +
        `${aboutSecret(restored)}\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof CannotRestore) throw new CommandError(error.message, { cause: error });
    if (error instanceof DamagedBackup)
      throw new CommandError(`${path}: ${error.message}. Nothing was changed.`, { cause: error });
    throw isOfFiles(error) ? fileError(path, error) : error;
  }
}

/** Bringing all that a server has to a file, and back from it. */
export function addBackupCommands(
  program: Command,
  run: CommandRegistrar,
  apart: (task: LocalAction) => void,
): void {
  program
    .command('backup')
    .description('Write all that the database holds to a file, also while the server runs')
    .argument('<file>', 'a new file, as buurt-2026-11-30.backup')
    .option('--with-secret', 'also the secret of the server: keep such a file safe')
    .addHelpText(
      'after',
      `
The file holds one moment, and comes whole or not at all. Only you can read it. It can be restored
into the embedded database and into PostgreSQL, whichever of the two it came from. An embedded
database answers nobody else while it is read, about a second for each 50 MB of photos.

Examples:
  buurt backup /var/backups/buurt-2026-11-30.backup
  buurt backup --with-secret /root/buurt.backup`,
    )
    .action((file: string, { withSecret }: { withSecret?: boolean }) =>
      run((store, io, _findHasher, clock, findSecret) =>
        backUp(store, io, { file, at: clock(), ...(withSecret ? { findSecret } : {}) }),
      ),
    );
  program
    .command('restore')
    .description('Bring a backup back into an empty database')
    .argument('<file>', 'what "buurt backup" wrote')
    .addHelpText(
      'after',
      `
DATA_DIR or DATABASE_URL say into which database. It must be empty: a folder without a database, or
a PostgreSQL database that at most a server was started on. A backup of an older version comes
back into the newest tables. Start the server afterwards: it erases what should have been erased
since the backup. Mails that waited then go out, also those that were sent meanwhile.

Example:
  buurt restore /var/backups/buurt-2026-11-30.backup`,
    )
    .action((file: string) => apart((io) => restore(io, file, parseConfig(process.env))));
}
