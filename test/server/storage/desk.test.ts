import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { operator } from '../../../packages/server/src/acts/acts.queries.js';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { decideOnIdeas } from '../../../packages/server/src/ideas/ideas.service.js';
import { staffRoles, type StaffRole } from '../../../packages/server/src/staff/roles.js';
import { conforms } from '../conformance.js';
import { loggedIn, type DeskBrowser } from '../desk-visitor.js';
import { anIdea, buurtCode, codeCost, Stage } from '../stage.js';

const otherBuurt = 'BU9999AA02';
const document = openApiDocument();
let stage: Stage;
before(async () => {
  stage = await Stage.open({ codeCost });
});
after(() => stage.close());
beforeEach(async () => {
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear({ moderated: true });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { moderated: false });
});

const makerAddress = 'sam@voorbeeld.nl';
const neighbourAddress = 'wout@voorbeeld.nl';
const later = (seconds: number) => (stage.now = new Date(stage.now.getTime() + seconds * 1000));
const as = (role: StaffRole, code = buurtCode) => loggedIn(stage, [{ role, buurtCode: code }]);
const typeOf = async (answer: Response) =>
  ((await answer.clone().json()) as { type: string }).type.split(':').at(-1);

/** An idea that waits, with how to reach its maker. */
async function anIdeaWaits(buurt = buurtCode): Promise<string> {
  const answer = await stage.post(`/buurten/${buurt}/ideas`, { ...anIdea, name: 'Sam', email: makerAddress });
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as { id: string }).id;
}

async function aRemark(
  initiative_id: string,
  of: { stance?: 'question' | 'for'; review?: 'waiting' | 'published' | 'hidden'; reason?: string } = {},
): Promise<string> {
  const { stance = 'question', review = 'published', reason } = of;
  const id = randomUUID();
  const row = {
    id,
    initiative_id,
    stance,
    review,
    text: 'Komt er licht?',
    name: 'Bo',
    created_at: stage.now,
  };
  await stage.store.db.insertInto('remark').values(row).execute();
  if (reason !== undefined)
    await stage.store.db
      .insertInto('remark_report')
      .values({ id: randomUUID(), remark_id: id, reason, created_at: stage.now })
      .execute();
  return id;
}

async function anOffer(initiative_id: string, contact = neighbourAddress): Promise<string> {
  const id = randomUUID();
  await stage.store.db
    .insertInto('offer')
    .values({
      ...{ id, initiative_id, kinds: ['time'], message: 'Ik help.', name: 'Wout', contact },
      created_at: stage.now,
    })
    .execute();
  return id;
}

/** Asks for something at the desk, and holds the answer against the contract at this path of it. */
async function reads(browser: DeskBrowser, path: string, described = path): Promise<Response> {
  const answer = await browser.ask('GET', path);
  await conforms(document, { method: 'get', path: `/desk/${described}` }, answer.clone());
  return answer;
}

describe('The inbox at the desk', () => {
  it('has what waits in their own buurten, page after page, oldest first', async () => {
    const first = await anIdeaWaits();
    later(60);
    const second = await anIdeaWaits();
    await stage.addInitiative({ review: 'waiting', buurt: otherBuurt });
    const browser = await as('reader');
    const page = await (await reads(browser, 'inbox?limit=1', 'inbox')).json();
    assert.deepEqual(
      page.entries.map((each: { id: string }) => each.id),
      [first],
    );
    assert.equal(page.counts.idea, 2);
    const rest = await (await reads(browser, `inbox?limit=1&after=${page.next}`, 'inbox')).json();
    assert.deepEqual(
      rest.entries.map((each: { id: string }) => each.id),
      [second],
    );
    assert.equal(rest.next, null);
    assert.deepEqual((await (await reads(browser, 'inbox?kind=offer', 'inbox')).json()).entries, []);
    const ofAll = await (await reads(await loggedIn(stage), 'inbox', 'inbox')).json();
    assert.equal(ofAll.entries.length, 3);
  });

  for (const query of ['after=morgen', 'limit=101', 'limit=0', 'kind=gossip', 'buurt=BU9999AA02'])
    it(`is refused when ${query} is asked`, async () => {
      const answer = await reads(await as('reader'), `inbox?${query}`, 'inbox');
      assert.equal(answer.status, 400);
      const { errors } = await answer.json();
      assert.equal(errors[0].pointer, `/${query.split('=')[0]!}`);
    });
});

describe('What staff read at the desk', () => {
  it('is the idea as it is now, with its version', async () => {
    const id = await anIdeaWaits();
    const answer = await reads(await as('moderator'), `ideas/${id}`, 'ideas/{id}');
    const { contact, version, state, title } = await answer.json();
    assert.deepEqual(contact, { name: 'Sam', email: makerAddress, phone: null });
    assert.equal(answer.headers.get('etag'), `"${version}"`);
    assert.equal(answer.headers.get('cache-control'), 'private, no-store');
    assert.deepEqual([state, title], ['waiting', anIdea.title]);
  });

  it('is a remark with why it was reported, and an offer', async () => {
    const idea = await stage.addInitiative({ title: 'Bankje' });
    const remark = await aRemark(idea, { stance: 'for', reason: 'Dit is onaardig.' });
    const {
      reports,
      idea: of,
      ...rest
    } = await (await reads(await as('reader'), `remarks/${remark}`, 'remarks/{id}')).json();
    assert.deepEqual(reports, [{ at: stage.now.toISOString(), reason: 'Dit is onaardig.' }]);
    assert.deepEqual([of.id, of.title], [idea, 'Bankje']);
    assert.deepEqual(rest, {
      ...{ id: remark, buurt: { code: buurtCode, name: 'Lindenkwartier' }, stance: 'for' },
      ...{
        text: 'Komt er licht?',
        name: 'Bo',
        at: stage.now.toISOString(),
        state: 'published',
        answer: null,
      },
    });
    const offer = await anOffer(idea);
    const { contact, name, kinds, outcome } = await (
      await reads(await as('moderator'), `offers/${offer}`, 'offers/{id}')
    ).json();
    assert.deepEqual([contact, name, kinds, outcome], [neighbourAddress, 'Wout', ['time'], null]);
  });

  it('never says how to reach somebody to who may not know, by no route', async () => {
    const waiting = await anIdeaWaits();
    const idea = await stage.addInitiative();
    const paths = [
      ...['inbox', 'acts', `ideas/${waiting}`, `ideas/${idea}`],
      ...[`offers/${await anOffer(idea)}`, `remarks/${await aRemark(idea)}`],
    ];
    for (const role of staffRoles) {
      const browser = await as(role);
      const answers = await Promise.all(paths.map((path) => browser.ask('GET', path)));
      const said = (await Promise.all(answers.map((each) => each.text()))).join('\n');
      const mayKnow = role === 'moderator' || role === 'admin';
      assert.equal(said.includes(makerAddress), mayKnow, role);
      assert.equal(said.includes(neighbourAddress), mayKnow, role);
    }
    const elsewhereToo = await loggedIn(stage, [
      { role: 'reader', buurtCode },
      { role: 'moderator', buurtCode: otherBuurt },
    ]);
    assert.equal((await (await elsewhereToo.ask('GET', `ideas/${waiting}`)).json()).contact, null);
  });

  it('is not there outside of their buurten, nor when nothing has this number', async () => {
    const idea = await anIdeaWaits(otherBuurt);
    const browser = await as('admin');
    for (const [path, described] of [
      [`ideas/${idea}`, 'ideas/{id}'],
      [`remarks/${await aRemark(idea)}`, 'remarks/{id}'],
      [`offers/${await anOffer(idea)}`, 'offers/{id}'],
      [`ideas/${randomUUID()}`, 'ideas/{id}'],
      ['offers/7', 'offers/{id}'],
    ] as const) {
      const answer = await reads(browser, path, described);
      assert.equal(answer.status, 404, path);
      assert.equal(await typeOf(answer), 'not-found');
    }
  });

  it('is who did what in their buurten, newest first, page after page', async () => {
    const [here, elsewhere] = [await anIdeaWaits(), await anIdeaWaits(otherBuurt)];
    for (const id of [here, elsewhere, here])
      for (const [state, reason] of [
        ['hidden', 'Dubbel.'],
        ['published', null],
      ] as const)
        await stage.store.transaction((db) =>
          decideOnIdeas(db, [id], { state, reason }, { by: operator, at: stage.now }),
        );
    const browser = await as('moderator');
    const { acts, next } = await (await reads(browser, 'acts?limit=3', 'acts')).json();
    const more = await (await reads(browser, `acts?limit=3&before=${next}`, 'acts')).json();
    const names = [...acts, ...more.acts].map((each) => [each.name, each.subject.id, each.buurt.name]);
    const [shown, hidden] = [
      ['idea.published', here, 'Lindenkwartier'],
      ['idea.hidden', here, 'Lindenkwartier'],
    ];
    assert.deepEqual(names, [shown, hidden, shown, hidden]);
    assert.equal(more.next, null);
    const ofAll = await (await reads(await loggedIn(stage), 'acts', 'acts')).json();
    assert.equal(ofAll.acts.length, 6);
    assert.equal((await reads(browser, 'acts?before=x', 'acts')).status, 400);
  });
});

const readers = ['reader', 'moderator', 'rounds', 'residents', 'admin'] as const;

/** Every route at the desk: who may ask it, and its answer to them. */
const routes: readonly {
  readonly path: string;
  readonly ask: (
    browser: DeskBrowser,
    of: { idea: string; remark: string; offer: string },
  ) => Promise<Response>;
  readonly method: string;
  readonly status: number;
  readonly roles: readonly StaffRole[];
}[] = [
  {
    ...{ method: 'get', path: '/desk/inbox', status: 200, roles: readers },
    ask: (browser) => browser.ask('GET', 'inbox'),
  },
  {
    ...{ method: 'get', path: '/desk/ideas/{id}', status: 200, roles: readers },
    ask: (browser, { idea }) => browser.ask('GET', `ideas/${idea}`),
  },
  {
    ...{ method: 'get', path: '/desk/remarks/{id}', status: 200, roles: readers },
    ask: (browser, { remark }) => browser.ask('GET', `remarks/${remark}`),
  },
  {
    ...{ method: 'get', path: '/desk/offers/{id}', status: 200, roles: readers },
    ask: (browser, { offer }) => browser.ask('GET', `offers/${offer}`),
  },
  {
    ...{ method: 'get', path: '/desk/acts', status: 200, roles: ['moderator', 'rounds', 'admin'] },
    ask: (browser) => browser.ask('GET', 'acts'),
  },
];

describe('Each route at the desk', () => {
  for (const { method, path, ask, status, roles } of routes)
    it(`${method} ${path} is for ${roles.join(', ')}, each in their own buurt`, async () => {
      for (const role of staffRoles)
        for (const code of [buurtCode, otherBuurt]) {
          const idea = await stage.addInitiative();
          const of = { idea, remark: await aRemark(idea), offer: await anOffer(idea) };
          const answer = await ask(await as(role, code), of);
          const expected = !roles.includes(role)
            ? 403
            : code === buurtCode || !path.includes('{id}')
              ? status
              : 404;
          assert.equal(answer.status, expected, `${role} of ${code}: ${await answer.clone().text()}`);
          await conforms(document, { method, path }, answer);
        }
    });
});
