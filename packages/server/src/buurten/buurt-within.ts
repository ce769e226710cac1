import { ActRefused } from '../acts/act-refused.js';
import type { ActContext } from '../acts/acts.queries.js';
import { isWithin } from '../acts/within.js';
import type { Database } from '../db/open.js';
import type { BuurtRow } from '../db/tables.js';
import { findBuurtRow } from './buurten.queries.js';

/**
 * The buurt with this code, where whoever asks may do something.
 * @throws {ActRefused} `not-found`
 */
export async function buurtWithin(
  db: Database,
  code: string,
  { buurten = 'all' }: Pick<ActContext, 'buurten'>,
): Promise<BuurtRow> {
  const buurt = isWithin(buurten, code) ? await findBuurtRow(db, code) : undefined;
  if (buurt) return buurt;
  throw new ActRefused({ code: 'not-found', kind: 'buurt', ids: [code] });
}
