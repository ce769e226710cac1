import { boundsOf, type Position } from '@buurt/domain/geo/border.js';
import type { Database } from '../db/open.js';

/** A piece of a street, longitude first. */
export interface StreetPiece {
  readonly name: string;
  readonly line: readonly Position[];
}

export async function saveStreets(db: Database, pieces: readonly StreetPiece[]): Promise<void> {
  if (pieces.length === 0) return;
  const rows = pieces.map(({ name, line }) => ({
    ...{ name, line: JSON.stringify(line) },
    ...boundsOf({ type: 'MultiPolygon', coordinates: [[line]] }),
  }));
  await db.insertInto('street').values(rows).execute();
}

export const forgetStreets = async (db: Database): Promise<void> => {
  await db.deleteFrom('street').execute();
};
