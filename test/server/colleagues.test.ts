import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Colleagues, GivenRole } from '@buurt/domain/desk/colleague.js';
import { actsOf } from '../../packages/server/src/acts/acts.queries.js';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';
import { conforms } from './conformance.js';
import { addStaffOnStage, DeskBrowser, loggedIn } from './desk-visitor.js';
import { sentMails } from './sent-mails.js';
import { buurtCode, Stage } from './stage.js';

const otherBuurt = 'BU9999AA02';
const document = openApiDocument();
let stage: Stage;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());
beforeEach(async () => {
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear();
  await stage.addBuurt(otherBuurt, 'Molenbuurt');
});

const email = 'sam@corporatie.example';
const reader: GivenRole = { role: 'reader', buurt: null };
const admin: GivenRole = { role: 'admin', buurt: null };

async function lists(browser: DeskBrowser): Promise<Colleagues> {
  const answer = await browser.ask('GET', 'people');
  await conforms(document, { method: 'get', path: '/desk/people' }, answer.clone());
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as Colleagues;
}

async function does(browser: DeskBrowser, path: string, body: unknown, key: string = randomUUID()) {
  const answer = await browser.ask('POST', path, { body, headers: { 'Idempotency-Key': key } });
  const described = `/desk/${path.replace(/\/[^/]+\//, '/{id}/')}`;
  await conforms(document, { method: 'post', path: described }, answer.clone());
  return answer;
}

const invites = (browser: DeskBrowser, own: object = {}, key?: string) =>
  does(browser, 'people', { name: 'Sam de Vries', email, roles: [reader], locale: 'nl', ...own }, key);
const changes = (
  browser: DeskBrowser,
  id: string,
  given: readonly GivenRole[],
  taken: readonly GivenRole[],
) => does(browser, `people/${id}/roles`, { given, taken });
const removes = (browser: DeskBrowser, id: string) => does(browser, `people/${id}/removal`, {});

async function refusalOf(answer: Response): Promise<readonly [number, string, string]> {
  const { type, detail, errors } = (await answer.json()) as {
    type: string;
    detail: string;
    errors?: { pointer: string; code: string }[];
  };
  const why = errors?.map(({ pointer, code }) => `${pointer} ${code}`).join() ?? detail;
  return [answer.status, type.split(':').at(-1) ?? '', why];
}

const rolesOf = async (browser: DeskBrowser, id: string) =>
  (await lists(browser)).colleagues
    .find((each) => each.id === id)
    ?.roles.map(({ role, buurt }) => `${role} ${buurt?.name ?? 'everywhere'}`);

const mails = () => sentMails(stage, { publicUrl: 'https://buurt.example.nl' });

/** An admin of all buurten: their id, and where they are logged in. */
async function anAdmin(roles: Parameters<typeof addStaffOnStage>[2] = [{ role: 'admin', buurtCode: null }]) {
  const id = await addStaffOnStage(stage, `${randomUUID()}@corporatie.example`, roles);
  const browser = new DeskBrowser(stage);
  await browser.logsInAs(id);
  return { id, browser };
}

describe('An admin at the desk', () => {
  it('lets somebody in, who gets a link by mail and logs in, once however often it is sent', async () => {
    const { browser } = await anAdmin();
    const key = randomUUID();
    const roles = [reader, { role: 'moderator', buurt: buurtCode } as const];
    const answer = await invites(browser, { email: 'Sam@Corporatie.example', roles }, key);
    assert.equal(answer.status, 201, await answer.clone().text());
    const { id } = (await answer.json()) as { id: string };
    assert.deepEqual(await (await invites(browser, { email: 'Sam@Corporatie.example', roles }, key)).json(), {
      id,
    });
    const [mail, ...others] = await mails();
    assert.deepEqual([mail?.to, others.length], [email, 0]);
    assert.equal(
      (await new DeskBrowser(stage).logsIn(/#login=([\w-]{43})/.exec(mail!.text)![1]!)).status,
      201,
    );
    assert.deepEqual(await rolesOf(browser, id), ['moderator Lindenkwartier', 'reader everywhere']);
    const acts = (await actsOf(stage.store.db, { limit: 9 })).toReversed();
    assert.deepEqual(
      acts.map(({ name, staff_name, detail }) => [name, staff_name, detail]),
      [
        ['staff.invited', 'Noor Bakker', { role: 'reader' }],
        ['staff.rolesChanged', 'Noor Bakker', { role: 'moderator', change: 'given' }],
      ],
    );
    assert.equal(JSON.stringify(acts).includes('sam@'), false);
  });

  it('sees who can log in by name, and when they last did', async () => {
    const { browser, id } = await anAdmin();
    await stage.store.db.updateTable('staff').set({ name: 'Zita' }).where('id', '=', id).execute();
    await invites(browser);
    const { colleagues, firstLogin, account } = await lists(browser);
    assert.deepEqual(
      colleagues.map((each) => [each.name, each.email.split('@')[1], each.invitedAt, each.lastLoginAt]),
      [
        ['Sam de Vries', 'corporatie.example', stage.now.toISOString(), null],
        ['Zita', 'corporatie.example', stage.now.toISOString(), stage.now.toISOString()],
      ],
    );
    assert.deepEqual([firstLogin, account], ['mail', null]);
    // When somebody logged in is known longer than their session, and what they do with it changes nothing.
    const loggedInAt = stage.now;
    stage.now = new Date(loggedInAt.getTime() + 5 * 60_000);
    await invites(browser, { email: 'kim@corporatie.example' });
    await browser.ask('DELETE', 'session');
    const later = await anAdmin();
    const lastLogin = async () =>
      (await lists(later.browser)).colleagues.find((each) => each.name === 'Zita')?.lastLoginAt;
    assert.equal(await lastLogin(), loggedInAt.toISOString());
    await browser.logsInAs(id);
    assert.equal(await lastLogin(), stage.now.toISOString());
    stage.now = loggedInAt;
  });

  it('mails no link where only an account of the organisation lets people in', async () => {
    const oidc = {
      ...{ issuer: 'http://127.0.0.1:1', clientId: 'buurt', clientSecret: undefined },
      ...{ scope: 'openid', roles: [] },
    };
    const withAccounts = { publicUrl: 'http://localhost', oidc };
    const before = await loggedIn(stage, undefined, stage.appWith({ ...withAccounts, hasLoginLinks: true }));
    const browser = new DeskBrowser(stage, stage.appWith(withAccounts));
    for (const [name, value] of before.cookies) browser.cookies.set(name, value);
    const { firstLogin, account } = await lists(browser);
    assert.deepEqual([firstLogin, account], ['account', '127.0.0.1:1']);
    assert.equal((await invites(browser)).status, 201);
    assert.deepEqual(await mails(), []);
  });

  it('is told what cannot be', async () => {
    const { browser } = await anAdmin();
    assert.equal((await invites(browser)).status, 201);
    assert.deepEqual(await refusalOf(await invites(browser, { email: email.toUpperCase() })), [
      ...[409, 'works-here', 'Zoek de collega op in de lijst, en verander daar de rollen.'],
    ]);
    for (const [own, why] of [
      [{ name: ' ' }, '/name required'],
      [{ email: 'Sam <a@b.nl>' }, '/email not-an-email'],
      [{ email: 'sam' }, '/email not-an-email'],
      [{ roles: [] }, '/roles required'],
      [{ roles: [{ role: 'boss', buurt: null }] }, '/roles/0/role not-an-option'],
      [{ roles: [{ role: 'residents', buurt: null }] }, '/roles/0/buurt required'],
      [{ roles: [{ role: 'reader', buurt: 'BU0000AA00' }] }, '/roles/0/buurt not-an-option'],
    ] as const)
      assert.deepEqual(await refusalOf(await invites(browser, { email: 'bo@corporatie.example', ...own })), [
        ...[400, 'invalid-input', why],
      ]);
    const { colleagues } = await lists(browser);
    assert.equal(colleagues.length, 2);
  });

  it('gives and takes roles, which hold from the next request on', async () => {
    const { browser } = await anAdmin();
    const other = await anAdmin([{ role: 'reader', buurtCode: null }]);
    const given = [{ role: 'residents', buurt: buurtCode }] as const;
    assert.equal((await changes(browser, other.id, given, [reader])).status, 201);
    assert.deepEqual(await rolesOf(browser, other.id), ['residents Lindenkwartier']);
    const { roles } = (await (await other.browser.whoAmI()).json()) as { roles: { role: string }[] };
    assert.deepEqual(
      roles.map(({ role }) => role),
      ['residents'],
    );
    assert.equal((await changes(browser, randomUUID(), [], [])).status, 404);
  });

  it('shuts somebody out, also where they are logged in, and can let them in again', async () => {
    const { browser } = await anAdmin();
    const other = await anAdmin([{ role: 'reader', buurtCode: null }]);
    const address = (await lists(browser)).colleagues.find((each) => each.id === other.id)?.email;
    assert.equal((await removes(browser, other.id)).status, 201);
    assert.equal((await other.browser.whoAmI()).status, 401);
    assert.equal((await removes(browser, other.id)).status, 404);
    assert.equal((await lists(browser)).colleagues.length, 1);
    assert.equal((await invites(browser, { email: address })).status, 201);
    assert.deepEqual(await rolesOf(browser, other.id), ['reader everywhere']);
    const again = (await lists(browser)).colleagues.find((each) => each.id === other.id);
    assert.equal(again?.lastLoginAt, null);
  });
});

describe('The last admin', () => {
  const why = [409, 'last-admin', 'Maak eerst iemand anders beheerder.'] as const;

  it('is removed by nobody, and takes their own role from nobody', async () => {
    const { browser, id } = await anAdmin();
    assert.deepEqual(await refusalOf(await removes(browser, id)), why);
    assert.deepEqual(await refusalOf(await changes(browser, id, [reader], [admin])), why);
    assert.deepEqual(await rolesOf(browser, id), ['admin everywhere']);
    const other = await anAdmin();
    assert.equal((await changes(browser, id, [], [admin])).status, 201);
    assert.deepEqual(await refusalOf(await removes(other.browser, other.id)), why);
  });

  it('of all buurten stays, also when there is one of a buurt', async () => {
    const { browser, id } = await anAdmin();
    await anAdmin([{ role: 'admin', buurtCode }]);
    assert.deepEqual(await refusalOf(await changes(browser, id, [], [admin])), why);
  });

  it('stays when two take the role of each other at once', async () => {
    const [one, two] = [await anAdmin(), await anAdmin()];
    const answers = await Promise.all([
      changes(one.browser, two.id, [], [admin]),
      changes(two.browser, one.id, [], [admin]),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
  });
});

describe('An admin of one buurt', () => {
  const own = [{ role: 'admin', buurtCode }] as const;

  it('sees who has a role there, and lets people in there alone', async () => {
    const { browser, id } = await anAdmin(own);
    const elsewhere = await anAdmin([{ role: 'reader', buurtCode: otherBuurt }]);
    await anAdmin();
    assert.deepEqual(
      (await lists(browser)).colleagues.map((each) => each.id),
      [id],
    );
    assert.equal((await invites(browser, { roles: [{ role: 'reader', buurt: buurtCode }] })).status, 201);
    for (const buurt of [null, otherBuurt]) {
      const [status, type] = await refusalOf(
        await invites(browser, { email: 'bo@corporatie.example', roles: [{ role: 'reader', buurt }] }),
      );
      assert.deepEqual([status, type], [403, 'not-permitted']);
    }
    assert.equal((await removes(browser, elsewhere.id)).status, 404);
  });

  it('gives nobody more than their own buurt, and shuts out nobody who works elsewhere too', async () => {
    const { browser, id } = await anAdmin(own);
    const both = await anAdmin([
      { role: 'reader', buurtCode },
      { role: 'reader', buurtCode: otherBuurt },
    ]);
    assert.equal((await changes(browser, id, [admin], [])).status, 403);
    assert.equal((await changes(browser, both.id, [], [{ role: 'reader', buurt: otherBuurt }])).status, 403);
    assert.equal((await removes(browser, both.id)).status, 403);
    assert.equal((await changes(browser, both.id, [], [{ role: 'reader', buurt: buurtCode }])).status, 201);
    const everyone = await anAdmin();
    assert.deepEqual(await rolesOf(everyone.browser, both.id), ['reader Molenbuurt']);
  });
});
