import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { ActName } from '@buurt/domain/acts/act.js';
import type { Forgetting, TextMatches, IdeaErasure } from '@buurt/domain/desk/erasing.js';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { conforms } from '../conformance.js';
import { loggedIn, type DeskBrowser } from '../desk-visitor.js';
import { aProposal, RoundOnStage } from '../round-stage.js';
import { anIdea, buurtCode, codeCost, Stage } from '../stage.js';

const document = openApiDocument();
const sam = 'sam@voorbeeld.nl';
let stage: Stage;
before(async () => {
  stage = await Stage.open({ codeCost });
});
after(() => stage.close());
beforeEach(() => stage.clear({ moderated: false }));

/** Asks something of the desk, and holds the answer against the contract. */
async function asks<T>(browser: DeskBrowser, path: string, body: object, status = 200): Promise<T> {
  const answer = await browser.ask('POST', path, { body });
  await conforms(document, { method: 'post', path: `/desk/${path}` }, answer.clone());
  assert.equal(answer.status, status, await answer.clone().text());
  return (await answer.json()) as T;
}

const actsNamed = (name: ActName) =>
  stage.store.db
    .selectFrom('act')
    .select(['subject_id', 'detail', 'staff_name'])
    .where('name', '=', name)
    .execute();

async function samsIdea(): Promise<{ id: string; reference: string }> {
  const answer = await stage.handIn({
    ...anIdea,
    story: 'Vraag Sam de Vries.',
    name: 'Sam de Vries',
    email: sam,
  });
  return (await answer.json()) as { id: string; reference: string };
}

async function anOffer(ideaId: string): Promise<string> {
  const id = randomUUID();
  await stage.store.db
    .insertInto('offer')
    .values({
      ...{
        id,
        initiative_id: ideaId,
        kinds: ['time'],
        message: 'Ik help.',
        name: 'Sam de Vries',
        contact: sam,
      },
      created_at: stage.now,
    })
    .execute();
  return id;
}

async function aRemark(ideaId: string): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    initiative_id: ideaId,
    stance: 'for',
    review: 'published',
    created_at: stage.now,
  } as const;
  await stage.store.db
    .insertInto('remark')
    .values({ ...row, text: 'Leuk!', name: 'Sam de Vries' })
    .execute();
  return id;
}

describe('What is kept of somebody, at the desk', () => {
  it('is every text with what erases it, and that somebody looked is kept without what for', async () => {
    const { id, reference } = await samsIdea();
    const offer = await anOffer(id);
    const remark = await aRemark(id);
    const browser = await loggedIn(stage);
    const { texts, isCut } = await asks<TextMatches>(browser, 'person/texts', { text: 'sam DE vries' });
    assert.equal(isCut, false);
    const found = texts.map(({ place, field, idea, eraser }) => [place, field, idea, eraser.by, eraser.id]);
    assert.deepEqual(found, [
      ['idea', 'story', reference, 'idea', id],
      ['contact', 'name', reference, 'address', sam],
      ['offer', 'name', reference, 'offer', offer],
      ['remark', 'name', reference, 'remark', remark],
    ]);
    assert.equal(texts[0]!.text, 'Vraag Sam de Vries.');
    const [act, ...others] = await actsNamed('person.searched');
    assert.deepEqual([act!.detail, others], [{ places: 4 }, []]);
    assert.equal(
      await stage.store.db
        .selectFrom('idempotency')
        .selectAll()
        .where('scope', 'like', 'desk:%')
        .executeTakeFirst(),
      undefined,
    );
    assert.doesNotMatch(
      JSON.stringify(await stage.store.db.selectFrom('act').selectAll().execute()),
      /vries/i,
    );
  });

  it('is nothing without a letter or a digit, and for no admin of one buurt', async () => {
    await asks(await loggedIn(stage), 'person/texts', { text: '…' }, 400);
    const ofBuurt = await loggedIn(stage, [{ role: 'admin', buurtCode }]);
    for (const [path, body] of [
      ['texts', { text: 'Sam' }],
      ['forgetting-preview', { address: sam }],
      ['forgetting', { address: sam }],
    ] as const)
      await asks(ofBuurt, `person/${path}`, body, 403);
    assert.deepEqual(await actsNamed('person.searched'), []);
  });

  it('says that there is more than it shows', async () => {
    const { id } = await samsIdea();
    const rows = Array.from({ length: 501 }, () => ({
      ...{ id: randomUUID(), initiative_id: id, stance: 'for' as const, review: 'published' as const },
      ...{ text: 'Mooi voor de straat', name: null, created_at: stage.now },
    }));
    await stage.store.db.insertInto('remark').values(rows).execute();
    const { texts, isCut } = await asks<TextMatches>(await loggedIn(stage), 'person/texts', {
      text: 'mooi voor de straat',
    });
    assert.deepEqual([texts.length, isCut], [500, true]);
  });
});

describe('Forgetting somebody at the desk', () => {
  it('says first what goes and what stays, and changes nothing by that', async () => {
    const { id } = await samsIdea();
    await anOffer(id);
    await stage.store.db.updateTable('remark').set({ text: '' }).execute();
    const browser = await loggedIn(stage);
    const preview = await asks<Forgetting>(browser, 'person/forgetting-preview', { address: sam });
    const { contacts, offers, left } = preview;
    assert.deepEqual([contacts, offers, left], [1, 1, []]);
    assert.equal((await stage.store.db.selectFrom('contact').selectAll().execute()).length, 1);
    assert.deepEqual(await actsNamed('person.forgotten'), []);
    const done = await asks<Forgetting>(browser, 'person/forgetting', { address: sam });
    assert.deepEqual(done, preview);
    assert.deepEqual(await stage.store.db.selectFrom('contact').selectAll().execute(), []);
    const [act] = await actsNamed('person.forgotten');
    assert.equal(act!.detail['contacts'], 1);
    const again = await asks<Forgetting>(browser, 'person/forgetting', { address: sam });
    assert.equal(again.contacts, 0);
  });

  it('tells where the address stands in words of others, with what erases that', async () => {
    const { id } = await samsIdea();
    const remark = await aRemark(id);
    await stage.store.db
      .updateTable('remark')
      .set({ text: `Mail ${sam}` })
      .where('id', '=', remark)
      .execute();
    const { left } = await asks<Forgetting>(await loggedIn(stage), 'person/forgetting', { address: sam });
    assert.deepEqual(
      left.map(({ place, field, eraser }) => [place, field, eraser.by, eraser.id]),
      [['remark', 'text', 'remark', remark]],
    );
  });
});

describe('Erasing an idea at the desk', () => {
  const erases = (browser: DeskBrowser, id: string, reference: string, version: string) =>
    browser.ask('POST', `ideas/${id}/erasure`, {
      body: { reference },
      headers: { 'Idempotency-Key': randomUUID(), 'If-Match': `"${version}"` },
    });

  it('says what goes and what stays, and does that', async () => {
    const { id, reference } = await samsIdea();
    await anOffer(id);
    await aRemark(id);
    const browser = await loggedIn(stage, [{ role: 'admin', buurtCode }]);
    const erasure = (await (await browser.ask('GET', `ideas/${id}/erasure`)).json()) as IdeaErasure;
    const { version, ...rest } = erasure;
    assert.deepEqual(rest, {
      ...{ reference, title: anIdea.title, contacts: 1, photos: 0, remarks: 1, offers: 1, supports: 0 },
      ...{ news: 0, promises: 0, followers: 0, keptInRounds: [], leftRounds: [], keepsAmounts: false },
    });
    assert.equal((await erases(browser, id, 'K4T-9PY', version)).status, 400);
    assert.equal((await erases(browser, id, reference, '2026-01-01T00:00:00.000Z')).status, 412);
    assert.equal((await erases(browser, id, reference, version)).status, 201);
    assert.deepEqual(await stage.store.db.selectFrom('initiative').selectAll().execute(), []);
    const [act] = await actsNamed('idea.erased');
    assert.equal(act!.subject_id, id);
    assert.equal((await erases(browser, id, reference, version)).status, 404);
  });

  it('names the votes in which its words stay, and says that amounts stay', async () => {
    const { id } = await samsIdea();
    await stage.store.db
      .insertInto('promise')
      .values({
        ...{ id: randomUUID(), initiative_id: id, who: 'Wetering', what: 'Bank', due_on: '2027-05-01' },
        ...{ state: 'open', granted_cents: 100 },
      })
      .execute();
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const proposals = [aProposal('a', 100, { initiativeId: id })];
    const open = await RoundOnStage.open(stage, 0, { name: 'Open', proposals });
    const coming = await RoundOnStage.open(stage, 0, {
      name: 'Straks',
      proposals,
      opensAt: inDays(1),
      closesAt: inDays(2),
    });
    const browser = await loggedIn(stage);
    const path = `ideas/${id}/erasure`;
    const { keptInRounds, leftRounds, keepsAmounts, version, reference } = (await (
      await browser.ask('GET', path)
    ).json()) as IdeaErasure;
    const [inOpen, inComing] = [
      { id: open.id, name: 'Open' },
      { id: coming.id, name: 'Straks' },
    ];
    assert.deepEqual([keptInRounds, leftRounds, keepsAmounts], [[inOpen], [inOpen, inComing], true]);
    assert.equal((await erases(browser, id, reference, version)).status, 201);
    const titles = await stage.store.db.selectFrom('proposal').select(['round_id', 'title']).execute();
    assert.notEqual(titles.find(({ round_id }) => round_id === open.id)!.title, '');
    assert.equal(titles.find(({ round_id }) => round_id === coming.id)!.title, 'Weggehaald plan');
  });
});
