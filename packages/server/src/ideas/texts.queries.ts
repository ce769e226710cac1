import type { IdeaTexts } from '@buurt/domain/ideas/idea-texts.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { changedAt } from './version.queries.js';

/** Title and story of an idea with its version, held until the transaction ends. */
export const holdTexts = (db: DatabaseTransaction, id: string) =>
  db
    .selectFrom('initiative')
    .select(['title', 'story', 'updated_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

export const changeTexts = (db: Database, id: string, { title, story }: IdeaTexts, at: Date) =>
  db
    .updateTable('initiative')
    .set({ title, story, updated_at: changedAt(at) })
    .where('id', '=', id)
    .execute();

/** Keeps what an idea said before an act changed it. */
export const keepCorrected = (
  db: DatabaseTransaction,
  { act, id, at }: { readonly act: number; readonly id: string; readonly at: Date },
  { title, story }: IdeaTexts,
) => db.insertInto('correction').values({ act_id: act, initiative_id: id, at, title, story }).execute();

/** What an idea said before each correction, the last one first. */
export const correctionsOf = (db: Database, id: string) =>
  db
    .selectFrom('correction')
    .select(['act_id as act', 'at', 'title', 'story'])
    .where('initiative_id', '=', id)
    .orderBy('act_id', 'desc')
    .execute();
