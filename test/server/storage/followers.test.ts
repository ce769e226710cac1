import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { KyselyPlugin, Transaction } from 'kysely';
import {
  eraseOldMails,
  folderTransport,
  smtpTransport,
} from '../../../packages/server/src/mail/transports.js';
import {
  mailsAtOnce,
  MailSender,
  sendDueMails,
  type Mailer,
} from '../../../packages/server/src/mail/mail-sender.js';
import { areMailsStuck } from '../../../packages/server/src/mail/stuck-mails.queries.js';
import { isSingleAddress, mailboxOf } from '../../../packages/server/src/mail/address.js';
import type { Mail } from '../../../packages/server/src/mail/mail-texts.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import { requestFollow } from '../../../packages/server/src/followers/followers.queries.js';
import { erase } from '../../../packages/server/src/db/retention.queries.js';
import type { Tables } from '../../../packages/server/src/db/tables.js';
import { OperatorOnStage } from '../operator-stage.js';
import { ReceivingServer, refusal, type ReceivedMail } from '../receiving-server.js';
import { buurtCode, problemsOf, secret, Stage } from '../stage.js';

const publicUrl = 'https://buurt.example.nl';
const site = 'https://www.example.nl';

let stage: Stage;
let operator: OperatorOnStage;
let sent: Mail[];
let id: string;
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
  stage.now = new Date();
  sent = [];
  id = await stage.addInitiative({ title: 'Lange tafel' });
});

const day = 24 * 60 * 60 * 1000;
const email = 'sam@voorbeeld.nl';
const post = (own: Partial<Mailer> = {}): Mailer => ({
  ...{ store: stage.store, secrets: deriveSecrets(secret), publicUrl, sites: new Set([site]) },
  carry: (mail) => Promise.resolve(void sent.push(mail)),
  ...own,
});

const later = (minutes: number) => new Date(stage.now.getTime() + minutes * 60_000);

/** Sends what is due by now; gives the mails. */
async function mails(): Promise<Mail[]> {
  sent = [];
  await sendDueMails(post(), stage.now);
  return sent;
}

const follow = (body: object, headers = {}, path = `/initiatives/${id}`) =>
  stage.post(`${path}/followers`, body, headers);
const followers = () => stage.store.db.selectFrom('follower').selectAll().execute();
const pathIn = ({ text }: Mail) => /https:\/\/buurt\.example\.nl\/v1(\S+)/.exec(text)![1]!;
/** The page as a browser asks for it: with the origin where a button was pressed. */
const page = async (path: string, method: 'GET' | 'POST' = 'GET') => {
  const answer = await (method === 'GET' ? stage.get(path) : stage.send('POST', path, { Origin: publicUrl }));
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-security-policy')!, /default-src 'none'.*form-action 'self'/);
  assert.equal(answer.headers.get('referrer-policy'), 'same-origin');
  return answer.text();
};

/** Somebody who follows; gives the address of his page. */
async function aFollower(address = email, path?: string): Promise<string> {
  assert.equal((await follow({ email: address }, {}, path)).status, 201);
  const mail = (await mails()).find(({ to }) => to === address);
  await page(`${pathIn(mail!)}/confirm`, 'POST');
  return pathIn(mail!);
}

const away = (): Promise<never> => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));

describe('Mails that do not go out', () => {
  const isStuckIn = (minutes: number) => areMailsStuck(stage.store.db, later(minutes));

  it('are not stuck as long as they go, or wait for the morning', async () => {
    assert.equal(await isStuckIn(0), false);
    await follow({ email: 'kim@voorbeeld.nl' });
    assert.equal(await isStuckIn(59), false);
    await aFollower();
    assert.equal(await isStuckIn(61), false);
    await operator.types('initiatives', 'news', id, '--text', 'De tafel staat.');
    assert.equal(await isStuckIn(9 * 60), false);
  });

  it('are stuck when somebody waits an hour for one', async () => {
    await follow({ email });
    assert.equal(await isStuckIn(61), true);
    const ready = (await (await stage.appWith({}).request('/readyz')).json()) as { mails: string };
    assert.equal(ready.mails, 'in time');
    stage.now = later(61);
    const answer = await stage.appWith({}).request('/readyz');
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as { mails: string }).mails, 'stuck');
  });

  it('are stuck when the mail server is away, until it takes one again', async () => {
    await follow({ email });
    for (const minutes of [0, 6, 17, 38]) await sendDueMails(post({ carry: away }), later(minutes));
    assert.equal(await isStuckIn(39), true);
    await sendDueMails(post(), later(90));
    assert.equal(await isStuckIn(91), false);
  });
});

describe('A neighbour who wants to follow an initiative', () => {
  it('is asked by mail, hears nothing before he confirms, and then what is told', async () => {
    const host = `${site}/buurt?id=3`;
    await follow({ email: ` ${email} `, page: host }, { Origin: site });
    const app = await follow({ email, page: host });
    assert.equal(app.status, 201);
    const [asking, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(asking!.to, email);
    assert.match(asking!.subject, /Wil je “Lange tafel” volgen\?/);
    await operator.types('initiatives', 'news', id, '--text', 'De tafel staat.');
    assert.deepEqual(await mails(), []);
    assert.match(await page(pathIn(asking!)), /Ja, ik wil dit volgen/);
    assert.deepEqual(
      (await followers()).map(({ confirmed_at }) => confirmed_at),
      [null],
    );
    assert.match(await page(`${pathIn(asking!)}/confirm`, 'POST'), /Je volgt “Lange tafel”/);
    await operator.types('initiatives', 'news', id, '--text', 'De tafel is gebruikt.');
    await operator.types('initiatives', 'status', id, 'done', '--reason', 'Hij staat er.');
    const [news, status] = await mails();
    assert.match(
      news!.text,
      /De tafel is gebruikt\.\n\nMeer lezen: https:\/\/www\.example\.nl\/buurt\?id=3\n/,
    );
    assert.match(status!.text, /Het is klaar\.\n\nHij staat er\./);
    assert.equal(news!.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
  });

  it('stops with one press, on the page or in his mail program, and is forgotten', async () => {
    const path = await aFollower();
    await operator.types('initiatives', 'news', id, '--text', 'Nieuws.');
    const [news] = await mails();
    await operator.types('initiatives', 'news', id, '--text', 'Meer nieuws.');
    const stop = /<https:\/\/buurt\.example\.nl(\/v1\S+)>/.exec(news!.headers['List-Unsubscribe']!)![1]!;
    const answer = await stage.app.request(stop, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(answer.status, 200);
    assert.deepEqual(await followers(), []);
    assert.deepEqual(await mails(), []);
    assert.match(await page(path), /Hier is niets meer te volgen/);
  });

  it('is told to the others when one stops following at that moment', async () => {
    await aFollower();
    await aFollower('noor@voorbeeld.nl');
    let isLeaving = () => {};
    const left = new Promise<void>((resolve) => (isLeaving = resolve));
    const leaving = stage.store.transaction(async (db) => {
      await db.deleteFrom('follower').where('email', '=', email).execute();
      isLeaving();
      await setTimeout(200);
    });
    await left;
    const { exitCode, err } = await operator.types('initiatives', 'news', id, '--text', 'De tafel staat.');
    assert.equal(exitCode, 0, err);
    await leaving;
    assert.deepEqual(
      (await mails()).map(({ to }) => to),
      ['noor@voorbeeld.nl'],
    );
  });

  it('gets one mail to confirm, however often somebody fills in his address', async () => {
    for (let times = 0; times < 5; times++) await follow({ email: email.toUpperCase() });
    assert.equal((await mails()).length, 1);
    for (let others = 0; others < 8; others++)
      await follow({ email }, {}, `/initiatives/${await stage.addInitiative()}`);
    assert.equal((await mails()).length, 4);
    stage.now = new Date(stage.now.getTime() + 2 * day);
    await follow({ email });
    assert.equal((await mails()).length, 1);
  });

  it('reads mails and the page in the language that they asked in last', async () => {
    await follow({ email, locale: 'nl' });
    stage.now = later(61);
    await follow({ email, locale: 'en' });
    await follow({ email: 'noor@voorbeeld.nl' });
    const asking = await mails();
    const english = asking.filter(({ to }) => to === email);
    assert.equal(english.at(-1)!.subject, 'Do you want to follow “Lange tafel”?');
    assert.match(english.at(-1)!.text, /^Hello,\n\nThis address was filled in/);
    const [dutch] = asking.filter(({ to }) => to !== email);
    assert.match(dutch!.subject, /^Wil je/);
    const path = pathIn(english.at(-1)!);
    assert.match(await page(path), /<html lang="en">[^]*Yes, I want to follow this/);
    for (const each of [path, pathIn(dutch!)]) await page(`${each}/confirm`, 'POST');
    await operator.types('initiatives', 'status', id, 'done');
    const news = await mails();
    assert.deepEqual(news.map(({ to, subject }) => [to, subject]).toSorted(), [
      ['noor@voorbeeld.nl', 'Nieuws over Lange tafel'],
      [email, 'News about Lange tafel'],
    ]);
    assert.match(await page(`${path}/stop`, 'POST'), /You no longer follow “Lange tafel”/);
    const gone = await stage.get(path, { 'Accept-Language': 'en-GB,en;q=0.9' });
    assert.match(await gone.text(), /There is nothing to follow here any more/);
  });

  it('gives nobody a way to find out who follows', async () => {
    const answers: unknown[] = [];
    await aFollower();
    for (const address of [email, 'mila@voorbeeld.nl'])
      answers.push(await (await follow({ email: address })).json());
    assert.deepEqual(answers, [{ asked: true }, { asked: true }]);
    assert.deepEqual(
      (await mails()).map(({ to }) => to),
      ['mila@voorbeeld.nl'],
    );
  });

  it('costs as many statements whether they follow, were asked, were asked too often, or are new', async () => {
    await aFollower('volger@voorbeeld.nl');
    await follow({ email: 'gevraagd@voorbeeld.nl' });
    const at = stage.now;
    await stage.store.db
      .insertInto('confirmation_request')
      .values(Array.from({ length: 5 }, () => ({ mailbox: 'vol@voorbeeld.nl', at })))
      .execute();
    const counts = new Map<string, number>();
    for (const who of ['volger', 'gevraagd', 'vol', 'nieuw']) {
      const address = `${who}@voorbeeld.nl`;
      await stage.store.transaction(async (db) => {
        const counter: KyselyPlugin = {
          transformQuery: ({ node }) => {
            counts.set(who, (counts.get(who) ?? 0) + 1);
            return node;
          },
          transformResult: ({ result }) => Promise.resolve(result),
        };
        const counting = db.withPlugin(counter) as Transaction<Tables>;
        await requestFollow(counting, { initiative: id }, { email: address, page: null, locale: 'nl' }, at);
      });
    }
    assert.equal(new Set(counts.values()).size, 1, JSON.stringify([...counts]));
    assert.deepEqual((await mails()).map(({ to }) => to).toSorted(), [
      'gevraagd@voorbeeld.nl',
      'nieuw@voorbeeld.nl',
    ]);
  });

  it('hears what is wrong with his address, and mails lead to the site that asked only', async () => {
    assert.deepEqual(await problemsOf(await follow({ email: 'sam@' })), ['/email not-an-email']);
    assert.deepEqual(await problemsOf(await follow({ email: '' })), ['/email required']);
    assert.deepEqual(await problemsOf(await follow({ email, page: 'javascript:alert(1)' })), [
      '/page malformed',
    ]);
    // With the site that asks, without one as a script does, and with a Host that a script made up.
    for (const headers of [{ Origin: site }, {}, { Host: 'evil.example' }]) {
      const asked = (page: string) => follow({ email, page }, headers as Record<string, string>);
      for (const page of [
        'https://evil.example/x',
        'https://www.example.nl.evil.example/x',
        'http://www.example.nl/x',
        'https://www.example.nl:8443/x',
        'https://WWW.example.nl.:443/x',
      ])
        assert.deepEqual(await problemsOf(await asked(page)), ['/page not-an-option'], page);
      assert.deepEqual(await problemsOf(await asked('https://sam@www.example.nl/x')), ['/page malformed']);
      assert.equal((await asked(`${site}/buurt`)).status, 201);
      assert.equal((await asked(`${publicUrl}/embed/initiative-list`)).status, 201);
    }
  });

  it('is led to no site that was taken off the list since he asked', async () => {
    await follow({ email, page: `${site}/buurt` });
    const [asking] = await mails();
    await page(`${pathIn(asking!)}/confirm`, 'POST');
    await stage.store.db.updateTable('follower').set({ page: 'https://evil.example/login' }).execute();
    await operator.types('initiatives', 'news', id, '--text', 'Nieuws.');
    const [news] = await mails();
    assert.doesNotMatch(news!.text, /evil|Meer lezen/);
    assert.doesNotMatch(await page(pathIn(asking!)), /evil|Terug naar de buurt/);
  });

  it('types an address that a mail program reads as one address, or hears that it is none', async () => {
    for (const wrong of [
      'sam@voorbeeld.nl,1',
      'sam@voorbeeld.nl;2',
      'sam@voorbeeld.nl>',
      'a@b.nl<c',
      'a@b.nl,c.d:e',
      'sam@voorbeeld.nl\u0085',
      'sam@(x)voorbeeld.nl',
      '"sam"@voorbeeld.nl',
      'groep:sam@voorbeeld.nl;',
      'sam@voorbeeld.nl@evil.example',
      'sam@voorbeeld..nl',
      'sam@-voorbeeld.nl',
      'sam@voorbeeld',
    ])
      assert.deepEqual(await problemsOf(await follow({ email: wrong })), ['/email not-an-email'], wrong);
    for (const right of ["s.o'neil+buurt@sub.voorbeeld.nl", 'jan@café.nl', 'a@b.co'])
      assert.equal((await follow({ email: right })).status, 201, right);
    assert.ok((await mails()).every(({ to }) => isSingleAddress(to)));
  });

  it('gets five mails a day at most, in parallel, in capitals, with tags and with dots too', async () => {
    const written = (nth: number) =>
      [`victim@gmail.com`, `Victim@GMAIL.com`, `victim+${String(nth)}@gmail.com`, `v.ictim@googlemail.com`][
        nth % 4
      ]!;
    const initiatives = await Promise.all(Array.from({ length: 40 }, () => stage.addInitiative()));
    const answers = await Promise.all(
      initiatives.map((each, nth) => follow({ email: written(nth) }, {}, `/initiatives/${each}`)),
    );
    assert.ok(answers.every(({ status }) => status === 201));
    assert.equal((await mails()).length, 5);
    const same = Array.from({ length: 12 }, () => follow({ email: 'race@voorbeeld.nl' }));
    assert.ok((await Promise.all(same)).every(({ status }) => status === 201));
    assert.equal((await mails()).length, 1);
  });

  it('reads hostile titles as text, in the mail and on the page', async () => {
    id = await stage.addInitiative({ title: '<img src=x onerror=alert(1)>\r\nBcc: all@example.org' });
    const path = await aFollower();
    await operator.types('initiatives', 'news', id, '--text', 'Nieuws');
    const [mail] = await mails();
    assert.doesNotMatch(mail!.subject, /[\r\n]/);
    const shown = await page(path);
    assert.ok(!shown.includes('<img') && shown.includes('&lt;img'));
  });
});

describe('A neighbour who follows his buurt', () => {
  it('hears of what is new and what is told, once also when he follows the initiative too', async () => {
    await aFollower(email, `/buurten/${buurtCode}`);
    await aFollower(email);
    await operator.types('initiatives', 'news', id, '--text', 'Nieuws.');
    assert.equal((await mails()).length, 1);
    await stage.handIn({ title: 'Een bankje bij de vijver', story: 'Om te zitten.', consent: true });
    assert.match((await mails())[0]!.subject, /Nieuw in de buurt: Een bankje/);
    await stage.clear({ moderated: true });
    await aFollower(email, `/buurten/${buurtCode}`);
    const { reference } = (await (
      await stage.handIn({ title: 'Een boom', story: 'Voor schaduw.', consent: true })
    ).json()) as { reference: string };
    assert.deepEqual(await mails(), []);
    await operator.types('ideas', 'publish', reference);
    await operator.types('ideas', 'hide', reference, '--reason', 'even niet');
    await operator.types('ideas', 'publish', reference);
    assert.equal((await mails()).length, 1);
  });
});

describe('An initiative that is taken off the site', () => {
  it('is not told of by mails that wait, nor by one that asks to confirm', async () => {
    await aFollower(email, `/buurten/${buurtCode}`);
    await aFollower('an@voorbeeld.nl');
    await operator.types('initiatives', 'news', id, '--text', 'Sam woont op nummer 3.');
    await follow({ email: 'nieuw@voorbeeld.nl' });
    await operator.types('ideas', 'hide', id, '--reason', 'Een adres.');
    assert.deepEqual(await mails(), []);
    await operator.types('ideas', 'publish', id);
    const to = (await mails()).map((mail) => mail.to);
    assert.deepEqual(to.toSorted(), ['an@voorbeeld.nl', 'nieuw@voorbeeld.nl', email]);
  });
});

describe('A mailbox', () => {
  it('is the same for capitals, tags and dots that do not count', () => {
    assert.equal(mailboxOf('Sam+buurt@Voorbeeld.nl'), 'sam@voorbeeld.nl');
    assert.equal(mailboxOf('s.a.m+x@googlemail.com'), 'sam@gmail.com');
    assert.equal(mailboxOf('s.a.m@voorbeeld.nl'), 's.a.m@voorbeeld.nl');
  });
});

describe('What must not be kept', () => {
  it('goes by itself: who never confirmed after a week, and all when an initiative is long over', async () => {
    await follow({ email });
    await aFollower('mila@voorbeeld.nl');
    await erase(stage.store, new Date(stage.now.getTime() + 6 * day));
    assert.equal((await followers()).length, 2);
    await erase(stage.store, new Date(stage.now.getTime() + 8 * day));
    assert.deepEqual(
      (await followers()).map((each) => each.email),
      ['mila@voorbeeld.nl'],
    );
    await operator.types('initiatives', 'status', id, 'done');
    await erase(stage.store, new Date(stage.now.getTime() + 4000 * day));
    assert.deepEqual(await followers(), []);
  });

  it('goes on request: contacts of ideas and offers, and what somebody follows', async () => {
    const idea = { title: 'Een boom', story: 'Voor schaduw.', consent: true, name: 'Sam', email };
    const { id: own } = (await (await stage.handIn(idea)).json()) as { id: string };
    const offer = (message: string, contact: string) =>
      stage.post(`/initiatives/${own}/offers`, { kinds: ['time'], message, name: 'Sam', contact });
    for (const [message, contact] of [
      ['a', '+31 6 12345678'],
      ['b', 'mila@voorbeeld.nl'],
    ] as const)
      assert.equal((await offer(message, contact)).status, 201);
    await follow({ email });
    assert.match(
      (await operator.types('forget', '06-1234 5678')).out,
      /^Erased: 0 contacts of ideas, 1 contact of offers, 0 addresses of followers\.\nNot covered: /,
    );
    assert.match(
      (await operator.types('forget', 'SAM@voorbeeld.nl')).out,
      /^Erased: 1 contact of ideas, 0 contacts of offers, 2 addresses of followers\.\nNot covered: /,
    );
    const offers = await stage.store.db
      .selectFrom('offer')
      .select(['name', 'contact'])
      .orderBy('message')
      .execute();
    assert.deepEqual(offers, [
      { name: null, contact: null },
      { name: 'Sam', contact: 'mila@voorbeeld.nl' },
    ]);
  });
});

describe('The post', () => {
  const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
    const { error } = console;
    console.error = () => {};
    try {
      return await work();
    } finally {
      console.error = error;
    }
  };

  it('sends a mail again later when it was not taken, and gives up in the end', async () => {
    await follow({ email });
    const { error } = console;
    const log: string[] = [];
    console.error = (...words: unknown[]) => void log.push(words.join(' '));
    const carry = () => Promise.reject(Object.assign(new Error(`no ${email}`), { code: 'ECONNREFUSED' }));
    const sender = new MailSender(post({ carry }));
    let tries = 0;
    const triedAt: number[] = [];
    for (let minutes = 0; minutes < 72 * 60; minutes += 5) {
      const before = log.length;
      await sender.sendDue(() => later(minutes));
      tries += log.length - before;
      if (log.length > before) triedAt.push(minutes);
    }
    console.error = error;
    assert.equal(tries, 14);
    const pauses = triedAt.slice(1).map((minutes, index) => minutes - triedAt[index]!);
    assert.deepEqual(pauses, [5, 10, 20, 40, 80, 160, 320, 360, 360, 360, 360, 360, 360]);
    assert.ok(triedAt.at(-1)! > 46 * 60 && triedAt.at(-1)! < 48 * 60);
    assert.ok(!log.join().includes(email));
    const { out } = await operator.types('mails', 'list');
    assert.match(out, /sa…@voorbeeld\.nl .*to confirm.*refused.*14.*ECONNREFUSED/);
    await erase(stage.store, new Date(stage.now.getTime() + 10 * day));
    assert.deepEqual(await stage.store.db.selectFrom('mail').selectAll().execute(), []);
  });

  it('lets news wait at night, while who asks to follow gets their mail at once', async () => {
    stage.now = new Date('2026-11-30T12:00:00Z');
    await aFollower();
    await aFollower('noor@voorbeeld.nl', `/buurten/${buurtCode}`);
    stage.now = new Date('2026-11-30T22:30:00Z');
    await operator.types('initiatives', 'news', id, '--text', 'De tafel staat.');
    await stage.handIn({ title: 'Een boom', story: 'Voor schaduw.', consent: true });
    await follow({ email: 'mila@voorbeeld.nl' });
    const sendAt = async (moment: string) => {
      sent = [];
      await sendDueMails(post({ keepsQuietHours: true }), new Date(moment));
      return sent.map(({ to }) => to).toSorted();
    };
    assert.deepEqual(await sendAt('2026-11-30T22:31:00Z'), ['mila@voorbeeld.nl']);
    assert.deepEqual(await sendAt('2026-12-01T05:59:59Z'), []);
    assert.deepEqual(await sendAt('2026-12-01T06:00:00Z'), ['noor@voorbeeld.nl', 'noor@voorbeeld.nl', email]);
  });

  it('sends a mail that may have gone already under the same name, in the conversation of its initiative', async () => {
    await follow({ email });
    const tried: Mail[] = [];
    const carry = (mail: Mail) => {
      tried.push(mail);
      return Promise.reject(Object.assign(new Error('lost'), { code: 'ETIMEDOUT' }));
    };
    await quietly(() => sendDueMails(post({ carry }), stage.now));
    stage.now = later(6);
    const [again] = await mails();
    assert.equal(again!.messageId, tried[0]!.messageId);
    assert.equal(again!.references, `<initiative.${id}@buurt.example.nl>`);
  });

  it('sends each mail once, also when two servers look at the same moment', async () => {
    for (let who = 0; who < 30; who++) await follow({ email: `buur${String(who)}@voorbeeld.nl` });
    await Promise.all(Array.from({ length: 4 }, () => sendDueMails(post(), stage.now)));
    await mails().then((rest) => (sent = [...sent, ...rest]));
    assert.ok(new Set(sent.map(({ to }) => to)).size === sent.length);
  });

  it('is not sent a second time by hand while it is on its way after a refusal', async () => {
    await follow({ email });
    await quietly(() => sendDueMails(post({ carry: away }), stage.now));
    const { id: mail } = await stage.store.db.selectFrom('mail').select('id').executeTakeFirstOrThrow();
    let carried = 0;
    const carry = async () => {
      carried += 1;
      if (carried > 1) return;
      const { out } = await operator.types('mails', 'list');
      assert.match(out, /to confirm\s+on its way/);
      const { exitCode, err } = await operator.types('mails', 'retry', mail);
      assert.deepEqual([exitCode, err.split('.')[0]], [1, 'No such mail was refused or put off']);
      await sendDueMails(post({ carry }), later(6));
    };
    await sendDueMails(post({ carry }), later(6));
    assert.equal(carried, 1);
    assert.deepEqual(await stage.store.db.selectFrom('mail').selectAll().execute(), []);
  });

  const from = 'Buurt <buurt@example.nl>';

  it('takes 550 for an answer, shows why, and comes again after 421 and 450 while others go', async () => {
    const server = await ReceivingServer.listen();
    const carry = smtpTransport(server.url, from);
    let grey = true;
    server.atReader = (answer, address) => {
      if (address.startsWith('gone')) return answer(refusal(550, `<${address}> no such user`));
      if (grey && address.startsWith('grey')) return answer(refusal(450, 'greylisted'));
      if (grey && address.startsWith('busy')) return answer(refusal(421, 'too busy'));
      return answer();
    };
    for (const name of ['gone', 'grey', 'busy', 'sam']) await follow({ email: `${name}@voorbeeld.nl` });
    await quietly(() => sendDueMails(post({ carry }), stage.now));
    assert.deepEqual(server.readers, ['sam@voorbeeld.nl']);
    const { out } = await operator.types('mails', 'list');
    assert.match(out, /go…@voorbeeld\.nl .*refused.*550 .*no such user/);
    assert.doesNotMatch(out, /gone@/);
    assert.match(out, /gr…@voorbeeld\.nl .*put off.*450 .*greylisted/);
    grey = false;
    for (const minutes of [6, 12, 300]) await quietly(() => sendDueMails(post({ carry }), later(minutes)));
    assert.deepEqual(server.readers, ['busy@voorbeeld.nl', 'grey@voorbeeld.nl', 'sam@voorbeeld.nl']);
    const [refused] = await stage.store.db.selectFrom('mail').select(['id', 'tries']).execute();
    assert.equal(refused!.tries, 1);
    assert.equal((await operator.types('mails', 'retry', refused!.id)).out, '1 mail will be sent again.\n');
    await server.close();
  });

  it('takes a refusal of what a mail says for final, and one of its sender for what an operator mends', async () => {
    const server = await ReceivingServer.listen();
    server.atEnd = (answer, { to }) =>
      answer(to.startsWith('spam') ? refusal(554, 'looks like spam') : undefined);
    server.atSender = (answer, address) =>
      answer(address === 'wrong@example.nl' ? refusal(553, 'not your address') : undefined);
    const states = async () => {
      const { out } = await operator.types('mails', 'list');
      return out
        .split('\n')
        .flatMap((line) => /(\w+…)@\S+ .*(refused|put off).*?(\d{3} .*\w)/.exec(line)?.slice(1) ?? []);
    };
    for (const name of ['spam', 'sam']) await follow({ email: `${name}@voorbeeld.nl` });
    await quietly(() =>
      sendDueMails(post({ carry: smtpTransport(server.url, 'Buurt <wrong@example.nl>') }), stage.now),
    );
    assert.deepEqual(await states(), [
      ...['sp…', 'put off', '553 not your address'],
      ...['sa…', 'put off', '553 not your address'],
    ]);
    await quietly(() => sendDueMails(post({ carry: smtpTransport(server.url, from) }), later(6)));
    assert.deepEqual(server.readers, ['sam@voorbeeld.nl', 'spam@voorbeeld.nl']);
    assert.deepEqual(await states(), ['sp…', 'refused', '554 looks like spam']);
    await server.close();
  });

  it('goes to all others while a server hangs over one', async () => {
    const server = await ReceivingServer.listen();
    server.atReader = (answer, address) => (address.startsWith('slow') ? undefined : answer());
    for (const name of ['slow', ...Array.from({ length: 12 }, (_, nth) => `buur${String(nth)}`)])
      await follow({ email: `${name}@voorbeeld.nl` });
    const limits = { greetingMs: 5_000, silenceMs: 5_000, mailMs: 60_000 };
    const carry = smtpTransport(server.url, from, limits);
    const sending = quietly(() => sendDueMails(post({ carry }), stage.now));
    await server.until(({ length }) => length === 12);
    await server.close();
    assert.equal(await sending, 12);
    const { out } = await operator.types('mails', 'list');
    assert.match(out, /sl…@voorbeeld\.nl .*put off/);
  });

  it('waits no longer than a while for a server that goes on talking, and tries the next mail', async () => {
    const talking = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 welcome\r\n');
      const word = setInterval(() => socket.write('250-wait\r\n'), 20);
      socket.on('close', () => clearInterval(word));
    });
    talking.listen(0, '127.0.0.1');
    await once(talking, 'listening');
    const { port } = talking.address() as AddressInfo;
    for (let who = 0; who < 7; who++) await follow({ email: `buur${String(who)}@voorbeeld.nl` });
    const limits = { greetingMs: 5_000, silenceMs: 5_000, mailMs: 200 };
    const carry = smtpTransport(`smtp://127.0.0.1:${String(port)}`, from, limits);
    assert.equal(await quietly(() => sendDueMails(post({ carry }), stage.now)), 0);
    const tried = await stage.store.db.selectFrom('mail').select(['tries', 'reason']).execute();
    assert.deepEqual(
      tried,
      Array.from({ length: 7 }, () => ({
        tries: 1,
        reason: 'The mail server began to answer and then took too long.',
      })),
    );
    talking.close();
  });

  it('tries a mail server that is away with a few mails a minute, and goes on when it is back', async () => {
    for (let who = 0; who < 12; who++) await follow({ email: `buur${String(who)}@voorbeeld.nl` });
    let isAway = true;
    let tries = 0;
    const sender = new MailSender(
      post({
        carry: () => {
          tries += 1;
          return isAway
            ? Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
            : Promise.resolve();
        },
      }),
    );
    const sendIn = (minutes: number) =>
      quietly(() =>
        Promise.all(Array.from({ length: mailsAtOnce }, () => sender.sendDue(() => later(minutes)))),
      );
    for (const minutes of [0, 0.1, 0.5, 0.9]) await sendIn(minutes);
    assert.equal(tries, mailsAtOnce);
    isAway = false;
    await sendIn(1);
    assert.equal(tries, 12);
  });

  it('is held up by no mail that cannot be made', async () => {
    for (const name of ['broken', 'sam']) await follow({ email: `${name}@voorbeeld.nl` });
    const [broken] = await stage.store.db
      .selectFrom('follower')
      .select('id')
      .where('email', '=', 'broken@voorbeeld.nl')
      .execute();
    const secrets = deriveSecrets(secret);
    const followerSignature = (follower: string) => {
      if (follower === broken!.id) throw new Error('cannot sign');
      return secrets.followerSignature(follower);
    };
    await quietly(() => sendDueMails(post({ secrets: { ...secrets, followerSignature } }), stage.now));
    assert.deepEqual(
      sent.map(({ to }) => to),
      ['sam@voorbeeld.nl'],
    );
    assert.match((await operator.types('mails', 'list')).out, /br…@\S+ .*put off.*could not be made/);
    stage.now = later(6);
    assert.equal((await mails()).length, 1);
  });

  it('sends no mail again that a server took while the database was away', async () => {
    await follow({ email });
    let isAway = true;
    const plugin: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (isAway && node.kind === 'DeleteQueryNode') throw new Error('The database is away');
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const store = { ...stage.store, db: stage.store.db.withPlugin(plugin) };
    const sender = new MailSender(post({ store }));
    await assert.rejects(
      sender.sendDue(() => stage.now),
      /The database is away/,
    );
    isAway = false;
    await sender.sendDue(() => later(6));
    assert.equal(sent.length, 1);
    assert.deepEqual(await stage.store.db.selectFrom('mail').selectAll().execute(), []);
  });

  it('gives up after ten seconds where a server says nothing, and lets the rest wait for a minute', async () => {
    const silent = createServer(() => {});
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    for (let who = 0; who < 12; who++) await follow({ email: `buur${String(who)}@voorbeeld.nl` });
    const carry = smtpTransport(`smtp://127.0.0.1:${String(port)}`, 'Buurt <buurt@example.nl>');
    const start = performance.now();
    assert.equal(await quietly(() => sendDueMails(post({ carry }), stage.now)), 0);
    const took = performance.now() - start;
    assert.ok(took > 5000 && took < 15_000, `${took.toFixed(0)} ms`);
    const tried = await stage.store.db.selectFrom('mail').select('tries').where('tries', '>', 0).execute();
    assert.equal(tried.length, 5);
    silent.close();
    sent = [];
    assert.equal(await sendDueMails(post(), later(2)), 7);
  });

  it('sends so many in an hour at most, those to confirm first, and then to who asked first', async () => {
    for (let who = 0; who < 4; who++) {
      await aFollower(`buur${String(who)}@voorbeeld.nl`);
      stage.now = later(1);
    }
    await operator.types('initiatives', 'news', id, '--text', 'Nieuws.');
    const at = new Date(stage.now.getTime() + 3_600_000);
    stage.now = at;
    await follow({ email });
    sent = [];
    const few = post({ mailsPerHour: 3 });
    for (let times = 0; times < 3; times++) await sendDueMails(few, at);
    assert.deepEqual(
      sent.map(({ to }) => to),
      [email, 'buur0@voorbeeld.nl', 'buur1@voorbeeld.nl'],
    );
    await sendDueMails(few, new Date(at.getTime() + 3_600_000));
    assert.equal(sent.length, 5);
  });

  it('tells who asks to come back later when a script had too many mails written', async () => {
    const asked = await stage.store.db
      .insertInto('follower')
      .values(
        Array.from({ length: 1000 }, (_, nth) => ({
          ...{ id: randomUUID(), buurt_code: null, initiative_id: id, page: null, confirmed_at: null },
          ...{ email: `x${String(nth)}@voorbeeld.nl`, asked_at: stage.now },
        })),
      )
      .returning('id')
      .execute();
    await stage.store.db
      .insertInto('mail')
      .values(
        asked.map(({ id: follower_id }) => ({
          ...{ id: randomUUID(), follower_id, kind: 'confirm' as const, subject: '', text: '' },
          next_at: stage.now,
        })),
      )
      .execute();
    const answer = await follow({ email });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '3600');
  });

  it('becomes files for their owner only when there is no mail server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'buurt-outbox-'));
    const carry = folderTransport(join(folder, 'outbox'), 'Buurt <buurt@example.nl>', () => stage.now);
    await follow({ email });
    await sendDueMails(post({ carry }), stage.now);
    const [file, ...more] = await readdir(join(folder, 'outbox'));
    assert.deepEqual(more, []);
    assert.match(file!, /\.eml$/);
    const path = join(folder, 'outbox', file!);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.match(await readFile(path, 'utf8'), /^To: sam@voorbeeld\.nl$/m);
    await eraseOldMails(join(folder, 'outbox'), new Date(Date.now() + 6 * day));
    assert.equal((await readdir(join(folder, 'outbox'))).length, 1);
    await eraseOldMails(join(folder, 'outbox'), new Date(Date.now() + 8 * day));
    assert.deepEqual(await readdir(join(folder, 'outbox')), []);
    await rm(folder, { recursive: true });
  });

  it('goes over SMTP, with its headers', async () => {
    const server = await ReceivingServer.listen();
    const carry = smtpTransport(server.url, 'De Wetering <buurt@example.nl>');
    await aFollower();
    await operator.types('initiatives', 'news', id, '--text', 'Café: „één” 👍');
    assert.equal(await sendDueMails(post({ carry }), stage.now), 1);
    await server.close();
    const [{ source }] = server.received as [ReceivedMail];
    assert.match(source, /^From: De Wetering <buurt@example\.nl>/m);
    assert.match(source, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  });
});
