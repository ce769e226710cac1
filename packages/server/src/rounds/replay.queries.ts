import type { Database } from '../db/open.js';

/** A buurt of no real place, for an election that is held again. */
export async function addRehearsalBuurt(db: Database, code: string): Promise<void> {
  const bounds = { west: 5, south: 52, east: 5.01, north: 52.01 };
  const row = { code, name: 'Rehearsal', municipality: 'Rehearsal', households: null, ...bounds };
  await db
    .insertInto('buurt')
    .values({ ...row, border: 'null', settings: '{}' })
    .execute();
}
