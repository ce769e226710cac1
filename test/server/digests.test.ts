import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { MailTransport } from '../../packages/server/src/mail/transports.js';
import { sendDueMails, type Mailer } from '../../packages/server/src/mail/mail-sender.js';
import type { Mail } from '../../packages/server/src/mail/mail-texts.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import { openInMemory } from '../../packages/server/src/db/embedded.js';
import { addIdea } from '../../packages/server/src/ideas/ideas.queries.js';
import { migrate, migrations } from '../../packages/server/src/db/migrations/index.js';
import type { Store } from '../../packages/server/src/db/open.js';
import { PGliteDialect } from '../../packages/server/src/db/pglite-dialect.js';
import type { Tables } from '../../packages/server/src/db/tables.js';
import { OperatorOnStage } from './operator-stage.js';
import { addBuurt, anIdea, buurtCode, scratchDatabase, secret, Stage } from './stage.js';

const publicUrl = 'https://buurt.example.nl';
const site = 'https://www.example.nl';
const minute = 60_000;
const day = 24 * 60 * minute;
const email = 'sam@voorbeeld.nl';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open({ publicUrl, allowedOrigins: [site] });
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(async () => {
  await stage.clear();
  stage.now = new Date('2026-11-23T10:00:00.000Z');
});

const postWith = (carry: MailTransport, store = stage.store): Mailer => ({
  ...{ store, secrets: deriveSecrets(secret), publicUrl, sites: new Set([site]), carry },
});

/** Sends what is due by now; gives the mails. */
async function mails(store = stage.store): Promise<Mail[]> {
  const sent: Mail[] = [];
  const post = postWith((mail) => Promise.resolve(void sent.push(mail)), store);
  while ((await sendDueMails(post, stage.now)) > 0);
  return sent;
}

/** A mail server that takes nothing, for a reason. */
async function failing(reason: object): Promise<void> {
  const { error } = console;
  console.error = () => {};
  await sendDueMails(
    postWith(() => Promise.reject(Object.assign(new Error('not taken'), reason))),
    stage.now,
  );
  console.error = error;
}
const noAnswer = { code: 'ECONNREFUSED' };
const noSuchUser = { responseCode: 550, command: 'RCPT TO', response: '550 no such user' };

const goOn = (ms: number) => (stage.now = new Date(stage.now.getTime() + ms));

/** An idea that is shown at once, as in a buurt that is not moderated. */
const publish = (title: string): Promise<{ id: string }> =>
  stage.store.transaction((db) =>
    addIdea(db, buurtCode, { moderated: false }, { ...anIdea, title }, stage.now),
  );

const pathIn = ({ text }: Mail) => /https:\/\/buurt\.example\.nl\/v1(\S+)/.exec(text)![1]!;

/** Somebody who follows; gives what the page said when they confirmed. */
async function follow(path: string, address: string): Promise<string> {
  const asked = { email: address, page: `${site}/buurt` };
  assert.equal((await stage.post(`${path}/followers`, asked)).status, 201);
  const asking = (await mails()).find(({ to }) => to === address)!;
  const confirmed = await stage.send('POST', `${pathIn(asking)}/confirm`);
  assert.equal(confirmed.status, 200);
  return confirmed.text();
}
const followBuurt = (address = email) => follow(`/buurten/${buurtCode}`, address);

/** The titles in a digest. */
const titlesIn = ({ text }: Mail) => [...text.matchAll(/^- (.*)$/gm)].map(([, title]) => title!);
const waiting = () => stage.store.db.selectFrom('mail').selectAll().execute();

describe('A follower of a buurt', () => {
  it('reads how often they will hear of what is new, which a follower of one initiative does not', async () => {
    const often = /Over nieuwe initiatieven mailen we hoogstens één keer per dag/;
    assert.match(await followBuurt(), often);
    assert.doesNotMatch(await follow(`/initiatives/${await stage.addInitiative()}`, email), often);
  });

  it('gets one mail a day, however many ideas a script has published, and hears of each once', async () => {
    const followers = [email, 'mila@voorbeeld.nl', 'noor@voorbeeld.nl'];
    for (const each of followers) await followBuurt(each);
    const start = stage.now;
    const sent: Mail[] = [];
    for (let nth = 1; nth <= 200; nth++) {
      await publish(`Idee ${String(nth)}`);
      sent.push(...(await mails()));
      goOn(7 * minute);
    }
    assert.ok(stage.now.getTime() < start.getTime() + day);
    assert.deepEqual(sent.map(({ to }) => to).toSorted(), followers.toSorted());
    assert.ok(sent.every(({ subject }) => subject === 'Nieuw in de buurt: Idee 1'));
    assert.equal((await waiting()).length, followers.length);
    stage.now = new Date(start.getTime() + day - 1);
    assert.deepEqual(await mails(), []);
    stage.now = new Date(start.getTime() + day);
    const rest = await mails();
    assert.deepEqual(rest.map(({ to }) => to).toSorted(), followers.toSorted());
    assert.equal(rest[0]!.subject, '199 nieuwe initiatieven in Lindenkwartier');
    assert.deepEqual(
      titlesIn(rest[0]!),
      Array.from({ length: 10 }, (_, nth) => `Idee ${String(200 - nth)}`),
    );
    assert.match(
      rest[0]!.text,
      /\n\nEn nog 189 andere initiatieven\.\n\nMeer lezen: https:\/\/www\.example\.nl\/buurt\n/,
    );
    goOn(2 * day);
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
  });

  it('hears at once of the first idea after a quiet day', async () => {
    await followBuurt();
    await publish('Een bankje');
    assert.deepEqual((await mails()).map(titlesIn), [['Een bankje']]);
    goOn(day + minute);
    await publish('Een boom');
    assert.deepEqual((await mails()).map(titlesIn), [['Een boom']]);
  });

  it('does not hear of what was hidden meanwhile, and gets no mail when nothing is left', async () => {
    await followBuurt();
    const { id } = await publish('Sam woont op nummer 3');
    await publish('Een boom');
    await operator.types('ideas', 'hide', id, '--reason', 'Een adres.');
    const [digest] = await mails();
    assert.deepEqual(titlesIn(digest!), ['Een boom']);
    goOn(2 * day);
    const { id: other } = await publish('Nog een adres');
    await operator.types('ideas', 'hide', other, '--reason', 'Een adres.');
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
    // What was not sent does not count, so this need not wait for a day.
    await publish('Een bankje');
    assert.deepEqual((await mails()).map(titlesIn), [['Een bankje']]);
  });

  it('hears once of what was hidden by mistake and is shown again', async () => {
    await followBuurt();
    const { id } = await publish('Een boom');
    await operator.types('ideas', 'hide', id, '--reason', 'Een adres.');
    assert.deepEqual(await mails(), []);
    await operator.types('ideas', 'publish', id);
    assert.deepEqual((await mails()).map(titlesIn), [['Een boom']]);
    goOn(2 * day);
    await operator.types('ideas', 'hide', id, '--reason', 'Een adres.');
    await operator.types('ideas', 'publish', id);
    assert.deepEqual(await mails(), []);
  });

  it('does not hear of what was erased meanwhile', async () => {
    await followBuurt();
    const { id } = await publish('Sam woont op nummer 3');
    await operator.types('ideas', 'erase', id, '--yes');
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
  });

  it('does not hear of what was published before they confirmed', async () => {
    await followBuurt('mila@voorbeeld.nl');
    await publish('Een boom');
    await followBuurt();
    goOn(minute);
    await publish('Een bankje');
    assert.deepEqual(
      (await mails()).map((mail) => [mail.to, ...titlesIn(mail)]),
      [[email, 'Een bankje']],
    );
  });

  it('hears as new of nothing that they follow already, and of news of it once', async () => {
    await followBuurt();
    const first = await publish('Een boom');
    await mails();
    const { id } = await publish('Een bankje');
    await follow(`/initiatives/${id}`, 'SAM@voorbeeld.nl');
    await operator.types('initiatives', 'news', id, '--text', 'Het bankje staat.');
    assert.deepEqual(
      (await mails()).map(({ subject }) => subject),
      ['Nieuws over Een bankje'],
    );
    goOn(day);
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
    await operator.types('initiatives', 'news', first.id, '--text', 'De boom staat.');
    assert.equal((await mails()).length, 1);
  });

  it('stops by the link in a digest, also while the next one waits', async () => {
    await followBuurt();
    await publish('Een boom');
    const [digest] = await mails();
    assert.equal(digest!.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
    await publish('Een bankje');
    const stop = await stage.send('POST', `${pathIn(digest!)}/stop`);
    assert.match(await stop.text(), /Je volgt “Lindenkwartier” niet meer/);
    goOn(2 * day);
    await publish('Een muur');
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
  });

  it('is forgotten with the digest that waits', async () => {
    await followBuurt();
    await publish('Een boom');
    assert.match((await operator.types('forget', email)).out, /1 address of followers/);
    assert.deepEqual(await waiting(), []);
  });

  it('reads hostile titles as text on one line each', async () => {
    await followBuurt();
    await publish('Een boom\r\nBcc: all@example.org');
    const [digest] = await mails();
    assert.doesNotMatch(digest!.subject, /[\r\n]/);
    assert.deepEqual(titlesIn(digest!), ['Een boom Bcc: all@example.org']);
  });
});

describe('A digest', () => {
  it('is sent after those who asked to confirm', async () => {
    await followBuurt();
    await publish('Een boom');
    await stage.post(`/buurten/${buurtCode}/followers`, { email: 'mila@voorbeeld.nl' });
    assert.deepEqual(
      (await mails()).map(({ to }) => to),
      ['mila@voorbeeld.nl', email],
    );
  });

  it('is sent once, also when several servers send at the same moment', async () => {
    const followers = Array.from({ length: 30 }, (_, nth) => `buur${String(nth)}@voorbeeld.nl`);
    for (const each of followers) await followBuurt(each);
    await publish('Een boom');
    const sent = (await Promise.all(Array.from({ length: 4 }, () => mails()))).flat();
    assert.deepEqual(sent.map(({ to }) => to).toSorted(), followers.toSorted());
    await publish('Een bankje');
    goOn(day);
    const next = (await Promise.all(Array.from({ length: 4 }, () => mails()))).flat();
    assert.deepEqual(
      next.map(titlesIn),
      Array.from(followers, () => ['Een bankje']),
    );
  });

  it('leaves what is published while it is sent to the next day', async () => {
    await followBuurt();
    await publish('Een boom');
    const sent: Mail[] = [];
    const post = postWith(async (mail) => {
      sent.push(mail);
      await publish('Een bankje');
    });
    assert.equal(await sendDueMails(post, stage.now), 1);
    assert.deepEqual(sent.map(titlesIn), [['Een boom']]);
    assert.deepEqual(await mails(), []);
    goOn(day);
    assert.deepEqual((await mails()).map(titlesIn), [['Een bankje']]);
  });

  it('misses nothing of whom takes long to publish while it is composed', async () => {
    await followBuurt();
    await publish('Een boom');
    let isWritten: () => void;
    const written = new Promise<void>((resolve) => (isWritten = resolve));
    const slow = stage.store.transaction(async (db) => {
      await addIdea(db, buurtCode, { moderated: false }, { ...anIdea, title: 'Een bankje' }, stage.now);
      isWritten();
      await setTimeout(200);
    });
    await written;
    await publish('Een muur');
    const sent = await mails();
    await slow;
    goOn(day);
    sent.push(...(await mails()));
    assert.deepEqual(sent.flatMap(titlesIn).toSorted(), ['Een bankje', 'Een boom', 'Een muur']);
  });

  it('that was not taken comes again, with what is new by then, and counts only when it is sent', async () => {
    await followBuurt();
    await publish('Een boom');
    await failing(noAnswer);
    assert.match((await operator.types('mails', 'list')).out, /sa…@voorbeeld\.nl +new ideas +put off +1/);
    await publish('Een bankje');
    goOn(6 * minute);
    assert.deepEqual((await mails()).map(titlesIn), [['Een bankje', 'Een boom']]);
    goOn(2 * day);
    assert.deepEqual(await mails(), []);
  });

  it('that was refused for good is tried once a day, and only when there is something new', async () => {
    await followBuurt();
    await publish('Een boom');
    await failing(noSuchUser);
    for (let nth = 0; nth < 5; nth++) await publish(`Idee ${String(nth)}`);
    const [refused, ...more] = await waiting();
    assert.deepEqual(more, []);
    assert.equal(refused!.next_at.getTime(), stage.now.getTime() + day);
    assert.deepEqual(await mails(), []);
    goOn(day);
    await failing(noSuchUser);
    goOn(day);
    assert.deepEqual(await mails(), []);
    const { out } = await operator.types('mails', 'retry', refused!.id);
    assert.equal(out, '1 mail will be sent again.\n');
    const acts = await stage.store.db
      .selectFrom('act')
      .select(['actor_kind', 'subject_kind', 'subject_id', 'detail'])
      .where('name', '=', 'mail.retried')
      .execute();
    assert.deepEqual(acts, [
      { actor_kind: 'operator', subject_kind: 'mail', subject_id: refused!.id, detail: {} },
    ]);
    assert.equal(titlesIn((await mails())[0]!).length, 6);
  });

  it('that waits for its day is not sent sooner by an operator who sends refused mails again', async () => {
    await followBuurt();
    await publish('Een boom');
    await mails();
    await publish('Een bankje');
    const [next] = await waiting();
    const { exitCode, err } = await operator.types('mails', 'retry', next!.id);
    assert.notEqual(exitCode, 0);
    assert.match(err, /No such mail was refused or put off/);
    assert.deepEqual(await mails(), []);
  });
});

describe('A database from before there were digests', () => {
  /** A store with the tables of then. */
  async function oldStore(): Promise<Store> {
    const serverUrl = process.env['TEST_DATABASE_URL'];
    const scratch = serverUrl ? await scratchDatabase(serverUrl) : undefined;
    const dialect = scratch
      ? new PostgresDialect({ pool: new pg.Pool({ connectionString: scratch.url }) })
      : new PGliteDialect(await openInMemory());
    const db = new Kysely<Tables>({ dialect });
    const provider = { getMigrations: () => Promise.resolve(migrations) };
    const { error } = await new Migrator({ db, provider }).migrateTo('0017-promise-revisions');
    assert.equal(error, undefined);
    return {
      db,
      transaction: (work) => db.transaction().execute(work),
      close: () => db.destroy().then(scratch?.drop),
    };
  }

  it('is brought to them without loss: mails that wait go out, and nobody gets old news', async () => {
    const store = await oldStore();
    const { db } = store;
    await addBuurt(store, { settings: { moderated: false } });
    const at = stage.now;
    const [old, follower] = [randomUUID(), randomUUID()];
    await db
      .insertInto('initiative')
      .values({
        ...{
          id: old,
          buurt_code: buurtCode,
          reference: 'ABC-DEF',
          title: 'Een boom',
          story: 'Voor schaduw.',
        },
        ...{
          theme: null,
          status_reason: null,
          review: 'published',
          review_reason: null,
          lat: null,
          lon: null,
        },
        ...{ address: null, cost_min_cents: null, cost_max_cents: null },
        ...{ created_at: at, published_at: at, updated_at: at },
      })
      .execute();
    await db
      .insertInto('follower')
      .values({
        ...{ id: follower, buurt_code: buurtCode, initiative_id: null, email, page: null },
        ...{ asked_at: at, confirmed_at: at },
      })
      .execute();
    const subject = 'Nieuw in de buurt: Een boom';
    await db
      .insertInto('mail')
      .values({
        ...{
          id: randomUUID(),
          follower_id: follower,
          initiative_id: old,
          kind: 'told' as never,
          next_at: at,
        },
        ...{ subject, text: subject },
      })
      .execute();
    await migrate(db as Kysely<never>);
    assert.deepEqual(
      (await mails(store)).map((mail) => mail.subject),
      [subject],
    );
    await store.transaction((tx) =>
      addIdea(tx, buurtCode, { moderated: false }, { ...anIdea, title: 'Een bankje' }, at),
    );
    assert.deepEqual((await mails(store)).map(titlesIn), [['Een bankje']]);
    await store.close();
  });
});
