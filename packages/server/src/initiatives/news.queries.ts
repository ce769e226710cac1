import type { News, Photo } from '@buurt/domain/initiatives/initiative.js';
import type { UploadedPhoto } from '@buurt/domain/ideas/uploaded-photo.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Database } from '../db/open.js';
import type { PhotoFile } from '../db/tables.js';
import { addPhoto, photoFrom } from '../photos/photos.queries.js';

/** A photo that comes with news, uploaded before or still in files, and what is to be seen on it. */
export type NewsPhoto = UploadedPhoto | { readonly files: readonly PhotoFile[]; readonly alt: string };

/** Gives a photo to news; tells when it is not there, or is of something else. */
export async function addNewsPhoto(
  db: Database,
  news: { readonly id: string; readonly initiative_id: string; readonly at: Date },
  photo: NewsPhoto,
): Promise<Problem[]> {
  const id = 'id' in photo ? photo.id : await addPhoto(db, photo.files, news.at);
  const { numUpdatedRows } = await db
    .updateTable('photo')
    .set({ initiative_id: news.initiative_id, news_id: news.id, alt: photo.alt.trim() })
    .where('id', '=', id)
    .where('initiative_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? [] : [{ pointer: '/photo/id', code: 'not-an-option' }];
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
