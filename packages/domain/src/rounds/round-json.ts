import { photoFrom } from '../initiatives/initiative-json.js';
import {
  count,
  flag,
  isObject,
  list,
  maybe,
  moment,
  nullable,
  oneOf,
  shape,
  ShapeError,
  text,
  type Reader,
} from '../wire/json.js';
import { checked, whole } from '../wire/stricter-json.js';
import { namedPlaceFrom } from '../geo/place.js';
import { dimensions, expressions, type BallotRules, type GroupRules, type Range } from './ballot.js';
import {
  roundPhases,
  tallyMethods,
  tieBreaks,
  type GroupBudget,
  type Proposal,
  type Round,
  type RoundSummary,
  type TallyRules,
} from './round.js';

/** A list in which no id comes twice. */
const listById =
  <T extends { readonly id: string }>(read: Reader<T>): Reader<T[]> =>
  (json, at = '') => {
    const entries = list(read)(json, at);
    const ids = entries.map(({ id }) => id);
    const doubled = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (doubled >= 0) throw new ShapeError(`${at}/${String(doubled)}/id`, 'an id that comes once');
    return entries;
  };

/** What `Intl` takes for a currency; it throws at anything else. */
const currency = checked(text, 'a currency of three letters', (code) => /^[A-Z]{3}$/.test(code));
const rulesHashFrom = checked(text, '64 hexadecimal digits', (hash) => /^[\da-f]{64}$/.test(hash));

const rangeOf = (end: Reader<number>) =>
  checked(
    shape<Range>({ min: maybe(end), max: maybe(end) }),
    'a range from low to high',
    ({ min = -Infinity, max = Infinity }) => min <= max,
  );
const amounts = rangeOf(count);
const points = rangeOf(whole);

const ballotRulesFrom = shape<BallotRules>({
  expression: oneOf(...expressions),
  picks: maybe(amounts),
  spendCents: maybe(amounts),
  perProject: maybe(points),
  total: maybe(points),
  defaultScore: maybe(whole),
  groups: maybe(
    list(
      shape<GroupRules>({
        dimension: oneOf(...dimensions),
        key: text,
        picks: maybe(amounts),
        spendCents: maybe(amounts),
      }),
    ),
  ),
});

const rankScoresFrom: Reader<NonNullable<TallyRules['rankScores']>> = (json, at) =>
  json === 'borda' ? json : list(count)(json, at);

export const tallyRulesFrom = shape<TallyRules>({
  method: oneOf(...tallyMethods),
  threshold: maybe(count),
  rankScores: maybe(rankScoresFrom),
  groupBudgets: maybe(
    list(
      shape<GroupBudget>({
        dimension: oneOf(...dimensions),
        key: text,
        budgetCents: count,
        kind: oneOf('cap', 'earmark'),
      }),
    ),
  ),
  tieBreak: list(oneOf(...tieBreaks)),
  add1Cents: maybe(checked(count, 'an amount above 0', (cents) => cents > 0)),
  leftover: oneOf('next-that-fits', 'none'),
});

const talliesFrom: Reader<Round['tallies']> = (json, at = '') => {
  const [first, ...more] = list(tallyRulesFrom)(json, at);
  if (!first) throw new ShapeError(at, 'a list with a way of counting');
  return [first, ...more];
};

const proposalFrom = shape<Proposal>({
  id: checked(text, 'an id', (id) => id !== ''),
  title: text,
  story: text,
  costCents: count,
  categories: list(text),
  neighborhoods: list(text),
  initiativeId: nullable(text),
  photo: nullable(photoFrom),
  place: nullable(namedPlaceFrom),
  remark: nullable(text),
  excludes: list(text),
  withdrawn: flag,
});

const namesFrom: Reader<Round['groupNames']> = (json, at = '') => {
  if (!isObject(json)) throw new ShapeError(at, 'an object');
  return Object.fromEntries(
    Object.entries(json).map(([key, name]) => {
      const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
      return [key, text(name, `${at}/${token}`)] as const;
    }),
  );
};

const summary = {
  id: text,
  buurtCode: text,
  name: text,
  budgetCents: count,
  currency,
  phase: oneOf(...roundPhases),
  opensAt: moment,
  closesAt: moment,
  proposalCount: count,
};

export const roundSummaryFrom = shape<RoundSummary>(summary);

/**
 * Reads one round. Strict where money and votes hang on it: amounts in whole cents from 0, no id twice, a phase, a
 * currency and rules that this version knows.
 * @throws {ShapeError} so that a vote does not open on a round that it does not understand
 */
export const roundFrom = shape<Round>({
  ...summary,
  intro: text,
  rules: ballotRulesFrom,
  rulesHash: rulesHashFrom,
  tallies: talliesFrom,
  groupNames: namesFrom,
  proposals: listById(proposalFrom),
  serverTime: moment,
});

/** Reads `{ rounds: […] }`; as strict as `roundFrom`. */
export const roundsFrom: Reader<readonly RoundSummary[]> = (json, at) =>
  shape<{ rounds: RoundSummary[] }>({ rounds: listById(roundSummaryFrom) })(json, at).rounds;
