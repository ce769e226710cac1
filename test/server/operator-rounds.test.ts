import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { mineFrom } from '@buurt/domain/voting/cast-json.js';
import { printCode } from '@buurt/domain/rounds/code.js';
import { ballotsOf } from '@buurt/pabulib/pb-round.js';
import { readPb, writePb } from '@buurt/pabulib/pb.js';
import { roundFrom } from '@buurt/domain/rounds/round-json.js';
import { OperatorOnStage } from './operator-stage.js';
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
  stage.now = new Date(stage.now.getTime() + 11 * 60_000);
  await stage.clear();
  await operator.tidies();
});

const hour = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const proposal = (id: string, title: string, costCents: number) => ({ id, title, costCents });

const aDraft = (own: object = {}) => ({
  buurt: buurtCode,
  name: 'Buurtbudget',
  budgetCents: 1_000_000,
  opensAt: fromNow(-1),
  closesAt: fromNow(24),
  rules: { expression: 'approve', picks: { max: 2 } },
  tallies: [{ method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' }],
  proposals: [
    proposal('z', 'Boom', 400_000),
    proposal('y', 'Ánder bankje', 300_000),
    proposal('x', 'Tafel', 900_000),
  ],
  ...own,
});

/** Types a command that must go well; gives what it says. */
async function says(...argv: string[]): Promise<string> {
  const { exitCode, out, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
  return out;
}

async function refuses(...argv: string[]): Promise<string> {
  const { exitCode, err } = await operator.types(...argv);
  assert.equal(exitCode, 1);
  return err;
}

async function made(own: object = {}): Promise<string> {
  await operator.saves('round.json', aDraft(own));
  return /made: (\S+)/.exec(await says('round', 'make', 'round.json'))![1]!;
}

const content = (file: string) => readFile(join(operator.folder, file), 'utf8');

/** The codes of a mail-merge file, by the numbers of their letters. */
const codesIn = async (file: string) =>
  (await content(file)).match(/(?<=;")[0-9A-Z-]{14}/g)!.map((each) => each.replaceAll('-', ''));

const mine = async (round: string, code: string) => stage.post(`/rounds/${round}/ballots/mine`, { code });
const titlesIn = async (round: string, code: string) =>
  mineFrom(await (await mine(round, code)).json())?.lines.map(({ proposalId }) => proposalId);

describe('An operator who makes a round', () => {
  it('gets a file with the initiatives that have a cost, which makes the round as it is', async () => {
    const id = await stage.addInitiative({ title: 'Regenton', theme: 'green' });
    await stage.addInitiative({ title: 'Praatje' });
    await stage.store.db
      .updateTable('initiative')
      .set({ cost_min_cents: 100, cost_max_cents: 25_000 })
      .where('id', '=', id)
      .execute();
    const moments = ['--opens', '2031-01-10 09:00', '--closes', '2031-07-31 20:00'];
    await says('round', 'plan', '--buurt', 'Lindenkwartier', '--budget', '1000,50', ...moments);
    const draft = JSON.parse(await content('round.json')) as Record<string, unknown>;
    assert.deepEqual(
      [draft['opensAt'], draft['closesAt'], draft['budgetCents'], draft['groupNames']],
      ['2031-01-10T08:00:00.000Z', '2031-07-31T18:00:00.000Z', 100_050, { green: 'Groen en natuur' }],
    );
    assert.match(await says('round', 'make', 'round.json'), /Buurtbudget Lindenkwartier was made/);
    const [, roundId] = /^([\da-f-]{36})/m.exec(await says('round', 'list'))!;
    const round = roundFrom(await (await stage.get(`/rounds/${roundId!}`)).json());
    assert.deepEqual(
      round.proposals.map(({ title, costCents, initiativeId, categories }) => [
        ...[title, costCents, initiativeId, categories],
      ]),
      [['Regenton', 25_000, id, ['green']]],
    );
  });

  it('hears everything that is wrong with the file at once, and nothing is made', async () => {
    await operator.saves('round.json', aDraft({ budgetCents: -1, extra: 1, rules: { expression: 'vote' } }));
    const shape = await refuses('round', 'make', 'round.json');
    for (const pointer of ['/budgetCents', '/extra', '/rules/expression'])
      assert.ok(shape.includes(pointer), shape);
    const rules = { expression: 'approve', picks: { min: 4 } };
    await operator.saves('round.json', aDraft({ closesAt: fromNow(-2), rules }));
    const sense = await refuses('round', 'make', 'round.json');
    assert.match(sense, /\/closesAt begins above its end/);
    await operator.saves('round.json', aDraft({ rules }));
    assert.match(
      await refuses('round', 'make', 'round.json'),
      /\/rules\/picks\/min is 4, and no more than 3 is possible/,
    );
    await operator.saves('round.json', '{');
    assert.match(await refuses('round', 'make', 'round.json'), /is not JSON/);
    const strange = proposal('z', 'Boom', 1);
    await operator.saves(
      'round.json',
      aDraft({ proposals: [{ ...strange, initiativeId: crypto.randomUUID() }] }),
    );
    assert.match(
      await refuses('round', 'make', 'round.json'),
      /\/proposals\/0\/initiativeId names something.* \(Boom\)\n/,
    );
    assert.equal(await says('round', 'list'), 'No rounds.\n');
  });

  it('is refused a moment that is not in the calendar, or that no clock in the Netherlands shows', async () => {
    for (const closes of [
      ...['2027-02-31 20:00', '2027-04-31', '2027-02-29 09:00', '2027-03-28 02:30', '2027-02-31T20:00:00Z'],
      ...['2027-01-10 24:00', '2027-01-10 9:00', '31-01-2027', ''],
    ]) {
      const moments = ['--opens', '2027-01-10 09:00', '--closes', closes];
      const typed = ['round', 'plan', '--buurt', 'Lindenkwartier', '--budget', '1000', ...moments];
      const { exitCode, err } = await operator.types(...typed);
      assert.equal(exitCode, 2, closes);
      assert.match(err, /Give a moment as "2027-01-10 09:00"/, closes);
    }
    await operator.saves('round.json', aDraft({ closesAt: '2027-02-31T20:00:00Z' }));
    assert.match(await refuses('round', 'make', 'round.json'), /\/closesAt/);
  });

  it('reads of each field of the file what it wants', async () => {
    const [first, ...others] = aDraft().proposals;
    await operator.saves(
      'round.json',
      aDraft({
        ...{ buurt: 7, name: ' ', intro: 'a'.repeat(2001), budgetCents: -1, currency: 'euro' },
        ...{ opensAt: '31-01-2027', closesAt: '2027-02-31T20:00:00Z', groupNames: { green: '' } },
        rules: { expression: 'approve', picks: 3 },
        tallies: [{ method: 'most', tieBreak: ['dearer'], leftover: 'none', threshold: 'ten' }],
        proposals: [
          { ...first, title: 'é'.repeat(201), categories: [5], excludes: 'y', initiativeId: 'x' },
          ...others,
          'Bank',
        ],
      }),
    );
    const err = await refuses('round', 'make', 'round.json');
    for (const line of [
      '/buurt is not a text',
      '/name is empty',
      '/intro is 2001 characters long, and no more than 2000',
      '/budgetCents is -€0.01, and no less than €0 is possible',
      '/currency is not a currency as EUR',
      '/opensAt is not a moment that there is',
      '/closesAt is not a moment that there is',
      '/groupNames/green is empty',
      '/rules/picks is not an object',
      '/tallies/0/method is not one of greedy,',
      '/tallies/0/tieBreak/0 is not one of cheaper',
      '/tallies/0/threshold is not a whole number',
      '/proposals/0/title is 201 characters long, and no more than 200',
      '/proposals/0/categories/0 is not a text',
      '/proposals/0/excludes is not a list',
      '/proposals/0/initiativeId is not the id of an initiative',
      '/proposals/3 is not an object',
    ])
      assert.ok(err.includes(`  ${line}`), `${line}\nin\n${err}`);
    await operator.saves(
      'round.json',
      aDraft({ proposals: [], opensAt: fromNow(-3), closesAt: fromNow(-2) }),
    );
    assert.match(
      await refuses('round', 'make', 'round.json'),
      /\/proposals is 0, and no less than 1 is possible/,
    );
    await operator.saves('round.json', aDraft({ opensAt: fromNow(-3), closesAt: fromNow(-2) }));
    assert.match(await refuses('round', 'make', 'round.json'), /\/closesAt has passed already/);
    await operator.saves('round.json', []);
    assert.match(await refuses('round', 'make', 'round.json'), /The file is not an object/);
  });

  it('reads the days of the Netherlands in the list and in the file of ballots', async () => {
    const id = await made({ opensAt: '2031-11-28T23:00:00.000Z', closesAt: '2032-06-30T22:00:00.000Z' });
    assert.match(await says('round', 'list'), / 2031-11-29 +2032-07-01 /);
    await stage.store.db
      .updateTable('round')
      .set({ opens_at: new Date('2021-11-28T23:00:00Z'), closes_at: new Date('2022-06-30T22:00:00Z') })
      .where('id', '=', id)
      .execute();
    const file = await (await stage.get(`/rounds/${id}/ballots.pb`)).text();
    assert.match(file, /date_begin;29\.11\.2021\ndate_end;01\.07\.2022\n/);
  });

  it('shows it, without a word about votes before it is closed', async () => {
    const id = await made();
    await says('codes', 'make', id, '--count', '2');
    const [code] = await codesIn('codes.csv');
    await operator.saves('paper.csv', `code;choice\n${code!};1`);
    const before = await says('round', 'show', 'buurtbudget');
    await says('round', 'paper', id, 'paper.csv');
    assert.equal(await says('round', 'show', 'Buurtbudget'), before);
    assert.match(before, /letters {2}2\n/);
    assert.match(await refuses('round', 'close', id), /--yes/);
    await says('round', 'close', id, '--yes');
    assert.match(await says('round', 'show', id), /1 ballot counted \(online 0, paper 1, assisted 0\)/);
    assert.match(await refuses('round', 'close', id, '--yes'), /is not open: it is closed/);
  });

  it('opens it before its time, and withdraws a proposal', async () => {
    const id = await made({ opensAt: fromNow(2) });
    await says('round', 'open', id);
    assert.match(await refuses('round', 'open', id), /is open already/);
    await says('round', 'withdraw', id, 'z');
    assert.match(await refuses('round', 'withdraw', id, 'z'), /no proposal z\. Nothing was changed/);
    await says('codes', 'make', id, '--count', '1');
    const [code] = await codesIn('codes.csv');
    await operator.saves('paper.csv', `code;choice\n${code!};2`);
    assert.match(
      await refuses('round', 'paper', id, 'paper.csv'),
      /Row 2 was not entered: Boom: This plan no longer takes part/,
    );
    assert.match(await says('round', 'verify', id), /^Everything is as the log tells/);
  });

  it('leaves an act of everything that they do with a round', async () => {
    const id = await made({ opensAt: fromNow(2) });
    await says('round', 'change', id, '--intro', 'Kies mee.');
    await says('round', 'change-proposal', id, 'x', '--cost', '8000');
    await says('codes', 'make', id, '--count', '2');
    await says('round', 'open', id);
    const [code, lost] = await codesIn('codes.csv');
    await operator.saves('paper.csv', `code;choice\n${code!};1`);
    await says('round', 'paper', id, 'paper.csv');
    await says('round', 'paper', id, 'paper.csv');
    await says('codes', 'replace', id, '--code', lost!, '--out', 'new.csv');
    await says('round', 'withdraw', id, 'z');
    await says('round', 'close', id, '--yes');
    await says('round', 'settle', id, '--by', '2031-05-01', '--who', 'De Wetering');
    const wrong = await made({ name: 'Fout', opensAt: fromNow(2) });
    await says('round', 'cancel', wrong, '--yes');
    const acts = await stage.store.db.selectFrom('act').selectAll().orderBy('id').execute();
    assert.ok(
      acts.every(({ actor_kind, subject_kind }) => `${actor_kind} ${subject_kind}` === 'operator round'),
    );
    assert.deepEqual(
      acts.map(({ name, detail }) => [name, detail]),
      [
        ['round.made', { proposals: 3, budgetCents: 1_000_000 }],
        ['round.changed', {}],
        ['proposal.changed', { proposal: 'x', costCents: 800_000 }],
        ['codes.made', { count: 2 }],
        ['round.opened', {}],
        ['ballots.entered', {}],
        ['codes.replaced', { replaced: true }],
        ['proposal.withdrawn', { proposal: 'z' }],
        ['round.closed', {}],
        ['round.settled', { granted: 0 }],
        ['round.made', { proposals: 3, budgetCents: 1_000_000 }],
        ['round.cancelled', {}],
      ],
    );
  });

  it('is told that two rounds have the same name, and that one is not there', async () => {
    await stage.addBuurt('BU9999AA02', 'Wetering');
    const ids = [await made(), await made({ buurt: 'BU9999AA02' })];
    const err = await refuses('round', 'show', 'Buurtbudget');
    for (const id of ids) assert.ok(err.includes(id));
    assert.match(await refuses('round', 'show', 'Niets'), /There is no round Niets/);
  });
});

describe('The letters of a round', () => {
  it('have codes that stand in one file for its owner only, and nowhere else', async () => {
    const id = await made();
    const page = 'https://www.example.nl/stem';
    const out = await says('codes', 'make', id, '--count', '3', '--page', page);
    assert.equal((await stat(join(operator.folder, 'codes.csv'))).mode & 0o777, 0o600);
    const codes = await codesIn('codes.csv');
    assert.equal(new Set(codes).size, 3);
    assert.ok((await content('codes.csv')).includes(`${page}#code=${codes[0]!}`));
    for (const code of codes) {
      assert.ok(!out.includes(code) && !out.includes(printCode(code)));
      assert.equal(await titlesIn(id, code), undefined);
    }
    assert.match(await refuses('codes', 'make', id, '--count', '1'), /is there already/);
    assert.match(await says('round', 'show', id), /letters {2}3\n/);
  });

  it('are printed with a code that a camera reads, and with a ballot on paper', async () => {
    const id = await made({ name: 'Geld <b>&</b> buurt' });
    await says('codes', 'make', id, '--count', '2');
    const page = 'https://www.example.nl/buurt/stem';
    const words = ['--page', page, '--sender', 'De & Wetering', '--help-line', 'Bel 012 345 67 89.'];
    assert.match(
      await says('codes', 'letters', id, ...words, '--paper'),
      /^2 letters, 1 sheet each: 2 sheets, print on both sides\.\nWritten to .*letters\.html\. /,
    );
    const html = await content('letters.html');
    assert.equal((await stat(join(operator.folder, 'letters.html'))).mode & 0o777, 0o600);
    assert.equal(html.match(/<svg/g)?.length, 2);
    assert.equal(html.match(/Stembiljet: /g)?.length, 2);
    assert.equal(html.match(/Bij elk plan staat hoeveel het hoogstens kost\./g)?.length, 2);
    for (const code of await codesIn('codes.csv')) assert.equal(html.split(printCode(code)).length, 4);
    assert.ok(html.includes('Geld &lt;b&gt;&amp;&lt;/b&gt; buurt') && html.includes('De &amp; Wetering'));
    assert.ok(html.indexOf('Ánder bankje') < html.indexOf('Boom'));
    assert.doesNotMatch(html, /<script|https?:\/\/(?!www\.w3\.org)[^w]/);
    assert.match(await refuses('codes', 'letters', id, ...words, '--codes', 'no.csv'), /no such file/);
  });

  it('print nothing that was taken off the site, and keep the numbers of the ballot', async () => {
    const hidden = await stage.addInitiative({ title: 'Aap met een naam' });
    const id = await made({
      proposals: [
        { ...proposal('z', 'Aap met een naam', 400_000), initiativeId: hidden, story: 'Sam' },
        proposal('y', 'Boom', 300_000),
        proposal('x', 'Zitbank', 200_000),
      ],
    });
    await says('codes', 'make', id, '--count', '1');
    const { exitCode, err } = await operator.types('ideas', 'hide', hidden, '--reason', 'Een naam.', '--yes');
    assert.equal(exitCode, 0, err);
    const words = ['--page', 'https://www.example.nl/stem', '--sender', 'De W', '--help-line', 'Bel.'];
    for (const paper of [['--paper'], []]) {
      const out = `letters${String(paper.length)}.html`;
      await says('codes', 'letters', id, ...words, ...paper, '--out', out);
      const html = await content(out);
      assert.doesNotMatch(html, /Aap/);
      const at = ['Weggehaald plan', 'Boom', 'Zitbank'].map((title) => html.indexOf(title));
      assert.ok(at[0]! > 0 && at[0]! < at[1]! && at[1]! < at[2]!, at.join());
    }
    assert.match(await says('round', 'paper', id), /1 +Weggehaald plan +withdrawn\n2 +Boom/);
    const [code] = await codesIn('codes.csv');
    await operator.saves('paper.csv', `code;choice\n${code!};1\n`);
    const refused = await operator.types('round', 'paper', id, 'paper.csv');
    assert.match(refused.err, /^Row 2 was not entered: Weggehaald plan: /);
    assert.doesNotMatch(refused.err + refused.out, /Aap/);
    await operator.saves('paper.csv', `code;choice\n${code!};2\n`);
    await says('round', 'paper', id, 'paper.csv');
    assert.deepEqual(await titlesIn(id, code!), ['y']);
  });

  it('say until when the ballot can be handed in: before the round closes, so that it can be typed over', async () => {
    const id = await made({ opensAt: '2031-01-10T08:00:00.000Z', closesAt: '2031-01-31T19:00:00.000Z' });
    await says('codes', 'make', id, '--count', '1');
    const words = [
      ...['--page', 'https://www.example.nl/stem', '--sender', 'De Wetering'],
      ...['--help-line', 'Bel 012 345 67 89.', '--paper'],
    ];
    const handIn = async (...options: string[]) => {
      await says('codes', 'letters', id, ...words, ...options);
      const html = await content('letters.html');
      return [...html.matchAll(/Lever \w+(?: biljet)? in vóór ([^.]+)\./g)].map(([, moment]) => moment);
    };
    assert.deepEqual(await handIn(), [
      'donderdag 30 januari 2031 om 20:00',
      'donderdag 30 januari 2031 om 20:00',
    ]);
    await rm(join(operator.folder, 'letters.html'));
    assert.deepEqual(await handIn('--hand-in', '2031-01-29 17:00'), [
      'woensdag 29 januari 2031 om 17:00',
      'woensdag 29 januari 2031 om 17:00',
    ]);
    for (const late of ['2031-01-31 20:00', '2031-01-10 09:00', '2031-02-03 09:00'])
      assert.match(await refuses('codes', 'letters', id, ...words, '--hand-in', late), /between the opening/);
    const short = await made({
      ...{ name: 'Een avond', opensAt: '2031-01-10T08:00:00.000Z', closesAt: '2031-01-11T08:00:00.000Z' },
    });
    await says('codes', 'make', short, '--count', '1', '--out', 'short.csv');
    assert.match(
      await refuses('codes', 'letters', short, ...words, '--codes', 'short.csv'),
      /for a day or less: say with --hand-in/,
    );
  });

  it('say the year, where help is, and which plans there are, also without a ballot', async () => {
    const id = await made({ opensAt: '2031-01-10T08:00:00.000Z', closesAt: '2031-01-31T19:00:00.000Z' });
    await says('codes', 'make', id, '--count', '1');
    const words = ['--page', 'https://www.example.nl/stem', '--sender', 'De Wetering'];
    const { exitCode, err } = await operator.types('codes', 'letters', id, ...words);
    assert.equal(exitCode, 2);
    assert.match(err, /required option '--help-line <sentence>' not specified/);
    await says('codes', 'letters', id, ...words, '--help-line', 'Bel 012 345 67 89.');
    const html = await content('letters.html');
    assert.match(html, /van vrijdag 10 januari 2031 om 09:00 tot\s+vrijdag 31 januari 2031 om 20:00/);
    for (const needed of [
      'Bel 012 345 67 89.',
      'Ánder bankje',
      'Boom',
      'Tafel',
      'Bij elk plan staat hoeveel het hoogstens kost.',
      '€ 9.000'.replace(' ', '\u00a0'),
    ])
      assert.ok(html.includes(needed), needed);
    assert.ok(!html.includes('Stembiljet'));
  });

  it('can be replaced when one is lost, with the ballot that was cast with it', async () => {
    const id = await made();
    await says('codes', 'make', id, '--count', '2');
    const [lost, other] = (await codesIn('codes.csv')) as [string, string];
    await operator.saves('paper.csv', `code;choice\n${lost};1\n${other};2`);
    await says('round', 'paper', id, 'paper.csv');
    await says('codes', 'replace', id, '--letter', '1', '--codes', 'codes.csv', '--out', 'new.csv');
    const [fresh] = (await codesIn('new.csv')) as [string];
    assert.equal((await mine(id, lost)).status, 403);
    assert.equal(await titlesIn(id, fresh), undefined);
    await operator.saves('more.csv', `code,choice\n"${printCode(fresh)}",3\n`);
    await says('round', 'paper', id, 'more.csv');
    assert.deepEqual(await titlesIn(id, fresh), ['x']);
    await says('codes', 'void', id, '--code', other);
    assert.match(await refuses('codes', 'void', id, '--code', other), /is no good code of this round/);
    assert.match(await refuses('codes', 'void', id, '--code', 'ABC'), /is no code/);
    await says('round', 'close', id, '--yes');
    assert.match(await says('round', 'show', id), /1 ballot counted/);
    await says('round', 'verify', id);
    assert.match(await refuses('codes', 'make', id, '--count', '1', '--out', 'late.csv'), /is closed/);
    assert.ok(!(await readdir(operator.folder)).includes('late.csv'));
  });

  it('leave no file behind when the codes could not be kept', async () => {
    const id = await made();
    await says('codes', 'make', id, '--count', '1');
    const [good] = (await codesIn('codes.csv')) as [string];
    await says('codes', 'void', id, '--code', good);
    assert.match(
      await refuses('codes', 'replace', id, '--code', good, '--out', 'new.csv'),
      /Nothing was changed/,
    );
    assert.ok(!(await readdir(operator.folder)).includes('new.csv'));
  });
});

describe('Ballots on paper', () => {
  it('count once however often their file is entered, and each refused row is named', async () => {
    const id = await made();
    await says('codes', 'make', id, '--count', '3');
    const [first, second, third] = (await codesIn('codes.csv')) as [string, string, string];
    await stage.post(`/rounds/${id}/ballots`, {
      ...{ code: third, lines: [{ proposalId: 'z' }], channel: 'online' },
      rulesHash: roundFrom(await (await stage.get(`/rounds/${id}`)).json()).rulesHash,
    });
    const rows = [
      `${first};"1,3"`,
      `${second};1,2,3`,
      `${second};9`,
      'onzin;1',
      `${third};1`,
      '000000000000;1',
    ];
    await operator.saves('paper.csv', ['code;choice', ...rows].join('\r\n').replace(';1,2,3', ';"1,2,3"'));
    const { exitCode, out, err } = await operator.types('round', 'paper', id, 'paper.csv');
    assert.equal(exitCode, 1);
    assert.equal(out, '1 ballot entered, 0 entered before, 5 refused.\n');
    assert.match(err, /Row 3 was not entered: You chose 3 plans\. You may choose 2/);
    assert.match(err, /Row 4 was not entered: a choice must be numbers, as 2,5/);
    assert.match(err, /Row 5 was not entered: onzin is no code/);
    assert.match(err, /Row 6 was not entered: this household voted already/);
    assert.match(err, /Row 7 was not entered: this code is not of this round/);
    assert.deepEqual(await titlesIn(id, first), ['y', 'x']);
    const again = await operator.types('round', 'paper', id, 'paper.csv');
    assert.equal(again.out, '0 ballots entered, 1 entered before, 5 refused.\n');
    assert.deepEqual(await titlesIn(id, third), ['z']);
    await operator.types('round', 'paper', id, 'paper.csv', '--replace');
    assert.deepEqual(await titlesIn(id, third), ['y']);
  });

  it('are typed over as ranks or points when the ballot asks for them', async () => {
    for (const [rules, choice, lines] of [
      [
        { expression: 'rank' },
        '3,1',
        [
          { proposalId: 'x', rank: 1 },
          { proposalId: 'y', rank: 2 },
        ],
      ],
      [
        { expression: 'allocate', total: { max: 10 } },
        '2=6, 1=4',
        [
          { proposalId: 'z', points: 6 },
          { proposalId: 'y', points: 4 },
        ],
      ],
    ] as const) {
      const id = await made({ name: `Met ${rules.expression}`, rules });
      await operator.tidies();
      await says('codes', 'make', id, '--count', '1');
      const [code] = (await codesIn('codes.csv')) as [string];
      await operator.saves('paper.csv', `code;choice\n${code};"${choice}"`);
      await says('round', 'paper', id, 'paper.csv');
      assert.deepEqual(mineFrom(await (await mine(id, code)).json())?.lines, lines);
    }
  });
});

const anElection = `META
key;value
description;Proef
country;Netherlands
unit;Voorbeeldstad
instance;2020
num_projects;2
num_votes;3
budget;1000
vote_type;approval
rule;greedy
date_begin;01.05.2020
date_end;20.05.2020
min_length;1
max_length;2
PROJECTS
project_id;cost;votes;name;selected
1;600;2;Bankje;1
2;700;2;Boom;0
VOTES
voter_id;vote
1;1,2
2;1
3;2
`;

describe('The election of somebody else', () => {
  it('comes in with its ballots, and goes out as it came', async () => {
    await operator.saves('file.pb', anElection);
    const out = await says('round', 'import', 'file.pb', '--buurt', buurtCode);
    const [, id] = /Made as (\S+), closed/.exec(out)!;
    const exported = await (await stage.get(`/rounds/${id!}/ballots.pb`)).text();
    const sorted = (text: string) =>
      ballotsOf(readPb(text))
        .map(({ lines }) => JSON.stringify(lines))
        .toSorted();
    assert.deepEqual(sorted(exported), sorted(anElection));
    await operator.saves('again.pb', exported);
    const [, second] = /Made as (\S+), closed/.exec(
      await says('round', 'import', 'again.pb', '--buurt', buurtCode, '--name', 'Nog eens'),
    )!;
    const [first, again] = [exported, await (await stage.get(`/rounds/${second!}/ballots.pb`)).text()].map(
      readPb,
    );
    const meta = ({ stated }: ReturnType<typeof readPb>) =>
      [...stated.meta].filter(([key]) => !['instance', 'description'].includes(key));
    assert.deepEqual(meta(again!), meta(first!));
    assert.deepEqual(again!.stated.projects, first!.stated.projects);
    assert.deepEqual(sorted(writePb(again!)), sorted(exported));
    assert.match(await says('round', 'verify', id!), /^Everything is as the log tells/);
  });

  it('opens and closes with the days of its file, in the Netherlands', async () => {
    await operator.saves('file.pb', anElection.replace('20.05.2020', '1.12.2020'));
    await says('round', 'import', 'file.pb', '--buurt', buurtCode);
    const shown = await says('round', 'show', 'Proef');
    assert.match(shown, /opens +Friday, 1 May 2020 at 00:00\n/);
    assert.match(shown, /closes +Tuesday, 1 December 2020 at 23:59\n/);
    await operator.saves('none.pb', anElection.replace('date_end;20.05.2020', 'date_end;'));
    assert.match(await refuses('round', 'import', 'none.pb', '--buurt', buurtCode), /must say date_end/);
  });

  it('is refused with the line that is wrong, or when it has not ended', async () => {
    await operator.saves('file.pb', anElection.replace('2;700;2;Boom;0', '2;700'));
    assert.match(await refuses('round', 'import', 'file.pb', '--buurt', buurtCode), /file\.pb: line 19/);
    await operator.saves('file.pb', anElection.replace('20.05.2020', '20.05.2999'));
    assert.match(await refuses('round', 'import', 'file.pb', '--buurt', buurtCode), /has not ended/);
  });

  it('is refused with a text that is longer than the contract says', async () => {
    await operator.saves('file.pb', anElection.replace('Bankje', 'B'.repeat(1001)));
    assert.match(
      await refuses('round', 'import', 'file.pb', '--buurt', buurtCode),
      /^file\.pb: the name of project 1 has more than 1,000 characters\. No round was made\.\n$/,
    );
  });

  it('is cast ballot by ballot through the API, and a result that differs is named', async () => {
    await operator.saves('file.pb', anElection);
    assert.match(await says('round', 'replay', 'file.pb'), /3 ballots cast .*\n?All is as the file says/);
    await operator.saves('file.pb', anElection.replace('1;600;2;Bankje;1', '1;600;3;Bankje;0'));
    const { exitCode, err } = await operator.types('round', 'replay', 'file.pb');
    assert.equal(exitCode, 1);
    assert.equal(err, '1: votes is 3 in the file, 2 here\n1: selected is false in the file, true here\n');
    assert.deepEqual(await stage.store.db.selectFrom('round').selectAll().execute(), []);
  });

  it('may decide a tie of equals in another way, and that is named as such and no difference', async () => {
    const other = anElection
      .replace('1;600;2;Bankje;1', '1;600;2;Bankje;0')
      .replace('2;700;2;Boom;0', '2;700;2;Boom;1');
    await operator.saves('file.pb', other);
    const { exitCode, out, err } = await operator.types('round', 'replay', 'file.pb');
    assert.equal(err, '');
    assert.match(
      out,
      /\n1: a tie that the file decided: granted here, not in the file\n2: a tie that the file decided: granted in the file, not here\nAll else is as the file says\.\n$/,
    );
    assert.equal(exitCode, 0);
    // Without equals it is a difference, and so it is when no order of equals gives what the file says.
    for (const differing of [
      other.replace('3;2\n', '3;1\n').replace('1;600;2', '1;600;3').replace('2;700;2', '2;700;1'),
      other.replace('Boom;1', 'Boom;0'),
    ]) {
      await operator.saves('file.pb', differing);
      const { exitCode, out, err } = await operator.types('round', 'replay', 'file.pb');
      assert.equal(exitCode, 1);
      assert.match(err, /selected is (true|false) in the file/);
      assert.doesNotMatch(out, /a tie/);
    }
  });
});
