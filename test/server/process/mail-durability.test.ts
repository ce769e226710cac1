import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { after, describe, it, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore, type Store } from '../../../packages/server/src/db/open.js';
import { ChildServer } from '../child-server.js';
import { Folders } from '../folders.js';
import { fullProofs } from '../full-proofs.js';
import { ReceivingServer } from '../receiving-server.js';
import { addBuurt, anIdea, buurtCode, scratchDatabase, secret } from '../stage.js';

const host = 'buurt.example.nl';
const serverUrl = process.env['TEST_DATABASE_URL'];
const kills = fullProofs ? 50 : 4;
/** So many things residents do in each life of the server. */
const actsOfLife = fullProofs ? 15 : 8;
const folders = await Folders.open();
after(() => folders.remove());

/** When the server is killed: at one of its mails, or before it sends any. */
const moments = ['before the answer', 'after the answer', 'soon after it', 'while it starts'] as const;
type Moment = (typeof moments)[number];

/** Something that a resident does, of which one mail comes to an address that nobody else has. */
interface Act {
  readonly path: string;
  readonly body: object;
  readonly address: string;
  readonly key: string;
  isDone: boolean;
}

function anAct(initiativeId: string, nth: number): Act {
  const key = randomUUID();
  const address = `${key}@voorbeeld.nl`;
  const [path, body] = (
    [
      [`/buurten/${buurtCode}/followers`, { email: address }],
      [`/buurten/${buurtCode}/ideas`, { ...anIdea, title: `Idee ${key}`, email: address }],
      [
        `/initiatives/${initiativeId}/offers`,
        { kinds: ['time'], message: 'Ik kom.', name: 'Sam', contact: address },
      ],
    ] as const
  )[nth % 3]!;
  return { path, body, address, key, isDone: false };
}

async function send(endpoint: string, { path, body, key }: Pick<Act, 'path' | 'body' | 'key'>) {
  const answer = await fetch(`${endpoint}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      // Each from a home of its own: one address is held for a script after sixty ideas.
      'X-Forwarded-For': [10, randomInt(256), randomInt(256), randomInt(256)].join('.'),
    },
  });
  assert.equal(answer.status, 201);
  return (await answer.json()) as { id: string };
}

/** Residents who do all that no server answered yet, a few at once, until this one is gone. */
class Residents {
  readonly #left: Act[];
  #heard = () => {};
  readonly all: Promise<unknown>;

  constructor(endpoint: string, acts: readonly Act[]) {
    this.#left = acts.filter(({ isDone }) => !isDone);
    const resident = async () => {
      for (let act = this.#left.shift(); act; act = this.#left.shift()) {
        await send(endpoint, act);
        act.isDone = true;
        this.#heard();
      }
    };
    this.all = Promise.allSettled([resident(), resident(), resident()]);
  }

  /** Resolves when so few things are left to be begun. */
  async have(left: number): Promise<void> {
    while (this.#left.length > left) await new Promise<void>((heard) => (this.#heard = heard));
  }
}

/** A server that mails over SMTP and is killed, with what its database has of mails between its lives. */
class KilledServer {
  readonly acts: Act[] = [];
  /** Of mails that came again although the database had kept, or the server had the time to keep, that they went. */
  readonly wronglyAgain: string[] = [];
  readonly #open: () => Promise<Store>;
  readonly #environment: Record<string, string>;
  readonly #mails: ReceivingServer;
  #initiativeId = '';
  /** What the database kept as gone. */
  readonly #noted = new Set<string>();
  /** So many had come when the last life ended. */
  #cameBefore = 0;
  /** The names of those that wait for the next life. */
  #waiting = new Set<string>();

  constructor(place: Record<string, string>, open: () => Promise<Store>, mails: ReceivingServer) {
    this.#open = open;
    this.#mails = mails;
    this.#environment = {
      ...place,
      SERVER_SECRET: secret,
      SMTP_URL: mails.url,
      MAIL_FROM: 'Buurt <buurt@example.nl>',
      PUBLIC_URL: `https://${host}`,
      MAILS_PER_HOUR: '1000000',
      TRUST_PROXY: '1',
    };
  }

  /** A first life, in which nothing waits yet: residents do things until they did all. */
  async begin(): Promise<void> {
    const server = await ChildServer.start(this.#environment);
    const idea = { path: `/buurten/${buurtCode}/ideas`, body: anIdea, key: randomUUID() };
    this.#initiativeId = (await send(server.endpoint, idea)).id;
    this.#addActs();
    await new Residents(server.endpoint, this.acts).all;
    await server.end('SIGKILL');
    await this.#look('killed');
  }

  /** One life, in which residents do things while mails of the life before go out. */
  async live(moment: Moment): Promise<void> {
    this.#addActs();
    const server = ChildServer.launch(this.#environment);
    if (moment === 'while it starts') {
      await pause(randomInt(100, 900));
      await server.end('SIGKILL');
    } else {
      let begin = (_: Residents) => {};
      const begun = new Promise<Residents>((resolve) => (begin = resolve));
      const killed = this.#killAtMail(server, moment, begun);
      await server.said(/^Data /m);
      const residents = new Residents(server.endpoint, this.acts);
      begin(residents);
      await killed;
      await server.ended();
      await residents.all;
    }
    await this.#look('killed');
  }

  /** A life that ends well: what was not done is done again, and all mails go. */
  async finish(): Promise<void> {
    const server = await ChildServer.start(this.#environment);
    await new Residents(server.endpoint, this.acts).all;
    await this.#mails.until((received) => {
      const addresses = new Set(received.map(({ to }) => to));
      const again = new Set(received.slice(this.#cameBefore).map(({ messageId }) => messageId));
      return (
        this.acts.every(({ address }) => addresses.has(address)) &&
        [...this.#waiting].every((id) => again.has(id))
      );
    });
    assert.equal((await server.end('SIGTERM')).code, 0);
    await this.#look('stopped');
    assert.equal(this.#waiting.size, 0, 'mails still wait');
  }

  #addActs(): void {
    for (let nth = 0; nth < actsOfLife; nth++) this.acts.push(anAct(this.#initiativeId, nth));
  }

  /** Kills the server at one of the mails that wait for it, in the middle of what residents do. */
  #killAtMail({ child }: ChildServer, moment: Moment, begun: Promise<Residents>): Promise<void> {
    let left = randomInt(1, Math.max(this.#waiting.size, 1) + 1);
    const inTheMiddle = begun.then((residents) => residents.have(randomInt(actsOfLife)));
    return new Promise((killed) => {
      const kill = () => {
        child.kill('SIGKILL');
        killed();
      };
      this.#mails.atEnd = async (answer) => {
        left -= 1;
        if (left !== 0) return answer();
        await inTheMiddle;
        if (moment !== 'before the answer') answer();
        if (moment === 'soon after it') await pause(randomInt(1, 40));
        kill();
      };
    });
  }

  /**
   * Reads what came in the life that is over, and what waits in the database; there five minutes go by, so that the next life may
   * send what this one was sending.
   */
  async #look(end: 'killed' | 'stopped'): Promise<void> {
    this.#mails.atEnd = (answer) => answer();
    const store = await this.#open();
    const rows = await store.db.updateTable('mail').set({ next_at: new Date() }).returning('id').execute();
    await store.close();
    this.#waiting = new Set(rows.map(({ id }) => `<${id}@${host}>`));
    const came = this.#mails.received.slice(this.#cameBefore).map(({ messageId }) => messageId);
    const once = new Set(came);
    this.wronglyAgain.push(
      ...came.filter((id, index) => this.#noted.has(id) || came.indexOf(id) !== index),
      ...(end === 'stopped' ? [...once].filter((id) => this.#waiting.has(id)) : []),
    );
    for (const id of once) if (!this.#waiting.has(id)) this.#noted.add(id);
    this.#cameBefore = this.#mails.received.length;
  }
}

describe(
  `A server that is killed ${String(kills)} times while mails go out over SMTP`,
  { concurrency: 2 },
  () => {
    /** The proof, with a server on the database that `open` opens between its lives. */
    async function prove(t: TestContext, place: Record<string, string>, open: () => Promise<Store>) {
      const mails = await ReceivingServer.listen();
      const server = new KilledServer(place, open, mails);
      await server.begin();
      const killedAt = Array.from({ length: kills - 1 }, (_, kill) => moments[kill % moments.length]!);
      for (const moment of killedAt) await server.live(moment);
      await server.finish();
      await mails.close();

      const { acts, wronglyAgain } = server;
      const idsOf = new Map(acts.map(({ address }) => [address, new Set<string>()]));
      for (const { to, messageId } of mails.received) idsOf.get(to)?.add(messageId);
      const twice = mails.received.length - acts.length;
      t.diagnostic(
        `${String(kills)} kills, ${String(acts.length)} acts, ${String(mails.received.length)} mails came, ` +
          `${String(twice)} of them again after a kill before it was kept that they went`,
      );
      assert.ok(acts.every(({ isDone }) => isDone));
      assert.deepEqual(
        [...idsOf].filter(([, ids]) => ids.size !== 1),
        [],
        'lost, or under two names',
      );
      assert.deepEqual(wronglyAgain, []);
      const unanswered = killedAt.filter((moment) => moment === 'before the answer').length;
      assert.ok(twice >= unanswered, 'a mail that was not answered did not come again');
    }
    const told = 'loses no mail, and sends none again of which it kept that it went';

    const inFolder = fullProofs || !serverUrl ? false : 'the one on PostgreSQL is quicker';
    it(`${told}: in a folder`, { skip: inFolder, timeout: 900_000 }, async (t) => {
      const dataDir = await folders.withBuurt();
      await prove(t, { DATA_DIR: dataDir }, () => openStore({ dataDir }));
    });

    it(
      `${told}: on PostgreSQL`,
      { skip: serverUrl ? false : 'there is no PostgreSQL', timeout: 900_000 },
      async (t) => {
        const { url, drop } = await scratchDatabase(serverUrl!);
        const open = () => openStore({ databaseUrl: url });
        const store = await open();
        await addBuurt(store, { settings: { moderated: false } });
        await store.close();
        await prove(t, { DATABASE_URL: url }, open);
        await drop();
      },
    );
  },
);
