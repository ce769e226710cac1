import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { PGlite } from '@electric-sql/pglite';
import type { Hono } from 'hono';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { createApp, type AppOptions } from '../../packages/server/src/app.js';
import { openPhotos, type Photos } from '../../packages/server/src/photos/photos.js';
import { openInMemory } from '../../packages/server/src/db/embedded.js';
import { migrate } from '../../packages/server/src/db/migrations/index.js';
import { answerOffer } from '../../packages/server/src/neighbours/offers.queries.js';
import { openStore, type Store } from '../../packages/server/src/db/open.js';
import { PGliteDialect } from '../../packages/server/src/db/pglite-dialect.js';

/** A square of about 1.1 by 0.7 kilometres, nowhere in particular. */
const square = [
  [5.0, 52.0],
  [5.01, 52.0],
  [5.01, 52.01],
  [5.0, 52.01],
  [5.0, 52.0],
];
export const border = { type: 'MultiPolygon', coordinates: [[square]] };
export const buurtCode = 'BU9999AA01';
/** So quick that hundreds of codes can be tried; only for tests. */
export const codeCost = 2;
export const secret = 'a secret that only the tests know, and nobody else';

const fromHome = (path: string) => new URL(`../../${path}`, import.meta.url);

/** What databases are made of: another one for every PGlite and every change of the migrations. */
async function versionOfDatabases(): Promise<string> {
  const migrations = fromHome('packages/server/src/db/migrations/');
  const manifest = await readFile(fromHome('node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const hash = createHash('sha256').update((JSON.parse(manifest) as { version: string }).version);
  for (const name of (await readdir(migrations)).toSorted())
    hash.update(await readFile(new URL(name, migrations)));
  return hash.digest('hex').slice(0, 16);
}

/** A database, made once for all tests of this user on this machine: making one takes seconds. */
async function imageOf(name: string, make: () => Promise<PGlite>): Promise<Blob> {
  const folder = join(tmpdir(), `buurt-tests-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}-${await versionOfDatabases()}.tar`);
  try {
    return new Blob([await readFile(file)]);
  } catch {
    const pglite = await make();
    const image = await pglite.dumpDataDir('none');
    await pglite.close();
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, new Uint8Array(await image.arrayBuffer()));
    await rename(draft, file);
    return image;
  }
}

/** A database in which no server was started: it has no tables. */
export const bareImage = (): Promise<Blob> => imageOf('bare', () => openInMemory());

/** An empty database with its tables. */
const emptyImage = (): Promise<Blob> =>
  imageOf('empty', async () => {
    const pglite = await openInMemory(await bareImage());
    await migrate(new Kysely({ dialect: new PGliteDialect(pglite) }));
    return pglite;
  });

/** A database of its own on the PostgreSQL server of the tests. */
export async function scratchDatabase(
  serverUrl: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `stage_${randomBytes(6).toString('hex')}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

/** A store that is empty: on PostgreSQL when TEST_DATABASE_URL says where, else on PGlite in memory. */
export async function openEmptyStore(): Promise<Store> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (!serverUrl) return openStore({ inMemory: true, image: await emptyImage() });
  const { url, drop } = await scratchDatabase(serverUrl);
  const store = await openStore({ databaseUrl: url });
  return { ...store, close: () => store.close().then(drop) };
}

export interface InitiativeOnStage {
  readonly id?: string;
  readonly title?: string;
  readonly story?: string;
  readonly theme?: string | null;
  readonly status?: InitiativeStatus;
  readonly review?: IdeaState;
  readonly publishedAt?: Date;
  readonly buurt?: string;
  readonly place?: NamedPlace;
}

/** A buurt in that square. */
export async function addBuurt(
  { db }: Store,
  {
    code = buurtCode,
    name = 'Lindenkwartier',
    settings = {},
  }: { code?: string; name?: string; settings?: Partial<IdeaSettings> } = {},
): Promise<void> {
  const bounds = { west: 5.0, south: 52.0, east: 5.01, north: 52.01 };
  const row = { code, name, municipality: 'Voorbeeldstad', households: 250, ...bounds };
  await db
    .insertInto('buurt')
    .values({ ...row, border: JSON.stringify(border), settings: JSON.stringify(settings) })
    .execute();
}

/** What a server writes when it starts, and nobody does after it. */
const fromTheStart = ['kysely_migration', 'kysely_migration_lock', 'key_fingerprint', 'widget_file'];

/**
 * Row by row: truncating makes new files for every table and index, which takes ten times as long for the few rows of a test.
 * As a replica, because no key of another table and no trigger is to be looked at.
 */
const emptyTables = sql`do $$
  declare name text;
  begin
    set local session_replication_role = replica;
    for name in
      select relname from pg_class where relkind = 'r' and relnamespace = (select relnamespace from pg_class where oid = 'buurt'::regclass)
        and relname not in (${sql.raw(fromTheStart.map((name) => `'${name}'`).join())})
    loop
      execute format('delete from %I', name);
    end loop;
  end $$`;

/** One server with an empty store, to be asked things without a network. */
export class Stage {
  now = new Date('2026-11-23T10:00:00.000Z');
  readonly app: Hono;

  private constructor(
    readonly store: Store,
    readonly photos: Photos,
    readonly options: Partial<AppOptions>,
  ) {
    this.app = this.appWith({});
  }

  static async open(options: Partial<AppOptions> = {}): Promise<Stage> {
    return Stage.on(await openEmptyStore(), options);
  }

  /** A server with a store that is there already. */
  static on(store: Store, options: Partial<AppOptions> = {}): Stage {
    return new Stage(store, openPhotos(), options);
  }

  appWith(options: Partial<AppOptions>): Hono {
    const { store, photos } = this;
    const clock = () => this.now;
    return createApp({
      store,
      photos,
      secret,
      clock,
      requestsPerMinute: 100_000,
      ...this.options,
      ...options,
    });
  }

  async close(): Promise<void> {
    await this.photos.close();
    await this.store.close();
  }

  /** An empty stage, with one buurt in which ideas are shown at once unless the settings say otherwise. */
  async clear(settings: Partial<IdeaSettings> = { moderated: false }): Promise<void> {
    await emptyTables.execute(this.store.db);
    await this.addBuurt(buurtCode, 'Lindenkwartier', settings);
  }

  addBuurt(code: string, name: string, settings: Partial<IdeaSettings> = {}): Promise<void> {
    return addBuurt(this.store, { code, name, settings });
  }

  async addInitiative(of: InitiativeOnStage = {}): Promise<string> {
    const {
      id = randomUUID(),
      title = 'Een lange tafel',
      story = 'Samen eten op het plein.',
      theme = null,
    } = of;
    const { status = 'new', review = 'published', publishedAt = this.now, buurt = buurtCode } = of;
    const { lat = null, lon = null, address = null } = of.place ?? {};
    await this.store.db
      .insertInto('initiative')
      .values({
        id,
        buurt_code: buurt,
        reference: randomUUID().slice(0, 18),
        title,
        story,
        theme,
        status,
        status_reason: null,
        review,
        review_reason: null,
        lat,
        lon,
        address,
        cost_min_cents: null,
        cost_max_cents: null,
        created_at: publishedAt,
        published_at: review === 'published' ? publishedAt : null,
        updated_at: publishedAt,
      })
      .execute();
    return id;
  }

  /** As a maker does who says yes to all neighbours who want to join. */
  async acceptOffers(): Promise<void> {
    const offers = await this.store.db.selectFrom('offer').select('id').execute();
    await this.store.transaction(async (db) => {
      for (const { id } of offers)
        await answerOffer(db, id, { outcome: 'joined', text: '', by: 'maker' }, this.now);
    });
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.app.request(`/v1${path}`, { headers });
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const json = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const given = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers };
    return this.app.request(`/v1${path}`, { method: 'POST', body: json as BodyInit, headers: given });
  }

  send(
    method: 'PUT' | 'DELETE' | 'POST',
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return Promise.resolve(this.app.request(`/v1${path}`, { method, headers }));
  }

  async upload(photo: Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
    const given = { 'Content-Type': 'image/jpeg', 'Idempotency-Key': randomUUID(), ...headers };
    return this.app.request('/v1/photos', { method: 'POST', body: new Uint8Array(photo), headers: given });
  }

  handIn(idea: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.post(`/buurten/${buurtCode}/ideas`, idea, headers);
  }
}

export const anIdea = {
  title: 'Een lange tafel op het plein',
  story: 'Twee keer per jaar samen eten.',
  consent: true,
};

/** The problems of an answer, as `pointer code`. */
export async function problemsOf(answer: Response): Promise<string[]> {
  const { errors = [] } = (await answer.json()) as { errors?: { pointer: string; code: string }[] };
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}
