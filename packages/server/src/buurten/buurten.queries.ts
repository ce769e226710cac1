import { contains } from '@buurt/domain/geo/border.js';
import type { Place } from '@buurt/domain/geo/place.js';
import { defaultIdeaSettings, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { initiativeStatuses, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import { sql } from 'kysely';
import type { Database, Store } from '../db/open.js';
import type { BuurtRow } from '../db/tables.js';

export interface BuurtSummary {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly households: number | null;
  readonly centre: Place;
}

const summaryColumns = [
  'code',
  'name',
  'municipality',
  'households',
  'west',
  'south',
  'east',
  'north',
] as const;
type SummaryRow = Pick<BuurtRow, (typeof summaryColumns)[number]>;

/** Half-way, in millionths of a degree: about ten centimetres. */
const middle = (from: number, to: number) => Math.round(((from + to) / 2) * 1e6) / 1e6;

const summaryOf = ({
  code,
  name,
  municipality,
  households,
  west,
  south,
  east,
  north,
}: SummaryRow): BuurtSummary => ({
  code,
  name,
  municipality,
  households,
  centre: { lat: middle(south, north), lon: middle(west, east) },
});

const mostFound = 100;

const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Buurten with these words in their name, municipality or code, typing errors forgiven; by name. */
export async function findBuurten(db: Database, words: string): Promise<BuurtSummary[]> {
  const asked = sql<string>`plain_text(${words}::text)`;
  const holds = (column: 'name' | 'municipality') =>
    sql<boolean>`case when ${asked} = '' then ${sql.ref(column)} like ${`%${literally(words)}%`}
      else plain_text(${sql.ref(column)}) like '%' || ${asked} || '%' end`;
  const rows = await db
    .selectFrom('buurt')
    .select(summaryColumns)
    .$if(words !== '', (query) =>
      query
        .where(({ or, eb }) =>
          or([
            eb('code', '=', words.toUpperCase()),
            holds('name'),
            holds('municipality'),
            sql<boolean>`plain_text(name) %> ${asked}`,
          ]),
        )
        .orderBy(holds('name'), 'desc'),
    )
    .orderBy('name')
    .orderBy('code')
    .limit(mostFound)
    .execute();
  return rows.map(summaryOf);
}

/** The buurt in which a place lies; undefined outside all. Where borders overlap, the first by code. */
export async function buurtAt(db: Database, place: Place): Promise<BuurtSummary | undefined> {
  const { lat, lon } = place;
  const near = await db
    .selectFrom('buurt')
    .select([...summaryColumns, 'border'])
    .where(
      sql<boolean>`box(point(west, south), point(east, north)) && box(point(${lon}, ${lat}), point(${lon}, ${lat}))`,
    )
    .orderBy('code')
    .execute();
  const found = near.find(({ border }) => contains(border, place));
  return found && summaryOf(found);
}

export type InitiativeCounts = Readonly<Record<InitiativeStatus, number>>;

export async function findBuurt(
  db: Database,
  code: string,
): Promise<(BuurtSummary & { readonly initiativeCounts: InitiativeCounts }) | undefined> {
  const row = await db.selectFrom('buurt').select(summaryColumns).where('code', '=', code).executeTakeFirst();
  if (!row) return undefined;
  const counted = await db
    .selectFrom('initiative')
    .select(['status', sql<number>`count(*)::int`.as('count')])
    .where('buurt_code', '=', code)
    .where('review', '=', 'published')
    .groupBy('status')
    .execute();
  const countOf = (status: InitiativeStatus) => counted.find((each) => each.status === status)?.count ?? 0;
  const counts = Object.fromEntries(initiativeStatuses.map((status) => [status, countOf(status)]));
  return { ...summaryOf(row), initiativeCounts: counts as InitiativeCounts };
}

/** What the form asks in this buurt: the defaults, with what the corporation wants different. */
export const settingsOf = ({ name, settings }: Pick<BuurtRow, 'name' | 'settings'>): IdeaSettings => ({
  ...defaultIdeaSettings,
  ...settings,
  buurtName: name,
});

/** A buurt with all that an idea is held against. */
export const findBuurtRow = (db: Database, code: string): Promise<BuurtRow | undefined> =>
  db.selectFrom('buurt').selectAll().where('code', '=', code).executeTakeFirst();

export const buurtExists = async (db: Database, code: string): Promise<boolean> =>
  (await db.selectFrom('buurt').select('code').where('code', '=', code).executeTakeFirst()) !== undefined;

/** What would be lost with a buurt. */
export interface Dependents {
  readonly ideas: number;
  readonly votes: number;
  readonly followers: number;
}

/** Deletes a buurt when nothing hangs on it; resolves to what does. */
export const deleteBuurt = (store: Store, code: string): Promise<Dependents> =>
  store.transaction(async (db) => {
    // Locked before counting: what was handed in meanwhile would go with the buurt.
    await db.selectFrom('buurt').select('code').where('code', '=', code).forUpdate().execute();
    const countIn = async (table: 'initiative' | 'round' | 'follower') => {
      const { n } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('buurt_code', '=', code)
        .executeTakeFirstOrThrow();
      return Number(n);
    };
    const dependents = {
      ideas: await countIn('initiative'),
      votes: await countIn('round'),
      followers: await countIn('follower'),
    };
    if (Object.values(dependents).every((count) => count === 0))
      await db.deleteFrom('buurt').where('code', '=', code).execute();
    return dependents;
  });
