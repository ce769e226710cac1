import type { CashbookSources, PromisedMoney, Win } from '@buurt/domain/rounds/cashbook.js';
import type { Database } from '../db/open.js';

/** Which proposals of a round won. */
export interface Winners {
  readonly roundId: string;
  readonly proposalIds: readonly string[];
}

/** The proposals that won, with what they cost. */
export async function winsOf(db: Database, winners: readonly Winners[]): Promise<Win[]> {
  if (winners.length === 0) return [];
  const rows = await db
    .selectFrom('proposal')
    .select([
      'round_id as roundId',
      'id as proposalId',
      'title',
      'cost_cents as costCents',
      'initiative_id as initiativeId',
    ])
    .where(
      'round_id',
      'in',
      winners.map(({ roundId }) => roundId),
    )
    .orderBy('round_id')
    .orderBy('id')
    .execute();
  const won = new Map(winners.map(({ roundId, proposalIds }) => [roundId, new Set(proposalIds)]));
  return rows.filter(({ roundId, proposalId }) => won.get(roundId)?.has(proposalId));
}

/** Every promise of a buurt: that of its rounds, and without a round that of its initiatives, hidden ones too. */
export const promisedMoneyOf = (db: Database, buurtCode: string): Promise<PromisedMoney[]> =>
  db
    .selectFrom('promise')
    .innerJoin('initiative', 'initiative.id', 'promise.initiative_id')
    .leftJoin('round', 'round.id', 'promise.round_id')
    .select([
      'promise.round_id as roundId',
      'promise.initiative_id as initiativeId',
      'promise.granted_cents as grantedCents',
      'promise.spent_cents as spentCents',
    ])
    .where(({ eb, fn }) => eb(fn.coalesce('round.buurt_code', 'initiative.buurt_code'), '=', buurtCode))
    .orderBy('promise.id')
    .execute();

/** Initiatives by id, also those that residents may not see. */
export async function cashbookInitiatives(
  db: Database,
  ids: readonly string[],
): Promise<CashbookSources['initiatives']> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('initiative')
    .select(['id', 'title', 'review'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, title, review }) => [id, { title, isPublic: review === 'published' }]));
}
