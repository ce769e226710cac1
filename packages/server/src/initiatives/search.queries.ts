import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../db/open.js';

const mostWords = 8;
/** From 0 to 1; low enough to forgive two swapped letters in a word. */
const likeEnough = '0.45';
const shortestMistyped = 4;

/** A word as `plain_text` writes it, stemmed as Dutch and, still being typed, as the beginning of another; or a title with a word like it. */
const meets = (word: string): RawBuilder<boolean> => {
  const query = sql`(to_tsquery('dutch', ${word}) || to_tsquery('simple', ${`${word}:*`}))`;
  return word.length < shortestMistyped
    ? sql`initiative.search @@ ${query}`
    : sql`(initiative.search @@ ${query} or plain_text(initiative.title) %> ${word})`;
};

/** The words that say something; all of them when none does. */
async function tellingWords(db: Database, q: string): Promise<string[]> {
  const { rows } = await sql<{ word: string; tells: boolean }>`
    select word, numnode(to_tsquery('dutch', word)) > 0 as tells
    from unnest(string_to_array(plain_text(${q}::text), ' ')) with ordinality as asked (word, nth)
    where word <> '' group by word order by min(nth) limit ${mostWords}`.execute(db);
  const telling = rows.filter(({ tells }) => tells);
  return (telling.length > 0 ? telling : rows).map(({ word }) => word);
}

/**
 * What an initiative must meet to be found: every word of the question. Run it in the transaction of `db`: how alike
 * words must be is set there.
 */
export async function searchFor(db: Database, q: string): Promise<RawBuilder<boolean>> {
  const words = await tellingWords(db, q);
  if (words.length === 0) return sql`false`;
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${likeEnough}, true)`.execute(db);
  return sql`(${sql.join(words.map(meets), sql` and `)})`;
}
