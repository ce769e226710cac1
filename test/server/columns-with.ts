import { sql } from 'kysely';
import type { Store } from '../../packages/server/src/db/open.js';

/** Every text of every table in which one of these stands. */
export async function columnsWith({ db }: Store, sought: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ key: string }>`
      select distinct pair.key from ${sql.table(name)} as line cross join jsonb_each_text(to_jsonb(line)) as pair
      where exists (select 1 from unnest(${[...sought]}::text[]) as word
        where position(lower(word) in lower(replace(pair.value, '-', ''))) > 0)`.execute(db);
    found.push(...rows.map(({ key }) => `${name}.${key}`));
  }
  return found;
}
