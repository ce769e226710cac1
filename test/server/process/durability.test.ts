import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { after, describe, it, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore, type Store } from '../../../packages/server/src/db/open.js';
import { ChildServer } from '../child-server.js';
import { Folders } from '../folders.js';
import { fullProofs } from '../full-proofs.js';
import { anIdea, buurtCode, secret } from '../stage.js';
import { Households } from './households.js';

const folders = await Folders.open();
after(() => folders.remove());

/** One thing that a resident wants, until the server says that it has it. */
interface Wish {
  readonly key: string;
  readonly title: string;
  receipt?: { readonly id: string; readonly ownerKey: string };
}

async function send(endpoint: string, wish: Wish): Promise<void> {
  const answer = await fetch(`${endpoint}/buurten/${buurtCode}/ideas`, {
    method: 'POST',
    body: JSON.stringify({ ...anIdea, title: wish.title }),
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': wish.key,
      // Each from a home of its own: one address is held for a script after sixty ideas.
      'X-Forwarded-For': [10, randomInt(256), randomInt(256), randomInt(256)].join('.'),
    },
  });
  assert.equal(answer.status, 201);
  wish.receipt = await answer.json();
}

/** Residents who hand in one idea after the other until the server is gone. */
function crowd(endpoint: string, wishes: Wish[]): Promise<unknown> {
  const resident = async () => {
    for (;;) {
      const key = randomUUID();
      const wish: Wish = { key, title: `Idee ${key}` };
      wishes.push(wish);
      await send(endpoint, wish);
    }
  };
  return Promise.allSettled(Array.from({ length: 6 }, resident));
}

async function assertThere(endpoint: string, wishes: readonly Wish[]): Promise<void> {
  for (const { receipt, title } of wishes) {
    const headers = { Authorization: `Bearer ${receipt!.ownerKey}` };
    const answer = await fetch(`${endpoint}/ideas/${receipt!.id}`, { headers });
    assert.equal(answer.status, 200, 'an idea that was acknowledged is gone');
    assert.equal((await answer.json()).title, title);
  }
}

/** Kills the server in the middle of its work, time and again; resolves to every wish of every resident. */
async function killOften(
  environment: Record<string, string>,
  households: Households,
  times: number,
): Promise<Wish[]> {
  const wishes: Wish[] = [];
  let checked = 0;
  for (let kill = 1; kill <= times; kill++) {
    if (kill % 5 === 0) {
      const starting = ChildServer.launch(environment);
      await pause(randomInt(200, 900));
      await starting.end('SIGKILL');
      continue;
    }
    const server = await ChildServer.start(environment);
    const acknowledged = wishes.slice(checked).filter(({ receipt }) => receipt);
    const unanswered = wishes.slice(checked).filter(({ receipt }) => !receipt);
    await assertThere(server.endpoint, acknowledged);
    for (const wish of unanswered) await send(server.endpoint, wish);
    await households.check(server.endpoint);
    checked = wishes.length;
    const working = Promise.all([crowd(server.endpoint, wishes), households.vote(server.endpoint)]);
    await pause(randomInt(20, 300));
    await server.end('SIGKILL');
    await working;
  }
  return wishes;
}

const killsOfEach = fullProofs ? 25 : 3;

describe(
  `A server that is killed ${String(2 * killsOfEach)} times in the middle of its work`,
  { concurrency: 2 },
  () => {
    for (const name of ['one', 'other'])
      it(
        `has every idea and every vote that it acknowledged, and each once: folder ${name}`,
        { timeout: 600_000 },
        async () => {
          const dataDir = await folders.withBuurt();
          const environment = { DATA_DIR: dataDir, SERVER_SECRET: secret, TRUST_PROXY: '1' };
          const before = await openStore({ dataDir });
          const households = await Households.in(before, 3);
          await before.close();
          const wishes = await killOften(environment, households, killsOfEach);
          const server = await ChildServer.start(environment);
          for (const wish of wishes.filter(({ receipt }) => !receipt)) await send(server.endpoint, wish);
          await assertThere(server.endpoint, wishes);
          await households.check(server.endpoint);
          assert.equal((await server.end('SIGTERM')).code, 0);
          const store = await openStore({ dataDir });
          const kept = await store.db.selectFrom('initiative').select('title').execute();
          const votes = await households.votesIn(store);
          await store.close();
          assert.ok(votes > killsOfEach * 2, `only ${String(votes)} votes were cast`);
          assert.ok(wishes.length > killsOfEach * 2, `only ${String(wishes.length)} ideas were handed in`);
          assert.deepEqual(kept.map(({ title }) => title).sort(), wishes.map(({ title }) => title).sort());
        },
      );
  },
);

/** Replaces how files are synced, until the test ends. */
function withSync(t: TestContext, sync: (descriptor: number, real: typeof fs.fdatasyncSync) => void): void {
  const real = fs.fdatasyncSync;
  fs.fdatasyncSync = (descriptor) => sync(descriptor, real);
  syncBuiltinESMExports();
  t.after(() => {
    fs.fdatasyncSync = real;
    syncBuiltinESMExports();
  });
}

describe('The embedded database', () => {
  const change = (store: Store, households: number) =>
    store.transaction((db) => db.updateTable('buurt').set({ households }).execute());

  it('has the disk confirm what was written before a commit returns', async (t) => {
    const dataDir = await folders.withBuurt();
    let syncs = 0;
    withSync(t, (descriptor, real) => {
      syncs++;
      real(descriptor);
    });
    const store = await openStore({ dataDir });
    for (const households of [1, 2, 3]) {
      syncs = 0;
      await change(store, households);
      assert.ok(syncs > 0, 'a commit returned before anything was synced');
    }
    await store.close();
  });

  it('acknowledges nothing that the disk does not confirm, stops, and starts again', async () => {
    const dataDir = await folders.withBuurt();
    const preload = new URL('broken-disk.mjs', import.meta.url).href;
    const server = await ChildServer.start({ DATA_DIR: dataDir, NODE_OPTIONS: `--import ${preload}` });
    server.child.kill('SIGUSR2');
    await server.said(/The disk is broken/);
    const wish: Wish = { key: randomUUID(), title: 'Idee zonder schijf' };
    await assert.rejects(send(server.endpoint, wish));
    const { code, output } = await server.ended();
    assert.notEqual(code, 0);
    assert.match(
      output,
      /^\d{4}-\S+Z The disk did not take what was written, so the server stops: Error: EIO.* \| at /m,
    );
    const mended = await ChildServer.start({ DATA_DIR: dataDir });
    await send(mended.endpoint, wish);
    await assertThere(mended.endpoint, [wish]);
    await mended.end('SIGTERM');
  });
});
