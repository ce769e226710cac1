import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { operator as operatorActor } from '../../packages/server/src/acts/acts.queries.js';
import { decideOnIdeas } from '../../packages/server/src/ideas/ideas.service.js';
import { postWebhook, webhookUrlProblem } from '../../packages/server/src/webhooks/post-webhook.js';
import { isPublicAddress, publicLookup } from '../../packages/server/src/webhooks/public-address.js';
import { signatureHeaders } from '../../packages/server/src/webhooks/signature.js';
import { sendWebhooks } from '../../packages/server/src/webhooks/webhooks.queries.js';
import { OperatorOnStage } from './operator-stage.js';
import { anIdea, buurtCode, Stage } from './stage.js';

const publicUrl = 'https://buurt.example.nl';
const otherBuurt = 'BU9999AA02';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let stage: Stage;
let operator: OperatorOnStage;
let receiver: Server;
let heard: Heard[];
/** What the receiver answers; 0: nothing at all, it hangs up. */
let status: number;
before(async () => {
  stage = await Stage.open();
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      });
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end('x'.repeat(100));
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
});
after(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await operator.leave();
  await stage.close();
});
beforeEach(async () => {
  [heard, status] = [[], 204];
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear({ moderated: true, answerDays: 10 });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { moderated: true });
});
afterEach(() => stage.store.db.deleteFrom('webhook').execute());

const later = (ms: number) => (stage.now = new Date(stage.now.getTime() + ms));
const here = (path = '/hook') =>
  `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}${path}`;
const send = () => sendWebhooks({ store: stage.store, publicUrl }, stage.now);
const idea = (title: string, buurt = buurtCode) => stage.addInitiative({ title, review: 'waiting', buurt });
const titles = () => heard.map(({ body }) => (JSON.parse(body) as { data: { title: string } }).data.title);

/** Adds a webhook as an operator does; gives its id and its secret. */
async function adds(...more: string[]): Promise<{ id: string; secret: string }> {
  const { exitCode, out, err } = await operator.types('webhooks', 'add', here(), '--allow-private', ...more);
  assert.equal(exitCode, 0, err);
  const [, id = ''] = /Its id is (\S+)\./.exec(out) ?? [];
  const [secret = ''] = /whsec_\S+/.exec(out) ?? [];
  return { id, secret };
}

const publish = (id: string) =>
  stage.store.transaction((db) =>
    decideOnIdeas(db, [id], { state: 'published', reason: null }, { by: operatorActor, at: stage.now }),
  );

describe('A webhook', () => {
  it('hears what comes in, with its kind, buurt, title and a link to the desk, and nothing else of anybody', async () => {
    await adds();
    const words = { name: 'Samira', email: 'sam@voorbeeld.nl', story: 'Het verhaal.' };
    const { id } = await (await stage.handIn({ ...anIdea, ...words })).json();
    later(1000);
    await send();
    assert.equal(heard.length, 1);
    assert.deepEqual(JSON.parse(heard[0]!.body), {
      type: 'idea.received',
      timestamp: '2026-11-23T10:00:01.000Z',
      data: {
        ...{ kind: 'idea', buurt: { code: buurtCode, name: 'Lindenkwartier' }, title: anIdea.title },
        ...{ since: '2026-11-23T10:00:00.000Z', answerBy: '2026-12-03T10:00:00.000Z' },
        link: `${publicUrl}/desk#/idea/${String(id)}`,
      },
    });
    assert.equal(heard[0]!.headers['content-type'], 'application/json');
  });

  it('can know by the signature, as Standard Webhooks has it, who sent it and when', async () => {
    const { secret } = await adds();
    await idea('Een bankje');
    await send();
    const [{ headers, body } = assert.fail()] = heard;
    assert.match(String(headers['webhook-id']), /^[\da-f-]{36}$/);
    assert.equal(headers['webhook-timestamp'], String(stage.now.getTime() / 1000));
    const message = { id: String(headers['webhook-id']), body };
    assert.equal(
      headers['webhook-signature'],
      signatureHeaders(secret, message, stage.now)['webhook-signature'],
    );
  });

  it('hears each thing once, and nothing of what waited before it was added', async () => {
    await idea('Er al');
    await adds();
    await idea('Nieuw');
    for (let nth = 0; nth < 3; nth++) {
      await send();
      later(dayMs);
    }
    assert.deepEqual(titles(), ['Nieuw']);
  });

  it('hears of its own buurt alone', async () => {
    await adds('--buurt', 'Molenbuurt');
    await idea('Hier');
    await idea('Daar', otherBuurt);
    await send();
    assert.deepEqual(titles(), ['Daar']);
  });

  it('hears that a remark was reported, and again when that happens after it was dealt with', async () => {
    await adds();
    const remark = randomUUID();
    await stage.store.db
      .insertInto('remark')
      .values({
        ...{
          id: remark,
          initiative_id: await stage.addInitiative(),
          stance: 'for',
          text: 'Onzin',
          name: null,
        },
        ...{ review: 'published', created_at: stage.now },
      })
      .execute();
    for (let nth = 0; nth < 2; nth++) {
      assert.equal((await stage.post(`/remarks/${remark}/reports`, { reason: 'Onaardig.' })).status, 201);
      await send();
      await stage.store.db.deleteFrom('remark_report').execute();
      await send();
    }
    assert.deepEqual(
      heard.map(({ body }) => (JSON.parse(body) as { type: string }).type),
      ['remark.reported', 'remark.reported'],
    );
  });

  it('is not told of what was done before it could be told', async () => {
    await adds();
    status = 500;
    const id = await idea('Een bankje');
    await send();
    await publish(id);
    status = 204;
    later(dayMs);
    await send();
    assert.equal(heard.length, 1);
    assert.deepEqual(await stage.store.db.selectFrom('webhook_message').selectAll().execute(), []);
  });

  for (const failing of [500, 302, 404, 0])
    it(`hears it again later and later, under the same id, for two days, when it ${failing === 0 ? 'hangs up' : `answers ${String(failing)}`}`, async () => {
      await adds();
      status = failing;
      await idea('Een bankje');
      const begin = stage.now.getTime();
      const tries: number[] = [];
      for (; stage.now.getTime() < begin + 3 * dayMs; later(5 * minuteMs)) {
        const before = heard.length;
        await send();
        if (heard.length > before) tries.push((stage.now.getTime() - begin) / minuteMs);
      }
      assert.equal(tries.length, 14);
      assert.deepEqual(tries.slice(0, 5), [0, 5, 15, 35, 75]);
      assert.ok(tries.at(-1)! > 46 * 60 && tries.at(-1)! <= 48 * 60, String(tries.at(-1)));
      assert.equal(new Set(heard.map(({ headers }) => headers['webhook-id'])).size, 1);
      assert.ok(heard.every(({ path }) => path === '/hook'));
    });

  it('that is down holds up no other, and is asked once a round', async () => {
    await adds();
    const { exitCode } = await operator.types('webhooks', 'add', 'http://127.0.0.1:9/', '--allow-private');
    assert.equal(exitCode, 0);
    for (const title of ['Een', 'Twee', 'Drie']) await idea(title);
    await send();
    assert.deepEqual(titles().toSorted(), ['Drie', 'Een', 'Twee']);
    const { out } = await operator.types('webhooks', 'list');
    assert.match(out, /http:\/\/127\.0\.0\.1:9 +all +on +3 +no answer \(ECONNREFUSED\)/);
    const rows = await stage.store.db
      .selectFrom('webhook_message')
      .select('tries')
      .where('sent_at', 'is', null)
      .execute();
    assert.deepEqual(rows.map(({ tries }) => tries).toSorted(), [0, 0, 1]);
  });

  it('that says it is gone is called no more', async () => {
    await adds();
    status = 410;
    await idea('Een');
    await idea('Twee');
    await send();
    status = 204;
    later(dayMs);
    await idea('Drie');
    await send();
    assert.equal(heard.length, 1);
    assert.match((await operator.types('webhooks', 'list')).out, /stopped: it said that it is gone/);
  });

  it('is told once by two servers on one database', async () => {
    await adds();
    for (let nth = 0; nth < 5; nth++) await idea(`Idee ${String(nth)}`);
    await Promise.all([send(), send(), send()]);
    assert.equal(new Set(titles()).size, 5);
    assert.equal(heard.length, 5);
  });

  it('goes with its buurt, and hears nothing once it was removed', async () => {
    const { id } = await adds();
    await idea('Een bankje');
    assert.equal((await operator.types('webhooks', 'remove', id)).exitCode, 0);
    await send();
    assert.equal(heard.length, 0);
    assert.equal((await operator.types('webhooks', 'remove', id)).exitCode, 1);
    assert.equal((await operator.types('webhooks', 'remove', 'x')).exitCode, 1);
  });

  it('is tried by an operator, who sees what it answers', async () => {
    const { id } = await adds();
    const { exitCode, out } = await operator.types('webhooks', 'test', id);
    assert.deepEqual([exitCode, out], [0, 'The test was taken: it answered 204.\n']);
    assert.equal((JSON.parse(heard[0]!.body) as { type: string }).type, 'webhook.test');
    status = 500;
    const refused = await operator.types('webhooks', 'test', id);
    assert.deepEqual([refused.exitCode, refused.err.includes('it answered 500')], [1, true]);
  });

  it('shows its secret once, and its path to nobody', async () => {
    const { secret } = await adds();
    const { out } = await operator.types('webhooks', 'list');
    assert.ok(!out.includes(secret) && !out.includes('/hook'), out);
  });
});

it('A signature is that of the example of Standard Webhooks', () => {
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
  const headers = signatureHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    message,
    new Date(1_614_265_330_000),
  );
  assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

describe('An address that may not be called', () => {
  for (const url of [
    'http://www.example.nl/hook',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://name:word@www.example.nl/',
    'ftp://www.example.nl/',
    'hook',
  ])
    it(`is refused when it is added: ${url}`, async () => {
      assert.ok(webhookUrlProblem(url, false));
      assert.notEqual((await operator.types('webhooks', 'add', url)).exitCode, 0);
      assert.deepEqual(await stage.store.db.selectFrom('webhook').selectAll().execute(), []);
    });

  it('is not reached by plain http elsewhere either, whatever the operator says', () => {
    assert.ok(webhookUrlProblem('http://www.example.nl/', true));
    assert.equal(webhookUrlProblem('https://10.0.0.1/', true), undefined);
    assert.equal(webhookUrlProblem('https://www.example.nl/hook', false), undefined);
  });

  it('is not called when its name leads there only now, nor as a number', async () => {
    const port = String((receiver.address() as AddressInfo).port);
    const message = { id: 'x', body: '{}' };
    for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]']) {
      const target = { url: `http://${host}:${port}/`, secret: 'whsec_AAAA', allowsPrivate: false };
      await assert.rejects(postWebhook(target, message, stage.now), { code: 'EPRIVATE' });
    }
    assert.equal(heard.length, 0);
    await new Promise<void>((done) =>
      publicLookup('localhost', { all: false }, (error) => {
        assert.equal(error?.code, 'EPRIVATE');
        done();
      }),
    );
  });

  for (const [address, isPublic] of [
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['fe80::1', false],
    ['::', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['localhost', false],
  ] as const)
    it(`${address} is ${isPublic ? '' : 'not '}of the internet`, () => {
      assert.equal(isPublicAddress(address), isPublic);
    });
});
