import { offerKinds, type Help, type OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { sql } from 'kysely';
import type { Database } from '../db/open.js';

/** How many were offered of each kind, by initiative; an offer counts once it was accepted. */
export async function offersByKind(
  db: Database,
  ids: readonly string[],
): Promise<(id: string, kind: OfferKind) => number> {
  if (ids.length === 0) return () => 0;
  const rows = await db
    .selectFrom('offer')
    .select([
      'initiative_id',
      sql<OfferKind>`unnest(kinds)`.as('kind'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('initiative_id', 'in', ids)
    .where('outcome', '=', 'joined')
    .groupBy(['initiative_id', 'kind'])
    .execute();
  const counts = new Map(rows.map(({ initiative_id, kind, count }) => [`${initiative_id} ${kind}`, count]));
  return (id, kind) => counts.get(`${id} ${kind}`) ?? 0;
}

/** What is asked of neighbours, one of a kind unless a number was given, with what was offered. */
export const helpOf = (
  { needs, asked }: { needs: readonly OfferKind[]; asked: Partial<Record<OfferKind, number>> },
  offered: (kind: OfferKind) => number,
): Help[] =>
  offerKinds
    .filter((kind) => needs.includes(kind))
    .map((kind) => ({ kind, asked: asked[kind] ?? 1, offered: offered(kind) }));
