import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../../packages/server/src/db/embedded.js';
import { openStore, type Store } from '../../../packages/server/src/db/open.js';
import { scratchDatabase } from '../stage.js';

/** An idea, and the key of its maker, of which a database keeps nothing. */
export interface OwnedIdea {
  readonly id: string;
  readonly ownerKey: string;
}

/** What is known of a dump beside its rows: codes and keys that only residents have, and what the server answered then. */
export interface DumpFacts {
  readonly ideas: Readonly<Record<'published' | 'waiting' | 'declined', OwnedIdea>>;
  readonly open: { readonly id: string; readonly rulesHash: string; readonly codes: readonly string[] };
  readonly closed: {
    readonly id: string;
    readonly receipts: readonly string[];
    readonly head: string;
    readonly winners: readonly string[];
    readonly spentCents: number;
  };
}

/** The rows of a table as JSON, each with its columns. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Runs statements of which nothing is asked, or one that gives rows. */
type RunSql = (text: string) => Promise<Rows>;

const dumpFile = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

export const factsOf = async (version: string): Promise<DumpFacts> =>
  JSON.parse(await dumpFile(`${version}.json`)) as DumpFacts;

/** Every table with its rows, sorted, but those of the migrations. */
export async function rowsOfAll(run: RunSql): Promise<Map<string, Rows>> {
  const tables = await run(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not like 'kysely%' order by name`,
  );
  const all = new Map<string, Rows>();
  for (const { name } of tables) {
    const rows = await run(
      `select to_jsonb(t) as row from public."${String(name)}" t order by to_jsonb(t)::text`,
    );
    all.set(
      String(name),
      rows.map(({ row }) => row as Rows[number]),
    );
  }
  return all;
}

/** The database of a dump, brought to the newest tables, and what stood in it before that. */
export interface Upgraded {
  readonly store: Store;
  readonly before: Map<string, Rows>;
}

async function upgradeFolder(dump: string): Promise<Upgraded> {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurt-upgrade-'));
  const old = await openEmbedded(dataDir);
  await old.exec(dump);
  const before = await rowsOfAll(async (text) => (await old.query<Rows[number]>(text)).rows);
  await old.close();
  const store = await openStore({ dataDir });
  return {
    before,
    store: { ...store, close: () => store.close().then(() => rm(dataDir, { recursive: true })) },
  };
}

async function upgradeDatabase(dump: string, serverUrl: string): Promise<Upgraded> {
  const { url, drop } = await scratchDatabase(serverUrl);
  const old = new pg.Client({ connectionString: url });
  await old.connect();
  await old.query(dump);
  const before = await rowsOfAll(async (text) => (await old.query<Rows[number]>(text)).rows);
  await old.end();
  const store = await openStore({ databaseUrl: url });
  return { before, store: { ...store, close: () => store.close().then(drop) } };
}

/** Restores a dump as the database that people have, and opens it as a server does that starts with the code of now. */
export async function upgradeDump(version: string): Promise<Upgraded> {
  const dump = await dumpFile(`${version}.sql`);
  const serverUrl = process.env['TEST_DATABASE_URL'];
  return serverUrl ? upgradeDatabase(dump, serverUrl) : upgradeFolder(dump);
}
