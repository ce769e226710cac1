import type { InitiativeSummary } from '@buurt/domain/initiatives/initiative.js';
import { sql } from 'kysely';
import { published, summarised, summariesOf } from '../initiatives/initiatives.queries.js';
import type { Store } from '../db/open.js';

const mostSimilar = 3;
const mostWords = 5;
/** From 0 to 1; low enough to forgive two swapped letters in a word. */
const likeEnough = '0.45';

/** Words that many titles have and that say nothing about what somebody wants. */
const emptyWords = new Set(
  `aan about achter alle and any bij bij buurt door een eigen elke every extra for from gaan graag haar heel het
  hier iedereen iets kan kleine komen kunnen leuke maar maken meer mensen met mijn mooie more naar new nice
  nieuwe nog onder ons onze ook our over per plek samen straat the tot uit van veel voor waar wat wie wijk wil
  willen with wordt zijn zonder zou`.split(/\s+/),
);

/** The words of a title that tell what it is about, the longest first; the whole title when it has none. */
function tellingWords(title: string): string[] {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const telling = [...new Set(words)].filter((word) => !emptyWords.has(word));
  return telling.length > 0 ? telling.sort((a, b) => b.length - a.length).slice(0, mostWords) : [title];
}

/**
 * Published initiatives of a buurt with words in their title like those of this one, the most alike first. Typing
 * errors are forgiven: words are compared by their groups of three letters.
 */
export const findSimilar = (store: Store, buurt: string, title: string): Promise<InitiativeSummary[]> =>
  store.transaction(async (db) => {
    const words = tellingWords(title);
    // The planner takes comparing letters for cheap, and would rather read all titles than use an index.
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${likeEnough}, true),
      set_config('enable_seqscan', 'off', true)`.execute(db);
    const likeness = sql<number>`${sql.join(
      words.map((word) => sql`word_similarity(plain_text(${word}), plain_text(title))`),
      sql` + `,
    )}`;
    const rows = await summarised(published(db))
      .where('buurt_code', '=', buurt)
      .where(({ or }) => or(words.map((word) => sql<boolean>`plain_text(title) %> plain_text(${word})`)))
      .orderBy(likeness, 'desc')
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .limit(mostSimilar)
      .execute();
    return summariesOf(db, rows);
  });
