import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { cancelRound, changeRound } from '../../packages/server/src/rounds/round-edits.queries.js';
import { OperatorOnStage } from './operator-stage.js';
import { RoundOnStage } from './round-stage.js';
import { buurtCode, codeCost, Stage } from './stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ codeCost })));
after(() => stage.close());
beforeEach(() => stage.clear());

const fromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const at = (day: string) => new Date(`2026-10-${day}T12:00:00.000Z`);

async function tellNews(initiative: string, text: string, day: string): Promise<void> {
  const row = { id: randomUUID(), initiative_id: initiative, at: at(day), text };
  await stage.store.db.insertInto('news').values(row).execute();
}

async function promise(
  initiative: string,
  what: string,
  by: string,
  state: 'open' | 'kept' | 'broken' = 'open',
) {
  const row = { id: randomUUID(), initiative_id: initiative, who: 'De Wetering', what, due_on: by, state };
  await stage.store.db
    .insertInto('promise')
    .values({ ...row, granted_cents: null, spent_cents: null })
    .execute();
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly content: string;
}

/** A feed as a reader reads it. */
async function entriesAt(path: string): Promise<Entry[]> {
  const answer = await stage.get(path);
  assert.equal(answer.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  const text = await answer.text();
  assert.equal(XMLValidator.validate(text), true);
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'entry' });
  const { feed } = parser.parse(text) as {
    feed: { id: string; updated: string; entry?: (Entry & { content: string | { '#text': string } })[] };
  };
  assert.ok(feed.id && feed.updated);
  return feed.entry ?? [];
}

/** A calendar as an agenda reads it: its lines unfolded, one event a part. */
async function eventsAt(path: string): Promise<string[]> {
  const answer = await stage.get(path);
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  const text = await answer.text();
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  return text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
}

describe('The feed of a buurt', () => {
  it('tells what is new and what came of it, newest first, without what was not published', async () => {
    const table = await stage.addInitiative({ title: 'Lange tafel', publishedAt: at('01') });
    const bench = await stage.addInitiative({ title: 'Bankje', publishedAt: at('03') });
    const hidden = await stage.addInitiative({ title: 'Weg', review: 'hidden', publishedAt: at('04') });
    await tellNews(table, 'De tafel staat.', '05');
    await tellNews(hidden, 'Niet te zien.', '06');
    const entries = await entriesAt(`/buurten/${buurtCode}/feed.atom`);
    assert.deepEqual(
      entries.map(({ title, updated }) => [title, updated.slice(8, 10)]),
      [
        ['Nieuws over Lange tafel', '05'],
        ['Bankje', '03'],
        ['Lange tafel', '01'],
      ],
    );
    assert.equal(new Set(entries.map(({ id }) => id)).size, 3);
    assert.deepEqual(
      (await entriesAt(`/initiatives/${bench}/feed.atom`)).map(({ title }) => title),
      ['Bankje'],
    );
  });

  it('is a feed also with hostile texts, and when nothing was told', async () => {
    assert.deepEqual(await entriesAt(`/buurten/${buurtCode}/feed.atom`), []);
    const hostile = ']]><script>alert(1)</script>&amp; \u0007\u0001 “plan” 👩‍👩‍👧';
    const id = await stage.addInitiative({ title: hostile, story: 'x' });
    await tellNews(id, 'Kijk: </content></entry> \u000b', '05');
    const entries = await entriesAt(`/initiatives/${id}/feed.atom`);
    assert.match(entries[0]!.title, /<script>alert\(1\)<\/script>&amp;/);
  });

  it('is not sent again when nothing changed', async () => {
    await stage.addInitiative();
    const path = `/buurten/${buurtCode}/feed.atom`;
    const tag = (await stage.get(path)).headers.get('etag')!;
    assert.equal((await stage.get(path, { 'If-None-Match': tag })).status, 304);
    await stage.addInitiative();
    assert.equal((await stage.get(path, { 'If-None-Match': tag })).status, 200);
  });
});

describe('The calendar of a buurt', () => {
  it('has what is promised by when and when people vote, and what does not go on as such', async () => {
    const bench = await stage.addInitiative({ title: 'Bankje; bij de, vijver', status: 'granted' });
    const declined = await stage.addInitiative({ title: 'Zwembad', status: 'declined' });
    await promise(bench, 'een bankje', '2027-05-01');
    await promise(bench, 'verf', '2027-03-01', 'kept');
    await promise(bench, 'een boom', '2027-04-01', 'broken');
    await promise(declined, 'water', '2027-04-02');
    await RoundOnStage.open(stage, 0);
    const events = await eventsAt(`/buurten/${buurtCode}/agenda.ics`);
    assert.deepEqual(
      events.map((event) => /SUMMARY:(.*)/.exec(event)![1]!.trim()),
      [
        ...['Gedaan: verf', 'Gaat niet door: een boom', 'Gaat niet door: water'],
        ...['Beloofd: een bankje', 'Stemmen: Buurtbudget'],
      ],
    );
    assert.match(events[3]!, /DTSTART;VALUE=DATE:20270501\r\n/);
    assert.match(events[3]!, /DESCRIPTION:De Wetering – Bankje\\; bij de\\, vijver/);
    assert.match(events[4]!, /DTSTART:\d{8}T\d{6}Z\r\n[^]*DTEND:\d{8}T\d{6}Z/);
    assert.equal((await eventsAt(`/initiatives/${bench}/agenda.ics`)).length, 3);
  });

  it('says that a vote does not go on, with a number that grows and the time of each change', async () => {
    const round = await RoundOnStage.open(stage, 0, {
      opensAt: fromNow(1),
      closesAt: fromNow(48),
      intro: 'Kom.',
    });
    const event = async () => (await eventsAt(`/buurten/${buurtCode}/agenda.ics`))[0]!;
    const momentIn = (text: string, name: string) =>
      new RegExp(`\r\n${name}:(\\d{8}T\\d{6}Z)\r\n`).exec(text)![1]!;
    const first = await event();
    assert.match(first, /SEQUENCE:0\r\n/);
    assert.doesNotMatch(first, /STATUS:/);
    const isNow = (text: string) => {
      for (const name of ['DTSTAMP', 'LAST-MODIFIED']) {
        const at = momentIn(text, name).replace(/(....)(..)(..T..)(..)/, '$1-$2-$3:$4:');
        assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000, `${name} ${at}`);
      }
    };
    isNow(first);
    await stage.store.transaction((db) => changeRound(db, round.id, { closesAt: fromNow(72) }));
    const later = await event();
    assert.match(later, /SEQUENCE:1\r\n/);
    await stage.store.transaction((db) => cancelRound(db, round.id));
    const gone = await event();
    isNow(gone);
    assert.match(gone, /SEQUENCE:2\r\n/);
    assert.match(gone, /STATUS:CANCELLED\r\n/);
    assert.match(gone, /SUMMARY:Gaat niet door: Buurtbudget/);
    assert.doesNotMatch(gone, /Kom\./);
    assert.equal(/UID:.*/.exec(gone)![0], /UID:.*/.exec(first)![0]);
  });

  it('says of a promise that it was kept, broken or given up, with a number that grows and the time of each change', async () => {
    const operator = await OperatorOnStage.enter(stage.store);
    const id = await stage.addInitiative({ title: 'Bankje', publishedAt: at('01') });
    const does = async (...words: string[]) => {
      const { exitCode, err } = await operator.types('initiatives', ...words);
      assert.equal(exitCode, 0, err);
      const [event = '', ...others] = await eventsAt(`/initiatives/${id}/agenda.ics`);
      assert.deepEqual(others, []);
      const said = (name: string) => new RegExp(`\\r\\n${name}:(.*)\\r\\n`).exec(event)?.[1];
      for (const name of ['DTSTAMP', 'LAST-MODIFIED']) {
        const stamp = said(name)!.replace(/(....)(..)(..T..)(..)/, '$1-$2-$3:$4:');
        assert.ok(Math.abs(Date.parse(stamp) - Date.now()) < 60_000, `${name} ${stamp}`);
      }
      return [said('SUMMARY'), said('SEQUENCE'), said('STATUS')];
    };
    const says = (...words: string[]) => does('promise', id, '--who', 'Wij', '--what', 'verf', ...words);
    try {
      assert.deepEqual(await says('--by', '2027-05-01'), ['Beloofd: verf', '0', undefined]);
      assert.deepEqual(await says('--state', 'kept'), ['Gedaan: verf', '1', undefined]);
      assert.deepEqual(await says('--state', 'broken'), ['Gaat niet door: verf', '2', 'CANCELLED']);
      assert.deepEqual(await says('--state', 'open'), ['Beloofd: verf', '3', undefined]);
      const declined = await does('status', id, 'declined', '--reason', 'Te duur.');
      assert.deepEqual(declined, ['Gaat niet door: verf', '4', 'CANCELLED']);
      assert.deepEqual(await does('status', id, 'new'), ['Beloofd: verf', '5', undefined]);
    } finally {
      await operator.leave();
    }
  });

  it('forgets a cancelled vote once it would have been over, and counts an early end', async () => {
    const round = await RoundOnStage.open(stage, 0);
    const ended = await RoundOnStage.open(stage, 0, { name: 'Een ander' });
    await stage.store.transaction((db) => cancelRound(db, round.id));
    await stage.store.db
      .updateTable('round')
      .set({ closes_at: new Date(Date.now() - 60_000) })
      .where('id', '=', round.id)
      .execute();
    await ended.end();
    const [event, ...others] = await eventsAt(`/buurten/${buurtCode}/agenda.ics`);
    assert.equal(others.length, 0);
    assert.match(event!, /SEQUENCE:1\r\n/);
  });

  it('is the same text when asked again', async () => {
    await promise(await stage.addInitiative(), 'een bankje', '2027-05-01');
    const path = `/buurten/${buurtCode}/agenda.ics`;
    assert.equal(await (await stage.get(path)).text(), await (await stage.get(path)).text());
  });
});
