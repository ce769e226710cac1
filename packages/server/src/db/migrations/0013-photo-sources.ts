import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // From which address a photo came, for a day: a hash that is another one tomorrow. And how much room it takes.
  sql`alter table photo add column source text, add column bytes integer not null default 0`,
  sql`
    update photo set bytes = taken.bytes
    from (select photo_id, sum(octet_length(bytes))::int as bytes from photo_file group by photo_id) as taken
    where taken.photo_id = photo.id`,
  sql`create index photo_of_source on photo (source) where source is not null`,
];

export const photoSources: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
