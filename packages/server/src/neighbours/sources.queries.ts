import { sql, type Transaction } from 'kysely';
import { HttpProblem } from '../http/problem-json.js';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/tables.js';

/** What a neighbour can do for an initiative without a name. */
export type SourceKind = 'support' | 'offer' | 'remark';

/**
 * So much one address may do for one initiative in a day. All who live in a stairwell of sixty homes stay below it in an
 * evening; a script reaches it within a minute.
 */
const mostInADay: Readonly<Record<SourceKind, number>> = { support: 150, offer: 25, remark: 60 };

/** So many ideas from one address for one buurt in a day: one of every home of that stairwell, at an evening for ideas. */
const mostIdeasInADay = 60;

const details: Readonly<Record<SourceKind, string>> = {
  support: 'Vanaf deze aansluiting kwam vandaag al veel steun. Probeer het morgen weer.',
  offer: 'Vanaf deze aansluiting kwamen vandaag al veel berichten. Probeer het morgen weer.',
  remark: 'Vanaf deze aansluiting kwamen vandaag al veel reacties. Probeer het morgen weer.',
};

const dayMs = 24 * 60 * 60 * 1000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

const secondsToTomorrow = (at: Date) => Math.ceil((dayMs - (at.getTime() % dayMs)) / 1000);

const tooMuch = (detail: string, at: Date) =>
  new HttpProblem('too-many-requests', detail, { headers: { 'Retry-After': String(secondsToTomorrow(at)) } });

/** Who does something: a hash of the address that nobody can go back from, and that is another one tomorrow. */
export type SourceOf = (day: string) => string;

/**
 * Counts something that was done for an initiative from one address, in the transaction that does it.
 * @throws {HttpProblem} when so much came from there today that it looks like a script
 */
export async function countSource(
  db: Transaction<Tables>,
  kind: SourceKind,
  initiativeId: string,
  sourceOf: SourceOf,
  at: Date,
): Promise<void> {
  const day = dayOf(at);
  const { count } = await db
    .insertInto('source_count')
    .values({ kind, initiative_id: initiativeId, day, source: sourceOf(day), count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['initiative_id', 'kind', 'day', 'source'])
        .doUpdateSet({ count: sql<number>`source_count.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count > mostInADay[kind]) throw tooMuch(details[kind], at);
}

/**
 * Counts an idea for a buurt from one address, in the transaction that keeps it.
 * @throws {HttpProblem} when so many came from there today that it looks like a script
 */
export async function countIdeaSource(
  db: Transaction<Tables>,
  buurtCode: string,
  sourceOf: SourceOf,
  at: Date,
): Promise<void> {
  const day = dayOf(at);
  const { count } = await db
    .insertInto('idea_source_count')
    .values({ buurt_code: buurtCode, day, source: sourceOf(day), count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['buurt_code', 'day', 'source'])
        .doUpdateSet({ count: sql<number>`idea_source_count.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count > mostIdeasInADay)
    throw tooMuch('Vanaf deze aansluiting kwamen vandaag al veel ideeën. Probeer het morgen weer.', at);
}

/** A household changes its mind now and then; each change stays in the log of the round for good. */
const mostCastsInADay = 50;

/**
 * Counts a vote with one code, in the transaction that casts it.
 * @throws {HttpProblem} when the code was used so often today that it looks like a script
 */
export async function countCast(db: Transaction<Tables>, codeOf: SourceOf, at: Date): Promise<void> {
  const day = dayOf(at);
  const { count } = await db
    .insertInto('cast_count')
    .values({ day, code_hash: codeOf(day), count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['day', 'code_hash']).doUpdateSet({ count: sql<number>`cast_count.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count > mostCastsInADay)
    throw new HttpProblem(
      'used-often',
      `Met deze code is vandaag al ${String(mostCastsInADay)} keer gestemd. De laatste keer telt. Morgen kun je weer iets veranderen.`,
      { headers: { 'Retry-After': String(secondsToTomorrow(at)) } },
    );
}

/** What came for an initiative today and yesterday, and from how many addresses. */
export interface Jump {
  readonly reference: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly day: string;
  readonly count: number;
  readonly sources: number;
  /** What came from the address that did most. */
  readonly most: number;
}

/** Where most was done, the most from one address first: what an operator looks at when a number jumps. */
export const jumps = (db: Database, most: number): Promise<Jump[]> =>
  db
    .selectFrom('source_count')
    .innerJoin('initiative', 'initiative.id', 'source_count.initiative_id')
    .select(['initiative.reference', 'initiative.title', 'source_count.kind', 'source_count.day'])
    .select([
      sql<number>`sum(source_count.count)::int`.as('count'),
      sql<number>`count(*)::int`.as('sources'),
      sql<number>`max(source_count.count)`.as('most'),
    ])
    .groupBy(['initiative.id', 'source_count.kind', 'source_count.day'])
    .orderBy('most', 'desc')
    .orderBy('count', 'desc')
    .limit(most)
    .execute();
