import { sql } from 'kysely';
import { migrationsIn } from '../db/migrations/index.js';
import type { Database, Store } from '../db/open.js';
import { findKeyFingerprint } from '../secrets/key-fingerprint.queries.js';
import type { BackupRow, BackupWriter } from './backup-file.js';
import { findBackupTables, writeExactly, type CatalogueTable } from './tables.queries.js';

/** About so much text is asked for at once. */
const batchSigns = 4_000_000;
const mostRows = 2_000;

const sizeOf = (rows: readonly BackupRow[]) =>
  rows.reduce((size, row) => size + row.reduce((signs, value) => signs + (value?.length ?? 0), 0), 0);

/** The rows of a table, some at a time: photos few at once, because each is large. */
async function* rowsOf(db: Database, { name, columns }: CatalogueTable): AsyncGenerator<BackupRow[]> {
  const labels = columns.map((_, position) => `c${String(position)}`);
  const values = columns.map(
    (column, position) => sql`${sql.ref(column.name)}::text as ${sql.id(labels[position] ?? '')}`,
  );
  await sql`declare backup no scroll cursor for select ${sql.join(values)} from ${sql.table(name)}`.execute(
    db,
  );
  let count = 10;
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch ${sql.lit(count)} from backup`.execute(
      db,
    );
    if (rows.length === 0) break;
    const batch = rows.map((row) => labels.map((label) => row[label] ?? null));
    yield batch;
    const size = Math.max(1, sizeOf(batch) / batch.length);
    count = Math.max(1, Math.min(mostRows, Math.round(batchSigns / size)));
  }
  await sql`close backup`.execute(db);
}

/**
 * Writes all that the database holds, as it is at one moment: what is changed meanwhile is not in it. In a database of several
 * connections nobody waits for that; the embedded one has a single connection, so there everybody does.
 * @param secret written too when given
 */
export async function writeSnapshot(
  { db }: Store,
  write: BackupWriter,
  { at, secret }: { readonly at: Date; readonly secret?: string | undefined },
): Promise<void> {
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      await writeExactly(snapshot);
      await write.head({
        at,
        migrations: await migrationsIn(snapshot),
        keyFingerprint: (await findKeyFingerprint(snapshot)) ?? null,
        ...(secret === undefined ? {} : { secret }),
      });
      for (const table of await findBackupTables(snapshot)) {
        const sequences: Record<string, string | null> = {};
        for (const { name, sequence } of table.columns)
          if (sequence !== null) sequences[name] = await lastOf(snapshot, sequence);
        await write.table({ table: table.name, columns: table.columns.map(({ name }) => name), sequences });
        for await (const rows of rowsOf(snapshot, table)) await write.rows(rows);
      }
    });
}

/** The last number that was given out; null when none was. */
async function lastOf(db: Database, sequence: string): Promise<string | null> {
  const { rows } = await sql<{ last: string | null }>`
    select case when is_called then last_value::text end as last from ${sql.raw(sequence)}`.execute(db);
  return rows[0]?.last ?? null;
}
