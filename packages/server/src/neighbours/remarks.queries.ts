import { randomUUID } from 'node:crypto';
import type { Remark } from '@buurt/domain/initiatives/initiative.js';
import type { Database } from '../db/open.js';

/** The published remarks on an initiative, newest first; so many as somebody reads at once. */
const mostShown = 200;

export async function remarksOn(db: Database, initiativeId: string): Promise<Remark[]> {
  const rows = await db
    .selectFrom('remark')
    .select(['id', 'stance', 'text', 'name', 'created_at', 'answer', 'answered_by', 'answered_at'])
    .where('initiative_id', '=', initiativeId)
    .where('review', '=', 'published')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(mostShown)
    .execute();
  return rows.map(({ created_at, answer, answered_by, answered_at, ...remark }) => ({
    ...remark,
    at: created_at.toISOString(),
    ...(answer !== null && answered_by !== null && answered_at !== null
      ? { answer: { text: answer, by: answered_by, at: answered_at.toISOString() } }
      : {}),
  }));
}

/** Whether anybody can read this remark. */
export async function remarkIsShown(db: Database, id: string): Promise<boolean> {
  const shown = await db
    .selectFrom('remark')
    .innerJoin('initiative', 'initiative.id', 'remark.initiative_id')
    .select('remark.id')
    .where('remark.id', '=', id)
    .where('remark.review', '=', 'published')
    .where('initiative.review', '=', 'published')
    .executeTakeFirst();
  return shown !== undefined;
}

export async function reportRemark(
  db: Database,
  remarkId: string,
  reason: string,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('remark_report')
    .values({ id, remark_id: remarkId, reason: reason.trim(), created_at: at })
    .execute();
  return id;
}
