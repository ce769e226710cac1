import { sql } from 'kysely';
import type { Store } from '../../packages/server/src/db/open.js';
import type { Tables } from '../../packages/server/src/db/tables.js';

/** How the database goes about everything that is asked of a table meanwhile. */
export async function plansOf(
  store: Store,
  table: keyof Tables,
  ask: (store: Store) => Promise<unknown>,
): Promise<string[]> {
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const { db } = store;
  const listening = db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(db.getExecutor().compileQuery(node, { queryId: 'plan' } as never));
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  await ask({ ...store, db: listening, transaction: (work) => listening.transaction().execute(work) });
  return store.transaction(async (transaction) => {
    // So few buurten fit in a test that going through all would be quick; it is left to what cannot use an index.
    await sql`set local enable_seqscan = off`.execute(transaction);
    const plans: string[] = [];
    for (const query of asked.filter((each) => new RegExp(` from "?${table}"? `).test(each.sql))) {
      const explained = { ...query, sql: `explain ${query.sql}` } as never;
      const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': string }>(explained);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return plans;
  });
}
