import { operator, recordAct } from '../acts/acts.queries.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { eraseIdeas, type ErasedIdea } from './ideas.service.js';
import { addImportedIdea, findImportedIdeas, originsOf, type ImportedIdea } from './imports.queries.js';

export interface ImportOptions {
  readonly name: string;
  /** On the site at once; else they wait at the desk, as an idea of the form does. */
  readonly isPublished: boolean;
  readonly at: Date;
}

/** The ideas that did not come in before under this name. */
export async function notHereYet(
  db: Database,
  ideas: readonly ImportedIdea[],
  importName: string,
): Promise<ImportedIdea[]> {
  const here = await originsOf(db, importName);
  return ideas.filter(({ origin }) => !here.has(origin));
}

/** Brings ideas in that are not here yet, and mails nobody; resolves to how many those were. */
export async function importIdeas(
  db: DatabaseTransaction,
  ideas: readonly ImportedIdea[],
  { name, isPublished, at }: ImportOptions,
): Promise<number> {
  const fresh = await notHereYet(db, ideas, name);
  for (const idea of fresh) {
    const id = await addImportedIdea(db, name, idea, { isPublished, at });
    await recordAct(db, {
      ...{ by: operator, at, name: 'idea.imported', buurt: idea.buurt, subject: { kind: 'idea', id } },
      detail: { published: isPublished },
    });
  }
  return fresh.length;
}

/** Erases all ideas of an import that are still here, with what was done with them since. */
export async function undoImport(db: DatabaseTransaction, name: string, at: Date): Promise<ErasedIdea[]> {
  const ids = await findImportedIdeas(db, name);
  return ids.length === 0 ? [] : eraseIdeas(db, ids, { by: operator, at });
}
