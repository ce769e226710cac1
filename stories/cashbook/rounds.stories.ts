import { html } from 'lit';
import {
  aCashbookRound,
  aLine,
  cashbook,
  emptyCashbook,
  lastYear,
} from '../../test/support/cashbook-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { after, book, reading } from './book.js';

export default { title: 'Cashbook/Rounds' };

export const SeveralRounds: Story = {
  render: () => book(),
  play: reading('Buurtbudget 2026'),
};

export const AllRoundsOpened: Story = {
  render: () => book(),
  play: after(async (visitor) => {
    await visitor.press('Buurtbudget 2025');
    await visitor.press('Buiten de rondes');
    await visitor.press('Wat betekenen deze woorden?');
  }),
};

export const NothingYet: Story = {
  render: () => book(emptyCashbook),
  play: reading('Er is nog geen geld verdeeld in deze buurt.'),
};

export const RoundIsOpen: Story = {
  render: () =>
    book({ ...cashbook, rounds: [aCashbookRound('2026', { phase: 'open', wonCents: null }), lastYear] }),
  play: reading('De stemming loopt nog, tot en met 21 oktober 2026.'),
};

export const NothingWon: Story = {
  render: () => book({ ...emptyCashbook, rounds: [aCashbookRound('2026')] }),
  play: reading('De buurt koos in deze ronde geen plannen.'),
};

export const Overspent: Story = {
  render: () =>
    book({
      ...emptyCashbook,
      rounds: [
        aCashbookRound('2026', {
          budgetCents: 5_000_00,
          wonCents: 4_800_00,
          grantedCents: 4_800_00,
          spentCents: 5_650_00,
          leftCents: -650_00,
          lines: [
            aLine('i-tafel', 'Lange tafel op het Rozenplein', [4_000_00, 4_000_00, 5_200_00]),
            aLine('i-bank', 'Bankje bij de halte', [800_00, 800_00, 450_00]),
          ],
        }),
      ],
    }),
  play: reading('meer uitgegeven dan toegezegd'),
};

const long = 'Een-heel-lange-naam-zonder-spaties-'.repeat(3);

export const LongTexts: Story = {
  render: () =>
    book({
      ...emptyCashbook,
      rounds: [
        aCashbookRound('2026', {
          name: `Buurtbudget ${long} van alle straten rond het Rozenplein en de Lindenlaan samen`,
          budgetCents: 12_345_678_90,
          wonCents: 12_345_678_90,
          grantedCents: 12_345_678_90,
          spentCents: 1_234_567_89,
          leftCents: 11_111_111_01,
          lines: [
            aLine('i-lang', long, [12_345_678_00, 12_345_678_00, 1_234_567_89]),
            aLine(
              'i-zin',
              'Een plan met een titel van heel veel woorden, omdat wie het bedacht alles in een keer wilde zeggen',
              [90, 90, null],
            ),
          ],
        }),
      ],
    }),
  play: reading('Een plan met een titel'),
};

export const English: Story = {
  name: 'English',
  render: () => html`<div lang="en">${book()}</div>`,
  play: reading('The neighbourhood’s cashbook'),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${book()}</div>`,
  play: reading('Buurtbudget 2026'),
};

/** The page's own words about help stand at the end, and beside what did not come. */
export const WithHelp: Story = {
  render: () =>
    book(
      cashbook,
      html`<p slot="help">Liever praten? Bel ons: <a href="tel:+31123456789">012 345 67 89</a>.</p>`,
    ),
  play: reading('Buurtbudget 2026'),
};
