import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { answerRules } from '@buurt/conform/checks/answer-rules.js';
import { allChecks, conform, type Report } from '@buurt/conform/conform.js';
import { curlOf } from '@buurt/conform/exchange.js';
import { junitReport, textReport } from '@buurt/conform/reports.js';
import type { Profile } from '@buurt/domain/wire/profiles.js';
import { XMLParser } from 'fast-xml-parser';
import type { LocalAction } from '../../packages/server/src/cli/command-action.js';
import { parseCommand, runAction } from '../../packages/server/src/cli/run.js';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';
import { serve, type Serving } from '../../packages/server/src/http/serve.js';
import { operations } from './conformance.js';
import {
  type Asked,
  changed,
  refused,
  spoilt,
  withHeaders,
  withJson,
  type Spoiler,
} from './spoilt-endpoint.js';
import { buurtCode, Stage } from './stage.js';

const site = 'https://www.corporatie.example';
const document = openApiDocument();
let stage: Stage;
let serving: Serving;
let url: string;
before(async () => {
  stage = await Stage.open({ allowedOrigins: [site] });
  serving = await serve(Promise.resolve(stage.app), 0, '127.0.0.1');
  url = `http://127.0.0.1:${String(serving.port)}/v1`;
});
after(async () => {
  await serving.stop();
  await stage.close();
});
beforeEach(async () => {
  await stage.clear();
  const place = { lat: 52.005, lon: 5.005, address: 'Lindenlaan 12' };
  const titles = ['Een lange tafel', 'Een theetuin', 'Bankjes in de zon', 'Een boomgaard', 'Een speelplek'];
  for (const [index, title] of titles.entries()) {
    const publishedAt = new Date(stage.now.getTime() - index * 60_000);
    await stage.addInitiative({
      title,
      publishedAt,
      theme: 'green',
      status: index === 0 ? 'done' : 'new',
      place,
    });
  }
});

const asked = { document, profiles: ['read'], origin: site } as const;
const elsewhere = 'http://localhost/v1';
const here = ({ url: address, ...init }: Asked) => Promise.resolve(stage.app.request(address, init));
const failedOf = ({ results }: Report) =>
  results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

/** What is noticed of an endpoint that does one thing wrong. */
const noticed = async (spoiler: Pick<Spoiler, 'when' | 'answer'>, profile: Profile = 'read') =>
  conform({
    ...{ ...asked, profiles: [profile], url: elsewhere },
    fetch: spoilt(here, spoiler),
    pause: () => Promise.resolve(),
  });

const pathOf = ({ url }: Asked) => new URL(url).pathname;
const queryOf = ({ url }: Asked) => new URL(url).searchParams;
const at = (path: string) => (request: Asked) => request.method === 'GET' && pathOf(request) === `/v1${path}`;
const inBuurt = (path: string) => at(`/buurten/${buurtCode}${path}`);
const list = inBuurt('/initiatives');
const askedWith = (key: string) => (request: Asked) => list(request) && queryOf(request).has(key);
const nobodysId = '00000000-0000-4000-8000-000000000000';
const ofInitiative = ({ url }: Asked) => /\/v1\/initiatives\/[^/]+$/.test(url) && !url.endsWith(nobodysId);
const nothingThere = (right: Response) =>
  changed(right, '{"code":"BU00000000"}', { status: 200, headers: { 'content-type': 'application/json' } });
const asIfNotAsked = (key: string) => async (_: Response, request: Asked) => {
  const other = new URL(request.url);
  other.searchParams.delete(key);
  return here({ ...request, url: other.href });
};

/** A way to break each check of reading, and each rule for all answers. */
const readSpoilers: readonly Spoiler[] = [
  {
    what: 'declares other profiles than it is asked for',
    noticedBy: ['read.declared'],
    when: at(''),
    answer: (right) => withJson(right, (json) => ({ ...json, profiles: ['vote'] })),
  },
  {
    what: 'lists no buurten',
    noticedBy: ['read.buurten'],
    when: (request) => at('/buurten')(request) && queryOf(request).has('q'),
    answer: (right) => withJson(right, () => ({ buurten: [] })),
  },
  ...(['getBuurt', 'getSettings'] as const).map((operation, index) => ({
    what: `tells of another buurt in ${operation}`,
    noticedBy: [['read.buurt'], ['read.settings']][index]!,
    when: inBuurt(['', '/settings'][index]!),
    answer: (right: Response) => withJson(right, (json) => ({ ...json, code: 'BU9999AA02' })),
  })),
  {
    what: 'gives a border with latitude first',
    noticedBy: ['read.boundary', 'read.places'],
    when: inBuurt('/boundary'),
    answer: (right) =>
      withJson(right, ({ geometry }) => {
        for (const ring of geometry.coordinates.flat()) for (const position of ring) position.reverse();
      }),
  },
  {
    what: 'gives a ring that does not end where it begins',
    noticedBy: ['read.boundary'],
    when: inBuurt('/boundary'),
    answer: (right) => withJson(right, ({ geometry }) => void geometry.coordinates[0][0].pop()),
  },
  {
    what: 'gives borders of codes that nobody asked for',
    noticedBy: ['read.boundaries'],
    when: at('/boundaries'),
    answer: (right) =>
      withJson(right, ({ features }) => void features.push({ ...features[0], id: 'BU9999AA02' })),
  },
  {
    what: 'says that there are fewer initiatives than it shows',
    noticedBy: ['read.list', 'read.pages', 'read.places'],
    when: (request) => list(request) && !queryOf(request).has('q') && !queryOf(request).has('status'),
    answer: (right) => withJson(right, (json) => ({ ...json, total: 1 })),
  },
  {
    what: 'repeats the last of a page on the next one',
    noticedBy: ['read.pages'],
    when: (request) => askedWith('cursor')(request) && queryOf(request).get('cursor') !== 'nobody-gave-this',
    answer: async (right) => {
      const { initiatives: before } = await (
        await stage.get(`/buurten/${buurtCode}/initiatives?limit=3`)
      ).json();
      return withJson(right, ({ initiatives }) => void (initiatives[0] = before[2]));
    },
  },
  {
    what: 'repeats an initiative on one page',
    noticedBy: ['read.list', 'read.pages', 'read.words'],
    when: list,
    answer: (right) =>
      withJson(right, ({ initiatives = [] }) => {
        if (initiatives.length > 0) initiatives.push(initiatives.at(-1));
      }),
  },
  {
    what: 'ends the list at its first page',
    noticedBy: ['read.pages'],
    when: askedWith('limit'),
    answer: (right) => withHeaders(right, { link: undefined }),
  },
  {
    what: 'begins with the oldest',
    noticedBy: ['read.newest'],
    when: askedWith('sort'),
    answer: (right) => withJson(right, ({ initiatives }) => void initiatives?.reverse()),
  },
  {
    what: 'gives all initiatives whatever the status',
    noticedBy: ['read.status'],
    when: askedWith('status'),
    answer: asIfNotAsked('status'),
  },
  {
    what: 'finds nothing by its title',
    noticedBy: ['read.words'],
    when: askedWith('q'),
    answer: (right) => withJson(right, (json) => ({ ...json, initiatives: [] })),
  },
  {
    what: 'finds everything by any words',
    noticedBy: ['read.words'],
    when: askedWith('q'),
    answer: asIfNotAsked('q'),
  },
  ...(['limit', 'cursor'] as const).map((key) => ({
    what: `takes any ${key}`,
    noticedBy: [`read.${key}`],
    when: (request: Asked) =>
      list(request) && ['0', 'nobody-gave-this'].includes(queryOf(request).get(key) ?? ''),
    answer: asIfNotAsked(key),
  })),
  {
    what: 'points at something else than what is wrong',
    noticedBy: ['read.limit'],
    when: (request) => queryOf(request).get('limit') === '0',
    answer: (right) => withJson(right, ({ errors }) => void (errors[0].pointer = '/size')),
  },
  {
    what: 'says what is nearest to nothing',
    noticedBy: ['read.near'],
    when: (request) => queryOf(request).get('sort') === 'near',
    answer: asIfNotAsked('sort'),
  },
  {
    what: 'gives another initiative than the list',
    noticedBy: ['read.initiative'],
    when: ofInitiative,
    answer: (right) => withJson(right, (json) => ({ ...json, title: 'Iets anders' })),
  },
  {
    what: 'gives places with latitude first',
    noticedBy: ['read.places'],
    when: inBuurt('/places'),
    answer: (right) =>
      withJson(right, ({ features }) => {
        for (const { geometry } of features) geometry.coordinates.reverse();
      }),
  },
  {
    what: 'counts other places than the list',
    noticedBy: ['read.places'],
    when: inBuurt('/places'),
    answer: (right) => withJson(right, (json) => ({ ...json, total: 77 })),
  },
  {
    what: 'gives no ETag',
    noticedBy: ['read.etag'],
    when: list,
    answer: (right) => withHeaders(right, { etag: undefined }),
  },
  {
    what: 'sends everything again, whatever a browser has',
    noticedBy: ['read.etag'],
    when: (request) => request.headers.has('if-none-match'),
    answer: (_, request) => here({ ...request, headers: new Headers({ origin: site }) }),
  },
  {
    what: 'says that nothing changed to whoever has something else',
    noticedBy: ['read.etag'],
    when: (request) => request.headers.get('if-none-match') === '"another"',
    answer: (right) => changed(right, null, { status: 304 }),
  },
  ...(['getBuurt', 'listInitiatives', 'getInitiative'] as const).map((operation, index) => ({
    what: `answers 200 in ${operation} to what is not there`,
    noticedBy: [`read.not-there.${operation}`, `shapes.${operation}`],
    when: at(['/buurten/BU00000000', '/buurten/BU00000000/initiatives', `/initiatives/${nobodysId}`][index]!),
    answer: nothingThere,
  })),
  {
    what: 'finds nothing like a title that is there',
    noticedBy: ['read.similar'],
    when: inBuurt('/initiatives/similar'),
    answer: (right) => withJson(right, () => ({ initiatives: [] })),
  },
  {
    what: 'refuses to say what lies around',
    noticedBy: ['read.surroundings'],
    when: inBuurt('/surroundings'),
    answer: (right) => refused(right, 400),
  },
  {
    what: 'passes over what it does not know',
    noticedBy: ['read.unknown-key'],
    when: askedWith('lmit'),
    answer: asIfNotAsked('lmit'),
  },
  {
    what: 'does not let a browser send If-None-Match',
    noticedBy: ['read.preflight'],
    when: ({ method }) => method === 'OPTIONS',
    answer: (right) => withHeaders(right, { 'access-control-allow-headers': 'content-type' }),
  },
  {
    what: 'fails at words',
    noticedBy: ['answers.no-failure', 'read.words'],
    when: askedWith('q'),
    answer: (right) => refused(right, 500),
  },
  {
    what: 'refuses with a page of HTML',
    noticedBy: ['answers.problem-json', 'read.limit', 'shapes.listInitiatives'],
    when: (request) => queryOf(request).get('limit') === '0',
    answer: (right) => changed(right, '<h1>No</h1>', { headers: { 'content-type': 'text/html' } }),
  },
  {
    what: 'says another status in the body of a refusal than in its first line',
    noticedBy: ['answers.problem-json'],
    when: (request) => queryOf(request).get('limit') === '0',
    answer: (right) => withJson(right, (json) => ({ ...json, status: 200 })),
  },
  {
    what: 'points with dots',
    noticedBy: ['answers.problem-json'],
    when: (request) => queryOf(request).get('limit') === '0',
    answer: (right) =>
      withJson(right, ({ errors }) => void errors.push({ ...errors[0], pointer: 'limit.of' })),
  },
  {
    what: 'refuses whoever asks fast, and does not say how long',
    noticedBy: ['answers.retry-after', 'read.newest'],
    when: (request) => queryOf(request).get('sort') === 'new' && !queryOf(request).has('cursor'),
    answer: (right) => refused(right, 429),
  },
  {
    what: 'hides refusals from the pages of a site',
    noticedBy: ['answers.cors'],
    answer: (right) =>
      right.status >= 400 ? withHeaders(right, { 'access-control-allow-origin': undefined }) : right,
  },
  {
    what: 'hides from scripts where the list goes on',
    noticedBy: ['answers.exposed'],
    answer: (right) => withHeaders(right, { 'access-control-expose-headers': undefined }),
  },
  {
    what: 'writes moments without a zone',
    noticedBy: ['shapes.listInitiatives', 'read.list'],
    when: list,
    answer: (right) =>
      withJson(right, ({ initiatives = [] }) => {
        for (const each of initiatives) each.publishedAt = each.publishedAt.replace('Z', '');
      }),
  },
  {
    what: 'gives GeoJSON as plain JSON',
    noticedBy: ['shapes.getBoundary'],
    when: inBuurt('/boundary'),
    answer: (right) => withHeaders(right, { 'content-type': 'application/json' }),
  },
];

const ideas = ({ method, url: address }: Asked) => method === 'POST' && address.endsWith('/ideas');
const bodyOf = ({ body }: Asked) => JSON.parse(body ?? '');
/** Takes whatever is sent, as if it were sound. */
const takes = async (right: Response, asked: Asked) => {
  const sound = { title: 'Test', story: 'Test: een verhaal.', consent: true };
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin: site };
  return right.status < 400
    ? right
    : here({ ...asked, headers: new Headers(headers), body: JSON.stringify(sound) });
};
const takesWhen = (what: string, id: string, is: (asked: Asked) => boolean): Spoiler => ({
  ...{ what, noticedBy: [id], when: (asked) => ideas(asked) && is(asked), answer: takes },
});
const isJson = ({ body }: Asked) => {
  try {
    return Boolean(JSON.parse(body ?? ''));
  } catch {
    return false;
  }
};
const has = (is: (idea: any) => boolean) => (asked: Asked) => isJson(asked) && is(bodyOf(asked));

/** A way to break each check of handing in ideas. */
const ideaSpoilers = (): readonly Spoiler[] => {
  const keys = new Map<string, number>();
  /** How often this key came, this time included. */
  const times = ({ headers }: Asked) => {
    const key = headers.get('idempotency-key') ?? '';
    keys.set(key, (keys.get(key) ?? 0) + 1);
    return keys.get(key) ?? 0;
  };
  const withNewKey = (asked: Asked) => {
    const headers = new Headers(asked.headers);
    headers.set('idempotency-key', randomUUID());
    return here({ ...asked, headers });
  };
  return [
    {
      what: 'stops at the first thing that is wrong',
      noticedBy: ['ideas.all-at-once'],
      when: ideas,
      answer: (right) =>
        right.status === 400 ? withJson(right, ({ errors }) => void errors.splice(1)) : right,
    },
    takesWhen(
      'takes any title',
      'ideas.too-long',
      has(({ title }) => title.length > 300),
    ),
    takesWhen(
      'takes any theme',
      'ideas.theme',
      has(({ theme }) => theme !== undefined),
    ),
    takesWhen(
      'takes any place',
      'ideas.outside',
      has(({ place }) => Boolean(place)),
    ),
    takesWhen(
      'passes over a key that it does not know',
      'ideas.unknown-key',
      has(({ surprise }) => surprise),
    ),
    takesWhen('needs no Idempotency-Key', 'ideas.no-key', ({ headers }) => !headers.has('idempotency-key')),
    takesWhen('takes what is no JSON', 'ideas.no-json', (asked) => !isJson(asked)),
    takesWhen(
      'takes plain text',
      'ideas.type',
      ({ headers }) => headers.get('content-type') === 'text/plain',
    ),
    takesWhen('takes a book', 'ideas.too-big', ({ body }) => (body ?? '').length > 65_536),
    {
      what: 'publishes without anybody having read it',
      noticedBy: ['ideas.handed-in', 'ideas.shown'],
      when: ideas,
      answer: (right) =>
        right.status === 201 ? withJson(right, (json) => ({ ...json, state: 'waiting' })) : right,
    },
    {
      what: 'makes another idea when it comes again',
      noticedBy: ['ideas.again', 'ideas.at-once', 'ideas.key-used-before'],
      when: (asked) =>
        ideas(asked) && isJson(asked) && asked.headers.has('idempotency-key') && times(asked) > 1,
      answer: (_, asked) => withNewKey(asked),
    },
    {
      what: 'gives the first answer to another idea with its key',
      noticedBy: ['ideas.key-used-before'],
      when: has(({ story }) => String(story).endsWith('Anders.')),
      answer: (_, asked) => here({ ...asked, body: asked.body!.replace(' Anders.', '') }),
    },
    {
      what: 'does not let a browser send a key',
      noticedBy: ['ideas.preflight'],
      when: ({ method }) => method === 'OPTIONS',
      answer: (right) => withHeaders(right, { 'access-control-allow-headers': 'content-type' }),
    },
  ];
};
const spoilers: readonly (Spoiler & { readonly profile: Profile })[] = [
  ...readSpoilers.map((each) => ({ ...each, profile: 'read' as const })),
  ...ideaSpoilers().map((each) => ({ ...each, profile: 'ideas' as const })),
];

describe('The checks of an endpoint', () => {
  it('find nothing wrong with this server', async () => {
    const report = await conform({ ...asked, profiles: ['read', 'ideas'], url });
    assert.deepEqual(
      report.results.filter(({ outcome }) => outcome !== 'passed'),
      [],
    );
    assert.ok(report.conforms);
    assert.deepEqual(report.missing, []);
  });

  it('have each a way to fail below', () => {
    const broken = new Set(spoilers.flatMap(({ noticedBy }) => noticedBy));
    const ids = [...allChecks, ...answerRules].map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id) => !broken.has(id)),
      [],
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const { what, noticedBy, profile, ...spoiler } of spoilers)
    it(`notice an endpoint that ${what}`, async () => {
      const failed = failedOf(await noticed(spoiler, profile));
      assert.deepEqual(failed.toSorted(), noticedBy.toSorted());
    });
});

describe('Ideas that a check hands in', () => {
  it('are named, can be told by their titles, and are two', async () => {
    await stage.clear({ moderated: true });
    const report = await conform({ ...asked, profiles: ['ideas'], url });
    assert.ok(report.conforms, textReport(report));
    const stored = await stage.store.db
      .selectFrom('initiative')
      .select(['id', 'title', 'reference'])
      .execute();
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    assert.deepEqual(report.leftBehind.toSorted(byId), stored.toSorted(byId));
    assert.equal(stored.length, 2);
    for (const { title, reference } of stored) {
      assert.match(title, /^Test /);
      assert.ok(textReport(report).includes(`Left behind: the idea “${title}”, ${reference}`));
    }
  });

  it('fill in what the settings require', async () => {
    const fields = (['title', 'story', 'theme', 'place', 'needs', 'cost', 'name', 'email'] as const).map(
      (name) => ({
        ...{ name, required: true, ...(name === 'title' ? { min: 70, max: 80 } : {}) },
      }),
    );
    const label = { nl: 'Hoe?' };
    const question = { step: 'idea', label, required: true, options: [], shown: false } as const;
    await stage.clear({
      ...{ moderated: false, fields },
      questions: [
        { ...question, id: 'how', kind: 'text' },
        { ...question, id: 'which', kind: 'choice', options: [{ nl: 'Zo' }, { nl: 'Anders' }] },
      ],
    });
    const report = await conform({ ...asked, profiles: ['ideas'], url });
    assert.ok(report.conforms, textReport(report));
  });

  it('are not handed in where a photo is required, and the report says so', async () => {
    await stage.clear({
      moderated: false,
      fields: (['title', 'story', 'photos'] as const).map((name) => ({ name, required: true })),
    });
    const report = await conform({ ...asked, profiles: ['ideas'], url });
    assert.equal(report.conforms, false);
    assert.match(textReport(report), /the settings of the buurt ask more than a test can give: \/photos/);
    assert.deepEqual(report.leftBehind, []);
  });
});

/** Whether a request is one of this operation, by its path in the document. */
const isOf = (path: string) => {
  const pattern = new RegExp(`^/v1${path.replace(/^\/$/, '').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  return (asked: Asked) => pattern.test(pathOf(asked));
};

describe('The shapes of the answers', () => {
  it('are checked of each operation that is asked', async () => {
    const report = await noticed({ when: () => false, answer: (right) => right });
    const shapes = report.results.filter(({ part }) => part === 'shapes').map(({ id }) => id);
    assert.ok(shapes.length >= 11, String(shapes.length));
    for (const { operationId, path } of operations(document).filter((each) =>
      shapes.includes(`shapes.${each.operationId}`),
    )) {
      const failed = failedOf(
        await noticed({
          when: isOf(path),
          answer: (right) => (right.ok ? changed(right, '{"oops":true}') : right),
        }),
      );
      assert.ok(failed.includes(`shapes.${operationId}`), operationId);
    }
  });
});

describe('An endpoint that asks to come back later', () => {
  it('is asked again when it says', async () => {
    const pauses: number[] = [];
    let refusals = 0;
    const fetch = spoilt(here, {
      when: (request) => at('/buurten')(request) && refusals++ === 0,
      answer: (right) => refused(right, 429, { 'retry-after': '7' }),
    });
    const pause = (ms: number) => Promise.resolve(void pauses.push(ms));
    const report = await conform({ ...asked, url: elsewhere, fetch, pause });
    assert.deepEqual(pauses, [7000]);
    assert.ok(report.conforms);
  });
});

describe('A connection that is lost', () => {
  it('is tried once more, and then told with what was asked', async () => {
    let losses = 1;
    const fetch = async (...given: Parameters<typeof globalThis.fetch>) => {
      if (losses-- > 0) throw new TypeError('fetch failed', { cause: new Error('read ECONNRESET') });
      return spoilt(here, { when: () => false, answer: (right) => right })(...given);
    };
    assert.ok((await conform({ ...asked, url: elsewhere, fetch })).conforms);
    losses = Infinity;
    const { results } = await conform({ ...asked, url: elsewhere, fetch });
    const [first] = results.filter(({ id }) => id === 'read.buurten');
    assert.ok(first?.outcome === 'failed');
    assert.equal(first.reason, 'no answer: read ECONNRESET');
    assert.equal(first.curl, `curl -i -H 'origin: ${site}' '${elsewhere}/buurten'`);
  });
});

describe('What an endpoint may lack', () => {
  it('is no failure, whatever it answers there', async () => {
    const report = await noticed({
      when: (request) => at('')(request) || /\/(?:surroundings|similar)$/.test(pathOf(request)),
      answer: (right) =>
        changed(right, '<h1>Not here</h1>', { status: 404, headers: { 'content-type': 'text/html' } }),
    });
    assert.ok(report.conforms);
    const absent = report.results.filter(({ outcome }) => outcome === 'absent').map(({ id }) => id);
    assert.deepEqual(absent, ['read.declared', 'read.similar', 'read.surroundings']);
  });
});

describe('A buurt without initiatives', () => {
  it('does not show that an endpoint conforms, and the report says why', async () => {
    await stage.clear();
    const report = await noticed({ when: () => false, answer: (right) => right });
    assert.equal(report.conforms, false);
    assert.deepEqual(failedOf(report), []);
    assert.match(
      textReport(report),
      /\? The pages of the list.*\n {6}buurt BU9999AA01 has fewer than two initiatives/,
    );
    assert.match(textReport(report), /does not conform to read\.\n$/);
  });
});

describe('A request of the report', () => {
  it('can be repeated in a shell, whatever stands in it', () => {
    const line = curlOf({
      method: 'POST',
      url: "https://buurt.example/v1/x?q=it's",
      headers: { 'content-type': 'application/json' },
      body: '{"title":"Sam\'s $HOME"}',
    });
    const typed = execFileSync('sh', ['-c', line.replace(/^curl/, 'printf "%s\\n"')], { encoding: 'utf8' });
    assert.deepEqual(typed.split('\n').slice(0, -1), [
      ...['-i', '-X', 'POST', '-H', 'content-type: application/json'],
      ...['--data-binary', `{"title":"Sam's $HOME"}`, "https://buurt.example/v1/x?q=it's"],
    ]);
  });
});

describe('buurt conform', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'buurt-conform-'))));
  after(() => rm(folder, { recursive: true }));

  /** Types the command, as somebody does who has no database. */
  async function types(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const io = {
      ...{ out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) },
      ...{ cwd: folder, isTty: false },
    };
    const typed = parseCommand(['conform', ...words], io);
    const code =
      typeof typed === 'number'
        ? typed
        : await runAction(io, () => (typed as { apart: LocalAction }).apart(io));
    return { code, out: out.join(''), err: err.join('') };
  }

  it('checks what the endpoint declares, and says what it was not told', async () => {
    const { code, out } = await types(url);
    assert.equal(code, 0, out);
    assert.match(out, /✔ A buurt can be read/);
    assert.match(out, /Nothing is said of CORS\. Give --origin/);
    assert.match(out, /v1 conforms to read/);
  });

  it('writes reports for other programs', async () => {
    const { code } = await types(
      url,
      ...'--profile read --json a.json --junit a.xml'.split(' '),
      '--origin',
      site,
    );
    assert.equal(code, 0);
    const report = JSON.parse(await readFile(join(folder, 'a.json'), 'utf8')) as Report;
    assert.ok(report.conforms && report.results.length > 30);
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(
      await readFile(join(folder, 'a.xml'), 'utf8'),
    );
    assert.equal(testsuites['@_tests'], String(report.results.length));
    assert.equal(testsuites['@_failures'], '0');
    assert.equal(testsuites.testsuite.testcase.length, report.results.length);
  });

  it('ends with 1 for an endpoint that falls short, with the request to repeat', async () => {
    const { code, out } = await types(url, '--profile', 'read', '--buurt', 'BU9999ZZ99');
    assert.equal(code, 1);
    assert.match(
      out,
      /✖ A buurt can be read\n {6}answered 404, .*\n {6}curl -i 'http:.*\/v1\/buurten\/BU9999ZZ99'/,
    );
    assert.match(out, /does not conform to read\./);
  });

  it('says in one line that nothing answers, or that nothing is declared', async () => {
    const nobody = await types('http://127.0.0.1:9/v1');
    assert.equal(nobody.code, 1);
    assert.match(nobody.err, /^http:\/\/127\.0\.0\.1:9\/v1: no answer: [^\n]+\n$/);
    const silent = await types(url.replace('/v1', '/v2'));
    assert.match(silent.err, /does not declare its profiles \(GET answers 404, [^\n]+Give --profile\.\n$/);
  });

  it('does not take what it cannot read', async () => {
    for (const words of [
      [],
      ['buurt.example/v1'],
      [`${url}?a=b`],
      [url, '--profile', 'read,speak'],
      [url, '--origin', 'https://www.example.nl/path'],
    ])
      assert.equal((await types(...words)).code, 2, words.join(' '));
  });
});

describe('A report as JUnit', () => {
  it('holds what failed with its request, and only what must be', async () => {
    const report = await noticed({
      when: (request) => askedWith('q')(request) || isOf('/buurten/{code}/surroundings')(request),
      answer: (right) => refused(right, 400),
    });
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(junitReport(report));
    assert.equal(testsuites['@_failures'], '1');
    assert.equal(testsuites['@_skipped'], '1');
    const [failure] = testsuites.testsuite.testcase.filter((each: object) => 'failure' in each);
    assert.match(failure['@_name'], /^read\.words: /);
    assert.match(failure.failure['#text'], /^curl -i .*\/initiatives\?q=Een\+lange\+tafel'$/);
  });
});
