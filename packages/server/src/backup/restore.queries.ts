import { sql, type RawBuilder } from 'kysely';
import { migrate, migrateTo, migrations, migrationsIn } from '../db/migrations/index.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { BackupCounts, BackupEntry, BackupHead, BackupRow, BackupTable } from './backup-file.js';
import { findBackupTables, hasTables, writeExactly, type CatalogueTable } from './tables.queries.js';

/** Why nothing was restored, for whoever asked for it. */
export class CannotRestore extends Error {}

/** What a server writes at its first start, before anybody used it: that is in the backup too. */
const ofAStart = ['key_fingerprint', 'widget_file'];

/** @throws {CannotRestore} when this server cannot make the tables as they were at the backup */
export function checkMigrations(head: BackupHead): void {
  const known = Object.keys(migrations);
  const strange = head.migrations.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new CannotRestore(
      `A newer version of the server made this backup (it has the step ${strange}). Restore it with that version.`,
    );
  const missing = known.find(
    (name, position) => position < head.migrations.length && name !== head.migrations[position],
  );
  if (missing !== undefined)
    throw new CannotRestore(
      `This backup lacks the step ${missing}, which this version makes before others that it has. Restore it with the version that made it.`,
    );
}

/** Brings an empty database to the tables of the backup. */
async function makeTables(db: Database, head: BackupHead): Promise<void> {
  if (!(await hasTables(db))) return migrateTo(db, head.migrations.at(-1) as string);
  const done = await migrationsIn(db);
  if (done.join() !== head.migrations.join())
    throw new CannotRestore(
      'This database has tables of another version than the backup. Restore into a database in which no server was started.',
    );
}

const constraintsOf = async (db: Database) =>
  (
    await sql<{ table: string; name: string }>`
      select conrelid::regclass::text as "table", quote_ident(conname) as name from pg_constraint
      where contype = 'f' and conparentid = 0 and not condeferrable
        and connamespace = (select relnamespace from pg_class where oid = to_regclass('kysely_migration'))`.execute(
      db,
    )
  ).rows;

/** Fills tables in any order, without what the database does by itself at each row: that was done before the backup. */
async function withoutRules(
  db: DatabaseTransaction,
  tables: readonly CatalogueTable[],
  fill: () => Promise<void>,
): Promise<void> {
  const constraints = await constraintsOf(db);
  const triggers = async (onOrOff: RawBuilder<unknown>) => {
    for (const { name } of tables)
      await sql`alter table ${sql.table(name)} ${onOrOff} trigger user`.execute(db);
  };
  const checks = async (when: RawBuilder<unknown>) => {
    for (const { table, name } of constraints)
      await sql`alter table ${sql.raw(table)} alter constraint ${sql.raw(name)} ${when}`.execute(db);
  };
  await triggers(sql`disable`);
  await checks(sql`deferrable initially deferred`);
  await fill();
  await sql`set constraints all immediate`.execute(db);
  await checks(sql`not deferrable`);
  await triggers(sql`enable`);
}

async function refuseIfUsed(db: Database, tables: readonly CatalogueTable[]): Promise<void> {
  for (const { name } of tables) {
    if (ofAStart.includes(name)) {
      await sql`delete from ${sql.table(name)}`.execute(db);
      continue;
    }
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0)
      throw new CannotRestore(
        `This database is not empty (there are rows in "${name}"). Restore into an empty one. Nothing was changed.`,
      );
  }
}

const batchSigns = 4_000_000;

/** Puts rows in one table. */
class TableFiller {
  #batch: BackupRow[] = [];
  #signs = 0;
  readonly #names: RawBuilder<unknown>;
  readonly #values: RawBuilder<unknown>;

  constructor(
    private readonly db: Database,
    private readonly table: BackupTable,
    catalogue: readonly CatalogueTable[],
  ) {
    const there = catalogue.find(({ name }) => name === table.table);
    const types = table.columns.map((name) => there?.columns.find((column) => column.name === name)?.type);
    const strange = table.columns.find((_, position) => types[position] === undefined);
    if (!there || strange !== undefined)
      throw new CannotRestore(
        `The backup has a table that this server does not know: "${table.table}". Restore it with the version that made it.`,
      );
    this.#names = sql.join(table.columns.map((name) => sql.ref(name)));
    this.#values = sql.join(
      types.map((type, position) => sql`(item ->> ${sql.lit(position)})::${sql.raw(type ?? 'text')}`),
    );
  }

  async add(row: BackupRow): Promise<void> {
    this.#batch.push(row);
    this.#signs += row.reduce((signs, value) => signs + (value?.length ?? 0), 0);
    if (this.#signs > batchSigns || this.#batch.length >= 2_000) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    await sql`insert into ${sql.table(this.table.table)} (${this.#names}) overriding system value
      select ${this.#values} from jsonb_array_elements(${JSON.stringify(this.#batch)}::jsonb) as item`.execute(
      this.db,
    );
    this.#batch = [];
    this.#signs = 0;
  }

  /** Writes what is left, and has the next row be numbered as in the database that was backed up. */
  async end(): Promise<void> {
    await this.#flush();
    for (const [column, last] of Object.entries(this.table.sequences))
      if (last !== null)
        await sql`select setval(pg_get_serial_sequence(quote_ident(${this.table.table}), ${column}), ${last}::bigint)`.execute(
          this.db,
        );
  }
}

async function fillTables(
  db: Database,
  entries: AsyncIterable<BackupEntry>,
  catalogue: readonly CatalogueTable[],
): Promise<BackupCounts> {
  let filler: TableFiller | undefined;
  let [tables, rows] = [0, 0];
  for await (const entry of entries) {
    if ('table' in entry) {
      await filler?.end();
      filler = new TableFiller(db, entry, catalogue);
      tables++;
    } else {
      await filler?.add(entry);
      rows++;
    }
  }
  await filler?.end();
  return { tables, rows };
}

/**
 * Fills an empty database with a backup, in one transaction, and brings it to the newest tables.
 * @throws {CannotRestore} when it is not empty, or the tables are of another version
 */
export async function fillDatabase(
  db: Database,
  head: BackupHead,
  entries: AsyncIterable<BackupEntry>,
): Promise<BackupCounts> {
  await makeTables(db, head);
  const counts = await db.transaction().execute(async (filling) => {
    await writeExactly(filling);
    // Checking what refers to what takes longer than any request may.
    await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '10s', true)`.execute(
      filling,
    );
    const catalogue = await findBackupTables(filling);
    let filled: BackupCounts = { tables: 0, rows: 0 };
    await withoutRules(filling, catalogue, async () => {
      await refuseIfUsed(filling, catalogue);
      filled = await fillTables(filling, entries, catalogue);
    });
    return filled;
  });
  await migrate(db as never);
  return counts;
}
