import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { printCode } from '@buurt/domain/rounds/code.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { printPdf } from '../../../packages/server/src/cli/print-pdf.js';
import { printedLetters, type Letter } from '../../../packages/server/src/rounds/letters.js';
import { newCode } from '../../../packages/server/src/secrets/credential-hash.js';
import { aProposal, aRound } from '../round-stage.js';

const poppler = spawnSync('pdfinfo', ['-v']).status === 0;

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'buurt-letters-'))));
after(() => rm(folder, { recursive: true }));

const io = () => ({ out: () => {}, err: () => {}, cwd: folder, isTty: false });
const options = {
  sender: 'Woningcorporatie De Wetering',
  page: 'https://www.example.nl/molenbuurt/stem',
  helpLine: 'Hulp nodig? Bel 012 345 67 89, op werkdagen van 9 tot 17 uur.',
  handInUntil: '2031-01-30T19:00:00.000Z',
};

/** A title of 104 signs that begins with its number, in words as residents write them. */
const longTitle = (number: number) =>
  `${String(number).padStart(3, '0')} Meer wilde bloemen, Bomen en een Waterpomp langs het Wandelpad achter de Molenstraat Noordoost bij 12`.padEnd(
    104,
    'x',
  );

const roundOf = (proposals: number, own: Partial<Round> = {}): Round => {
  const made = aRound({ name: 'Buurtbudget Molenbuurt', closesAt: '2031-01-31T19:00:00.000Z' });
  return {
    ...made,
    openedAt: null,
    rulesHash: '',
    phase: 'announced',
    proposals: Array.from({ length: proposals }, (_, index) =>
      aProposal(String(index), 1_234_500 + index, { title: longTitle(index + 1) }),
    ),
    ...own,
  } as unknown as Round;
};

const lettersWith = (count: number): Letter[] =>
  Array.from({ length: count }, (_, index) => ({ letter: String(index + 1), code: newCode() }));

/** The text of each page, as Chromium prints them. */
async function pagesOf(name: string, html: string): Promise<string[]> {
  await writeFile(join(folder, `${name}.html`), html);
  await printPdf(io(), join(folder, `${name}.html`), `${name}.pdf`);
  const info = execFileSync('pdfinfo', [join(folder, `${name}.pdf`)], { encoding: 'utf8' });
  assert.match(info, /Page size: +59[45]\S* x 84[12]\S* pts \(A4\)/);
  const text = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' });
  const pages = text.split('\f').slice(0, -1);
  assert.equal(pages.length, Number(/Pages: +(\d+)/.exec(info)?.[1]));
  return pages;
}

describe('Letters that Chromium prints', { skip: poppler ? false : 'there is no pdfinfo' }, () => {
  for (const paper of [true, false])
    for (const count of [1, 13, 14, 29, 40, 100])
      it(`are whole sheets of one home each, with ${String(count)} plans ${paper ? 'and a ballot' : 'in a list'}`, async () => {
        const letters = lettersWith(3);
        const round = roundOf(count);
        const { html, pagesEach, fits } = await printedLetters(round, letters, {
          ...options,
          handInUntil: paper ? options.handInUntil : undefined,
        });
        const pages = await pagesOf(`${String(count)}-${String(paper)}`, html);
        assert.ok(fits);
        assert.equal(pagesEach % 2, 0);
        assert.equal(pages.length, 3 * pagesEach);
        for (const [index, page] of pages.entries()) {
          const { letter, code } = letters[Math.floor(index / pagesEach)]!;
          const mark = `Brief ${letter} +${printCode(code)} +pagina ${String((index % pagesEach) + 1)} van ${String(pagesEach)}\\s*$`;
          assert.match(page, new RegExp(mark));
        }
        for (let start = 0; start < pages.length; start += pagesEach) {
          assert.match(pages[start]!, /Aan de bewoners van dit adres/);
          const all = pages.slice(start + 1, start + pagesEach).join('\n');
          for (let plan = 1; plan <= count; plan++) {
            assert.equal(
              all.split(`${String(plan).padStart(3, '0')} Meer wilde`).length,
              2,
              `plan ${String(plan)}`,
            );
          }
          assert.equal(all.split('bij 12').length, count + 1);
          if (paper) assert.match(all, /Lever dit biljet in\s+vóór donderdag 30 januari 2031 om 20:00/);
        }
      });

  it('begin with a sheet for the organisation when they have a key, and print no advice of the screen', async () => {
    const replacementKey = newCode();
    const { html, pagesEach } = await printedLetters(roundOf(14), lettersWith(2), options, {
      advice: { locale: 'nl', lines: ['Print deze pagina nu.'] },
      replacementKey,
    });
    const pages = await pagesOf('with-key', html);
    assert.equal(pages.length, 2 + 2 * pagesEach);
    assert.ok(pages[0]!.includes(printCode(replacementKey)));
    assert.match(pages[0]!, /brief 1 tot en met 2/);
    assert.match(pages[1]!, /Deze pagina is leeg/);
    assert.match(pages[2]!, /Aan de bewoners van dit adres/);
    assert.doesNotMatch(pages.join(), /Print deze pagina/);
  });

  it('show the address, and not the code, in the window of a DL envelope', async () => {
    const { html } = await printedLetters(roundOf(14), lettersWith(1), options);
    await pagesOf('window', html);
    const boxes = execFileSync('pdftotext', ['-bbox', '-l', '1', join(folder, 'window.pdf'), '-'], {
      encoding: 'utf8',
    });
    const mmOf = (word: RegExp) => {
      const [, x = '', y = ''] = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${word.source}`).exec(
        boxes,
      )!;
      return [x, y].map((points) => Math.round((Number(points) * 25.4) / 72));
    };
    assert.deepEqual(mmOf(/Aan</), [24, 44]);
    const [, y = 0] = mmOf(/[0-9A-Z]{4}-[0-9A-Z]{4}-/);
    assert.ok(y > 105, `the code is ${String(y)} mm from the top: above the fold`);
  });

  it('lose no word of the longest titles and rules', async () => {
    const wide = (number: number) => `${String(number).padStart(3, '0')} ${'Mmmm Wwww '.repeat(19)}einde`;
    const keys = Array.from({ length: 60 }, (_, group) => `g${String(group)}`);
    const names = keys.map((key) => [key, `Een groep met een lange naam, ${key}`]);
    const groups = keys.map((key, group) => ({
      dimension: 'category' as const,
      key,
      picks: { max: 1 + (group % 2) },
    }));
    const round = roundOf(30, {
      name: 'Buurtbudget '.repeat(8).trim(),
      groupNames: Object.fromEntries(names),
      rules: { expression: 'approve', picks: { max: 5 }, groups },
      proposals: Array.from({ length: 30 }, (_, index) =>
        aProposal(String(index), 99_999_999_99, {
          title: wide(index + 1),
          withdrawn: index === 7,
          categories: keys,
        }),
      ),
    });
    const { html, pagesEach, fits } = await printedLetters(round, lettersWith(2), options);
    const pages = await pagesOf('longest', html);
    assert.ok(fits);
    assert.equal(pages.length, 2 * pagesEach);
    assert.equal(pages.join('').split('Een groep met een lange naam').length, 2 * 60 + 1);
    assert.equal(pages.join('').split('einde').length, 2 * 30 + 1);
    assert.equal(pages.join('').split('doet niet mee').length, 3);
    assert.match(pages[pagesEach - 1]!, /Lever dit biljet in/);
  });
});

describe('Letters', () => {
  it('have no text below 10 points', async () => {
    const { html } = await printedLetters(roundOf(40), lettersWith(1), options);
    const sizes = [...html.matchAll(/font-size: ([\d.]+)pt/g)].map(([, points]) => Number(points));
    assert.ok(sizes.length > 5);
    assert.equal(Math.min(...sizes), 10);
  });

  it('say when their first page is too full', async () => {
    const helpLine = 'Bel ons, of kom langs in het buurthuis. '.repeat(30);
    assert.equal((await printedLetters(roundOf(1), lettersWith(1), { ...options, helpLine })).fits, false);
  });
});
