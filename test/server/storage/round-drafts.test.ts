import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { conforms } from '../conformance.js';
import { loggedIn, type DeskBrowser } from '../desk-visitor.js';
import { buurtCode, codeCost, Stage } from '../stage.js';

const otherBuurt = 'BU9999AA02';
const document = openApiDocument();
let stage: Stage;
before(async () => {
  stage = await Stage.open({ codeCost });
});
after(() => stage.close());
beforeEach(async () => {
  await stage.clear({ moderated: false });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { moderated: false });
});

const rounds = (code = buurtCode) => loggedIn(stage, [{ role: 'rounds', buurtCode: code }]);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function anInitiative(title: string, costCents: number, own: object = {}): Promise<string> {
  const id = await stage.addInitiative({ title, ...own });
  await stage.store.db
    .updateTable('initiative')
    .set({ cost_min_cents: 100, cost_max_cents: costCents })
    .where('id', '=', id)
    .execute();
  return id;
}

const does = (browser: DeskBrowser, path: string, body: unknown = {}) =>
  browser.ask('POST', path, { body, headers: { 'Idempotency-Key': randomUUID() } });

async function reads(browser: DeskBrowser, path: string, described = path) {
  const answer = await browser.ask('GET', path);
  await conforms(document, { method: 'get', path: `/desk/${described}` }, answer.clone());
  return answer;
}
const draftOf = async (browser: DeskBrowser, id: string) =>
  (await reads(browser, `round-drafts/${id}`, 'round-drafts/{id}')).json();

async function begins(browser: DeskBrowser, buurt = buurtCode): Promise<string> {
  const answer = await does(browser, 'round-drafts', { buurt });
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as { id: string }).id;
}
const saves = (browser: DeskBrowser, id: string, version: number, plan: object) =>
  does(browser, `round-drafts/${id}/changes`, { version, plan });
const releases = (browser: DeskBrowser, id: string, version: number) =>
  does(browser, `round-drafts/${id}/release`, { version });

async function saysNo(answer: Response, status: number, type: string): Promise<string[]> {
  const problem = (await answer.json()) as { type: string; errors?: { pointer: string; code: string }[] };
  assert.deepEqual([answer.status, problem.type.split(':').at(-1)], [status, type]);
  return problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];
}
const problemsOf = ({ check }: { check: { problems: { pointer: string; code: string }[] } }) =>
  check.problems.map(({ pointer, code }) => `${pointer} ${code}`);

const times = () => ({ opensAt: inDays(1), closesAt: inDays(20) });

describe('A round that is thought out at the desk', () => {
  it('begins with what most neighbourhoods do, and says what is missing', async () => {
    const [tree, bench] = [await anInitiative('Boom', 400_00), await anInitiative('Bankje', 300_00)];
    await stage.addInitiative({ title: 'Praatje' });
    await anInitiative('Elders', 100_00, { buurt: otherBuurt });
    const browser = await rounds();
    const { buurten, drafts } = await (await reads(browser, 'round-drafts')).json();
    assert.deepEqual(
      buurten.map(({ code, candidateCount }: { code: string; candidateCount: number }) => [
        code,
        candidateCount,
      ]),
      [[buurtCode, 2]],
    );
    assert.deepEqual(drafts, []);
    const id = await begins(browser);
    const draft = await draftOf(browser, id);
    assert.deepEqual(draft.plan, {
      ...{ name: 'Buurtbudget Lindenkwartier', intro: '', budgetCents: null, opensAt: null, closesAt: null },
      ...{ ballot: 'approve', most: null, isWithinBudget: true, counting: 'equalshares' },
      proposals: [
        { initiativeId: bench, costCents: 300_00 },
        { initiativeId: tree, costCents: 400_00 },
      ],
    });
    assert.deepEqual(problemsOf(draft), ['/budgetCents required', '/opensAt required', '/closesAt required']);
    assert.equal(
      (await stage.get(`/buurten/${buurtCode}/rounds`).then((each) => each.json())).rounds.length,
      0,
    );
    assert.equal((await does(browser, 'round-drafts', { buurt: otherBuurt })).status, 404);
    assert.equal((await (await rounds(otherBuurt)).ask('GET', `round-drafts/${id}`)).status, 404);
  });

  it('says its rules in words while they are chosen, or that no ballot can meet them, and keeps nothing', async () => {
    await anInitiative('Boom', 400_00);
    await anInitiative('Bankje', 300_00);
    const browser = await rounds();
    const id = await begins(browser);
    const { plan } = await draftOf(browser, id);
    const check = async (own: object) => {
      const answer = await browser.ask('POST', `buurten/${buurtCode}/round-check`, {
        body: { ...plan, budgetCents: 600_00, ...times(), ...own },
      });
      await conforms(document, { method: 'post', path: '/desk/buurten/{code}/round-check' }, answer.clone());
      return answer.json();
    };
    assert.deepEqual((await check({})).rules, {
      nl: [
        'Kies zoveel plannen als je wilt.',
        'Samen mogen ze hoogstens €\u00A0600 kosten.',
        'Je hoeft niet alles uit te geven.',
      ],
      en: [
        'Choose as many plans as you like.',
        'Together they may cost at most €600.',
        'You need not spend everything.',
      ],
    });
    assert.deepEqual((await check({ ballot: 'rank', most: 1, isWithinBudget: false })).rules.nl, [
      'Kies hoogstens 1 plan.',
    ]);
    assert.deepEqual(problemsOf({ check: await check({ ballot: 'allocate' }) }), ['/most required']);
    assert.deepEqual(problemsOf({ check: await check({ budgetCents: 350_00 }) }), [
      '/proposals/1/costCents out-of-range',
    ]);
    assert.deepEqual(problemsOf({ check: await check({ closesAt: inDays(-300) }) }), [
      '/closesAt range-reversed',
      '/closesAt out-of-range',
    ]);
    assert.deepEqual(problemsOf({ check: await check({ proposals: [] }) }), ['/proposals required']);
    assert.equal((await draftOf(browser, id)).version, 1);
  });

  it('is made by a second person, as it was seen, with the history of its draft', async () => {
    const tree = await anInitiative('Boom', 400_00, { theme: 'green' });
    await anInitiative('Bankje', 300_00);
    const [writer, colleague] = [await rounds(), await rounds()];
    const id = await begins(writer);
    const { plan } = await draftOf(writer, id);
    const proposals = [{ initiativeId: tree, costCents: 450_00 }];
    assert.deepEqual(await saysNo(await releases(colleague, id, 1), 400, 'invalid-input'), [
      '/budgetCents required',
      '/opensAt required',
      '/closesAt required',
    ]);
    const whole = { ...plan, budgetCents: 600_00, ...times(), proposals, counting: 'greedy' };
    assert.equal((await saves(writer, id, 1, whole)).status, 201);
    await saysNo(await releases(writer, id, 2), 409, 'second-person');
    await saysNo(await releases(colleague, id, 1), 412, 'changed-meanwhile');
    assert.equal((await draftOf(writer, id)).isOfColleague, false);
    assert.equal((await draftOf(colleague, id)).isOfColleague, true);
    const answers = await Promise.all([releases(colleague, id, 2), releases(await rounds(), id, 2)]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 404]);
    const round = await (await stage.get(`/rounds/${id}`)).json();
    assert.deepEqual(
      [round.budgetCents, round.tallies[0].method, round.groupNames],
      [600_00, 'greedy', { green: 'Groen en natuur' }],
    );
    assert.deepEqual(
      round.proposals.map(({ title, costCents }: { title: string; costCents: number }) => [title, costCents]),
      [['Boom', 450_00]],
    );
    assert.equal((await (await stage.get(`/initiatives/${tree}`)).json()).status, 'onBallot');
    const { acts } = await (await colleague.ask('GET', `rounds/${id}`)).json();
    assert.deepEqual(
      acts.map(({ name }: { name: string }) => name),
      ['round.made', 'draft.changed', 'draft.made'],
    );
    assert.equal((await writer.ask('GET', `round-drafts/${id}`)).status, 404);
  });

  it('is never saved over what somebody else saved, and can be thrown away', async () => {
    await anInitiative('Boom', 400_00);
    const [one, other] = [await rounds(), await rounds()];
    const id = await begins(one);
    const { plan } = await draftOf(one, id);
    assert.equal((await saves(other, id, 1, { ...plan, name: 'Samen beslissen' })).status, 201);
    await saysNo(await saves(one, id, 1, { ...plan, name: 'Buurtgeld' }), 412, 'changed-meanwhile');
    assert.equal((await draftOf(one, id)).plan.name, 'Samen beslissen');
    assert.equal((await does(one, `round-drafts/${id}/removal`)).status, 201);
    assert.equal((await one.ask('GET', `round-drafts/${id}`)).status, 404);
    assert.deepEqual((await (await reads(one, 'round-drafts')).json()).drafts, []);
  });

  it('tells that a plan cannot be voted about any more, and that its name is taken', async () => {
    const tree = await anInitiative('Boom', 400_00);
    await anInitiative('Bankje', 300_00);
    const [writer, colleague] = [await rounds(), await rounds()];
    const ids = [await begins(writer), await begins(writer)];
    for (const id of ids) {
      const { plan } = await draftOf(writer, id);
      await saves(writer, id, 1, { ...plan, budgetCents: 900_00, ...times() });
    }
    assert.equal((await releases(colleague, ids[0]!, 2)).status, 201);
    assert.deepEqual(await saysNo(await releases(colleague, ids[1]!, 2), 400, 'invalid-input'), [
      '/name doubled',
    ]);
    await stage.store.db.updateTable('initiative').set({ review: 'hidden' }).where('id', '=', tree).execute();
    assert.deepEqual(problemsOf(await draftOf(writer, ids[1]!)), ['/proposals/1 not-an-option']);
  });

  for (const [what, own] of [
    ['another way of voting', { ballot: 'score' }],
    ['a budget of nothing', { budgetCents: 0 }],
    ['a key more', { tallies: [] }],
    ['a day without a time', { opensAt: '2027-01-10' }],
  ] as const)
    it(`is refused with ${what}`, async () => {
      await anInitiative('Boom', 400_00);
      const browser = await rounds();
      const id = await begins(browser);
      const { plan } = await draftOf(browser, id);
      assert.equal((await saves(browser, id, 1, { ...plan, ...own })).status, 400);
    });
});
