import { sql, type Kysely } from 'kysely';
import { ConfigError } from '../config-error.js';

/** What stands in the way at a start, and what to ask the administrator of the database for. */
interface Access {
  readonly user: string;
  readonly database: string;
  /** Where new tables come; null when the search_path names no schema that there is. */
  readonly schema: string | null;
  readonly search_path: string;
  /** The schema whose `kysely_migration` is found first; null when there is none. */
  readonly migrated: string | null;
  /** The schema of pg_trgm, and whether its operators are found there; null when it is not installed. */
  readonly trigrams: string | null;
  readonly trigrams_found: boolean | null;
}

async function accessOf(db: Kysely<never>): Promise<Access> {
  const { rows } = await sql<Access>`
    select current_user as "user", current_database() as database, current_schema() as schema,
      current_setting('search_path') as search_path,
      (select nspname from pg_namespace join pg_class on pg_class.relnamespace = pg_namespace.oid
        where pg_class.oid = to_regclass('kysely_migration')) as migrated,
      trigrams.nspname as trigrams,
      trigrams.nspname = any (current_schemas(true)) as trigrams_found
    from (select 1) as one
      left join (pg_extension join pg_namespace as trigrams on trigrams.oid = extnamespace)
        on extname = 'pg_trgm'`.execute(db);
  return rows[0] as Access;
}

const quoted = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);

const ask = (what: string, ...statements: readonly string[]) =>
  `${what} Ask the administrator of the database for: ${statements.map((each) => `${each};`).join(' ')}`;

const ownSchema = ({ user, database }: Access) => [
  `create schema buurt authorization ${quoted(user)}`,
  `alter role ${quoted(user)} in database ${quoted(database)} set search_path = buurt, public`,
];

async function namesIn(db: Kysely<never>, schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.id(schema, 'kysely_migration')} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * The schema in which the migrations of this server are kept, or will be.
 * @throws {ConfigError} when no tables can be made or found there, or they are not of this server
 */
export async function schemaFor(db: Kysely<never>, ours: readonly string[]): Promise<string> {
  const access = await accessOf(db);
  const { schema, migrated, trigrams, trigrams_found: found, search_path: path } = access;
  if (schema === null)
    throw new ConfigError(
      ask(
        `The database has no schema in which tables can be made (search_path: ${path}).`,
        ...ownSchema(access),
      ),
    );
  if (trigrams !== null && !found)
    throw new ConfigError(
      ask(
        `The extension pg_trgm is in the schema "${trigrams}", where this server does not find it (search_path: ${path}).`,
        `grant usage on schema ${quoted(trigrams)} to ${quoted(access.user)}`,
        `alter role ${quoted(access.user)} in database ${quoted(access.database)} set search_path = ${path}, ${quoted(trigrams)}`,
      ),
    );
  if (migrated === null) return schema;
  const strange = await strangeIn(db, migrated, ours);
  if (strange === undefined) return migrated;
  if (strange.isNewer)
    throw new ConfigError(
      `This database was used by a newer version of the server (it has the step ${strange.name}). Start that version, or restore a backup.`,
    );
  if (migrated !== schema) return schema;
  throw new ConfigError(
    ask(
      `The schema "${schema}" belongs to another application (its table kysely_migration has ${strange.name}), and this server needs one of its own.`,
      ...ownSchema(access),
    ),
  );
}

/** A step that this server does not know; of a newer version when the first steps are those of this server. */
async function strangeIn(db: Kysely<never>, schema: string, ours: readonly string[]) {
  const names = await namesIn(db, schema);
  const name = names.find((each) => !ours.includes(each));
  return name === undefined ? undefined : { name, isNewer: ours.every((each) => names.includes(each)) };
}

/** Why making the tables failed, when it is a right that is missing; undefined when it is something else. */
export async function missingRight(db: Kysely<never>, error: unknown): Promise<ConfigError | undefined> {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string };
  const isAboutTrigrams = message.includes('pg_trgm');
  const isForbidden = code === '42501';
  // 0A000 and 58P01: the server of the database has no such extension on its disk.
  if (!isForbidden && !(isAboutTrigrams && (code === '0A000' || code === '58P01'))) return undefined;
  const access = await accessOf(db);
  const schema = access.schema ?? 'public';
  const words =
    isAboutTrigrams && isForbidden
      ? ask(
          `The database user "${access.user}" may not install the extension pg_trgm.`,
          `create extension pg_trgm with schema ${quoted(schema)}`,
        )
      : isAboutTrigrams
        ? ask(
            'PostgreSQL has no extension pg_trgm here; it is in the package postgresql-contrib.',
            `create extension pg_trgm with schema ${quoted(schema)}`,
          )
        : ask(
            `The database user "${access.user}" may not do what is needed in the schema "${schema}" (${message}).`,
            ...ownSchema(access),
          );
  return new ConfigError(words, { cause: error });
}
