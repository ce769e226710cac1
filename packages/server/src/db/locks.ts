import { sql, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** What can be held by a name of its own, each in a space where no other meets it. */
const spaces = {
  'log of a round': 0,
  round: 1,
  mailbox: 2,
  'names of rounds': 3,
  photos: 4,
  announcements: 5,
  'news of makers': 6,
  'login requests': 7,
  'owner link requests': 8,
  identities: 9,
  admins: 10,
} as const;

/** Holds something alone until the end of the transaction: who wants it meanwhile waits. */
export const hold = (db: Transaction<Tables>, what: keyof typeof spaces, name: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${name}, ${sql.lit(spaces[what])}))`.execute(db);

/** Holds something with others until the end of the transaction; who wants it alone waits, and those who come later wait behind. */
export const share = (db: Transaction<Tables>, what: keyof typeof spaces, name: string) =>
  sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, ${sql.lit(spaces[what])}))`.execute(db);
