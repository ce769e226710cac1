import type { Dimension, Range } from './ballot.js';
import type { RulesSentences } from './sentences.nl.js';
import { counter, money as moneyIn, numeral, span, type RangeTexts } from './format.js';

const language = 'en-GB';
const written = numeral(language);
const plans = counter(language, 'plan', 'plans');
const morePlans = counter(language, 'more plan', 'more plans');
const points = counter(language, 'point', 'points');
const morePoints = counter(language, 'more point', 'more points');
const characters = counter(language, 'character', 'characters');
const words: RangeTexts = { exactly: 'exactly', atLeast: 'at least', atMost: 'at most', to: 'to', or: 'or' };
const each: Readonly<Record<Dimension, string>> = { category: 'each theme', neighborhood: 'each area' };
const one: Readonly<Record<Dimension, string>> = { category: 'one theme', neighborhood: 'one area' };

const quoted = (group: string) => `“${group}”`;
const money = (currency: string) => (cents: number) => moneyIn(cents, currency, language);
const amount = (range: Range, counted: (count: number) => string) => span(range, words, counted, written);
const cost = (range: Range, currency: string) => span(range, words, money(currency), money(currency));
const may = ({ min }: Range) => (min === undefined ? 'may' : 'must');
const atLeast = (exact: boolean) => (exact ? 'exactly' : 'at least');
const from = (group: string) => (group ? ` from ${quoted(group)}` : '');

/** The English sentences; see `rulesSentencesNl`. */
export const rulesSentencesEn: RulesSentences = {
  explain: {
    picks: ({ range }) => `Choose ${amount(range, plans)}.`,
    anyPicks: 'Choose as many plans as you like.',
    ranked: ({ range }) => `Choose ${amount(range, plans)} and put them in order.`,
    anyRanked: 'Choose as many plans as you like and put them in order.',
    firstOnTop: 'Put what you want most at the top.',
    divide: ({ range }) => `Divide ${amount(range, points)} among the plans.`,
    anyPoints: 'Give points to the plans that you like.',
    pointsFor: ({ range }) => `Give points to ${amount(range, plans)}.`,
    perProject: ({ range }) => `A plan that you choose gets ${amount(range, points)}.`,
    mark: ({ range }) => `Give each plan that you choose ${amount(range, points)}.`,
    markTotal: ({ range }) => `In all you give ${amount(range, points)}.`,
    skipped: ({ count }) => `A plan that you skip gets ${points(count)}.`,
    spend: ({ range, currency }) => `Together they ${may(range)} cost ${cost(range, currency)}.`,
    spendOne: ({ range, currency }) => `It ${may(range)} cost ${cost(range, currency)}.`,
    needNotSpend: 'You need not spend everything.',
    groupPicks: ({ range, group }) =>
      range.max === 0
        ? `Choose no plans from ${quoted(group)}.`
        : `From ${quoted(group)}, choose ${amount(range, plans)}.`,
    groupSpend: ({ range, group, currency }) =>
      `Together, plans from ${quoted(group)} ${may(range)} cost ${cost(range, currency)}.`,
    eachPicks: ({ range, dimension }) => `Choose ${amount(range, plans)} from ${each[dimension]}.`,
    eachSpend: ({ range, dimension, currency }) =>
      `Together, plans from ${one[dimension]} ${may(range)} cost ${cost(range, currency)}.`,
  },
  remaining: {
    nothingYet: 'You have not chosen anything yet.',
    chosen: ({ count }) => `You chose ${plans(count)}.`,
    full: ({ count }) => `You chose ${plans(count)}. You cannot choose more.`,
    picksNeeded: ({ count, exact, group }) =>
      `Choose ${exact ? '' : 'at least '}${morePlans(count)}${from(group)}.`,
    picksLeft: ({ count, group }) => `You can choose ${morePlans(count)}${from(group)}.`,
    groupFull: ({ group }) => `You cannot choose more from ${quoted(group)}.`,
    given: ({ count }) => `You gave ${points(count)}.`,
    pointsNeeded: ({ count, exact }) => `Give ${exact ? '' : 'at least '}${morePoints(count)}.`,
    pointsLeft: ({ count }) => `You have ${points(count)} left.`,
    pointsGone: 'You have no points left.',
    spent: ({ cents, currency, group }) => `Your choice${from(group)} costs ${money(currency)(cents)}.`,
    spendNeeded: ({ cents, currency, group }) =>
      `Choose plans${from(group)} for at least ${money(currency)(cents)} more.`,
    spendLeft: ({ cents, currency, group }) =>
      `There is ${money(currency)(cents)} left${group ? ` for ${quoted(group)}` : ''}.`,
    spendGone: ({ group }) =>
      group ? `The money for ${quoted(group)} is spent.` : 'All the money is spent.',
    fitting: ({ count }) =>
      count === 0 ? 'No other plan fits.' : `${morePlans(count)} ${count === 1 ? 'fits' : 'fit'}.`,
  },
  problems: {
    empty: 'Choose a plan first.',
    rankMissing: 'Give this plan a place in your list.',
    pointsMissing: 'Give this plan points.',
    unknown: 'This plan is not part of this vote. Remove it.',
    withdrawn: 'This plan no longer takes part. Remove it.',
    doubled: 'This plan is there twice. Remove one.',
    rankDoubled: 'Two plans have the same place. Give this plan another place.',
    rankOut: ({ places }) => `This place does not exist. Choose a place from 1 to ${written(places)}.`,
    notWhole: 'Use a whole number.',
    unasked: 'This is not part of this vote.',
    picksMin: ({ actual, limit, exact, group }) =>
      `You chose ${plans(actual)}${from(group)}. It must be ${atLeast(exact)} ${written(limit)}. Add ${written(limit - actual)}.`,
    picksMax: ({ actual, limit, group }) =>
      `You chose ${plans(actual)}${from(group)}. You may choose ${written(limit)}. Remove ${written(actual - limit)}.`,
    spendMin: ({ actual, limit, currency, group }) =>
      `Your choice${from(group)} costs ${money(currency)(actual)}. It must be at least ${money(currency)(limit)}. Add a plan.`,
    spendMax: ({ actual, limit, currency, group }) =>
      `Your choice${from(group)} costs ${money(currency)(actual)}. It may be at most ${money(currency)(limit)}. That is ${money(currency)(actual - limit)} too much. Remove a plan.`,
    pointsMin: ({ actual, limit }) =>
      `This plan has ${points(actual)}. It must be at least ${written(limit)}.`,
    pointsMax: ({ actual, limit }) =>
      `You gave this plan ${points(actual)}. It may be at most ${written(limit)}.`,
    totalMin: ({ actual, limit, exact }) =>
      `You gave ${points(actual)}. It must be ${atLeast(exact)} ${written(limit)}. Give ${written(limit - actual)} more.`,
    totalMax: ({ actual, limit }) =>
      `You gave ${points(actual)}. You may give ${written(limit)}. Take ${written(actual - limit)} away.`,
  },
  cannotAdd: {
    doubled: 'You have chosen this plan already.',
    withdrawn: 'This plan no longer takes part.',
    unknown: 'This plan is not part of this vote.',
    picks: ({ used, over, group }) =>
      used === 0
        ? `You cannot choose anything${from(group)}.`
        : `You already have ${plans(used)}${from(group)}. Remove ${written(over)} first.`,
    spend: ({ cents, currency, group }) =>
      `This plan does not fit. You are ${money(currency)(cents)} short${group ? ` for ${quoted(group)}` : ''}.`,
    total: ({ count }) => `You have too few points left. Take ${points(count)} away from another plan first.`,
  },
  code: {
    empty: 'Fill in the code from your letter.',
    tooShort: ({ missing, length }) =>
      `${characters(missing)} ${missing === 1 ? 'is' : 'are'} missing. A code has ${written(length)}.`,
    tooLong: ({ over, length }) =>
      `There ${over === 1 ? 'is' : 'are'} ${characters(over)} too many. A code has ${written(length)}.`,
    wrongSign: ({ sign, place }) =>
      `Character ${written(place)}, ${quoted(sign)}, is not in any code. Compare it with your letter.`,
    wrongCheck: 'There is a typing error in the code. Compare it with your letter, character by character.',
  },
};
