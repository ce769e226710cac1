import { boundsOf, simplified, type Border, type Bounds, type Position } from '@buurt/domain';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from './open.js';

export type BordersWanted = { readonly codes: readonly string[] } | { readonly municipality: string };

export interface BuurtBorder {
  readonly code: string;
  readonly name: string;
  /** Published ones. */
  readonly initiativeCount: number;
  readonly border: Border;
}

const mostBuurten = 1000;
/** So much of the bounds of a buurt, on each side, is seen around it. */
const around = 0.25;
const mostStreets = 400;

/** As a picture so wide can show them: nothing is further off than half a pixel. */
function forPicture<T extends { readonly border: Border }>(
  buurten: readonly T[],
  width: number | undefined,
  bounds: Bounds | undefined = undefined,
): readonly T[] {
  if (width === undefined || buurten.length === 0) return buurten;
  const seen =
    bounds ??
    boundsOf({ type: 'MultiPolygon', coordinates: buurten.flatMap((each) => each.border.coordinates) });
  const narrowing = Math.cos((seen.south * Math.PI) / 180);
  const borders = simplified(
    buurten.map(({ border }) => border),
    ((seen.east - seen.west) * narrowing) / width / 2,
  );
  return buurten.map((each, index) => ({ ...each, border: borders[index] ?? each.border }));
}

/** The borders of these buurten, by code; simplified together, so that neighbours still touch. */
export async function boundariesOf(
  db: Database,
  wanted: BordersWanted,
  width: number | undefined,
): Promise<readonly BuurtBorder[]> {
  const rows = await db
    .selectFrom('buurt')
    .select(['code', 'name', 'border'])
    .select(({ selectFrom }) =>
      selectFrom('initiative')
        .whereRef('initiative.buurt_code', '=', 'buurt.code')
        .where('initiative.review', '=', 'published')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('initiativeCount'),
    )
    .$if('codes' in wanted, (query) => query.where('code', 'in', 'codes' in wanted ? wanted.codes : []))
    .$if('municipality' in wanted, (query) =>
      query.where(
        sql<boolean>`lower(municipality) = lower(${'municipality' in wanted ? wanted.municipality : ''})`,
      ),
    )
    .orderBy('code')
    .limit(mostBuurten)
    .execute();
  return forPicture(
    rows.map((row) => ({ ...row, initiativeCount: row.initiativeCount ?? 0 })),
    width,
  );
}

const widened = ({ west, south, east, north }: Bounds): Bounds => {
  const [right, up] = [(east - west) * around, (north - south) * around];
  return { west: west - right, south: south - up, east: east + right, north: north + up };
};

const touches = ({ west, south, east, north }: Bounds): RawBuilder<boolean> =>
  sql`box(point(west, south), point(east, north)) && box(point(${west}, ${south}), point(${east}, ${north}))`;

export interface Surroundings {
  readonly buurten: readonly { readonly code: string; readonly name: string; readonly border: Border }[];
  readonly streets: readonly { readonly name: string; readonly lines: readonly (readonly Position[])[] }[];
}

/** Pieces of one street together. */
function byName(pieces: readonly { readonly name: string; readonly line: readonly Position[] }[]) {
  const streets = new Map<string, (readonly Position[])[]>();
  for (const { name, line } of pieces) streets.set(name, [...(streets.get(name) ?? []), line]);
  return [...streets].map(([name, lines]) => ({ name, lines }));
}

/** What is seen around a buurt on its map; undefined when there is no such buurt. */
export async function surroundingsOf(
  db: Database,
  code: string,
  width: number | undefined,
): Promise<Surroundings | undefined> {
  const bounds = await db
    .selectFrom('buurt')
    .select(['west', 'south', 'east', 'north'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (!bounds) return undefined;
  const box = widened(bounds);
  const buurten = await db
    .selectFrom('buurt')
    .select(['code', 'name', 'border'])
    .where(touches(box))
    .orderBy('code')
    .limit(50)
    .execute();
  const pieces = await db
    .selectFrom('street')
    .select(['name', 'line'])
    .where(touches(box))
    .orderBy('name')
    .orderBy('id')
    .limit(mostStreets)
    .execute();
  const shown = forPicture(buurten, width, bounds);
  return { buurten: shown.filter((each) => each.code !== code), streets: byName(pieces) };
}
