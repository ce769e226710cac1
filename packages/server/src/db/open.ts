import { Kysely, PostgresDialect, sql, type Dialect, type Transaction } from 'kysely';
import pg from 'pg';
import { ConfigError } from '../config-error.js';
import { logLine } from '../log.js';
import { isEmbedded, makeEmbedded, openEmbedded, openInMemory } from './embedded.js';
import { lockFolder, type FolderLock } from './folder-lock.js';
import { migrate } from './migrations/index.js';
import { PGliteDialect } from './pglite-dialect.js';
import type { Tables } from './tables.js';
import { TimeoutDialect } from './timeout-dialect.js';

/** What queries run on: the database, or one transaction in it. */
export type Database = Kysely<Tables>;

/** One transaction, for what must not be done outside of one. */
export type DatabaseTransaction = Transaction<Tables>;

export interface Store {
  readonly db: Database;
  /** All or nothing; what it resolves to is committed and on disk. Inside it, query only on what it hands over. */
  transaction<T>(work: (db: DatabaseTransaction) => Promise<T>): Promise<T>;
  /** The lock on the folder, when the database is one. */
  readonly lock?: FolderLock;
  close(): Promise<void>;
}

export type StorePlace =
  | { readonly dataDir: string }
  | { readonly databaseUrl: string }
  | { readonly inMemory: true; readonly image?: Blob };

/** A day stays a text; what is counted in 64 bits (money, rows) is a number, as PGlite has it. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = { 1082: String, 20: Number };

const statementTimeoutMs = 15_000;

function openPool(databaseUrl: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 8,
    connectionTimeoutMillis: 5_000,
    ...options,
    types: {
      getTypeParser: ((oid: number, format: 'text'): unknown =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  pool.on('error', (error) => logLine(`A connection to the database broke: ${error.message}`));
  return pool;
}

const unreachable = (error: unknown) => {
  const { message, code } = error as { message?: string; code?: string };
  return new ConfigError(`The database cannot be reached: ${message || (code ?? 'no answer')}.`, {
    cause: error,
  });
};

async function reach(db: Kysely<never>): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    throw unreachable(error);
  }
}

/**
 * Straight to PostgreSQL the timeout comes with each connection. A pooler refuses that (PgBouncer), or is told to ignore
 * it: then it goes with each transaction.
 */
async function postgresDialect(databaseUrl: string): Promise<Dialect> {
  const pool = openPool(databaseUrl, { statement_timeout: statementTimeoutMs });
  try {
    const { rows } = await pool.query<{ ms: string }>(
      "select setting as ms from pg_settings where name = 'statement_timeout'",
    );
    if (Number(rows[0]?.ms) === statementTimeoutMs) return new PostgresDialect({ pool });
  } catch (error) {
    if (!String((error as Error).message).includes('unsupported startup parameter')) {
      await pool.end();
      throw unreachable(error);
    }
  }
  await pool.end();
  return new TimeoutDialect({ pool: openPool(databaseUrl) }, statementTimeoutMs);
}

async function started(dialect: Dialect, { migrates }: OpenOptions): Promise<Database> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await reach(db as Kysely<never>);
    if (migrates) await migrate(db as Kysely<never>);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

const storeOn = (db: Database): Store => ({
  db,
  transaction: (work) => db.transaction().execute(work),
  close: () => db.destroy(),
});

const asStartProblem = (dataDir: string, error: unknown) =>
  error instanceof ConfigError
    ? error
    : new ConfigError(`The database in ${dataDir} cannot be opened: ${(error as Error).message}.`, {
        cause: error,
      });

async function openFolder(dataDir: string, options: OpenOptions): Promise<Store> {
  let lock: FolderLock | undefined;
  try {
    const held = (lock = await lockFolder(dataDir));
    const store = storeOn(await started(new PGliteDialect(await openEmbedded(dataDir)), options));
    return { ...store, lock: held, close: () => store.close().finally(held.release) };
  } catch (error) {
    await lock?.release();
    throw asStartProblem(dataDir, error);
  }
}

interface OpenOptions {
  /** Whether the tables are brought to the newest shape; without it they may be of an older version. */
  readonly migrates: boolean;
}

/**
 * Opens the store, and brings its tables to the newest shape unless told otherwise.
 * @throws {ConfigError} when the database cannot be reached or the folder is in use
 */
export async function openStore(
  place: StorePlace,
  options: OpenOptions = { migrates: true },
): Promise<Store> {
  if ('dataDir' in place) return openFolder(place.dataDir, options);
  if ('databaseUrl' in place)
    return storeOn(await started(await postgresDialect(place.databaseUrl), options));
  return storeOn(await started(new PGliteDialect(await openInMemory(place.image)), options));
}

/** A database for a server, that is there or still to be made. */
export type DatabasePlace = Exclude<StorePlace, { readonly inMemory: true }>;

async function filled<T>(dialect: Dialect, fill: (db: Database) => Promise<T>): Promise<T> {
  const db = await started(dialect, { migrates: false });
  return fill(db).finally(() => db.destroy());
}

async function fillFolder<T>(dataDir: string, fill: (db: Database) => Promise<T>): Promise<T> {
  const lock = await lockFolder(dataDir);
  try {
    if (isEmbedded(dataDir))
      throw new ConfigError(
        `There is a database in ${dataDir} already. Give another folder as DATA_DIR. Nothing was changed.`,
      );
    const results: T[] = [];
    await makeEmbedded(dataDir, async (pglite) => {
      results.push(await filled(new PGliteDialect(pglite), fill));
    });
    return results[0] as T;
  } finally {
    await lock.release();
  }
}

/**
 * Fills a database that has no tables yet: a folder in which there is none, or one of PostgreSQL. A folder has the database only
 * once it is filled.
 * @throws {ConfigError} when it cannot be reached, or the folder has a database
 */
export async function fillDatabaseAt<T>(
  place: DatabasePlace,
  fill: (db: Database) => Promise<T>,
): Promise<T> {
  if ('dataDir' in place) return fillFolder(place.dataDir, fill);
  return filled(await postgresDialect(place.databaseUrl), fill);
}

/** Resolves when the database answers. */
export async function ping(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}
