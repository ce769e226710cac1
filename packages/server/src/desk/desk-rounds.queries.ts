import type { DeskRound, DeskRoundSummary } from '@buurt/domain/desk/round.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { rulesSentencesEn } from '@buurt/domain/rounds/sentences.en.js';
import { rulesSentencesNl } from '@buurt/domain/rounds/sentences.nl.js';
import { explainRules } from '@buurt/domain/rounds/sentences.js';
import { actsOf } from '../acts/acts.queries.js';
import { isWithin, type BuurtBound } from '../acts/within.js';
import { findBuurtRow, settingsOf } from '../buurten/buurten.queries.js';
import type { Database, Store } from '../db/open.js';
import type { CountedRound } from '../rounds/results.js';
import { roundStateOf } from '../rounds/rounds.service.js';
import {
  asResidentsSee,
  closeDueRounds,
  currentRound,
  letterCount,
  phase,
  roundOf,
  type RoundRow,
} from '../rounds/rounds.queries.js';
import { shownAct } from './inbox.queries.js';

const mostActs = 100;
const mostRounds = 200;

const roundsIn = (db: Database, buurten: BuurtBound) =>
  db
    .selectFrom('round')
    .innerJoin('buurt', 'buurt.code', 'round.buurt_code')
    .selectAll('round')
    .select(['buurt.name as buurt_name', phase])
    .select(({ selectFrom, fn }) =>
      selectFrom('proposal')
        .whereRef('proposal.round_id', '=', 'round.id')
        .select(fn.countAll<number>().as('count'))
        .as('proposals'),
    )
    .$if(buurten !== 'all', (query) => query.where('buurt_code', 'in', buurten as readonly string[]))
    .orderBy('opens_at', 'desc')
    .orderBy('round.id')
    .limit(mostRounds)
    .execute();

/** The rounds of these buurten, at most 200, the one that opens last first. */
export async function roundsForDesk(store: Store, buurten: BuurtBound): Promise<DeskRoundSummary[]> {
  await closeDueRounds(store);
  const rows = await roundsIn(store.db, buurten);
  return rows.map((row) => ({
    ...{ id: row.id, buurt: { code: row.buurt_code, name: row.buurt_name }, name: row.name },
    ...{ budgetCents: row.budget_cents, currency: row.currency, state: roundStateOf(row) },
    ...{ opensAt: row.opens_at.toISOString(), closesAt: row.closes_at.toISOString() },
    proposalCount: Number(row.proposals),
  }));
}

/** What came of a round and its proposals; those that won come first, then by votes. */
function resultOf(round: Round, { results }: CountedRound): Pick<DeskRound, 'proposals' | 'result'> {
  const [decides] = results.tallies;
  const outcomes = new Map(decides?.outcomes.map((each) => [each.proposalId, each]));
  const rank = ({ result }: DeskRound['proposals'][number]) =>
    result ? (result.granted ? 1e9 : 0) + result.votes : 0;
  const proposals = proposalsIn(round)
    .map((each) => {
      const { votes = 0, granted = false } = outcomes.get(each.id) ?? {};
      return { ...each, result: { votes, granted } };
    })
    .toSorted((a, b) => rank(b) - rank(a));
  const { spentCents = 0, leftoverCents = 0 } = decides ?? {};
  return { proposals, result: { ballotCount: results.ballotCount, spentCents, leftoverCents } };
}

const proposalsIn = ({ proposals }: Round): DeskRound['proposals'] =>
  proposals
    .map(({ id, title, story, costCents, withdrawn, initiativeId }) => ({
      ...{ id, title, story, costCents, withdrawn, initiativeId },
      result: null,
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'nl'));

/** A round, as staff of these buurten see it; undefined when there is none for them. */
export async function roundForDesk(
  store: Store,
  id: string,
  {
    buurten,
    count,
  }: { readonly buurten: BuurtBound; readonly count: (row: RoundRow) => Promise<CountedRound> },
): Promise<DeskRound | undefined> {
  const { db } = store;
  const row = await currentRound(store, id);
  if (!row || !isWithin(buurten, row.buurt_code)) return undefined;
  const buurt = await findBuurtRow(db, row.buurt_code);
  if (!buurt) return undefined;
  const round = await roundOf(db, row);
  const shown = await asResidentsSee(db, round);
  const acts = await actsOf(db, { round: id, limit: mostActs });
  return {
    ...{ id, buurt: { code: buurt.code, name: buurt.name }, name: row.name, intro: row.intro },
    ...{ budgetCents: row.budget_cents, currency: row.currency, state: roundStateOf(row) },
    ...{ opensAt: round.opensAt, closesAt: round.closesAt, proposalCount: round.proposals.length },
    rules: { nl: explainRules(round, rulesSentencesNl), en: explainRules(round, rulesSentencesEn) },
    letters: await letterCount(db, id),
    ...(row.closed && !row.cancelled
      ? resultOf(shown, await count(row))
      : { proposals: proposalsIn(shown), result: null }),
    promisedBy: settingsOf(buurt).organisation.name.trim(),
    acts: acts.map(shownAct),
  };
}
