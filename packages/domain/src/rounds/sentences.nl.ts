import type { Dimension, Range } from './ballot.js';
import { counter, money as moneyIn, numeral, span, type RangeTexts } from './format.js';

const language = 'nl-NL';
const written = numeral(language);
const plans = counter(language, 'plan', 'plannen');
const points = counter(language, 'punt', 'punten');
const signs = counter(language, 'teken', 'tekens');
const words: RangeTexts = {
  exactly: 'precies',
  atLeast: 'minstens',
  atMost: 'hoogstens',
  to: 'tot',
  or: 'of',
};
const each: Readonly<Record<Dimension, string>> = {
  category: 'elk thema',
  neighborhood: 'elk deel van de buurt',
};
const one: Readonly<Record<Dimension, string>> = {
  category: 'één thema',
  neighborhood: 'één deel van de buurt',
};

const quoted = (group: string) => `“${group}”`;
const money = (currency: string) => (cents: number) => moneyIn(cents, currency, language);
const amount = (range: Range, counted: (count: number) => string) => span(range, words, counted, written);
const cost = (range: Range, currency: string) => span(range, words, money(currency), money(currency));
const may = ({ min }: Range) => (min === undefined ? 'mogen' : 'moeten');
const mayBe = (count: number) => (count === 1 ? 'Het mag er' : 'Het mogen er');
const mustBe = (count: number, exact: boolean) =>
  `${count === 1 ? 'Het moet er' : 'Het moeten er'}${exact ? '' : ' minstens'}`;
const from = (group: string) => (group ? ` uit ${quoted(group)}` : '');

interface Passed {
  readonly actual: number;
  readonly limit: number;
  readonly group: string;
}

/**
 * Dutch sentences about the rules of a ballot: what they ask, how far one is, what is wrong. Amounts of money are in
 * cents; `group` is the name of a group, or empty for the whole ballot.
 */
export const rulesSentencesNl = {
  explain: {
    picks: ({ range }: { range: Range }) => `Kies ${amount(range, plans)}.`,
    anyPicks: 'Kies zoveel plannen als je wilt.',
    ranked: ({ range }: { range: Range }) => `Kies ${amount(range, plans)} en zet ze op volgorde.`,
    anyRanked: 'Kies zoveel plannen als je wilt en zet ze op volgorde.',
    firstOnTop: 'Wat je het liefst wilt, komt bovenaan.',
    divide: ({ range }: { range: Range }) => `Verdeel ${amount(range, points)} over de plannen.`,
    anyPoints: 'Geef punten aan de plannen die je goed vindt.',
    pointsFor: ({ range }: { range: Range }) => `Geef punten aan ${amount(range, plans)}.`,
    perProject: ({ range }: { range: Range }) => `Een plan dat je kiest, krijgt ${amount(range, points)}.`,
    mark: ({ range }: { range: Range }) => `Geef elk plan dat je kiest ${amount(range, points)}.`,
    markTotal: ({ range }: { range: Range }) => `Samen geef je ${amount(range, points)}.`,
    skipped: ({ count }: { count: number }) => `Een plan dat je overslaat, krijgt ${points(count)}.`,
    spend: ({ range, currency }: { range: Range; currency: string }) =>
      `Samen ${may(range)} ze ${cost(range, currency)} kosten.`,
    spendOne: ({ range, currency }: { range: Range; currency: string }) =>
      `Het ${range.min === undefined ? 'mag' : 'moet'} ${cost(range, currency)} kosten.`,
    needNotSpend: 'Je hoeft niet alles uit te geven.',
    groupPicks: ({ range, group }: { range: Range; group: string }) =>
      range.max === 0
        ? `Kies geen plannen uit ${quoted(group)}.`
        : `Kies uit ${quoted(group)} ${amount(range, plans)}.`,
    groupSpend: ({ range, group, currency }: { range: Range; group: string; currency: string }) =>
      `Plannen uit ${quoted(group)} ${may(range)} samen ${cost(range, currency)} kosten.`,
    eachPicks: ({ range, dimension }: { range: Range; dimension: Dimension }) =>
      `Kies uit ${each[dimension]} ${amount(range, plans)}.`,
    eachSpend: ({ range, dimension, currency }: { range: Range; dimension: Dimension; currency: string }) =>
      `Plannen uit ${one[dimension]} ${may(range)} samen ${cost(range, currency)} kosten.`,
  },
  remaining: {
    nothingYet: 'Je koos nog niets.',
    chosen: ({ count }: { count: number }) => `Je koos ${plans(count)}.`,
    full: ({ count }: { count: number }) => `Je koos ${plans(count)}. Meer kan niet.`,
    picksNeeded: ({ count, exact, group }: { count: number; exact: boolean; group: string }) =>
      `Kies nog ${exact ? '' : 'minstens '}${plans(count)}${from(group)}.`,
    picksLeft: ({ count, group }: { count: number; group: string }) =>
      group
        ? `Uit ${quoted(group)} kun je nog ${plans(count)} kiezen.`
        : `Je kunt nog ${plans(count)} kiezen.`,
    groupFull: ({ group }: { group: string }) => `Uit ${quoted(group)} kun je niets meer kiezen.`,
    given: ({ count }: { count: number }) => `Je gaf ${points(count)}.`,
    pointsNeeded: ({ count, exact }: { count: number; exact: boolean }) =>
      `Geef nog ${exact ? '' : 'minstens '}${points(count)}.`,
    pointsLeft: ({ count }: { count: number }) => `Je hebt nog ${points(count)} over.`,
    pointsGone: 'Je punten zijn op.',
    spent: ({ cents, currency, group }: { cents: number; currency: string; group: string }) =>
      `Je keuze${from(group)} kost ${money(currency)(cents)}.`,
    spendNeeded: ({ cents, currency, group }: { cents: number; currency: string; group: string }) =>
      `Kies${from(group)} nog voor minstens ${money(currency)(cents)}.`,
    spendLeft: ({ cents, currency, group }: { cents: number; currency: string; group: string }) =>
      group
        ? `Voor ${quoted(group)} is nog ${money(currency)(cents)} over.`
        : `Er is nog ${money(currency)(cents)} over.`,
    spendGone: ({ group }: { group: string }) =>
      group ? `Het geld voor ${quoted(group)} is op.` : 'Het geld is precies op.',
    fitting: ({ count }: { count: number }) =>
      count === 0
        ? 'Er past geen plan meer bij.'
        : `Er ${count === 1 ? 'past' : 'passen'} nog ${plans(count)} bij.`,
  },
  problems: {
    empty: 'Kies eerst een plan.',
    rankMissing: 'Geef dit plan een plaats op je lijst.',
    pointsMissing: 'Geef dit plan punten.',
    unknown: 'Dit plan hoort niet bij deze stemming. Haal het weg.',
    withdrawn: 'Dit plan doet niet meer mee. Haal het weg.',
    doubled: 'Dit plan staat er twee keer op. Haal er één weg.',
    rankDoubled: 'Twee plannen hebben dezelfde plaats. Geef dit plan een andere plaats.',
    rankOut: ({ places }: { places: number }) =>
      `Deze plaats is er niet. Kies een plaats van 1 tot ${written(places)}.`,
    notWhole: 'Gebruik een heel getal.',
    unasked: 'Dit hoort niet bij deze stemming.',
    picksMin: ({ actual, limit, exact, group }: Passed & { exact: boolean }) =>
      `Je koos ${plans(actual)}${from(group)}. ${mustBe(limit, exact)} ${written(limit)} zijn. Kies er ${written(limit - actual)} bij.`,
    picksMax: ({ actual, limit, group }: Passed) =>
      `Je koos ${plans(actual)}${from(group)}. ${mayBe(limit)} ${written(limit)} zijn. Haal er ${written(actual - limit)} weg.`,
    spendMin: ({ actual, limit, currency, group }: Passed & { currency: string }) =>
      `Je keuze${from(group)} kost ${money(currency)(actual)}. Het moet minstens ${money(currency)(limit)} zijn. Kies er iets bij.`,
    spendMax: ({ actual, limit, currency, group }: Passed & { currency: string }) =>
      `Je keuze${from(group)} kost ${money(currency)(actual)}. Het mag hoogstens ${money(currency)(limit)} zijn. Dat is ${money(currency)(actual - limit)} te veel. Haal een plan weg.`,
    pointsMin: ({ actual, limit }: { actual: number; limit: number }) =>
      `Dit plan heeft ${points(actual)}. ${mustBe(limit, false)} ${written(limit)} zijn.`,
    pointsMax: ({ actual, limit }: { actual: number; limit: number }) =>
      `Je gaf dit plan ${points(actual)}. ${mayBe(limit)} hoogstens ${written(limit)} zijn.`,
    totalMin: ({ actual, limit, exact }: { actual: number; limit: number; exact: boolean }) =>
      `Je gaf ${points(actual)}. ${mustBe(limit, exact)} ${written(limit)} zijn. Geef er nog ${written(limit - actual)}.`,
    totalMax: ({ actual, limit }: { actual: number; limit: number }) =>
      `Je gaf ${points(actual)}. ${mayBe(limit)} ${written(limit)} zijn. Haal er ${written(actual - limit)} weg.`,
  },
  cannotAdd: {
    doubled: 'Dit plan heb je al gekozen.',
    withdrawn: 'Dit plan doet niet meer mee.',
    unknown: 'Dit plan hoort niet bij deze stemming.',
    picks: ({ used, over, group }: { used: number; over: number; group: string }) =>
      used === 0
        ? `Je kunt${from(group)} niets kiezen.`
        : `Je hebt al ${plans(used)}${from(group)}. Haal er eerst ${written(over)} weg.`,
    spend: ({ cents, currency, group }: { cents: number; currency: string; group: string }) =>
      group
        ? `Dit plan past er niet bij. Voor ${quoted(group)} kom je ${money(currency)(cents)} te kort.`
        : `Dit plan past er niet bij. Je komt ${money(currency)(cents)} te kort.`,
    total: ({ count }: { count: number }) =>
      `Je hebt te weinig punten over. Haal eerst ${points(count)} weg bij een ander plan.`,
  },
  code: {
    empty: 'Vul de code uit je brief in.',
    tooShort: ({ missing, length }: { missing: number; length: number }) =>
      `Er ${missing === 1 ? 'ontbreekt' : 'ontbreken'} nog ${signs(missing)}. Een code heeft er ${written(length)}.`,
    tooLong: ({ over, length }: { over: number; length: number }) =>
      `Er ${over === 1 ? 'staat' : 'staan'} ${signs(over)} te veel. Een code heeft er ${written(length)}.`,
    wrongSign: ({ sign, place }: { sign: string; place: number }) =>
      `Teken ${written(place)}, ${quoted(sign)}, komt in geen enkele code voor. Vergelijk het met je brief.`,
    wrongCheck: 'Er zit een tikfout in de code. Vergelijk hem teken voor teken met je brief.',
  },
};

export type RulesSentences = typeof rulesSentencesNl;
