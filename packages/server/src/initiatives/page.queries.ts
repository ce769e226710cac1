import type { Facets, InitiativePage } from '@buurt/domain/initiatives/initiative-list.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import { sql, type RawBuilder } from 'kysely';
import { helpOf, offersByKind } from '../neighbours/help.queries.js';
import { searchFor } from './search.queries.js';
import { sortKeyOf, type SortKey, type SortOrder } from './sorts.queries.js';
import { published, summariesOf, summaryColumns } from './initiatives.queries.js';
import type { Database, Store } from '../db/open.js';

export interface InitiativeFilter {
  readonly buurt: string;
  readonly status?: readonly InitiativeStatus[] | undefined;
  readonly theme?: readonly string[] | undefined;
  readonly q?: string | undefined;
}

/** The last initiative of a page, and what the database looked like when the first page was read. */
export interface Cursor {
  readonly key: string;
  readonly id: string;
  readonly snapshot: string;
}

export interface Page extends InitiativePage {
  readonly next: Cursor | undefined;
}

interface PageQuery extends InitiativeFilter, SortOrder {
  readonly limit: number;
  readonly after?: Cursor | undefined;
}

export const isAnyOf = (
  column: 'status' | 'theme',
  options: readonly string[] | undefined,
): RawBuilder<boolean> =>
  options === undefined || options.length === 0
    ? sql`true`
    : sql`${sql.ref(`initiative.${column}`)} in (${sql.join(options)})`;

/** What was different when the first page was read: the oldest change that its snapshot does not know yet. */
const past = (buurt: string, snapshot: string) => sql<{
  initiative_id: string | null;
  support_count: number;
  help_missing: number;
  news_at: Date | null;
}>`(
  select distinct on (initiative_id) initiative_id, support_count, help_missing, news_at from initiative_rank_history
  where buurt_code = ${buurt} and xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
    and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)
  order by initiative_id, position)`;

/** Sorted as on the first page, from behind the cursor. */
function continued(db: Database, wish: PageQuery, { key, past: keyThen = key, type, descending }: SortKey) {
  const { after, buurt } = wish;
  const by = after ? keyThen : key;
  const [direction, compared] = descending ? (['desc', sql`<`] as const) : (['asc', sql`>`] as const);
  const from = published(db).where('initiative.buurt_code', '=', buurt);
  return from
    .$if(after !== undefined && by !== key, (query) =>
      query.leftJoin(past(buurt, after?.snapshot ?? '').as('past'), (join) =>
        join.onRef('past.initiative_id', '=', 'initiative.id'),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${by}, initiative.id) ${compared} (${after?.key}::${type}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(by, direction)
    .orderBy('initiative.id', direction)
    .select([sql<string>`(${by})::text`.as('key'), sql<string>`pg_current_snapshot()::text`.as('snapshot')]);
}

const rowsOf = (db: Database, wish: PageQuery, found: RawBuilder<boolean>) =>
  continued(db, wish, sortKeyOf(wish))
    .select([...summaryColumns, 'initiative.needs', 'initiative.asked', 'initiative.news_at'])
    .where(isAnyOf('status', wish.status))
    .where(isAnyOf('theme', wish.theme))
    .where(found)
    .limit(wish.limit + 1)
    .execute();

async function listed(db: Database, rows: Awaited<ReturnType<typeof rowsOf>>): Promise<ListedInitiative[]> {
  const ids = rows.map(({ id }) => id);
  const offered = await offersByKind(db, ids);
  const summaries = await summariesOf(db, rows);
  return summaries.map((summary, at) => {
    const row = rows[at] as (typeof rows)[number];
    return {
      ...summary,
      help: helpOf(row, (kind) => offered(row.id, kind)),
      newsAt: row.news_at?.toISOString() ?? null,
    };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** One count of each status and theme tells the total, and what every other choice would show. */
async function counted(
  db: Database,
  { buurt, status = [], theme = [] }: InitiativeFilter,
  found: RawBuilder<boolean>,
): Promise<{ total: number; facets: Facets }> {
  const groups = await published(db)
    .select(['status', 'theme', sql<number>`count(*)::int`.as('count')])
    .where('buurt_code', '=', buurt)
    .where(found)
    .groupBy(['status', 'theme'])
    .execute();
  type Group = Pick<(typeof groups)[number], 'status' | 'theme'>;
  const rightTheme = (group: Group) => theme.length === 0 || theme.includes(group.theme ?? '');
  const rightStatus = (group: Group) => status.length === 0 || status.includes(group.status);
  const count = (fits: (group: Group) => boolean) => sum(groups.filter(fits).map((group) => group.count));
  const themes = [...new Set(groups.flatMap((group) => group.theme ?? []))];
  return {
    total: count((group) => rightTheme(group) && rightStatus(group)),
    facets: {
      status: Object.fromEntries(
        initiativeStatuses.map((each) => [
          each,
          count((group) => group.status === each && rightTheme(group)),
        ]),
      ) as Record<InitiativeStatus, number>,
      theme: themes
        .map((each) => ({
          theme: each,
          count: count((group) => group.theme === each && rightStatus(group)),
        }))
        .sort((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1)),
    },
  };
}

async function pageOf(db: Database, wish: PageQuery): Promise<Page> {
  const found = wish.q === undefined ? sql<boolean>`true` : await searchFor(db, wish.q);
  const rows = await rowsOf(db, wish, found);
  const shown = rows.slice(0, wish.limit);
  const last = rows.length > wish.limit ? shown.at(-1) : undefined;
  return {
    initiatives: await listed(db, shown),
    ...(await counted(db, wish, found)),
    next: last && { key: last.key, id: last.id, snapshot: wish.after?.snapshot ?? last.snapshot },
  };
}

/** So many of the initiatives of a buurt; the next page follows this one, whatever others write meanwhile. */
export const listInitiatives = (store: Store, wish: PageQuery): Promise<Page> =>
  wish.q === undefined ? pageOf(store.db, wish) : store.transaction((db) => pageOf(db, wish));
