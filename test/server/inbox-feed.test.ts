import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it, mock } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { forget, erase } from '../../packages/server/src/db/retention.queries.js';
import type { Store } from '../../packages/server/src/db/open.js';
import {
  addStaff,
  assignRole,
  removeStaff,
  unassignRole,
} from '../../packages/server/src/staff/staff.queries.js';
import { addStaffOnStage, DeskBrowser } from './desk-visitor.js';
import { anIdea, buurtCode, Stage } from './stage.js';

const otherBuurt = 'BU9999AA02';
const noor = 'noor@corporatie.example';
const dayMs = 24 * 60 * 60 * 1000;
const reader = { role: 'reader', buurtCode } as const;

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());
beforeEach(async () => {
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear({ moderated: true, answerDays: 10 });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { moderated: true });
});

const daysAgo = (days: number) => new Date(stage.now.getTime() - days * dayMs);
const later = (days: number) => (stage.now = daysAgo(-days));
const idea = (title: string, days: number, buurt = buurtCode) =>
  stage.addInitiative({ title, review: 'waiting', publishedAt: daysAgo(days), buurt });

interface FeedOwner {
  readonly id: string;
  readonly browser: DeskBrowser;
  /** The path of their feed, as they put it into a reader. */
  readonly path: string;
}

async function makes(browser: DeskBrowser): Promise<string> {
  const answer = await browser.ask('POST', 'feed-tokens');
  assert.equal(answer.status, 201, await answer.clone().text());
  return `/${String((await answer.json()).url)}`;
}

async function withFeed(roles: Parameters<typeof addStaffOnStage>[2] = [reader]): Promise<FeedOwner> {
  const id = await addStaffOnStage(stage, noor, roles);
  const browser = new DeskBrowser(stage);
  await browser.logsInAs(id);
  return { id, browser, path: await makes(browser) };
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: { readonly href: string };
  readonly content: { readonly '#text': string };
}

/** A feed as a reader reads it. */
function parsed(text: string): {
  id: string;
  title: string;
  updated: string;
  link?: unknown;
  entry: Entry[];
} {
  assert.equal(XMLValidator.validate(text), true, text);
  const options = { parseTagValue: false, ignoreAttributes: false, attributeNamePrefix: '' };
  const { feed } = new XMLParser({ ...options, isArray: (name) => name === 'entry' }).parse(text);
  return { entry: [], ...feed };
}

async function entriesAt(path: string): Promise<Entry[]> {
  const answer = await stage.get(path);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  return parsed(await answer.text()).entry;
}
const titlesAt = async (path: string) => (await entriesAt(path)).map(({ title }) => title);
const statusOf = async (path: string) => (await stage.get(path)).status;

describe('The feed of what waits', () => {
  it('has each entry with its kind, buurt, since when and by when, and a link to the desk', async () => {
    const bench = await idea('Een\n bankje <b>', 2);
    const { path } = await withFeed();
    const text = await (await stage.get(path)).text();
    const { title, updated, entry } = parsed(text);
    assert.equal(title, 'Wat er wacht op de werkplek');
    assert.equal(updated, '2026-11-21T10:00:00.000Z');
    const [only, ...more] = entry;
    assert.deepEqual(more, []);
    assert.equal(only!.id, `urn:buurt:inbox:idea:${bench}`);
    assert.equal(only!.title, 'Idee: Een bankje <b>');
    assert.equal(
      only!.content['#text'].replaceAll(/\s*\n\s*/g, '\n'),
      'Lindenkwartier\nAntwoord beloofd voor 1 december 2026\nWacht sinds 21 november 2026',
    );
    assert.equal(only!.link.href, `../../desk#/idea/${bench}`);
  });

  it('leads to the address at which this server is reached, also under a path', async () => {
    const bench = await idea('Een bankje', 2);
    const { path } = await withFeed();
    const app = stage.appWith({ publicUrl: 'https://voorbeeld.nl/buurt' });
    const { entry } = parsed(await (await app.request(`/v1${path}`)).text());
    assert.equal(entry[0]!.link.href, `https://voorbeeld.nl/buurt/desk#/idea/${bench}`);
  });

  it('has what should have been answered first on top, fifty at most, and is newest by its newest entry', async () => {
    for (let nth = 0; nth < 51; nth++) await idea(`Idee ${String(nth)}`, 60 - nth);
    const { path } = await withFeed();
    const feed = parsed(await (await stage.get(path)).text());
    assert.equal(feed.entry.length, 50);
    assert.deepEqual([feed.entry[0]!.title, feed.entry[49]!.title], ['Idee: Idee 0', 'Idee: Idee 49']);
    assert.equal(feed.updated, feed.entry[49]!.updated);
  });

  it('is in the language of whoever reads it, and a feed too when nothing waits', async () => {
    const { id, path } = await withFeed();
    await stage.store.db.updateTable('staff').set({ locale: 'en' }).where('id', '=', id).execute();
    const { title, entry } = parsed(await (await stage.get(path)).text());
    assert.deepEqual([title, entry], ['What waits at the workplace', []]);
  });

  it('says no more of residents than the title in the inbox', async () => {
    const words = { name: 'Samira', email: 'sam@voorbeeld.nl', story: 'Het verhaal.' };
    const answer = await stage.handIn({ ...anIdea, ...words });
    assert.equal(answer.status, 201, await answer.clone().text());
    const published = await stage.addInitiative({ publishedAt: daysAgo(20), story: 'Lang geleden.' });
    await stage.store.db
      .insertInto('offer')
      .values({
        ...{ id: randomUUID(), initiative_id: published, kinds: ['time'], message: 'Ik help.' },
        ...{ name: 'Wout', contact: 'wout@voorbeeld.nl', created_at: daysAgo(10) },
      })
      .execute();
    const { path } = await withFeed([{ role: 'moderator', buurtCode }]);
    const text = await (await stage.get(path)).text();
    assert.equal(parsed(text).entry.length, 2);
    assert.doesNotMatch(text, /Samira|sam@|verhaal|Lang geleden|Wout|wout@|Ik help/);
  });

  it('is kept by no cache, names no address of its own, and is not sent twice when nothing changed', async () => {
    await idea('Een bankje', 2);
    const { path } = await withFeed();
    const answer = await stage.get(path);
    assert.equal(answer.headers.get('cache-control'), 'private, no-store');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    const text = await answer.text();
    assert.ok(!text.includes(path.split('=')[1]!));
    assert.equal(parsed(text).link, undefined);
    const again = await stage.get(path, { 'If-None-Match': answer.headers.get('etag')! });
    assert.equal(again.status, 304);
    const head = await stage.app.request(`/v1${path}`, { method: 'HEAD' });
    assert.equal(head.status, 200);
  });
});

describe('What a feed shows', () => {
  it('is of the buurten of whoever made it alone, as their roles are at each request', async () => {
    await idea('Hier', 2);
    await idea('Daar', 1, otherBuurt);
    const { id, path } = await withFeed();
    assert.deepEqual(await titlesAt(path), ['Idee: Hier']);
    await stage.store.transaction((db) => assignRole(db, id, { role: 'reader', buurtCode: otherBuurt }));
    assert.deepEqual(await titlesAt(path), ['Idee: Hier', 'Idee: Daar']);
    await stage.store.transaction((db) => unassignRole(db, id, reader));
    assert.deepEqual(await titlesAt(path), ['Idee: Daar']);
    await stage.store.transaction((db) => unassignRole(db, id, { role: 'reader', buurtCode: otherBuurt }));
    assert.equal(await statusOf(path), 404);
    await stage.store.transaction((db) => assignRole(db, id, reader));
    assert.deepEqual(await titlesAt(path), ['Idee: Hier']);
  });

  it('is nothing once they were removed, also when they are invited again', async () => {
    await idea('Hier', 2);
    const { id, path } = await withFeed();
    await stage.store.transaction((db) => removeStaff(db, id, stage.now));
    assert.equal(await statusOf(path), 404);
    await stage.store.transaction(async (db) => {
      await addStaff(db, { email: noor, name: 'Noor Bakker', locale: 'nl' }, stage.now);
      await assignRole(db, id, reader);
    });
    assert.equal(await statusOf(path), 404);
    assert.deepEqual(await stage.store.db.selectFrom('feed_token').selectAll().execute(), []);
  });

  it('is nothing for somebody who is marked as removed while their token still stands', async () => {
    const { id, path } = await withFeed();
    await stage.store.db.updateTable('staff').set({ removed_at: stage.now }).where('id', '=', id).execute();
    assert.equal(await statusOf(path), 404);
  });
});

describe('The address of a feed', () => {
  const tokens = async (browser: DeskBrowser) =>
    (await (await browser.ask('GET', 'feed-tokens')).json()).tokens as { createdAt: string }[];

  it('is made once, told once, and replaced by the next one', async () => {
    const { browser, path } = await withFeed();
    assert.match(path, /^\/desk\/inbox\.atom\?token=[\w-]{43}$/);
    assert.deepEqual(await tokens(browser), [{ createdAt: '2026-11-23T10:00:00.000Z' }]);
    const next = await makes(browser);
    assert.notEqual(next, path);
    assert.deepEqual([await statusOf(path), await statusOf(next)], [404, 200]);
    assert.equal((await tokens(browser)).length, 1);
  });

  it('is one, however many are made at once', async () => {
    const { browser } = await withFeed();
    const paths = await Promise.all(Array.from({ length: 5 }, () => makes(browser)));
    const statuses = await Promise.all(paths.map(statusOf));
    assert.deepEqual(statuses.toSorted(), [200, 404, 404, 404, 404]);
  });

  it('is worth nothing once it was taken back', async () => {
    const { browser, path } = await withFeed();
    assert.deepEqual(await (await browser.ask('DELETE', 'feed-tokens')).json(), { revoked: 1 });
    assert.equal(await statusOf(path), 404);
    assert.deepEqual(await tokens(browser), []);
    assert.deepEqual(await (await browser.ask('DELETE', 'feed-tokens')).json(), { revoked: 0 });
  });

  it('is each person’s own: a colleague neither sees, replaces nor takes it back', async () => {
    const { path } = await withFeed();
    const colleague = new DeskBrowser(stage);
    await colleague.logsInAs(await addStaffOnStage(stage, 'sam@corporatie.example'));
    assert.deepEqual(await tokens(colleague), []);
    await colleague.ask('DELETE', 'feed-tokens');
    await makes(colleague);
    assert.equal(await statusOf(path), 200);
  });

  it('ends with somebody who did not log in for sixty days, and goes on with who does', async () => {
    const { id, browser, path } = await withFeed();
    later(59);
    assert.equal(await statusOf(path), 200);
    await browser.logsInAs(id);
    later(59);
    await erase(stage.store, stage.now);
    assert.equal(await statusOf(path), 200);
    later(1);
    assert.equal(await statusOf(path), 404);
    await erase(stage.store, stage.now);
    assert.deepEqual(await stage.store.db.selectFrom('feed_token').selectAll().execute(), []);
    await browser.logsInAs(id);
    assert.deepEqual(await tokens(browser), []);
  });

  it('lets nobody do anything else: no route at the desk takes it for a login', async () => {
    const { path } = await withFeed();
    const token = path.split('=')[1]!;
    const stranger = new DeskBrowser(stage);
    stranger.cookies.set('__Host-buurt-desk', token);
    assert.equal((await stranger.whoAmI()).status, 401);
    assert.equal((await stranger.logsIn(token)).status, 403);
    assert.equal(await statusOf(`/desk/inbox?token=${token}`), 400);
  });

  it('is read by no page of another site', async () => {
    const { path } = await withFeed();
    assert.equal((await stage.get(path, { Origin: 'https://elders.example' })).status, 403);
  });

  it('goes with whoever is forgotten', async () => {
    const { id } = await withFeed();
    await stage.store.transaction((db) => removeStaff(db, id, stage.now));
    await stage.store.transaction((db) => forget(db, noor));
    assert.deepEqual(await stage.store.db.selectFrom('feed_token').selectAll().execute(), []);
  });
});

describe('The token of a feed', () => {
  it('stands nowhere in the database', async () => {
    const { path } = await withFeed();
    const rows = await stage.store.db.selectFrom('feed_token').selectAll().execute();
    assert.equal(rows.length, 1);
    assert.ok(!JSON.stringify(rows).includes(path.split('=')[1]!));
  });

  it('stands in no line of the log, nor does its hash, when something goes wrong', async () => {
    const { path } = await withFeed();
    const { hash } = await stage.store.db.selectFrom('feed_token').select('hash').executeTakeFirstOrThrow();
    const log = mock.method(console, 'error', () => undefined);
    const failingWith = (error: Error) =>
      new Proxy(
        {},
        {
          get: () => () => {
            throw error;
          },
        },
      );
    const key = Object.assign(new Error(`duplicate key "${hash}"`), {
      code: '23505',
      detail: `(hash)=(${hash})`,
    });
    const full = Object.assign(new Error('too many connections'), { code: '53300' });
    const statuses: number[] = [];
    for (const db of [undefined, failingWith(key), failingWith(full)]) {
      const store = { ...stage.store, db } as unknown as Store;
      statuses.push((await stage.appWith({ store }).request(`/v1${path}`)).status);
    }
    await stage.get(`${path}x`);
    const lines = log.mock.calls.map(({ arguments: words }) => words.join(' ')).join('\n');
    mock.restoreAll();
    assert.deepEqual(statuses, [500, 500, 503]);
    assert.match(lines, /GET \/v1\/desk\/inbox\.atom failed/);
    assert.ok(!lines.includes(path.split('=')[1]!) && !lines.includes(hash), lines);
  });

  it('is refused from the eleventh wrong one in a minute, while a good one still gets through', async () => {
    const { path } = await withFeed();
    const app = stage.appWith({});
    const ask = async (of: string) => (await app.request(`/v1${of}`)).status;
    const wrong = () => ask(`/desk/inbox.atom?token=${randomUUID()}`);
    for (let nth = 0; nth < 10; nth++) assert.equal(await wrong(), 404);
    assert.equal(await wrong(), 429);
    assert.equal(await ask(path), 200);
    later(1);
    assert.equal(await wrong(), 404);
  });

  for (const odd of ['', 'a', '\u0000', "'; drop table staff; --", 'ü'.repeat(100)])
    it(`is nothing when it is ${JSON.stringify(odd).slice(0, 30)}`, async () => {
      const path = `/v1/desk/inbox.atom?token=${encodeURIComponent(odd)}`;
      assert.equal((await stage.appWith({}).request(path)).status, 404);
    });
});
