import { sql } from 'kysely';

/** When an idea was changed, which is its version too: after each change before, whatever the clock says. */
export const changedAt = (at: Date) =>
  sql<Date>`greatest(${at}::timestamptz, updated_at + interval '1 millisecond')`;

/** The version of an idea that stands in a row. */
export const versionOf = ({ updated_at }: { readonly updated_at: Date }): string => updated_at.toISOString();
