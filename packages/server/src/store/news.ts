import type { News, Photo } from '@buurt/domain';
import type { Database } from './open.js';
import { photoFrom } from './photos.js';

async function photosByNews(db: Database, initiativeId: string): Promise<ReadonlyMap<string, Photo>> {
  const rows = await db
    .selectFrom('photo')
    .innerJoin('photo_file', 'photo_file.photo_id', 'photo.id')
    .select(['photo.id', 'photo.news_id', 'photo.alt', 'photo_file.width', 'photo_file.height'])
    .where('photo.initiative_id', '=', initiativeId)
    .where('photo.news_id', 'is not', null)
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
  const photos = await photosByNews(db, initiativeId);
  const rows = await db
    .selectFrom('news')
    .select(['id', 'at', 'text'])
    .where('initiative_id', '=', initiativeId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, at, text }) => ({ at: at.toISOString(), text, photo: photos.get(id) ?? null }));
}
