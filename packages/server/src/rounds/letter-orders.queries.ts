import type { LetterOrder, LetterTexts, NewLetterOrder } from '@buurt/domain/desk/letters.js';
import { sql, type Selectable } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { LetterOrderTable } from '../db/tables.js';

/** An order of letters as it is kept. */
export type LetterOrderRow = Selectable<LetterOrderTable>;

export async function addLetterOrder(
  db: DatabaseTransaction,
  {
    id,
    roundId,
    by,
    at,
    order,
  }: {
    readonly id: string;
    readonly roundId: string;
    readonly by: string;
    readonly at: Date;
    readonly order: NewLetterOrder;
  },
): Promise<void> {
  const { count, sender, page, helpLine, handInUntil, replaces } = order;
  await db
    .insertInto('letter_order')
    .values({
      ...{ id, round_id: roundId, count, sender, page, help_line: helpLine, replaces },
      hand_in_until: handInUntil === null ? null : new Date(handInUntil),
      ...{ ordered_at: at, ordered_by: by },
    })
    .execute();
}

/** An order of this round, held, so that nobody else has it made or cancels it meanwhile. */
export const holdLetterOrder = (
  db: DatabaseTransaction,
  roundId: string,
  id: string,
): Promise<LetterOrderRow | undefined> =>
  db
    .selectFrom('letter_order')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Whether an order was made, or waits, whose letters come instead of those of this one. */
export async function isBeingReplaced(db: Database, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('letter_order')
    .select('id')
    .where('replaces', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

export async function cancelLetterOrder(db: DatabaseTransaction, id: string, at: Date): Promise<void> {
  await db.updateTable('letter_order').set({ cancelled_at: at }).where('id', '=', id).execute();
}

export async function markLettersMade(
  db: DatabaseTransaction,
  id: string,
  { by, at, firstNumber }: { readonly by: string; readonly at: Date; readonly firstNumber: number },
): Promise<void> {
  await db
    .updateTable('letter_order')
    .set({ made_at: at, made_by: by, first_number: firstNumber })
    .where('id', '=', id)
    .execute();
}

/** The good code of the letter with this hash, and its order. */
export const findLetter = (db: Database, roundId: string, letterHash: string) =>
  db
    .selectFrom('credential')
    .innerJoin('letter_order', 'letter_order.id', 'credential.letter_order_id')
    .selectAll('letter_order')
    .select('credential.credential_hash')
    .where('credential.round_id', '=', roundId)
    .where('credential.letter_hash', '=', letterHash)
    .where('credential.voided', '=', false)
    .executeTakeFirst();

/** Erases what leads with the key on paper from the number of a letter to its code, once no letter can be replaced any more. */
export async function eraseLetterHashes(db: DatabaseTransaction): Promise<void> {
  await db
    .updateTable('credential')
    .set({ letter_hash: null })
    .where('letter_hash', 'is not', null)
    .where('round_id', 'in', ({ selectFrom }) =>
      selectFrom('round')
        .select('id')
        .where(({ or, eb }) => or([eb('closed', '=', true), eb('cancelled', '=', true)])),
    )
    .execute();
}

/** The texts of an order. */
export const textsOf = ({
  sender,
  page,
  help_line,
  hand_in_until,
}: Pick<LetterOrderRow, 'sender' | 'page' | 'help_line' | 'hand_in_until'>): LetterTexts => ({
  ...{ sender, page, helpLine: help_line, handInUntil: hand_in_until?.toISOString() ?? null },
});

/** The orders of a round as a member of staff sees them, the newest first. */
export async function letterOrdersOf(db: Database, roundId: string, staffId: string): Promise<LetterOrder[]> {
  const rows = await db
    .selectFrom('letter_order')
    .leftJoin('staff as orderer', (join) =>
      join.onRef('orderer.id', '=', 'letter_order.ordered_by').on('orderer.removed_at', 'is', null),
    )
    .leftJoin('staff as maker', (join) =>
      join.onRef('maker.id', '=', 'letter_order.made_by').on('maker.removed_at', 'is', null),
    )
    .selectAll('letter_order')
    .select(['orderer.name as ordered_by_name', 'maker.name as made_by_name'])
    .select(
      sql<boolean>`exists (select 1 from letter_order as other
        where other.replaces = letter_order.id and other.made_at is not null)`.as('is_replaced'),
    )
    .where('round_id', '=', roundId)
    .orderBy('ordered_at', 'desc')
    .orderBy('letter_order.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, count: row.count, ...textsOf(row), replaces: row.replaces },
    state: row.cancelled_at ? 'cancelled' : row.is_replaced ? 'replaced' : row.made_at ? 'made' : 'waiting',
    firstNumber: row.first_number,
    ...{ orderedAt: row.ordered_at.toISOString(), orderedBy: row.ordered_by_name },
    ...{ madeAt: row.made_at?.toISOString() ?? null, madeBy: row.made_by_name },
    isOfColleague: row.ordered_by !== staffId,
  }));
}

/** The texts of the last order in a buurt, of whatever round. */
export const lastOrderIn = (db: Database, buurtCode: string) =>
  db
    .selectFrom('letter_order')
    .innerJoin('round', 'round.id', 'letter_order.round_id')
    .selectAll('letter_order')
    .where('round.buurt_code', '=', buurtCode)
    .orderBy('ordered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
