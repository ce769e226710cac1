import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { openStore, type DatabasePlace } from '../../../packages/server/src/db/open.js';
import { ChildServer } from '../child-server.js';
import { Folders } from '../folders.js';
import { fullProofs } from '../full-proofs.js';
import { addBuurt, anIdea, buurtCode, scratchDatabase, secret } from '../stage.js';

const folders = await Folders.open();
after(() => folders.remove());

const kills = fullProofs ? 50 : 2;
const ideasEachLife = 8;

interface Taken {
  readonly to: string;
  readonly messageId: string;
  readonly at: number;
}

/** A mail server that takes every mail, each after a moment, so that the server is killed before, while and after it does. */
class PostOffice {
  readonly taken: Taken[] = [];
  readonly #smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [, messageId = ''] = /^Message-ID: (\S+)/im.exec(Buffer.concat(parts).toString()) ?? [];
        setTimeout(() => {
          for (const { address } of envelope.rcptTo)
            this.taken.push({ to: address, messageId, at: performance.now() });
          done();
        }, randomInt(150));
      });
    },
  });

  async open(): Promise<string> {
    this.#smtp.on('error', () => {});
    this.#smtp.listen(0, '127.0.0.1');
    await once(this.#smtp.server, 'listening');
    return `smtp://127.0.0.1:${String((this.#smtp.server.address() as AddressInfo).port)}`;
  }

  /** Waits until it has taken so many mails in all. */
  async has(count: number, withinMs: number): Promise<void> {
    for (const until = performance.now() + withinMs; this.taken.length < count; await pause(10))
      assert.ok(performance.now() < until, `${String(this.taken.length)} of ${String(count)} mails came`);
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#smtp.close(() => closed()));
  }
}

/** Hands in an idea, and resolves once the server says that it has it. */
async function handIn(endpoint: string, email: string): Promise<void> {
  const answer = await fetch(`${endpoint}/buurten/${buurtCode}/ideas`, {
    method: 'POST',
    body: JSON.stringify({ ...anIdea, email }),
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      'X-Forwarded-For': [10, randomInt(256), randomInt(256), randomInt(256)].join('.'),
    },
  });
  assert.equal(answer.status, 201);
}

interface Place {
  readonly place: DatabasePlace;
  readonly environment: Record<string, string>;
  readonly gone: () => Promise<void>;
}

/** A database with a buurt: of PostgreSQL when TEST_DATABASE_URL says where, else a folder. */
async function aPlace(): Promise<Place> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (!serverUrl) {
    const dataDir = await folders.withBuurt();
    return { place: { dataDir }, environment: { DATA_DIR: dataDir }, gone: () => Promise.resolve() };
  }
  const { url, drop } = await scratchDatabase(serverUrl);
  const store = await openStore({ databaseUrl: url });
  await addBuurt(store, { settings: { moderated: false } });
  await store.close();
  return { place: { databaseUrl: url }, environment: { DATABASE_URL: url }, gone: drop };
}

/** What was on its way when a server was killed is left to it for five minutes: those are over. */
async function fiveMinutesLater(place: DatabasePlace): Promise<void> {
  const store = await openStore(place);
  await store.db.updateTable('mail').set({ next_at: new Date() }).execute();
  await store.close();
}

describe(`A server that is killed ${String(kills)} times while its mails go out`, () => {
  it('has every mail arrive, and none again that was noted as sent', { timeout: 1_800_000 }, async (test) => {
    const office = new PostOffice();
    const { place, environment: own, gone } = await aPlace();
    const environment = {
      ...{ ...own, SERVER_SECRET: secret, TRUST_PROXY: '1', MAILS_PER_HOUR: '1000000' },
      ...{ SMTP_URL: await office.open(), MAIL_FROM: 'buurt@voorbeeld.nl', PUBLIC_URL: 'http://localhost' },
    };
    const addresses: string[] = [];
    const killedAt: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const server = await ChildServer.start(environment);
      const before = office.taken.length;
      for (let nth = 0; nth < ideasEachLife; nth++) {
        const email = `${randomUUID()}@voorbeeld.nl`;
        await handIn(server.endpoint, email);
        addresses.push(email);
      }
      // At any moment of it: the first was just taken, or all were.
      await office.has(before + 1, 20_000);
      await pause(randomInt(600));
      killedAt.push(performance.now());
      await server.end('SIGKILL');
      await fiveMinutesLater(place);
    }
    const server = await ChildServer.start(environment);
    const reached = () => new Set(office.taken.map(({ to }) => to)).size;
    for (const until = performance.now() + 60_000; reached() < addresses.length; await pause(50))
      assert.ok(performance.now() < until, `${String(addresses.length - reached())} mails are lost`);
    // Nothing waits, so nothing comes again.
    const store = await server.end('SIGTERM').then(() => openStore(place));
    assert.deepEqual(await store.db.selectFrom('mail').select('id').execute(), []);
    await store.close();
    await gone();
    await office.close();

    const twice: Taken[] = [];
    for (const address of addresses) {
      const [first, ...more] = office.taken.filter(({ to }) => to === address);
      assert.ok(first);
      for (const again of more) {
        // The same name, so that a mail program shows it once.
        assert.equal(again.messageId, first.messageId);
        const killed = killedAt.find((at) => at > first.at - 150) ?? Infinity;
        assert.ok(killed - first.at < 1_000, `${address} came again, though nothing was killed just then`);
        twice.push(again);
      }
    }
    test.diagnostic(
      `${String(kills)} kills: ${String(addresses.length)} mails, 0 lost, ${String(twice.length)} came twice under one Message-ID, all taken in the second before a kill`,
    );
  });
});
