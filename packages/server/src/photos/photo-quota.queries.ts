import { sql } from 'kysely';
import { HttpProblem } from '../http/problem-json.js';
import type { Database } from '../db/open.js';
import type { SourceOf } from '../neighbours/sources.queries.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const megabyte = 1024 * 1024;

/**
 * A form sends its photos just before the idea or the news, so a photo waits for that for seconds. Who lost the network in between
 * tries again within these hours; after that the form sends the photo again.
 */
export const loosePhotoLifetimeMs = 6 * hourMs;

interface Room {
  readonly photos: number;
  readonly bytes: number;
}

/** Photos of nothing yet from one address: a dozen neighbours who send at the same moment from a community centre. */
const mostLooseOfOne: Room = { photos: 60, bytes: 60 * megabyte };
/** All photos from one address in a day, of something or not: eighty ideas with all their photos. */
const mostInADayOfOne: Room = { photos: 400, bytes: 300 * megabyte };
/** All photos of nothing yet on this server, from however many addresses: nobody fills the disk. */
const mostLooseOfAll: Room = { photos: 2000, bytes: 1024 * megabyte };

/** The hashes of an address that can stand beside photos of the last 24 hours. */
export const sourcesAt = (sourceOf: SourceOf, at: Date): readonly [today: string, yesterday: string] => [
  sourceOf(at.toISOString().slice(0, 10)),
  sourceOf(new Date(at.getTime() - dayMs).toISOString().slice(0, 10)),
];

const isFull = (taken: Room, most: Room) => taken.photos >= most.photos || taken.bytes >= most.bytes;

const secondsUntil = (from: Date | null, lastsMs: number, at: Date) =>
  String(Math.max(60, Math.ceil(((from ?? at).getTime() + lastsMs - at.getTime()) / 1000)));

/** How much room photos take, and since when the oldest is there. */
const taken = [
  sql<number>`count(*)::int`.as('photos'),
  sql<number>`coalesce(sum(bytes), 0)::float8`.as('bytes'),
  sql<Date | null>`min(created_at)`.as('since'),
] as const;

/**
 * Checks whether there is room for one more photo. Exact only for who holds `photos` in a transaction; without that it
 * saves the work on a photo for which there is no room.
 * @throws {HttpProblem} with the time at which there is room again
 */
export async function requireRoom(db: Database, sources: readonly string[], at: Date): Promise<void> {
  const ofOne = db.selectFrom('photo').select(taken).where('source', 'in', sources);
  const loose = await ofOne
    .where('initiative_id', 'is', null)
    .where('created_at', '>', new Date(at.getTime() - loosePhotoLifetimeMs))
    .executeTakeFirstOrThrow();
  if (isFull(loose, mostLooseOfOne))
    throw new HttpProblem(
      'too-many-requests',
      'Vanaf deze aansluiting wachten al veel foto’s. Ga verder zonder foto, of probeer het later.',
      { headers: { 'Retry-After': secondsUntil(loose.since, loosePhotoLifetimeMs, at) } },
    );
  const day = await ofOne.where('created_at', '>', new Date(at.getTime() - dayMs)).executeTakeFirstOrThrow();
  if (isFull(day, mostInADayOfOne))
    throw new HttpProblem(
      'too-many-requests',
      'Vanaf deze aansluiting kwamen vandaag al veel foto’s. Ga verder zonder foto, of probeer het morgen.',
      { headers: { 'Retry-After': secondsUntil(day.since, dayMs, at) } },
    );
  const all = await db
    .selectFrom('photo')
    .select(taken)
    .where('initiative_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (isFull(all, mostLooseOfAll))
    throw new HttpProblem(
      'busy',
      'Er wachten nu te veel foto’s. Ga verder zonder foto, of probeer het over een uur.',
      { headers: { 'Retry-After': '3600' } },
    );
}
