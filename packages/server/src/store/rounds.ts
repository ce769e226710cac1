import { createHash } from 'node:crypto';
import {
  canonicalRules,
  type Proposal,
  type Round,
  type RoundPhase,
  type RoundSummary,
  type TallyRules,
} from '@buurt/domain';
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

export type NewRound = Omit<Round, 'phase' | 'serverTime' | 'rulesHash' | 'proposalCount'>;

/** The hash by which ballots say under which rules they were filled in. */
export const rulesHashOf = (round: NewRound): string =>
  createHash('sha256')
    .update(canonicalRules({ ...round, proposalCount: round.proposals.length }))
    .digest('hex');

export async function addRound(db: Database, round: NewRound, salt: Uint8Array): Promise<void> {
  await db
    .insertInto('round')
    .values({
      id: round.id,
      buurt_code: round.buurtCode,
      name: round.name,
      intro: round.intro,
      budget_cents: round.budgetCents,
      currency: round.currency,
      opens_at: new Date(round.opensAt),
      closes_at: new Date(round.closesAt),
      rules: JSON.stringify(round.rules),
      tallies: JSON.stringify(round.tallies),
      group_names: JSON.stringify(round.groupNames),
      rules_hash: rulesHashOf(round),
      salt,
    })
    .execute();
  await db
    .insertInto('proposal')
    .values(
      round.proposals.map((each) => ({
        round_id: round.id,
        id: each.id,
        title: each.title,
        story: each.story,
        cost_cents: each.costCents,
        categories: [...each.categories],
        neighborhoods: [...each.neighborhoods],
        initiative_id: each.initiativeId,
        remark: each.remark,
        excludes: [...each.excludes],
        withdrawn: each.withdrawn,
      })),
    )
    .execute();
}

/** New slots, sorted: their order says nothing about the order of the letters. */
export async function addSlots(db: Database, roundId: string, slots: readonly string[]): Promise<void> {
  await db
    .insertInto('slot')
    .values(slots.toSorted().map((slot) => ({ round_id: roundId, slot })))
    .execute();
}

/** Ends a round now; waits for ballots that are being cast. */
export async function closeRound(db: Database, roundId: string): Promise<void> {
  await sql`select 1 from round where id = ${roundId} for update`.execute(db);
  await sql`update round set closes_at = clock_timestamp()
    where id = ${roundId} and closes_at > clock_timestamp() and opens_at < clock_timestamp()`.execute(db);
}
