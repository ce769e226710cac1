import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { plansOf } from '../plans.js';
import { problemsOf, buurtCode, Stage } from '../stage.js';
import { buurtAt } from '../../../packages/server/src/buurten/buurten.queries.js';
import type { Store } from '../../../packages/server/src/db/open.js';
import { placesOf } from '../../../packages/server/src/maps/places.queries.js';
import { saveStreets } from '../../../packages/server/src/maps/streets.queries.js';
import { surroundingsOf } from '../../../packages/server/src/maps/surroundings.queries.js';

let stage: Stage;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());

const json = async (path: string) => (await stage.get(path)).json();
const places = `/buurten/${buurtCode}/places`;
const names = ({ features }: { features: { properties: { name: string } }[] }) =>
  features.map(({ properties }) => properties.name);

describe('Somebody who looks at the map of a buurt', () => {
  before(async () => {
    await stage.clear();
    const place = { lat: 52.004, lon: 5.003, address: 'Plein 1' };
    await stage.addInitiative({ title: 'Lange tafel', theme: 'meet', place });
    await stage.addInitiative({
      title: 'Bankje',
      status: 'done',
      theme: 'care',
      place: { ...place, lat: 52.006 },
    });
    await stage.addInitiative({ title: 'Overal', theme: 'meet' });
    await stage.addInitiative({ title: 'Nog niet gelezen', review: 'waiting', place });
  });

  it('sees where what was published is, and how much has no place', async () => {
    const answer = await stage.get(places);
    assert.equal(answer.headers.get('content-type'), 'application/geo+json');
    const { total, withoutPlace, features } = await answer.json();
    assert.deepEqual([total, withoutPlace, features.length], [3, 1, 2]);
    const table = features.find((each: any) => each.properties.title === 'Lange tafel');
    assert.deepEqual(table.geometry, { type: 'Point', coordinates: [5.003, 52.004] });
    assert.deepEqual(table.properties, {
      ...{ title: 'Lange tafel', status: 'new', theme: 'meet', supportCount: 0, address: 'Plein 1' },
    });
  });

  it('finds by the same filters as on the list', async () => {
    for (const filter of ['status=done', 'theme=meet', 'q=tafels', 'status=new&status=done&theme=care']) {
      const { initiatives } = await json(`/buurten/${buurtCode}/initiatives?${filter}`);
      const { total, features } = await json(`${places}?${filter}`);
      const listed = initiatives.filter((each: any) => each.place).map((each: any) => each.id);
      assert.deepEqual(features.map((each: any) => each.id).sort(), listed.sort(), filter);
      assert.equal(total, initiatives.length, filter);
    }
    assert.deepEqual(await problemsOf(await stage.get(`${places}?sort=new`)), ['/sort unknown-key']);
  });

  it('gets no more than a page can read, the newest, and hears how many there are', async () => {
    const code = 'BU9999AA09';
    await stage.addBuurt(code, 'Drukke buurt');
    await sql`alter table initiative disable trigger user`.execute(stage.store.db);
    await sql`
      insert into initiative (id, buurt_code, reference, title, story, review, lat, lon, address, created_at,
        published_at, updated_at)
      select gen_random_uuid(), ${code}, 'r' || n, n::text, '', 'published',
        case when n > 3 then 52.0123456789 end, case when n > 3 then 5 end, repeat('€', 300), now(), now() + n * interval '1 s', now()
      from generate_series(1, 2503) n`.execute(stage.store.db);
    await sql`alter table initiative enable trigger user`.execute(stage.store.db);
    const body = await (await stage.get(`/buurten/${code}/places`)).text();
    const { total, withoutPlace, features } = JSON.parse(body);
    assert.deepEqual([total, withoutPlace], [2_503, 3]);
    assert.ok(Buffer.byteLength(body) <= 2 * 1024 * 1024 && features.length > 1_500);
    const numbers = features.map((each: any) => Number(each.properties.title));
    assert.deepEqual(
      numbers,
      numbers.map((_: number, index: number) => 2_503 - index),
    );
    assert.deepEqual(features[0].geometry.coordinates, [5, 52.012346]);
  });

  it('gets 304 as long as nothing changed', async () => {
    for (const path of [places, `/buurten/${buurtCode}`, `/boundaries?buurt=${buurtCode}`]) {
      const tag = (await stage.get(path)).headers.get('etag') ?? '';
      assert.equal((await stage.get(path, { 'If-None-Match': tag })).status, 304, path);
    }
  });

  it('sees the buurt in numbers, without what was not published', async () => {
    const id = await stage.addInitiative({ title: 'Met geld', status: 'underway' });
    const promise = {
      id: randomUUID(),
      initiative_id: id,
      who: 'De Linde',
      what: 'Bank',
      due_on: '2027-01-01',
    };
    await stage.store.db
      .insertInto('promise')
      .values({ ...promise, state: 'open', granted_cents: 250_000, spent_cents: 86_000 })
      .execute();
    await stage.post(`/initiatives/${id}/offers`, {
      kinds: ['time'],
      message: 'Ik help',
      name: 'Sam',
      contact: '06 12345678',
    });
    await stage.acceptOffers();
    const { figures } = await json(`/buurten/${buurtCode}`);
    const value = (kind: string) => figures.find((each: any) => each.kind === kind)?.value;
    assert.deepEqual(
      ['households', 'initiatives', 'neighbours', 'grantedCents', 'spentCents'].map(value),
      [250, 4, 1, 250_000, 86_000],
    );
  });
});

describe('Borders of several buurten', () => {
  before(async () => {
    await stage.clear();
    await stage.addBuurt('BU9999AA02', 'Havenkwartier');
    await saveStreets(stage.store.db, [
      {
        name: 'Kade',
        line: [
          [5.0, 52.005],
          [5.02, 52.005],
        ],
      },
    ]);
  });

  it('come by code or by municipality, with what is there', async () => {
    assert.deepEqual(names(await json(`/boundaries?buurt=BU9999AA02&buurt=${buurtCode}&buurt=BU0000AA00`)), [
      'Lindenkwartier',
      'Havenkwartier',
    ]);
    assert.equal(names(await json('/boundaries?municipality=VOORBEELDSTAD&width=400')).length, 2);
    assert.deepEqual(names(await json('/boundaries?municipality=Nergens')), []);
    assert.deepEqual(await problemsOf(await stage.get('/boundaries')), ['/buurt required']);
    assert.equal((await stage.get('/boundaries?buurt=BU9999AA02&municipality=x')).status, 400);
  });

  it('are simpler for a small picture', async () => {
    const circle = Array.from({ length: 721 }, (_, at) => {
      const angle = ((at % 720) / 360) * Math.PI;
      return [5 + Math.cos(angle) / 100, 52 + Math.sin(angle) / 200];
    });
    await stage.store.db
      .updateTable('buurt')
      .set({ border: JSON.stringify({ type: 'MultiPolygon', coordinates: [[circle]] }) })
      .where('code', '=', 'BU9999AA02')
      .execute();
    const count = async (query: string) =>
      (await json(`/buurten/BU9999AA02/boundary${query}`)).geometry.coordinates[0][0].length;
    const [small, large] = [await count('?width=100'), await count('?width=1000')];
    assert.ok(small < large && large < 200, `${String(small)} ${String(large)}`);
    assert.equal(await count(''), 721);
    assert.equal((await stage.get('/buurten/BU9999AA02/boundary?width=99')).status, 400);
  });

  it('come with neighbours and streets, as far as a wide picture shows, and no more of them than it shows', async () => {
    const straight = Array.from({ length: 50 }, (_, at): [number, number] => [5.022 + at / 100_000, 52.005]);
    await saveStreets(stage.store.db, [
      { name: 'Buitenweg', line: straight },
      { name: 'Te ver', line: straight.map(([lon, lat]): [number, number] => [lon + 0.02, lat]) },
    ]);
    const path = `/buurten/${buurtCode}/surroundings`;
    const around = await json(`${path}?width=600`);
    assert.deepEqual(names(around).toSorted(), ['Buitenweg', 'Havenkwartier', 'Kade']);
    const positions = async (query: string) =>
      (await json(`${path}${query}`)).features.find((each: any) => each.properties.name === 'Buitenweg')
        .geometry.coordinates[0].length;
    assert.deepEqual([await positions(''), await positions('?width=600')], [50, 3]);
    assert.equal((await stage.get('/buurten/BU0000AA00/surroundings')).status, 404);
  });

  it('tell in which buurt a place lies', async () => {
    const at = async (place: string) =>
      names({
        features: (await json(`/buurten?at=${place}`)).buurten.map((properties: any) => ({ properties })),
      });
    assert.deepEqual(await at('52.009,5.0095'), ['Lindenkwartier']);
    assert.deepEqual(await at('52.005,5.005'), ['Lindenkwartier'], 'where two overlap');
    assert.deepEqual(await at('53,5'), []);
    assert.deepEqual(await problemsOf(await stage.get('/buurten?at=99,5')), ['/at out-of-range']);
    assert.deepEqual(await problemsOf(await stage.get('/buurten?at=52,5&q=x')), ['/q not-an-option']);
  });

  it('are found by an index, not by going through the country', async () => {
    const asked = {
      buurt: (store: Store) => buurtAt(store.db, { lat: 52.005, lon: 5.005 }),
      initiative: (store: Store) => placesOf(store, { buurt: buurtCode }),
      street: (store: Store) => surroundingsOf(store.db, buurtCode, 600),
    };
    for (const [table, ask] of Object.entries(asked)) {
      const plans = (await plansOf(stage.store, table as keyof typeof asked, ask)).join('\n');
      assert.match(plans, /Index/);
      assert.doesNotMatch(plans, /Seq Scan/);
    }
  });
});
