import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { logError } from '../log.js';
import { DurableFiles, syncFolder, syncTree } from './durable-files.js';
import { makeFolder } from './make-folder.js';

const calendarDate = 1082;
const options: PGliteOptions = {
  extensions: { pg_trgm },
  parsers: { [calendarDate]: (date: string) => date },
};

/** `-F` switches syncing off; PostgreSQL's default way of syncing is one that does nothing in WebAssembly. */
const durably = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
];

/**
 * At once: PostgreSQL would panic and never return from it. Whoever waits gets no answer, so nothing is acknowledged;
 * the next start recovers everything that was.
 */
function stopWithoutDisk(error: unknown): never {
  logError('The disk did not take what was written, so the server stops', error);
  process.exit(1);
}

const openFolder = (folder: string) =>
  PGlite.create({ ...options, fs: new DurableFiles(folder, stopWithoutDisk), startParams: durably });

/** Without syncing what it writes: for a database that counts only once all of it was synced. */
const openUnfinished = (folder: string) => PGlite.create({ ...options, fs: new NodeFS(folder) });

/** A new database is made beside its place and moved there when whole, so that a crash leaves no half one. */
async function makeDatabase(
  dataDir: string,
  folder: string,
  fill: (pglite: PGlite) => Promise<void>,
): Promise<void> {
  const unfinished = 'unfinished-';
  for (const left of await readdir(dataDir))
    if (left.startsWith(unfinished)) await rm(join(dataDir, left), { recursive: true });
  const made = await mkdtemp(join(dataDir, unfinished));
  try {
    await fill(await openUnfinished(made));
    syncTree(made);
    await rename(made, folder);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
  syncFolder(dataDir);
}

const folderIn = (dataDir: string) => join(dataDir, 'database');

/** Whether there is a database in a folder. */
export const isEmbedded = (dataDir: string): boolean => existsSync(folderIn(dataDir));

/** Makes the database in `dataDir/database`, whole or not at all; `fill` closes it. */
export async function makeEmbedded(dataDir: string, fill: (pglite: PGlite) => Promise<void>): Promise<void> {
  await makeFolder(dataDir);
  await makeDatabase(dataDir, folderIn(dataDir), fill);
}

/** Opens the database in `dataDir/database`, and makes it first when there is none. */
export async function openEmbedded(dataDir: string): Promise<PGlite> {
  if (!isEmbedded(dataDir)) await makeEmbedded(dataDir, (pglite) => pglite.close());
  return openFolder(folderIn(dataDir));
}

/** A database that is gone with the process; `image` is one that was dumped before. */
export const openInMemory = (image?: Blob): Promise<PGlite> =>
  PGlite.create({ ...options, ...(image ? { loadDataDir: image } : {}) });
