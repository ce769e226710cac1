import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { ideaFields, type IdeaFieldName } from '@buurt/domain/ideas/settings.js';
import { erase } from '../../packages/server/src/db/retention.queries.js';
import { OperatorOnStage } from './operator-stage.js';
import { anIdea, buurtCode, Stage } from './stage.js';

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
beforeEach(() => stage.clear({ moderated: true }));

interface Receipt {
  readonly id: string;
  readonly reference: string;
  readonly ownerKey: string;
}
const contact = { name: 'Samira', email: 'samira@voorbeeld.nl' };
const handedIn = async (idea: object = {}): Promise<Receipt> =>
  (await (await stage.handIn({ ...anIdea, ...contact, ...idea })).json()) as Receipt;
const isShown = async ({ id }: Receipt) => (await stage.get(`/initiatives/${id}`)).status === 200;
const inList = async () =>
  ((await (await stage.get(`/buurten/${buurtCode}/initiatives`)).json()) as { total: number }).total;
const ownIdea = async ({ id, ownerKey }: Receipt) =>
  (await (await stage.get(`/ideas/${id}`, { Authorization: `Bearer ${ownerKey}` })).json()) as {
    state: string;
    title: string;
    hiddenPhotos: object[];
    reason?: string;
  };

describe('An operator who decides about ideas', () => {
  it('publishes one, and from then on everybody sees it', async () => {
    const receipt = await handedIn();
    assert.equal(await isShown(receipt), false);
    const { exitCode, out } = await operator.types('ideas', 'publish', receipt.reference);
    assert.equal(exitCode, 0);
    assert.equal(out, `${receipt.reference} ${anIdea.title}: published, was waiting.\n`);
    assert.equal(await isShown(receipt), true);
    assert.equal(await inList(), 1);
    assert.equal((await ownIdea(receipt)).state, 'published');
  });

  it('can name it as it was read aloud, or by its id, and several at once', async () => {
    const [one, other, third] = [await handedIn(), await handedIn(), await handedIn()];
    const spoken = one.reference.toLowerCase().replace('-', ' ');
    const { exitCode } = await operator.types(
      'ideas',
      'publish',
      spoken,
      other.id,
      third.reference.replace('-', ''),
    );
    assert.equal(exitCode, 0);
    assert.equal(await inList(), 3);
  });

  it('declines one with a reason that its maker reads, and nobody else sees it', async () => {
    const receipt = await handedIn();
    await operator.types(
      'ideas',
      'decline',
      receipt.reference,
      '--reason',
      'Er staat een telefoonnummer in.',
    );
    assert.equal(await isShown(receipt), false);
    const { state, reason } = await ownIdea(receipt);
    assert.deepEqual([state, reason], ['declined', 'Er staat een telefoonnummer in.']);
  });

  it('corrects a typing error, which its maker sees, and hears when nothing was another', async () => {
    const receipt = await handedIn();
    const correct = () =>
      operator.types('ideas', 'correct', receipt.reference, '--title', 'Een lange tafel!');
    const { exitCode, out } = await correct();
    assert.deepEqual([exitCode, out], [0, `${receipt.reference} Een lange tafel!: corrected.\n`]);
    assert.equal((await ownIdea(receipt)).title, 'Een lange tafel!');
    assert.equal((await correct()).out, `${receipt.reference} Een lange tafel!: was so already.\n`);
    const wrong = await operator.types('ideas', 'correct', receipt.reference, '--title', 'x');
    assert.equal(wrong.exitCode, 1);
    assert.match(wrong.err, /title: too-short/);
    assert.match((await operator.types('ideas', 'correct', receipt.reference)).err, /--title or --story/);
  });

  it('hides a photo by its address, which its maker reads, and shows it again', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
      .jpeg()
      .toBuffer();
    const { id, sources } = await (await stage.upload(photo)).json();
    const receipt = await handedIn({ photos: [{ id, alt: 'Een plein' }] });
    const hide = () => operator.types('ideas', 'hide-photo', sources[0].url, '--reason', 'Een kind.');
    const { exitCode, out } = await hide();
    assert.deepEqual([exitCode, out], [0, `${receipt.reference} photo Een plein: hidden.\n`]);
    assert.equal((await hide()).out, `${receipt.reference} photo Een plein: was hidden already.\n`);
    assert.deepEqual((await ownIdea(receipt)).hiddenPhotos, [{ alt: 'Een plein', reason: 'Een kind.' }]);
    const read = await operator.types('ideas', 'show', receipt.reference);
    assert.match(read.out, new RegExp(`photo: +${String(id)} Een plein hidden: Een kind\\.`));
    assert.equal(
      (await operator.types('ideas', 'show-photo', id)).out,
      `${receipt.reference} photo Een plein: shown.\n`,
    );
    assert.deepEqual((await ownIdea(receipt)).hiddenPhotos, []);
    assert.match((await operator.types('ideas', 'show-photo', 'bankje.jpg')).err, /address or the id/);
  });

  it('hides one that was on the site, and puts it back as it was', async () => {
    const receipt = await handedIn();
    await operator.types('ideas', 'publish', receipt.reference);
    const publishedAt = async () =>
      ((await (await stage.get(`/initiatives/${receipt.id}`)).json()) as { publishedAt: string }).publishedAt;
    const first = await publishedAt();
    await operator.types('ideas', 'hide', receipt.reference, '--reason', 'Er staat een naam in.');
    assert.equal(await isShown(receipt), false);
    assert.equal(await inList(), 0);
    await operator.types('ideas', 'publish', receipt.reference);
    assert.equal(await publishedAt(), first);
    assert.equal((await ownIdea(receipt)).reason, undefined);
  });

  it('changes nothing when one of the numbers is wrong', async () => {
    const receipt = await handedIn();
    const { exitCode, err } = await operator.types('ideas', 'publish', receipt.reference, 'ZZZ-ZZZ', 'nope');
    assert.equal(exitCode, 1);
    assert.equal(err, 'There is no idea ZZZ-ZZZ, nope. Nothing was changed.\n');
    assert.equal(await isShown(receipt), false);
  });

  for (const order of ['decline', 'hide'])
    it(`must give a reason to ${order} one`, async () => {
      const receipt = await handedIn();
      assert.equal((await operator.types('ideas', order, receipt.reference)).exitCode, 2);
      const { exitCode, err } = await operator.types('ideas', order, receipt.reference, '--reason', '  ');
      assert.equal(exitCode, 2);
      assert.match(err, /Give a reason in words\.\n$/);
      assert.equal((await ownIdea(receipt)).state, 'waiting');
    });

  it('sets the clock running after which contact data of a refused idea is erased', async () => {
    const [declined, published] = [await handedIn(), await handedIn()];
    await operator.types('ideas', 'decline', declined.reference, '--reason', 'Past hier niet.');
    await operator.types('ideas', 'publish', published.reference);
    const yearLater = new Date(stage.now.getTime() + 366 * 24 * 60 * 60 * 1000);
    await erase(stage.store, yearLater);
    const left = await stage.store.db.selectFrom('contact').select('initiative_id').execute();
    assert.deepEqual(left, [{ initiative_id: published.id }]);
  });
});

describe('An operator who reads ideas', () => {
  it('sees them newest first, of one state or buurt when asked', async () => {
    await stage.addBuurt('BU9999AA02', 'Molenbuurt');
    await stage.addInitiative({ title: 'Oud bankje', publishedAt: new Date('2025-01-01T12:00:00Z') });
    await stage.addInitiative({ title: 'Nieuwe schommel', buurt: 'BU9999AA02' });
    await handedIn({ title: 'Wacht nog even' });
    const titles = async (...options: string[]) =>
      [
        ...(await operator.types('ideas', 'list', ...options)).out.matchAll(
          /Oud bankje|Nieuwe schommel|Wacht nog even/g,
        ),
      ].map(([title]) => title);
    assert.equal((await titles()).at(-1), 'Oud bankje');
    assert.equal((await titles()).length, 3);
    assert.deepEqual(await titles('--state', 'waiting'), ['Wacht nog even']);
    assert.deepEqual(await titles('--buurt', 'molenbuurt'), ['Nieuwe schommel']);
    assert.deepEqual(await titles('--buurt', 'BU9999AA02', '--state', 'declined'), []);
    assert.match(
      (await operator.types('ideas', 'list', '--limit', '1')).out,
      /The newest 1 of 3; --limit shows more\.\n$/,
    );
  });

  it('hears which buurten there are not, and which states there are', async () => {
    const strange = await operator.types('ideas', 'list', '--buurt', 'Nergens');
    assert.equal(strange.exitCode, 1);
    assert.equal(strange.err, 'There is no buurt Nergens. Give its code (such as BU0363AA01) or its name.\n');
    const state = await operator.types('ideas', 'list', '--state', 'odd');
    assert.equal(state.exitCode, 2);
    assert.match(state.err, /Allowed choices are waiting, published, declined, hidden/);
  });

  it('is asked for a code when two buurten have one name', async () => {
    await stage.addBuurt('BU9999AA02', 'Lindenkwartier');
    const { err } = await operator.types('ideas', 'list', '--buurt', 'Lindenkwartier');
    assert.equal(
      err,
      'More than one buurt is called Lindenkwartier: give a code, such as BU9999AA01, BU9999AA02.\n',
    );
  });

  it('sees a hostile text as text: it cannot steer his terminal', async () => {
    const title = 'Weg\u001b[2J\u001b]0;x\u0007 met \u202edeze\u2066 regels';
    const story = 'Een\u001b[31m\ntwee\r\ndrie en nog wat';
    const { reference } = await handedIn({ title, story });
    for (const command of ['list', 'show']) {
      const { out } = await operator.types('ideas', command, ...(command === 'show' ? [reference] : []));
      assert.doesNotMatch(out.replaceAll('\n', ''), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      assert.match(out, /Weg \[2J \]0;x/);
    }
  });

  it('sees who made an idea only when he asks for it', async () => {
    const { reference } = await handedIn();
    const plain = (await operator.types('ideas', 'show', reference)).out;
    assert.match(plain, /Een lange tafel op het plein/);
    assert.doesNotMatch(plain, /samira/i);
    const full = (await operator.types('ideas', 'show', reference, '--with-contact')).out;
    assert.match(full, /Samira/);
    assert.match(full, /samira@voorbeeld\.nl/);
  });
});

/** Of each field that the form can ask: an answer, and how it is read on the screen, in the file and on the site. */
const everyField: Readonly<
  Record<
    Exclude<IdeaFieldName, 'photos'>,
    readonly [answer: unknown, screen: string, file: string, site?: string]
  >
> = {
  title: ['Een pluktuin', 'Een pluktuin', 'Een pluktuin', 'Een pluktuin'],
  story: ['Bessen voor iedereen.', 'Bessen voor iedereen.', 'Bessen voor iedereen.', 'Bessen voor iedereen.'],
  theme: ['green', 'green', 'Groen en natuur', '"green"'],
  place: [
    { lat: 52.005, lon: 5.005, address: 'Lindenlaan 12' },
    'Lindenlaan 12',
    'Lindenlaan 12',
    'Lindenlaan 12',
  ],
  assets: ['Er ligt al aarde', 'Er ligt al aarde', 'Er ligt al aarde', 'Er ligt al aarde'],
  joiners: ['De bakker', 'De bakker', 'De bakker', 'De bakker'],
  needs: [['tools'], 'tools', 'spullen', '"needs":["tools"]'],
  // What the initiator brings is for the operator only.
  offers: [['space'], 'space', 'ruimte'],
  cost: [{ minCents: 111_00, maxCents: 333_00 }, '333,00', ';111;333;', '"maxCents":33300'],
  name: ['Noor van Dam', 'Noor van Dam', 'Noor van Dam', 'Noor van Dam'],
  email: ['noor@voorbeeld.nl', 'noor@voorbeeld.nl', 'noor@voorbeeld.nl'],
  phone: ['06 12345678', '06 12345678', '06 12345678'],
};

describe('An operator who reads an idea in which everything is filled in', () => {
  it('sees every field, on the screen and in the file, and neighbours see those that are theirs', async () => {
    await stage.clear({ moderated: true, fields: ideaFields.map((name) => ({ name, required: false })) });
    const given = Object.fromEntries(Object.entries(everyField).map(([name, [answer]]) => [name, answer]));
    const { id, reference } = await handedIn(given);
    const screen = (await operator.types('ideas', 'show', reference, '--with-contact')).out;
    const file = (await operator.types('export', 'ideas', '--csv', '--with-contact')).out;
    await operator.types('ideas', 'publish', reference);
    const site = await (await stage.get(`/initiatives/${id}`)).text();
    for (const [name, [, onScreen, inFile, onSite]] of Object.entries(everyField)) {
      assert.ok(screen.includes(onScreen), `${name} on the screen`);
      assert.ok(file.includes(inFile), `${name} in the file`);
      if (onSite !== undefined) assert.ok(site.includes(onSite), `${name} on the site`);
    }
  });
});

describe('An operator who exports ideas', () => {
  const headsOf = (csv: string) => csv.slice(1).split('\r\n')[0]!.replaceAll('"', '').split(';');

  it('gets them as Dutch Excel wants them, without contact data', async () => {
    await handedIn({
      story: '=HYPERLINK("http://evil.example")',
      cost: { minCents: 12_345, maxCents: 20_000 },
    });
    const { exitCode, out } = await operator.types('export', 'ideas', '--csv');
    assert.equal(exitCode, 0);
    assert.equal(out[0], '\ufeff');
    assert.equal(out.split('\r\n').length, 3);
    assert.match(out, /;"'=HYPERLINK\(""http:\/\/evil\.example""\)";/);
    assert.match(out, /;123,45;200;/);
    assert.doesNotMatch(out, /samira/i);
    assert.deepEqual(
      headsOf(out).filter((head) => ['naam', 'e-mail', 'telefoon'].includes(head)),
      [],
    );
  });

  it('gets contact data when he asks for it', async () => {
    await handedIn();
    const { out } = await operator.types('export', 'ideas', '--csv', '--with-contact');
    assert.deepEqual(headsOf(out).slice(-3), ['naam', 'e-mail', 'telefoon']);
    assert.match(out, /"Samira";"samira@voorbeeld\.nl";\r\n$/);
  });

  it('can write a file that only he can read', async () => {
    await handedIn();
    const { exitCode, out } = await operator.types('export', 'ideas', '--csv', '--out', 'ideeen.csv');
    assert.equal(exitCode, 0);
    const path = join(operator.folder, 'ideeen.csv');
    assert.equal(out, `1 idea written to ${path}.\n`);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.equal(await readFile(path, 'utf8'), (await operator.types('export', 'ideas', '--csv')).out);
  });

  it('hears it in one line when the file cannot be written', async () => {
    const { exitCode, err } = await operator.types('export', 'ideas', '--csv', '--out', 'no/such/folder.csv');
    assert.equal(exitCode, 1);
    assert.match(err, /folder\.csv: there is no such file or folder\.\n$/);
  });

  it('gets every idea once, also of more than one page', async () => {
    await stage.store.db
      .insertInto('initiative')
      .columns(['id', 'buurt_code', 'reference', 'title', 'story', 'created_at', 'updated_at'])
      .expression((eb) =>
        eb
          .selectFrom((from) =>
            from.fn<{ n: number }>('generate_series', [from.lit(1), from.lit(1201)]).as<'n'>('n'),
          )
          .select((select) => [
            select.fn<string>('gen_random_uuid').as('id'),
            select.val(buurtCode).as('buurt_code'),
            select.cast<string>('n', 'text').as('reference'),
            select.val('Titel').as('title'),
            select.val('Verhaal').as('story'),
            select.val(stage.now).as('created_at'),
            select.val(stage.now).as('updated_at'),
          ]),
      )
      .execute();
    const { out } = await operator.types('export', 'ideas', '--csv');
    const references = out
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(';')[0]);
    assert.equal(new Set(references).size, 1201);
    assert.equal(references.length, 1201);
  });
});
