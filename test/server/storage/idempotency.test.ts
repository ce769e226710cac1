import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { anIdea, buurtCode, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());
beforeEach(() => stage.clear());

const ids = async (table: 'initiative' | 'photo' | 'offer') =>
  (await stage.store.db.selectFrom(table).select('id').execute()).map(({ id }) => id);
const withoutReplay = async (answer: Response) => ({ status: answer.status, body: await answer.json() });

describe('The same request again', () => {
  it('gets the same answer, says so, and makes nothing new', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await stage.handIn(anIdea, key);
    const again = await stage.handIn(anIdea, key);
    assert.equal(first.headers.get('idempotency-replayed'), null);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(await withoutReplay(again), await withoutReplay(first));
    assert.equal((await ids('initiative')).length, 1);
  });

  it('has one effect when twenty arrive at once', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => stage.handIn(anIdea, key)));
    const receipts = await Promise.all(answers.map(withoutReplay));
    for (const receipt of receipts) assert.deepEqual(receipt, receipts[0]);
    assert.equal(receipts[0]?.status, 201);
    assert.equal((await ids('initiative')).length, 1);
  });

  it('has one effect for an offer and for a photo too', async () => {
    const id = await stage.addInitiative();
    const offer = { kinds: ['time'], message: '', name: 'Sam', contact: '06 12345678' };
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const key = { 'Idempotency-Key': randomUUID() };
    const offers = Array.from({ length: 20 }, () => stage.post(`/initiatives/${id}/offers`, offer, key));
    const photos = Array.from({ length: 20 }, () =>
      stage.upload(photo, { ...key, 'Content-Type': 'image/png' }),
    );
    for (const { status } of await Promise.all([...offers, ...photos])) assert.equal(status, 201);
    assert.equal((await ids('offer')).length, 1);
    assert.equal((await ids('photo')).length, 1);
  });

  it('gets its answer also after the settings became stricter', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await withoutReplay(await stage.handIn(anIdea, key));
    const settings = JSON.stringify({ fields: [{ name: 'title', required: true, min: 70 }] });
    await stage.store.db.updateTable('buurt').set({ settings }).execute();
    assert.deepEqual(await withoutReplay(await stage.handIn(anIdea, key)), first);
  });

  it('keeps no key that proves ownership in the database', async () => {
    const { ownerKey } = await (await stage.handIn(anIdea)).json();
    const kept = await stage.store.db.selectFrom('idempotency').selectAll().execute();
    assert.ok(!JSON.stringify(kept).includes(ownerKey));
  });
});

describe('A key that was used before', () => {
  it('is refused with another body, or for another buurt, and the first idea stays as it was', async () => {
    await stage.addBuurt('BU9999AA02', 'Elders');
    const key = { 'Idempotency-Key': randomUUID() };
    const { id } = await (await stage.handIn(anIdea, key)).json();
    const other = await stage.handIn({ ...anIdea, title: 'Iets heel anders' }, key);
    assert.equal(other.status, 422);
    assert.equal((await other.json()).type, 'urn:buurt:problem:key-used-before');
    assert.equal((await stage.post('/buurten/BU9999AA02/ideas', anIdea, key)).status, 422);
    assert.equal((await (await stage.get(`/initiatives/${id}`)).json()).title, anIdea.title);
    assert.deepEqual(await ids('initiative'), [id]);
  });

  it('is the same key in capitals', async () => {
    const key = randomUUID();
    await stage.handIn(anIdea, { 'Idempotency-Key': key });
    const again = await stage.handIn(anIdea, { 'Idempotency-Key': key.toUpperCase() });
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
  });

  it('can be used again when nothing was made with it', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    assert.equal((await stage.handIn({ ...anIdea, consent: false }, key)).status, 400);
    assert.equal((await stage.handIn(anIdea, key)).status, 201);
  });

  it('decides for one of two different bodies that arrive at once', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const bodies = [anIdea, { ...anIdea, title: 'Iets heel anders' }];
    const answers = await Promise.all(bodies.map((body) => stage.handIn(body, key)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422]);
    assert.equal((await ids('initiative')).length, 1);
  });
});

describe('One photo', () => {
  it('belongs to one idea, also when two ask for it at once', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const { id } = await (await stage.upload(photo)).json();
    const idea = { ...anIdea, photos: [{ id, alt: 'Rood' }] };
    const answers = await Promise.all([stage.handIn(idea), stage.handIn(idea)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 400]);
    const { initiatives } = await (await stage.get(`/buurten/${buurtCode}/initiatives`)).json();
    assert.equal(initiatives.length, 1);
    assert.equal(initiatives[0].photo.id, id);
  });

  it('cannot be in one idea twice', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const { id } = await (await stage.upload(photo)).json();
    const twice = [id, id].map((each) => ({ id: each, alt: 'Rood' }));
    assert.equal((await stage.handIn({ ...anIdea, photos: twice })).status, 400);
  });
});
