import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { OperatorOnStage } from '../operator-stage.js';
import { buurtCode, Stage } from '../stage.js';
import { sentMails } from '../sent-mails.js';

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

const table = [
  'kenmerk;titel;verhaal;buurtcode;thema;breedtegraad;lengtegraad;adres;ingediend;e-mail',
  `17;Bankje bij de vijver;Er is nu geen plek om te zitten.;${buurtCode};Groen en natuur;52,005;5,005;Bij de vijver;23-10-2025 10:05;sam@voorbeeld.nl`,
  `18;Kleedjesmarkt;"Elke maand; op het plein.";Lindenkwartier;;;;;2025-11-01;`,
  `19;;Zonder titel;${buurtCode};;;;;;`,
  `20;Fontein;;${buurtCode};Ruimtevaart;;;;;`,
  `21;Brug;;${buurtCode};;53,5;5,005;;;`,
  `22;Boom;;Nergensbuurt;;;;;;`,
  `23;Later;;${buurtCode};;;;;31-12-2031;`,
].join('\r\n');

const imports = async (text: string, ...more: string[]) =>
  operator.types(
    'imports',
    'ideas',
    await operator.saves('ideeen.csv', text),
    '--name',
    'vorig platform',
    ...more,
  );
const waiting = () =>
  stage.store.db
    .selectFrom('initiative')
    .leftJoin('contact', 'contact.initiative_id', 'initiative.id')
    .select(['title', 'story', 'theme', 'review', 'lat', 'address', 'initiative.created_at', 'email'])
    .orderBy('title')
    .execute();

describe('Ideas of another system', () => {
  it('come in row by row, and each that is refused is named with its reason', async () => {
    const { exitCode, out, err } = await imports(table);
    assert.equal(exitCode, 1);
    assert.equal(
      out,
      '2 ideas came in as vorig platform and wait at the desk; 0 were here already, 5 refused. Nobody was mailed.\n',
    );
    const lines = err.split('\n');
    assert.match(lines[0]!, /^Row 4 is refused: it has no title\.$/);
    assert.match(
      lines[1]!,
      /^Row 5 is refused: there is no theme Ruimtevaart in its buurt; there are .*Groen/,
    );
    assert.match(lines[2]!, /^Row 6 is refused: its place is outside of its buurt\.$/);
    assert.match(lines[3]!, /^Row 7 is refused: there is no buurt Nergensbuurt here\.$/);
    assert.match(lines[4]!, /^Row 8 is refused: "31-12-2031" is in the future\.$/);
    const [bench, market] = await waiting();
    assert.deepEqual(
      { ...bench, created_at: bench!.created_at.toISOString() },
      {
        ...{ title: 'Bankje bij de vijver', story: 'Er is nu geen plek om te zitten.', theme: 'green' },
        ...{ review: 'waiting', lat: 52.005, address: 'Bij de vijver', email: null },
        created_at: '2025-10-23T08:05:00.000Z',
      },
    );
    assert.equal(market!.story, 'Elke maand; op het plein.');
    assert.deepEqual(await sentMails(stage, { publicUrl: 'https://buurt.example.nl' }), []);
  });

  it('come in once, also when the file is brought in again with a row more', async () => {
    await imports(table);
    const { out } = await imports(`${table}\r\n24;Nestkasten;;${buurtCode};;;;;;`);
    assert.match(
      out,
      /^1 idea came in as vorig platform and wait at the desk; 2 were here already, 5 refused/,
    );
    assert.equal((await waiting()).length, 3);
  });

  it('of one number twice in a file come in once, and the second row is named', async () => {
    const { exitCode, out, err } = await imports(
      'kenmerk;titel;buurt\n7;Boom;Lindenkwartier\n7;Nog een boom;Lindenkwartier\n',
    );
    assert.equal(exitCode, 1);
    assert.equal(err, 'Row 3 is refused: its number 7 stands in row 2 too.\n');
    assert.match(out, /^1 idea came in/);
    assert.deepEqual(
      (await waiting()).map(({ title }) => title),
      ['Boom'],
    );
  });

  it('are shown first with --preview, which changes nothing', async () => {
    const { out } = await imports(table, '--preview');
    assert.match(out, /Bankje bij de vijver +green +on the map/);
    assert.match(
      out,
      /2 ideas would come in, 0 of this import are here already, 5 refused\. Nothing was changed\.\n$/,
    );
    assert.deepEqual(await waiting(), []);
  });

  it('are on the site at once when that is asked, with contact data only when that is asked, and mail no follower', async () => {
    await imports(table, '--published', '--with-contact');
    const list = (await (await stage.get(`/buurten/${buurtCode}/initiatives`)).json()) as {
      initiatives: { title: string }[];
    };
    assert.deepEqual(list.initiatives.map(({ title }) => title).sort(), [
      'Bankje bij de vijver',
      'Kleedjesmarkt',
    ]);
    assert.equal((await waiting())[0]!.email, 'sam@voorbeeld.nl');
    assert.deepEqual(await sentMails(stage, { publicUrl: 'https://buurt.example.nl' }), []);
    const acts = await operator.types('acts', 'list');
    assert.equal(acts.out.match(/idea\.imported/g)?.length, 2);
  });

  it('are read with the headings of other platforms, of the one buurt that the operator names', async () => {
    const { exitCode, out } = await imports(
      'id,title,description,lat,lng,createdAt\n5,Soup for all,Every Friday,52.005,5.005,2025-03-01T10:00:00Z\n',
      '--buurt',
      'Lindenkwartier',
    );
    assert.deepEqual([exitCode, out.slice(0, 14)], [0, '1 idea came in']);
    assert.equal((await waiting())[0]!.created_at.toISOString(), '2025-03-01T10:00:00.000Z');
  });

  it('of a file without a title are refused with what it has', async () => {
    const { exitCode, err } = await imports('naam;plaats\nSam;hier\n');
    assert.equal(exitCode, 1);
    assert.match(err, /has no column titel or title\. It has: naam, plaats\. Nothing was changed/);
  });

  it('are taken back all at once, after saying with how many somebody did something', async () => {
    await imports(table, '--published');
    await stage.addInitiative({ title: 'Van de site zelf' });
    const { id } = await stage.store.db
      .selectFrom('initiative')
      .select('id')
      .where('title', '=', 'Kleedjesmarkt')
      .executeTakeFirstOrThrow();
    await stage.store.db
      .insertInto('support')
      .values({ initiative_id: id, browser_key_hash: 'x', created_at: stage.now })
      .execute();
    assert.match((await operator.types('imports', 'list')).out, /vorig platform +2 +1/);
    const asked = await operator.types('imports', 'undo', 'vorig platform');
    assert.match(asked.err, /2 ideas of vorig platform would be gone for good\. With 1 of them/);
    assert.equal((await waiting()).length, 3);
    const done = await operator.types('imports', 'undo', 'vorig platform', '--yes');
    assert.equal(done.out, '2 ideas of vorig platform were erased.\n');
    assert.deepEqual(
      (await waiting()).map(({ title }) => title),
      ['Van de site zelf'],
    );
    assert.match(
      (await operator.types('imports', 'undo', 'vorig platform', '--yes')).err,
      /There is no import/,
    );
  });
});
