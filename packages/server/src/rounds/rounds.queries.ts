import type { Proposal, Round, RoundPhase, RoundSummary, TallyRules } from '@buurt/domain/rounds/round.js';
import { sql, type Selectable } from 'kysely';
import { photosOf } from '../photos/photos.queries.js';
import type { Database, DatabaseTransaction, Store } from '../db/open.js';
import { append, holdAlone } from './round-log.queries.js';
import type { RoundTable } from '../db/tables.js';

/** A round with what the clock of the database says of it. */
export type RoundRow = Selectable<RoundTable> & { readonly phase: RoundPhase; readonly now: Date };

/**
 * Closed once that is written, whatever a clock says, and when it was cancelled: nothing more can be done with it. Else by the
 * clock of the database at this very moment: `now()` would be the beginning of the transaction.
 */
export const phase = sql<RoundPhase>`case
  when closed or cancelled then 'closed'
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

/** The clock says that it is over, and nobody has written so yet. */
const isDue = ({ phase, closed, cancelled }: Pick<RoundRow, 'phase' | 'closed' | 'cancelled'>): boolean =>
  phase === 'closed' && !closed && !cancelled;

/**
 * Writes that a round is closed when its time has come: whoever sees that first does it, and it is done once. It waits for
 * the ballots that are being cast; what comes after it finds the round closed.
 */
async function closeIfDue(db: DatabaseTransaction, id: string): Promise<void> {
  await holdAlone(db, id);
  const row = await db
    .updateTable('round')
    .set({ closed: true })
    .where('id', '=', id)
    .where('closed', '=', false)
    .where('cancelled', '=', false)
    .where('closes_at', '<=', sql<Date>`clock_timestamp()`)
    .returning('closes_at')
    .executeTakeFirst();
  if (row) await append(db, id, [{ event: 'closed', subject: row.closes_at.toISOString() }]);
}

/** The round as it stands now: one whose time has come is closed first. */
export async function currentRound(store: Store, id: string): Promise<RoundRow | undefined> {
  const row = await findRoundRow(store.db, id);
  if (!row || !isDue(row)) return row;
  return store.transaction((db) => currentRoundIn(db, id));
}

/** The same, within something that is done with it. */
export async function currentRoundIn(db: DatabaseTransaction, id: string): Promise<RoundRow | undefined> {
  const row = await findRoundRow(db, id);
  if (!row || !isDue(row)) return row;
  await closeIfDue(db, id);
  return findRoundRow(db, id);
}

/** Writes of every round whose time has come that it is closed; resolves to how many there were. */
export async function closeDueRounds(store: Store): Promise<number> {
  const due = await store.db
    .selectFrom('round')
    .select('id')
    .where('closed', '=', false)
    .where('cancelled', '=', false)
    .where('closes_at', '<=', sql<Date>`clock_timestamp()`)
    .execute();
  for (const { id } of due) await store.transaction((db) => closeIfDue(db, id));
  return due.length;
}

const summaryOf = (row: Omit<RoundRow, 'now'>, proposalCount: number): RoundSummary => ({
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

const roundRows = (db: Database, buurtCode: string | undefined) =>
  db
    .selectFrom('round')
    .selectAll()
    .select([
      phase,
      ({ selectFrom, fn }) =>
        selectFrom('proposal')
          .whereRef('proposal.round_id', '=', 'round.id')
          .select(fn.countAll<number>().as('count'))
          .as('proposals'),
    ])
    .$if(buurtCode !== undefined, (query) => query.where('buurt_code', '=', buurtCode ?? ''))
    .orderBy('opens_at', 'desc')
    .orderBy('id')
    .execute();

async function closedWhereDue(store: Store, buurtCode: string | undefined) {
  const read = await roundRows(store.db, buurtCode);
  const due = read.filter(isDue);
  for (const { id } of due) await store.transaction((db) => closeIfDue(db, id));
  return due.length > 0 ? roundRows(store.db, buurtCode) : read;
}

/** A round as the operator sees it in a list. */
export interface ListedRound extends RoundSummary {
  readonly cancelled: boolean;
}

/** Rounds, of one buurt or of all, the one that opens last first; with those that were cancelled. */
export const listAllRounds = async (store: Store, buurtCode?: string): Promise<ListedRound[]> =>
  (await closedWhereDue(store, buurtCode)).map((row) => ({
    ...summaryOf(row, Number(row.proposals)),
    cancelled: row.cancelled,
  }));

/** The rounds of a buurt that residents may see, the one that opens last first. */
export const listRounds = async (store: Store, buurtCode: string): Promise<RoundSummary[]> =>
  (await closedWhereDue(store, buurtCode))
    .filter(({ cancelled }) => !cancelled)
    .map((row) => summaryOf(row, Number(row.proposals)));

/** How many letters of a round are good, and how many were replaced or made void. */
export async function letterCount(db: Database, roundId: string): Promise<{ good: number; voided: number }> {
  const rows = await db
    .selectFrom('credential')
    .select(({ fn }) => ['voided', fn.countAll<number>().as('count')])
    .where('round_id', '=', roundId)
    .groupBy('voided')
    .execute();
  const of = (voided: boolean) => Number(rows.find((each) => each.voided === voided)?.count ?? 0);
  return { good: of(false), voided: of(true) };
}

/** Whether a letter of this round has, or had, a code with this hash. */
export async function isCredentialOf(
  db: Database,
  roundId: string,
  credentialHash: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('credential')
    .select('credential_hash')
    .where('round_id', '=', roundId)
    .where('credential_hash', '=', credentialHash)
    .executeTakeFirst();
  return found !== undefined;
}

async function proposalsOf(db: Database, roundId: string): Promise<Proposal[]> {
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

/** What residents read in the place of the title of an initiative that was taken off the site. */
export const titleOfHidden = 'Weggehaald plan';

/**
 * The round as residents may see it: without the texts, the photo and the place of initiatives that were taken off the site. What
 * a ballot says, its order on paper and the log stay those of the round itself.
 */
export async function asResidentsSee(db: Database, round: Round): Promise<Round> {
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('initiative', 'initiative.id', 'proposal.initiative_id')
    .select('proposal.id')
    .where('proposal.round_id', '=', round.id)
    .where('initiative.review', 'in', ['hidden', 'declined'])
    .execute();
  const hidden = new Set(rows.map(({ id }) => id));
  const proposals = round.proposals.map((each) =>
    hidden.has(each.id)
      ? { ...each, title: titleOfHidden, story: '', remark: null, photo: null, place: null }
      : each,
  );
  return { ...round, proposals };
}

/** The ids of the proposals that were withdrawn from a round. */
export async function withdrawnFrom(db: Database, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('proposal')
    .select('id')
    .where('round_id', '=', roundId)
    .where('withdrawn', '=', true)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
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
