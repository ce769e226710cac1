import type { Database } from '../db/open.js';

/** A file of a release, made small with brotli. */
export interface StoredFile {
  readonly path: string;
  readonly brotli: Uint8Array;
}

/** Whether the files of this version are kept. */
export async function hasVersion(db: Database, version: string): Promise<boolean> {
  const row = await db
    .selectFrom('widget_file')
    .select('version')
    .where('path', '=', 'buurt.js')
    .where('version', '=', version)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the files of a version; those that another server kept at the same time stay. */
export async function addVersion(db: Database, version: string, files: readonly StoredFile[]): Promise<void> {
  await db
    .insertInto('widget_file')
    .values(files.map((file) => ({ ...file, version })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A file of a version, made small with brotli. */
export async function findFile(db: Database, version: string, path: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('widget_file')
    .select('brotli')
    .where('path', '=', path)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.brotli;
}

/** The chunk of any version with this name: its hash is in it, so that all of that name are the same. */
export async function findChunk(db: Database, path: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('widget_file')
    .select('brotli')
    .where('path', '=', path)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.brotli;
}
