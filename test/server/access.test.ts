import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { startingRoutes } from '../../packages/server/src/http/health.routes.js';
import { serve } from '../../packages/server/src/http/serve.js';
import { countedAddress } from '../../packages/server/src/http/rate-limit.js';
import { anIdea, buurtCode, Stage } from './stage.js';

const corporation = 'https://www.corporatie.example';
let stage: Stage;
before(async () => {
  stage = await Stage.open({ allowedOrigins: [corporation] });
  await stage.clear();
});
after(() => stage.close());

const header = (answer: Response, name: string) => answer.headers.get(name);
const ideas = `/buurten/${buurtCode}/ideas`;

describe('A page of a site', () => {
  const preflight = (origin: string, method: string, app: Hono = stage.app) =>
    app.request(`/v1${ideas}`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': method },
    });

  it('that is on the list may read and send, and see the headers that it needs', async () => {
    const answer = await preflight(corporation, 'POST');
    assert.equal(answer.status, 204);
    assert.equal(header(answer, 'access-control-allow-origin'), corporation);
    assert.match(header(answer, 'access-control-allow-headers') ?? '', /Idempotency-Key/);
    assert.equal(header(answer, 'access-control-allow-credentials'), null);
    const sent = await stage.handIn(anIdea, { Origin: corporation });
    assert.equal(sent.status, 201);
    assert.equal(header(sent, 'access-control-allow-origin'), corporation);
    for (const name of ['ETag', 'Link', 'Retry-After', 'API-Version', 'Idempotency-Replayed'])
      assert.ok(header(sent, 'access-control-expose-headers')?.includes(name), name);
  });

  it('that is on the list can also read what went wrong', async () => {
    const refused = await stage.handIn({}, { Origin: corporation });
    assert.equal(refused.status, 400);
    assert.equal(header(refused, 'access-control-allow-origin'), corporation);
    const missing = await stage.get('/nothing-here', { Origin: corporation });
    assert.equal(header(missing, 'access-control-allow-origin'), corporation);
  });

  it('that is not on the list gets no leave, however alike its name', async () => {
    for (const origin of [
      `${corporation}.evil.example`,
      'http://www.corporatie.example',
      'https://corporatie.example',
      'null',
    ]) {
      assert.equal((await preflight(origin, 'POST')).status, 403, origin);
      const sent = await stage.handIn(anIdea, { Origin: origin });
      assert.equal(sent.status, 403, origin);
      const read = await stage.get('/buurten', { Origin: origin });
      assert.equal(header(read, 'access-control-allow-origin'), null, origin);
    }
  });

  it('of this server itself needs no list, also behind a proxy that speaks https', async () => {
    assert.equal((await stage.handIn(anIdea, { Origin: 'https://localhost' })).status, 201);
  });

  it('includes every port of a host with :*, and no other host', async () => {
    const app = stage.appWith({ allowedOrigins: ['http://localhost:*'] });
    for (const origin of ['http://localhost', 'http://localhost:3000', 'http://localhost:65535'])
      assert.equal((await preflight(origin, 'POST', app)).status, 204, origin);
    for (const origin of [
      'https://localhost:3000',
      'http://localhost.example:3000',
      'http://localhost:3000.example',
      'http://localhost:*',
      'http://other:3000',
    ])
      assert.equal((await preflight(origin, 'POST', app)).status, 403, origin);
  });

  it('may read everywhere, and send nowhere, where the list says *', async () => {
    const open = stage.appWith({ allowedOrigins: ['*'] });
    const headers = { Origin: 'https://anybody.example' };
    const read = await open.request('/v1/buurten', { headers });
    assert.equal(header(read, 'access-control-allow-origin'), '*');
    assert.equal((await preflight('https://anybody.example', 'POST', open)).status, 403);
  });

  it('may read also that nothing changed, with the headers that it needs', async () => {
    const first = await stage.get('/buurten', { Origin: corporation });
    const again = await stage.get('/buurten', {
      Origin: corporation,
      'If-None-Match': header(first, 'etag') ?? '',
    });
    assert.equal(again.status, 304);
    const ofBody = /^(content-(?!security-policy)|x-request-id$|vary$)/;
    for (const [name, value] of first.headers)
      if (!ofBody.test(name)) assert.equal(header(again, name), value, name);
    assert.match(header(again, 'vary') ?? '', /\bOrigin\b/);
    assert.ok(header(again, 'x-request-id'));
    assert.equal(header(again, 'access-control-allow-origin'), corporation);
  });

  it('is told apart by caches', async () => {
    for (const headers of [{}, { Origin: corporation }, { Origin: 'https://elsewhere.example' }])
      assert.match(header(await stage.get('/buurten', headers), 'vary') ?? '', /\bOrigin\b/);
  });
});

describe('A client that reads', () => {
  it('gets a name for each answer, and 304 when nothing changed', async () => {
    for (const path of [
      '/buurten',
      `/buurten/${buurtCode}/settings`,
      `/buurten/${buurtCode}/boundary`,
      '/openapi.json',
    ]) {
      const tag = header(await stage.get(path), 'etag') ?? '';
      const again = await stage.get(path, { 'If-None-Match': `"other", W/${tag}` });
      assert.equal(again.status, 304, path);
      assert.equal(await again.text(), '');
      assert.equal(header(again, 'etag'), tag);
      assert.equal((await stage.get(path, { 'If-None-Match': '"other"' })).status, 200);
    }
  });

  it('gets another name when something changed', async () => {
    const list = `/buurten/${buurtCode}/initiatives`;
    const tag = header(await stage.get(list), 'etag') ?? '';
    await stage.handIn(anIdea);
    assert.equal((await stage.get(list, { 'If-None-Match': tag })).status, 200);
  });

  it('gets the head without the body', async () => {
    const answer = await stage.app.request('/v1/buurten', { method: 'HEAD' });
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), '');
    assert.equal(header(answer, 'etag'), header(await stage.get('/buurten'), 'etag'));
  });

  it('gets a large answer small', async () => {
    const answer = await stage.get('/openapi.json', { 'Accept-Encoding': 'gzip' });
    assert.equal(header(answer, 'content-encoding'), 'gzip');
    const body = gunzipSync(Buffer.from(await answer.arrayBuffer()));
    assert.equal(JSON.parse(body.toString()).openapi, '3.1.0');
  });

  it('gets the headers of a safe API, on failures too', async () => {
    for (const path of ['/buurten', '/nothing-here', '/buurten?x=1']) {
      const answer = await stage.get(path);
      assert.equal(header(answer, 'api-version'), '1.0.0');
      assert.equal(header(answer, 'x-content-type-options'), 'nosniff');
      assert.equal(header(answer, 'x-frame-options'), 'DENY');
      assert.match(header(answer, 'content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.match(header(answer, 'strict-transport-security') ?? '', /max-age/);
      assert.equal(header(answer, 'set-cookie'), null);
    }
  });

  it('finds no address with a slash at its end', async () => {
    assert.equal((await stage.get('/buurten/')).status, 404);
  });
});

describe('Who watches over the server', () => {
  it('hears whether the database answers, and nothing else', async () => {
    const answer = await stage.app.request('/health');
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), { status: 'ok' });
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const broken = await Stage.open();
    await broken.store.close();
    const down = await broken.app.request('/health');
    assert.equal(down.status, 503);
    assert.deepEqual(await down.json(), { status: 'no database' });
  });

  it('hears at two addresses whether the process lives, and whether it can be sent requests', async () => {
    const alive = await stage.app.request('/healthz');
    assert.deepEqual([alive.status, await alive.json()], [200, { status: 'alive' }]);
    const ready = await stage.app.request('/readyz');
    assert.equal(ready.headers.get('cache-control'), 'no-store');
    assert.deepEqual(
      [ready.status, await ready.json()],
      [200, { status: 'ready', database: 'answers', migrations: 'done', mails: 'in time' }],
    );
    const mailless = await stage.appWith({ sendsMails: false }).request('/readyz');
    assert.equal(((await mailless.json()) as { mails: string }).mails, 'not sent by this server');
  });

  it('hears that a server starts while its database is still being opened', async () => {
    let open: (app: Hono) => void = () => {};
    const opened = new Promise<Hono>((resolve) => (open = resolve));
    const serving = await serve(opened, 0, '127.0.0.1', { starting: startingRoutes() });
    const at = (path: string) => fetch(`http://127.0.0.1:${String(serving.port)}${path}`);
    try {
      assert.equal((await at('/healthz')).status, 200);
      const early = await at('/readyz');
      assert.equal(early.status, 503);
      assert.equal(((await early.json()) as { database: string }).database, 'not reached yet');
      const resident = at('/v1/buurten');
      open(stage.app);
      assert.equal((await resident).status, 200);
      assert.equal((await at('/readyz')).status, 200);
    } finally {
      await serving.stop();
    }
  });

  it('is sent nobody when the database is gone or lacks tables, while the process lives', async () => {
    const broken = await Stage.open();
    await broken.store.db.deleteFrom('kysely_migration' as never).execute();
    const unready = await broken.app.request('/readyz');
    assert.deepEqual(
      [unready.status, await unready.json()],
      [503, { status: 'not ready', database: 'answers', migrations: 'not done', mails: 'in time' }],
    );
    await broken.store.close();
    const down = await broken.appWith({}).request('/readyz');
    assert.deepEqual(
      [down.status, await down.json()],
      [503, { status: 'not ready', database: 'does not answer', migrations: 'unknown', mails: 'unknown' }],
    );
    assert.equal((await broken.app.request('/healthz')).status, 200);
  });
});

describe('A client that does something else', () => {
  it('hears what can be done at an address', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/buurten', 'GET, HEAD, OPTIONS'],
      ['GET', ideas, 'POST, OPTIONS'],
      ['PUT', '/photos', 'POST, OPTIONS'],
      ['POST', '/openapi.json', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const answer = await stage.app.request(`/v1${path}`, { method });
      assert.equal(answer.status, 405, path);
      assert.equal(header(answer, 'allow'), allow);
      assert.equal(header(answer, 'content-type'), 'application/problem+json');
      const asked = await stage.app.request(`/v1${path}`, { method: 'OPTIONS' });
      assert.equal(asked.status, 204);
      assert.equal(header(asked, 'allow'), allow);
    }
    assert.equal((await stage.app.request('/v1/nothing-here', { method: 'OPTIONS' })).status, 404);
  });

  it('changes nothing by reading', async () => {
    const rows = async () => (await stage.store.db.selectFrom('initiative').selectAll().execute()).length;
    const count = await rows();
    for (const method of ['GET', 'HEAD']) await stage.app.request(`/v1${ideas}`, { method });
    assert.equal(await rows(), count);
  });

  it('gets no trace of the inside when the server fails', async () => {
    const broken = stage.appWith({
      store: {
        ...stage.store,
        db: stage.store.db.withSchema('nowhere'),
      },
    });
    const answer = await broken.request('/v1/buurten');
    const text = await answer.text();
    assert.equal(answer.status, 500);
    assert.equal(JSON.parse(text).type, 'urn:buurt:problem:internal');
    assert.doesNotMatch(text, /nowhere|select|\.ts|at /);
  });
});

describe('A body', () => {
  it('of more than 64 KiB is refused, whether it says so or not', async () => {
    const large = JSON.stringify({ ...anIdea, story: 'a'.repeat(70_000) });
    assert.equal((await stage.handIn(large)).status, 413);
    const streamed = new Request(`http://localhost/v1${ideas}`, {
      method: 'POST',
      body: new Blob([large]).stream(),
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      ...{ duplex: 'half' },
    });
    assert.equal((await stage.app.request(streamed)).status, 413);
  });

  it('with brackets inside texts is not deep', async () => {
    assert.equal(
      (await stage.handIn({ ...anIdea, story: `Een verhaal ${'[{'.repeat(200)} "\\"` })).status,
      201,
    );
  });
});

describe('Somebody who asks too much', () => {
  const asking = (app: Hono) => (headers: Record<string, string>) => app.request('/v1/buurten', { headers });

  it('waits for the next minute, and is told how long; others go on', async () => {
    const ask = asking(stage.appWith({ requestsPerMinute: 3, trustedProxies: 1 }));
    const busy = { 'X-Forwarded-For': '198.51.100.7' };
    for (let i = 0; i < 3; i++) assert.equal((await ask(busy)).status, 200);
    const refused = await ask(busy);
    assert.equal(refused.status, 429);
    assert.equal(header(refused, 'retry-after'), '60');
    assert.equal((await ask({ 'X-Forwarded-For': '198.51.100.8' })).status, 200);
    stage.now = new Date(stage.now.getTime() + 60_000);
    assert.equal((await ask(busy)).status, 200);
  });

  it('cannot hide behind an address that he makes up', async () => {
    const ask = asking(stage.appWith({ requestsPerMinute: 1, trustedProxies: 1 }));
    assert.equal((await ask({ 'X-Forwarded-For': '192.0.2.1, 198.51.100.7' })).status, 200);
    assert.equal((await ask({ 'X-Forwarded-For': '192.0.2.2, 198.51.100.7' })).status, 429);
    const direct = asking(stage.appWith({ requestsPerMinute: 1 }));
    assert.equal((await direct({ 'X-Forwarded-For': '192.0.2.1' })).status, 200);
    assert.equal((await direct({ 'X-Forwarded-For': '192.0.2.2' })).status, 429);
  });

  it('may make things a tenth as often as read them', async () => {
    const app = stage.appWith({ requestsPerMinute: 20 });
    const post = () => app.request('/v1/photos', { method: 'POST' });
    const statuses = [await post(), await post(), await post()].map(({ status }) => status);
    assert.deepEqual(statuses, [400, 400, 429]);
  });

  for (const [address, counted] of [
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ] as const)
    it(`counts ${address} as ${counted}`, () => assert.equal(countedAddress(address), counted));
});
