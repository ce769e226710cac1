import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import { printCode } from '@buurt/domain/rounds/code.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import { explainRules } from '@buurt/domain/rounds/sentences.js';
import { rulesSentencesNl } from '@buurt/domain/rounds/sentences.nl.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { html, raw } from 'hono/html';
import { generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import { heightMm, paged, widthMm, type Block } from './letter-paging.js';
import {
  columns,
  letterStyles,
  settings,
  sheet,
  sizes,
  styleElement,
  type Setting,
} from './letter-styles.js';

/** One row of the mail-merge file. */
export interface Letter {
  readonly letter: string;
  readonly code: string;
}

export interface LetterOptions {
  /** Who writes, as residents know them. */
  readonly sender: string;
  /** The page with the vote. */
  readonly page: string;
  /** Where a resident who needs help gets it, in a sentence. */
  readonly helpLine: string;
  /** With a ballot on paper, until when it can be handed in: before the round closes, so that it can be typed over. */
  readonly handInUntil: string | undefined;
}

/** What comes with the letters when they are printed at the desk. */
export interface AroundLetters {
  /** What the screen says above them, and no paper, in paragraphs. */
  readonly advice?: { readonly lines: readonly string[]; readonly locale: Locale } | undefined;
  /** The key with which a letter of these can be replaced, for a sheet of its own. */
  readonly replacementKey?: string | undefined;
  /** Whether they only show what letters will look like. */
  readonly isSample?: boolean;
}

/** The letters of a round, ready to print. */
export interface PrintedLetters {
  readonly html: string;
  /** The styles in it, for a policy that allows no others. */
  readonly styles: string;
  /** Of each letter; always even, so that no sheet is of two homes. */
  readonly pagesEach: number;
  /** Whether everything of the first page fits on it. */
  readonly fits: boolean;
}

type Html = ReturnType<typeof html>;

/** The page with the code behind the `#`, which browsers do not send to anybody. */
export const linkWith = (page: string, code: string): string => `${page}#code=${code}`;

const dayAndTime = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const when = (moment: string) => dayAndTime.format(new Date(moment));

const money = (cents: number, currency: string) =>
  new Intl.NumberFormat('nl-NL', {
    style: 'currency',
    currency,
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

const qrOf = (text: string) =>
  raw(toSvgSource(generate(text), { on: '#000', off: '#fff', pad: 4, xmlDeclaration: false }));

const contentMm = sheet.width - 2 * sheet.side;

const longTitle = 48;
const title = (text: string) =>
  text.length > longTitle ? html`<h1 class="long">${text}</h1>` : html`<h1>${text}</h1>`;
const titleMm = (text: string) =>
  heightMm(text, text.length > longTitle ? sizes.longTitle : sizes.title, contentMm) + 4;

/** What stands on the first page, but for the code. */
function letterTexts(round: Round, { page, helpLine, handInUntil }: LetterOptions, listPage: number) {
  const { host, pathname } = new URL(page);
  const address = host + (pathname === '/' ? '' : pathname);
  const plans = round.proposals.filter(({ withdrawn }) => !withdrawn).length;
  const made = plans === 1 ? 'De buren maakten één plan.' : `De buren maakten ${String(plans)} plannen.`;
  return {
    address,
    title: `${round.name}: jullie kiezen`,
    lead: `Er is ${money(round.budgetCents, round.currency)} voor de buurt. ${made} Met deze brief stemt jullie huis mee.`,
    points: [
      `Stemmen kan van ${when(round.opensAt)} tot ${when(round.closesAt)}.`,
      'Een huis heeft één stem. Overleg dus samen.',
      'Anders besloten? Stem opnieuw met dezelfde code. Je laatste stem telt.',
      'Het stemsysteem kent je adres niet. Bewaar de brief tot de uitslag: wie de code heeft, kan stemmen.',
      handInUntil === undefined
        ? `De plannen staan op pagina ${String(listPage)}.`
        : `Liever op papier? Gebruik het stembiljet. Het begint op pagina ${String(listPage)}. Lever het in vóór ${when(handInUntil)}.`,
      helpLine,
    ],
    english:
      `In English: your home has one vote. Scan the square, or go to ${address} and type the code. You can ` +
      'change your vote until the end. The page is in English too.',
  };
}

type LetterTexts = ReturnType<typeof letterTexts>;

const letterPage = ({ sender, page }: LetterOptions, words: LetterTexts, code: string): Html => html`
  <header>
    <p class="sender">${sender}</p>
    <p class="to">Aan de bewoners van dit adres</p>
  </header>
  ${title(words.title)}
  <p class="lead">${words.lead}</p>
  <div class="vote">
    <div class="qr">${qrOf(linkWith(page, code))}</div>
    <div>
      <p>Scan het vierkant met je telefoon. Of ga naar</p>
      <p class="address">${words.address}</p>
      <p>en vul deze code in:</p>
      <p class="code">${printCode(code)}</p>
    </div>
  </div>
  <ul>
    ${words.points.map((point) => html`<li>${point}</li>`)}
  </ul>
  <p class="english" lang="en">${words.english}</p>
`;

const votePaddingMm = 10.8;
const besideQrMm = contentMm - votePaddingMm - 42 - 8;

function fitsOn({ title: name, lead, address, points, english }: LetterTexts): boolean {
  const oneLine = heightMm('', sizes.text, contentMm);
  const beside = 4 * oneLine + heightMm(address, sizes.text, besideQrMm) + 3 + 10.1;
  const listed = points.reduce((sum, point) => sum + heightMm(point, sizes.text, contentMm - 6) + 1.5, 0);
  const used = [
    sheet.letterTop,
    titleMm(name),
    heightMm(lead, sizes.lead, contentMm) + 6,
    Math.max(42, beside) + votePaddingMm + 6,
    listed + 5,
    heightMm(english, sizes.small, contentMm) + 3,
  ].reduce((sum, each) => sum + each);
  return used <= sheet.height - sheet.bottom;
}

const boxes: Readonly<Record<BallotRules['expression'], { hint: string; box: 'square' | 'line' }>> = {
  approve: { hint: 'Zet een kruisje voor elk plan dat je kiest.', box: 'square' },
  rank: { hint: 'Zet 1 voor het plan dat je het liefst wilt, dan 2, en zo verder.', box: 'line' },
  allocate: { hint: 'Zet voor elk plan dat je kiest hoeveel punten het krijgt.', box: 'line' },
  score: { hint: 'Zet voor elk plan dat je kiest hoeveel punten het krijgt.', box: 'line' },
};

const withdrawnText = 'doet niet mee';

const costText = ({ currency }: Round, { withdrawn, costCents }: Proposal) =>
  withdrawn ? withdrawnText : money(costCents, currency);

const bold = 1.12;

/** How wide the columns of the plans are: box, number, title, cost. */
function columnsOf(round: Round, paper: boolean, { size }: Setting) {
  const costMm = Math.max(...round.proposals.map((plan) => widthMm(costText(round, plan), size)));
  const numberMm = widthMm(String(round.proposals.length), size) * bold;
  const fixed = [...(paper ? [columns[boxes[round.rules.expression].box]] : []), numberMm];
  const planMm = contentMm - [...fixed, costMm].reduce((sum, each) => sum + each + columns.gap, 0);
  return { planMm, tracks: [...fixed, planMm, costMm].map((each) => `${each.toFixed(2)}mm`).join(' ') };
}

/** The plans of a round, with boxes when they are a ballot. */
function planBlocks(round: Round, paper: boolean, setting: Setting): Block<Html>[] {
  const { box } = boxes[round.rules.expression];
  const { size, boxMm, paddingMm } = setting;
  const { planMm } = columnsOf(round, paper, setting);
  return round.proposals.map((plan, index) => ({
    content: html`<div class="plan">
      ${paper ? html`<span class="${plan.withdrawn ? '' : `box ${box}`}"></span>` : ''}
      <span class="nr">${String(index + 1)}</span>
      <span class="${plan.withdrawn ? 'gone' : ''}">${plan.title}</span>
      <span class="cost">${costText(round, plan)}</span>
    </div>`,
    heightMm: Math.max(heightMm(plan.title, size, planMm), boxMm) + 2 * paddingMm + 0.3,
  }));
}

/** What stands above the plans, and below them. */
function aroundPlans(
  round: Round,
  handInUntil: string | undefined,
): readonly [head: Block<Html>[], tail: Block<Html> | undefined] {
  const name = handInUntil === undefined ? `De plannen: ${round.name}` : `Stembiljet: ${round.name}`;
  const heading = { content: title(name), heightMm: titleMm(name) };
  const space = { content: html`<div class="above"></div>`, heightMm: 4 };
  const ruleBlock = (rule: string): Block<Html> => ({
    content: html`<p class="rule">${rule}</p>`,
    heightMm: heightMm(rule, sizes.small, contentMm - 5),
  });
  const costs = ruleBlock('Bij elk plan staat hoeveel het hoogstens kost.');
  if (handInUntil === undefined) return [[heading, costs], undefined];
  const { hint } = boxes[round.rules.expression];
  const rules = explainRules(round, rulesSentencesNl).map(ruleBlock);
  const end = `Lever dit biljet in vóór ${when(handInUntil)}. Stem je ook online? Dan telt die stem.`;
  return [
    [
      heading,
      { content: html`<p class="lead">${hint}</p>`, heightMm: heightMm(hint, sizes.lead, contentMm) + 6 },
      ...rules,
      costs,
      space,
    ],
    { content: html`<p class="tail">${end}</p>`, heightMm: heightMm(end, sizes.small, contentMm) + 4 },
  ];
}

/** What stands below the plans goes with the last of them: it is never alone on a page. */
function withTail(plans: readonly Block<Html>[], tail: Block<Html> | undefined): Block<Html>[] {
  const last = plans.at(-1);
  if (!last || !tail) return [...plans];
  const both = { content: html`${last.content}${tail.content}`, heightMm: last.heightMm + tail.heightMm };
  return [...plans.slice(0, -1), both];
}

interface PlanPages {
  readonly setting: Setting;
  readonly pages: readonly (readonly Html[])[];
}

/** The pages with the plans: with room when that takes one page, else close together. */
function planPages(round: Round, handInUntil: string | undefined): PlanPages {
  const paper = handInUntil !== undefined;
  const [head, tail] = aroundPlans(round, handInUntil);
  const pageMm = sheet.height - sheet.listTop - sheet.bottom;
  const set = (setting: Setting): PlanPages => ({
    setting,
    pages: paged([...head, ...withTail(planBlocks(round, paper, setting), tail)], pageMm),
  });
  const [roomy, close] = settings;
  const first = set(roomy);
  return first.pages.length === 1 ? first : set(close);
}

/** The sheet that stays with the organisation: only with this key does the number of a letter lead to its code. */
const keySheet = (round: Round, letters: readonly Letter[], key: string): Html => html`
  <section class="page">
    ${title('Niet versturen: sleutel van deze brieven')}
    <p class="lead">${round.name}, brief ${letters[0]?.letter} tot en met ${letters.at(-1)?.letter}</p>
    <p class="code key">${printCode(key)}</p>
    <ul>
      <li>Bewaar dit blad achter slot, niet bij de brieven.</li>
      <li>
        Is een brief kwijt? Met deze sleutel en het nummer van de brief maak je in het postvak een nieuwe. De
        oude brief werkt dan niet meer.
      </li>
      <li>De sleutel staat alleen op dit blad. Niemand kan hem opzoeken.</li>
      <li>Vernietig dit blad als de stemming gesloten is.</li>
    </ul>
  </section>
  <section class="page"><p class="nothing">Deze pagina is leeg.</p></section>
`;

const emptyPage = (paper: boolean): Html =>
  html`<p class="nothing">
    Deze pagina is leeg.${paper ? ' Het stembiljet begint op de volgende pagina.' : ''}
  </p>`;

/**
 * Letters of a round whose proposals stand in the order of the ballot, for print on both sides, in whole sheets; the page asks nothing of any server. A ballot that takes whole sheets
 * starts on one of its own, so that it can be handed in without the letter.
 */
export async function printedLetters(
  round: Round,
  letters: readonly Letter[],
  options: LetterOptions,
  { advice, replacementKey, isSample = false }: AroundLetters = {},
): Promise<PrintedLetters> {
  const { handInUntil } = options;
  const paper = handInUntil !== undefined;
  const { setting, pages: plans } = planPages(round, handInUntil);
  const isOdd = plans.length % 2 === 0;
  const emptyFirst = isOdd && paper;
  const words = letterTexts(round, options, emptyFirst ? 3 : 2);
  const pagesEach = 1 + plans.length + (isOdd ? 1 : 0);
  const pagesOf = ({ letter, code }: Letter): Html[] => {
    const empty = { kind: 'empty', content: emptyPage(paper) };
    const pages = [
      { kind: 'letter', content: letterPage(options, words, code) },
      ...(emptyFirst ? [empty] : []),
      ...plans.map((blocks) => ({ kind: setting.name, content: html`${blocks}` })),
      ...(isOdd && !paper ? [empty] : []),
    ];
    return pages.map(
      ({ kind, content }, index) =>
        html`<section class="page ${kind}">
          ${content} ${isSample ? html`<p class="sample">VOORBEELD</p>` : ''}
          <footer>
            <span>Brief ${letter}</span>
            <span class="code">${printCode(code)}</span>
            <span>pagina ${String(index + 1)} van ${String(pagesEach)}</span>
          </footer>
        </section>`,
    );
  };
  const styles = letterStyles(columnsOf(round, paper, setting).tracks);
  const document = await html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Brieven: ${round.name}</title>
        ${raw(styleElement(styles))}
      </head>
      <body>
        ${
          advice
            ? html`<div class="advice" lang="${advice.locale}">
                ${advice.lines.map((line) => html`<p>${line}</p>`)}
              </div>`
            : ''
        }
        ${replacementKey === undefined ? '' : keySheet(round, letters, replacementKey)}
        ${letters.map(pagesOf)}
      </body>
    </html> `;
  return { html: String(document), styles, pagesEach, fits: fitsOn(words) };
}
