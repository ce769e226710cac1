import { randomUUID } from 'node:crypto';
import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { DeskPhoto } from '@buurt/domain/desk/inbox.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { PhotoFile } from '../db/tables.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a width of a photo is found, relative to the endpoint. */
const photoUrl = (id: string, width: number): string => `photos/${id}/${String(width)}.webp`;

export const photoFrom = (id: string, alt: string, sizes: readonly Size[]): Photo => ({
  id,
  alt,
  sources: sizes.map(({ width, height }) => ({ url: photoUrl(id, width), width, height })),
});

/**
 * Keeps a photo that is not of any initiative yet; resolves to its id.
 * @param source a hash of the address that it came from; without one, it is ours
 */
export async function addPhoto(
  db: Database,
  files: readonly PhotoFile[],
  at: Date,
  source?: string,
): Promise<string> {
  const id = randomUUID();
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  await db
    .insertInto('photo')
    .values({ id, created_at: at, source: source ?? null, bytes })
    .execute();
  await db
    .insertInto('photo_file')
    .values(files.map(({ width, height, bytes }) => ({ photo_id: id, width, height, bytes })))
    .execute();
  return id;
}

/** Gives loose photos to an initiative, in this order; tells which are not there, or not loose any more. */
export async function attachPhotos(
  db: Database,
  initiativeId: string,
  photos: readonly { readonly id: string; readonly alt: string }[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [position, { id, alt }] of photos.entries()) {
    const { numUpdatedRows } = await db
      .updateTable('photo')
      .set({ initiative_id: initiativeId, alt: alt.trim(), position })
      .where('id', '=', id)
      .where('initiative_id', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      problems.push({ pointer: `/photos/${String(position)}/id`, code: 'not-an-option' });
  }
  return problems;
}

/** The photos of these initiatives that are not hidden, each in its order. */
export async function photosOf(
  db: Database,
  initiativeIds: readonly string[],
): Promise<ReadonlyMap<string, Photo[]>> {
  const byInitiative = new Map<string, Photo[]>(initiativeIds.map((id) => [id, []]));
  if (initiativeIds.length === 0) return byInitiative;
  const rows = await db
    .selectFrom('photo')
    .innerJoin('photo_file', 'photo_file.photo_id', 'photo.id')
    .select(['photo.id', 'photo.initiative_id', 'photo.alt', 'photo_file.width', 'photo_file.height'])
    .where('photo.initiative_id', 'in', initiativeIds)
    .where('photo.news_id', 'is', null)
    .where('photo.hidden_at', 'is', null)
    .orderBy('photo.position')
    .orderBy('photo.id')
    .orderBy('photo_file.width')
    .execute();
  for (const id of new Set(rows.map((row) => row.id))) {
    const sizes = rows.filter((row) => row.id === id);
    const [first] = sizes;
    if (first?.initiative_id) byInitiative.get(first.initiative_id)?.push(photoFrom(id, first.alt, sizes));
  }
  return byInitiative;
}

/** All photos of an idea as staff see them: its own in their order, then those of news. */
export async function photosForDesk(db: Database, initiativeId: string): Promise<DeskPhoto[]> {
  const rows = await db
    .selectFrom('photo')
    .innerJoin('photo_file', 'photo_file.photo_id', 'photo.id')
    .select(['photo.id', 'photo.alt', 'hidden_at', 'hidden_reason', 'photo_file.width', 'photo_file.height'])
    .where('photo.initiative_id', '=', initiativeId)
    .orderBy(sql`news_id is not null`)
    .orderBy('photo.position')
    .orderBy('photo.created_at')
    .orderBy('photo.id')
    .orderBy('photo_file.width')
    .execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(
    ({ id, alt, hidden_at: at, hidden_reason: reason }) => ({
      ...photoFrom(
        id,
        alt,
        rows.filter((row) => row.id === id),
      ),
      hidden: at === null || reason === null ? null : { at: at.toISOString(), reason },
    }),
  );
}

/** What is to be seen on the photos of an idea that are hidden, and why each is. */
export async function hiddenPhotosOf(
  db: Database,
  initiativeId: string,
): Promise<{ readonly alt: string; readonly reason: string }[]> {
  const rows = await db
    .selectFrom('photo')
    .select(['alt', 'hidden_reason'])
    .where('initiative_id', '=', initiativeId)
    .orderBy('hidden_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ alt, hidden_reason: reason }) => (reason === null ? [] : [{ alt, reason }]));
}

/** A photo with the idea to which it belongs, both held until the transaction ends; undefined when it belongs to none. */
export async function holdPhotoOfIdea(db: DatabaseTransaction, id: string) {
  // The idea first, as whoever erases it does.
  await db
    .selectFrom('initiative')
    .select('id')
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('photo').select('photo.initiative_id').where('photo.id', '=', id),
    )
    .forUpdate()
    .execute();
  return db
    .selectFrom('photo')
    .innerJoin('initiative', 'initiative.id', 'photo.initiative_id')
    .select(['initiative.id as idea', 'title', 'reference', 'buurt_code', 'alt', 'hidden_reason'])
    .where('photo.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps since when and why a photo is not shown, or that it is. */
export const markPhoto = (
  db: Database,
  id: string,
  hidden: { readonly at: Date; readonly reason: string } | null,
) =>
  db
    .updateTable('photo')
    .set({ hidden_at: hidden?.at ?? null, hidden_reason: hidden?.reason ?? null })
    .where('id', '=', id)
    .execute();

interface StoredPhoto {
  readonly bytes: Uint8Array;
  readonly state: 'public' | 'private' | 'hidden';
}

/** One width of a photo, and who may see it: everybody, who has a signature, or staff alone. */
export async function findPhotoFile(
  db: Database,
  id: string,
  width: number,
): Promise<StoredPhoto | undefined> {
  const row = await db
    .selectFrom('photo_file')
    .innerJoin('photo', 'photo.id', 'photo_file.photo_id')
    .leftJoin('initiative', 'initiative.id', 'photo.initiative_id')
    .select(['photo_file.bytes', 'photo.hidden_at', 'initiative.review'])
    .where('photo_file.photo_id', '=', id)
    .where('photo_file.width', '=', width)
    .executeTakeFirst();
  if (!row) return undefined;
  const { bytes, hidden_at: hiddenAt, review } = row;
  return { bytes, state: hiddenAt ? 'hidden' : review === 'published' ? 'public' : 'private' };
}

export const photoSizes = (db: Database, id: string): Promise<Size[]> =>
  db
    .selectFrom('photo_file')
    .select(['width', 'height'])
    .where('photo_id', '=', id)
    .orderBy('width')
    .execute();
