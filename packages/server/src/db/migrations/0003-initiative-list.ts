import { sql, type Kysely, type Migration } from 'kysely';

const columns = sql`
  alter table initiative
    add column asked jsonb not null default '{}',
    add column support_count integer not null default 0,
    add column offer_count integer not null default 0,
    add column help_missing integer not null default 0,
    add column news_at timestamptz(3),
    add column search tsvector not null generated always as (
      to_tsvector('dutch', title || ' ' || story || ' ' || coalesce(address, ''))
      || to_tsvector('simple', title || ' ' || story || ' ' || coalesce(address, ''))
    ) stored`;

/** What changes the order of a list is kept as it was, for who is half way through that list. */
const before = sql`
  create table standing_before (
    changed bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz(3) not null default clock_timestamp(),
    initiative_id uuid not null references initiative (id) on delete cascade,
    buurt_code text not null,
    support_count integer not null,
    help_missing integer not null,
    news_at timestamptz(3)
  )`;

/** How many neighbours are still asked, kind by kind; one of a kind unless a number was given. */
const helpMissing = sql`
  create function help_missing(id uuid, status text, needs text[], asked jsonb) returns integer
  language sql volatile as $$
    select case when status in ('done', 'declined') then 0 else coalesce(sum(greatest(0,
      coalesce((asked ->> kind)::int, 1)
      - (select count(*)::int from offer where offer.initiative_id = help_missing.id and kind = any (kinds))
    )), 0)::int end
    from unnest(needs) as kind
  $$`;

/** Locks first and counts then, so that two who come at once are both counted. */
const countStanding = sql`
  create function count_standing() returns trigger language plpgsql as $$
  begin
    perform 1 from initiative where id in (select initiative_id from changed)
      order by id for no key update;
    update initiative set
      support_count = (select count(*) from support where initiative_id = initiative.id),
      offer_count = (select count(*) from offer where initiative_id = initiative.id),
      news_at = (select max(at) from news where initiative_id = initiative.id),
      help_missing = help_missing(id, status, needs, asked)
    where id in (select initiative_id from changed);
    return null;
  end $$`;

const counting = ['support', 'offer', 'news'].flatMap((table) =>
  (
    [
      ['insert', 'new'],
      ['delete', 'old'],
    ] as const
  ).map(
    ([event, rows]) => sql`
      create trigger ${sql.ref(`${table}_${event}_counted`)} after ${sql.raw(event)} on ${sql.table(table)}
        referencing ${sql.raw(rows)} table as changed
        for each statement execute function count_standing()`,
  ),
);

const asking = [
  sql`
    create function count_help() returns trigger language plpgsql as $$
    begin
      new.help_missing := help_missing(new.id, new.status, new.needs, new.asked);
      return new;
    end $$`,
  sql`create trigger initiative_help before insert or update of status, needs, asked on initiative
      for each row execute function count_help()`,
];

const remembering = [
  sql`
    create function keep_standing() returns trigger language plpgsql as $$
    begin
      insert into standing_before (initiative_id, buurt_code, support_count, help_missing, news_at)
        values (old.id, old.buurt_code, old.support_count, old.help_missing, old.news_at);
      return null;
    end $$`,
  sql`create trigger initiative_standing after update on initiative for each row
      when ((old.support_count, old.help_missing, old.news_at)
        is distinct from (new.support_count, new.help_missing, new.news_at))
      execute function keep_standing()`,
];

const countOnce = sql`
  update initiative set
    support_count = (select count(*) from support where initiative_id = initiative.id),
    offer_count = (select count(*) from offer where initiative_id = initiative.id),
    news_at = (select max(at) from news where initiative_id = initiative.id),
    help_missing = help_missing(id, status, needs, asked)`;

const indexes = [
  sql`create index initiative_support on initiative (buurt_code, support_count desc, id desc)
      where review = 'published'`,
  sql`create index initiative_help on initiative (buurt_code, help_missing desc, id desc)
      where review = 'published'`,
  sql`create index initiative_news on initiative
      (buurt_code, coalesce(news_at, '1970-01-01 00:00:00+00'::timestamptz) desc, id desc)
      where review = 'published'`,
  sql`create index initiative_facets on initiative (buurt_code, status, theme) where review = 'published'`,
  sql`create index initiative_search on initiative using gin (search) with (fastupdate = off)
      where review = 'published'`,
  sql`create index standing_of_buurt on standing_before (buurt_code, xid)`,
  sql`create index standing_of_initiative on standing_before (initiative_id)`,
  sql`create index standing_age on standing_before (at)`,
];

export const initiativeList: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [columns, before, helpMissing, countStanding, countOnce, ...counting])
      await statement.execute(db);
    for (const statement of [...asking, ...remembering, ...indexes]) await statement.execute(db);
  },
};
