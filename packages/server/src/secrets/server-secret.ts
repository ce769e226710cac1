import { join } from 'node:path';
import type { Config } from '../config.js';
import { createCredentialHasher } from './credential-hash.js';
import { newSecret, secretIn, writeSecret } from './secret-file.js';
import { deriveSecrets } from './secrets.js';
import { ConfigError } from '../config-error.js';
import type { Store } from '../db/open.js';
import {
  findKeyFingerprint,
  storeKeyFingerprint,
  fingerprintsOfRunningRounds,
} from './key-fingerprint.queries.js';

type Settings = Pick<Config, 'secret' | 'dataDir' | 'databaseUrl'>;

const isAnother = () =>
  new ConfigError(
    'This database was begun with another SERVER_SECRET (or the file "secret" of another DATA_DIR), and the codes of ' +
      'its letters are good with that one only. Set the one that the server ran with until now. Nothing was changed.',
  );

const isNowhere = ({ databaseUrl, dataDir }: Settings) =>
  new ConfigError(
    databaseUrl === undefined
      ? `${join(dataDir, 'secret')} is not there, and this database was begun with it. Put it back from your backup, ` +
          'or set SERVER_SECRET. Nothing was changed.'
      : 'With DATABASE_URL a secret is never made up: set SERVER_SECRET to the one of the server, or DATA_DIR to the ' +
          'folder with its file "secret". For a new database, make one with "openssl rand -base64 32", and keep it ' +
          'with your backups. Nothing was changed.',
  );

/** Whether a secret is the one that the database was begun with. The first one that comes is kept, as a fingerprint. */
async function belongs({ db }: Pick<Store, 'db'>, secret: string): Promise<boolean> {
  const { keyFingerprint, pepper } = deriveSecrets(secret);
  const known = await findKeyFingerprint(db);
  if (known !== undefined) return known === keyFingerprint;
  const hasher = createCredentialHasher(pepper);
  const rounds = await fingerprintsOfRunningRounds(db);
  return (
    rounds.every((round) => hasher.fingerprint(round.salt) === round.key_fingerprint) &&
    (await storeKeyFingerprint(db, keyFingerprint)) === keyFingerprint
  );
}

/**
 * The secret that is set, or that lies in the folder; undefined when one may be made.
 * @throws {ConfigError} when there is none, and none may be made
 */
export async function givenSecret(settings: Settings): Promise<string | undefined> {
  const secret = settings.secret ?? (await secretIn(settings.dataDir));
  if (secret === undefined && settings.databaseUrl !== undefined) throw isNowhere(settings);
  return secret;
}

/**
 * The secret of this database. Only the embedded one gets a new one, and only once.
 * @throws {ConfigError} when there is none, or when the database was begun with another one
 */
export async function secretFor(store: Store, settings: Settings): Promise<string> {
  const secret = await givenSecret(settings);
  if (secret !== undefined) {
    if (await belongs(store, secret)) return secret;
    throw isAnother();
  }
  return store.transaction(async (db) => {
    const made = newSecret();
    if (!(await belongs({ db }, made))) throw isNowhere(settings);
    await writeSecret(settings.dataDir, made);
    return made;
  });
}
