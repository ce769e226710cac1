import { sql } from 'kysely';
import type { Secrets } from '../secrets.js';
import type { Store } from '../store/open.js';
import type { Carrier } from './carriers.js';
import { mailOf } from './words.js';

/** The address of the page of a follower, which only who has his mail knows. */
export const followerLink = (publicUrl: string, { followerSignature }: Secrets, id: string): string =>
  `${publicUrl}/v1/followers/${id}.${followerSignature(id)}`;

const atOnce = 20;
const mostTries = 8;
const fiveMinutesMs = 5 * 60_000;

/** Mails that are due, each put off for five minutes, so that nobody else takes it meanwhile. */
const take = ({ db }: Store, at: Date) =>
  db
    .with('due', (query) =>
      query
        .selectFrom('mail')
        .select('id')
        .where('next_at', '<=', at)
        .orderBy('position')
        .limit(atOnce)
        .forUpdate()
        .skipLocked(),
    )
    .with('taken', (query) =>
      query
        .updateTable('mail')
        .set(({ eb }) => ({ next_at: new Date(at.getTime() + fiveMinutesMs), tries: eb('tries', '+', 1) }))
        .where('id', 'in', (inner) => inner.selectFrom('due').select('id'))
        .returningAll(),
    )
    .selectFrom('taken')
    .innerJoin('follower', 'follower.id', 'taken.follower_id')
    .leftJoin('initiative', 'initiative.id', 'follower.initiative_id')
    .leftJoin('buurt', 'buurt.code', 'follower.buurt_code')
    .select(['taken.id', 'taken.kind', 'taken.subject', 'taken.text', 'taken.tries'])
    .select(['follower.id as followerId', 'follower.email', 'follower.page'])
    .select(sql<string>`coalesce(initiative.title, buurt.name)`.as('what'))
    .orderBy('taken.position')
    .execute();

/** Puts off a mail that was not taken; false when it was tried often enough. */
async function putOff(
  { db }: Store,
  { id, tries }: { id: string; tries: number },
  at: Date,
): Promise<boolean> {
  if (tries >= mostTries) return false;
  const next_at = new Date(at.getTime() + 2 ** (tries - 1) * fiveMinutesMs);
  await db.updateTable('mail').set({ next_at }).where('id', '=', id).execute();
  return true;
}

/** What sending needs. */
export interface Post {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly carry: Carrier;
}

/**
 * Sends what is due. A mail goes out once, or twice when the server stops just then; one that is not taken comes again
 * later and later, eight times in ten hours. Resolves to how many were sent.
 */
export async function sendDue({ store, secrets, publicUrl, carry }: Post, at: Date): Promise<number> {
  let sent = 0;
  for (const { followerId, ...row } of await take(store, at)) {
    const taken = await carry(mailOf(row, followerLink(publicUrl, secrets, followerId))).then(
      () => true,
      (error: unknown) => {
        // No address in the log.
        console.error('A mail was not taken:', (error as { code?: string }).code ?? 'no answer');
        return false;
      },
    );
    if (taken) sent += 1;
    else if (await putOff(store, row, at)) continue;
    await store.db.deleteFrom('mail').where('id', '=', row.id).execute();
  }
  return sent;
}
