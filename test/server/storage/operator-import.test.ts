import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { GeoJsonCutter } from '../../../packages/server/src/cli/geojson-cutter.js';
import { collection, feature, OperatorOnStage, squareAt } from '../operator-stage.js';
import { buurtCode, Stage } from '../stage.js';

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
beforeEach(() => stage.clear());

const imported = (...features: unknown[]) => operator.imports(...features);
const shown = async (code: string) =>
  (await (await stage.get(`/buurten/${code}`)).json()) as Record<string, unknown>;

describe('an operator who imports buurten', () => {
  test('has them in the API, with border and households', async () => {
    const { exitCode, out } = await imported(feature({ buurtcode: 'BU9999AA07', buurtnaam: 'Molenbuurt' }));
    assert.equal(exitCode, 0);
    assert.equal(out, '1 buurten added, 0 brought up to date, 0 refused.\n');
    const { name, municipality, households } = await shown('BU9999AA07');
    assert.deepEqual([name, municipality, households], ['Molenbuurt', 'Voorbeeldstad', 250]);
    const border = (await (await stage.get('/buurten/BU9999AA07/boundary')).json()) as { geometry: unknown };
    assert.deepEqual(border.geometry, { type: 'MultiPolygon', coordinates: [squareAt(5, 52).coordinates] });
  });

  test('brings a buurt up to date and leaves its settings and ideas alone', async () => {
    await stage.clear({ answerDays: 3 });
    await stage.addInitiative({ title: 'Bankje bij de vijver' });
    const { out } = await imported(feature({ buurtnaam: 'Nieuwe naam', aantal_huishoudens: 300 }));
    assert.equal(out, '0 buurten added, 1 brought up to date, 0 refused.\n');
    assert.deepEqual(
      [(await shown(buurtCode))['name'], (await shown(buurtCode))['households']],
      ['Nieuwe naam', 300],
    );
    const { idea } = (await (await stage.get(`/buurten/${buurtCode}/settings`)).json()) as {
      idea: { answerDays: number };
    };
    assert.equal(idea.answerDays, 3);
    const list = (await (await stage.get(`/buurten/${buurtCode}/initiatives`)).json()) as { total: number };
    assert.equal(list.total, 1);
  });

  test('says who counted the households, and when', async () => {
    const file = await operator.saves('b.geojson', collection(feature({ jrstatcode: '2025BU99990001' })));
    await operator.types('import-buurten', file, '--source', 'CBS Wijken en buurten 2025');
    const { figures } = (await shown(buurtCode)) as { figures: { kind: string }[] };
    assert.deepEqual(
      figures.find(({ kind }) => kind === 'households'),
      {
        kind: 'households',
        value: 250,
        source: 'CBS Wijken en buurten 2025',
        at: '2025-01-01T00:00:00.000Z',
      },
    );
  });

  test('can do the same file twice', async () => {
    await imported(feature(), feature({ buurtcode: 'BU9999AA02' }));
    const { exitCode, out } = await imported(feature(), feature({ buurtcode: 'BU9999AA02' }));
    assert.equal(exitCode, 0);
    assert.equal(out, '0 buurten added, 2 brought up to date, 0 refused.\n');
  });

  for (const secret of [-99995, -99997, '-99995', null])
    test(`has ${JSON.stringify(secret)} households for unknown, and keeps the number that was known`, async () => {
      await imported(feature({ buurtcode: 'BU9999AA02', aantal_huishoudens: secret }));
      assert.equal((await shown('BU9999AA02'))['households'], null);
      await imported(feature({ aantal_huishoudens: secret }));
      assert.equal((await shown(buurtCode))['households'], 250);
    });

  test('can use the property names of older files of CBS', async () => {
    const older = { aantal_huishoudens: undefined, aantalHuishoudens: 120 };
    await imported(feature({ buurtcode: 'BU9999AA02', ...older }));
    assert.equal((await shown('BU9999AA02'))['households'], 120);
  });

  test('does not get water, and hears how much was left out', async () => {
    const { exitCode, out } = await imported(feature(), feature({ buurtcode: 'BU9999AA98', water: 'JA' }));
    assert.equal(exitCode, 0);
    assert.match(out, /1 left out \(water\), 0 refused/);
    assert.equal((await stage.get('/buurten/BU9999AA98')).status, 404);
  });
});

const bowl = squareAt(5, 52).coordinates[0]!;
const refusals: readonly (readonly [what: string, feature: unknown, line: string])[] = [
  ['without a code', feature({ buurtcode: undefined }), 'Refused Lindenkwartier: it has no buurtcode.'],
  [
    'without code and name',
    feature({ buurtcode: null, buurtnaam: '' }),
    'Refused feature 2: it has no buurtcode.',
  ],
  [
    'with another code',
    feature({ buurtcode: 'WK036301' }),
    'Refused WK036301 Lindenkwartier: "WK036301" is not a buurtcode (BU and 8 characters).',
  ],
  ['without a name', feature({ buurtnaam: '  ' }), 'Refused BU9999AA01: it has no buurtnaam.'],
  [
    'without a municipality',
    feature({ gemeentenaam: 12 }),
    'Refused BU9999AA01 Lindenkwartier: it has no gemeentenaam.',
  ],
  [
    'with half a household',
    feature({ aantal_huishoudens: 2.5 }),
    'Refused BU9999AA01 Lindenkwartier: its aantal_huishoudens is not a whole number.',
  ],
  ['without a border', feature({}, null), 'Refused BU9999AA01 Lindenkwartier: it has no border (geometry).'],
  [
    'that is a point',
    feature({}, { type: 'Point', coordinates: [5, 52] }),
    'Refused BU9999AA01 Lindenkwartier: its border is not a Polygon or MultiPolygon.',
  ],
  [
    'with two corners',
    feature({}, { type: 'Polygon', coordinates: [bowl.slice(0, 2)] }),
    'Refused BU9999AA01 Lindenkwartier: its border has fewer than three corners.',
  ],
  [
    'without surface',
    feature(
      {},
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 52],
            [5.1, 52],
            [5.2, 52],
            [5, 52],
          ],
        ],
      },
    ),
    'Refused BU9999AA01 Lindenkwartier: its border has no surface.',
  ],
  [
    'in metres of another country',
    feature({}, { type: 'Polygon', coordinates: [bowl.map(([lon = 0, lat = 0]) => [lon * 1e6, lat * 1e6])] }),
    'Refused BU9999AA01 Lindenkwartier: its coordinates are neither degrees (WGS84) nor metres in RD New.',
  ],
  [
    'in another country',
    feature({}, squareAt(13.4, 52.5)),
    'Refused BU9999AA01 Lindenkwartier: its border lies outside the Netherlands, between latitude 52.500–52.510 and longitude 13.400–13.410; look whether the two are swapped, or a number is wrong.',
  ],
  [
    'with latitude first in one corner',
    feature({}, { type: 'Polygon', coordinates: [[...bowl.slice(0, 2), [52.01, 5.01], ...bowl.slice(3)]] }),
    'Refused BU9999AA01 Lindenkwartier: its border lies outside the Netherlands, between latitude 5.010–52.010 and longitude 5.000–52.010; look whether the two are swapped, or a number is wrong.',
  ],
  ['that is another object', { type: 'Topology' }, 'Refused feature 2: it is not a GeoJSON feature.'],
  [
    'with a name that steers the terminal',
    feature({ buurtnaam: 'Linden\u001b[2J' }),
    'Refused BU9999AA01 Linden [2J: its buurtnaam holds a control character.',
  ],
];

describe('a feature that is refused', () => {
  for (const [what, refused, line] of refusals)
    test(`${what} is named with its reason, and the others come in`, async () => {
      const good = feature({ buurtcode: 'BU9999AA02' });
      const { exitCode, out, err } = await imported(good, refused);
      assert.equal(err, `${line}\n`);
      assert.equal(out, '1 buurten added, 0 brought up to date, 1 refused.\n');
      assert.equal(exitCode, 1);
      assert.equal((await stage.get('/buurten/BU9999AA02')).status, 200);
    });

  test('is the second one with the same code', async () => {
    const { err, out } = await imported(feature(), feature({ buurtnaam: 'Nog een' }));
    assert.equal(err, 'Refused BU9999AA01 Nog een: this code came before in the file.\n');
    assert.match(out, /1 brought up to date, 1 refused/);
    assert.equal((await shown(buurtCode))['name'], 'Lindenkwartier');
  });

  test('may be one that is not JSON', async () => {
    const text = `{"type":"FeatureCollection","features":[${JSON.stringify(feature())},{"type":Feature}]}`;
    const { err, out } = await operator.types('import-buurten', await operator.saves('broken.geojson', text));
    assert.equal(err, 'Refused feature 2: it is not JSON.\n');
    assert.match(out, /1 brought up to date, 1 refused/);
  });
});

const files: readonly (readonly [what: string, content: string, line: RegExp])[] = [
  ['is empty', '', /holds no features\. Is it a GeoJSON FeatureCollection\?$/],
  ['is a page of HTML', '<!doctype html><title>Inloggen</title>', /holds no features/],
  ['has no features', JSON.stringify(collection()), /holds no features/],
  [
    'breaks off',
    JSON.stringify(collection(feature(), feature({ buurtcode: 'BU9999AA02' }))).slice(0, -40),
    /breaks off after 1 features\. Fetch it again\.$/,
  ],
];

describe('a file as a service gives it', () => {
  const links = [
    { rel: 'self', href: 'https://api.example/items' },
    { rel: 'next', href: 'https://api.example/items?cursor=x' },
  ];
  const two = [feature({ buurtcode: 'BU9999AA07' }), feature({ buurtcode: 'BU9999AA08' })];
  const page =
    'This file is one page of more: it names a next page, https://api.example/items?cursor=x. Import the other pages too.\n';

  for (const [where, json] of [
    ['before', { type: 'FeatureCollection', links, features: two }],
    ['behind', { type: 'FeatureCollection', features: two, links }],
  ] as const)
    test(`may have its links ${where} the features, and is said to be a page of more`, async () => {
      const { exitCode, out, err } = await operator.types(
        'import-buurten',
        await operator.saves('p.geojson', json),
      );
      assert.equal(out, '2 buurten added, 0 brought up to date, 0 refused.\n');
      assert.equal(err, page);
      assert.equal(exitCode, 0);
    });

  test('may have any other member anywhere, also with features in it, and is then not said to be a page', async () => {
    const strange = {
      style: [{ color: 'red' }, [{}]],
      metadata: { features: [{}], links },
      crs: { type: 'name' },
    };
    const json = {
      ...strange,
      type: 'FeatureCollection',
      links: [links[0]],
      features: two,
      about: [{ a: 1 }],
    };
    const { exitCode, out, err } = await operator.types(
      'import-buurten',
      await operator.saves('p.geojson', json),
    );
    assert.equal(out, '2 buurten added, 0 brought up to date, 0 refused.\n');
    assert.equal(err, '');
    assert.equal(exitCode, 0);
  });

  test('may hold streets', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [5, 52],
        [5.01, 52],
      ],
    };
    const street = { type: 'Feature', properties: { name: 'Proefstraat' }, geometry: line };
    const json = { type: 'FeatureCollection', links, features: [street] };
    const { exitCode, out, err } = await operator.types(
      'import-streets',
      await operator.saves('s.geojson', json),
    );
    assert.equal(out, '1 pieces of streets are on the maps now.\n');
    assert.match(err, /one page of more: .* Fetch all pages as one file/);
    assert.equal(exitCode, 0);
  });
});

describe('a file of a municipality, with fields of its own', () => {
  const own = (code: string, properties: object = {}) => ({
    type: 'Feature',
    properties: { identificatie: '0363', cbsCode: code, naam: 'Kop Zeedijk', ...properties },
    geometry: squareAt(4.89, 52.37),
  });
  const two = collection(own('BU0363AA07'), own('BU0363AA08'));

  test('is refused with the fields that there are, and how to name them', async () => {
    const { exitCode, err } = await operator.types('import-buurten', await operator.saves('a.geojson', two));
    assert.equal(exitCode, 1);
    assert.match(
      err,
      /^Refused feature 1: it has no buurtcode\.\nRefused feature 2: .*\nThe features have these fields: identificatie, cbsCode, naam\. Say which is which, as --field code=… --field name=…, and give --municipality "…" when none names it\.\n$/,
    );
  });

  test('comes in with its fields named, and the municipality that it does not name', async () => {
    const file = await operator.saves(
      'a.geojson',
      collection(own('BU0363AA07'), own('BU0363AA08', { gemeentenaam: 'Diemen', huizen: 12 })),
    );
    const named = ['--field', 'code=cbsCode', '--field', 'name=naam', '--field', 'households=huizen'];
    const { exitCode, out, err } = await operator.types(
      'import-buurten',
      file,
      ...named,
      '--municipality',
      'Amsterdam',
    );
    assert.equal(err, '');
    assert.equal(out, '2 buurten added, 0 brought up to date, 0 refused.\n');
    assert.equal(exitCode, 0);
    const { name, municipality } = await shown('BU0363AA07');
    assert.deepEqual([name, municipality], ['Kop Zeedijk', 'Amsterdam']);
    const other = await shown('BU0363AA08');
    assert.deepEqual([other['municipality'], other['households']], ['Diemen', 12]);
  });

  for (const typed of ['cbsCode', 'kode=cbsCode', 'code='])
    test(`does not come in with --field ${typed}`, async () => {
      const file = await operator.saves('a.geojson', two);
      const { exitCode, err } = await operator.types('import-buurten', file, '--field', typed);
      assert.equal(exitCode, 2);
      assert.match(err, /Give it as code=cbsCode; the fields are code, name, municipality, households\./);
    });
});

describe('an operator who takes buurten back', () => {
  test('removes those on which nothing hangs, by code or by name', async () => {
    await imported(
      feature({ buurtcode: 'BU9999AA07', buurtnaam: 'Eerste' }),
      feature({ buurtcode: 'BU9999AA08', buurtnaam: 'Tweede' }),
    );
    const { exitCode, out } = await operator.types('buurten', 'remove', 'BU9999AA07', 'tweede', 'BU9999AA07');
    assert.equal(exitCode, 0);
    assert.equal(out, '2 buurten removed.\n');
    for (const code of ['BU9999AA07', 'BU9999AA08'])
      assert.equal((await stage.get(`/buurten/${code}`)).status, 404);
  });

  test('keeps those with ideas, votes or followers, and hears which', async () => {
    await imported(feature({ buurtcode: 'BU9999AA07' }));
    await stage.addInitiative({ title: 'Bankje bij de vijver' });
    const { exitCode, out, err } = await operator.types('buurten', 'remove', buurtCode, 'BU9999AA07');
    assert.equal(exitCode, 1);
    assert.equal(out, '1 buurt removed.\n');
    assert.match(err, /^Not removed: BU9999AA01 .* has 1 idea\.\n$/);
    assert.equal((await stage.get(`/buurten/${buurtCode}`)).status, 200);
  });

  test('removes nothing when one of them is not there', async () => {
    const { exitCode, err } = await operator.types('buurten', 'remove', buurtCode, 'BU1234AA01');
    assert.equal(exitCode, 1);
    assert.match(err, /There is no buurt BU1234AA01/);
    assert.equal((await stage.get(`/buurten/${buurtCode}`)).status, 200);
  });
});

describe('a file of borders that', () => {
  for (const [what, content, line] of files)
    test(`${what} is refused in one line`, async () => {
      const { exitCode, out, err } = await operator.types(
        'import-buurten',
        await operator.saves('odd.geojson', content),
      );
      assert.equal(exitCode, 1);
      assert.equal(out, '');
      assert.match(err.trimEnd(), line);
      assert.equal(err.split('\n').length, 2);
    });

  test('is not there is refused in one line', async () => {
    const { exitCode, err } = await operator.types('import-buurten', 'nowhere.geojson');
    assert.equal(exitCode, 1);
    assert.match(err, /nowhere\.geojson: there is no such file or folder\.\n$/);
  });

  test('is long reports its progress', async () => {
    const many = Array.from({ length: 2500 }, (_, index) =>
      feature({ buurtcode: `BU99${String(index).padStart(6, '0')}` }),
    );
    const { out, err } = await imported(...many);
    assert.match(err, /^1,000 features read \(\d+ %\)\n2,000 features read \(\d+ %\)\n$/);
    assert.equal(out, '2,500 buurten added, 0 brought up to date, 0 refused.\n');
  });

  test('holds a border of more than 32 MB is refused, and not kept in memory', async () => {
    const name = await operator.saves('endless.geojson', '{"type":"FeatureCollection","features":[{"x":"');
    const part = 'x'.repeat(1024 * 1024);
    for (let megabytes = 0; megabytes < 34; megabytes++) await appendFile(join(operator.folder, name), part);
    const { exitCode, err } = await operator.types('import-buurten', name);
    assert.equal(exitCode, 1);
    assert.match(err, /larger than 32 MB/);
  });
});

test('a collection is cut in the same features wherever the parts of the file end', () => {
  const texts = fc.record({
    type: fc.constant('Feature'),
    properties: fc.dictionary(fc.string(), fc.jsonValue()),
  });
  const spaced = fc.constantFrom(undefined, 2);
  fc.assert(
    fc.property(
      fc.array(texts),
      fc.dictionary(
        fc.string(),
        fc.oneof(fc.jsonValue(), fc.array(texts), fc.record({ features: fc.array(texts) })),
      ),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.array(fc.jsonValue()),
      spaced,
      fc.integer({ min: 1, max: 50 }),
      (features, before, after, links, space, size) => {
        const strange = (members: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(members).map(([key, value]) => [`x${key}`, value]));
        const whole = { type: 'FeatureCollection', ...strange(before), links, features, ...strange(after) };
        const bytes = Buffer.from(JSON.stringify(whole, null, space));
        const cutter = new GeoJsonCutter();
        const pieces = [];
        for (let from = 0; from < bytes.length; from += size)
          pieces.push(...cutter.cut(bytes.subarray(from, from + size)));
        const found = pieces.map(({ kind, bytes: json }) => [kind, JSON.parse(json.toString())]);
        const expected = [['links', links], ...features.map((each) => ['feature', each])];
        assert.deepEqual(JSON.stringify(found), JSON.stringify(expected));
        assert.equal(cutter.ended, true);
      },
    ),
  );
});

test('the real borders of Amsterdam-Noord come in without a refusal', async (t) => {
  const real = fileURLToPath(
    new URL('../../../../shared/data/geo/amsterdam-noord-buurten.geojson', import.meta.url),
  );
  if (!existsSync(real)) return t.skip('the real borders are not beside this repository');
  const { exitCode, out } = await operator.types('import-buurten', real);
  assert.equal(exitCode, 0);
  assert.equal(out, '69 buurten added, 0 brought up to date, 0 refused.\n');
});
