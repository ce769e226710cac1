import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { defaultIdeaSettings, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { collection, feature, OperatorOnStage } from './operator-stage.js';
import { anIdea, buurtCode, Stage } from './stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open();
  operator = await OperatorOnStage.enter(stage.store);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(() => stage.clear({}));

const asked = async (): Promise<IdeaSettings> =>
  ((await (await stage.get(`/buurten/${buurtCode}/settings`)).json()) as { idea: IdeaSettings }).idea;
const sets = (...words: string[]) => operator.types('settings', 'set', buurtCode, ...words);
const question = {
  id: 'sleutel',
  step: 'you',
  kind: 'line',
  label: { nl: 'Heb je een sleutel?' },
  required: false,
  options: [],
  shown: true,
};

describe('An operator who changes what the form asks', () => {
  it('switches reading first off, and the next idea is shown at once', async () => {
    assert.equal((await sets('moderated', 'uit')).out, `${buurtCode} Lindenkwartier: moderated saved.\n`);
    const { state } = (await (await stage.handIn(anIdea)).json()) as { state: string };
    assert.equal(state, 'published');
    await sets('moderated', 'on');
    assert.equal((await asked()).moderated, true);
  });

  it('sets one thing of one field, and the other fields stay as they were', async () => {
    await sets('fields.place.required', 'yes');
    const expected = defaultIdeaSettings.fields.map((field) =>
      field.name === 'place' ? { ...field, required: true } : field,
    );
    assert.deepEqual((await asked()).fields, expected);
  });

  it('is refused a text that is longer than the contract says, and nothing is saved', async () => {
    const refuses = async (key: string, length: number, reason: string) => {
      const { exitCode, err } = await sets(key, 'é'.repeat(length));
      assert.deepEqual([exitCode, err], [1, `Not saved: ${reason}.\n`]);
    };
    await refuses('organisation.name', 201, '/organisation/name has more than 200 characters');
    await refuses('intro.nl', 2001, '/intro/nl has more than 2,000 characters');
    await refuses('themes.green.name.en', 2001, '/themes/0/name/en has more than 2,000 characters');
    assert.equal((await sets('intro.nl', 'é'.repeat(2000))).exitCode, 0);
    assert.equal((await asked()).organisation.name, '');
  });

  it('asks a field that was not asked', async () => {
    await sets('fields.phone.required', 'no');
    assert.deepEqual((await asked()).fields.at(-1), { name: 'phone', required: false });
  });

  it('changes a text in one language, by name of the theme', async () => {
    await sets('themes.green.name.nl', 'Tuinen');
    assert.deepEqual((await asked()).themes[0], {
      id: 'green',
      name: { nl: 'Tuinen', en: 'Green and nature' },
    });
    await sets('organisation.name', 'Woningstichting De Wetering');
    assert.equal((await asked()).organisation.name, 'Woningstichting De Wetering');
    await sets('intro.nl', '12');
    assert.equal((await asked()).intro?.nl, '12');
  });

  it('gives several settings in a file, and those that it does not name stay', async () => {
    await sets('answerDays', '5');
    const file = await operator.saves('form.json', { questions: [question], moderated: false });
    assert.match((await sets(file)).out, /questions, moderated saved\.\n$/);
    const { questions, answerDays, moderated } = await asked();
    assert.deepEqual(
      { questions, answerDays, moderated },
      { questions: [question], answerDays: 5, moderated: false },
    );
  });

  it('can take what is shown as JSON, and give it back', async () => {
    await sets('fields.title.max', '40');
    const before = await asked();
    const { out } = await operator.types('settings', 'show', 'lindenkwartier', '--json');
    await operator.types('settings', 'reset', buurtCode);
    assert.equal((await sets(await operator.saves('form.json', out))).exitCode, 0);
    assert.deepEqual(await asked(), before);
  });

  it('goes back to the default of one setting, or of all', async () => {
    await sets('answerDays', '5');
    await sets('moderated', 'off');
    await operator.types('settings', 'reset', buurtCode, 'answerDays');
    assert.deepEqual([(await asked()).answerDays, (await asked()).moderated], [14, false]);
    await operator.types('settings', 'reset', buurtCode);
    assert.deepEqual(await asked(), { ...defaultIdeaSettings, buurtName: 'Lindenkwartier' });
  });

  it('sees which settings are its own', async () => {
    await sets('answerDays', '5');
    const { out } = await operator.types('settings', 'show', buurtCode);
    assert.match(out, /^answerDays\n {2}5$/m);
    assert.match(out, /^moderated \(default\)\n {2}true$/m);
  });
});

describe('An operator of many buurten', () => {
  const addBuurt = (code: string, name: string, municipality: string) =>
    operator
      .saves(
        `${code}.geojson`,
        collection(feature({ buurtcode: code, buurtnaam: name, gemeentenaam: municipality })),
      )
      .then((file) => operator.types('import-buurten', file));
  const answerDays = async (code: string) =>
    ((await (await stage.get(`/buurten/${code}/settings`)).json()) as { idea: IdeaSettings }).idea.answerDays;
  const codes = [buurtCode, 'BU9999AA02', 'BU8888AA01'];
  const days = () => Promise.all(codes.map(answerDays));
  beforeEach(async () => {
    await addBuurt('BU9999AA02', 'Molenbuurt', 'Voorbeeldstad');
    await addBuurt('BU8888AA01', 'Sluisbuurt', 'Waterdam');
  });

  it('changes a setting of all of a municipality at once, and no other', async () => {
    const { exitCode, out } = await operator.types(
      'settings',
      'set',
      '--municipality',
      'voorbeeldstad',
      'answerDays',
      '5',
    );
    assert.equal(exitCode, 0);
    assert.equal(out, '2 buurten: answerDays saved.\n');
    assert.deepEqual(await days(), [5, 5, 14]);
    await operator.types('settings', 'reset', '--municipality', 'Voorbeeldstad', 'answerDays');
    assert.deepEqual(await days(), [14, 14, 14]);
  });

  it('changes those in a file for all of the server, and what a buurt set itself beside them stays', async () => {
    await sets('moderated', 'off');
    const file = await operator.saves('form.json', { answerDays: 7 });
    assert.equal(
      (await operator.types('settings', 'set', file, '--all')).out,
      '3 buurten: answerDays saved.\n',
    );
    assert.deepEqual(await days(), [7, 7, 7]);
    assert.equal((await asked()).moderated, false);
    assert.equal(
      (await operator.types('settings', 'reset', '--all')).out,
      '3 buurten: everything is as default again.\n',
    );
    assert.deepEqual(await days(), [14, 14, 14]);
  });

  it('changes none when it is wrong for one, and hears which', async () => {
    await operator.types(
      'settings',
      'set',
      'BU9999AA02',
      await operator.saves('t.json', { themes: [{ id: 'x', name: { nl: 'X' } }] }),
    );
    const { exitCode, err } = await operator.types(
      'settings',
      'set',
      '--all',
      'themes.green.name.nl',
      'Tuinen',
    );
    assert.equal(exitCode, 1);
    assert.match(err, /^Not saved: there is no green in .* BU9999AA02 Molenbuurt; no buurt was changed\.\n$/);
    assert.equal((await asked()).themes[0]!.name.nl, defaultIdeaSettings.themes[0]!.name.nl);
  });

  for (const [what, words, line] of [
    [
      'another municipality',
      ['set', '--municipality', 'Elders', 'answerDays', '5'],
      /no buurt in Elders\. There are buurten in: Voorbeeldstad, Waterdam\.$/,
    ],
    [
      'a buurt as well',
      ['set', '--all', buurtCode, 'answerDays', '5'],
      /Give a buurt, or --municipality or --all, not both/,
    ],
    ['both ways', ['set', '--all', '--municipality', 'Waterdam', 'answerDays', '5'], /not both/],
    ['no value', ['set', '--all', 'answerDays'], /Give a value for answerDays/],
    ['no buurt to reset', ['reset'], /Give a buurt, or --municipality or --all\.$/],
    ['no setting', ['set', buurtCode], /Give a setting, or a file/],
  ] as const)
    it(`is refused with ${what}`, async () => {
      const { exitCode, err } = await operator.types('settings', ...words);
      assert.equal(exitCode, 1);
      assert.match(err.trimEnd(), line);
      assert.deepEqual(await days(), [14, 14, 14]);
    });
});

describe('The address of the privacy statement', () => {
  it('is whole, with https', async () => {
    const url = 'https://www.wetering.example/privacy';
    assert.equal((await sets('organisation.privacyUrl', url)).exitCode, 0);
    assert.equal((await asked()).organisation.privacyUrl, url);
    for (const wrong of [
      'wetering.nl/privacy',
      'http://wetering.nl',
      '/privacy',
      'javascript:alert(1)',
      'https://',
      'https://a b.nl',
      '',
    ]) {
      const { exitCode, err } = await sets('organisation.privacyUrl', wrong);
      assert.equal(exitCode, 1, wrong);
      assert.match(
        err,
        /^Not saved: organisation\.privacyUrl is ".*"; it must be a whole address, as https:/,
      );
    }
    const file = await operator.saves('f.json', { organisation: { name: 'A', privacyUrl: 'a.nl' } });
    assert.match((await sets(file)).err, /privacyUrl is "a\.nl"/);
    assert.equal((await asked()).organisation.privacyUrl, url);
  });

  it('does not stand in the way of other settings when it was saved before this was asked', async () => {
    await stage.clear({ organisation: { name: 'De Wetering', privacyUrl: 'wetering.nl/privacy' } });
    assert.equal((await sets('answerDays', '5')).exitCode, 0);
    assert.equal((await asked()).answerDays, 5);
  });
});

const mistakes: readonly (readonly [key: string, value: string, line: RegExp])[] = [
  ['modrated', 'off', /there is no setting modrated\. There are: .*moderated/],
  ['buurtName', '"Elders"', /there is no setting buurtName/],
  ['moderated', 'misschien', /\/moderated is not true or false/],
  ['answerDays', 'veel', /\/answerDays is not a whole number from 0/],
  ['answerDays', '0', /answerDays is from 1 to 365/],
  ['fields.nope.required', 'yes', /there is no nope in fields\.nope\.required/],
  ['fields.title.required', 'no', /title and story must be asked and required/],
  ['fields', '[{"name":"title","required":true}]', /title and story must be asked and required/],
  ['fields.title.min', '200', /the least of title is more than its most/],
  ['fields.title.maximum', '20', /\/fields\/0\/maximum is not known/],
  ['themes', '[]', /theme is asked, but there are no themes/],
  ['themes', '[{"id":"a","name":{"nl":"A"}},{"id":"a","name":{"nl":"B"}}]', /"a" is there twice/],
  ['organisation.colour', 'rood', /organisation\.colour is six digits of a colour, as #0b5c66/],
  ['organisation.colour', '#0b5c66;color:red', /organisation\.colour is six digits/],
  ['moderated.x', 'yes', /moderated\.x goes deeper than there is/],
  [
    'questions',
    JSON.stringify([{ ...question, kind: 'choice' }]),
    /only a choice has options, and it needs them/,
  ],
  ['questions', JSON.stringify([{ ...question, onlyForTheme: 'x' }]), /is for theme "x", which is not there/],
  ['questions', JSON.stringify([{ ...question, id: 'a/b' }]), /"a\/b" is not letters, digits and dashes/],
  ['__proto__', '{"moderated":false}', /there is no setting __proto__/],
];

describe('A setting with which the form would not work', () => {
  for (const [key, value, line] of mistakes)
    it(`is not saved: ${key} ${value}`, async () => {
      const before = await asked();
      const { exitCode, err } = await sets(key, value);
      assert.equal(exitCode, 1);
      assert.match(err, /^Not saved: /);
      assert.match(err, line);
      assert.equal(err.split('\n').length, 2);
      assert.deepEqual(await asked(), before);
    });

  it('is not saved from a file either', async () => {
    assert.match((await sets(await operator.saves('a.json', '{"moderated":'))).err, /a\.json is not JSON: /);
    assert.match((await sets(await operator.saves('b.json', []))).err, /settings are a JSON object/);
    assert.match((await sets('c.json')).err, /c\.json: there is no such file or folder/);
    assert.match((await sets('moderated')).err, /Give a value for moderated/);
  });

  it('cannot be set where there is no buurt', async () => {
    const { exitCode, err } = await operator.types('settings', 'set', 'BU0000ZZ99', 'moderated', 'off');
    assert.equal(exitCode, 1);
    assert.match(err, /There is no buurt BU0000ZZ99/);
  });
});
