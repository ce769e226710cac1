import { randomUUID } from 'node:crypto';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { ideaColumns } from './ideas.queries.js';
import { newReference } from './reference.js';

/** An idea as it stood in another system. */
export interface ImportedIdea {
  /** The number that it had there. */
  readonly origin: string;
  readonly buurt: string;
  readonly idea: Omit<NewIdea, 'consent'>;
  /** When it was handed in there. */
  readonly handedInAt: Date;
}

/** The origins of an import that are here already. */
export async function originsOf(db: Database, importName: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('imported_idea')
    .select('origin')
    .where('import_name', '=', importName)
    .execute();
  return new Set(rows.map(({ origin }) => origin));
}

/** Keeps an idea of another system; nobody gets a mail about it. Resolves to its id. */
export async function addImportedIdea(
  db: DatabaseTransaction,
  importName: string,
  { origin, buurt, idea, handedInAt }: ImportedIdea,
  { isPublished, at }: { readonly isPublished: boolean; readonly at: Date },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('initiative')
    .values({
      ...ideaColumns(idea),
      ...{ id, buurt_code: buurt, reference: newReference() },
      review: isPublished ? 'published' : 'waiting',
      published_at: isPublished ? handedInAt : null,
      created_at: handedInAt,
      updated_at: at,
    })
    .execute();
  const { name, email, phone } = idea;
  await db
    .insertInto('contact')
    .values({
      initiative_id: id,
      ...{ name: name ?? null, email: email ?? null, phone: phone ?? null, consented_at: handedInAt },
    })
    .execute();
  await db
    .insertInto('imported_idea')
    .values({ import_name: importName, origin, initiative_id: id })
    .execute();
  return id;
}

/** An import, with how many of its ideas are still here. */
export interface ImportSummary {
  readonly name: string;
  readonly ideas: number;
  /** Of those, in how many a neighbour or the organisation did something since. */
  readonly touched: number;
}

const touched = sql<boolean>`
  exists (select from support where initiative_id = initiative.id)
  or exists (select from offer where initiative_id = initiative.id)
  or exists (select from remark where initiative_id = initiative.id)
  or exists (select from news where initiative_id = initiative.id)
  or exists (select from promise where initiative_id = initiative.id)
  or exists (select from proposal where initiative_id = initiative.id)`;

/** The imports of which something is still here, by name. */
export async function listImports(db: Database): Promise<ImportSummary[]> {
  const rows = await db
    .selectFrom('imported_idea')
    .innerJoin('initiative', 'initiative.id', 'imported_idea.initiative_id')
    .select(({ fn }) => [
      'import_name as name',
      fn.countAll<number>().as('ideas'),
      sql<number>`count(*) filter (where ${touched})`.as('touched'),
    ])
    .groupBy('import_name')
    .orderBy('import_name')
    .execute();
  return rows.map((row) => ({ name: row.name, ideas: Number(row.ideas), touched: Number(row.touched) }));
}

/** The ids of the ideas of an import that are still here. */
export async function findImportedIdeas(db: Database, importName: string): Promise<string[]> {
  const rows = await db
    .selectFrom('imported_idea')
    .select('initiative_id')
    .where('import_name', '=', importName)
    .orderBy('origin')
    .execute();
  return rows.map(({ initiative_id }) => initiative_id);
}
