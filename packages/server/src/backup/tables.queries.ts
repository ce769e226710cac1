import { sql } from 'kysely';
import type { Database } from '../db/open.js';

/** A table as the catalogue of the database has it. */
export interface CatalogueTable {
  readonly name: string;
  /** Without those that the database computes itself. */
  readonly columns: readonly CatalogueColumn[];
}

interface CatalogueColumn {
  readonly name: string;
  readonly type: string;
  /** What numbers its rows; null where nothing does. */
  readonly sequence: string | null;
}

/**
 * What stands in no backup: the steps of the tables, which are its head; and the order of lists as it was for whoever was turning pages, which
 * names transactions of one database and means nothing in another.
 */
const notBackedUp = ['kysely_migration', 'kysely_migration_lock', 'initiative_rank_history'];

/** Whether there are tables of a server; their schema is that of its migrations. */
export async function hasTables(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regclass('kysely_migration') is not null as found`.execute(db);
  return rows[0]?.found === true;
}

/** The tables that a backup holds, by name. */
export async function findBackupTables(db: Database): Promise<CatalogueTable[]> {
  const { rows } = await sql<CatalogueTable>`
    select relname as name, json_agg(json_build_object(
        'name', attname, 'type', format_type(atttypid, atttypmod),
        'sequence', pg_get_serial_sequence(quote_ident(nspname) || '.' || quote_ident(relname), attname)
      ) order by attnum) as columns
    from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace
      join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relnamespace = (select relnamespace from pg_class where oid = to_regclass('kysely_migration'))
      and relkind in ('r', 'p') and not relispartition
      and relname not in (${sql.join(notBackedUp)})
      -- Tables of an extension come with it.
      and not exists (select 1 from pg_depend
        where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    group by relname
    order by relname`.execute(db);
  return rows;
}

/** Has values come as texts that read back as exactly what they were, whatever the settings of the database. */
export async function writeExactly(db: Database): Promise<void> {
  await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
    set_config('intervalstyle', 'postgres', true), set_config('extra_float_digits', '1', true),
    set_config('bytea_output', 'hex', true)`.execute(db);
}
