import type { Border, Bounds, Position } from '@buurt/domain/geo/border.js';
import { simplerLine } from '@buurt/domain/geo/simplify.js';
import { sql, type RawBuilder } from 'kysely';
import { halfPixel, simpler } from './borders.queries.js';
import type { Database } from '../db/open.js';
import type { StreetPiece } from './streets.queries.js';

/** A picture of a buurt is at most so many times wider than high, and never higher than wide. */
const widest = 2;
/** So much more than the buurt itself is seen, at least. */
const room = 1.3;
const mostBuurten = 50;
/** Of more pieces, nobody sees the shortest. */
const mostPieces = 1000;

/** What a picture shows, however wide it is. */
function seenWith({ west, south, east, north }: Bounds): Bounds {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [width, height] = [(east - west) * narrowing, north - south];
  const aside = (Math.max(width, height * widest) * room) / 2 / narrowing;
  const up = (Math.max(height, width) * room) / 2;
  const [lat, lon] = [(south + north) / 2, (west + east) / 2];
  return { west: lon - aside, south: lat - up, east: lon + aside, north: lat + up };
}

const touches = ({ west, south, east, north }: Bounds): RawBuilder<boolean> =>
  sql`box(point(west, south), point(east, north)) && box(point(${west}, ${south}), point(${east}, ${north}))`;

export interface Surroundings {
  readonly buurten: readonly { readonly code: string; readonly name: string; readonly border: Border }[];
  readonly streets: readonly { readonly name: string; readonly lines: readonly (readonly Position[])[] }[];
}

/** Pieces of one street together. */
function byName(pieces: readonly StreetPiece[]): Surroundings['streets'] {
  const streets = new Map<string, (readonly Position[])[]>();
  for (const { name, line } of pieces) {
    const lines = streets.get(name);
    if (lines) lines.push(line);
    else streets.set(name, [line]);
  }
  return [...streets].map(([name, lines]) => ({ name, lines }));
}

const piecesIn = (db: Database, box: Bounds) =>
  db
    .selectFrom('street')
    .select(['name', 'line'])
    .where(touches(box))
    .orderBy(sql`greatest(east - west, north - south)`, 'desc')
    .orderBy('id')
    .limit(mostPieces)
    .execute();

const buurtenIn = (db: Database, box: Bounds) =>
  db
    .selectFrom('buurt')
    .select(['code', 'name', 'border'])
    .where(touches(box))
    .orderBy('code')
    .limit(mostBuurten)
    .execute();

/**
 * What is seen around a buurt in a picture of it that is so wide; whole lines, also where they leave the picture.
 * Undefined when there is no such buurt.
 */
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
  const box = seenWith(bounds);
  const [buurten, pieces] = [await buurtenIn(db, box), await piecesIn(db, box)];
  const others = (all: typeof buurten) => all.filter((each) => each.code !== code);
  if (width === undefined) return { buurten: others(buurten), streets: byName(pieces) };
  const tolerance = halfPixel(bounds, width);
  const lines = pieces.map(({ name, line }) => ({ name, line: simplerLine(line, tolerance) }));
  return { buurten: others([...simpler(buurten, tolerance)]), streets: byName(lines) };
}
