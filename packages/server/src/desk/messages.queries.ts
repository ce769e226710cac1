import type { DeskOffer, DeskRemark } from '@buurt/domain/desk/message.js';
import { isWithin, type BuurtBound } from '../acts/within.js';
import type { Database } from '../db/open.js';
import { remarks } from '../initiatives/remarks.queries.js';
import { offers } from '../neighbours/offers.queries.js';

/** A remark with what neighbours reported of it; undefined when there is none in these buurten. */
export async function remarkForDesk(
  db: Database,
  id: string,
  buurten: BuurtBound,
): Promise<DeskRemark | undefined> {
  const row = await remarks(db, undefined)
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .select('buurt.name as buurt_name')
    .where('remark.id', '=', id)
    .executeTakeFirst();
  if (!row || !isWithin(buurten, row.buurt_code)) return undefined;
  const reports = await db
    .selectFrom('remark_report')
    .select(['created_at', 'reason'])
    .where('remark_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const { answer, answered_by: by } = row;
  return {
    id,
    idea: { id: row.initiative_id, reference: row.reference, title: row.title },
    buurt: { code: row.buurt_code, name: row.buurt_name },
    ...{ stance: row.stance, text: row.text, name: row.name, at: row.created_at.toISOString() },
    state: row.review === 'declined' ? 'hidden' : row.review,
    answer: answer === null || by === null ? null : { text: answer, by },
    reports: reports.map(({ created_at, reason }) => ({ at: created_at.toISOString(), reason })),
  };
}

/** An offer of a neighbour, with how to reach them; undefined when there is none in these buurten. */
export async function offerForDesk(
  db: Database,
  id: string,
  buurten: BuurtBound,
): Promise<DeskOffer | undefined> {
  const row = await offers(db).where('offer.id', '=', id).executeTakeFirst();
  if (!row || !isWithin(buurten, row.buurt_code)) return undefined;
  return {
    id,
    idea: { id: row.initiative_id, reference: row.reference, title: row.title },
    buurt: { code: row.buurt_code, name: row.buurt_name },
    ...{ kinds: row.kinds, message: row.message, name: row.name, contact: row.contact },
    ...{ at: row.created_at.toISOString(), outcome: row.outcome, answer: row.answer },
  };
}
