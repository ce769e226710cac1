import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  sql`alter table photo add column news_id uuid references news (id) on delete cascade`,
  sql`create index photo_of_news on photo (news_id) where news_id is not null`,
  sql`
    create table remark_report (
      id uuid primary key,
      remark_id uuid not null references remark (id) on delete cascade,
      reason text not null,
      created_at timestamptz(3) not null
    )`,
  sql`create index report_of_remark on remark_report (remark_id)`,
  sql`create index remark_waiting on remark (created_at) where review = 'waiting'`,
];

export const neighbours: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(db);
  },
};
