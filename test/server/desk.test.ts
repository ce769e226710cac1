import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { operator, recordAct, type NewAct } from '../../packages/server/src/acts/acts.queries.js';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';
import { decideOnIdeas } from '../../packages/server/src/ideas/ideas.service.js';
import type { StaffAct } from '@buurt/domain/desk/inbox.js';
import type { DeskMails } from '@buurt/domain/desk/mails.js';
import { staffRoles, type StaffRole } from '@buurt/domain/desk/colleague.js';
import { newCode } from '../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import { tokenHash } from '../../packages/server/src/staff/staff.service.js';
import { conforms, operations } from './conformance.js';
import { addStaffOnStage, loggedIn, type DeskBrowser } from './desk-visitor.js';
import { aProposal, RoundOnStage } from './round-stage.js';
import { sentMails } from './sent-mails.js';
import { anIdea, buurtCode, codeCost, secret, Stage } from './stage.js';

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

const aPhoto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();

interface IdeaWithPhoto {
  readonly id: string;
  readonly ownerKey: string;
  readonly photo: string;
  /** With the signature of its upload. */
  readonly signed: string;
  /** Without a signature. */
  readonly bare: string;
}

/** An idea that waits, with a photo. */
async function anIdeaWithPhoto(): Promise<IdeaWithPhoto> {
  const { id: photo, sources } = await (await stage.upload(await aPhoto())).json();
  const sent = { ...anIdea, name: 'Sam', email: makerAddress, photos: [{ id: photo, alt: 'Een plein' }] };
  const { id, ownerKey } = await (await stage.handIn(sent)).json();
  const signed = `/${String(sources[0].url)}`;
  return { id, ownerKey, photo, signed, bare: signed.split('?')[0]! };
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

/** A mail to the maker of an idea that their mail server does not take. */
async function aRefusedMail(
  initiative_id: string,
  of: { reason?: string | null; tries?: number; next_at?: Date; failed_at?: Date | null } = {},
): Promise<string> {
  const [id, follower_id] = [randomUUID(), randomUUID()];
  await stage.store.db
    .insertInto('follower')
    .values({
      ...{ id: follower_id, initiative_id, email: makerAddress, is_maker: true, page: null },
      ...{ asked_at: stage.now, confirmed_at: stage.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const follower = await stage.store.db
    .selectFrom('follower')
    .select('id')
    .where('initiative_id', '=', initiative_id)
    .executeTakeFirstOrThrow();
  await stage.store.db
    .insertInto('mail')
    .values({
      ...{ id, initiative_id, follower_id: follower.id, kind: 'decision', subject: 'Je idee', text: 'Ja.' },
      ...{ tries: 1, next_at: stage.now, failed_at: stage.now, reason: '550 5.1.1 no such user' },
      ...of,
    })
    .execute();
  return id;
}

/** Somebody with a login, as what they do is kept. */
const by = async (name: string) => {
  const id = await addStaffOnStage(stage, `${randomUUID()}@corporatie.example`, []);
  return { kind: 'staff', id, name } as const;
};
const anAct = (of: Partial<NewAct> = {}) =>
  stage.store.transaction((db) =>
    recordAct(db, {
      ...{ by: operator, at: stage.now, name: 'idea.published', buurt: buurtCode },
      ...{ subject: { kind: 'idea', id: randomUUID() }, ...of },
    }),
  );

/** A round that is still to come. */
async function aRound(): Promise<string> {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const times = { opensAt: inDays(1), closesAt: inDays(2) };
  return (await RoundOnStage.open(stage, 0, { name: randomUUID(), ...times })).id;
}

const aPlan = {
  ...{ name: 'Buurtbudget', intro: '', budgetCents: 100_00, opensAt: null, closesAt: null },
  ...{ ballot: 'approve', most: null, isWithinBudget: true, counting: 'equalshares', proposals: [] },
};

/** A vote that a colleague thought out. */
async function aDraft(): Promise<string> {
  const id = randomUUID();
  await stage.store.db
    .insertInto('round_draft')
    .values({
      ...{ id, buurt_code: buurtCode, plan: JSON.stringify(aPlan), saved_at: stage.now },
      saved_by: randomUUID(),
    })
    .execute();
  return id;
}

const aLetter = {
  ...{ sender: 'De Wetering', page: 'https://www.example.nl/stem' },
  helpLine: 'Hulp nodig? Bel 012 345 67 89.',
};

/** Letters that a colleague ordered. */
async function aLetterOrder(roundId: string): Promise<string> {
  const id = randomUUID();
  const { helpLine, ...texts } = aLetter;
  await stage.store.db
    .insertInto('letter_order')
    .values({
      ...{ id, round_id: roundId, count: 2, ...texts, help_line: helpLine, hand_in_until: null },
      ...{ replaces: null, ordered_at: stage.now, ordered_by: randomUUID() },
    })
    .execute();
  return id;
}

/** Sends a form of the page of the desk about the letters of a round, as a browser does. */
async function submits(
  { app, cookies }: DeskBrowser,
  roundId: string,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const [[name = '', value = ''] = []] = cookies;
  const formKey = deriveSecrets(secret).deskFormKey(tokenHash(value), `letters:${roundId}`);
  return app.request(`/v1/desk/rounds/${roundId}/${path}`, {
    method: 'POST',
    headers: {
      ...{ 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' },
      Cookie: `${name}=${value}`,
    },
    body: new URLSearchParams({ ...fields, formKey }).toString(),
  });
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

  it('is the photos too, of an idea that nobody else sees', async () => {
    const { id } = await anIdeaWithPhoto();
    const browser = await as('reader');
    for (const decision of [undefined, declined, published]) {
      if (decision) await decided(await as('moderator'), id, decision);
      const { photos } = await (await reads(browser, `ideas/${id}`, 'ideas/{id}')).json();
      const [path, bare] = [`/${photos[0].sources[0].url}`, `/${photos[0].sources[0].url}`.split('?')[0]!];
      assert.equal((await stage.get(path)).status, 200, JSON.stringify(decision));
      assert.equal((await stage.get(bare)).status, decision === published ? 200 : 404);
    }
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

  it('is what one of them did, also page after page, and who did something in their buurten', async () => {
    const [noor, sam] = [await by('Noor'), await by('Sam')];
    for (const actor of [noor, sam, noor]) await anAct({ by: actor });
    await anAct({ by: await by('Elders'), buurt: otherBuurt });
    await anAct();
    const browser = await as('moderator');
    const { acts, staff, next } = await (
      await reads(browser, `acts?staffId=${noor.id}&limit=1`, 'acts')
    ).json();
    assert.deepEqual([acts[0].staffId, acts[0].staffName], [noor.id, 'Noor']);
    const more = await (await reads(browser, `acts?staffId=${noor.id}&before=${next}`, 'acts')).json();
    assert.deepEqual([more.acts.length, more.acts[0].staffId, more.next], [1, noor.id, null]);
    const known = [noor, sam].map(({ id, name }) => ({ id, name }));
    assert.deepEqual(staff, known);
    assert.equal((await reads(browser, 'acts?staffId=noor', 'acts')).status, 400);
  });

  it('is a file for a spreadsheet too, of their buurten alone, in which nothing is a formula', async () => {
    const noor = await by('=HYPERLINK("http://example.com")');
    await anAct({ by: noor });
    await anAct({ by: await by('Sam') });
    await anAct({ by: noor, buurt: otherBuurt });
    const browser = await as('moderator');
    const answer = await reads(browser, 'acts.csv');
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="wie-deed-wat.csv"');
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    const [head, ...lines] = new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(await answer.arrayBuffer())
      .split('\r\n');
    assert.match(head!, /^\uFEFF"nummer";"wanneer";"wie";"wat"/);
    assert.equal(lines.length, 3);
    assert.match(lines[0]!, /;"'=HYPERLINK\(""http/);
    assert.doesNotMatch(lines.join(), /Molenbuurt/);
    const one = await (await reads(browser, `acts.csv?staffId=${noor.id}`, 'acts.csv')).text();
    assert.equal(one.trimEnd().split('\r\n').length, 2);
    assert.equal((await reads(browser, 'acts.csv?before=5', 'acts.csv')).status, 400);
  });

  it('goes into a file part by part, not all of it at once', async () => {
    await sql`
      insert into act (at, actor_kind, name, buurt_code, subject_kind, subject_id)
      select ${stage.now}::timestamptz, 'operator', 'idea.published', ${buurtCode}, 'buurt', ${buurtCode}
      from generate_series(1, 1200)`.execute(stage.store.db);
    const answer = await (await as('moderator')).ask('GET', 'acts.csv');
    const reader = answer.body!.getReader();
    const first = await reader.read();
    await anAct({ by: await by('Daarna') });
    const [parts, decoder] = [[first.value!], new TextDecoder()];
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
    const text = parts.map((part) => decoder.decode(part)).join('');
    assert.equal(text.trimEnd().split('\r\n').length, 1202);
    assert.match(text, /"Daarna"/);
  });
});

interface Decided {
  readonly act: number;
  readonly undoUntil: string | null;
}

interface Sent {
  readonly version?: string | undefined;
  readonly key?: string;
}

/** Does something at the desk, and holds the answer against the contract at this path of it. */
async function does(
  browser: DeskBrowser,
  path: string,
  body: unknown,
  { version, key = randomUUID() }: Sent = {},
): Promise<Response> {
  const headers = { 'Idempotency-Key': key, ...(version !== undefined && { 'If-Match': `"${version}"` }) };
  const answer = await browser.ask('POST', path, { body, headers });
  const described = `/desk/${path
    .replace(/\/[^/]+\//, '/{id}/')
    .replace(/proposals\/[^/]+/, 'proposals/{proposalId}')
    .replace(/letter-orders\/[^/]+/, 'letter-orders/{orderId}')
    .replace(/paper-ballots\/[^/]+/, 'paper-ballots/{paperId}')}`;
  await conforms(document, { method: 'post', path: described }, answer.clone());
  return answer;
}

const versionOf = async (id: string): Promise<string> =>
  (await (await (await loggedIn(stage)).ask('GET', `ideas/${id}`)).json()).version;

const published = { state: 'published', reason: null };
const declined = { state: 'declined', reason: 'Hier komen huizen.' };

/** Decides on an idea as it is now. */
const decides = async (browser: DeskBrowser, id: string, decision: object = published, sent: Sent = {}) =>
  does(browser, `ideas/${id}/decision`, decision, { version: await versionOf(id), ...sent });

async function decided(browser: DeskBrowser, id: string, decision: object = published): Promise<Decided> {
  const answer = await decides(browser, id, decision);
  assert.equal(answer.status, 201, await answer.clone().text());
  return (await answer.json()) as Decided;
}

const undoes = (browser: DeskBrowser, act: number, key = randomUUID()) =>
  does(browser, `acts/${String(act)}/undo`, {}, { key });

const mails = () => sentMails(stage, { publicUrl: 'https://buurt.example.nl' });
const subjects = async () => (await mails()).map(({ to, subject }) => `${to}: ${subject}`);

const ideaRow = (id: string) =>
  stage.store.db
    .selectFrom('initiative')
    .select(['review', 'review_reason', 'published_at', 'ended_at', 'status'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const actNames = async () =>
  (await stage.store.db.selectFrom('act').select('name').orderBy('id').execute()).map(({ name }) => name);

/** An idea that waits, of a maker who reads mails from us. */
async function anIdeaOfMaker(id?: string): Promise<string> {
  id ??= await anIdeaWaits();
  await mails();
  await stage.store.db
    .updateTable('follower')
    .set({ confirmed_at: stage.now })
    .where('initiative_id', '=', id)
    .execute();
  return id;
}

const follows = (email: string, buurt_code = buurtCode) =>
  stage.store.db
    .insertInto('follower')
    .values({
      ...{ id: randomUUID(), buurt_code, initiative_id: null, email, page: null },
      ...{ asked_at: stage.now, confirmed_at: stage.now },
    })
    .execute();

describe('Deciding on an idea at the desk', () => {
  it('shows it at once, and tells its maker when it cannot be undone any more', async () => {
    const id = await anIdeaOfMaker();
    const answer = await decided(await as('moderator'), id);
    assert.equal(answer.undoUntil, '2026-11-23T10:00:10.000Z');
    assert.equal((await stage.get(`/initiatives/${id}`)).status, 200);
    const [act] = await stage.store.db.selectFrom('act').select(['id', 'name', 'staff_name']).execute();
    assert.deepEqual(act, { id: answer.act, name: 'idea.published', staff_name: 'Noor Bakker' });
    for (const seconds of [0, 10, 1]) {
      later(seconds);
      assert.deepEqual(await subjects(), [], String(seconds));
    }
    later(1);
    assert.match((await subjects()).join(), /^sam@voorbeeld\.nl: [^,]+$/);
    later(60);
    assert.deepEqual(await subjects(), []);
  });

  it('is refused when the idea is another than was seen, and overwrites nothing', async () => {
    const id = await anIdeaWaits();
    const browser = await as('moderator');
    const version = await versionOf(id);
    await decided(await as('admin'), id, declined);
    const answer = await does(browser, `ideas/${id}/decision`, published, { version });
    assert.equal(answer.status, 412);
    assert.equal(await typeOf(answer), 'changed-meanwhile');
    assert.equal((await ideaRow(id)).review, 'declined');
    const without = await does(browser, `ideas/${id}/decision`, published);
    assert.equal(without.status, 428);
    assert.equal(await typeOf(without), 'version-needed');
    const strange = await browser.ask('POST', `ideas/${id}/decision`, {
      body: published,
      headers: { 'Idempotency-Key': randomUUID(), 'If-Match': '*' },
    });
    assert.equal(strange.status, 400);
    assert.deepEqual(await actNames(), ['idea.declined']);
  });

  it('by two at once is done once', async () => {
    const id = await anIdeaOfMaker();
    const version = await versionOf(id);
    const browsers = await Promise.all([as('moderator'), as('admin'), as('residents')]);
    const answers = await Promise.all(
      browsers.map((browser, nth) =>
        does(browser, `ideas/${id}/decision`, nth === 1 ? declined : published, { version }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 412, 412]);
    assert.equal((await actNames()).length, 1);
    later(12);
    assert.equal((await mails()).length, 1);
  });

  it('has one effect when the answer was lost and it is asked again; another gets an answer of their own', async () => {
    const id = await anIdeaWaits();
    const browser = await as('moderator');
    const [key, version] = [randomUUID(), await versionOf(id)];
    const first = await does(browser, `ideas/${id}/decision`, published, { key, version });
    const again = await does(browser, `ideas/${id}/decision`, published, { key, version });
    assert.equal(again.status, 201);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(await again.json(), await first.json());
    assert.equal((await does(browser, `ideas/${id}/decision`, declined, { key, version })).status, 422);
    const another = await does(await as('moderator'), `ideas/${id}/decision`, published, { key, version });
    assert.equal(another.status, 412);
    assert.deepEqual(await actNames(), ['idea.published']);
  });

  it('needs a reason that its maker reads, unless it is published', async () => {
    const id = await anIdeaWaits();
    const browser = await as('residents');
    for (const [decision, pointer] of [
      [{ state: 'declined', reason: null }, '/reason'],
      [{ state: 'hidden', reason: '  ' }, '/reason'],
      [{ state: 'waiting', reason: null }, '/state'],
      [{ ...published, undo: true }, '/undo'],
    ] as const) {
      const answer = await decides(browser, id, decision);
      assert.equal(answer.status, 400);
      assert.equal((await answer.json()).errors[0].pointer, pointer);
    }
    assert.deepEqual(await actNames(), []);
  });

  it('says in which vote it stands, and takes it out only when that may be', async () => {
    const id = await stage.addInitiative({ title: 'Bankje', status: 'onBallot' });
    await RoundOnStage.open(stage, 1, {
      name: 'Buurtbudget',
      proposals: [aProposal('b', 100, { initiativeId: id, title: 'Bankje' })],
    });
    const browser = await as('moderator');
    const refused = await decides(browser, id, declined);
    assert.equal(refused.status, 409);
    assert.equal(await typeOf(refused), 'stands-in-votes');
    assert.match((await refused.json()).detail, /Buurtbudget/);
    assert.equal((await ideaRow(id)).review, 'published');
    const { undoUntil } = await decided(browser, id, { ...declined, mayWithdraw: true });
    assert.equal(undoUntil, null);
    assert.equal((await ideaRow(id)).review, 'declined');
  });
});

/** Corrects an idea as it is now. */
async function corrects(browser: DeskBrowser, id: string, texts: object, sent: Sent = {}): Promise<Response> {
  const { version, title, story } = await (await (await loggedIn(stage)).ask('GET', `ideas/${id}`)).json();
  return does(browser, `ideas/${id}/correction`, { title, story, ...texts }, { version, ...sent });
}

describe('Correcting an idea at the desk', () => {
  const texts = (id: string) =>
    stage.store.db
      .selectFrom('initiative')
      .select(['title', 'story'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  it('changes what everybody reads, keeps what it said with who and when, and tells its maker', async () => {
    const id = await anIdeaOfMaker();
    const was = await texts(id);
    const browser = await as('moderator');
    const answer = await corrects(browser, id, { title: '  Een lange tafel voor allemaal ' });
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.deepEqual(await texts(id), { ...was, title: 'Een lange tafel voor allemaal' });
    const { acts, corrections } = await (await reads(browser, `ideas/${id}`, 'ideas/{id}')).json();
    assert.deepEqual(
      [acts[0].name, acts[0].staffName, acts[0].at, acts[0].detail],
      ['idea.corrected', 'Noor Bakker', stage.now.toISOString(), { title: true, story: false }],
    );
    assert.deepEqual(corrections, [{ act: acts[0].id, ...was }]);
    const [mail, ...more] = await mails();
    assert.equal(more.length, 0);
    assert.equal(mail!.to, makerAddress);
    assert.match(mail!.text, new RegExp(`Er stond: “${was.title}”`));
    assert.match(mail!.text, /Nu staat er: “Een lange tafel voor allemaal”/);
    assert.doesNotMatch(mail!.text, /Noor/);
  });

  it('is told at the page of the maker, and comes back with the next correction', async () => {
    const { id, ownerKey } = await (await stage.handIn(anIdea)).json();
    const own = async () =>
      (await (await stage.get(`/ideas/${id}`, { Authorization: `Bearer ${String(ownerKey)}` })).json())
        .correctedAt;
    assert.equal(await own(), null);
    const browser = await as('residents');
    for (const story of [
      'Op zaterdag eten we met de hele straat.',
      'Op zondag eten we met de hele straat.',
    ]) {
      later(60);
      assert.equal((await corrects(browser, id, { story })).status, 201);
      assert.equal(await own(), stage.now.toISOString());
    }
    const { corrections } = await (await browser.ask('GET', `ideas/${id}`)).json();
    assert.deepEqual(
      corrections.map(({ story }: { story: string }) => story),
      ['Op zaterdag eten we met de hele straat.', anIdea.story],
    );
  });

  it('does nothing and tells nobody when nothing is another, nor twice when the answer was lost', async () => {
    const id = await anIdeaOfMaker();
    const browser = await as('moderator');
    assert.equal((await corrects(browser, id, {})).status, 201);
    assert.deepEqual([await actNames(), await mails()], [[], []]);
    const [key, version] = [randomUUID(), await versionOf(id)];
    for (let times = 0; times < 2; times++)
      assert.equal(
        (await corrects(browser, id, { title: 'Een lange tafel!' }, { key, version })).status,
        201,
      );
    assert.deepEqual(await actNames(), ['idea.corrected']);
    assert.equal((await mails()).length, 1);
  });

  it('is refused when the idea is another than was seen', async () => {
    const id = await anIdeaWaits();
    const browser = await as('moderator');
    const version = await versionOf(id);
    await decided(await as('admin'), id, declined);
    const answer = await corrects(browser, id, { title: 'Een lange tafel!' }, { version });
    assert.deepEqual([answer.status, await typeOf(answer)], [412, 'changed-meanwhile']);
    const without = await does(browser, `ideas/${id}/correction`, await texts(id));
    assert.deepEqual([without.status, await typeOf(without)], [428, 'version-needed']);
    assert.deepEqual(await actNames(), ['idea.declined']);
  });

  it('goes by the rules of the form, for what is changed', async () => {
    const id = await stage.addInitiative({ title: 'Bankje', story: '' });
    const browser = await as('moderator');
    for (const [changed, pointer] of [
      [{ title: ' ' }, '/title'],
      [{ title: 'x'.repeat(200) }, '/title'],
      [{ story: 'x'.repeat(5000) }, '/story'],
    ] as const) {
      const answer = await corrects(browser, id, changed);
      assert.equal(answer.status, 400);
      assert.equal((await answer.json()).errors[0].pointer, pointer);
    }
    assert.equal((await corrects(browser, id, { title: 'Een bankje bij de brug' })).status, 201);
  });

  it('stands when a decision is undone afterwards, and its mail goes all the same', async () => {
    const id = await anIdeaOfMaker();
    const browser = await as('moderator');
    await corrects(browser, id, { title: 'Een lange tafel!' });
    const { act } = await decided(browser, id);
    assert.equal((await undoes(browser, act)).status, 201);
    assert.equal((await texts(id)).title, 'Een lange tafel!');
    assert.match((await subjects()).join(), /^sam@voorbeeld\.nl: We verbeterden een tikfout[^,]*$/);
  });
});

const hidden = { state: 'hidden', reason: 'Er staat een kind op de foto.' };
const shown = { state: 'shown', reason: null };

describe('A photo that is hidden at the desk', () => {
  const judges = async (browser: DeskBrowser, photo: string, decision: object = hidden, sent: Sent = {}) =>
    does(browser, `photos/${photo}/decision`, decision, sent);
  const status = async (path: string, headers: Record<string, string> = {}) =>
    (await stage.get(path, headers)).status;

  it('is gone for everybody but staff, and its maker hears why, by mail and on their page', async () => {
    const { id, ownerKey, photo, signed, bare } = await anIdeaWithPhoto();
    await anIdeaOfMaker(id);
    const browser = await as('moderator');
    await decided(browser, id);
    later(60);
    await mails();
    const publicly = async () =>
      Promise.all(
        [
          ...[`/initiatives/${id}`, `/buurten/${buurtCode}/initiatives`, `/buurten/${buurtCode}/map`],
          `/buurten/${buurtCode}/similar?title=${encodeURIComponent(anIdea.title)}`,
        ].map(async (path) => (await (await stage.get(path)).text()).includes(photo)),
      );
    const before = await publicly();
    assert.deepEqual(before.slice(0, 2), [true, true]);
    assert.equal((await judges(browser, photo)).status, 201);
    assert.deepEqual(
      await publicly(),
      before.map(() => false),
    );
    assert.deepEqual([await status(bare), await status(signed)], [404, 404]);
    const { photos, acts } = await (await reads(browser, `ideas/${id}`, 'ideas/{id}')).json();
    assert.deepEqual(photos[0].hidden, { at: stage.now.toISOString(), reason: hidden.reason });
    assert.deepEqual(
      [acts[0].name, acts[0].staffName, acts[0].detail],
      ['photo.hidden', 'Noor Bakker', { photo }],
    );
    const atDesk = await stage.get(`/${String(photos[0].sources[0].url)}`);
    assert.deepEqual([atDesk.status, atDesk.headers.get('cache-control')], [200, 'private, no-store']);
    const [mail, ...more] = await mails();
    assert.equal(more.length, 0);
    assert.equal(mail!.to, makerAddress);
    assert.match(mail!.text, /We laten de foto “Een plein” bij je idee niet zien/);
    assert.match(mail!.text, /Er staat een kind op de foto\./);
    assert.doesNotMatch(mail!.text, /Noor/);
    const own = await stage.get(`/ideas/${id}`, { Authorization: `Bearer ${ownerKey}` });
    assert.deepEqual((await own.json()).hiddenPhotos, [{ alt: 'Een plein', reason: hidden.reason }]);
  });

  it('comes back when it is shown again, and its maker hears of that too', async () => {
    const { id, ownerKey, photo, bare } = await anIdeaWithPhoto();
    await anIdeaOfMaker(id);
    const browser = await as('residents');
    await decided(browser, id);
    await judges(browser, photo);
    later(60);
    await mails();
    assert.equal((await judges(browser, photo, shown)).status, 201);
    assert.equal(await status(bare), 200);
    assert.deepEqual(await actNames(), ['idea.published', 'photo.hidden', 'photo.shown']);
    assert.match((await mails())[0]!.text, /We laten de foto “Een plein” bij je idee weer zien/);
    const own = await stage.get(`/ideas/${id}`, { Authorization: `Bearer ${ownerKey}` });
    assert.deepEqual((await own.json()).hiddenPhotos, []);
  });

  it('is not seen with the signature of its upload while its idea waits, and its maker hears of it then', async () => {
    const { id, photo, signed } = await anIdeaWithPhoto();
    await anIdeaOfMaker(id);
    assert.equal(await status(signed), 200);
    assert.equal((await judges(await as('moderator'), photo)).status, 201);
    assert.equal(await status(signed), 404);
    assert.match((await mails())[0]!.subject, /^Over een foto bij/);
  });

  it('is soon gone too where somebody kept it, as is that of an idea that is hidden', async () => {
    const { id, photo, bare } = await anIdeaWithPhoto();
    const browser = await as('moderator');
    await decided(browser, id);
    const kept = await stage.get(bare);
    assert.equal(kept.headers.get('cache-control'), 'public, max-age=300');
    const again = { 'If-None-Match': kept.headers.get('etag')! };
    assert.equal(await status(bare, again), 304);
    await judges(browser, photo);
    assert.equal(await status(bare, again), 404);
    await judges(browser, photo, shown);
    assert.equal(await status(bare, again), 304);
    await decided(browser, id, { state: 'hidden', reason: 'Dubbel.' });
    assert.equal(await status(bare, again), 404);
  });

  it('can be one of news, which stays without it', async () => {
    const id = await stage.addInitiative();
    const browser = await as('moderator');
    const loose = await (await stage.upload(await aPhoto())).json();
    const news = { text: 'De tafel staat er.', photo: { id: loose.id, alt: 'Een tafel' } };
    assert.equal((await does(browser, `ideas/${id}/news`, news)).status, 201);
    const { photos, news: atDesk } = await (await reads(browser, `ideas/${id}`, 'ideas/{id}')).json();
    assert.equal(atDesk[0].photo.id, photos[0].id);
    const told = async () => (await (await stage.get(`/initiatives/${id}`)).json()).news[0];
    assert.equal((await told()).photo.alt, 'Een tafel');
    assert.equal((await judges(browser, photos[0].id)).status, 201);
    const { text, photo } = await told();
    assert.deepEqual([text, photo], ['De tafel staat er.', null]);
  });

  it('is hidden once, whatever gets lost on the way, and by two who do the same', async () => {
    const { id, photo } = await anIdeaWithPhoto();
    await anIdeaOfMaker(id);
    const [browser, key] = [await as('moderator'), randomUUID()];
    for (let times = 0; times < 2; times++)
      assert.equal((await judges(browser, photo, hidden, { key })).status, 201);
    assert.equal((await judges(await as('admin'), photo)).status, 201);
    assert.deepEqual(await actNames(), ['photo.hidden']);
    assert.equal((await mails()).length, 1);
  });

  it('needs a reason, and is there: neither loose, nor in another buurt', async () => {
    const { photo } = await anIdeaWithPhoto();
    const browser = await as('moderator');
    for (const reason of ['', ' ', 'x'.repeat(5000)]) {
      const answer = await judges(browser, photo, { state: 'hidden', reason });
      assert.equal(answer.status, 400);
      assert.equal((await answer.json()).errors[0].pointer, '/reason');
    }
    const loose = await (await stage.upload(await aPhoto())).json();
    for (const [asker, id] of [
      [browser, loose.id],
      [browser, randomUUID()],
      [await as('moderator', otherBuurt), photo],
    ] as const)
      assert.equal((await judges(asker, id)).status, 404);
    assert.deepEqual(await actNames(), []);
  });
});

describe('Undoing a decision', () => {
  for (const [name, decision] of [
    ['published', published],
    ['declined', declined],
  ] as const)
    it(`has an idea that was ${name} wait again, and nobody hears of it`, async () => {
      const id = await anIdeaOfMaker();
      await follows('els@voorbeeld.nl');
      const browser = await as('moderator');
      const was = await ideaRow(id);
      const version = await versionOf(id);
      const { act } = await decided(browser, id, decision);
      later(11.9);
      assert.deepEqual(await mails(), []);
      const answer = await undoes(browser, act);
      assert.equal(answer.status, 201, await answer.clone().text());
      assert.deepEqual(await ideaRow(id), was);
      assert.notEqual(await versionOf(id), version);
      assert.equal((await stage.get(`/initiatives/${id}`)).status, 404);
      assert.doesNotMatch(await (await stage.get(`/buurten/${buurtCode}/feed.atom`)).text(), new RegExp(id));
      for (const seconds of [1, 60, 26 * 3600]) {
        later(seconds);
        assert.deepEqual(await mails(), []);
      }
      assert.deepEqual(await actNames(), [`idea.${name}`, 'idea.decisionUndone']);
      const waiting = await (await loggedIn(stage)).ask('GET', 'inbox');
      assert.equal((await waiting.json()).entries[0].id, id);
      await decided(await as('moderator'), id);
      later(12);
      const heard = await subjects();
      assert.equal(heard.length, 2, heard.join());
      assert.ok(
        heard.some((each) => each.startsWith('els@')) && heard.some((each) => each.startsWith('sam@')),
      );
    });

  it('is too late after ten seconds, with two for the network', async () => {
    const id = await anIdeaOfMaker();
    const browser = await as('moderator');
    const { act } = await decided(browser, id);
    later(12);
    const answer = await undoes(browser, act);
    assert.equal(answer.status, 409);
    assert.equal(await typeOf(answer), 'too-late');
    assert.equal((await ideaRow(id)).review, 'published');
    assert.equal((await mails()).length, 1);
  });

  it('is too late when the mail is on its way, whatever the clock says', async () => {
    const id = await anIdeaOfMaker();
    const browser = await as('moderator');
    const { act } = await decided(browser, id);
    await stage.store.db.updateTable('mail').set({ tries: 1 }).where('kind', '=', 'decision').execute();
    assert.equal((await undoes(browser, act)).status, 409);
    assert.equal((await ideaRow(id)).review, 'published');
  });

  it('is for whoever decided, once', async () => {
    const id = await anIdeaWaits();
    const browser = await as('moderator');
    const { act } = await decided(browser, id, declined);
    const other = await undoes(await as('moderator'), act);
    assert.equal(other.status, 409);
    assert.equal(await typeOf(other), 'too-late');
    assert.equal((await undoes(await as('moderator', otherBuurt), act)).status, 404);
    assert.equal((await undoes(browser, act + 1000)).status, 404);
    const key = randomUUID();
    const [first, second] = await Promise.all([undoes(browser, act, key), undoes(browser, act)]);
    assert.deepEqual([first.status, second.status].toSorted(), [201, 409]);
    if (first.status === 201) assert.equal((await undoes(browser, act, key)).status, 201);
    assert.equal((await undoes(browser, act)).status, 409);
    assert.deepEqual(await actNames(), ['idea.declined', 'idea.decisionUndone']);
  });

  it('is too late once somebody else decided, and then takes nothing back', async () => {
    const id = await anIdeaOfMaker();
    const browser = await as('moderator');
    const { act } = await decided(browser, id);
    await decided(await as('admin'), id, { state: 'hidden', reason: 'Dubbel.' });
    assert.equal((await undoes(browser, act)).status, 409);
    assert.equal((await ideaRow(id)).review, 'hidden');
  });

  it('leaves what neighbours did in those seconds with the idea', async () => {
    const id = await anIdeaWaits();
    const browser = await as('moderator');
    const { act } = await decided(browser, id);
    const support = { 'X-Browser-Key': randomUUID() };
    await stage.send('PUT', `/initiatives/${id}/support`, support);
    const [remark, offer] = [await aRemark(id, { review: 'waiting' }), await anOffer(id)];
    assert.equal((await undoes(browser, act)).status, 201);
    assert.equal((await reads(browser, `remarks/${remark}`, 'remarks/{id}')).status, 200);
    assert.equal((await reads(browser, `offers/${offer}`, 'offers/{id}')).status, 200);
    assert.equal((await ideaRow(id)).review, 'waiting');
  });

  it('is not offered for what was hidden, nor for what did not wait', async () => {
    const browser = await as('moderator');
    for (const [review, decision] of [
      ['waiting', { state: 'hidden', reason: 'Een naam.' }],
      ['published', declined],
      ['declined', published],
    ] as const) {
      const id = await stage.addInitiative({ review });
      const { act, undoUntil } = await decided(browser, id, decision);
      assert.equal(undoUntil, null, review);
      const answer = await undoes(browser, act);
      assert.equal(answer.status, 409);
      assert.equal((await ideaRow(id)).review, decision.state);
    }
  });

  it('comes before a digest, which tells of the rest', async () => {
    await follows('els@voorbeeld.nl');
    const operatorPublishes = async (id: string) =>
      stage.store.transaction((db) =>
        decideOnIdeas(db, [id], { state: 'published', reason: null }, { by: operator, at: stage.now }),
      );
    await operatorPublishes(await stage.addInitiative({ review: 'waiting', title: 'Bankje' }));
    const id = await anIdeaWaits();
    await mails();
    const fresh = await stage.addInitiative({ review: 'waiting', title: 'Fontein' });
    later(26 * 3600);
    await operatorPublishes(await stage.addInitiative({ review: 'waiting', title: 'Moestuin' }));
    await decided(await as('moderator'), id);
    await operatorPublishes(fresh);
    const [digest, ...more] = await mails();
    assert.equal(more.length, 0);
    assert.match(digest!.text, /Moestuin/);
    assert.doesNotMatch(digest!.text, /lange tafel|Fontein/);
    later(26 * 3600);
    const next = (await mails())[0]!.text;
    assert.match(next, /lange tafel/);
    assert.match(next, /Fontein/);
  });
});

describe('Remarks and offers at the desk', () => {
  it('are shown or taken off; what was reported and stays is reported no more', async () => {
    const idea = await stage.addInitiative();
    const remark = await aRemark(idea, { stance: 'for', reason: 'Onaardig.' });
    const browser = await as('residents');
    const kinds = async () => {
      const { entries } = await (await browser.ask('GET', 'inbox')).json();
      return entries.map(({ kind }: { kind: string }) => kind);
    };
    assert.deepEqual(await kinds(), ['report']);
    assert.equal((await does(browser, `remarks/${remark}/decision`, { state: 'published' })).status, 201);
    assert.deepEqual(await kinds(), []);
    assert.equal((await does(browser, `remarks/${remark}/decision`, { state: 'hidden' })).status, 201);
    const { state, reports } = await (await browser.ask('GET', `remarks/${remark}`)).json();
    assert.deepEqual([state, reports], ['hidden', []]);
    assert.deepEqual(await actNames(), ['report.resolved', 'remark.hidden']);
    assert.equal((await does(browser, `remarks/${remark}/decision`, { state: 'declined' })).status, 400);
  });

  it('are questions that the organisation answers, when nobody did', async () => {
    const idea = await stage.addInitiative();
    const question = await aRemark(idea);
    const browser = await as('residents');
    const empty = await does(browser, `remarks/${question}/answer`, { text: ' ' });
    assert.equal((await empty.json()).errors[0].pointer, '/text');
    const answers = await Promise.all(
      ['Ja.', 'Nee.'].map((text) => does(browser, `remarks/${question}/answer`, { text })),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
    assert.equal(await typeOf(answers.find(({ status }) => status === 409)!), 'changed-meanwhile');
    const { answer } = await (await browser.ask('GET', `remarks/${question}`)).json();
    assert.equal(answer.by, 'organisation');
    assert.equal(answer.text, answers[0]!.status === 201 ? 'Ja.' : 'Nee.');
    const remark = await aRemark(idea, { stance: 'for' });
    assert.equal((await does(browser, `remarks/${remark}/answer`, { text: 'Ja.' })).status, 404);
  });

  it('are offers of neighbours, who hear the answer by mail', async () => {
    const offer = await anOffer(await stage.addInitiative());
    const browser = await as('moderator');
    const answer = { outcome: 'joined', text: 'Fijn!' };
    assert.equal((await does(browser, `offers/${offer}/answer`, answer)).status, 201);
    const [mail, ...more] = await mails();
    assert.equal(more.length, 0);
    assert.equal(mail!.to, neighbourAddress);
    assert.match(mail!.text, /Fijn!/);
    const shown = await (await browser.ask('GET', `offers/${offer}`)).json();
    assert.deepEqual([shown.outcome, shown.answer], ['joined', 'Fijn!']);
    assert.equal((await does(browser, `offers/${offer}/answer`, { outcome: 'maybe', text: '' })).status, 400);
  });

  it('are answered tomorrow, when too many mails went to a neighbour today', async () => {
    const idea = await stage.addInitiative();
    const browser = await as('moderator');
    const statuses = [];
    for (let each = 0; each < 6; each++) {
      const path = `offers/${await anOffer(idea)}/answer`;
      statuses.push((await does(browser, path, { outcome: 'joined', text: '' })).status);
    }
    assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429]);
    assert.equal((await mails()).length, 5);
    const byPhone = await anOffer(idea, '06 12345678');
    assert.equal(
      (await does(browser, `offers/${byPhone}/answer`, { outcome: 'joined', text: '' })).status,
      201,
    );
  });
});

describe('Looking for an idea at the desk', () => {
  const titlesFor = async (browser: DeskBrowser, q: string): Promise<string[]> => {
    const answer = await reads(browser, `ideas?q=${encodeURIComponent(q)}`, 'ideas');
    return (await answer.json()).ideas.map(({ title }: { title: string }) => title);
  };

  it('goes by words or by the number, whatever its state, in their own buurten only', async () => {
    await stage.addInitiative({ title: 'Bankjes bij de brug', review: 'hidden' });
    await stage.addInitiative({ title: 'Een moestuin' });
    await stage.addInitiative({ title: 'Bankjes aan de overkant', buurt: otherBuurt });
    const browser = await as('reader');
    assert.deepEqual(await titlesFor(browser, 'bankje'), ['Bankjes bij de brug']);
    assert.equal((await titlesFor(await loggedIn(stage), 'bankjes')).length, 2);
    assert.deepEqual(await titlesFor(browser, 'zwembad'), []);
    assert.equal((await titlesFor(browser, '')).length, 2);
    const { reference } = await (await browser.ask('GET', `ideas/${await anIdeaWaits()}`)).json();
    assert.deepEqual(await titlesFor(browser, reference.toLowerCase().replace('-', ' ')), [anIdea.title]);
  });

  it('finds nothing by signs that mean something to a database', async () => {
    await stage.addInitiative({ title: 'Bankjes' });
    for (const q of ["' or 1=1 --", '%', '_', ':*', '\\', '('])
      assert.deepEqual(await titlesFor(await as('reader'), q), [], q);
  });
});

const newsWithPhoto = (alt: string) => ({ text: 'Klaar.', photo: { id: randomUUID(), alt } });

describe('What becomes of an initiative, at the desk', () => {
  it('is where it stands, what was told and what was promised', async () => {
    const id = await stage.addInitiative();
    const browser = await as('moderator');
    const standing = { status: 'underway', reason: 'De tuinman begint maandag.' };
    assert.equal((await does(browser, `ideas/${id}/standing`, standing)).status, 201);
    assert.equal((await does(browser, `ideas/${id}/news`, { text: 'De grond ligt klaar.' })).status, 201);
    const promise = {
      who: 'De Wetering',
      what: 'Grond',
      dueOn: '2027-05-01',
      state: 'open',
      grantedCents: 50_000,
    };
    const made = (await (await does(browser, `ideas/${id}/promises`, promise)).json()) as { id: string };
    const changed = { ...promise, id: made.id, state: 'kept', spentCents: 48_000 };
    assert.equal((await does(browser, `ideas/${id}/promises`, changed)).status, 201);
    const shown = await (await reads(browser, `ideas/${id}`, 'ideas/{id}')).json();
    assert.deepEqual([shown.status, shown.statusReason], ['underway', standing.reason]);
    assert.deepEqual(
      shown.news.map(({ text }: { text: string }) => text),
      ['De grond ligt klaar.', ...shown.news.slice(1).map(({ text }: { text: string }) => text)],
    );
    assert.deepEqual(shown.promises, [changed]);
    const names = await actNames();
    assert.deepEqual(names, ['idea.statusChanged', 'news.told', 'promise.made', 'promise.changed']);
    const { promises } = await (await stage.get(`/initiatives/${id}`)).json();
    assert.equal(promises[0].spentCents, 48_000);
  });

  it('is told once when the answer was lost', async () => {
    const id = await stage.addInitiative();
    const browser = await as('moderator');
    const key = randomUUID();
    for (let times = 0; times < 3; times++)
      assert.equal((await does(browser, `ideas/${id}/news`, { text: 'Klaar.' }, { key })).status, 201);
    assert.deepEqual(await actNames(), ['news.told']);
  });

  for (const [what, step, body, pointer] of [
    ['a status without why it stops', 'standing', { status: 'declined', reason: null }, '/reason'],
    ['news without words', 'news', { text: ' ' }, '/text'],
    ['news with a photo of which nobody says what it shows', 'news', newsWithPhoto(' '), '/photo/alt'],
    ['news with a photo that is not there', 'news', newsWithPhoto('Een tafel'), '/photo/id'],
    ['a promise of nobody', 'promises', { who: '', what: 'x', dueOn: '2027-05-01', state: 'open' }, '/who'],
    [
      'a promise for no day',
      'promises',
      { who: 'x', what: 'x', dueOn: '2027-02-30', state: 'open' },
      '/dueOn',
    ],
  ] as const)
    it(`is not ${what}`, async () => {
      const answer = await does(await as('moderator'), `ideas/${await stage.addInitiative()}/${step}`, body);
      assert.equal(answer.status, 400);
      assert.equal((await answer.json()).errors[0].pointer, pointer);
    });

  it('waits until the idea is on the site, and the votes decide what they decide', async () => {
    const waits = await stage.addInitiative({ review: 'waiting' });
    const browser = await as('moderator');
    const early = await does(browser, `ideas/${waits}/news`, { text: 'Nieuws.' });
    assert.deepEqual([early.status, await typeOf(early)], [409, 'not-on-site']);
    const shown = await stage.addInitiative();
    const ballot = await does(browser, `ideas/${shown}/standing`, { status: 'onBallot', reason: null });
    assert.deepEqual([ballot.status, await typeOf(ballot)], [409, 'votes-say-otherwise']);
  });
});

describe('A mail that did not arrive', () => {
  const mailsOf = async (browser: DeskBrowser) =>
    (await (await browser.ask('GET', 'mails')).json()) as DeskMails;

  it('is there with why, since when and how often, and with the address for who may see that', async () => {
    const idea = await stage.addInitiative({ title: 'Lange tafel' });
    const nextAt = new Date(stage.now.getTime() + 20 * 60_000);
    const waits = { tries: 3, next_at: nextAt, failed_at: null, reason: '450 4.7.1 greylisted' };
    const putOff = await aRefusedMail(idea, waits);
    const refused = await aRefusedMail(idea);
    await aRefusedMail(idea, { tries: 0, next_at: stage.now, failed_at: null, reason: null });
    const { mails, count, waiting } = await mailsOf(await as('moderator'));
    assert.deepEqual([count, waiting], [2, 1]);
    assert.deepEqual(mails, [
      {
        ...{ id: refused, kind: 'decision', address: makerAddress, tries: 1, nextAt: null },
        buurt: { code: buurtCode, name: 'Lindenkwartier' },
        idea: { id: idea, title: 'Lange tafel' },
        since: new Date(stage.now.getTime() - 5 * 60_000).toISOString(),
        ...{ cause: 'address', reason: '550 5.1.1 no such user' },
      },
      {
        ...{ id: putOff, kind: 'decision', address: makerAddress, tries: 3, nextAt: nextAt.toISOString() },
        buurt: { code: buurtCode, name: 'Lindenkwartier' },
        idea: { id: idea, title: 'Lange tafel' },
        // After pauses of five, ten and twenty minutes.
        since: new Date(nextAt.getTime() - 35 * 60_000).toISOString(),
        ...{ cause: 'later', reason: '450 4.7.1 greylisted' },
      },
    ]);
    for (const role of ['reader', 'rounds', 'residents'] as const) {
      const seen = await mailsOf(await as(role));
      assert.deepEqual(
        seen.mails.map(({ id, address, cause, reason }) => [id, address, cause, reason]),
        [
          [refused, null, 'address', null],
          [putOff, null, 'later', null],
        ],
      );
    }
    assert.deepEqual(await mailsOf(await as('moderator', otherBuurt)), { mails: [], count: 0, waiting: 0 });
  });

  it('is of staff alone when it is to staff, for who may see all buurten', async () => {
    const staff_id = await addStaffOnStage(stage, 'sam@corporatie.example', []);
    await stage.store.db
      .insertInto('mail')
      .values({
        ...{
          id: randomUUID(),
          staff_id,
          kind: 'login',
          subject: '',
          text: '',
          tries: 14,
          next_at: stage.now,
        },
        ...{ failed_at: stage.now, reason: 'ECONNREFUSED' },
      })
      .execute();
    assert.equal((await mailsOf(await as('admin'))).count, 0);
    const { mails } = await mailsOf(await loggedIn(stage));
    assert.deepEqual(
      mails.map(({ kind, buurt, address, cause }) => [kind, buurt, address, cause]),
      [['login', null, 'sam@corporatie.example', 'away']],
    );
  });

  it('goes again at once, once, and who did that is kept', async () => {
    const idea = await stage.addInitiative();
    const mail = await aRefusedMail(idea);
    const noor = await as('moderator');
    assert.equal((await does(noor, `mails/${mail}/retry`, {})).status, 201);
    assert.deepEqual(await mailsOf(noor), { mails: [], count: 0, waiting: 1 });
    assert.equal((await (await noor.ask('GET', 'inbox')).json()).counts.mail, 0);
    assert.equal((await does(noor, `mails/${mail}/retry`, {})).status, 404);
    const [sent] = await sentMails(stage, { publicUrl: 'http://localhost' });
    assert.equal(sent!.to, makerAddress);
    const { acts } = await (await noor.ask('GET', 'acts')).json();
    assert.deepEqual(
      acts.map(({ name, buurt, subject }: StaffAct) => [name, buurt!.code, subject]),
      [['mail.retried', buurtCode, { kind: 'mail', id: mail }]],
    );
  });

  it('is given up and erased, with the address that only it had', async () => {
    const initiative_id = await stage.addInitiative();
    const [handover_id, id] = [randomUUID(), randomUUID()];
    await stage.store.db
      .insertInto('handover')
      .values({
        ...{ id: handover_id, initiative_id, email: 'vorige@voorbeeld.nl', locale: 'nl', text: '' },
        ...{ asked_at: stage.now, expires_at: stage.now },
      })
      .execute();
    await stage.store.db
      .insertInto('mail')
      .values({
        ...{ id, handover_id, kind: 'handedOver', subject: 'Je initiatief', text: '', tries: 1 },
        ...{ next_at: stage.now, failed_at: stage.now, reason: '550 gone' },
      })
      .execute();
    const noor = await as('moderator');
    assert.equal((await does(noor, `mails/${id}/removal`, {})).status, 201);
    for (const table of ['mail', 'handover'] as const)
      assert.deepEqual(await stage.store.db.selectFrom(table).selectAll().execute(), []);
    assert.equal((await does(noor, `mails/${id}/removal`, {})).status, 404);
  });

  it('that nothing is wrong with is neither hurried nor given up', async () => {
    const idea = await stage.addInitiative();
    const mail = await aRefusedMail(idea, { tries: 0, failed_at: null, reason: null });
    const noor = await as('moderator');
    for (const step of ['retry', 'removal'])
      assert.equal((await does(noor, `mails/${mail}/${step}`, {})).status, 404);
  });
});

const readers = ['reader', 'moderator', 'rounds', 'residents', 'admin'] as const;

/** Every route at the desk: who may ask it, and its answer to them. */
const anInvitation = (roles: readonly { role: string; buurt: string | null }[], own: object = {}) => ({
  ...{ name: 'Sam de Vries', email: `${randomUUID()}@corporatie.example`, roles, locale: 'nl' },
  ...own,
});

const roundRunners: readonly StaffRole[] = ['rounds', 'admin'];
const routes: readonly {
  readonly path: string;
  readonly ask: (
    browser: DeskBrowser,
    of: Readonly<
      Record<
        'idea' | 'photo' | 'remark' | 'offer' | 'colleague' | 'round' | 'draft' | 'letterOrder' | 'code',
        string
      >
    >,
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
    ...{ method: 'get', path: '/desk/ideas', status: 200, roles: readers },
    ask: (browser) => browser.ask('GET', 'ideas?q=plein'),
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
  {
    ...{ method: 'get', path: '/desk/acts.csv', status: 200, roles: ['moderator', 'rounds', 'admin'] },
    ask: (browser) => browser.ask('GET', 'acts.csv'),
  },
  {
    ...{ method: 'get', path: '/desk/round-drafts', status: 200, roles: roundRunners },
    ask: (browser) => browser.ask('GET', 'round-drafts'),
  },
  {
    ...{ method: 'get', path: '/desk/round-drafts/{id}', status: 200, roles: roundRunners },
    ask: (browser, { draft }) => browser.ask('GET', `round-drafts/${draft}`),
  },
  {
    ...{ method: 'post', path: '/desk/buurten/{code}/round-check', status: 200, roles: roundRunners },
    // There is no id in it: each asks for their own buurt.
    ask: (browser, { code }) => browser.ask('POST', `buurten/${code}/round-check`, { body: aPlan }),
  },
  {
    ...{ method: 'post', path: '/desk/round-drafts', status: 201, roles: roundRunners },
    ask: (browser, { code }) => does(browser, 'round-drafts', { buurt: code }),
  },
  ...(
    [
      ['changes', 201, { version: 1, plan: aPlan }],
      // Incomplete, which is found out after it was looked up.
      ['release', 400, { version: 1 }],
      ['removal', 201, {}],
    ] as const
  ).map(([step, status, body]) => ({
    ...{ method: 'post', path: `/desk/round-drafts/{id}/${step}`, status },
    roles: roundRunners,
    ask: (browser: DeskBrowser, { draft }: { draft: string }) =>
      does(browser, `round-drafts/${draft}/${step}`, body),
  })),
  {
    ...{ method: 'get', path: '/desk/rounds', status: 200, roles: readers },
    ask: (browser) => browser.ask('GET', 'rounds'),
  },
  {
    ...{ method: 'get', path: '/desk/rounds/{id}', status: 200, roles: readers },
    ask: (browser, { round }) => browser.ask('GET', `rounds/${round}`),
  },
  ...(
    [
      ['opening', 201, {}],
      ['closing', 409, {}],
      ['cancellation', 201, {}],
      ['changes', 201, { intro: 'Kies mee.' }],
      ['proposals/a/changes', 201, { costCents: 100_00 }],
      ['proposals/a/withdrawal', 201, {}],
      ['settlement', 409, { who: 'De Wetering', dueOn: '2027-05-01' }],
    ] as const
  ).map(([step, status, body]) => ({
    ...{ method: 'post', path: `/desk/rounds/{id}/${step.replace('/a/', '/{proposalId}/')}`, status },
    roles: roundRunners,
    ask: (browser: DeskBrowser, { round }: { round: string }) =>
      does(browser, `rounds/${round}/${step}`, body),
  })),
  {
    ...{ method: 'get', path: '/desk/rounds/{id}/letters', status: 200, roles: roundRunners },
    ask: (browser, { round }) => browser.ask('GET', `rounds/${round}/letters`),
  },
  {
    ...{ method: 'get', path: '/desk/rounds/{id}/letter-preview', status: 200, roles: roundRunners },
    ask: (browser, { round }) =>
      browser.ask('GET', `rounds/${round}/letter-preview?${new URLSearchParams(aLetter).toString()}`),
  },
  {
    ...{ method: 'post', path: '/desk/rounds/{id}/letter-orders', status: 201, roles: roundRunners },
    ask: (browser, { round }) =>
      does(browser, `rounds/${round}/letter-orders`, {
        ...{ ...aLetter, handInUntil: null, count: 2, replaces: null },
      }),
  },
  {
    ...{ method: 'post', path: '/desk/rounds/{id}/letter-orders/{orderId}/cancellation', status: 201 },
    roles: roundRunners,
    ask: (browser, { round, letterOrder }) =>
      does(browser, `rounds/${round}/letter-orders/${letterOrder}/cancellation`, {}),
  },
  {
    ...{ method: 'post', path: '/desk/rounds/{id}/letter-orders/{orderId}/release', status: 200 },
    roles: roundRunners,
    ask: (browser, { round, letterOrder }) =>
      submits(browser, round, `letter-orders/${letterOrder}/release`, {}),
  },
  {
    // There is no such letter, which is found out after the round was looked up.
    ...{ method: 'post', path: '/desk/rounds/{id}/letter-replacements', status: 404, roles: roundRunners },
    ask: (browser, { round }) =>
      submits(browser, round, 'letter-replacements', { number: '1', replacementKey: newCode() }),
  },
  {
    ...{ method: 'get', path: '/desk/rounds/{id}/paper', status: 200, roles: roundRunners },
    ask: (browser, { round }) => browser.ask('GET', `rounds/${round}/paper`),
  },
  {
    // It is not open, which is found out after it was looked up.
    ...{ method: 'post', path: '/desk/rounds/{id}/paper-ballots', status: 409, roles: roundRunners },
    ask: (browser, { round }) =>
      browser.ask('POST', `rounds/${round}/paper-ballots`, {
        body: { pass: 'first', code: newCode(), marks: [{ number: 1, points: null }], voidReason: null },
      }),
  },
  {
    ...{ method: 'post', path: '/desk/rounds/{id}/paper-without-code', status: 409, roles: roundRunners },
    ask: (browser, { round }) => does(browser, `rounds/${round}/paper-without-code`, { pass: 'first' }),
  },
  {
    // Nothing was typed, which is found out after the round was looked up.
    ...{ method: 'post', path: '/desk/rounds/{id}/paper-ballots/{paperId}/removal', status: 404 },
    roles: roundRunners,
    ask: (browser, { round }) => does(browser, `rounds/${round}/paper-ballots/${randomUUID()}/removal`, {}),
  },
  {
    ...{ method: 'post', path: '/desk/ideas/{id}/decision', status: 201 },
    roles: ['moderator', 'residents', 'admin'],
    ask: async (browser, { idea }) => decides(browser, idea, declined),
  },
  {
    ...{ method: 'post', path: '/desk/ideas/{id}/correction', status: 201 },
    roles: ['moderator', 'residents', 'admin'],
    ask: async (browser, { idea }) => corrects(browser, idea, { title: 'Een lange tafel op het plein' }),
  },
  {
    ...{ method: 'post', path: '/desk/photos/{id}/decision', status: 201 },
    roles: ['moderator', 'residents', 'admin'],
    ask: (browser, { photo }) => does(browser, `photos/${photo}/decision`, hidden),
  },
  {
    ...{ method: 'post', path: '/desk/acts/{id}/undo', status: 409 },
    roles: ['moderator', 'residents', 'admin'],
    ask: async (browser, { idea }) =>
      undoes(browser, (await decided(await loggedIn(stage), idea, declined)).act),
  },
  ...(
    [
      ['standing', { status: 'underway', reason: null }],
      ['news', { text: 'De bankjes staan er vrijdag.' }],
      ['promises', { who: 'Noor', what: 'Bankjes', dueOn: '2027-05-01', state: 'open' }],
    ] as const
  ).map(([step, body]) => ({
    ...{ method: 'post', path: `/desk/ideas/{id}/${step}`, status: 201 },
    roles: ['moderator', 'rounds', 'residents', 'admin'] as const,
    ask: (browser: DeskBrowser, { idea }: { idea: string }) => does(browser, `ideas/${idea}/${step}`, body),
  })),
  {
    ...{ method: 'post', path: '/desk/remarks/{id}/decision', status: 201 },
    roles: ['moderator', 'residents', 'admin'],
    ask: (browser, { remark }) => does(browser, `remarks/${remark}/decision`, { state: 'hidden' }),
  },
  {
    ...{ method: 'post', path: '/desk/remarks/{id}/answer', status: 201 },
    roles: ['moderator', 'residents', 'admin'],
    ask: (browser, { remark }) => does(browser, `remarks/${remark}/answer`, { text: 'Ja.' }),
  },
  {
    ...{ method: 'post', path: '/desk/offers/{id}/answer', status: 201, roles: ['moderator', 'admin'] },
    ask: (browser, { offer }) => does(browser, `offers/${offer}/answer`, { outcome: 'joined', text: '' }),
  },
  {
    ...{ method: 'get', path: '/desk/mail-settings', status: 200, roles: readers },
    ask: (browser) => browser.ask('GET', 'mail-settings'),
  },
  {
    ...{ method: 'put', path: '/desk/mail-settings', status: 200, roles: readers },
    ask: (browser) => browser.ask('PUT', 'mail-settings', { body: { digest: false, reports: true } }),
  },
  {
    ...{ method: 'get', path: '/desk/inbox.atom', status: 200, roles: readers },
    ask: async (browser) => {
      const { url } = await (await browser.ask('POST', 'feed-tokens')).json();
      return stage.get(`/${url}`);
    },
  },
  {
    ...{ method: 'get', path: '/desk/feed-tokens', status: 200, roles: readers },
    ask: (browser) => browser.ask('GET', 'feed-tokens'),
  },
  {
    ...{ method: 'post', path: '/desk/feed-tokens', status: 201, roles: readers },
    ask: (browser) => browser.ask('POST', 'feed-tokens'),
  },
  {
    ...{ method: 'delete', path: '/desk/feed-tokens', status: 200, roles: readers },
    ask: (browser) => browser.ask('DELETE', 'feed-tokens'),
  },
  {
    ...{ method: 'get', path: '/desk/buurten/{code}/settings', status: 200, roles: ['admin'] },
    ask: (browser, { code }) => browser.ask('GET', `buurten/${code}/settings`),
  },
  {
    ...{ method: 'patch', path: '/desk/buurten/{code}/settings', status: 200, roles: ['admin'] },
    ask: async (browser, { code }) => {
      const seen = await browser.ask('GET', `buurten/${code}/settings`);
      return browser.ask('PATCH', `buurten/${code}/settings`, {
        body: { answerDays: 5 },
        headers: {
          'Idempotency-Key': randomUUID(),
          'If-Match': seen.headers.get('etag') ?? '"a"',
          'Content-Type': 'application/merge-patch+json',
        },
      });
    },
  },
  {
    ...{ method: 'get', path: '/desk/people', status: 200, roles: ['admin'] },
    ask: (browser) => browser.ask('GET', 'people'),
  },
  {
    ...{ method: 'post', path: '/desk/people', status: 403, roles: ['admin'] },
    // A role in all buurten is not theirs to give.
    ask: (browser) => does(browser, 'people', anInvitation([{ role: 'reader', buurt: null }])),
  },
  {
    ...{ method: 'post', path: '/desk/people/{id}/roles', status: 201, roles: ['admin'] },
    ask: (browser, { colleague }) =>
      does(browser, `people/${colleague}/roles`, {
        given: [{ role: 'rounds', buurt: buurtCode }],
        taken: [],
      }),
  },
  {
    ...{ method: 'post', path: '/desk/people/{id}/removal', status: 201, roles: ['admin'] },
    ask: (browser, { colleague }) => does(browser, `people/${colleague}/removal`, {}),
  },
  // What is kept of somebody can stand in any buurt.
  ...(
    [
      ['texts', { text: 'Sam' }],
      ['forgetting-preview', { address: makerAddress }],
      ['forgetting', { address: makerAddress }],
    ] as const
  ).map(([step, body]) => ({
    ...{ method: 'post', path: `/desk/person/${step}`, status: 403, roles: ['admin'] as const },
    ask: (browser: DeskBrowser) => browser.ask('POST', `person/${step}`, { body }),
  })),
  {
    ...{ method: 'get', path: '/desk/ideas/{id}/erasure', status: 200, roles: ['admin'] },
    ask: (browser, { idea }) => browser.ask('GET', `ideas/${idea}/erasure`),
  },
  {
    ...{ method: 'post', path: '/desk/ideas/{id}/erasure', status: 201, roles: ['admin'] },
    ask: async (browser, { idea }) => {
      const { version, reference } = await (await (await loggedIn(stage)).ask('GET', `ideas/${idea}`)).json();
      return does(browser, `ideas/${idea}/erasure`, { reference }, { version });
    },
  },
  {
    ...{ method: 'post', path: '/desk/remarks/{id}/erasure', status: 201, roles: ['admin'] },
    ask: (browser, { remark }) => does(browser, `remarks/${remark}/erasure`, {}),
  },
  {
    ...{ method: 'post', path: '/desk/offers/{id}/removal', status: 201, roles: ['admin'] },
    ask: (browser, { offer }) => does(browser, `offers/${offer}/removal`, {}),
  },
  {
    ...{ method: 'get', path: '/desk/mails', status: 200, roles: readers },
    ask: (browser) => browser.ask('GET', 'mails'),
  },
  ...['retry', 'removal'].map((step) => ({
    ...{
      method: 'post',
      path: `/desk/mails/{id}/${step}`,
      status: 201,
      roles: ['moderator', 'admin'] as const,
    },
    ask: async (browser: DeskBrowser, { idea }: { readonly idea: string }) =>
      does(browser, `mails/${await aRefusedMail(idea)}/${step}`, {}),
  })),
];

describe('Each route at the desk', () => {
  it('has its place in this table', () => {
    const documented = operations(document).filter(
      ({ path }) => path.startsWith('/desk/') && !/session|login|oidc/.test(path),
    );
    assert.deepEqual(
      routes.map(({ method, path }) => `${method} ${path}`).toSorted(),
      documented.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  });

  for (const { method, path, ask, status, roles } of routes)
    it(`${method} ${path} is for ${roles.join(', ')}, each in their own buurt`, async () => {
      for (const role of staffRoles)
        for (const code of [buurtCode, otherBuurt]) {
          const idea = await stage.addInitiative();
          const colleague = await addStaffOnStage(stage, `${randomUUID()}@corporatie.example`, [
            { role: 'reader', buurtCode },
          ]);
          const photo = randomUUID();
          await stage.store.db
            .insertInto('photo')
            .values({ id: photo, initiative_id: idea, created_at: stage.now })
            .execute();
          const round = await aRound();
          const of = {
            ...{ idea, photo, round, letterOrder: await aLetterOrder(round) },
            remark: await aRemark(idea),
            offer: await anOffer(idea),
            colleague,
            draft: await aDraft(),
            code,
          };
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
