import type { ActDetail, ActName, ActSubject } from '@buurt/domain/acts/act.js';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { BuurtBound } from './within.js';

/** Who does something: whoever has a shell on the server, or somebody with a login. */
export type Actor =
  { readonly kind: 'operator' } | { readonly kind: 'staff'; readonly id: string; readonly name: string };

export const operator: Actor = { kind: 'operator' };

/** Who does something and when, and in which buurten they may. */
export interface ActContext {
  readonly by: Actor;
  readonly at: Date;
  /** What is outside of these is not there for them. Absent: all. */
  readonly buurten?: BuurtBound | undefined;
}

export interface NewAct extends Pick<ActContext, 'by' | 'at'> {
  readonly name: ActName;
  /** The code of the buurt. */
  readonly buurt: string | null;
  readonly subject: { readonly kind: ActSubject; readonly id: string };
  /** With `idea`, the id of the idea to which a remark, an offer or a promise belongs. */
  readonly detail?: ActDetail;
}

const rowOf = ({ by, at, name, buurt, subject, detail = {} }: NewAct) => ({
  ...{ at, name, buurt_code: buurt, actor_kind: by.kind },
  staff_id: by.kind === 'staff' ? by.id : null,
  staff_name: by.kind === 'staff' ? by.name : null,
  ...{ subject_kind: subject.kind, subject_id: subject.id, detail: JSON.stringify(detail) },
});

/** Keeps what was done, in the transaction in which it is done; resolves to its number. */
export async function recordAct(db: DatabaseTransaction, act: NewAct): Promise<number> {
  const { id: number } = await db
    .insertInto('act')
    .values(rowOf(act))
    .returning('id')
    .executeTakeFirstOrThrow();
  return number;
}

/** A statement takes some ten thousand values. */
const actsPerStatement = 1000;

/** Keeps what was done with many at once, in the transaction in which it is done. */
export async function recordActs(db: DatabaseTransaction, acts: readonly NewAct[]): Promise<void> {
  for (let from = 0; from < acts.length; from += actsPerStatement)
    await db
      .insertInto('act')
      .values(acts.slice(from, from + actsPerStatement).map(rowOf))
      .execute();
}

export interface ActFilter {
  /** Absent: all, and what was done in no buurt. */
  readonly buurten?: BuurtBound | undefined;
  /** The id of an idea: what was done with it, and with its remarks, offers and promises. */
  readonly idea?: string | undefined;
  /** The id of a round: what was done with it. */
  readonly round?: string | undefined;
  /** The id of whoever did it with a login. */
  readonly staffId?: string | undefined;
}

const filtered = (db: Database, { buurten = 'all', idea, round, staffId }: ActFilter) =>
  db
    .selectFrom('act')
    .$if(buurten !== 'all', (query) =>
      query.where('buurt_code', '=', sql<string>`any(${[...buurten]}::text[])`),
    )
    .$if(staffId !== undefined, (query) => query.where('staff_id', '=', staffId ?? ''))
    .$if(round !== undefined, (query) =>
      query.where('subject_id', '=', round ?? '').where('subject_kind', '=', 'round'),
    )
    .$if(idea !== undefined, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          and([eb('subject_id', '=', idea ?? ''), eb('subject_kind', '=', 'idea')]),
          sql<boolean>`(detail ? 'idea' and detail ->> 'idea' = ${idea ?? ''}::text)`,
        ]),
      ),
    );

/** Acts with the number of the idea, while there is one, and the name of the buurt. */
const described = (db: Database, filter: ActFilter) =>
  filtered(db, filter)
    .selectAll('act')
    .select([
      sql<string | null>`(select name from buurt where code = act.buurt_code)`.as('buurt_name'),
      sql<string | null>`(select reference from initiative where id = case
        when act.subject_kind = 'idea' then act.subject_id::uuid
        else (act.detail ->> 'idea')::uuid end)`.as('reference'),
    ]);

export type Act = Awaited<ReturnType<ReturnType<typeof described>['execute']>>[number];

/** What was done, newest first: so many, of those with a smaller id than `before`. */
export const actsOf = (
  db: Database,
  { before, limit, ...filter }: ActFilter & { readonly before?: number | undefined; readonly limit: number },
): Promise<Act[]> =>
  described(db, filter)
    .$if(before !== undefined, (query) => query.where('act.id', '<', before ?? 0))
    .orderBy('act.id', 'desc')
    .limit(limit)
    .execute();

/** What was done, oldest first: so many from one on. */
export const oldestActs = (db: Database, filter: ActFilter, from: number, limit: number): Promise<Act[]> =>
  described(db, filter).orderBy('act.id').offset(from).limit(limit).execute();

/** Who did something in these buurten with a login, as they were called last; by name. */
export async function actorsIn(
  db: Database,
  buurten: BuurtBound,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await filtered(db, { buurten })
    .distinctOn('staff_id')
    .select(['staff_id as id', 'staff_name as name'])
    .where('staff_id', 'is not', null)
    .orderBy('staff_id')
    .orderBy('id', 'desc')
    .execute();
  return rows
    .flatMap(({ id, name }) => (id === null || name === null ? [] : [{ id, name }]))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
}

/** The act with this name that was done last with something; undefined when there is none. */
export const lastActOf = (db: Database, name: ActName, { kind, id }: NewAct['subject']) =>
  db
    .selectFrom('act')
    .select(['at', 'actor_kind', 'staff_name'])
    .where('subject_id', '=', id)
    .where('subject_kind', '=', kind)
    .where('name', '=', name)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** One act; undefined when there is none with this number. */
export const findAct = (db: Database, id: number) =>
  db.selectFrom('act').selectAll().where('id', '=', id).executeTakeFirst();

/** Whether something was done with the idea of an act after it. */
export async function isLastWithIdea(
  db: Database,
  { id, subject_id }: { readonly id: number; readonly subject_id: string },
): Promise<boolean> {
  const after = await db
    .selectFrom('act')
    .select('id')
    .where('subject_kind', '=', 'idea')
    .where('subject_id', '=', subject_id)
    .where('id', '>', id)
    .executeTakeFirst();
  return after === undefined;
}

export async function countActs(db: Database, filter: ActFilter): Promise<number> {
  const { count } = await filtered(db, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
