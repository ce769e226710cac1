import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { noStatus } from '../../support/statuses.js';
import { border, buurtCode, problemsOf, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const initiatives = `/buurten/${buurtCode}/initiatives`;
const minutesAgo = (minutes: number) => new Date(stage.now.getTime() - minutes * 60_000);
const titles = async (path: string): Promise<string[]> =>
  (await (await stage.get(path)).json()).initiatives.map(({ title }: { title: string }) => title);

describe('Somebody who looks for a buurt', () => {
  before(async () => {
    await stage.clear();
    await stage.addBuurt('BU9999AA02', 'Havenkwartier');
    await stage.addBuurt('BU9999AA03', '100%-buurt');
  });
  const found = async (q: string) => {
    const { buurten } = await (await stage.get(`/buurten?q=${encodeURIComponent(q)}`)).json();
    return buurten.map(({ name }: { name: string }) => name);
  };

  it('finds it by a part of its name, its code, or its municipality', async () => {
    assert.deepEqual(await found('haven'), ['Havenkwartier']);
    assert.deepEqual(await found('bu9999aa01'), ['Lindenkwartier']);
    assert.equal((await found('voorbeeldstad')).length, 3);
  });
  it('finds it with a typing error', async () =>
    assert.deepEqual(await found('Lindenkwatier'), ['Lindenkwartier']));
  it('is not fooled by signs that mean something to a database', async () => {
    assert.deepEqual(await found('100%'), ['100%-buurt']);
    assert.deepEqual(await found('%'), ['100%-buurt']);
    assert.deepEqual(await found('_____'), []);
  });

  it('sees its figures, its border and its settings', async () => {
    await stage.addInitiative({ status: 'done' });
    await stage.addInitiative({ review: 'waiting' });
    const { centre, households, initiativeCounts } = await (await stage.get(`/buurten/${buurtCode}`)).json();
    assert.deepEqual(centre, { lat: 52.005, lon: 5.005 });
    assert.equal(households, 250);
    assert.deepEqual(initiativeCounts, { ...noStatus, done: 1 });
    const boundary = await stage.get(`/buurten/${buurtCode}/boundary`);
    assert.equal(boundary.headers.get('content-type'), 'application/geo+json');
    assert.deepEqual((await boundary.json()).geometry, border);
    const { idea } = await (await stage.get(`/buurten/${buurtCode}/settings`)).json();
    assert.equal(idea.buurtName, 'Lindenkwartier');
    assert.equal(idea.moderated, false);
    assert.equal(idea.answerDays, 14);
  });

  it('hears that a buurt is not there, also when no buurt can have that code', async () => {
    for (const path of [
      '/buurten/BU0000AA00',
      '/buurten/x',
      '/buurten/BU0000AA00/settings',
      '/buurten/%00/boundary',
    ])
      assert.equal((await stage.get(path)).status, 404, path);
  });
});

describe('Somebody who reads the initiatives of a buurt', () => {
  beforeEach(() => stage.clear());

  it('sees only what is published, newest first', async () => {
    await stage.addBuurt('BU9999AA02', 'Elders');
    await stage.addInitiative({ title: 'Oud', publishedAt: minutesAgo(9) });
    await stage.addInitiative({ title: 'Nieuw', publishedAt: minutesAgo(1) });
    await stage.addInitiative({ title: 'Elders', buurt: 'BU9999AA02' });
    for (const review of ['waiting', 'declined', 'hidden'] as const)
      await stage.addInitiative({ title: review, review });
    assert.deepEqual(await titles(initiatives), ['Nieuw', 'Oud']);
  });

  it('turns every page once, also when all were published in one moment', async () => {
    for (let i = 0; i < 7; i++) await stage.addInitiative({ title: `Idee ${String(i)}` });
    const seen: string[] = [];
    let search = '?limit=3';
    for (let pages = 1; search; pages++) {
      assert.ok(pages <= 3);
      const answer = await stage.get(initiatives + search);
      const page = await answer.json();
      assert.equal(page.total, 7);
      seen.push(...page.initiatives.map(({ title }: { title: string }) => title));
      search = /^<(\?[^>]*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    }
    assert.deepEqual(
      [...seen].sort(),
      [0, 1, 2, 3, 4, 5, 6].map((i) => `Idee ${String(i)}`),
    );
  });

  it('filters by status and theme, and keeps the filter on the next page', async () => {
    for (const status of ['new', 'done'] as const)
      for (const theme of ['green', 'play'])
        for (const n of [1, 2])
          await stage.addInitiative({ title: `${status} ${theme} ${String(n)}`, status, theme });
    const answer = await stage.get(`${initiatives}?status=done&theme=play&limit=1`);
    assert.equal((await answer.clone().json()).total, 2);
    const next = /\?[^>]*/.exec(answer.headers.get('link') ?? '')?.[0] ?? '';
    const both = [
      ...(await answer.json()).initiatives,
      ...(await (await stage.get(initiatives + next)).json()).initiatives,
    ];
    assert.deepEqual(both.map(({ title }) => title).sort(), ['done play 1', 'done play 2']);
  });

  it('hears everything that is wrong with a question at once', async () => {
    const answer = await stage.get(`${initiatives}?status=finished&limit=101&sort=old&colour=red&q=a&q=b`);
    assert.equal(answer.status, 400);
    assert.deepEqual((await problemsOf(answer)).sort(), [
      '/colour unknown-key',
      '/limit out-of-range',
      '/q malformed',
      '/sort not-an-option',
      '/status not-an-option',
    ]);
    const forged = Buffer.from('["2026","x"]').toString('base64url');
    assert.deepEqual(await problemsOf(await stage.get(`${initiatives}?cursor=${forged}`)), [
      '/cursor malformed',
    ]);
  });

  it('counts offers, support, promises and news of one initiative', async () => {
    const id = await stage.addInitiative({ status: 'underway' });
    const offer = { message: 'Ik kan koken.', name: 'Samira', contact: '06 12345678' };
    assert.equal(
      (await stage.post(`/initiatives/${id}/offers`, { kinds: ['time', 'skill'], ...offer })).status,
      201,
    );
    assert.equal((await stage.post(`/initiatives/${id}/offers`, { kinds: ['time'], ...offer })).status, 201);
    const { db } = stage.store;
    const of = { initiative_id: id, id: randomUUID() };
    await db
      .insertInto('support')
      .values({ initiative_id: id, browser_key_hash: 'a', created_at: stage.now })
      .execute();
    await db
      .insertInto('news')
      .values({ ...of, at: stage.now, text: 'We beginnen.' })
      .execute();
    const promised = { who: 'De corporatie', what: 'Stroom', state: 'open' } as const;
    const day = '2026-12-31';
    await db
      .insertInto('promise')
      .values({ ...of, ...promised, due_on: day, granted_cents: 5000, spent_cents: null })
      .execute();
    await stage.acceptOffers();
    const text = await (await stage.get(`/initiatives/${id}`)).text();
    assert.ok(!text.includes('06 12345678') && !text.includes('Samira'));
    const shown = JSON.parse(text);
    assert.deepEqual(shown.offers, { time: 2, skill: 1, tools: 0, space: 0, network: 0 });
    assert.equal(shown.offerCount, 2);
    assert.equal(shown.supportCount, 1);
    assert.deepEqual(shown.promises, [{ ...promised, dueOn: day, grantedCents: 5000, spentCents: null }]);
    assert.deepEqual(shown.news, [{ at: stage.now.toISOString(), text: 'We beginnen.', photo: null }]);
  });

  it('is told that an offer needs an address or a number at which somebody can be reached', async () => {
    const id = await stage.addInitiative({ status: 'underway' });
    const answer = await stage.post(`/initiatives/${id}/offers`, {
      ...{ kinds: ['time'], message: '', name: 'Samira', contact: 'geen adres' },
    });
    assert.equal(answer.status, 400);
    assert.deepEqual((await answer.json()).errors, [
      {
        pointer: '/contact',
        code: 'not-a-contact',
        detail: 'Hiermee kan niemand je bereiken. Zo is het goed: naam@voorbeeld.nl, of 06 12 34 56 78.',
      },
    ]);
  });

  it('sees the beginning of a long story, cut between words', async () => {
    const story = 'Samen koken en eten op het plein. '.repeat(20);
    await stage.addInitiative({ story });
    const { excerpt } = (await (await stage.get(initiatives)).json()).initiatives[0];
    assert.ok(excerpt.length <= 161);
    assert.match(excerpt, /\p{L}…$/u);
    assert.ok(story.startsWith(excerpt.slice(0, -1)));
  });
});

describe('Somebody who types a title', () => {
  before(async () => {
    await stage.clear();
    for (const title of [
      'Nieuwe speeltuin op het Zandplein',
      'Moestuin achter de flat',
      'Bankje bij de vijver',
      'Jeu de boules',
    ])
      await stage.addInitiative({ title });
    await stage.addInitiative({ title: 'Speeltuin in het geheim', review: 'waiting' });
    await stage.addBuurt('BU9999AA02', 'Elders');
    await stage.addInitiative({ title: 'Speeltuin elders', buurt: 'BU9999AA02' });
  });
  const similar = (title: string) => titles(`${initiatives}/similar?title=${encodeURIComponent(title)}`);

  for (const [title, expected] of [
    ['speeltuin', 'Nieuwe speeltuin op het Zandplein'],
    ['Ik wil graag een speltuin voor kleine kinderen', 'Nieuwe speeltuin op het Zandplein'],
    ['MOESTIUN', 'Moestuin achter de flat'],
    ['Bank', 'Bankje bij de vijver'],
    ['jeu', 'Jeu de boules'],
  ] as const)
    it(`sees "${expected}" at "${title}"`, async () => assert.deepEqual(await similar(title), [expected]));

  it('sees nothing when nothing looks like it', async () => {
    for (const title of ['Zonnepanelen', '?', '%', '🎉', "'; drop table initiative"])
      assert.deepEqual(await similar(title), []);
  });
});
