import { expect } from '@open-wc/testing';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { HttpRequest } from '../../packages/core/src/http/transport.js';
import { callJson } from '../../packages/core/src/http/http.js';
import { defaultRetryPolicy } from '../../packages/core/src/http/retry-policy.js';
import { uploading } from '../../packages/core/src/http/upload.js';
import { endpointThat, seenBy } from './core-misbehaving.js';
import type { Fault } from '../faults/fault.js';

const json = (body: unknown, status = 200): Fault => ({
  kind: 'answer',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const no = (status: number, headers: Record<string, string> = {}, body: unknown = {}): Fault => ({
  kind: 'answer',
  status,
  headers,
  body: JSON.stringify(body),
});
const reset: Fault = { kind: 'reset' };

/** As patient as the real thing, in a tenth of the time. */
const hurried = {
  ...defaultRetryPolicy,
  headersMs: 1000,
  answerMs: 2000,
  stallMs: 1000,
  pauseMs: 80,
  allMs: 6000,
};
const forGood = () => new AbortController().signal;

async function call(faults: readonly Fault[], call: Partial<HttpRequest> = {}, patience = hurried) {
  const endpoint = await endpointThat(...faults);
  const answer = callJson({ endpoint }, { path: 'buurten', signal: forGood(), ...call }, patience);
  return { endpoint, answer, seen: () => seenBy(endpoint) };
}

async function failureOf(answer: Promise<unknown>): Promise<ApiError> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('It succeeded.');
}

describe('A call to a server', () => {
  it('gives what the server answers', async () => {
    const { answer } = await call([json({ buurten: [] })]);
    expect(await answer).to.deep.equal({ buurten: [] });
  });

  it('sends no cookies and does not say from which page it comes', async () => {
    const { answer, seen } = await call([json({})]);
    await answer;
    const [request] = await seen();
    expect(request!.headers).to.not.have.any.keys('cookie', 'referer');
  });

  it('tries again when the connection breaks, and hands in the same under the same key', async () => {
    const { answer, seen } = await call([reset, reset, json({ id: '1' }, 201)], {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1' },
      body: '{"title":"Een bankje"}',
    });
    expect(await answer).to.deep.equal({ id: '1' });
    const requests = await seen();
    expect(requests).to.have.lengthOf(3);
    expect(new Set(requests.map(({ fingerprint }) => fingerprint)).size).to.equal(1);
    expect(requests.every(({ headers }) => headers['idempotency-key'] === 'k-1')).to.equal(true);
  });

  for (const status of [408, 425, 429, 502, 503, 504])
    it(`tries again after ${status}`, async () => {
      const { answer, seen } = await call([no(status), json({ well: true })]);
      expect(await answer).to.deep.equal({ well: true });
      expect(await seen()).to.have.lengthOf(2);
    });

  it('tries again while the same request is still being worked on', async () => {
    const inProgress = no(409, {}, { type: 'urn:example:in-progress' });
    const { answer } = await call([inProgress, json({ well: true })]);
    expect(await answer).to.deep.equal({ well: true });
  });

  it('gives up after four tries', async () => {
    const { answer, seen } = await call([no(503)]);
    expect((await failureOf(answer)).kind).to.equal('server');
    expect(await seen()).to.have.lengthOf(4);
  });

  it('says that nobody can be reached when every connection breaks', async () => {
    const { answer } = await call([reset]);
    expect((await failureOf(answer)).kind).to.equal('unreachable');
  });

  it('tries no longer than its time', async () => {
    const slow = { ...hurried, pauseMs: 1600, allMs: 30 };
    const { answer, seen } = await call([no(503)], {}, slow);
    expect((await failureOf(answer)).kind).to.equal('server');
    expect((await seen()).length).to.be.lessThan(4);
  });

  for (const [status, kind] of [
    [400, 'invalid'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'gone'],
    [409, 'conflict'],
    [413, 'too-big'],
    [415, 'unsupported'],
    [422, 'conflict'],
    [500, 'server'],
  ] as const)
    it(`does not try ${status} again and calls it ${kind}`, async () => {
      const { answer, seen } = await call([no(status), json({})]);
      const failure = await failureOf(answer);
      expect(failure).to.include({ kind, status });
      expect(await seen()).to.have.lengthOf(1);
    });

  it('does not wait for a server that never begins to answer', async () => {
    const { answer, seen } = await call([{ kind: 'silence' }]);
    expect((await failureOf(answer)).kind).to.equal('timeout');
    expect(await seen()).to.have.lengthOf(1);
  });

  it('does not wait for an answer that comes a byte at a time', async () => {
    const { answer } = await call([{ kind: 'drip', body: ' '.repeat(1000), everyMs: 200 }]);
    expect((await failureOf(answer)).kind).to.equal('timeout');
  });

  it('stops when its element goes', async () => {
    const element = new AbortController();
    const { answer } = await call([{ kind: 'silence' }], { signal: element.signal });
    element.abort();
    expect((await failureOf(answer)).kind).to.equal('aborted');
  });

  it('stops while it waits for the next try', async () => {
    const element = new AbortController();
    const { answer, seen } = await call([no(429, { 'retry-after': '50' })], { signal: element.signal });
    while ((await seen()).length === 0);
    element.abort();
    expect((await failureOf(answer)).kind).to.equal('aborted');
    expect(await seen()).to.have.lengthOf(1);
  });

  it('does not follow a redirect', async () => {
    const { answer } = await call([no(302, { location: '/seen/else' })], {}, { ...hurried, tries: 1 });
    expect((await failureOf(answer)).kind).to.equal('unreachable');
  });
});

describe('A server that asks to wait', () => {
  it('is given the seconds that it asks for', async () => {
    const { answer, seen } = await call([no(429, { 'retry-after': '1' }), json({})]);
    await answer;
    const [first, second] = await seen();
    expect(second!.at - first!.at).to.be.within(900, 3000);
  });

  it('is given the time until the date that it names', async () => {
    const date = new Date(Date.now() + 2000).toUTCString();
    const { answer, seen } = await call([no(503, { 'retry-after': date }), json({})]);
    await answer;
    expect(await seen()).to.have.lengthOf(2);
  });

  it('for longer than a minute makes us say when to come back', async () => {
    const { answer, seen } = await call([no(429, { 'retry-after': '3600' })]);
    const { kind, retryAt } = await failureOf(answer);
    expect(kind).to.equal('later');
    expect(retryAt!.getTime() - Date.now()).to.be.within(3_500_000, 3_600_000);
    expect(await seen()).to.have.lengthOf(1);
  });

  for (const junk of ['Wed, 21 Oct 2015 07:28:00 GMT', 'soon', '-5', '1e9', '99999999999999999999'])
    it(`without a moment that makes sense (${junk}) is left alone`, async () => {
      const { answer, seen } = await call([no(429, { 'retry-after': junk })]);
      expect(await failureOf(answer)).to.include({ kind: 'busy', retryAt: undefined });
      expect(await seen()).to.have.lengthOf(1);
    });
});

describe('An answer that cannot be read', () => {
  for (const [what, body] of [
    ['empty', ''],
    ['cut off', '{"buurten": ['],
    ['the page of a proxy', '<!doctype html><p>Bad gateway'],
    ['begun with a byte order mark', '\ufeff{}'],
  ])
    it(`because it is ${what} is said to be so`, async () => {
      const { answer } = await call([json(body)]);
      expect((await failureOf(answer)).kind).to.equal('unreadable');
    });

  it('is left after 2 MiB', async () => {
    const { answer } = await call([{ kind: 'flood', mebibytes: 20 }], {}, defaultRetryPolicy);
    expect((await failureOf(answer)).kind).to.equal('unreadable');
  });

  it('is left after 2 MiB also when it came packed', async () => {
    const { answer } = await call([{ kind: 'flood', mebibytes: 20, gzip: true }], {}, defaultRetryPolicy);
    expect((await failureOf(answer)).kind).to.equal('unreadable');
  });
});

describe('What a server says is wrong', () => {
  const problem = (body: unknown) => call([no(400, {}, body)]).then(({ answer }) => failureOf(answer));

  it('is told field by field', async () => {
    const { problems } = await problem({
      errors: [{ pointer: '/title', code: 'too-short', limit: 4, actual: 1, detail: 'Te kort.' }],
    });
    expect(problems).to.deep.equal([
      { pointer: '/title', code: 'too-short', limit: 4, actual: 1, detail: 'Te kort.' },
    ]);
  });

  it('stays a text, of a bounded length and without signs that turn the line around', async () => {
    const { problems, detail } = await problem({
      detail: '\u202e<img src=x onerror=alert(1)>',
      errors: [{ pointer: `/${'a'.repeat(5000)}`, code: 'drop table', detail: 'b'.repeat(5000), limit: '1' }],
    });
    expect(detail).to.equal('<img src=x onerror=alert(1)>');
    expect(problems[0]).to.include({ code: 'malformed', detail: 'b'.repeat(300) });
    expect(problems[0]!.pointer).to.have.lengthOf(200);
    expect(problems[0]).to.not.have.property('limit');
  });

  it('is bounded in number', async () => {
    const { problems } = await problem({ errors: Array.from({ length: 200 }, () => ({ pointer: '/x' })) });
    expect(problems).to.have.lengthOf(50);
  });

  for (const errors of [null, 'all', { pointer: '/title' }, [null, 7, 'title', []]])
    it(`does not matter when it has the wrong shape (${JSON.stringify(errors)})`, async () => {
      const failure = await problem({ errors });
      expect(failure.kind).to.equal('invalid');
      for (const { pointer, code } of failure.problems)
        expect([pointer, code]).to.deep.equal(['', 'malformed']);
    });
});

describe('A photo on its way up', () => {
  const photo = new Blob([new Uint8Array(300_000)], { type: 'image/jpeg' });
  const sending = (onProgress?: (fraction: number) => void): Partial<HttpRequest> => ({
    method: 'POST',
    path: 'photos',
    headers: { 'content-type': 'image/jpeg', 'idempotency-key': 'p-1' },
    body: photo,
    transport: uploading(onProgress),
  });

  it('arrives whole, and tells how far it is', async () => {
    const fractions: number[] = [];
    const { answer, seen } = await call(
      [json({ id: 'p' }, 201)],
      sending((each) => fractions.push(each)),
    );
    expect(await answer).to.deep.equal({ id: 'p' });
    expect((await seen())[0]!.bytes).to.equal(photo.size);
    expect(fractions.at(-1)).to.equal(1);
  });

  it('is tried again under the same key when the connection breaks', async () => {
    const { answer, seen } = await call([reset, json({ id: 'p' }, 201)], sending());
    await answer;
    expect((await seen()).map(({ headers }) => headers['idempotency-key'])).to.deep.equal(['p-1', 'p-1']);
  });

  it('is given up when nothing moves any more', async () => {
    const { answer } = await call([{ kind: 'silence' }], sending());
    expect((await failureOf(answer)).kind).to.equal('timeout');
  });

  it('stops when the resident takes it away', async () => {
    const resident = new AbortController();
    const { answer } = await call([{ kind: 'silence' }], { ...sending(), signal: resident.signal });
    resident.abort();
    expect((await failureOf(answer)).kind).to.equal('aborted');
  });

  it('says so when the server finds it too big or of the wrong kind', async () => {
    const tooBig = await call([no(413)], sending());
    expect((await failureOf(tooBig.answer)).kind).to.equal('too-big');
    const wrong = await call([no(415)], sending());
    expect((await failureOf(wrong.answer)).kind).to.equal('unsupported');
  });

  it('is not believed to have arrived after a redirect', async () => {
    const elsewhere = no(307, { location: '../../elsewhere' });
    const { answer } = await call([elsewhere], sending(), { ...hurried, tries: 1 });
    expect((await failureOf(answer)).kind).to.be.oneOf(['unreadable', 'unreachable']);
  });
});
