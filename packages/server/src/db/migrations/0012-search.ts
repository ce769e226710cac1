import { sql, type Kysely, type Migration } from 'kysely';

/** Marks that stand over, under or in letters: of Latin, Greek and Cyrillic, of Hebrew, of Arabic. */
const marks = '[\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670]';
/** Signs between words. Not a class of the locale: with C, all letters but those of English would be signs. */
const signs =
  '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u3000-\\u303f]+';

/**
 * A text as it is searched: small letters without marks, ligatures taken apart, and one blank between words. PostgreSQL
 * would take "picknicktafels/bankjes" and "speeltuin.Daarna" for one word each.
 */
const plainText = sql`
  create function plain_text(words text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(lower(regexp_replace(normalize(words, NFKD), ${sql.lit(marks)}, '', 'g')), 'øłđıðħŧŋĸ', 'oldidhtnk'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    ${sql.lit(signs)}, ' ', 'g'))`;

const all = sql`plain_text(title || ' ' || story || ' ' || coalesce(address, ''))`;

const statements = [
  plainText,
  sql`drop index initiative_search`,
  sql`alter table initiative drop column search`,
  sql`
    alter table initiative add column search tsvector not null generated always as (
      to_tsvector('dutch', ${all}) || to_tsvector('simple', ${all})) stored`,
  sql`create index initiative_search on initiative using gin (search) with (fastupdate = off)
      where review = 'published'`,
  sql`drop index initiative_title`,
  sql`create index initiative_title on initiative using gin (plain_text(title) gin_trgm_ops)
      with (fastupdate = off) where review = 'published'`,
  sql`drop index buurt_name`,
  sql`create index buurt_name on buurt
      using gin (plain_text(name) gin_trgm_ops, plain_text(municipality) gin_trgm_ops) with (fastupdate = off)`,
];

export const search: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
