import type { BuurtBound } from '../acts/within.js';
import type { Database } from '../db/open.js';

/** Those of these ids that are of a published initiative that has not ended: about others there is nothing to vote. */
export async function findVotableIds(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('initiative')
    .select('id')
    .where('id', 'in', ids)
    .where('review', '=', 'published')
    .where('status', 'not in', ['done', 'declined'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Published initiatives that cost money and are not granted or declined yet. */
const candidates = (db: Database) =>
  db
    .selectFrom('initiative')
    .where('review', '=', 'published')
    .where('status', 'in', ['new', 'onBallot'])
    .where('cost_max_cents', '>', 0);

/** Published initiatives of a buurt that cost money and are not granted or declined yet, as proposals. */
export async function findProposalCandidates(db: Database, buurtCode: string) {
  const rows = await candidates(db)
    .select(['id', 'reference', 'title', 'story', 'theme', 'cost_max_cents'])
    .where('buurt_code', '=', buurtCode)
    .orderBy('title')
    .orderBy('id')
    .execute();
  return rows.map(({ id, reference, title, story, theme, cost_max_cents }) => ({
    ...{ id: reference, title, story, costCents: cost_max_cents ?? 0 },
    ...{ categories: theme === null ? [] : [theme], initiativeId: id, remark: null },
  }));
}

/** The buurten with initiatives that can be voted about, by name, and how many each has. */
export async function findBuurtenToVoteIn(
  db: Database,
  buurten: BuurtBound,
): Promise<{ code: string; name: string; candidateCount: number }[]> {
  const rows = await candidates(db)
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .select(({ fn }) => ['buurt.code', 'buurt.name', fn.countAll<number>().as('count')])
    .$if(buurten !== 'all', (query) => query.where('buurt_code', 'in', buurten as readonly string[]))
    .groupBy(['buurt.code', 'buurt.name'])
    .orderBy('buurt.name')
    .orderBy('buurt.code')
    .execute();
  return rows.map(({ code, name, count }) => ({ code, name, candidateCount: Number(count) }));
}
