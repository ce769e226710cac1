import { join } from 'node:path';
import type { Configuration } from '../config.js';
import { slotsWith } from './credential-hash.js';
import { newSecret, secretIn, writeSecret } from './secret-file.js';
import { secretsFrom } from './secrets.js';
import { StartProblem } from '../config-error.js';
import type { Store } from '../db/open.js';
import { findSecretMark, keepSecretMark, marksOfRunningRounds } from './key-fingerprint.queries.js';

type Settings = Pick<Configuration, 'secret' | 'dataDir' | 'databaseUrl'>;

const isAnother = () =>
  new StartProblem(
    'This database was begun with another SERVER_SECRET (or the file "secret" of another DATA_DIR), and the codes of ' +
      'its letters are good with that one only. Set the one that the server ran with until now. Nothing was changed.',
  );

const isNowhere = ({ databaseUrl, dataDir }: Settings) =>
  new StartProblem(
    databaseUrl === undefined
      ? `${join(dataDir, 'secret')} is not there, and this database was begun with it. Put it back from your backup, ` +
          'or set SERVER_SECRET. Nothing was changed.'
      : 'With DATABASE_URL a secret is never made up: set SERVER_SECRET to the one of the server, or DATA_DIR to the ' +
          'folder with its file "secret". For a new database, make one with "openssl rand -base64 32", and keep it ' +
          'with your backups. Nothing was changed.',
  );

/** Whether a secret is the one that the database was begun with. The first one that comes is kept, as a mark. */
async function belongs({ db }: Pick<Store, 'db'>, secret: string): Promise<boolean> {
  const { mark, pepper } = secretsFrom(secret);
  const known = await findSecretMark(db);
  if (known !== undefined) return known === mark;
  const slots = slotsWith(pepper);
  const rounds = await marksOfRunningRounds(db);
  return (
    rounds.every((round) => slots.mark(round.salt) === round.mark) &&
    (await keepSecretMark(db, mark)) === mark
  );
}

/**
 * The secret that is set, or that lies in the folder; undefined when one may be made.
 * @throws {StartProblem} when there is none, and none may be made
 */
export async function givenSecret(settings: Settings): Promise<string | undefined> {
  const secret = settings.secret ?? (await secretIn(settings.dataDir));
  if (secret === undefined && settings.databaseUrl !== undefined) throw isNowhere(settings);
  return secret;
}

/**
 * The secret of this database. Only the embedded one gets a new one, and only once.
 * @throws {StartProblem} when there is none, or when the database was begun with another one
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
