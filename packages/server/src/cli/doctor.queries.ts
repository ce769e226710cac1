import { sql } from 'kysely';
import type { Database } from '../db/open.js';

/** What the database says of itself. */
export interface DatabaseFacts {
  readonly version: string;
  /** As PostgreSQL counts: 170002 for 17.2. */
  readonly versionNumber: number;
  readonly hasTrigrams: boolean;
  readonly now: Date;
}

/** What the database says of itself, and its clock. */
export async function findDatabaseFacts(db: Database): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as "versionNumber",
      exists (select 1 from pg_extension where extname = 'pg_trgm') as "hasTrigrams",
      clock_timestamp() as now`.execute(db);
  return rows[0] as DatabaseFacts;
}
