import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { erase, tidy } from '../../../packages/server/src/db/retention.queries.js';
import { anIdea, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());
beforeEach(() => stage.clear({ moderated: false, contactKeptDays: 30 }));

const inDays = (days: number) => new Date(stage.now.getTime() + days * 24 * 60 * 60 * 1000);
const contacts = async () =>
  (await stage.store.db.selectFrom('contact').select('email').execute()).map(({ email }) => email);

async function handInAndEnd(
  change: { status: 'done' | 'declined' } | { review: 'declined' | 'hidden' },
): Promise<string> {
  const { id } = await (await stage.handIn({ ...anIdea, name: 'Sam', email: 'sam@voorbeeld.nl' })).json();
  await stage.store.db
    .updateTable('initiative')
    .set({ ...change, updated_at: stage.now })
    .where('id', '=', id)
    .execute();
  return id;
}

describe('Who made an idea', () => {
  for (const change of [
    { status: 'done' },
    { status: 'declined' },
    { review: 'declined' },
    { review: 'hidden' },
  ] as const)
    it(`is erased so many days after it ended by ${JSON.stringify(change)}, not before`, async () => {
      await handInAndEnd(change);
      await erase(stage.store, inDays(29));
      assert.deepEqual(await contacts(), ['sam@voorbeeld.nl']);
      await erase(stage.store, inDays(31));
      assert.deepEqual(await contacts(), []);
    });

  it('is not shown any more with what he made', async () => {
    const id = await handInAndEnd({ status: 'done' });
    assert.equal((await (await stage.get(`/initiatives/${id}`)).json()).initiator, 'Sam');
    await erase(stage.store, inDays(31));
    assert.equal((await (await stage.get(`/initiatives/${id}`)).json()).initiator, null);
  });

  it('is kept while the initiative goes on, and when it starts again', async () => {
    await stage.handIn({ ...anIdea, email: 'sam@voorbeeld.nl' });
    const id = await handInAndEnd({ status: 'done' });
    await stage.store.db.updateTable('initiative').set({ status: 'underway' }).where('id', '=', id).execute();
    await erase(stage.store, inDays(4000));
    assert.equal((await contacts()).length, 2);
  });
});

describe('Who offered something', () => {
  it('is erased with the initiator; that something was offered stays', async () => {
    const id = await stage.addInitiative({ status: 'new' });
    await stage.post(`/initiatives/${id}/offers`, {
      kinds: ['time'],
      message: 'Ik help.',
      name: 'Jo',
      contact: '06 12345678',
    });
    await stage.store.db.updateTable('initiative').set({ status: 'done', updated_at: stage.now }).execute();
    assert.equal((await erase(stage.store, inDays(31))).offers, 1);
    const [left] = await stage.store.db.selectFrom('offer').select(['name', 'contact', 'kinds']).execute();
    assert.deepEqual(left, { name: null, contact: null, kinds: ['time'] });
    assert.equal((await erase(stage.store, inDays(31))).offers, 0);
  });
});

describe('What no idea asked for', () => {
  it('is erased: a photo after six hours, a key after a week', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const { id } = await (await stage.upload(photo)).json();
    const key = { 'Idempotency-Key': randomUUID() };
    const idea = { ...anIdea, photos: [{ id, alt: '' }] };
    await stage.handIn(idea, key);
    await stage.upload(photo);
    const none = { contacts: 0, offers: 0, followers: 0, photos: 0, keys: 0 };
    assert.deepEqual(await erase(stage.store, inDays(0.24)), none);
    assert.deepEqual(await erase(stage.store, inDays(0.26)), { ...none, photos: 1, keys: 2 });
    assert.equal((await stage.handIn(idea, key)).headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(await erase(stage.store, inDays(7.1)), { ...none, keys: 1 });
    const left = await stage.store.db.selectFrom('photo').select('id').execute();
    assert.deepEqual(left, [{ id }]);
  });

  it('leaves its room to others', async () => {
    await tidy(stage.store);
    assert.equal((await stage.handIn(anIdea)).status, 201);
  });
});
