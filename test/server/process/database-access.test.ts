import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { openStore, type Store } from '../../../packages/server/src/db/open.js';
import { scratchDatabase } from '../stage.js';

const serverUrl = process.env['TEST_DATABASE_URL'];
const options = { skip: serverUrl ? false : 'there is no PostgreSQL' };

/** A database, and a user who has no rights in it but those that the test gives. */
class Setting {
  private constructor(
    readonly role: string,
    readonly database: string,
    readonly adminUrl: string,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async make(): Promise<Setting> {
    const { url: adminUrl, drop } = await scratchDatabase(serverUrl!);
    const role = `app_${randomBytes(4).toString('hex')}`;
    const url = new URL(adminUrl);
    const setting = new Setting(role, url.pathname.slice(1), adminUrl, '', drop);
    await setting.asAdmin(`create role ${role} login`);
    url.username = role;
    return new Setting(role, setting.database, adminUrl, url.href, drop);
  }

  async asAdmin(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: this.adminUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  /** Does what a line asks for, as the administrator who reads it would. */
  async follow(line: string): Promise<void> {
    const [, asked = ''] = /administrator of the database for: (.*)$/.exec(line) ?? [];
    assert.notEqual(asked, '', line);
    await this.asAdmin(...asked.split(';').filter((each) => each.trim() !== ''));
  }

  async start(): Promise<void> {
    const store = await openStore({ databaseUrl: this.url });
    await sql`select code from buurt where name %> 'x'`.execute(store.db);
    await store.close();
  }

  /** The one line with which the server does not start. */
  async refusal(): Promise<string> {
    try {
      await (await openStore({ databaseUrl: this.url })).close();
    } catch (error) {
      const { name, message } = error as Error;
      assert.equal(name, 'ConfigError', String(error));
      assert.ok(!message.includes('\n'), message);
      return message;
    }
    assert.fail('it started');
  }

  async end(): Promise<void> {
    await this.drop();
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(`drop role ${this.role}`);
    await client.end();
  }
}

const otherApplication = (schema: string) => [
  `create table ${schema}.kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`,
  `insert into ${schema}.kysely_migration values ('2024-01-andere-app', '2024-01-01T00:00:00Z')`,
];

describe('A database user with few rights', options, () => {
  for (const [what, prepare, line] of [
    [
      'who may not install pg_trgm',
      (role: string) => [`create schema authorization ${role}`],
      /^The database user "app_\w+" may not install the extension pg_trgm\. Ask the administrator of the database for: create extension pg_trgm with schema app_\w+;$/,
    ],
    [
      'who may not make tables',
      () => ['create extension pg_trgm'],
      /^The database user "app_\w+" may not do what is needed in the schema "public" \(permission denied for schema public\)\. Ask the administrator of the database for: create schema buurt authorization app_\w+; alter role app_\w+ in database stage_\w+ set search_path = buurt, public;$/,
    ],
    [
      'whose search_path names no schema that there is',
      (role: string, database: string) => [
        'create extension pg_trgm',
        `alter role ${role} in database ${database} set search_path = nowhere`,
      ],
      /^The database has no schema in which tables can be made \(search_path: nowhere\)\. Ask /,
    ],
    [
      'who does not find pg_trgm where it is',
      (role: string) => [
        'create schema extensions',
        'create extension pg_trgm with schema extensions',
        `create schema authorization ${role}`,
      ],
      /^The extension pg_trgm is in the schema "extensions", where this server does not find it \(search_path: "\$user", public\)\. Ask .*: grant usage on schema extensions to app_\w+; alter role app_\w+ in database stage_\w+ set search_path = "\$user", public, extensions;$/,
    ],
    [
      'whose schema belongs to another application',
      (role: string) => [
        'create extension pg_trgm',
        `grant all on schema public to ${role}`,
        ...otherApplication('public'),
        `grant select on public.kysely_migration to ${role}`,
      ],
      /^The schema "public" belongs to another application \(its table kysely_migration has 2024-01-andere-app\), and this server needs one of its own\. Ask .*: create schema buurt authorization app_\w+; alter role /,
    ],
  ] as const)
    it(`${what} reads in one line what to ask for, and it starts when that was done`, async () => {
      const setting = await Setting.make();
      try {
        await setting.asAdmin(...prepare(setting.role, setting.database));
        const refusal = await setting.refusal();
        assert.match(refusal, line);
        await setting.follow(refusal);
        await setting.start();
        await setting.start();
      } finally {
        await setting.end();
      }
    });

  it('who has a schema of their own is not confused by the tables of another application', async () => {
    const setting = await Setting.make();
    try {
      await setting.asAdmin(
        'create extension pg_trgm',
        `create schema authorization ${setting.role}`,
        'create schema elsewhere',
        ...otherApplication('elsewhere'),
        ...otherApplication('public'),
        `grant select on public.kysely_migration to ${setting.role}`,
      );
      await setting.start();
      await setting.start();
    } finally {
      await setting.end();
    }
  });

  it('reads that a database is of a newer version', async () => {
    const setting = await Setting.make();
    try {
      await setting.asAdmin('create extension pg_trgm', `create schema authorization ${setting.role}`);
      await setting.start();
      await setting.asAdmin(`insert into ${setting.role}.kysely_migration values ('9999-later', '2030')`);
      assert.match(
        await setting.refusal(),
        /^This database was used by a newer version of the server .*9999-later/,
      );
    } finally {
      await setting.end();
    }
  });
});

/** The name and value pairs of the first message of a connection (protocol 3.0). */
const parametersOf = (message: Buffer) => message.subarray(8).toString('utf8').split('\0').slice(0, -2);

function startupMessage(parameters: readonly string[]): Buffer {
  const body = Buffer.from(`${parameters.join('\0')}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
}

/** As PgBouncer answers. */
function refusal(message: string): Buffer {
  const body = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Stands before PostgreSQL as PgBouncer does, and refuses or ignores a timeout in the start of a connection. */
async function pooler(way: 'refuses' | 'ignores') {
  const target = new URL(serverUrl!);
  const sockets = new Set<Socket>();
  let sent = '';
  const server = createServer((client) => {
    sockets.add(client.on('error', () => undefined));
    client.once('data', (first) => {
      const parameters = parametersOf(first);
      const at = parameters.indexOf('statement_timeout');
      if (at >= 0 && way === 'refuses') {
        client.end(refusal('unsupported startup parameter: statement_timeout'));
        return;
      }
      if (at >= 0) parameters.splice(at, 2);
      const inner = connect(Number(target.port), target.hostname);
      sockets.add(inner.on('error', () => undefined));
      inner.write(startupMessage(parameters));
      client.on('data', (bytes) => (sent += bytes.toString('latin1')));
      client.pipe(inner).pipe(client);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port, close, sent: () => sent };
}

for (const way of ['refuses', 'ignores'] as const)
  describe(`A server behind a pooler that ${way} a timeout at the start of a connection`, options, () => {
    let store: Store;
    let end: () => Promise<void>;
    let sent: () => string;
    before(async () => {
      const { url, drop } = await scratchDatabase(serverUrl!);
      const { port, close, sent: all } = await pooler(way);
      sent = all;
      const through = new URL(url);
      through.port = String(port);
      store = await openStore({ databaseUrl: through.href });
      end = async () => {
        await store.close();
        close();
        await drop();
      };
    });
    after(() => end());

    const timeout = sql<{ t: string }>`select current_setting('statement_timeout') as t`;

    it('starts, and has the timeout in each statement and transaction', async () => {
      assert.deepEqual((await timeout.execute(store.db)).rows, [{ t: '15s' }]);
      const within = await store.transaction(async (db) => (await timeout.execute(db)).rows);
      assert.deepEqual(within, [{ t: '15s' }]);
    });

    it('leaves no timeout behind on a connection, which the next may be of somebody else', () => {
      assert.match(sent(), /set local statement_timeout = 15000/);
      assert.doesNotMatch(sent(), /set (session )?statement_timeout/);
    });

    it('keeps what was saved, and nothing of what went wrong', async () => {
      const hour = new Date('2027-01-01T00:00:00Z');
      await store.db.insertInto('mail_count').values({ hour, sent: 1 }).execute();
      await assert.rejects(
        store.db.insertInto('mail_count').values({ hour, sent: 2 }).execute(),
        /duplicate key/,
      );
      await assert.rejects(
        store.transaction(async (db) => {
          await db.updateTable('mail_count').set({ sent: 3 }).execute();
          throw new Error('stopped');
        }),
        /stopped/,
      );
      assert.deepEqual(await store.db.selectFrom('mail_count').select('sent').execute(), [{ sent: 1 }]);
    });

    it('does many things at once', async () => {
      const many = Array.from({ length: 40 }, (_, index) =>
        index % 2 ? timeout.execute(store.db) : store.transaction((db) => timeout.execute(db)),
      );
      for (const { rows } of await Promise.all(many)) assert.deepEqual(rows, [{ t: '15s' }]);
    });
  });
