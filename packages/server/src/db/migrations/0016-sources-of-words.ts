import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // Remarks are counted as support and offers are, for one initiative; ideas for their buurt.
  sql`alter table source_count drop constraint source_count_kind_check`,
  sql`alter table source_count add constraint source_count_kind_check check (kind in ('support', 'offer', 'remark'))`,
  sql`
    create table idea_source_count (
      buurt_code text not null references buurt (code) on delete cascade on update cascade,
      day date not null,
      source text not null,
      count integer not null,
      primary key (buurt_code, day, source)
    )`,
];

export const sourcesOfWords: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
