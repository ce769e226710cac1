import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { examine, type Finding } from '../../../packages/server/src/cli/doctor.commands.js';
import { serve, type Serving } from '../../../packages/server/src/http/serve.js';
import { secretFor } from '../../../packages/server/src/secrets/server-secret.js';
import { OperatorOnStage } from '../operator-stage.js';
import { secret, Stage } from '../stage.js';
import { widgetsFolder } from '../widgets-folder.js';

let stage: Stage;
let serving: Serving;
let dataDir: string;
const widgets = widgetsFolder();
before(async () => {
  stage = await Stage.open();
  stage.now = new Date();
  dataDir = await mkdtemp(join(tmpdir(), 'buurt-doctor-'));
  await secretFor(stage.store, { secret, dataDir, databaseUrl: undefined });
  serving = await serve(Promise.resolve(stage.app), 0, '127.0.0.1');
});
after(async () => {
  await serving.stop();
  await stage.close();
  await rm(dataDir, { recursive: true });
  widgets.remove();
});

const here = () => `http://127.0.0.1:${String(serving.port)}`;
const sound = (): Record<string, string> => ({
  DATA_DIR: dataDir,
  SERVER_SECRET: secret,
  WIDGETS_DIR: widgets.path,
  PUBLIC_URL: here(),
  ALLOWED_ORIGINS: 'https://www.example.nl',
});

/** What is found with these settings, but what is as it should be. */
async function found(own: Record<string, string>, clock = () => new Date()): Promise<Finding[]> {
  const all = await examine(stage.store, { ...sound(), ...own }, clock);
  return all.filter(({ level }) => level !== 'ok');
}
const mailsNowhere: Finding = {
  level: 'look',
  text: 'SMTP_URL is not set: mails become files in DATA_DIR/outbox, and reach nobody.',
};

describe('A set-up that is looked at', () => {
  it('is sound when all is as it should be, line by line', async () => {
    const all = await examine(stage.store, sound(), () => new Date());
    assert.deepEqual(
      all.map(({ level, text }) => `${level} ${text.split(/[ ,.]/, 3).join(' ')}`),
      [
        'ok The database answers',
        'ok The extension pg_trgm',
        'ok The tables are',
        'ok The secret is',
        'ok The clocks of',
        `ok ${dataDir} has room`,
        'ok The widgets in',
        `ok ${here().split('.').slice(0, 3).join(' ')}`,
        'ok TRUST_PROXY is 0:',
        'look SMTP_URL is not',
      ],
    );
  });

  it('is wrong with another secret, which its public address notices too', async () => {
    const [ofSecret, ofAddress, ...more] = await found({ SERVER_SECRET: secret.toUpperCase() });
    assert.equal(ofSecret!.level, 'wrong');
    assert.match(ofSecret!.text, /^The secret is not the one of this database/);
    assert.match(ofAddress!.text, /^Something else answers at .* or a server with another secret\./);
    assert.deepEqual(more, [mailsNowhere]);
  });

  it('is wrong when somebody else answers at its public address, and to be looked at when nobody does', async () => {
    const gone = await serve(Promise.resolve(stage.app), 0, '127.0.0.1');
    await gone.stop();
    const [nobody] = await found({ PUBLIC_URL: `http://127.0.0.1:${String(gone.port)}` });
    assert.equal(nobody!.level, 'look');
    assert.match(nobody!.text, /cannot be reached from this machine \(.*\)\. Try it from outside/);
    const [path] = await found({ PUBLIC_URL: `${here()}/elsewhere` });
    assert.equal(path!.level, 'wrong');
    assert.match(path!.text, /^Something else answers at .*\/elsewhere \(status 404\)/);
  });

  it('is told of what looks forgotten', async () => {
    const findings = await examine(
      stage.store,
      {
        DATA_DIR: join(dataDir, 'not-yet'),
        SERVER_SECRET: secret,
        WIDGETS_DIR: widgets.path,
        TRUSTPROXY: '1',
      },
      () => new Date(),
    );
    const texts = findings.filter(({ level }) => level === 'look').map(({ text }) => text);
    assert.deepEqual(
      texts.map((text) => text.split(' ', 4).join(' ')),
      [
        'PUBLIC_URL is not set:',
        'TRUSTPROXY is not known.',
        'ALLOWED_ORIGINS is not set:',
        'SMTP_URL is not set:',
      ],
    );
    const [behind] = (await found({ PUBLIC_URL: 'https://127.0.0.1:1' })).filter(({ text }) =>
      text.includes('TRUST_PROXY'),
    );
    assert.match(behind!.text, /but TRUST_PROXY is 0: all residents count as one caller/);
  });

  it('is wrong when the clocks differ by minutes', async () => {
    const [clocks] = await found({}, () => new Date(Date.now() + 120_000));
    assert.equal(clocks!.level, 'wrong');
    assert.match(
      clocks!.text,
      /differ by 1[12]\d seconds\. Votes open and close by the one of the database\./,
    );
    const [little] = await found({}, () => new Date(Date.now() - 20_000));
    assert.equal(little!.level, 'look');
  });

  it('is wrong when the tables are of a newer version', async () => {
    await sql`insert into kysely_migration values ('9999-later', '')`.execute(stage.store.db);
    const [tables] = await found({});
    assert.equal(tables!.level, 'wrong');
    assert.match(tables!.text, /^The tables are of a newer version \(step 9999-later\)/);
    await sql`delete from kysely_migration where name = '9999-later'`.execute(stage.store.db);
  });

  it('hears what the mail server says to its login', async () => {
    const mails = { MAIL_FROM: 'De Wetering <buurt@example.nl>' };
    const smtp = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ password }, _session, done) =>
        password === 'right' ? done(null, { user: 'buurt' }) : done(new Error('no such password')),
    });
    const listening = smtp.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    const url = (password: string) => `smtp://buurt:${password}@127.0.0.1:${String(port)}`;
    assert.deepEqual(await found({ ...mails, SMTP_URL: url('right') }), []);
    const [refused] = await found({ ...mails, SMTP_URL: url('wrong') });
    assert.equal(refused!.level, 'wrong');
    assert.match(
      refused!.text,
      /^The mail server 127\.0\.0\.1:\d+ does not take mails: .*no such password.* Mend SMTP_URL\.$/,
    );
    await new Promise<void>((closed) => smtp.close(() => closed()));
    const [away] = await found({ ...mails, SMTP_URL: url('right') });
    assert.match(away!.text, /does not take mails: .+\. Mend SMTP_URL\.$/);
  });

  it('is said in words by the command, which fails only for what is wrong', async () => {
    const operator = await OperatorOnStage.enter(stage.store, () => new Date());
    const before = { ...process.env };
    try {
      Object.assign(process.env, sound());
      const { exitCode, out } = await operator.types('doctor');
      assert.equal(exitCode, 0, out);
      assert.match(out, /^ok {5}The database answers\. It is PostgreSQL \d+/);
      assert.match(out, /\nlook {3}SMTP_URL is not set[^\n]+\n\nNothing is wrong\.\n$/);
      process.env['SERVER_SECRET'] = secret.toUpperCase();
      const ill = await operator.types('doctor');
      assert.equal(ill.exitCode, 1);
      assert.match(ill.out, /\nwrong {2}The secret is not the one[^]+\n2 things to mend\.\n$/);
    } finally {
      process.env = before;
      await operator.leave();
    }
  });
});
