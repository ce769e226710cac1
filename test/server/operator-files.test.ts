import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CommandError } from '../../packages/server/src/cli/command-error.js';
import { rowsOf } from '../../packages/server/src/cli/csv-rows.js';
import { textOf } from '../../packages/server/src/cli/files.js';
import { collection, feature, OperatorOnStage } from './operator-stage.js';
import { buurtCode, codeCost, Stage } from './stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open({ codeCost });
  operator = await OperatorOnStage.enter(stage.store);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(async () => {
  await stage.clear();
  await operator.tidies();
});

const utf16 = (text: string, swapped = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return swapped ? bytes.swap16() : bytes;
};
/** Each sign here is the same in Latin-1 and Windows-1252. */
const windows1252 = (text: string) => Buffer.from(text, 'latin1');

const draft = {
  ...{ buurt: buurtCode, name: 'Café Kruispunt', budgetCents: 100_000 },
  ...{ opensAt: '2031-01-01T00:00:00Z', closesAt: '2031-02-01T00:00:00Z' },
  rules: { expression: 'approve' },
  tallies: [{ method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' }],
  proposals: [{ id: 'a', title: 'Één tafel', costCents: 5000 }],
};
const json = JSON.stringify(draft, null, 2);

const pb = `META
key;value
description;Café
country;Netherlands
unit;Reünie
instance;2020
num_projects;1
num_votes;1
budget;1000
vote_type;approval
rule;greedy
date_begin;01.05.2020
date_end;20.05.2020
PROJECTS
project_id;cost
1;600
VOTES
voter_id;vote
1;1
`;

const commands = [
  ['round.json', json, ['round', 'make', 'round.json'], 3],
  ['file.pb', pb, ['round', 'import', 'file.pb', '--buurt', buurtCode], 3],
  [
    'b.geojson',
    `\n${JSON.stringify(collection(feature({ buurtnaam: 'Oude Kërn' })))}`,
    ['import-buurten', 'b.geojson'],
    2,
  ],
  ['s.json', '{"organisation":\n{"name":"De Reünie"}}', ['settings', 'set', buurtCode, 's.json'], 2],
] as const;

describe('A file that an operator brings', () => {
  for (const [name, text, argv, line] of commands) {
    it(`is read in UTF-8 and UTF-16, as ${name}`, async () => {
      for (const content of [text, `\ufeff${text}`, utf16(text), utf16(text, true)]) {
        await stage.clear();
        await operator.saves(name, content);
        const { exitCode, err } = await operator.types(...argv);
        assert.equal(exitCode, 0, err);
        const tables = await Promise.all([
          stage.store.db.selectFrom('round').select('name').execute(),
          stage.store.db.selectFrom('buurt').select(['name', 'settings']).execute(),
        ]);
        assert.match(JSON.stringify(tables), /Café|Kërn|Reünie/);
      }
    });

    it(`is refused with its line in any other encoding, as ${name}`, async () => {
      const before = await stage.store.db.selectFrom('buurt').selectAll().execute();
      for (const content of [windows1252(text), Buffer.from(text, 'utf16le')]) {
        await operator.saves(name, content);
        const { exitCode, err } = await operator.types(...argv);
        assert.equal(exitCode, 1);
        assert.match(err, /is not UTF-8.* \(line \d+\)/);
      }
      await operator.saves(name, windows1252(text));
      assert.match(
        (await operator.types(...argv)).err,
        new RegExp(`is not UTF-8 \\(line ${String(line)}\\)`),
      );
      await operator.saves(name, text.replace(/[éëü]/, '\ufffd'));
      assert.match(
        (await operator.types(...argv)).err,
        new RegExp(`lost letters .*\\(line ${String(line)}\\)`),
      );
      assert.deepEqual(await stage.store.db.selectFrom('buurt').selectAll().execute(), before);
      assert.deepEqual(await stage.store.db.selectFrom('round').select('id').execute(), []);
    });
  }

  it('is read whole when characters lie on the border of what is read at once', async () => {
    const text = `${'a'.repeat(256 * 1024 - 1)}é${'€'.repeat(200_000)}😀`;
    const io = { cwd: operator.folder };
    assert.equal(await textOf(io, await operator.saves('long.txt', text)), text);
    assert.equal(await textOf(io, await operator.saves('long.txt', utf16(text))), text);
    await operator.saves('long.txt', windows1252(`${'a\n'.repeat(200_000)}é`));
    await assert.rejects(textOf(io, 'long.txt'), /line 200001/);
    await operator.saves('long.txt', Buffer.from('é').subarray(0, 1));
    await assert.rejects(textOf(io, 'long.txt'), CommandError);
    assert.equal(await textOf(io, await operator.saves('long.txt', '')), '');
  });
});

describe('The rows of a spreadsheet', () => {
  const rows = (text: string) =>
    rowsOf(text, 'codes.csv', ['letter', 'code']).map(({ number, cells }) => [
      number,
      cells['letter'],
      cells['code'],
    ]);

  it('are read without those that hold nothing, with the numbers that a spreadsheet shows', () => {
    const expected = [
      [2, '1', 'A'],
      [5, '2', 'B'],
    ];
    for (const end of ['\n', '\r\n', '\r'])
      for (const sign of [';', ',', '\t']) {
        const lines = ['letter;code;link', '1;A;x', ';;', '', ' 2 ;"B";', ';;', ' ; ; ', '', ''];
        const text = lines.join(end).replaceAll(';', sign);
        assert.deepEqual(rows(text), expected, JSON.stringify(text));
        assert.deepEqual(rows(`sep=${sign}${end}${text}`), expected);
        assert.deepEqual(rows(`"SEP=${sign}"${end}${text}`), expected);
      }
    assert.deepEqual(rows('\r\n;;\r\nLetter; CODE \r\n3;C'), [[4, '3', 'C']]);
    assert.deepEqual(rows('letter;code\n1'), [[2, '1', '']]);
    assert.deepEqual(rows('letter;code\n;;\n'), []);
  });

  it('are refused when there are none, or a column is missing, also above no rows', () => {
    for (const text of ['', ';;\n;;', 'sep=;\n'])
      assert.throws(() => rows(text), /codes\.csv is empty/, JSON.stringify(text));
    assert.throws(() => rows('letter\n1'), /no column "code"/);
    assert.throws(() => rows('code;'), /no column "letter"/);
  });
});
