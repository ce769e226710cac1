import { randomUUID } from 'node:crypto';
import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Database } from '../db/open.js';
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

/** The photos of these initiatives, each in its order. */
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

export interface ShownPhoto {
  readonly bytes: Uint8Array;
  readonly published: boolean;
}

export async function findPhotoFile(
  db: Database,
  id: string,
  width: number,
): Promise<ShownPhoto | undefined> {
  const row = await db
    .selectFrom('photo_file')
    .innerJoin('photo', 'photo.id', 'photo_file.photo_id')
    .leftJoin('initiative', 'initiative.id', 'photo.initiative_id')
    .select(['photo_file.bytes', 'initiative.review'])
    .where('photo_file.photo_id', '=', id)
    .where('photo_file.width', '=', width)
    .executeTakeFirst();
  return row && { bytes: row.bytes, published: row.review === 'published' };
}

export const photoSizes = (db: Database, id: string): Promise<Size[]> =>
  db
    .selectFrom('photo_file')
    .select(['width', 'height'])
    .where('photo_id', '=', id)
    .orderBy('width')
    .execute();
