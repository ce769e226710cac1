import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it, mock } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hono } from 'hono';
import { addressIn } from '../../packages/server/src/http/callers.js';
import { parseConfig } from '../../packages/server/src/config.js';
import { newCode } from '../../packages/server/src/secrets/credential-hash.js';
import { RoundOnStage } from './round-stage.js';
import { anIdea, buurtCode, codeCost, Stage } from './stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open({ codeCost })));
after(() => stage.close());
beforeEach(async () => {
  stage.now = new Date(stage.now.getTime() + 11 * 60_000);
  await stage.clear();
});

const trust = (TRUST_PROXY: string) => parseConfig({ TRUST_PROXY }).trustedProxies;
const appTrusting = (text: string) => stage.appWith({ requestsPerMinute: 1, trustedProxies: trust(text) });
const from = (app: Hono, headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  app.request('/v1/buurten', { headers }, { incoming: { socket: { remoteAddress } } });
/** Whether a server counts these requests as one caller. */
async function oneCaller(text: string, ...asked: [Record<string, string>, string?][]): Promise<boolean> {
  const app = appTrusting(text);
  const statuses: number[] = [];
  for (const [headers, peer] of asked) statuses.push((await from(app, headers, peer)).status);
  return statuses.slice(1).every((status) => status === 429);
}
const xff = (value: string) => ({ 'X-Forwarded-For': value });

describe('A forwarded address', () => {
  for (const [text, address] of [
    ['203.0.113.8', '203.0.113.8'],
    [' 203.0.113.8:40000 ', '203.0.113.8'],
    ['[2001:DB8::1]:4711', '2001:db8::1'],
    ['"[2001:db8:0:0::1]"', '2001:db8::1'],
    ['::ffff:203.0.113.8', '203.0.113.8'],
    ['[::ffff:cb00:7108]:443', '203.0.113.8'],
    ['0:0:0:0:0:FFFF:203.0.113.8', '203.0.113.8'],
    ['fe80::1%eth0', 'fe80::1'],
    ['unknown', undefined],
    ['_hidden', undefined],
    ['', undefined],
    ['203.0.113.8:', undefined],
    ['203.0.113.999', undefined],
    ['www.example.nl', undefined],
  ] as const)
    it(`${JSON.stringify(text)} is ${String(address)}`, () => assert.equal(addressIn(text), address));

  it('is one caller in every spelling and with every port', async () => {
    assert.ok(
      await oneCaller(
        '1',
        [xff('203.0.113.8:40000')],
        [xff('203.0.113.8:40001')],
        [xff('198.51.100.1, ::ffff:203.0.113.8')],
        [{ Forwarded: 'for=198.51.100.1, for="203.0.113.8:9";proto=https' }],
        [{ Forwarded: 'proto=https; For=203.0.113.8' }],
      ),
    );
    assert.ok(
      await oneCaller(
        '1',
        [xff('[2001:db8:1:2::7]:40000')],
        [xff('2001:db8:1:2::8')],
        [{ Forwarded: 'by=10.0.0.1;for="[2001:db8:1:2::9]:4711"' }],
      ),
    );
    assert.ok(!(await oneCaller('1', [xff('203.0.113.8')], [xff('203.0.113.9')])));
  });

  it('that is none counts as the nearest proxy that is known', async () => {
    assert.ok(await oneCaller('1', [xff('unknown')], [xff('made-up-1')], [xff('')], [{}]));
    assert.ok(await oneCaller('2', [xff('x1, 10.0.0.2')], [xff('x2, 10.0.0.2')], [xff('10.0.0.2')]));
  });

  it('is believed of proxies at these addresses, and of nobody else', async () => {
    const ranges = '10.0.0.0/8,::1';
    assert.ok(
      await oneCaller(
        ranges,
        [xff('203.0.113.8'), '10.1.2.3'],
        [xff('203.0.113.8'), '::1'],
        [xff('192.0.2.1, 203.0.113.8, 10.9.9.9'), '::ffff:10.1.2.3'],
        [{}, '203.0.113.8'],
        [xff('192.0.2.7'), '203.0.113.8'],
      ),
    );
  });

  it('of proxies must be set up rightly', () => {
    for (const wrong of [
      '11',
      '-1',
      'yes',
      '10.0.0.0/33',
      '0.0.0.0/0',
      '10.0.0.0/8,',
      '10.0.0.0/8/8',
      '::1/x',
    ])
      assert.throws(() => trust(wrong), /TRUST_PROXY has/, wrong);
    assert.equal(trust(''), 0);
    assert.equal(trust('2'), 2);
  });

  it('that is not believed is told of once, without an address', async () => {
    for (const [text, peer] of [
      ['0', '203.0.113.8'],
      ['10.0.0.0/8', '203.0.113.8'],
    ] as const) {
      const log = mock.method(console, 'error', () => undefined);
      const app = appTrusting(text);
      for (let asked = 0; asked < 3; asked++) await from(app, xff('198.51.100.7'), peer);
      const lines = log.mock.calls.map((call) => String(call.arguments[0]));
      log.mock.restore();
      assert.equal(lines.length, 1, text);
      const [, words = ''] = /^\d{4}-\d\d-\d\dT[\d:.]+Z (.*)$/.exec(lines[0] ?? '') ?? [];
      assert.match(words, /^A forwarded address .*TRUST_PROXY/);
      assert.doesNotMatch(words, /\d+\.\d+/);
    }
  });
});

describe('PUBLIC_URL', () => {
  const send = (publicUrl: string | undefined, host: string, origin: string) =>
    stage.appWith({ publicUrl }).request(`http://${host}/v1/buurten/${buurtCode}/ideas`, {
      method: 'POST',
      headers: {
        Host: host,
        Origin: origin,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify(anIdea),
    });

  it('is the origin of own pages, whatever Host a proxy says', async () => {
    const answer = await send('https://buurt.example.nl', '127.0.0.1:8108', 'https://buurt.example.nl');
    assert.equal(answer.status, 201);
  });

  it('is the only one: a made-up Host gives nobody leave', async () => {
    const answer = await send('https://buurt.example.nl', 'evil.example', 'https://evil.example');
    assert.equal(answer.status, 403);
    assert.equal(
      (await send('https://buurt.example.nl', 'buurt.example.nl', 'http://buurt.example.nl')).status,
      403,
    );
  });

  it('is not needed where Host is right', async () => {
    assert.equal((await send(undefined, 'buurt.example.nl', 'https://buurt.example.nl')).status, 201);
  });
});

describe('Behind one address', () => {
  it('five hundred households vote in five minutes, at the usual limits', async () => {
    const round = await RoundOnStage.open(stage, 500);
    const app = stage.appWith({ requestsPerMinute: 1200 });
    /** As the widget does: a server that is too busy is asked again, with the same key. */
    const post = async (path: string, body: object): Promise<Response> => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
      for (;;) {
        const request = { method: 'POST', headers, body: JSON.stringify(body) };
        const answer = await app.request(`/v1/rounds/${round.id}/${path}`, request);
        if (answer.status !== 503) return answer;
        await pause(2000);
      }
    };
    const { rulesHash } = round;
    const ballot = { rulesHash, lines: [{ proposalId: 'a' }], channel: 'online' };
    for (let minute = 0; minute < 5; minute++) {
      const statuses = await Promise.all(
        round.codes.slice(minute * 100, minute * 100 + 100).map(async (code) => {
          const read = await app.request(`/v1/rounds/${round.id}`);
          const mine = await post('ballots/mine', { code });
          return [read.status, mine.status, (await post('ballots', { ...ballot, code })).status].join();
        }),
      );
      assert.deepEqual([...new Set(statuses)], ['200,200,201']);
      stage.now = new Date(stage.now.getTime() + 60_000);
    }
  });

  it('one code casts no more than a household does, and other things are made no oftener than before', async () => {
    const round = await RoundOnStage.open(stage, 2);
    const app = stage.appWith({ requestsPerMinute: 120 });
    const post = (path: string, body: object) =>
      app.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const mine = (code: string) => post(`/v1/rounds/${round.id}/ballots/mine`, { code });
    const [one, other] = round.codes as [string, string];
    const statuses: number[] = [];
    for (let asked = 0; asked < 4; asked++) statuses.push((await mine(one)).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    assert.equal((await mine(other)).status, 200);
    assert.equal((await mine(newCode())).status, 403);
    for (let asked = 0; asked < 12; asked++) await post('/v1/photos', {});
    assert.equal((await post('/v1/photos', {})).status, 429);
  });
});

describe('A caller who hangs up while sending', () => {
  it('is no mistake of ours: the log says nothing', async () => {
    const log = mock.method(console, 'error', () => undefined);
    for (const [path, type] of [
      ['/v1/photos', 'image/jpeg'],
      [`/v1/buurten/${buurtCode}/ideas`, 'application/json'],
    ] as const) {
      const request = new Request(`http://localhost${path}`, {
        method: 'POST',
        body: new ReadableStream({ pull: (sending) => sending.error(new Error('aborted')) }),
        headers: { 'Content-Type': type, 'Idempotency-Key': randomUUID() },
        ...{ duplex: 'half' },
      });
      assert.equal((await stage.app.request(request)).status, 408);
    }
    const lines = log.mock.callCount();
    log.mock.restore();
    assert.equal(lines, 0);
  });
});
