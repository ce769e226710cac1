import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../../packages/server/src/db/open.js';
import { ChildServer } from '../child-server.js';
import { fullProofs } from '../full-proofs.js';
import { addBuurt, scratchDatabase, secret } from '../stage.js';
import { Households } from './households.js';

const serverUrl = process.env['TEST_DATABASE_URL'];
const kills = fullProofs ? 50 : 4;

describe(`A server on PostgreSQL that is killed ${String(kills)} times while people vote`, () => {
  it(
    'has every vote that it acknowledged, and none twice',
    { skip: serverUrl ? false : 'there is no PostgreSQL', timeout: 900_000 },
    async () => {
      const { url, drop } = await scratchDatabase(serverUrl!);
      const environment = { DATABASE_URL: url, SERVER_SECRET: secret };
      const store = await openStore({ databaseUrl: url });
      await addBuurt(store);
      const households = await Households.in(store, 6, fullProofs ? 24 : 6);
      for (let kill = 0; kill < kills; kill++) {
        const server = await ChildServer.start(environment);
        await households.check(server.endpoint);
        const voting = households.vote(server.endpoint);
        await pause(randomInt(300, 900));
        await server.end('SIGKILL');
        await voting;
      }
      const server = await ChildServer.start(environment);
      await households.check(server.endpoint);
      assert.equal((await server.end('SIGTERM')).code, 0);
      const votes = await households.votesIn(store);
      await store.close();
      await drop();
      assert.ok(votes > kills * 2, `only ${String(votes)} votes were cast`);
    },
  );
});
