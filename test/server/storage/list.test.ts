import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { InitiativePage } from '@buurt/domain/initiatives/initiative-list.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import fc from 'fast-check';
import type { Store } from '../../../packages/server/src/db/open.js';
import { noStatus } from '../../support/statuses.js';
import { buurtCode, problemsOf, Stage, type InitiativeOnStage } from '../stage.js';

let stage: Stage;
let db: Store['db'];
before(async () => {
  stage = await Stage.open();
  ({ db } = stage.store);
});
after(() => stage.close());
beforeEach(() => stage.clear());

const initiatives = `/buurten/${buurtCode}/initiatives`;
const hoursAgo = (hours: number) => new Date(stage.now.getTime() - hours * 3_600_000);

const ask = async (query: string): Promise<InitiativePage> => {
  const answer = await stage.get(`${initiatives}?${query}`);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as InitiativePage;
};
const titles = async (query: string) => (await ask(query)).initiatives.map(({ title }) => title);

const support = (initiative_id: string, times: number) =>
  db
    .insertInto('support')
    .values(
      Array.from({ length: times }, () => ({
        initiative_id,
        browser_key_hash: randomUUID(),
        created_at: stage.now,
      })),
    )
    .execute();
const tell = (initiative_id: string, hours: number) =>
  db
    .insertInto('news')
    .values({ id: randomUUID(), initiative_id, at: hoursAgo(hours), text: 'Nieuws.' })
    .execute();
const offer = (initiative_id: string, ...kinds: ('time' | 'tools' | 'skill')[]) =>
  db
    .insertInto('offer')
    .values({
      ...{ id: randomUUID(), initiative_id, kinds, message: '', name: 'Jo', contact: '06 12345678' },
      created_at: stage.now,
      seen_at: stage.now,
      outcome: 'joined',
      answered_by: 'maker',
      answered_at: stage.now,
    })
    .execute();
const need = (id: string, asked: { time?: number; tools?: number; skill?: number }) =>
  db
    .updateTable('initiative')
    .set({ needs: Object.keys(asked) as 'time'[], asked: JSON.stringify(asked) })
    .where('id', '=', id)
    .execute();
const place = (id: string, lat: number, lon: number) =>
  db.updateTable('initiative').set({ lat, lon }).where('id', '=', id).execute();

/** All pages, one after another; between them, others write. */
async function turnPages(query: string, meanwhile: (page: number) => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  let search: string | undefined = `?${query}`;
  for (let page = 1; search !== undefined; page++) {
    assert.ok(page <= 40, 'there is no end to the pages');
    const answer: Response = await stage.get(initiatives + search);
    const { initiatives: shown } = (await answer.clone().json()) as InitiativePage;
    seen.push(...shown.map(({ id }) => id));
    search = /^<(\?[^>]*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    await meanwhile(page);
  }
  return seen;
}

describe('A resident who looks for something', () => {
  const words: readonly (readonly [InitiativeOnStage, string?])[] = [
    [{ title: 'Nieuwe speeltuin op het Zandplein' }],
    [{ title: 'Bankje bij de vijver', story: 'Oudere buren willen graag even zitten.' }],
    [{ title: 'Moestuin', story: 'Samen groenten kweken en oogsten.' }],
  ];
  beforeEach(async () => {
    for (const [of] of words) await stage.addInitiative(of);
    await stage.addInitiative({ title: 'Speeltuin in het geheim', review: 'waiting' });
  });
  const found = (q: string) => titles(`q=${encodeURIComponent(q)}`);

  for (const [q, expected] of [
    ['speeltuinen', 'Nieuwe speeltuin op het Zandplein'],
    ['speel', 'Nieuwe speeltuin op het Zandplein'],
    ['Speltuin', 'Nieuwe speeltuin op het Zandplein'],
    ['zandplien', 'Nieuwe speeltuin op het Zandplein'],
    ['buur', 'Bankje bij de vijver'],
    ['zitten vijvers', 'Bankje bij de vijver'],
    ['de groente van de', 'Moestuin'],
    ['moestiun oogst', 'Moestuin'],
  ] as const)
    it(`finds "${expected}" by "${q}"`, async () => assert.deepEqual(await found(q), [expected]));

  it('finds what has all the words, not one of them', async () =>
    assert.deepEqual(await found('speeltuin vijver'), []));

  it('finds nothing by signs that mean something to a database', async () => {
    for (const q of ['%', '_', '?', '&', ':*', "'", '!', '(', "'; drop table initiative", '🎉', '\\', '<->'])
      assert.deepEqual(await found(q), [], q);
  });

  it('hears of no mistake of ours, whatever is typed', async () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(anything, async (q) => {
        const answer = await stage.get(`${initiatives}?q=${encodeURIComponent(q)}`);
        assert.equal(answer.status, 200);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A resident who sorts', () => {
  const made = new Map<string, string>();
  const of = (title: string) => made.get(title) ?? '';
  beforeEach(async () => {
    for (const [nth, title] of ['a', 'b', 'c'].entries())
      made.set(title, await stage.addInitiative({ title, publishedAt: hoursAgo(100 - nth) }));
  });

  it('sees the most supported first, and counts what was taken back', async () => {
    await support(of('b'), 3);
    await support(of('a'), 2);
    await support(of('c'), 1);
    assert.deepEqual(await titles('sort=support'), ['b', 'a', 'c']);
    await db.deleteFrom('support').where('initiative_id', '=', of('b')).execute();
    assert.deepEqual(await titles('sort=support'), ['a', 'c', 'b']);
  });

  it('sees first what asks most help that nobody offered, and nothing is asked for what is over', async () => {
    await need(of('a'), { time: 4 });
    await need(of('b'), { time: 2, tools: 3 });
    await need(of('c'), { skill: 9 });
    await db.updateTable('initiative').set({ status: 'done' }).where('id', '=', of('c')).execute();
    assert.deepEqual(await titles('sort=help'), ['b', 'a', 'c']);
    await offer(of('b'), 'time', 'tools');
    const { initiatives: shown } = await ask('sort=help');
    assert.deepEqual(
      shown.map(({ title }) => title),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(shown[1]?.help, [
      { kind: 'time', asked: 2, offered: 1 },
      { kind: 'tools', asked: 3, offered: 1 },
    ]);
  });

  it('sees the nearest first, and what has no place last', async () => {
    await place(of('a'), 52.02, 5.0);
    await place(of('b'), 52.0, 5.02);
    assert.deepEqual(await titles('sort=near&near=52.0,5.0'), ['b', 'a', 'c']);
  });

  it('sees the latest news first, and what was never told of last', async () => {
    await tell(of('a'), 5);
    await tell(of('b'), 9);
    await tell(of('b'), 7);
    const { initiatives: shown } = await ask('sort=news');
    assert.deepEqual(
      shown.map(({ title, newsAt }) => [title, newsAt]),
      [
        ['a', hoursAgo(5).toISOString()],
        ['b', hoursAgo(7).toISOString()],
        ['c', null],
      ],
    );
  });

  it('sees one order as long as the seed is kept, and others with others', async () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 12; seed++) {
      const order = (await titles(`sort=random&seed=${String(seed)}`)).join();
      assert.equal((await titles(`sort=random&seed=${String(seed)}`)).join(), order);
      orders.add(order);
    }
    assert.ok(orders.size > 2, [...orders].join(' '));
  });

  it('hears what a sort needs', async () => {
    for (const [query, problem] of [
      ['sort=near', '/near required'],
      ['sort=near&near=here', '/near malformed'],
      ['sort=near&near=91,5', '/near out-of-range'],
      ['sort=random', '/seed required'],
      ['sort=random&seed=x', '/seed malformed'],
    ] as const) {
      const answer = await stage.get(`${initiatives}?${query}`);
      assert.equal(answer.status, 400);
      assert.deepEqual(await problemsOf(answer), [problem]);
    }
  });
});

describe('A resident who filters', () => {
  beforeEach(async () => {
    for (const [status, theme] of [
      ['new', 'green'],
      ['new', 'play'],
      ['done', 'play'],
      ['underway', null],
    ] as const)
      await stage.addInitiative({ title: `${status} ${theme ?? '-'}`, status, theme });
  });

  it('may choose several, and sees of each other choice how many it would show', async () => {
    const { initiatives: shown, total, facets } = await ask('status=new&status=done&theme=play');
    assert.deepEqual(shown.map(({ title }) => title).sort(), ['done play', 'new play']);
    assert.equal(total, 2);
    assert.deepEqual(facets, {
      status: { ...noStatus, new: 1, done: 1 },
      theme: [
        { theme: 'play', count: 2 },
        { theme: 'green', count: 1 },
      ],
    });
  });

  it('finds initiatives of every status that there is', async () => {
    for (const status of initiativeStatuses) {
      await stage.addInitiative({ title: `is ${status}`, status });
      assert.ok((await titles(`status=${status}`)).includes(`is ${status}`), status);
    }
  });

  it('sees the counts of what was found, not of the whole buurt', async () => {
    const { total, facets } = await ask('q=play');
    assert.equal(total, 2);
    assert.deepEqual(facets.theme, [{ theme: 'play', count: 2 }]);
  });

  it('asks again and hears that nothing changed, until it did', async () => {
    const first = await stage.get(initiatives);
    const known = { 'If-None-Match': first.headers.get('etag') ?? '' };
    assert.equal((await stage.get(initiatives, known)).status, 304);
    await stage.addInitiative();
    assert.equal((await stage.get(initiatives, known)).status, 200);
  });
});

describe('A resident who turns pages while others write', () => {
  const sorts = ['new', 'support', 'help', 'near', 'news', 'random'] as const;
  const query = { near: '&near=52,5', random: '&seed=7' } as Partial<Record<string, string>>;

  for (const sort of sorts)
    it(`sees everything once, sorted by ${sort}`, async () => {
      const ids: string[] = [];
      for (let n = 0; n < 13; n++) {
        const id = await stage.addInitiative({ publishedAt: hoursAgo(n % 4) });
        ids.push(id);
        if (n % 3) await support(id, n % 3);
        if (n % 2) await tell(id, n % 5);
        await need(id, { time: n % 4 });
      }
      const seen = await turnPages(`sort=${sort}&limit=3${query[sort] ?? ''}`, async (page) => {
        const [first, last] = [ids[page % 13] ?? '', ids[12 - page] ?? ''];
        await support(last, 5);
        await db.deleteFrom('support').where('initiative_id', '=', first).execute();
        await tell(last, -page);
        await offer(first, 'time');
        await need(last, { time: 9 });
        await stage.addInitiative({ publishedAt: hoursAgo(-page) });
      });
      assert.equal(new Set(seen).size, seen.length, 'something came twice');
      for (const id of ids) assert.ok(seen.includes(id), 'something was skipped');
    });

  const nextOf = async (search: string) =>
    /cursor=([^&>]+)/.exec((await stage.get(initiatives + search)).headers.get('link') ?? '')?.[1] ?? '';

  it('hears that a cursor is broken, of another question, or too old', async () => {
    for (let n = 0; n < 3; n++) await stage.addInitiative();
    const cursor = await nextOf('?limit=1&sort=support');
    const problems = async (search: string) => {
      const answer = await stage.get(initiatives + search);
      return answer.status === 400 ? problemsOf(answer) : answer.status;
    };
    assert.equal(await problems(`?sort=support&cursor=${cursor}`), 200);
    assert.deepEqual(await problems(`?sort=new&cursor=${cursor}`), ['/cursor not-an-option']);
    assert.deepEqual(await problems(`?sort=support&status=new&cursor=${cursor}`), ['/cursor not-an-option']);
    for (const broken of ['x', '.', `${cursor}x`, cursor.slice(1), encodeURIComponent('☃')])
      assert.deepEqual(await problems(`?sort=support&cursor=${broken}`), ['/cursor malformed'], broken);
    stage.now = new Date(stage.now.getTime() + 25 * 3_600_000);
    assert.deepEqual(await problems(`?sort=support&cursor=${cursor}`), ['/cursor not-an-option']);
  });
});

describe('Neighbours who all come at once', () => {
  it('are all counted', async () => {
    const id = await stage.addInitiative();
    await need(id, { time: 20 });
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? support(id, 1) : offer(id, 'time'))));
    const [shown] = (await ask('')).initiatives;
    assert.deepEqual([shown?.supportCount, shown?.offerCount], [10, 10]);
    const row = db.selectFrom('initiative').select('help_missing').where('id', '=', id);
    assert.equal((await row.executeTakeFirstOrThrow()).help_missing, 10);
  });
});
