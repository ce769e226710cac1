import { oldestActs, type Act, type ActFilter } from '../acts/acts.queries.js';
import type { Database } from '../db/open.js';
import { csvOf, type Columns } from './csv.js';
import { moment } from './export-ideas.js';

/** More about an act on one line, as `state: published, count: 2`; the id of its idea has a column of its own. */
export const detailOf = ({ detail }: Act): string =>
  Object.entries(detail)
    .filter(([key, value]) => key !== 'idea' && value !== null)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(', ');

/** Who did it, for a list. */
export const actorOf = ({ actor_kind, staff_name }: Act, erased: string): string =>
  actor_kind === 'operator' ? 'operator' : (staff_name ?? erased);

const columns: Columns<Act> = [
  ['nummer', ({ id }) => id],
  ['wanneer', ({ at }) => moment(at)],
  ['wie', (act) => actorOf(act, '(gewist)')],
  ['wat', ({ name }) => name],
  ['buurtcode', ({ buurt_code }) => buurt_code],
  ['buurt', ({ buurt_name }) => buurt_name],
  ['kenmerk', ({ reference }) => reference],
  ['bijzonderheden', detailOf],
  ['soort', ({ subject_kind }) => subject_kind],
  ['id', ({ subject_id }) => subject_id],
];

/** Who did what as CSV for Dutch Excel, in parts, oldest first. */
export const actsAsCsv = (db: Database, filter: ActFilter) =>
  csvOf(columns, (from, limit) => oldestActs(db, filter, from, limit));
