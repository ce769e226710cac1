import assert from 'node:assert/strict';
import { createRoute, z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { after, before, beforeEach, describe, it } from 'node:test';
import { failed } from '../../packages/server/src/http/api.js';
import { erase } from '../../packages/server/src/db/retention.queries.js';
import { deskEndpoint } from '../../packages/server/src/staff/desk-endpoint.js';
import { staffRoles, type StaffRole } from '@buurt/domain/desk/colleague.js';
import { buurtenOf, mayStaff, permissions, type Permission } from '../../packages/server/src/staff/roles.js';
import { removeStaff, unassignRole } from '../../packages/server/src/staff/staff.queries.js';
import { createLoginLink } from '../../packages/server/src/staff/staff.service.js';
import { addStaffOnStage, DeskBrowser, loggedIn, ownPage } from './desk-visitor.js';
import { sentMails } from './sent-mails.js';
import { buurtCode, Stage } from './stage.js';

const corporation = 'https://www.corporatie.example';
const otherBuurt = 'BU9999AA02';
let stage: Stage;
before(async () => {
  stage = await Stage.open({ allowedOrigins: ['*', corporation] });
});
after(() => stage.close());
beforeEach(async () => {
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear();
  await stage.addBuurt(otherBuurt, 'Molenbuurt');
});

const email = 'noor@corporatie.example';
const later = (minutes: number) => (stage.now = new Date(stage.now.getTime() + minutes * 60_000));
const header = (answer: Response, name: string) => answer.headers.get(name);
const kindOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(':').at(-1);

/** What each role may. A role or a permission without a place here fails the test. */
const table: Readonly<Record<Permission, readonly StaffRole[]>> = {
  'inbox.read': ['reader', 'moderator', 'rounds', 'residents', 'admin'],
  'idea.decide': ['moderator', 'residents', 'admin'],
  'contact.read': ['moderator', 'admin'],
  'question.answer': ['moderator', 'residents', 'admin'],
  'offer.answer': ['moderator', 'admin'],
  'report.resolve': ['moderator', 'residents', 'admin'],
  'promise.write': ['moderator', 'rounds', 'residents', 'admin'],
  'round.write': ['rounds', 'admin'],
  'round.release': ['rounds', 'admin'],
  'settings.write': ['admin'],
  'staff.write': ['admin'],
  'acts.read': ['moderator', 'rounds', 'admin'],
  'person.erase': ['admin'],
};

/** A server with a route at the desk for each permission, which answers where it holds. */
function serverWithRoutes(): Hono {
  const app = new Hono();
  app.onError(failed);
  for (const permission of permissions)
    deskEndpoint(
      app,
      { store: stage.store, clock: () => stage.now, publicUrl: undefined },
      createRoute({
        method: 'get',
        path: `/v1/desk/${permission}/{code}`,
        request: { params: z.strictObject({ code: z.string() }) },
        responses: {},
      }),
      permission,
      (c, { params }, { requireBuurt, buurten }) => {
        requireBuurt(String(params.code));
        return c.json({ buurten });
      },
    );
  return app;
}

describe('What a role may', () => {
  it('has a row for each permission, and says the same for each role', () => {
    assert.deepEqual(Object.keys(table).toSorted(), [...permissions].toSorted());
    for (const permission of permissions)
      for (const role of staffRoles) {
        const has = table[permission].includes(role);
        const here = { roles: [{ role, buurtCode }] };
        assert.equal(mayStaff(here, permission, buurtCode), has, `${role} ${permission}`);
        assert.equal(mayStaff(here, permission, otherBuurt), false, `${role} ${permission} elsewhere`);
        assert.deepEqual(buurtenOf(here, permission), has ? [buurtCode] : []);
        const everywhere = { roles: [{ role, buurtCode: null }] };
        assert.equal(mayStaff(everywhere, permission, otherBuurt), has);
        assert.deepEqual(buurtenOf(everywhere, permission), has ? 'all' : []);
      }
  });

  for (const role of staffRoles)
    it(`is what a route at the desk lets them do, in their own buurt alone: ${role}`, async () => {
      const browser = await loggedIn(stage, [{ role, buurtCode }]);
      const routes = new DeskBrowser(stage, serverWithRoutes());
      for (const [name, value] of browser.cookies) routes.cookies.set(name, value);
      for (const permission of permissions) {
        const has = table[permission].includes(role);
        const here = await routes.ask('GET', `${permission}/${buurtCode}`);
        assert.equal(here.status, has ? 200 : 403, permission);
        if (!has) assert.equal(await kindOf(here), 'not-permitted');
        assert.equal((await routes.ask('GET', `${permission}/${otherBuurt}`)).status, 403, permission);
      }
      assert.equal(
        (await new DeskBrowser(stage, routes.app).ask('GET', `inbox.read/${buurtCode}`)).status,
        401,
      );
    });

  it('adds up over roles, and is shown to whoever has them', async () => {
    const browser = await loggedIn(stage, [
      { role: 'reader', buurtCode: null },
      { role: 'rounds', buurtCode },
    ]);
    const { roles, permissions: granted, name } = await (await browser.whoAmI()).json();
    assert.equal(name, 'Noor Bakker');
    assert.deepEqual(roles, [
      { role: 'reader', buurt: null },
      { role: 'rounds', buurt: { code: buurtCode, name: 'Lindenkwartier' } },
    ]);
    assert.deepEqual(granted[0], { permission: 'inbox.read', buurten: null });
    assert.deepEqual(granted[1], { permission: 'promise.write', buurten: [buurtCode] });
  });

  it('of residents is never that of all buurten', async () => {
    await assert.rejects(addStaffOnStage(stage, email, [{ role: 'residents', buurtCode: null }]));
  });
});

const asks = (address: unknown, browser = new DeskBrowser(stage)) =>
  browser.ask('POST', 'login-links', { body: { email: address } });
const mails = (publicUrl = 'https://buurt.example.nl') =>
  sentMails(stage, { publicUrl, keepsQuietHours: true });
const tokenIn = (text: string) => /\/desk#login=([\w-]{43})\n/.exec(text)?.[1] ?? assert.fail(text);

describe('A link to log in', () => {
  it('comes by mail, also at night, and logs in once', async () => {
    const id = await addStaffOnStage(stage, email);
    stage.now = new Date('2026-11-23T02:00:00.000Z');
    assert.equal((await asks('Noor@Corporatie.example')).status, 202);
    const [mail, ...more] = await mails();
    assert.equal(more.length, 0);
    assert.equal(mail!.to, email);
    assert.equal(mail!.subject, 'Je link om in te loggen');
    assert.equal(mail!.headers['List-Unsubscribe'], undefined);
    assert.match(mail!.html, /href="https:\/\/buurt\.example\.nl\/desk#login=/);
    const browser = new DeskBrowser(stage);
    const answer = await browser.logsIn(tokenIn(mail!.text));
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.equal((await answer.json()).email, email);
    assert.equal((await browser.whoAmI()).status, 200);
    const again = await new DeskBrowser(stage).logsIn(tokenIn(mail!.text));
    assert.equal(again.status, 403);
    assert.equal(await kindOf(again), 'login-refused');
    assert.ok(id);
  });

  it('is in English for who reads that', async () => {
    await addStaffOnStage(stage, email);
    await stage.store.db.updateTable('staff').set({ locale: 'en' }).execute();
    await asks(email);
    assert.equal((await mails())[0]!.subject, 'Your link to log in');
  });

  it('used twice at once logs in once', async () => {
    const id = await addStaffOnStage(stage, email);
    const token = (await createLoginLink(stage.store.db, id, stage.now))!;
    const answers = await Promise.all([1, 2, 3, 4].map(() => new DeskBrowser(stage).logsIn(token)));
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 403, 403, 403]);
    assert.equal((await stage.store.db.selectFrom('desk_session').select('hash').execute()).length, 1);
  });

  it('is refused once it is over, changed, or of somebody who was removed, with the same answer', async () => {
    const id = await addStaffOnStage(stage, email);
    const link = async () => (await createLoginLink(stage.store.db, id, stage.now))!;
    const bodies: unknown[] = [];
    const refused = async (token: string) => {
      const answer = await new DeskBrowser(stage).logsIn(token);
      assert.equal(answer.status, 403);
      assert.deepEqual(answer.headers.getSetCookie(), []);
      bodies.push(await answer.json());
    };
    const old = await link();
    later(15);
    await refused(old);
    const good = await link();
    await refused(`${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`);
    await refused('');
    await stage.store.transaction((db) => removeStaff(db, id, stage.now));
    await refused(good);
    assert.equal(await createLoginLink(stage.store.db, id, stage.now), undefined);
    for (const body of bodies) assert.deepEqual(body, bodies[0]);
  });

  it('lies nowhere in the database, nor does a session', async () => {
    const id = await addStaffOnStage(stage, email);
    const token = (await createLoginLink(stage.store.db, id, stage.now))!;
    await asks(email);
    const browser = new DeskBrowser(stage);
    await browser.logsInAs(id);
    const [session] = [...browser.cookies.values()];
    const rows = await Promise.all(
      (['login_link', 'desk_session', 'mail', 'login_request', 'staff'] as const).map((name) =>
        stage.store.db.selectFrom(name).selectAll().execute(),
      ),
    );
    const text = JSON.stringify(rows);
    assert.ok(!text.includes(token) && !text.includes(session!));
  });

  it('asked for an address that nobody has gives the same answer, and no mail', async () => {
    await addStaffOnStage(stage, email);
    const gone = await addStaffOnStage(stage, 'weg@corporatie.example');
    await stage.store.transaction((db) => removeStaff(db, gone, stage.now));
    const answers = [];
    for (const address of [email, 'niemand@corporatie.example', 'weg@corporatie.example', 'geen adres', '']) {
      const began = performance.now();
      const answer = await asks(address);
      const took = performance.now() - began;
      assert.ok(took > 95, `${address}: ${String(took)} ms, so the work shows`);
      const headers = Object.fromEntries(answer.headers);
      delete headers['x-request-id'];
      answers.push({ status: answer.status, headers, body: await answer.text() });
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal(answers[0]!.status, 202);
    assert.deepEqual(
      (await mails()).map(({ to }) => to),
      [email],
    );
    const asked = await stage.store.db.selectFrom('login_request').selectAll().execute();
    assert.equal(asked.length, 5);
    assert.doesNotMatch(JSON.stringify(asked), /corporatie/);
  });

  it('goes to one mailbox at most five times in an hour, also when asked at once', async () => {
    await addStaffOnStage(stage, email);
    let sent = 0;
    for (let each = 0; each < 8; each++) {
      await Promise.all([asks(email), asks(email.toUpperCase())]);
      sent += (await mails()).length;
      later(2);
    }
    assert.ok(sent > 0 && sent <= 5, String(sent));
    later(61);
    await asks(email);
    assert.equal((await mails()).length, 1);
  });

  it('is one mail and counts five times at most, however many ask at once', async () => {
    await addStaffOnStage(stage, email);
    const app = stage.appWith({});
    await Promise.all(Array.from({ length: 9 }, () => asks(email, new DeskBrowser(stage, app))));
    const { db } = stage.store;
    assert.equal((await db.selectFrom('mail').select('id').execute()).length, 1);
    assert.equal((await db.selectFrom('login_request').select('at').execute()).length, 5);
  });

  it('is asked by one caller at most ten times in a minute', async () => {
    const app = stage.appWith({});
    const statuses = [];
    for (let each = 0; each < 11; each++)
      statuses.push((await asks(`${String(each)}@corporatie.example`, new DeskBrowser(stage, app))).status);
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 202), 429]);
  });

  it('that no mail server took is worthless, and comes again', async () => {
    await addStaffOnStage(stage, email);
    await asks(email);
    const refusing = await sentMails(stage, {
      publicUrl: 'https://buurt.example.nl',
      carry: () => Promise.reject(Object.assign(new Error('Busy'), { responseCode: 450 })),
    });
    assert.equal(refusing.length, 0);
    assert.deepEqual(await stage.store.db.selectFrom('login_link').selectAll().execute(), []);
    later(6);
    const [mail] = await mails();
    assert.equal((await new DeskBrowser(stage).logsIn(tokenIn(mail!.text))).status, 201);
  });
});

describe('A session', () => {
  const cookieOf = ({ cookies }: DeskBrowser) => [...cookies.values()][0]!;

  it('has a cookie with every flag that keeps it from others', async () => {
    const browser = await loggedIn(stage);
    assert.equal(browser.given.length, 1);
    const [pair = '', ...flags] = browser.given[0]!.split('; ');
    assert.match(pair, /^__Host-buurt-desk=[\w-]{43}$/);
    assert.deepEqual(flags.toSorted(), ['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  it('over plain http on a network has a cookie that browsers take there; with https never', async () => {
    const id = await addStaffOnStage(stage, email);
    const plain = { Origin: 'http://192.168.1.20:8080', Host: '192.168.1.20:8080', 'X-Buurt-Desk': '1' };
    const browser = new DeskBrowser(stage, stage.app, plain);
    assert.equal((await browser.logsInAs(id)).status, 201);
    const [pair = '', ...flags] = browser.given[0]!.split('; ');
    assert.match(pair, /^buurt-desk=[\w-]{43}$/);
    assert.deepEqual(flags.toSorted(), ['HttpOnly', 'Path=/', 'SameSite=Strict']);
    assert.equal((await browser.whoAmI()).status, 200);
    const secure = new DeskBrowser(stage, stage.appWith({ publicUrl: 'https://buurt.example.nl' }));
    secure.cookies.set('buurt-desk', cookieOf(browser));
    assert.equal((await secure.whoAmI()).status, 401, 'a cookie that another site can have set');
    const https = { Origin: 'https://buurt.example.nl', 'X-Buurt-Desk': '1' };
    const own = new DeskBrowser(stage, secure.app, https);
    assert.equal((await own.logsInAs(id)).status, 201);
    assert.match(own.given[0]!, /^__Host-buurt-desk=.*; Secure/);
  });

  it('is a new one at each login: what an attacker put in the browser is worth nothing', async () => {
    const attacker = await loggedIn(stage);
    const fixed = cookieOf(attacker);
    const victim = new DeskBrowser(stage);
    victim.cookies.set('__Host-buurt-desk', fixed);
    await victim.logsInAs(await addStaffOnStage(stage, email));
    assert.notEqual(cookieOf(victim), fixed);
    assert.equal((await (await victim.whoAmI()).json()).email, email);
    assert.equal((await attacker.whoAmI()).status, 401);
    const made = new DeskBrowser(stage);
    made.cookies.set('__Host-buurt-desk', 'a'.repeat(43));
    await made.logsInAs((await stage.store.db.selectFrom('staff').select('id').executeTakeFirstOrThrow()).id);
    assert.notEqual(cookieOf(made), 'a'.repeat(43));
  });

  it('lasts 30 minutes without use', async () => {
    const browser = await loggedIn(stage);
    for (let each = 0; each < 4; each++) {
      later(29);
      assert.equal((await browser.whoAmI()).status, 200);
    }
    later(31);
    const answer = await browser.whoAmI();
    assert.equal(answer.status, 401);
    assert.equal(await kindOf(answer), 'login-needed');
  });

  it('lasts 12 hours, however much it is used', async () => {
    const browser = await loggedIn(stage);
    const { endsAt } = await (await browser.whoAmI()).json();
    assert.equal(endsAt, '2026-11-23T22:00:00.000Z');
    for (let minutes = 20; minutes < 720; minutes += 20) {
      later(20);
      assert.equal((await browser.whoAmI()).status, 200, String(minutes));
    }
    later(20);
    assert.equal((await browser.whoAmI()).status, 401);
  });

  it('is written as used once a minute at most', async () => {
    const browser = await loggedIn(stage);
    const seen = async () =>
      (await stage.store.db.selectFrom('desk_session').select('seen_at').executeTakeFirstOrThrow()).seen_at;
    const first = await seen();
    later(0.9);
    await browser.whoAmI();
    assert.deepEqual(await seen(), first);
    later(0.2);
    await browser.whoAmI();
    assert.deepEqual(await seen(), stage.now);
  });

  it('ends with its person, and loses at once what they lose', async () => {
    const browser = new DeskBrowser(stage);
    const id = await addStaffOnStage(stage, email, [{ role: 'moderator', buurtCode }]);
    await browser.logsInAs(id);
    await stage.store.transaction((db) => unassignRole(db, id, { role: 'moderator', buurtCode }));
    assert.deepEqual((await (await browser.whoAmI()).json()).permissions, []);
    await stage.store.transaction((db) => removeStaff(db, id, stage.now));
    assert.equal((await browser.whoAmI()).status, 401);
  });

  it('ends when they log out: this one, or all of theirs and nobody else’s', async () => {
    const id = await addStaffOnStage(stage, email);
    const browsers = [new DeskBrowser(stage), new DeskBrowser(stage), new DeskBrowser(stage)];
    for (const each of browsers) await each.logsInAs(id);
    const [one, two, three] = browsers as [DeskBrowser, DeskBrowser, DeskBrowser];
    const other = await loggedIn(stage);
    const before = cookieOf(one);
    assert.deepEqual(await (await one.ask('DELETE', 'session')).json(), { ended: 1, logoutUrl: null });
    assert.equal(one.cookies.size, 0);
    one.cookies.set('__Host-buurt-desk', before);
    assert.equal((await one.whoAmI()).status, 401, 'a cookie that was copied');
    assert.equal((await two.whoAmI()).status, 200);
    assert.deepEqual(await (await two.ask('DELETE', 'sessions')).json(), { ended: 2, logoutUrl: null });
    assert.equal((await three.whoAmI()).status, 401);
    assert.equal((await other.whoAmI()).status, 200);
  });

  it('is kept by no cache and shown in no frame, with or without an answer', async () => {
    const browser = await loggedIn(stage);
    for (const answer of [await browser.whoAmI(), await new DeskBrowser(stage).whoAmI(), await asks(email)]) {
      assert.match(header(answer, 'cache-control') ?? '', /no-store/);
      assert.equal(header(answer, 'x-frame-options'), 'DENY');
      assert.match(header(answer, 'content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.equal(header(answer, 'cross-origin-resource-policy'), 'same-origin');
    }
    assert.equal(header(await browser.whoAmI(), 'cache-control'), 'private, no-store');
  });

  it('counts nowhere but at the desk', async () => {
    const browser = await loggedIn(stage);
    const id = await stage.addInitiative({ review: 'waiting' });
    const headers = { Cookie: `__Host-buurt-desk=${cookieOf(browser)}`, ...ownPage };
    assert.equal((await stage.get(`/initiatives/${id}`, headers)).status, 404);
    assert.equal((await stage.get(`/ideas/${id}`, headers)).status, 404);
  });
});

describe('A page of another site at the desk', () => {
  const writes = [
    ['POST', 'login-links', { email }],
    ['POST', 'session', { token: 'a'.repeat(43) }],
    ['DELETE', 'session', undefined],
    ['DELETE', 'sessions', undefined],
  ] as const;

  for (const origin of ['https://evil.example', corporation, 'null', 'http://localhost.evil.example'])
    it(`changes nothing and reads nothing, whatever ALLOWED_ORIGINS says: ${origin}`, async () => {
      const browser = await loggedIn(stage);
      for (const [method, path, body] of writes) {
        const answer = await browser.ask(method, path, { body, headers: { Origin: origin } });
        assert.equal(answer.status, 403, path);
        assert.equal(await kindOf(answer), 'origin-refused');
        assert.equal(header(answer, 'access-control-allow-origin'), null);
        const preflight = await browser.ask('OPTIONS', path, {
          headers: { Origin: origin, 'Access-Control-Request-Method': method },
        });
        assert.equal(preflight.status, 403);
        assert.equal(header(preflight, 'access-control-allow-origin'), null);
        assert.equal(header(preflight, 'access-control-allow-credentials'), null);
      }
      const read = await browser.ask('GET', 'session', { headers: { Origin: origin } });
      assert.equal(read.status, 403);
      assert.equal(header(read, 'access-control-allow-origin'), null);
      assert.match(header(read, 'vary') ?? '', /\bOrigin\b/);
      assert.equal((await browser.whoAmI()).status, 200);
    });

  it('cannot leave out what shows where it is from', async () => {
    const browser = await loggedIn(stage);
    const bare = new DeskBrowser(stage, stage.app, {});
    for (const [name, value] of browser.cookies) bare.cookies.set(name, value);
    for (const [method, path, body] of writes)
      for (const headers of [
        {},
        { Origin: 'http://localhost' },
        { 'X-Buurt-Desk': '1' },
        { Origin: 'http://localhost', 'X-Buurt-Desk': '' },
      ] as Record<string, string>[])
        assert.equal((await bare.ask(method, path, { body, headers })).status, 403, path);
    assert.equal((await browser.whoAmI()).status, 200);
  });

  it('is whatever PUBLIC_URL is not, also with the name of this server in Host', async () => {
    const app = stage.appWith({ publicUrl: 'https://buurt.example.nl/wijk' });
    const from = (Origin: string, Host: string) =>
      asks(email, new DeskBrowser(stage, app, { Origin, Host, 'X-Buurt-Desk': '1' }));
    assert.equal((await from('https://buurt.example.nl', 'inside:8080')).status, 202);
    assert.equal((await from('http://inside:8080', 'inside:8080')).status, 403);
    assert.equal((await from('http://buurt.example.nl', 'buurt.example.nl')).status, 403);
  });
});

describe('Somebody at the desk', () => {
  it('brings no token in the address', async () => {
    const id = await addStaffOnStage(stage, email);
    const token = (await createLoginLink(stage.store.db, id, stage.now))!;
    const browser = new DeskBrowser(stage);
    assert.equal((await browser.ask('POST', `session?token=${token}`, { body: {} })).status, 400);
    assert.equal((await browser.ask('POST', `session?token=${token}`, { body: { token } })).status, 400);
    assert.equal((await browser.ask('GET', `session?token=${token}`)).status, 400);
    assert.equal(
      (await browser.ask('GET', 'session', { headers: { Authorization: `Bearer ${token}` } })).status,
      401,
    );
    assert.equal((await browser.logsIn(token)).status, 201);
  });

  it('gets no role by asking for it', async () => {
    const id = await addStaffOnStage(stage, email, [{ role: 'reader', buurtCode }]);
    const token = (await createLoginLink(stage.store.db, id, stage.now))!;
    const browser = new DeskBrowser(stage);
    for (const more of [{ role: 'admin' }, { roles: [{ role: 'admin', buurt: null }] }, { staffId: id }])
      assert.equal((await browser.ask('POST', 'session', { body: { token, ...more } })).status, 400);
    assert.equal((await browser.logsIn(token)).status, 201);
    const { permissions: granted } = await (await browser.whoAmI()).json();
    assert.deepEqual(granted, [{ permission: 'inbox.read', buurten: [buurtCode] }]);
  });
});

describe('What lets nobody in any more', () => {
  it('is erased: old links, sessions, requests and mails, and who was removed a month ago', async () => {
    const { db } = stage.store;
    const id = await addStaffOnStage(stage, email);
    await new DeskBrowser(stage).logsInAs(id);
    await createLoginLink(db, id, stage.now);
    await asks(email);
    await asks('niemand@corporatie.example');
    const left = async () => ({
      links: (await db.selectFrom('login_link').select('hash').execute()).length,
      sessions: (await db.selectFrom('desk_session').select('hash').execute()).length,
      requests: (await db.selectFrom('login_request').select('at').execute()).length,
      mails: (await db.selectFrom('mail').select('id').execute()).length,
      staff: (await db.selectFrom('staff').select('id').execute()).length,
    });
    assert.deepEqual(await left(), { links: 2, sessions: 1, requests: 2, mails: 1, staff: 1 });
    await erase(stage.store, stage.now);
    assert.deepEqual(await left(), { links: 1, sessions: 1, requests: 2, mails: 1, staff: 1 });
    await erase(stage.store, later(60));
    assert.deepEqual(await left(), { links: 0, sessions: 0, requests: 0, mails: 1, staff: 1 });
    await erase(stage.store, later(24 * 60));
    assert.deepEqual(await left(), { links: 0, sessions: 0, requests: 0, mails: 0, staff: 1 });
    await stage.store.transaction((within) => removeStaff(within, id, stage.now));
    await erase(stage.store, later(29 * 24 * 60));
    assert.equal((await left()).staff, 1);
    await erase(stage.store, later(24 * 60));
    assert.equal((await left()).staff, 0);
  });
});
