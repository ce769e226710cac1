import { sql, type Kysely, type Migration } from 'kysely';

/** As in 0003, but an offer counts once somebody has seen it. */
const helpMissing = sql`
  create or replace function help_missing(id uuid, status text, needs text[], asked jsonb) returns integer
  language sql volatile as $$
    select case when status in ('done', 'declined') then 0 else coalesce(sum(greatest(0,
      coalesce((asked ->> kind)::int, 1)
      - (select count(*)::int from offer
          where offer.initiative_id = help_missing.id and kind = any (kinds) and seen_at is not null)
    )), 0)::int end
    from unnest(needs) as kind
  $$`;

const countStanding = sql`
  create or replace function count_standing() returns trigger language plpgsql as $$
  begin
    perform 1 from initiative where id in (select initiative_id from changed)
      order by id for no key update;
    update initiative set
      support_count = (select count(*) from support where initiative_id = initiative.id),
      offer_count = (select count(*) from offer where initiative_id = initiative.id and seen_at is not null),
      news_at = (select max(at) from news where initiative_id = initiative.id),
      help_missing = help_missing(id, status, needs, asked)
    where id in (select initiative_id from changed);
    return null;
  end $$`;

const statements = [
  sql`alter table offer add column seen_at timestamptz(3)`,
  sql`update offer set seen_at = created_at`,
  helpMissing,
  countStanding,
  sql`
    create trigger offer_update_counted after update on offer referencing new table as changed
      for each statement execute function count_standing()`,
  // How much came from one address in a day: a hash that is another one tomorrow, erased the day after.
  sql`
    create table source_count (
      kind text not null check (kind in ('support', 'offer')),
      initiative_id uuid not null references initiative (id) on delete cascade,
      day date not null,
      source text not null,
      count integer not null,
      primary key (initiative_id, kind, day, source)
    )`,
];

export const sources: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
