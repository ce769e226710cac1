import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  initiativeFrom,
  initiativePageFrom,
  supportFrom,
} from '@buurt/domain/initiatives/initiative-page-json.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import type { Store } from '../../../packages/server/src/db/open.js';
import { erase } from '../../../packages/server/src/db/retention.queries.js';
import { jumps } from '../../../packages/server/src/neighbours/sources.queries.js';
import { OperatorOnStage } from '../operator-stage.js';
import { anIdea, buurtCode, problemsOf, secret, Stage } from '../stage.js';

let stage: Stage;
let db: Store['db'];
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open();
  ({ db } = stage.store);
  operator = await OperatorOnStage.enter(stage.store);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(() => stage.clear());

const supports = (id: string, key: string) => `/initiatives/${id}/supports/${key}`;
const detail = async (id: string) => initiativeFrom(await (await stage.get(`/initiatives/${id}`)).json());

describe('A resident who supports an initiative', () => {
  it('counts once, however often the browser asks, also all at once', async () => {
    const id = await stage.addInitiative();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => stage.send('PUT', supports(id, n % 2 ? key : key.toUpperCase()))),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.deepEqual(supportFrom(await answers.at(-1)?.json()), { supported: true, supportCount: 1 });
    assert.equal((await detail(id)).supportCount, 1);
  });

  it('counts beside 20 others who come in the same moment', async () => {
    const id = await stage.addInitiative();
    await Promise.all(Array.from({ length: 20 }, () => stage.send('PUT', supports(id, randomUUID()))));
    assert.equal((await detail(id)).supportCount, 20);
  });

  it('takes it back, as often as he likes, and leaves the others', async () => {
    const id = await stage.addInitiative();
    const key = randomUUID();
    for (const each of [key, randomUUID()]) await stage.send('PUT', supports(id, each));
    for (let times = 0; times < 2; times++) {
      const answer = await stage.send('DELETE', supports(id, key));
      assert.deepEqual(await answer.json(), { supported: false, supportCount: 1 });
    }
  });

  it('cannot be recognised by what is kept, nor from one initiative to another', async () => {
    const key = randomUUID();
    for (const id of [await stage.addInitiative(), await stage.addInitiative()])
      await stage.send('PUT', supports(id, key));
    const kept = await db.selectFrom('support').select(['initiative_id', 'browser_key_hash']).execute();
    assert.equal(new Set(kept.map((each) => each.browser_key_hash)).size, 2);
    assert.ok(!JSON.stringify(kept).includes(key));
    const withoutSecret = deriveSecrets(`${secret}, other`).supporter(kept[0]?.initiative_id ?? '', key);
    assert.ok(!kept.some((each) => each.browser_key_hash === withoutSecret));
  });

  it('hears that it is over, and may still take back what he gave', async () => {
    const id = await stage.addInitiative();
    const key = randomUUID();
    await stage.send('PUT', supports(id, key));
    await db.updateTable('initiative').set({ status: 'done' }).where('id', '=', id).execute();
    assert.equal((await stage.send('PUT', supports(id, randomUUID()))).status, 409);
    assert.equal((await stage.send('DELETE', supports(id, key))).status, 200);
    assert.equal((await detail(id)).supportCount, 0);
  });

  it('is one of a whole stairwell that does so behind one address in an evening', async () => {
    const id = await stage.addInitiative();
    const answers = await Promise.all(
      Array.from({ length: 120 }, () => stage.send('PUT', supports(id, randomUUID()))),
    );
    assert.ok(answers.every(({ status }) => status === 200));
    assert.equal((await detail(id)).supportCount, 120);
  });

  it('is no script: one address gets so far in a day, for one initiative, and is seen by the operator', async () => {
    const [id, other] = [await stage.addInitiative({ title: 'Omhoog' }), await stage.addInitiative()];
    let supported = 0;
    for (let times = 0; times < 200; times += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => stage.send('PUT', supports(id, randomUUID()))),
      );
      supported += answers.filter(({ status }) => status === 200).length;
      for (const answer of answers.filter(({ status }) => status !== 200)) {
        assert.equal(answer.status, 429);
        assert.ok(Number(answer.headers.get('retry-after')) > 3600);
      }
    }
    assert.equal(supported, 150);
    assert.equal((await detail(id)).supportCount, 150);
    assert.equal((await stage.send('PUT', supports(other, randomUUID()))).status, 200);
    const [first] = await jumps(db, 10);
    assert.deepEqual([first?.title, first?.count, first?.sources, first?.most], ['Omhoog', 150, 1, 150]);
    const { out } = await operator.types('initiatives', 'jumps');
    assert.match(out, /Omhoog .*support.* 150 +1 +150/);
    const kept = await db.selectFrom('source_count').selectAll().execute();
    stage.now = new Date(stage.now.getTime() + 86_400_000);
    assert.equal((await stage.send('PUT', supports(id, randomUUID()))).status, 200);
    const tomorrow = await db.selectFrom('source_count').select('source').execute();
    assert.equal(new Set([...kept, ...tomorrow].map(({ source }) => source)).size, 2);
    await erase(stage.store, new Date(stage.now.getTime() + 2 * 86_400_000));
    assert.deepEqual(await db.selectFrom('source_count').selectAll().execute(), []);
  });

  it('does not use up the day of neighbours by pressing again and again', async () => {
    const id = await stage.addInitiative();
    const key = randomUUID();
    for (let times = 0; times < 160; times++)
      assert.equal((await stage.send('PUT', supports(id, key))).status, 200);
    assert.equal((await stage.send('PUT', supports(id, randomUUID()))).status, 200);
  });

  it('remarks as often as a stairwell does, and no more: tomorrow again, and elsewhere today', async () => {
    const [id, other] = [await stage.addInitiative(), await stage.addInitiative()];
    const says = (initiative: string, headers = {}) =>
      stage.post(`/initiatives/${initiative}/remarks`, { stance: 'for', text: 'Goed.', name: '' }, headers);
    const key = { 'Idempotency-Key': randomUUID() };
    const statuses: number[] = [];
    for (let times = 0; times < 5; times++) statuses.push((await says(id, key)).status);
    for (let times = 0; times < 60; times++) statuses.push((await says(id)).status);
    assert.deepEqual(new Set(statuses.slice(0, 64)), new Set([201]));
    assert.equal(statuses[64], 429);
    const refused = await says(id);
    assert.equal(
      (await refused.json()).detail,
      'Vanaf deze aansluiting kwamen vandaag al veel reacties. Probeer het morgen weer.',
    );
    assert.ok(Number(refused.headers.get('retry-after')) > 3600);
    assert.equal((await says(id, key)).status, 201, 'what was kept is answered again');
    assert.equal((await says(other)).status, 201);
    stage.now = new Date(stage.now.getTime() + 86_400_000);
    assert.equal((await says(id)).status, 201);
  });

  it('hands in as many ideas as a stairwell does for its buurt, and no more', async () => {
    await stage.addBuurt('BU9999AA02', 'Molenbuurt');
    const statuses: number[] = [];
    for (let times = 0; times < 61; times++) statuses.push((await stage.handIn(anIdea)).status);
    assert.deepEqual([new Set(statuses.slice(0, 60)), statuses[60]], [new Set([201]), 429]);
    assert.equal(
      (await (await stage.handIn(anIdea)).json()).detail,
      'Vanaf deze aansluiting kwamen vandaag al veel ideeën. Probeer het morgen weer.',
    );
    assert.equal((await stage.handIn({ ...anIdea, title: '' })).status, 400, 'what is wrong is said first');
    assert.equal((await stage.post('/buurten/BU9999AA02/ideas', anIdea)).status, 201);
    stage.now = new Date(stage.now.getTime() + 86_400_000);
    assert.equal((await stage.handIn(anIdea)).status, 201);
    await erase(stage.store, new Date(stage.now.getTime() + 2 * 86_400_000));
    assert.deepEqual(await db.selectFrom('idea_source_count').selectAll().execute(), []);
  });

  it('offers to join as often as neighbours do, and no more', async () => {
    const id = await stage.addInitiative();
    const offer = { kinds: ['time'], message: '', name: 'Jo', contact: '06 12345678' };
    const statuses: number[] = [];
    for (let times = 0; times < 27; times++)
      statuses.push((await stage.post(`/initiatives/${id}/offers`, offer)).status);
    assert.deepEqual(statuses.slice(24), [201, 429, 429]);
    assert.equal((await detail(id)).offerCount, 0);
    await stage.acceptOffers();
    assert.equal((await detail(id)).offerCount, 25);
  });

  it('is let through from a site on the list', async () => {
    const app = stage.appWith({ allowedOrigins: ['https://corporatie.example'] });
    const headers = { Origin: 'https://corporatie.example', 'Access-Control-Request-Method': 'PUT' };
    const path = `/v1${supports(await stage.addInitiative(), randomUUID())}`;
    const answer = await app.request(path, { method: 'OPTIONS', headers });
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get('access-control-allow-methods') ?? '', /PUT, ?DELETE/);
  });

  it('is held back when one address supports again and again', async () => {
    const app = stage.appWith({ requestsPerMinute: 30 });
    const id = await stage.addInitiative();
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++)
      statuses.push((await app.request(`/v1${supports(id, randomUUID())}`, { method: 'PUT' })).status);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  });
});

describe('A resident who reads an initiative', () => {
  it('sees how many neighbours are asked of each kind, and how many came', async () => {
    const id = await stage.addInitiative();
    await db
      .updateTable('initiative')
      .set({ needs: ['tools', 'time'], asked: JSON.stringify({ tools: 3 }) })
      .where('id', '=', id)
      .execute();
    const offer = { kinds: ['tools', 'skill'], message: '', name: 'Jo', contact: '06 12345678' };
    await stage.post(`/initiatives/${id}/offers`, offer);
    assert.equal((await detail(id)).offerCount, 0);
    await stage.acceptOffers();
    const { help, offers } = await detail(id);
    assert.deepEqual(help, [
      { kind: 'time', asked: 1, offered: 0 },
      { kind: 'tools', asked: 3, offered: 1 },
    ]);
    assert.equal(offers.skill, 1);
  });

  it('sees news with its photo, which is not a photo of the idea itself', async () => {
    const id = await stage.addInitiative();
    const news = randomUUID();
    await db
      .insertInto('news')
      .values({ id: news, initiative_id: id, at: stage.now, text: 'Het bankje staat.' })
      .execute();
    const photo = randomUUID();
    await db
      .insertInto('photo')
      .values({ id: photo, initiative_id: id, news_id: news, alt: 'Een bankje', created_at: stage.now })
      .execute();
    await db
      .insertInto('photo_file')
      .values({ photo_id: photo, width: 640, height: 480, bytes: new Uint8Array([1]) })
      .execute();
    const shown = await detail(id);
    assert.equal(shown.news[0]?.photo?.alt, 'Een bankje');
    assert.equal(shown.newsAt, stage.now.toISOString());
    assert.deepEqual([shown.photo, shown.photos], [null, []]);
    const [source] = shown.news[0]?.photo?.sources ?? [];
    assert.equal((await stage.get(`/${source?.url ?? ''}`)).status, 200);
  });

  it('sees a remark once somebody read and published it, newest first', async () => {
    const id = await stage.addInitiative();
    for (const text of ['Goed plan!', 'Scheldwoord']) {
      await stage.post(`/initiatives/${id}/remarks`, { stance: 'for', text, name: ' Sam ' });
    }
    assert.deepEqual((await detail(id)).remarks, []);
    await db.updateTable('remark').set({ review: 'published' }).where('text', '=', 'Goed plan!').execute();
    const { remarks } = await detail(id);
    assert.deepEqual(
      remarks.map(({ stance, text, name, at }) => ({ stance, text, name, at })),
      [{ stance: 'for', text: 'Goed plan!', name: 'Sam', at: stage.now.toISOString() }],
    );
  });

  it('reads the answer to a question below it, also to one that nobody had published', async () => {
    const id = await stage.addInitiative();
    const says = async (stance: string, text: string) =>
      (await (await stage.post(`/initiatives/${id}/remarks`, { stance, text, name: '' })).json())
        .id as string;
    const question = await says('question', 'Komt er verlichting?');
    const answered = await operator.types('remarks', 'answer', question, '--text', 'Ja, twee lampen.');
    assert.equal(answered.out, 'The answer is shown below the question.\n');
    const answer = async () => {
      const { text, by } = (await detail(id)).remarks[0]!.answer!;
      return { text, by };
    };
    assert.deepEqual(await answer(), { text: 'Ja, twee lampen.', by: 'organisation' });
    const again = ['remarks', 'answer', question, '--by', 'maker', '--text', 'Ja, drie lampen.'];
    assert.equal((await operator.types(...again)).out, 'The answer was replaced.\n');
    assert.deepEqual(await answer(), { text: 'Ja, drie lampen.', by: 'maker' });
    assert.match((await operator.types('remarks', 'show', question)).out, /answer:\n\n {2}Ja, drie lampen\./);

    const remark = await says('for', 'Goed plan!');
    const refused = await operator.types('remarks', 'answer', remark, '--text', 'Dank je.');
    assert.match(refused.err, /is no question\. Nothing was changed\./);
    assert.equal((await detail(id)).remarks.length, 1);
  });

  it('asks again and hears that nothing changed, until somebody supports it', async () => {
    const id = await stage.addInitiative();
    const first = await stage.get(`/initiatives/${id}`);
    const known = { 'If-None-Match': first.headers.get('etag') ?? '' };
    assert.equal((await stage.get(`/initiatives/${id}`, known)).status, 304);
    await stage.send('PUT', supports(id, randomUUID()));
    assert.equal((await stage.get(`/initiatives/${id}`, known)).status, 200);
  });

  it('gets lists that the widgets can read whole', async () => {
    await stage.addInitiative({ theme: 'green' });
    const answer = await stage.get(`/buurten/${buurtCode}/initiatives`);
    const { entries, skipped, total, facets } = initiativePageFrom(await answer.json());
    assert.deepEqual([entries.length, skipped, total], [1, 0, 1]);
    assert.deepEqual(facets.theme, [{ theme: 'green', count: 1 }]);
  });
});

describe('A resident who reports a remark', () => {
  it('is heard once for each key, and says why', async () => {
    const initiative = await stage.addInitiative();
    const { id } = await (
      await stage.post(`/initiatives/${initiative}/remarks`, { stance: 'against', text: 'Onzin!', name: '' })
    ).json();
    const path = `/remarks/${id as string}/reports`;
    assert.equal((await stage.post(path, { reason: 'Dit is geen toon.' })).status, 404);
    await db.updateTable('remark').set({ review: 'published' }).execute();
    const key = { 'Idempotency-Key': randomUUID() };
    for (let times = 0; times < 2; times++)
      assert.equal((await stage.post(path, { reason: ' Dit is geen toon. ' }, key)).status, 201);
    const kept = await db.selectFrom('remark_report').select(['remark_id', 'reason']).execute();
    assert.deepEqual(kept, [{ remark_id: id, reason: 'Dit is geen toon.' }]);
    assert.deepEqual(await problemsOf(await stage.post(path, { reason: ' ' })), ['/reason required']);
  });
});
