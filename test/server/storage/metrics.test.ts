import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { Metrics } from '../../../packages/server/src/metrics/metrics.js';
import { RoundOnStage } from '../round-stage.js';
import { anIdea, buurtCode, codeCost, Stage } from '../stage.js';

const hourMs = 3_600_000;

let stage: Stage;
let metrics: Metrics;
before(async () => {
  stage = await Stage.open({ codeCost });
});
after(() => stage.close());
beforeEach(async () => {
  metrics = new Metrics(() => stage.now);
  await stage.clear({ moderated: true });
  stage.now = new Date('2026-11-23T10:00:00.000Z');
});

/** Everything that can be read, a line each. */
async function lines(): Promise<string[]> {
  const answer = await metrics.routes(stage.store).request('/metrics');
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('Content-Type')!, /^text\/plain; version=0\.0\.4/);
  return (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The value of one line; undefined when it is not there. */
async function value(name: string): Promise<number | undefined> {
  const line = (await lines()).find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

/** All that can be asked of the endpoint. */
const operations = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, methods]) =>
  Object.keys(methods as object).map((method) => ({ path, method: method.toUpperCase() })),
);

const measured = () => stage.appWith({ metrics });

describe('An operator who reads the metrics', () => {
  it('sees requests by the pattern of their route, and by status', async () => {
    const app = measured();
    const id = await stage.addInitiative();
    for (const path of [`/v1/initiatives/${id}`, `/v1/initiatives/${randomUUID()}`, '/nowhere/at/all'])
      await app.request(path);
    const route = 'method="GET",route="/v1/initiatives/:id"';
    assert.equal(await value(`buurt_http_requests_total{${route},status="200"}`), 1);
    assert.equal(await value(`buurt_http_requests_total{${route},status="404"}`), 1);
    assert.equal(await value(`buurt_http_request_duration_seconds_count{${route}}`), 2);
    assert.equal(await value('buurt_http_requests_total{method="GET",route="/*",status="404"}'), 1);
  });

  it('sees how many ideas wait, and how long the oldest does', async () => {
    assert.equal(await value('buurt_ideas_waiting'), 0);
    assert.equal(await value('buurt_idea_oldest_waiting_seconds'), 0);
    for (const minutes of [90, 30]) {
      const publishedAt = new Date(stage.now.getTime() - minutes * 60_000);
      await stage.addInitiative({ review: 'waiting', publishedAt });
    }
    await stage.addInitiative({ publishedAt: new Date(stage.now.getTime() - 48 * hourMs) });
    assert.equal(await value('buurt_ideas_waiting'), 2);
    assert.equal(await value('buurt_idea_oldest_waiting_seconds'), 90 * 60);
  });

  it('sees mails that wait and that failed, and that they are stuck as /readyz says', async () => {
    const staff_id = randomUUID();
    const noor = { id: staff_id, email: 'noor@example.nl', name: 'Noor', invited_at: stage.now };
    await stage.store.db.insertInto('staff').values(noor).execute();
    const mail = { kind: 'login' as const, staff_id, subject: 'Inloggen', text: '' };
    const since = new Date(stage.now.getTime() - 3 * hourMs);
    await stage.store.db
      .insertInto('mail')
      .values([
        { ...mail, id: randomUUID(), next_at: new Date(stage.now.getTime() + hourMs) },
        { ...mail, id: randomUUID(), next_at: since, failed_at: since },
      ])
      .execute();
    assert.deepEqual(
      [
        await value('buurt_mails_waiting'),
        await value('buurt_mails_failed'),
        await value('buurt_mails_stuck'),
      ],
      [1, 1, 0],
    );
    stage.now = new Date(stage.now.getTime() + 3 * hourMs);
    assert.equal(await value('buurt_mails_stuck'), 1);
  });

  it('sees votes once their hour is over, of all rounds together, and each vote once', async () => {
    const voting = Stage.on(stage.store, { codeCost, metrics });
    voting.now = stage.now;
    try {
      for (const key of [randomUUID(), randomUUID()]) {
        const round = await RoundOnStage.open(voting, 1);
        for (const again of [false, true]) {
          const { status } = await round.cast({ code: round.codes[0]!, ids: ['a'], key });
          assert.equal(status, 201, String(again));
        }
        assert.equal((await round.cast({ code: 'AAAA-AAAA-AAAA', ids: ['a'] })).ok, false);
      }
    } finally {
      await voting.photos.close();
    }
    const hourly = [];
    for (const hours of [0, 1, 1]) {
      stage.now = new Date(stage.now.getTime() + hours * hourMs);
      hourly.push(await value('buurt_votes_cast_last_hour'));
    }
    assert.deepEqual(hourly, [0, 2, 0]);
  });

  it('sees that the database is gone, and no numbers that are not so', async () => {
    const broken = await Stage.open();
    await broken.close();
    const text = await metrics.read(broken.store);
    assert.match(text, /^buurt_database_answers 0$/m);
    assert.doesNotMatch(text, /^buurt_(ideas|idea|mails)_/m);
    assert.equal(await value('buurt_database_answers'), 1);
  });

  it('finds no id, address, word or code in them, whatever was asked', async () => {
    const app = measured();
    const id = await stage.addInitiative({ title: 'Geheimewoord' });
    const round = await RoundOnStage.open(stage, 1);
    const secrets = [
      id,
      round.id,
      round.codes[0]!,
      buurtCode,
      'geheim@example.nl',
      'Geheimewoord',
      '10.9.8.7',
    ];
    const body = JSON.stringify({
      ...anIdea,
      title: 'Geheimewoord',
      email: 'geheim@example.nl',
      code: round.codes[0],
    });
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      'X-Forwarded-For': '10.9.8.7',
    };
    for (const { method, path } of operations)
      for (const parameter of secrets) {
        const there = `/v1${path.replaceAll(/\{[^}]+\}/g, encodeURIComponent(parameter))}?q=${encodeURIComponent(parameter)}`;
        await app.request(there, { method, headers, ...(method === 'GET' ? {} : { body }) });
      }
    for (const parameter of secrets)
      for (const path of ['/', '/photos/', '/embed/', '/v1/', '/v1/initiatives/x/'])
        await app.request(`${path}${encodeURIComponent(parameter)}`);
    const labels = (await lines()).filter((line) => line.startsWith('buurt_'));
    assert.ok(labels.length > 100);
    const said = labels.join('\n').toLowerCase();
    for (const each of secrets)
      for (const form of [each, encodeURIComponent(each)])
        assert.ok(!said.includes(form.toLowerCase()), `${form} is in the metrics`);
    const names = new Set(
      labels.flatMap((line) => [...line.matchAll(/[{,](\w+)="/g)].map(([, name]) => name)),
    );
    assert.deepEqual([...names].toSorted(), ['le', 'method', 'route', 'status']);
  });
});
