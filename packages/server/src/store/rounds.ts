import type { Proposal, Round, RoundPhase, RoundSummary, TallyRules } from '@buurt/domain';
import { sql, type Selectable } from 'kysely';
import { photosOf } from './photos.js';
import type { Database } from './open.js';
import type { RoundTable } from './tables.js';

/** A round with what the clock of the database says of it. */
export type RoundRow = Selectable<RoundTable> & { readonly phase: RoundPhase; readonly now: Date };

/** By the clock of the database, at this very moment: `now()` would be the beginning of the transaction. */
const phase = sql<RoundPhase>`case
  when clock_timestamp() < opens_at then 'announced'
  when clock_timestamp() < closes_at then 'open'
  else 'closed' end`.as('phase');

export const findRoundRow = (db: Database, id: string): Promise<RoundRow | undefined> =>
  db
    .selectFrom('round')
    .selectAll()
    .select([phase, sql<Date>`clock_timestamp()`.as('now')])
    .where('id', '=', id)
    .executeTakeFirst();

const countOf = (db: Database, roundId: string) =>
  db
    .selectFrom('proposal')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();

const summaryOf = (row: RoundRow, proposalCount: number): RoundSummary => ({
  id: row.id,
  buurtCode: row.buurt_code,
  name: row.name,
  budgetCents: row.budget_cents,
  currency: row.currency,
  phase: row.phase,
  opensAt: row.opens_at.toISOString(),
  closesAt: row.closes_at.toISOString(),
  proposalCount,
});

/** The rounds of a buurt, the one that opens last first. */
export async function findRounds(db: Database, buurtCode: string): Promise<RoundSummary[]> {
  const rows = await db
    .selectFrom('round')
    .selectAll()
    .select([phase, sql<Date>`clock_timestamp()`.as('now')])
    .where('buurt_code', '=', buurtCode)
    .orderBy('opens_at', 'desc')
    .orderBy('id')
    .execute();
  return Promise.all(rows.map(async (row) => summaryOf(row, Number((await countOf(db, row.id)).count))));
}

export async function proposalsOf(db: Database, roundId: string): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('proposal')
    .leftJoin('initiative', 'initiative.id', 'proposal.initiative_id')
    .selectAll('proposal')
    .select(['initiative.lat', 'initiative.lon', 'initiative.address'])
    .where('round_id', '=', roundId)
    .orderBy('proposal.id')
    .execute();
  const photos = await photosOf(
    db,
    rows.flatMap(({ initiative_id }) => initiative_id ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    story: row.story,
    costCents: row.cost_cents,
    categories: row.categories,
    neighborhoods: row.neighborhoods,
    initiativeId: row.initiative_id,
    photo: (row.initiative_id !== null && photos.get(row.initiative_id)?.[0]) || null,
    place:
      row.lat === null || row.lon === null
        ? null
        : { lat: row.lat, lon: row.lon, ...(row.address === null ? {} : { address: row.address }) },
    remark: row.remark,
    excludes: row.excludes,
    withdrawn: row.withdrawn,
  }));
}

export async function roundOf(db: Database, row: RoundRow): Promise<Round> {
  const proposals = await proposalsOf(db, row.id);
  return {
    ...summaryOf(row, proposals.length),
    intro: row.intro,
    rules: row.rules,
    rulesHash: row.rules_hash,
    tallies: row.tallies as readonly [TallyRules, ...TallyRules[]],
    groupNames: row.group_names,
    proposals,
    serverTime: row.now.toISOString(),
  };
}
