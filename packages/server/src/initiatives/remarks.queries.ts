import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import type { AnswerBy } from '@buurt/domain/initiatives/initiative.js';
import { sql } from 'kysely';
import { isWithin, type BuurtBound } from '../acts/within.js';
import { ActRefused } from '../acts/act-refused.js';
import type { Database, DatabaseTransaction } from '../db/open.js';

/** Remarks with what they are about and how often they were reported. */
export const remarks = (db: Database, state: IdeaState | undefined) =>
  db
    .selectFrom('remark')
    .innerJoin('initiative', 'initiative.id', 'remark.initiative_id')
    .selectAll('remark')
    .select(['initiative.title', 'initiative.reference', 'initiative.buurt_code'])
    .select(sql<number>`(select count(*)::int from remark_report where remark_id = remark.id)`.as('reports'))
    .$if(state !== undefined, (query) => query.where('remark.review', '=', state as IdeaState));

export type RemarkOfStaff = Awaited<ReturnType<ReturnType<typeof remarks>['execute']>>[number];

/**
 * The remarks with these ids.
 * @param buurten outside of these, a remark is not there
 * @throws {ActRefused} `not-found`, with each id that no remark has
 */
export async function remarksCalled(
  db: Database,
  ids: readonly string[],
  buurten: BuurtBound = 'all',
): Promise<RemarkOfStaff[]> {
  const wanted = ids.map((id) => id.toLowerCase());
  const all = await remarks(db, undefined)
    .where(sql<string>`remark.id::text`, 'in', wanted)
    .execute();
  const found = all.filter(({ buurt_code }) => isWithin(buurten, buurt_code));
  const missing = ids.filter((id) => !found.some((each) => each.id === id.toLowerCase()));
  if (missing.length > 0) throw new ActRefused({ code: 'not-found', kind: 'remark', ids: missing });
  return found;
}

/** Remarks as `remarksCalled` finds them, held so that nobody changes them meanwhile. */
export async function holdRemarks(
  db: DatabaseTransaction,
  ids: readonly string[],
  buurten: BuurtBound = 'all',
): Promise<RemarkOfStaff[]> {
  const found = (await remarksCalled(db, ids, buurten)).map(({ id }) => id);
  await db.selectFrom('remark').select('id').where('id', 'in', found).orderBy('id').forUpdate().execute();
  return remarksCalled(db, ids, buurten);
}

export const deleteRemarks = (db: Database, ids: readonly string[]) =>
  db.deleteFrom('remark').where('id', 'in', ids).execute();

/** Deletes reports, and that staff were told of them: a report after that they hear of at once. */
export async function deleteReports(db: Database, remarkIds: readonly string[]): Promise<void> {
  for (const table of ['remark_report', 'report_notice'] as const)
    await db.deleteFrom(table).where('remark_id', 'in', remarkIds).execute();
}

export const setRemarkState = (db: Database, ids: readonly string[], state: IdeaState) =>
  db.updateTable('remark').set({ review: state }).where('id', 'in', ids).execute();

/** What is answered to a question, and by whom. */
export interface Answer {
  readonly text: string;
  readonly by: AnswerBy;
}

/** Keeps the answer to a question; one that was not shown yet is shown with it. */
export const setAnswer = (db: Database, id: string, { text, by }: Answer, at: Date) =>
  db
    .updateTable('remark')
    .set({ answer: text, answered_by: by, answered_at: at, review: 'published' })
    .where('id', '=', id)
    .execute();
