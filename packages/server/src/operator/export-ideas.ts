import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import type { OperatorIo } from '../operator-socket.js';
import type { Database, Store } from '../store/open.js';
import { csv } from './csv.js';
import { ideasWith, type IdeaFilter } from './ideas.js';
import { Mistake } from './mistake.js';

export interface ExportOptions extends IdeaFilter {
  readonly out?: string;
  readonly withContact?: boolean;
}

const count = (table: 'support' | 'offer') =>
  sql<number>`(select count(*)::int from ${sql.table(table)} where initiative_id = initiative.id)`;

const ideasToExport = (db: Database, filter: IdeaFilter) =>
  ideasWith(db, filter)
    .select([
      'reference',
      'initiative.created_at',
      'published_at',
      'buurt_code',
      'buurt.name as buurt',
      'review',
    ])
    .select([
      'status',
      'title',
      'story',
      'theme',
      'address',
      'lat',
      'lon',
      'assets',
      'joiners',
      'needs',
      'offers',
    ])
    .select(['cost_min_cents', 'cost_max_cents', 'answers', 'contact.name', 'contact.email', 'contact.phone'])
    .select([count('support').as('support_count'), count('offer').as('offer_count')]);
type Row = Awaited<ReturnType<ReturnType<typeof ideasToExport>['execute']>>[number];

const euros = (cents: number | null) => (cents === null ? null : cents / 100);

const columns: readonly (readonly [heading: string, value: (row: Row) => string | number | null])[] = [
  ['nummer', (row) => row.reference],
  ['ingediend', (row) => row.created_at.toISOString()],
  ['gepubliceerd', (row) => row.published_at?.toISOString() ?? null],
  ['buurtcode', (row) => row.buurt_code],
  ['buurt', (row) => row.buurt],
  ['beoordeling', (row) => row.review],
  ['status', (row) => row.status],
  ['titel', (row) => row.title],
  ['verhaal', (row) => row.story],
  ['thema', (row) => row.theme],
  ['adres', (row) => row.address],
  ['breedtegraad', (row) => row.lat],
  ['lengtegraad', (row) => row.lon],
  ['wat is er al', (row) => row.assets],
  ['wie kan meedoen', (row) => row.joiners],
  ['gevraagd', (row) => row.needs.join(', ')],
  ['brengt mee', (row) => row.offers.join(', ')],
  ['kosten van (euro)', (row) => euros(row.cost_min_cents)],
  ['kosten tot (euro)', (row) => euros(row.cost_max_cents)],
  ['steun', (row) => row.support_count],
  ['doet mee', (row) => row.offer_count],
  [
    'antwoorden',
    (row) =>
      Object.entries(row.answers)
        .map(([id, answer]) => `${id}: ${answer}`)
        .join('\n'),
  ],
];

const contactColumns: typeof columns = [
  ['naam', (row) => row.name],
  ['e-mail', (row) => row.email],
  ['telefoon', (row) => row.phone],
];

/** Writes ideas as CSV to a file, or to the screen; names and contact data only when asked for. */
export async function exportIdeas(options: ExportOptions, io: OperatorIo, { db }: Store): Promise<number> {
  const rows = await ideasToExport(db, options).execute();
  const chosen = options.withContact ? [...columns, ...contactColumns] : columns;
  const text = csv([
    chosen.map(([heading]) => heading),
    ...rows.map((row) => chosen.map(([, value]) => value(row))),
  ]);
  if (options.out === undefined) {
    io.out(text);
    return 0;
  }
  await writeFile(resolve(io.cwd, options.out), text, { mode: 0o600 }).catch((error: Error) => {
    throw new Mistake(`${options.out ?? ''} cannot be written: ${error.message}.`);
  });
  io.out(`${String(rows.length)} ideas written to ${options.out}.\n`);
  return 0;
}
