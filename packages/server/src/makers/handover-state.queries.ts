import type { Handover } from '@buurt/domain/initiatives/my-initiative.js';
import type { Database } from '../db/open.js';

/** Whom the maker asked last: until that is answered, and that they said no. */
export async function handoverOf(db: Database, initiativeId: string, at: Date): Promise<Handover | null> {
  const row = await db
    .selectFrom('handover')
    .select(['email', 'asked_at', 'expires_at', 'outcome'])
    .where('initiative_id', '=', initiativeId)
    .where('expires_at', '>', at)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  if (!row || row.outcome === 'withdrawn' || row.outcome === 'accepted') return null;
  return {
    email: row.email,
    at: row.asked_at.toISOString(),
    until: row.expires_at.toISOString(),
    state: row.outcome ?? 'asked',
  };
}
