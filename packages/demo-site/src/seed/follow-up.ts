import { randomUUID } from 'node:crypto';
import { type Database, addNewsPhoto } from '@buurt/server/seeding';
import type { Picture } from './pictures.js';
import type { SeededInitiative } from './seeded-buurt.js';

type Ago = (days: number) => Date;

async function addNews(
  db: Database,
  initiative_id: string,
  { news = [] }: SeededInitiative,
  ago: Ago,
  pictures: ReadonlyMap<string, Picture>,
): Promise<void> {
  for (const { daysAgo, text, photo } of news) {
    const row = { id: randomUUID(), initiative_id, at: ago(daysAgo), text };
    await db.insertInto('news').values(row).execute();
    const picture = photo && pictures.get(photo);
    if (picture) await addNewsPhoto(db, row, picture);
  }
}

/** What became of an initiative, and what neighbours said of it. */
export async function addFollowUp(
  db: Database,
  id: string,
  idea: SeededInitiative,
  ago: Ago,
  pictures: ReadonlyMap<string, Picture>,
): Promise<void> {
  const promises = (idea.promises ?? []).map(({ who, what, daysAgo, state, grantedEuros, spentEuros }) => ({
    ...{ id: randomUUID(), initiative_id: id, who, what, state },
    due_on: ago(daysAgo).toISOString().slice(0, 10),
    granted_cents: grantedEuros === undefined ? null : grantedEuros * 100,
    spent_cents: spentEuros === undefined ? null : spentEuros * 100,
  }));
  if (promises.length > 0) await db.insertInto('promise').values(promises).execute();
  const seeded = (idea.remarks ?? []).map((remark) => ({ ...remark, id: randomUUID() }));
  const remarks = seeded.map(({ id: remarkId, daysAgo, by, stance, text, answer, waits = false }) => ({
    ...{ id: remarkId, initiative_id: id, name: by, stance, text, created_at: ago(daysAgo) },
    review: waits ? ('waiting' as const) : ('published' as const),
    answer: answer?.text ?? null,
    answered_by: answer?.by ?? null,
    answered_at: answer ? ago(answer.daysAgo) : null,
  }));
  if (remarks.length > 0) await db.insertInto('remark').values(remarks).execute();
  for (const { id: remark_id, report } of seeded)
    if (report)
      await db
        .insertInto('remark_report')
        .values({ id: randomUUID(), remark_id, reason: report.reason, created_at: ago(report.daysAgo) })
        .execute();
  await addNews(db, id, idea, ago, pictures);
}
