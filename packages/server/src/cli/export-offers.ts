import type { Database } from '../db/open.js';
import { csvOf, type Columns } from './csv.js';
import { kindNames, moment } from './export-ideas.js';
import { offers, type Offer } from '../neighbours/offers.queries.js';

const columns: Columns<Offer> = [
  ['kenmerk', ({ reference }) => reference],
  ['buurt', ({ buurt_name }) => buurt_name],
  ['titel', ({ title }) => title],
  ['aangeboden', ({ created_at }) => moment(created_at)],
  ['gelezen', ({ seen_at }) => moment(seen_at)],
  [
    'uitkomst',
    ({ outcome }) =>
      outcome === null ? '' : { joined: 'doet mee', declined: 'nu niet', withdrawn: 'ingetrokken' }[outcome],
  ],
  ['antwoord', ({ answer }) => answer],
  ['brengt mee', ({ kinds }) => kindNames(kinds)],
  ['bericht', ({ message }) => message],
  ['id', ({ id }) => id],
];

const contactColumns: typeof columns = [
  ['naam', ({ name }) => name],
  ['bereikbaar', ({ contact }) => contact],
  ['bedenker', ({ maker }) => maker],
  ['bedenker e-mail', ({ maker_email }) => maker_email],
  ['bedenker telefoon', ({ maker_phone }) => maker_phone],
];

/** What neighbours offered as CSV for Dutch Excel, in parts, oldest first. Names and contact data only when asked for. */
export const offersAsCsv = (
  db: Database,
  buurt: string | undefined,
  { withContact }: { readonly withContact: boolean },
) =>
  csvOf(withContact ? [...columns, ...contactColumns] : columns, (from, limit) =>
    offers(db)
      .$if(buurt !== undefined, (query) => query.where('initiative.buurt_code', '=', buurt ?? ''))
      .orderBy('offer.created_at')
      .orderBy('offer.id')
      .offset(from)
      .limit(limit)
      .execute(),
  );
