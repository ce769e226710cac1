import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { borderFrom } from '@buurt/domain/geo/border-json.js';
import { boundsOf } from '@buurt/domain/geo/border.js';
import { anIdea, border, buurtCode, problemsOf, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());
beforeEach(() => stage.clear());

const counted = async () =>
  (
    await stage.store.db
      .selectFrom('initiative')
      .select(({ fn }) => fn.countAll().as('n'))
      .execute()
  ).map((row) => Number(row.n))[0];

describe('A resident who hands in an idea', () => {
  it('gets a receipt, and finds the idea back by it', async () => {
    const answer = await stage.handIn({ ...anIdea, email: 'sam@voorbeeld.nl' });
    assert.equal(answer.status, 201);
    const receipt = await answer.json();
    assert.match(receipt.reference, /^[2-9B-Z]{3}-[2-9B-Z]{3}$/);
    assert.equal(receipt.state, 'published');
    assert.equal(receipt.reachable, true);
    assert.equal(receipt.receivedAt, '2026-11-23T10:00:00.000Z');
    assert.equal(receipt.answerBy, '2026-12-07T10:00:00.000Z');
    const own = await stage.get(`/ideas/${receipt.id}`, { Authorization: `Bearer ${receipt.ownerKey}` });
    const shouted = await stage.get(`/ideas/${String(receipt.id).toUpperCase()}`, {
      Authorization: `Bearer ${receipt.ownerKey}`,
    });
    assert.equal(shouted.status, 200);
    assert.equal(own.headers.get('cache-control'), 'private, no-store');
    const { title, state, supportCount } = await own.json();
    assert.deepEqual(
      { title, state, supportCount },
      { title: anIdea.title, state: 'published', supportCount: 0 },
    );
  });

  it('waits for somebody to read it where ideas are read first', async () => {
    await stage.clear({ moderated: true });
    const { id, state } = await (await stage.handIn(anIdea)).json();
    assert.equal(state, 'waiting');
    assert.equal((await stage.get(`/initiatives/${id}`)).status, 404);
    const { initiatives, total } = await (await stage.get(`/buurten/${buurtCode}/initiatives`)).json();
    assert.deepEqual({ initiatives, total }, { initiatives: [], total: 0 });
  });

  it('reads why an idea was declined', async () => {
    await stage.clear({ moderated: true });
    const { id, ownerKey } = await (await stage.handIn(anIdea)).json();
    await stage.store.db
      .updateTable('initiative')
      .set({ review: 'declined', review_reason: 'Er staat een telefoonnummer in.' })
      .where('id', '=', id)
      .execute();
    const own = await (await stage.get(`/ideas/${id}`, { Authorization: `Bearer ${ownerKey}` })).json();
    assert.equal(own.state, 'declined');
    assert.equal(own.reason, 'Er staat een telefoonnummer in.');
  });

  it('has everything that was filled in kept, and shown as far as it is public', async () => {
    const idea = {
      ...anIdea,
      title: '  Een lange tafel  ',
      theme: 'meet',
      place: { lat: 52.005, lon: 5.005, address: 'Plein 1' },
      assets: 'Er staan al banken.',
      joiners: 'De bakker',
      needs: ['time', 'tools'],
      offers: ['space'],
      cost: { minCents: 1000, maxCents: 2000 },
      name: 'Sam',
      email: 'sam@voorbeeld.nl',
    };
    const { id } = await (await stage.handIn(idea)).json();
    const text = await (await stage.get(`/initiatives/${id}`)).text();
    assert.ok(!text.includes('sam@voorbeeld.nl'));
    const shown = JSON.parse(text);
    assert.equal(shown.title, 'Een lange tafel');
    assert.equal(shown.initiator, 'Sam');
    assert.deepEqual(shown.place, idea.place);
    assert.deepEqual(shown.needs, ['time', 'tools']);
    assert.deepEqual(shown.cost, idea.cost);
    assert.deepEqual(shown.offers, { time: 0, skill: 0, tools: 0, space: 0, network: 0 });
  });

  it('is asked the questions of the organiser; only answers that may be shown are shown', async () => {
    const question = { step: 'idea', kind: 'line', required: false, options: [] } as const;
    await stage.clear({
      moderated: false,
      questions: [
        { ...question, id: 'street', label: { nl: 'Welke straat?' }, shown: true },
        { ...question, id: 'house', label: { nl: 'Welk huisnummer?' }, shown: false },
      ],
    });
    const { id } = await (
      await stage.handIn({ ...anIdea, answers: { street: 'Lindenlaan', house: 'twaalf bis' } })
    ).json();
    const text = await (await stage.get(`/initiatives/${id}`)).text();
    assert.deepEqual(JSON.parse(text).answers, [{ question: 'Welke straat?', answer: 'Lindenlaan' }]);
    assert.ok(!text.includes('twaalf bis'));
  });
});

describe('An idea in which something is wrong', () => {
  it('is refused with everything at once, of shape and rules, each with a sentence', async () => {
    const answer = await stage.handIn({
      title: 'x',
      story: 3,
      place: { lat: '52' },
      theme: 'no',
      extra: 1,
      consent: false,
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    const problem = await answer.json();
    assert.equal(problem.type, 'urn:buurt:problem:invalid-input');
    const found = problem.errors
      .map((each: { pointer: string; code: string }) => `${each.pointer} ${each.code}`)
      .sort();
    assert.deepEqual(found, [
      '/consent consent',
      '/extra unknown-key',
      '/place/lat malformed',
      '/place/lon required',
      '/story malformed',
      '/theme not-an-option',
      '/title too-short',
    ]);
    for (const { detail } of problem.errors) assert.match(detail, /\.$/);
  });

  it('is refused when its place is outside the buurt', async () => {
    assert.deepEqual(await problemsOf(await stage.handIn({ ...anIdea, place: { lat: 53, lon: 6 } })), [
      '/place outside-buurt',
    ]);
  });

  it('may lie on every edge and corner, and a few metres beside the border', async () => {
    const { west, south, east, north } = boundsOf(borderFrom(border));
    const metre = 1 / 111_195;
    const middleLon = (west + east) / 2;
    const allowed = [
      ...[south, (south + north) / 2, north].flatMap((lat) => [west, east].map((lon) => ({ lat, lon }))),
      ...[south, north, south - 5 * metre, north + 5 * metre].map((lat) => ({ lat, lon: middleLon })),
    ];
    for (const place of allowed)
      assert.equal((await stage.handIn({ ...anIdea, place })).status, 201, JSON.stringify(place));
    for (const lat of [south - 30 * metre, north + 30 * metre])
      assert.deepEqual(await problemsOf(await stage.handIn({ ...anIdea, place: { lat, lon: middleLon } })), [
        '/place outside-buurt',
      ]);
  });

  it('is refused with the character that no database keeps, wherever it stands', async () => {
    const nul = '\u0000';
    const wrong = { ...anIdea, title: `Een${nul} tafel`, assets: nul, answers: { a: nul } };
    const problems = await problemsOf(await stage.handIn(wrong));
    assert.deepEqual(problems.sort(), ['/answers/a malformed', '/assets malformed', '/title malformed']);
  });

  for (const [name, body] of [
    ['nothing', ''],
    ['half a text', '{"title":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no UTF-8', Uint8Array.from([0x22, 0xff, 0x22])],
    ['brackets a thousand deep', '['.repeat(1000) + ']'.repeat(1000)],
  ] as const)
    it(`is refused when the body is ${name}`, async () => {
      const answer = await stage.handIn(body);
      assert.equal(answer.status, 400);
      assert.deepEqual(await problemsOf(answer), [' malformed']);
    });

  it('is not kept when a photo is not there, and the same key works once that is mended', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const wrong = { ...anIdea, photos: [{ id: randomUUID(), alt: 'Een plein' }] };
    assert.deepEqual(await problemsOf(await stage.handIn(wrong, key)), ['/photos/0/id not-an-option']);
    assert.equal(await counted(), 0);
    assert.equal((await stage.handIn(anIdea, key)).status, 201);
  });

  it('is refused without a key, or with one that is no UUID', async () => {
    const answer = await stage.handIn(anIdea, { 'Idempotency-Key': 'again' });
    assert.deepEqual(await problemsOf(answer), ['/idempotency-key malformed']);
    assert.equal(await counted(), 0);
  });

  it('does not reach the prototype of anything', async () => {
    const body = `{"title":"Een lange tafel","story":"Samen eten op het plein.","consent":true,"__proto__":{"admin":1}}`;
    assert.equal((await stage.handIn(body)).status, 400);
    const answers = `{"title":"Een lange tafel","story":"Samen eten op het plein.","consent":true,"answers":{"__proto__":"x","toString":"y"}}`;
    assert.equal((await stage.handIn(answers)).status, 400);
  });
});

describe('Hostile text', () => {
  const hostile = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    'javascript:alert(1) {{7*7}} ${7*7} "; drop table initiative; --',
    '\u202Egnp.exe \u2066 \u200B\uFEFF',
    '👩‍👩‍👧‍👦 🇳🇱 é e\u0301 ﷽ '.repeat(40),
  ];
  for (const story of hostile)
    it(`comes back as it was sent: ${JSON.stringify(story.slice(0, 24))}`, async () => {
      const { id } = await (await stage.handIn({ ...anIdea, story: `Begin ${story} eind` })).json();
      const answer = await stage.get(`/initiatives/${id}`);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal((await answer.json()).story, `Begin ${story} eind`);
    });

  it('of ten thousand characters is refused with the limit', async () => {
    const answer = await stage.handIn({ ...anIdea, story: 'a'.repeat(10_000) });
    const { errors } = await answer.json();
    assert.deepEqual(
      { ...errors[0], detail: '' },
      { pointer: '/story', code: 'too-long', limit: 2000, actual: 10_000, detail: '' },
    );
  });
});
