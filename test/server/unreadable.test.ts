import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { createDemo } from '../../packages/demo-site/src/site/demo.js';
import { systemClock } from '../../packages/server/src/clock.js';
import { serve, type Serving } from '../../packages/server/src/http/serve.js';
import { openEmptyStore, Stage } from './stage.js';
import { widgetsFolder } from './widgets-folder.js';

const address = 'https://buurt.example.nl/onder-een-pad';
let stage: Stage;
let serving: Serving;
const { path: folder, remove } = widgetsFolder({
  'buurt.js': 'console.log("buurt");',
  'sizes.json': '{"widgets":{}}',
});
let demo: Hono;

before(async () => {
  const store = await openEmptyStore();
  demo = createDemo({ widgets: { folder, address: '/dist/' }, address, store, clock: systemClock });
  stage = Stage.on(store, { widgets: folder, site: demo });
  await stage.clear();
  serving = await serve(Promise.resolve(stage.app), 0, '127.0.0.1');
});
after(async () => {
  await serving.stop();
  await stage.close();
  remove();
});

/** What comes back for these bytes, until the server ends the connection. */
const answerTo = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = '';
    const socket = connect(serving.port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.setTimeout(5000, () => socket.destroy(new Error(`no end after ${answer}`)));
  });

const everywhere = ['x-content-type-options', 'strict-transport-security', 'permissions-policy'];

describe('What is no request', () => {
  const end = 'Connection: close\r\n\r\n';
  const host = 'Host: localhost\r\n';
  for (const [name, bytes, status] of [
    ['is no HTTP', 'hello\r\n\r\n', 400],
    ['has no Host', `GET /v1/buurten HTTP/1.1\r\n${end}`, 400],
    ['has an odd Host', `GET /v1/buurten HTTP/1.1\r\nHost: a b\r\n${end}`, 400],
    ['has a Host with a path', `GET /v1/buurten HTTP/1.1\r\nHost: a/b\r\n${end}`, 400],
    ['has a backslash in its path', `GET /v1\\buurten HTTP/1.1\r\n${host}${end}`, 400],
    ['has a line without a colon', `GET /v1/buurten HTTP/1.1\r\n${host}odd\r\n${end}`, 400],
    [
      'has two lengths',
      `POST /v1/x HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n${end}`,
      400,
    ],
    ['has 20 kB of headers', `GET /v1/buurten HTTP/1.1\r\n${host}X: ${'x'.repeat(20_000)}\r\n${end}`, 431],
  ] as const)
    it(`is answered in the form of the contract when it ${name}`, async () => {
      const answer = await answerTo(bytes);
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      const [line, ...headers] = head.toLowerCase().split('\r\n');
      assert.match(line ?? '', new RegExp(`^http/1.1 ${String(status)} `), answer);
      assert.ok(headers.includes('content-type: application/problem+json'), answer);
      assert.ok(headers.includes('connection: close'), answer);
      for (const named of everywhere) assert.match(head, new RegExp(`^${named}: `, 'im'));
      const json = /\{.*\}/s.exec(body)?.[0] ?? '';
      assert.equal((JSON.parse(json) as { status: number }).status, status);
      const length = headers.find((each) => each.startsWith('content-length: '));
      if (length !== undefined) assert.equal(length, `content-length: ${String(Buffer.byteLength(body))}`);
    });

  it('does not keep the next request from being answered', async () => {
    const answer = await fetch(`http://127.0.0.1:${String(serving.port)}/v1/buurten`);
    assert.equal(answer.status, 200);
  });
});

describe('Every answer', () => {
  const asked = [
    ...['/', '/over-deze-demo', '/is-er-niet', '/demo/demo.css', '/demo/kaart/grijs/EPSG:3857/99/0/0.png'],
    ...[
      '/v1/buurten',
      '/v1/is-er-niet',
      '/v1/openapi.json',
      '/health',
      '/dist/1/buurt.js',
      '/dist/is-er-niet.js',
    ],
    ...['/embed/', '/embed/initiative-list?buurt=%00', '/embed/map-card?buurt=BU9999AA01', '/embed/look.css'],
  ];
  for (const path of asked)
    it(`has the headers that keep a browser careful: ${path}`, async () => {
      const { headers } = await stage.app.request(path);
      for (const name of [...everywhere, 'referrer-policy']) assert.ok(headers.get(name), name);
    });
});

describe('The lines that a webmaster copies from the demo', () => {
  const pageAt = (Host: string) =>
    new Promise<string>((resolve, reject) => {
      const asking = { port: serving.port, host: '127.0.0.1', path: '/over-deze-demo', headers: { Host } };
      request(asking, (answer) => {
        let page = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (page += chunk));
        answer.on('end', () => resolve(page));
      })
        .on('error', reject)
        .end();
    });

  it('lead to the address of this server, whatever Host says', async () => {
    const page = await pageAt('evil.example');
    assert.doesNotMatch(page, /evil\.example/);
    assert.ok(page.includes(`${address}/dist/1/buurt.js`));
    assert.ok(page.includes(`${address}/v1`));
  });
});

describe('Map tiles and pages of the demo', () => {
  it('are limited for each caller as the API is', async () => {
    const app = stage.appWith({ site: demo, requestsPerMinute: 3 });
    const statuses: number[] = [];
    for (let times = 0; times < 4; times++)
      statuses.push((await app.request('/demo/kaart/grijs/EPSG:3857/1/0/0.png')).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    const refused = await app.request('/over-deze-demo');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('content-type'), 'application/problem+json');
    assert.ok(refused.headers.get('retry-after'));
    assert.equal((await app.request('/health')).status, 200);
  });
});
