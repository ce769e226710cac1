import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DeskBrowser } from '../desk-visitor.js';
import { OperatorOnStage } from '../operator-stage.js';
import { sentMails } from '../sent-mails.js';
import { buurtCode, Stage } from '../stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open();
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(() => stage.clear());

const email = 'noor@corporatie.example';
const invites = (...more: string[]) =>
  operator.types('staff', 'invite', 'Noor@Corporatie.example', '--name', 'Noor Bakker', ...more);

async function says(...argv: string[]): Promise<string> {
  const { exitCode, out, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
  return out;
}

async function refuses(sentence: RegExp, ...argv: string[]): Promise<void> {
  const { exitCode, err } = await operator.types(...argv);
  assert.notEqual(exitCode, 0);
  assert.match(err, sentence);
}

const acts = () =>
  stage.store.db
    .selectFrom('act')
    .select(['name', 'actor_kind', 'staff_name', 'buurt_code', 'detail'])
    .orderBy('id')
    .execute();

describe('The operator', () => {
  it('invites somebody, who gets a link by mail and logs in', async () => {
    assert.match(await says('staff', 'list'), /Nobody can log in yet/);
    const { exitCode, out, err } = await invites('--role', 'moderator', '--buurt', 'Lindenkwartier');
    assert.equal(exitCode, 0, err);
    assert.match(out, /^noor@corporatie\.example can log in, as moderator\./);
    const [mail, ...more] = await sentMails(stage, { publicUrl: 'https://buurt.example.nl' });
    assert.equal(more.length, 0);
    assert.match(mail!.text, /Je kunt nu inloggen op de werkplek/);
    const browser = new DeskBrowser(stage);
    assert.equal((await browser.logsIn(/#login=([\w-]{43})/.exec(mail!.text)![1]!)).status, 201);
    assert.match(await says('staff', 'list'), /^noor@\S+ +Noor Bakker .* moderator \(Lindenkwartier\)$/m);
    assert.deepEqual(await acts(), [
      {
        ...{ name: 'staff.invited', actor_kind: 'operator', staff_name: null, buurt_code: buurtCode },
        detail: { role: 'moderator' },
      },
    ]);
  });

  it('sends and prints no link where only an account of the organisation lets people in', async () => {
    const environment = {
      ...{ OIDC_ISSUER: 'https://login.example.nl', OIDC_CLIENT_ID: 'buurt', OIDC_ROLES: 'groups=a:admin' },
      PUBLIC_URL: 'https://buurt.example.nl',
    };
    const earlier = { ...process.env };
    Object.assign(process.env, environment);
    try {
      assert.match(
        await says('staff', 'invite', email, '--name', 'Noor', '--role', 'reader'),
        /No link goes out/,
      );
      await refuses(/LOGIN_LINKS=yes turns links on/, 'staff', 'link', email);
      const other = ['staff', 'invite', 'sam@corporatie.example', '--name', 'Sam', '--role', 'reader'];
      await refuses(/LOGIN_LINKS=yes turns links on/, ...other, '--print-link');
    } finally {
      process.env = earlier;
    }
    assert.deepEqual(await sentMails(stage, { publicUrl: 'https://buurt.example.nl' }), []);
    assert.deepEqual(
      (await acts()).map(({ name }) => name),
      ['staff.invited'],
    );
  });

  it('logs in with a link that is printed with the invitation, and no mail has one', async () => {
    const said = await says('staff', 'invite', email, '--name', 'Noor', '--role', 'reader', '--print-link');
    await new DeskBrowser(stage).logsIn(/#login=(\S+)/.exec(said)![1]!);
    assert.deepEqual(await sentMails(stage, { publicUrl: 'https://buurt.example.nl' }), []);
  });

  it('is told what cannot be', async () => {
    await invites('--role', 'reader');
    assert.match((await invites('--role', 'admin')).err, /can log in already/);
    const other = ['staff', 'invite', 'sam@corporatie.example', '--name', 'Sam', '--role'];
    await refuses(/in their own buurt only/, ...other, 'residents');
    await refuses(/There is no buurt/, ...other, 'reader', '--buurt', 'Nergens');
    await refuses(/Allowed choices/, ...other, 'boss');
    await refuses(
      /Give an e-mail address/,
      'staff',
      'invite',
      'Sam <a@b.nl>',
      '--name',
      'S',
      '--role',
      'reader',
    );
    await refuses(/Nobody here has the address/, 'staff', 'remove', 'sam@corporatie.example');
    await refuses(/Nobody here has the address/, 'staff', 'link', 'sam@corporatie.example');
    await refuses(/has no such role/, 'staff', 'roles', email, '--take', 'admin');
    await refuses(/has that role already/, 'staff', 'roles', email, '--give', 'reader');
    assert.equal((await acts()).length, 1);
  });

  it('gives and takes roles, which hold from the next request on', async () => {
    await invites('--role', 'reader');
    const browser = new DeskBrowser(stage);
    await browser.logsIn(/#login=(\S+)/.exec(await says('staff', 'link', email))![1]!);
    const roles = async () =>
      ((await (await browser.whoAmI()).json()).roles as { role: string }[]).map(({ role }) => role);
    assert.deepEqual(await roles(), ['reader']);
    assert.equal(
      await says('staff', 'roles', email, '--give', 'residents', '--buurt', buurtCode),
      'noor@corporatie.example: reader, residents (Lindenkwartier).\n',
    );
    assert.deepEqual(await roles(), ['reader', 'residents']);
    await says('staff', 'roles', email, '--take', 'reader');
    assert.deepEqual(await roles(), ['residents']);
    const changes = (await acts()).filter(({ name }) => name === 'staff.rolesChanged');
    assert.deepEqual(
      changes.map(({ detail }) => detail),
      [
        { role: 'residents', change: 'given' },
        { role: 'reader', change: 'taken' },
      ],
    );
  });

  it('prints a link that works once, and that one was made is kept', async () => {
    await invites('--role', 'admin');
    const printed = await says('staff', 'link', email);
    assert.match(printed, /^http:\/\/localhost:\d+\/desk#login=[\w-]{43}\n$/);
    const token = /#login=(\S+)/.exec(printed)![1]!;
    assert.equal((await new DeskBrowser(stage).logsIn(token)).status, 201);
    assert.equal((await new DeskBrowser(stage).logsIn(token)).status, 403);
    assert.deepEqual(
      (await acts()).map(({ name }) => name),
      ['staff.invited', 'staff.linkMade'],
    );
  });

  it('shuts somebody out at once, can have them back without what they had, and forgets them', async () => {
    await invites('--role', 'admin');
    const link = await says('staff', 'link', email);
    const browser = new DeskBrowser(stage);
    await browser.logsIn(/#login=(\S+)/.exec(await says('staff', 'link', email))![1]!);
    const refused = await operator.types('person', 'find', 'bakker');
    assert.match(refused.out, /erase: buurt staff remove "noor@corporatie\.example", and then buurt forget/);
    await says('forget', email);
    assert.equal((await browser.whoAmI()).status, 200, 'who works here can log in');
    assert.match(await says('staff', 'remove', email), /was removed\. 1 session ended\.\n/);
    assert.equal((await browser.whoAmI()).status, 401);
    assert.equal((await new DeskBrowser(stage).logsIn(/#login=(\S+)/.exec(link)![1]!)).status, 403);
    assert.match(await says('staff', 'list'), /Nobody can log in yet/);
    assert.equal((await invites('--role', 'reader')).exitCode, 0);
    assert.match(await says('staff', 'roles', email), /: reader\.\n/);
    assert.equal((await browser.whoAmI()).status, 401);
    await says('staff', 'remove', email);
    await says('forget', email);
    assert.deepEqual(await stage.store.db.selectFrom('staff').selectAll().execute(), []);
    assert.match(await says('person', 'find', 'bakker'), /^0 places/);
  });

  it('forgets who did what, which stays', async () => {
    await invites('--role', 'reader');
    const browser = new DeskBrowser(stage);
    await browser.logsIn(/#login=(\S+)/.exec(await says('staff', 'link', email))![1]!);
    await browser.ask('DELETE', 'sessions');
    const found = await says('person', 'find', 'bakker');
    assert.match(
      found,
      /^act \d+, staff_name: Noor Bakker\n {2}erase: buurt staff remove "noor@corporatie\.example", and/m,
    );
    await says('staff', 'remove', email);
    await says('forget', email);
    assert.match(await says('person', 'find', 'bakker'), /^0 places/);
    const { db } = stage.store;
    const ended = await db
      .selectFrom('act')
      .selectAll()
      .where('name', '=', 'session.ended')
      .executeTakeFirst();
    assert.deepEqual([ended?.actor_kind, ended?.staff_id, ended?.staff_name], ['staff', null, null]);
  });

  it('sees that somebody logged out everywhere', async () => {
    await invites('--role', 'reader');
    const browser = new DeskBrowser(stage);
    await browser.logsIn(/#login=(\S+)/.exec(await says('staff', 'link', email))![1]!);
    await browser.ask('DELETE', 'sessions');
    assert.deepEqual((await acts()).at(-1), {
      ...{ name: 'session.ended', actor_kind: 'staff', staff_name: 'Noor Bakker', buurt_code: null },
      detail: { sessions: 1 },
    });
  });
});
