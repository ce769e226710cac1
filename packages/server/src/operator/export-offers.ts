import type { Database } from '../store/open.js';
import { byteOrderMark, csvLine, type Cell } from './csv.js';
import { kindNames, moment } from './export-ideas.js';
import { offers, type Offer } from './offers.js';

const columns: readonly (readonly [head: string, cell: (offer: Offer) => Cell])[] = [
  ['kenmerk', ({ reference }) => reference],
  ['buurt', ({ buurt_name }) => buurt_name],
  ['titel', ({ title }) => title],
  ['aangeboden', ({ created_at }) => moment(created_at)],
  ['gelezen', ({ seen_at }) => moment(seen_at)],
  ['brengt mee', ({ kinds }) => kindNames(kinds)],
  ['bericht', ({ words }) => words],
  ['id', ({ id }) => id],
];

const contactColumns: typeof columns = [
  ['naam', ({ name }) => name],
  ['bereikbaar', ({ contact }) => contact],
  ['bedenker', ({ maker }) => maker],
  ['bedenker e-mail', ({ maker_email }) => maker_email],
  ['bedenker telefoon', ({ maker_phone }) => maker_phone],
];

const atOnce = 500;

/** What neighbours offered as CSV for Dutch Excel, in parts, oldest first. Names and contact data only when asked for. */
export async function* offersAsCsv(
  db: Database,
  buurt: string | undefined,
  { withContact }: { readonly withContact: boolean },
): AsyncGenerator<{ readonly text: string; readonly rows: number }> {
  const chosen = withContact ? [...columns, ...contactColumns] : columns;
  yield { text: byteOrderMark + csvLine(chosen.map(([head]) => head)), rows: 0 };
  for (let from = 0; ; from += atOnce) {
    const rows = await offers(db)
      .$if(buurt !== undefined, (query) => query.where('initiative.buurt_code', '=', buurt ?? ''))
      .orderBy('offer.created_at')
      .orderBy('offer.id')
      .offset(from)
      .limit(atOnce)
      .execute();
    if (rows.length > 0)
      yield {
        text: rows.map((offer) => csvLine(chosen.map(([, cell]) => cell(offer)))).join(''),
        rows: rows.length,
      };
    if (rows.length < atOnce) return;
  }
}
