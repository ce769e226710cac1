import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it, mock } from 'node:test';
import { parseConfig } from '../../packages/server/src/config.js';
import { erase } from '../../packages/server/src/db/retention.queries.js';
import { claimRoleFrom } from '../../packages/server/src/staff/oidc-roles.js';
import type { OidcSettings } from '../../packages/server/src/staff/oidc.js';
import { operator } from '../../packages/server/src/acts/acts.queries.js';
import { findStaff } from '../../packages/server/src/staff/staff.queries.js';
import { createLoginLink, inviteStaff, shutOut } from '../../packages/server/src/staff/staff.service.js';
import { addStaffOnStage, DeskBrowser } from './desk-visitor.js';
import { claimsOf, clientId, clientSecret, IdentityProvider, ownKey, signed } from './identity-provider.js';
import { buurtCode, Stage } from './stage.js';

const address = 'http://localhost';
const email = 'noor@corporatie.example';
const groups = 'groups=participatie:moderator,groups=beheer:admin,groups=linden:residents@BU9999AA01';
const noor = { name: 'Noor Bakker', email, email_verified: true, groups: ['participatie'] };

let provider: IdentityProvider;
let stage: Stage;

const settingsFor = ({ issuer }: Pick<IdentityProvider, 'issuer'>, own: Partial<OidcSettings> = {}) => ({
  ...{ issuer, clientId, clientSecret, scope: 'openid profile email' },
  roles: groups.split(',').map((each) => claimRoleFrom(each)!),
  ...own,
});

before(async () => {
  provider = await IdentityProvider.start();
  stage = await Stage.open({ publicUrl: address, oidc: settingsFor(provider) });
});
after(async () => {
  await stage.close();
  await provider.stop();
});
beforeEach(async () => {
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear();
  provider.tamper = undefined;
  provider.visitor = 'noor';
  provider.people.clear();
  provider.people.set('noor', noor);
});

const header = (answer: Response, name: string) => answer.headers.get(name);
const later = (minutes: number) => (stage.now = new Date(stage.now.getTime() + minutes * 60_000));
const sessionCookie = '__Host-buurt-desk';
const attemptCookie = '__Host-buurt-oidc';

/** Starts at the desk and logs in at the provider; resolves to where that sends the browser. */
async function comesBackTo(browser: DeskBrowser, at = provider): Promise<string> {
  const started = await browser.ask('GET', 'oidc');
  assert.equal(started.status, 303);
  const { href, search } = await at.visit(header(started, 'location')!);
  assert.equal(href, `${address}/v1/desk/oidc/callback${search}`);
  return `oidc/callback${search}`;
}
const logsIn = async (browser: DeskBrowser) => browser.ask('GET', await comesBackTo(browser));
async function roles(browser: DeskBrowser): Promise<string[]> {
  const session = (await (await browser.whoAmI()).json()) as {
    roles: { role: string; buurt: { code: string } | null }[];
  };
  return session.roles.map(({ role, buurt }) => (buurt ? `${role}@${buurt.code}` : role));
}
/** That nobody came in, and a page says why. */
async function stayedOut(
  browser: DeskBrowser,
  answer: Response,
  status: number,
  says: RegExp,
): Promise<void> {
  assert.match(await answer.text(), says);
  assert.equal(answer.status, status);
  assert.match(header(answer, 'content-type') ?? '', /^text\/html/);
  assert.equal(header(answer, 'referrer-policy'), 'no-referrer');
  assert.equal(browser.cookies.has(sessionCookie), false);
  assert.equal((await browser.whoAmI()).status, 401);
  const { count } = await stage.store.db
    .selectFrom('desk_session')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  assert.equal(Number(count), 0);
}

describe('Somebody with an account of the organisation', () => {
  it('logs in, and is at the desk with the roles of their groups', async () => {
    const browser = new DeskBrowser(stage);
    const answer = await logsIn(browser);
    assert.equal(answer.status, 303);
    assert.equal(header(answer, 'location'), `${address}/desk`);
    assert.equal(header(answer, 'referrer-policy'), 'no-referrer');
    assert.match(header(answer, 'cache-control') ?? '', /no-store/);
    const given = browser.given.find((each) => each.startsWith(sessionCookie));
    assert.match(given ?? '', /Path=\/; HttpOnly; Secure; SameSite=Strict/);
    assert.equal(browser.cookies.has(attemptCookie), false);
    const session = (await (await browser.whoAmI()).json()) as { name: string; email: string };
    assert.equal(session.name, 'Noor Bakker');
    assert.equal(session.email, email);
    assert.deepEqual(await roles(browser), ['moderator']);
    const staff = await stage.store.db.selectFrom('staff').select('last_login_at').executeTakeFirstOrThrow();
    assert.deepEqual(staff.last_login_at, stage.now);
  });

  it('logs in with PKCE alone where the server has no secret of its client', async () => {
    const open = await IdentityProvider.start(address, { isPublic: true });
    try {
      open.people.set('noor', noor);
      const app = stage.appWith({ oidc: settingsFor(open, { clientSecret: undefined }) });
      const browser = new DeskBrowser(stage, app);
      const answer = await browser.ask('GET', await comesBackTo(browser, open));
      assert.equal(header(answer, 'location'), `${address}/desk`);
    } finally {
      await open.stop();
    }
  });

  it('gets a cookie for the way that is short, signed, and not for scripts', async () => {
    const browser = new DeskBrowser(stage);
    const started = await browser.ask('GET', 'oidc');
    assert.match(
      browser.given.join(),
      /^__Host-buurt-oidc=[\w-]+\.[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const { searchParams } = new URL(header(started, 'location')!);
    assert.equal(searchParams.get('code_challenge_method'), 'S256');
    assert.equal(searchParams.get('response_type'), 'code');
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.ok((searchParams.get(name) ?? '').length >= 43, name);
  });

  it('has the same place at each login, with the name, address and roles of today', async () => {
    const first = new DeskBrowser(stage);
    await logsIn(first);
    const { id } = (await findStaff(stage.store.db, email))!;
    provider.people.set('noor', {
      ...{ name: 'Noor de Bakker', email: 'n.bakker@corporatie.example', email_verified: true },
      groups: ['beheer', 'linden', 'linden', 'iets anders'],
    });
    const second = new DeskBrowser(stage);
    await logsIn(second);
    const staff = (await findStaff(stage.store.db, 'n.bakker@corporatie.example'))!;
    assert.equal(staff.id, id);
    assert.equal(staff.name, 'Noor de Bakker');
    assert.deepEqual(await roles(second), ['admin', `residents@${buurtCode}`]);
    assert.deepEqual(
      await roles(first),
      ['admin', `residents@${buurtCode}`],
      'also where they were logged in',
    );
    const acts = await stage.store.db.selectFrom('act').select(['name', 'detail']).orderBy('id').execute();
    assert.deepEqual(
      acts.map(({ name, detail }) => `${name} ${String(detail['role'])} ${String(detail['change'])}`),
      [
        'staff.rolesChanged moderator given',
        'staff.rolesChanged moderator taken',
        'staff.rolesChanged admin given',
        'staff.rolesChanged residents given',
      ],
    );
  });

  it('does not come in without a role, and reads what to do', async () => {
    provider.people.set('noor', { ...noor, groups: ['kantine'] });
    const browser = new DeskBrowser(stage);
    const path = await comesBackTo(browser);
    const answer = await browser.ask('GET', path, { headers: { 'Accept-Language': 'en' } });
    await stayedOut(browser, answer, 403, /You have no role here yet.*Ask your operator for a role/s);
    assert.equal(await findStaff(stage.store.db, email), undefined);
    await stayedOut(browser, await logsIn(browser), 403, /Vraag je beheerder om een rol/);
  });

  it('is logged out everywhere when they come back without a role', async () => {
    const earlier = new DeskBrowser(stage);
    await logsIn(earlier);
    provider.people.set('noor', { ...noor, groups: [] });
    const browser = new DeskBrowser(stage);
    await stayedOut(browser, await logsIn(browser), 403, /nog geen rol/);
    assert.equal((await earlier.whoAmI()).status, 401);
    assert.deepEqual((await findStaff(stage.store.db, email))!.roles, []);
  });

  it('has no role in a buurt that is not here', async () => {
    const elsewhere = claimRoleFrom('groups=participatie:moderator@BU0000ZZ99')!;
    const app = stage.appWith({ oidc: settingsFor(provider, { roles: [elsewhere] }) });
    const browser = new DeskBrowser(stage, app);
    await stayedOut(browser, await logsIn(browser), 403, /nog geen rol/);
  });

  it('does not come in with an address that was not verified, or without one', async () => {
    for (const person of [
      { ...noor, email_verified: false },
      { ...noor, email: undefined },
      { ...noor, email: 'noor@corporatie.example, evil@evil.example' },
    ]) {
      provider.people.set('noor', person);
      const browser = new DeskBrowser(stage);
      await stayedOut(browser, await logsIn(browser), 403, /We missen je mailadres/);
    }
  });

  it('takes over the place of whoever was invited at this address, not the roles', async () => {
    const id = await addStaffOnStage(stage, email);
    const browser = new DeskBrowser(stage);
    await logsIn(browser);
    assert.equal((await findStaff(stage.store.db, email))!.id, id);
    assert.deepEqual(await roles(browser), ['moderator']);
  });

  it('does not take over the place of a colleague with another account', async () => {
    await logsIn(new DeskBrowser(stage));
    await stage.store.db.deleteFrom('desk_session').execute();
    provider.visitor = 'other';
    provider.people.set('other', { ...noor, groups: ['beheer'] });
    const browser = new DeskBrowser(stage);
    await stayedOut(browser, await logsIn(browser), 403, /mailadres is al in gebruik/);
    assert.deepEqual(
      (await findStaff(stage.store.db, email))!.roles.map(({ role }) => role),
      ['moderator'],
    );
  });

  it('keeps their own address when the new one is of a colleague', async () => {
    await logsIn(new DeskBrowser(stage));
    await addStaffOnStage(stage, 'sam@corporatie.example');
    provider.people.set('noor', { ...noor, email: 'sam@corporatie.example' });
    const browser = new DeskBrowser(stage);
    await logsIn(browser);
    const session = (await (await browser.whoAmI()).json()) as { email: string };
    assert.equal(session.email, email);
  });

  it('who was shut out here stays out, until they are invited again', async () => {
    await logsIn(new DeskBrowser(stage));
    const change = { by: operator, at: stage.now };
    const staff = (await findStaff(stage.store.db, email))!;
    await stage.store.transaction((db) => shutOut(db, staff, change));
    const browser = new DeskBrowser(stage);
    await stayedOut(browser, await logsIn(browser), 403, /Een beheerder heeft je toegang gestopt/);
    provider.visitor = 'another account';
    provider.people.set('another account', noor);
    await stayedOut(browser, await logsIn(browser), 403, /Een beheerder heeft je toegang gestopt/);
    await stage.store.transaction((db) =>
      inviteStaff(
        db,
        { email, name: 'Noor', locale: 'nl', role: { role: 'reader', buurtCode: null }, mailsLink: true },
        change,
      ),
    );
    assert.equal((await logsIn(browser)).status, 303);
    assert.deepEqual(await roles(browser), ['moderator']);
  });

  it('comes in once, in however many windows they press at once', async () => {
    const browsers = Array.from({ length: 4 }, () => new DeskBrowser(stage));
    const answers = await Promise.all(browsers.map(logsIn));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303, 303],
    );
    const rows = await stage.store.db.selectFrom('staff').select('id').execute();
    assert.equal(rows.length, 1);
  });

  it('logs out here, and reads where to log out at the identity provider', async () => {
    const browser = new DeskBrowser(stage);
    await logsIn(browser);
    const { ended, logoutUrl } = (await (await browser.ask('DELETE', 'session')).json()) as {
      ended: number;
      logoutUrl: string;
    };
    assert.equal(ended, 1);
    assert.equal((await browser.whoAmI()).status, 401);
    const { origin, pathname, searchParams } = new URL(logoutUrl);
    assert.equal(`${origin}${pathname}`, `${provider.issuer}/session/end`);
    assert.equal(searchParams.get('id_token_hint'), provider.lastToken);
    assert.equal(searchParams.get('post_logout_redirect_uri'), `${address}/desk`);
    assert.equal((await fetch(logoutUrl)).status, 200);
  });

  it('logs out here also when the identity provider is gone', async () => {
    const passing = await IdentityProvider.start();
    passing.people.set('noor', noor);
    const app = stage.appWith({ oidc: settingsFor(passing), hasLoginLinks: true });
    const browser = new DeskBrowser(stage, app);
    await browser.ask('GET', await comesBackTo(browser, passing));
    await passing.stop();
    later(120);
    const again = new DeskBrowser(stage, app);
    await again.logsInAs((await findStaff(stage.store.db, email))!.id);
    assert.deepEqual(await (await again.ask('DELETE', 'session')).json(), { ended: 1, logoutUrl: null });
  });
});

/** What the provider would say now, with something else in it. */
const withClaims =
  (own: (claims: Record<string, unknown>) => Record<string, unknown>) =>
  (token: string): Promise<string> =>
    signed({ ...claimsOf(token), ...own(claimsOf(token)) });
const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

describe('A token that is not right', () => {
  it('comes in when nothing else is different: it is signed as the provider does', async () => {
    provider.tamper = withClaims(() => ({}));
    assert.equal((await logsIn(new DeskBrowser(stage))).status, 303);
  });

  const wrong: Readonly<Record<string, (token: string) => string | Promise<string>>> = {
    'for another audience': withClaims(() => ({ aud: 'another client' })),
    'for several audiences, of which another is meant': withClaims(() => ({
      ...{ aud: [clientId, 'another client'], azp: 'another client' },
    })),
    'of another issuer': withClaims(() => ({ iss: 'https://login.evil.example' })),
    'that is over': withClaims(() => ({ iat: seconds() - 7200, exp: seconds() - 3600 })),
    'without an end': withClaims(() => ({ exp: undefined })),
    'of the future': withClaims(() => ({ iat: seconds() + 3600, nbf: seconds() + 3600 })),
    'with another nonce': withClaims(() => ({ nonce: 'of another login' })),
    'without a nonce': withClaims(() => ({ nonce: undefined })),
    'without a subject': withClaims(() => ({ sub: undefined })),
    'with more in it than was signed': (token) => {
      const [head, , signature] = token.split('.');
      return `${head}.${encoded({ ...claimsOf(token), groups: ['beheer'] })}.${signature}`;
    },
    'with a signature of nobody': (token) => `${token.slice(0, -8)}AAAAAAAA`,
    'that is not signed (alg none)': (token) => `${encoded({ alg: 'none' })}.${encoded(claimsOf(token))}.`,
    'signed with the secret of the client': (token) =>
      signed(claimsOf(token), { alg: 'HS256', key: new TextEncoder().encode(clientSecret) }),
    'signed with the public key as if it were a secret': async (token) =>
      signed(claimsOf(token), {
        alg: 'HS256',
        key: new Uint8Array(await crypto.subtle.exportKey('spki', ownKey.publicKey)),
      }),
    'that is none': () => 'token',
  };
  for (const [which, tamper] of Object.entries(wrong))
    it(`lets nobody in: ${which}`, async () => {
      provider.tamper = tamper;
      const browser = new DeskBrowser(stage);
      await stayedOut(browser, await logsIn(browser), 403, /Het antwoord van je werkaccount klopte niet/);
      assert.equal(await findStaff(stage.store.db, email), undefined);
    });

  it('is one of which another key of the same name made the signature', async () => {
    const { privateKey } = (await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    )) as CryptoKeyPair;
    provider.tamper = (token) => signed(claimsOf(token), { key: privateKey });
    const browser = new DeskBrowser(stage);
    await stayedOut(browser, await logsIn(browser), 403, /klopte niet/);
  });
});

describe('A role', () => {
  it('is not raised by a claim in another place, or alike', async () => {
    for (const person of [
      { roles: ['beheer'], nested: { groups: ['beheer'] }, groups: [] },
      { groups: ['Beheer', ' beheer', 'beheer ', 'beheer:admin', 'participatie:moderator'] },
      { groups: 'participatie beheer' },
      { groups: { beheer: true, 0: 'beheer' } },
      { groups: [['beheer'], { beheer: 'beheer' }] },
      { groups: true },
    ]) {
      const { groups: _, ...bare } = noor;
      provider.people.set('noor', { ...bare, ...person } as typeof noor);
      const browser = new DeskBrowser(stage);
      await stayedOut(browser, await logsIn(browser), 403, /nog geen rol/);
    }
  });

  it('is not raised by the address with which somebody comes back', async () => {
    const browser = new DeskBrowser(stage);
    await browser.ask('GET', `${await comesBackTo(browser)}&groups=beheer&role=admin&roles=admin`);
    assert.deepEqual(await roles(browser), ['moderator']);
  });

  it('can be that of a claim with one text', async () => {
    provider.people.set('noor', { ...noor, groups: 'beheer' });
    const browser = new DeskBrowser(stage);
    await logsIn(browser);
    assert.deepEqual(await roles(browser), ['admin']);
  });

  it('is read as it is written in the settings', () => {
    assert.deepEqual(claimRoleFrom('https://corporatie.example/roles=a:b=c:residents@BU0363AA01'), {
      claim: 'https://corporatie.example/roles',
      value: 'a:b=c',
      role: { role: 'residents', buurtCode: 'BU0363AA01' },
    });
    for (const text of [
      'groups=x',
      'groups=x:boss',
      'x:admin',
      '=x:admin',
      'groups=:admin',
      'groups=x:residents',
    ])
      assert.equal(claimRoleFrom(text), undefined, text);
    assert.equal(claimRoleFrom('groups=x:admin@Molenbuurt'), undefined);
  });
});

describe('The answer of an identity provider', () => {
  it('counts only in the browser that began', async () => {
    const browser = new DeskBrowser(stage);
    const path = await comesBackTo(browser);
    const other = new DeskBrowser(stage);
    await stayedOut(other, await other.ask('GET', path), 400, /je begon in een ander venster/);
    const third = new DeskBrowser(stage);
    await third.ask('GET', 'oidc');
    await stayedOut(third, await third.ask('GET', path), 400, /je begon in een ander venster/);
  });

  it('counts once, also with the cookie and the code of before', async () => {
    const browser = new DeskBrowser(stage);
    const path = await comesBackTo(browser);
    const attempt = browser.cookies.get(attemptCookie)!;
    assert.equal((await browser.ask('GET', path)).status, 303);
    await stage.store.db.deleteFrom('desk_session').execute();
    const thief = new DeskBrowser(stage);
    thief.cookies.set(attemptCookie, attempt);
    const asked = provider.asked.length;
    await stayedOut(thief, await thief.ask('GET', path), 400, /Ga terug en log opnieuw in/);
    assert.equal(provider.asked.length, asked, 'and the provider is not asked');
  });

  it('comes in once, however many come with it at the same time', async () => {
    const browser = new DeskBrowser(stage);
    const path = await comesBackTo(browser);
    const copies = Array.from({ length: 5 }, () => {
      const copy = new DeskBrowser(stage);
      copy.cookies.set(attemptCookie, browser.cookies.get(attemptCookie)!);
      return copy;
    });
    const answers = await Promise.all(copies.map((copy) => copy.ask('GET', path)));
    assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  });

  it('does not count with the code of another login', async () => {
    const one = new DeskBrowser(stage);
    const code = new URL(await comesBackTo(one), address).searchParams.get('code')!;
    const browser = new DeskBrowser(stage);
    const path = new URL(await comesBackTo(browser), `${address}/v1/desk/`);
    path.searchParams.set('code', code);
    const answer = await browser.ask('GET', `oidc/callback${path.search}`);
    await stayedOut(browser, answer, 403, /klopte niet/);
  });

  it('does not count without a state, with another, with two, or from another provider', async () => {
    for (const [change, status] of [
      [(search: URLSearchParams) => search.delete('state'), 400],
      [(search: URLSearchParams) => search.set('state', 'another'), 400],
      [(search: URLSearchParams) => search.set('state', ''), 400],
      [(search: URLSearchParams) => search.set('iss', 'https://login.evil.example'), 403],
      [(search: URLSearchParams) => search.delete('iss'), 403],
      [(search: URLSearchParams) => search.delete('code'), 403],
      [(search: URLSearchParams) => search.set('code', 'guessed'), 403],
    ] as const) {
      const browser = new DeskBrowser(stage);
      const { searchParams } = new URL(await comesBackTo(browser), address);
      change(searchParams);
      const answer = await browser.ask('GET', `oidc/callback?${searchParams.toString()}`);
      await stayedOut(browser, answer, status, status === 400 ? /Ga terug en log opnieuw in/ : /klopte niet/);
    }
    const browser = new DeskBrowser(stage);
    const answer = await browser.ask('GET', `${await comesBackTo(browser)}&state=another`);
    assert.equal(answer.status, 400);
    assert.equal((await browser.whoAmI()).status, 401);
  });

  it('does not count after ten minutes, or with a cookie that somebody made', async () => {
    const slow = new DeskBrowser(stage);
    const path = await comesBackTo(slow);
    later(10);
    await stayedOut(slow, await slow.ask('GET', path), 400, /Het duurde te lang/);
    for (const change of [
      (cookie: string) => cookie.replace(/\..*/, ''),
      (cookie: string) => `${cookie.slice(0, -4)}AAAA`,
      (cookie: string) =>
        `${encoded({ ...JSON.parse(Buffer.from(cookie.split('.')[0]!, 'base64url').toString()), expires: 1e14 })}.${cookie.split('.')[1]!}`,
      () => '',
      () => 'x.y',
    ]) {
      const browser = new DeskBrowser(stage);
      const back = await comesBackTo(browser);
      browser.cookies.set(attemptCookie, change(browser.cookies.get(attemptCookie)!));
      await stayedOut(browser, await browser.ask('GET', back), 400, /Ga terug en log opnieuw in/);
    }
  });

  it('that is no, is said in words of ours alone', async () => {
    const browser = new DeskBrowser(stage);
    const started = await browser.ask('GET', 'oidc');
    const state = new URL(header(started, 'location')!).searchParams.get('state')!;
    const search = new URLSearchParams({
      error: 'access_denied',
      error_description: '<b>Bel 0900</b>',
      state,
    });
    search.set('iss', provider.issuer);
    const answer = await browser.ask('GET', `oidc/callback?${search.toString()}`);
    assert.doesNotMatch(await answer.clone().text(), /0900|access_denied/);
    await stayedOut(browser, answer, 403, /Je werkaccount gaf geen toestemming/);
  });

  it('leads to the desk and nowhere else, whatever stands in an address', async () => {
    const evil = 'https://evil.example/';
    const names = [
      'next',
      'return',
      'returnTo',
      'redirect',
      'redirect_uri',
      'target_link_uri',
      'url',
      'RelayState',
    ];
    const asked = new URLSearchParams(names.map((name) => [name, evil])).toString();
    const refused = await new DeskBrowser(stage).ask('GET', `oidc?${asked}`);
    assert.equal(refused.status, 400);
    assert.equal(header(refused, 'location'), null);
    const browser = new DeskBrowser(stage);
    const path = await comesBackTo(browser);
    const answer = await browser.ask('GET', `${path}&${asked}`, {
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Referer: evil },
    });
    assert.equal(header(answer, 'location'), `${address}/desk`);
    const started = await new DeskBrowser(stage).ask('GET', 'oidc', {
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
    });
    assert.equal(
      new URL(header(started, 'location')!).searchParams.get('redirect_uri'),
      `${address}/v1/desk/oidc/callback`,
    );
  });

  it('begins a session of another name, and ends the one that the browser had', async () => {
    const browser = new DeskBrowser(stage);
    const emergency = new DeskBrowser(stage, stage.appWith({ hasLoginLinks: true }));
    await emergency.logsInAs(await addStaffOnStage(stage, 'sam@corporatie.example'));
    for (const [name, value] of emergency.cookies) browser.cookies.set(name, value);
    const earlier = browser.cookies.get(sessionCookie)!;
    const path = await comesBackTo(browser);
    // A browser keeps a Strict cookie to itself on the way back from another site.
    browser.cookies.delete(sessionCookie);
    await browser.ask('GET', path);
    assert.notEqual(browser.cookies.get(sessionCookie), earlier);
    const old = new DeskBrowser(stage);
    old.cookies.set(sessionCookie, earlier);
    assert.equal((await old.whoAmI()).status, 401);

    const planted = new DeskBrowser(stage);
    planted.cookies.set(sessionCookie, 'planted');
    await logsIn(planted);
    assert.notEqual(planted.cookies.get(sessionCookie), 'planted');
  });

  it('is not for pages of other sites', async () => {
    const answer = await new DeskBrowser(stage).ask('GET', 'oidc', {
      headers: { Origin: 'https://evil.example' },
    });
    assert.equal(answer.status, 403);
  });

  it('stands in no log: no code, no token, no secret', async () => {
    const lines: string[] = [];
    const log = mock.method(console, 'error', (...parts: unknown[]) =>
      lines.push(parts.map(String).join(' ')),
    );
    // A second later each time, so that the log leaves nothing out.
    let now = performance.now();
    const time = mock.method(performance, 'now', () => (now += 2000));
    try {
      const paths: string[] = [];
      const tampers = [
        undefined,
        withClaims(() => ({ aud: 'another' })),
        withClaims(() => ({ nonce: 'another' })),
        (token: string) => `${token.slice(0, -8)}AAAAAAAA`,
        () => 'token',
        (token: string) => `${token.split('.')[0]}.${token.split('.')[1]}`,
        (token: string) => `${token.split('.')[1]}.${token.split('.')[1]}.x`,
      ];
      for (const tamper of tampers) {
        provider.tamper = tamper;
        const browser = new DeskBrowser(stage);
        paths.push(await comesBackTo(browser));
        await browser.ask('GET', paths.at(-1)!);
        await browser.ask('GET', paths.at(-1)!);
      }
      const guessing = new DeskBrowser(stage);
      const path = (await comesBackTo(guessing)).replace(/code=[^&]+/, 'code=guessed-code');
      paths.push(path);
      await guessing.ask('GET', path);
      assert.match(lines[0] ?? '', /failed \(refused\): .*"aud" \(audience\)/);
      const all = lines.join('\n');
      for (const each of paths)
        for (const name of ['code', 'state']) {
          const value = new URL(each, address).searchParams.get(name)!;
          assert.ok(!all.includes(value), name);
        }
      const [, claims = '', signature = ''] = provider.lastToken.split('.');
      for (const part of [claims, signature, clientSecret, email]) assert.ok(!all.includes(part));
    } finally {
      log.mock.restore();
      time.mock.restore();
    }
  });

  it('is forgotten with the session', async () => {
    const browser = new DeskBrowser(stage);
    await logsIn(browser);
    later(60);
    await erase(stage.store, stage.now);
    assert.deepEqual(await stage.store.db.selectFrom('desk_session').select('id_token').execute(), []);
    assert.deepEqual(await stage.store.db.selectFrom('finished_login').selectAll().execute(), []);
  });
});

describe('An identity provider that does not answer', () => {
  it('lets the server start, is said in words, and is found when it is back', async () => {
    const passing = await IdentityProvider.start();
    await passing.stop();
    const app = stage.appWith({ oidc: settingsFor(passing) });
    const browser = new DeskBrowser(stage, app);
    await stayedOut(browser, await browser.ask('GET', 'oidc'), 503, /Inloggen kan nu even niet/);
    const back = await IdentityProvider.start(address, { port: Number(new URL(passing.issuer).port) });
    try {
      back.people.set('noor', noor);
      assert.equal((await browser.ask('GET', await comesBackTo(browser, back))).status, 303);
      assert.deepEqual(await roles(browser), ['moderator']);
      const path = await comesBackTo(browser, back);
      await back.stop();
      browser.cookies.delete(sessionCookie);
      await stage.store.db.deleteFrom('desk_session').execute();
      await stayedOut(browser, await browser.ask('GET', path), 503, /Inloggen kan nu even niet/);
    } finally {
      await back.stop();
    }
  });

  it('is also one that says it is another', async () => {
    const app = stage.appWith({ oidc: settingsFor({ issuer: `${provider.issuer}/other` }) });
    const browser = new DeskBrowser(stage, app);
    await stayedOut(browser, await browser.ask('GET', 'oidc'), 503, /Inloggen kan nu even niet/);
  });
});

describe('How staff can log in', () => {
  const options = async (app = stage.app) => (await app.request('/v1/desk/login-options')).json();

  it('is said to whoever asks', async () => {
    assert.deepEqual(await options(), { links: false, oidc: { name: new URL(provider.issuer).host } });
    const both = stage.appWith({ hasLoginLinks: true });
    assert.deepEqual(await options(both), { links: true, oidc: { name: new URL(provider.issuer).host } });
    const without = stage.appWith({ oidc: undefined });
    assert.deepEqual(await options(without), { links: true, oidc: null });
    for (const path of ['oidc', 'oidc/callback'])
      assert.equal((await without.request(`/v1/desk/${path}`)).status, 404);
  });

  it('is not with a link where there is an identity provider, also one that was made before', async () => {
    const id = await addStaffOnStage(stage, email);
    const browser = new DeskBrowser(stage);
    const refused = await browser.ask('POST', 'login-links', { body: { email } });
    assert.equal(refused.status, 403);
    assert.match(((await refused.json()) as { type: string }).type, /:login-links-off$/);
    assert.deepEqual(await stage.store.db.selectFrom('mail').select('id').execute(), []);
    const emergency = new DeskBrowser(stage, stage.appWith({ hasLoginLinks: true }));
    assert.equal((await emergency.ask('POST', 'login-links', { body: { email } })).status, 202);
    const link = await browser.logsInAs(id);
    assert.equal(link.status, 403);
    assert.match(((await link.json()) as { type: string }).type, /:login-links-off$/);
    assert.equal((await browser.whoAmI()).status, 401);
    assert.equal((await emergency.logsInAs(id)).status, 201);
  });

  it('is used up by nobody while links are off', async () => {
    const id = await addStaffOnStage(stage, email);
    const token = (await createLoginLink(stage.store.db, id, stage.now))!;
    assert.equal((await new DeskBrowser(stage).logsIn(token)).status, 403);
    const emergency = new DeskBrowser(stage, stage.appWith({ hasLoginLinks: true }));
    assert.equal((await emergency.logsIn(token)).status, 201);
  });
});

describe('The settings', () => {
  const sound = {
    ...{ OIDC_ISSUER: 'https://login.example.nl/realms/corporatie', OIDC_CLIENT_ID: 'buurt' },
    ...{
      OIDC_ROLES: 'groups=participatie:moderator, groups=beheer:admin',
      PUBLIC_URL: 'https://buurt.example.nl',
    },
  };
  const wrong = (own: Readonly<Record<string, string>>, bare: Readonly<Record<string, string>> = sound) => {
    try {
      parseConfig({ ...bare, ...own });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('are read, and turn off links', () => {
    const { oidc, hasLoginLinks } = parseConfig(sound);
    assert.deepEqual(
      oidc?.roles.map(({ value }) => value),
      ['participatie', 'beheer'],
    );
    assert.equal(oidc.scope, 'openid profile email');
    assert.equal(hasLoginLinks, false);
    assert.equal(parseConfig({ ...sound, LOGIN_LINKS: 'yes' }).hasLoginLinks, true);
    assert.equal(parseConfig({}).hasLoginLinks, true);
  });

  it('say what is wrong with them', () => {
    assert.match(wrong({ OIDC_ISSUER: 'http://login.example.nl' }), /^OIDC_ISSUER must look like https:/);
    assert.match(
      wrong({ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }),
      /of every organisation/,
    );
    assert.match(
      wrong({ OIDC_ROLES: 'groups=x:boss' }),
      /^OIDC_ROLES has "groups=x:boss"; each must look like/,
    );
    assert.match(wrong({ OIDC_ROLES: 'groups=x:residents' }), /^OIDC_ROLES has/);
    assert.match(wrong({ OIDC_ROLES: ',' }), /^OIDC_ROLES is empty/);
    assert.match(wrong({ OIDC_SCOPE: 'profile' }), /^OIDC_SCOPE must have openid/);
    assert.match(wrong({ LOGIN_LINKS: 'on' }), /^LOGIN_LINKS must be yes or no/);
    assert.match(wrong({ LOGIN_LINKS: 'no' }, {}), /^LOGIN_LINKS can be no only with OIDC_ISSUER/);
    assert.match(wrong({ OIDC_CLIENT_ID: 'buurt' }, {}), /^OIDC_ISSUER is needed with OIDC_CLIENT_ID/);
    const alone = wrong({ OIDC_ISSUER: sound.OIDC_ISSUER }, {})
      .split('\n')
      .map((line) => line.split(' ')[0]);
    assert.deepEqual(alone.toSorted(), ['OIDC_CLIENT_ID', 'OIDC_ROLES', 'PUBLIC_URL']);
  });
});
