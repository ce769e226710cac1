import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import type { Store } from '../../packages/server/src/db/open.js';
import { Stage } from './stage.js';

let stage: Stage;
before(async () => {
  stage = await Stage.open();
  await stage.clear();
});
after(() => stage.close());

describe('A request that fails by our mistake', () => {
  const broken = () => {
    const store = { ...stage.store, db: undefined } as unknown as Store;
    return stage.appWith({ store });
  };
  async function failing(headers: Record<string, string>): Promise<{ lines: string[]; answer: Response }> {
    const log = mock.method(console, 'error', () => undefined);
    const answer = await broken().request('/v1/buurten?q=sam@voorbeeld.nl', { headers });
    const lines = log.mock.calls.map(({ arguments: words }) => words.join(' '));
    log.mock.restore();
    return { lines, answer };
  }

  it('is one line of the log, with its time, its id and where it happened', async () => {
    const { lines, answer } = await failing({});
    assert.equal(answer.status, 500);
    const id = answer.headers.get('x-request-id') ?? '';
    assert.match(id, /^[\da-f-]{36}$/);
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? '',
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [\da-f-]{36} GET \/v1\/buurten failed: \w+Error/,
    );
    assert.ok(lines[0]?.includes(` ${id} `) && lines[0].includes(' | at '));
    assert.doesNotMatch(lines[0] ?? '', /[\r\n]|voorbeeld/);
  });

  it('has the id that a proxy gave it, when that is one', async () => {
    const given = 'a1b2c3d4-of-the-proxy';
    const { lines, answer } = await failing({ 'X-Request-Id': given });
    assert.equal(answer.headers.get('x-request-id'), given);
    assert.ok(lines[0]?.includes(` ${given} GET`));
    for (const odd of ['a b', 'x'.repeat(65), 'sam@voorbeeld.nl'])
      assert.notEqual((await failing({ 'X-Request-Id': odd })).answer.headers.get('x-request-id'), odd);
  });
});

describe('A crowd that is asked to come again', () => {
  it('is a line a second, with how many more there were', async () => {
    const full = Object.assign(new Error('too many connections'), { code: '53300' });
    const db = new Proxy(
      {},
      {
        get() {
          throw full;
        },
      },
    );
    const store = { ...stage.store, db } as Store;
    const app = stage.appWith({ store });
    const log = mock.method(console, 'error', () => undefined);
    // Later than any line of a test that ran before in this process.
    const start = performance.now() + 10_000;
    const now = mock.method(performance, 'now', () => start);
    const crowd = (size: number) =>
      Promise.all(Array.from({ length: size }, async () => app.request('/v1/buurten?q=dorp')));
    const answers = await crowd(20);
    now.mock.mockImplementation(() => start + 1000);
    await crowd(5);
    const lines = log.mock.calls.map(({ arguments: words }) => words.join(' '));
    mock.restoreAll();
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [503]);
    assert.equal(answers[0]?.headers.get('retry-after'), '5');
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', / GET \/v1\/buurten must come again: too many connections$/);
    assert.match(lines[1] ?? '', /too many connections \(and 19 more since the last such line\)$/);
  });
});
