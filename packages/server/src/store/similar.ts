import type { InitiativeSummary } from '@buurt/domain';
import { sql } from 'kysely';
import { published, summarised, summariesOf } from './initiatives.js';
import type { Store } from './open.js';

const mostSimilar = 3;
const mostWords = 8;
/** From 0 to 1; low enough to forgive two swapped letters in a word. */
const likeEnough = 0.45;

/** The words of a title that tell something; the whole title when it has only short ones. */
function tellingWords(title: string): string[] {
  const words = title.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.length > 0 ? [...new Set(words)].slice(0, mostWords) : [title];
}

/**
 * Published initiatives of a buurt whose title looks like this one, the most alike first. The index finds titles with
 * a word like one of these; they are then weighed as a whole.
 */
export const findSimilar = (store: Store, buurt: string, title: string): Promise<InitiativeSummary[]> =>
  store.transaction(async (db) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeEnough)}, true)`.execute(
      db,
    );
    const likeness = sql<number>`greatest(
      similarity(title, ${title}), word_similarity(${title}, title), word_similarity(title, ${title}))`;
    const rows = await summarised(published(db))
      .where('buurt_code', '=', buurt)
      .where(({ or }) => or(tellingWords(title).map((word) => sql<boolean>`title %> ${word}`)))
      .where(likeness, '>=', likeEnough)
      .orderBy(likeness, 'desc')
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .limit(mostSimilar)
      .execute();
    return summariesOf(db, rows);
  });
