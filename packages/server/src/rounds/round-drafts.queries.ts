import type { DraftSummary, RoundPlan } from '@buurt/domain/desk/round-draft.js';
import type { Selectable } from 'kysely';
import type { BuurtBound } from '../acts/within.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { RoundDraftTable } from '../db/tables.js';

/** A draft as it is kept. */
export type RoundDraftRow = Selectable<RoundDraftTable>;

/** A draft, held, so that nobody changes it meanwhile. */
export const holdDraft = (db: DatabaseTransaction, id: string): Promise<RoundDraftRow | undefined> =>
  db.selectFrom('round_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

const withNames = (db: Database) =>
  db
    .selectFrom('round_draft')
    .innerJoin('buurt', 'buurt.code', 'round_draft.buurt_code')
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'round_draft.saved_by').on('staff.removed_at', 'is', null),
    )
    .selectAll('round_draft')
    .select(['buurt.name as buurt_name', 'staff.name as saved_by_name']);

export const findDraft = (db: Database, id: string) =>
  withNames(db).where('round_draft.id', '=', id).executeTakeFirst();

const mostDrafts = 200;

/** Drafts of these buurten, the one that was saved last first. */
export async function listDrafts(db: Database, buurten: BuurtBound): Promise<DraftSummary[]> {
  const rows = await withNames(db)
    .$if(buurten !== 'all', (query) => query.where('buurt_code', 'in', buurten as readonly string[]))
    .orderBy('saved_at', 'desc')
    .orderBy('round_draft.id')
    .limit(mostDrafts)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, buurt: { code: row.buurt_code, name: row.buurt_name }, name: row.plan.name },
    ...{ savedAt: row.saved_at.toISOString(), savedBy: row.saved_by_name },
  }));
}

interface SavedPlan {
  readonly plan: RoundPlan;
  readonly by: string;
  readonly at: Date;
}

export async function addDraft(
  db: DatabaseTransaction,
  { id, buurt, plan, by, at }: SavedPlan & { readonly id: string; readonly buurt: string },
): Promise<void> {
  await db
    .insertInto('round_draft')
    .values({ id, buurt_code: buurt, plan: JSON.stringify(plan), saved_at: at, saved_by: by })
    .execute();
}

export async function saveDraft(
  db: DatabaseTransaction,
  id: string,
  { plan, by, at }: SavedPlan,
): Promise<void> {
  await db
    .updateTable('round_draft')
    .set(({ eb }) => ({
      ...{ plan: JSON.stringify(plan), saved_at: at, saved_by: by },
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function removeDraft(db: DatabaseTransaction, id: string): Promise<void> {
  await db.deleteFrom('round_draft').where('id', '=', id).execute();
}
