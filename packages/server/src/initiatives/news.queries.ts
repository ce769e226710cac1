import type { News, Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Database } from '../db/open.js';
import { addPhoto, photoFrom } from '../photos/photos.queries.js';
import type { PhotoFile } from '../db/tables.js';

/** A photo that comes with news, and what is to be seen on it. */
export interface NewsPhoto {
  readonly files: readonly PhotoFile[];
  readonly alt: string;
}

export async function addNewsPhoto(
  db: Database,
  news: { readonly id: string; readonly initiative_id: string; readonly at: Date },
  { files, alt }: NewsPhoto,
): Promise<void> {
  const id = await addPhoto(db, files, news.at);
  await db
    .updateTable('photo')
    .set({ initiative_id: news.initiative_id, news_id: news.id, alt })
    .where('id', '=', id)
    .execute();
}

/** The photo of each of these that has one, by the id of the news. */
export async function photosOfNews(
  db: Database,
  newsIds: readonly string[],
): Promise<ReadonlyMap<string, Photo>> {
  if (newsIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('photo')
    .innerJoin('photo_file', 'photo_file.photo_id', 'photo.id')
    .select(['photo.id', 'photo.news_id', 'photo.alt', 'photo_file.width', 'photo_file.height'])
    .where('photo.news_id', 'in', newsIds)
    .where('photo.hidden_at', 'is', null)
    .orderBy('photo_file.width')
    .execute();
  return new Map(
    rows.map(({ news_id, id, alt }) => [
      news_id ?? '',
      photoFrom(
        id,
        alt,
        rows.filter((row) => row.id === id),
      ),
    ]),
  );
}

/** What was told about an initiative, newest first, each with its photo if it has one. */
export async function newsOf(db: Database, initiativeId: string): Promise<News[]> {
  const rows = await db
    .selectFrom('news')
    .select(['id', 'at', 'text'])
    .where('initiative_id', '=', initiativeId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  const photos = await photosOfNews(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, at, text }) => ({ at: at.toISOString(), text, photo: photos.get(id) ?? null }));
}
