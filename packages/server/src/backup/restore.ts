import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../config.js';
import { fillDatabaseAt } from '../db/open.js';
import { deriveSecrets } from '../secrets/secrets.js';
import { secretFile, secretIn, writeSecret } from '../secrets/secret-file.js';
import { checkBackup, readBackup, readHead, type BackupCounts, type BackupHead } from './backup-file.js';
import { CannotRestore, checkMigrations, fillDatabase } from './restore.queries.js';

/** Where the secret of the restored server is: set before, brought along in the backup, or for the operator to bring. */
type WhereSecretIs =
  { readonly kind: 'given' | 'none' } | { readonly kind: 'brought'; readonly file: string };

export interface Restored extends BackupCounts {
  readonly at: Date;
  readonly secret: WhereSecretIs;
}

type Settings = Pick<Config, 'dataDir' | 'databaseUrl' | 'secret'>;

/** @throws {CannotRestore} when codes of letters would be worthless with the secret that is set here */
function checkSecret({ keyFingerprint }: BackupHead, given: string): void {
  if (keyFingerprint !== null && deriveSecrets(given).keyFingerprint !== keyFingerprint)
    throw new CannotRestore(
      'Another secret is set here (SERVER_SECRET, or the file "secret" in DATA_DIR) than the one of the backup, and the codes ' +
        'of its letters are good with that one only. Nothing was changed.',
    );
}

/** Puts the secret of the backup in place where there is none; undoes that when the work fails. */
async function withSecret<T>(
  head: BackupHead,
  { dataDir, secret }: Settings,
  work: (where: WhereSecretIs) => Promise<T>,
): Promise<T> {
  const given = secret ?? (await secretIn(dataDir));
  if (given !== undefined) {
    checkSecret(head, given);
    return work({ kind: 'given' });
  }
  if (head.secret === undefined) return work({ kind: 'none' });
  const file = secretFile(resolve(dataDir));
  await writeSecret(dataDir, head.secret);
  try {
    return await work({ kind: 'brought', file });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/**
 * Restores a backup into an empty database of either kind, all or nothing.
 * @throws {CannotRestore} when it cannot be, with why
 * @throws {DamagedBackup} when the file is not what was written
 * @throws {ConfigError} when the database cannot be reached, or is not empty
 */
export async function restoreBackup(path: string, settings: Settings): Promise<Restored> {
  const { dataDir, databaseUrl } = settings;
  const head = await readHead(path);
  checkMigrations(head);
  await checkBackup(path);
  return withSecret(head, settings, async (secret) => {
    const counts = await fillDatabaseAt(databaseUrl === undefined ? { dataDir } : { databaseUrl }, (db) =>
      fillDatabase(db, head, readBackup(path)),
    );
    return { ...counts, at: new Date(head.at), secret };
  });
}
