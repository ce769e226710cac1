import { sql, type Kysely, type Migration } from 'kysely';

const tables = [
  sql`
    create table buurt (
      code text primary key check (code ~ '^BU[0-9A-Z]{8}$'),
      name text not null,
      municipality text not null,
      households integer check (households >= 0),
      border jsonb not null,
      west double precision not null,
      south double precision not null,
      east double precision not null,
      north double precision not null,
      settings jsonb not null default '{}'
    )`,
  sql`
    create table initiative (
      id uuid primary key,
      buurt_code text not null references buurt (code),
      reference text not null unique,
      title text not null,
      story text not null,
      theme text,
      status text not null default 'new'
        check (status in ('new', 'onBallot', 'granted', 'underway', 'done', 'declined')),
      status_reason text,
      review text not null default 'waiting' check (review in ('waiting', 'published', 'declined', 'hidden')),
      review_reason text,
      lat double precision check (lat between -90 and 90),
      lon double precision check (lon between -180 and 180),
      address text,
      assets text not null default '',
      joiners text not null default '',
      needs text[] not null default '{}',
      offers text[] not null default '{}',
      cost_min_cents integer check (cost_min_cents >= 0),
      cost_max_cents integer check (cost_max_cents >= cost_min_cents),
      answers jsonb not null default '{}',
      created_at timestamptz(3) not null,
      published_at timestamptz(3),
      ended_at timestamptz(3),
      updated_at timestamptz(3) not null,
      check ((lat is null) = (lon is null)),
      check ((cost_min_cents is null) = (cost_max_cents is null)),
      check (review <> 'published' or published_at is not null)
    )`,
  sql`
    create table contact (
      initiative_id uuid primary key references initiative (id) on delete cascade,
      name text,
      email text,
      phone text,
      consented_at timestamptz(3) not null
    )`,
  sql`
    create table photo (
      id uuid primary key,
      initiative_id uuid references initiative (id) on delete cascade,
      alt text not null default '',
      position integer not null default 0,
      created_at timestamptz(3) not null
    )`,
  sql`
    create table photo_file (
      photo_id uuid not null references photo (id) on delete cascade,
      width integer not null,
      height integer not null,
      bytes bytea not null,
      primary key (photo_id, width)
    )`,
  sql`
    create table offer (
      id uuid primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      kinds text[] not null,
      words text not null,
      name text,
      contact text,
      created_at timestamptz(3) not null
    )`,
  sql`
    create table remark (
      id uuid primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      stance text not null check (stance in ('for', 'against', 'question')),
      text text not null,
      name text,
      review text not null default 'waiting' check (review in ('waiting', 'published', 'declined', 'hidden')),
      created_at timestamptz(3) not null
    )`,
  sql`
    create table support (
      initiative_id uuid not null references initiative (id) on delete cascade,
      browser_key_hash text not null,
      created_at timestamptz(3) not null,
      primary key (initiative_id, browser_key_hash)
    )`,
  sql`
    create table promise (
      id uuid primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      who text not null,
      what text not null,
      by date not null,
      state text not null check (state in ('open', 'kept', 'late', 'broken')),
      granted_cents integer check (granted_cents >= 0),
      spent_cents integer check (spent_cents >= 0)
    )`,
  sql`
    create table news (
      id uuid primary key,
      initiative_id uuid not null references initiative (id) on delete cascade,
      at timestamptz(3) not null,
      text text not null
    )`,
  sql`
    create table idempotency (
      scope text not null,
      key uuid not null,
      fingerprint text not null,
      answer jsonb,
      created_at timestamptz(3) not null,
      primary key (scope, key)
    )`,
];

const indexes = [
  sql`create index buurt_name on buurt using gin (name gin_trgm_ops, municipality gin_trgm_ops)
      with (fastupdate = off)`,
  sql`create index initiative_newest on initiative (buurt_code, published_at desc, id desc)
      where review = 'published'`,
  sql`create index initiative_status on initiative (buurt_code, status, published_at desc, id desc)
      where review = 'published'`,
  sql`create index initiative_theme on initiative (buurt_code, theme, published_at desc, id desc)
      where review = 'published'`,
  sql`create index initiative_title on initiative using gin (title gin_trgm_ops) with (fastupdate = off)
      where review = 'published'`,
  sql`create index initiative_waiting on initiative (created_at) where review = 'waiting'`,
  sql`create index initiative_ended on initiative (ended_at) where ended_at is not null`,
  sql`create index photo_of_initiative on photo (initiative_id, position)`,
  sql`create index photo_loose on photo (created_at) where initiative_id is null`,
  sql`create index offer_of_initiative on offer (initiative_id)`,
  sql`create index remark_of_initiative on remark (initiative_id, created_at)`,
  sql`create index promise_of_initiative on promise (initiative_id, by)`,
  sql`create index news_of_initiative on news (initiative_id, at)`,
  sql`create index idempotency_age on idempotency (created_at)`,
];

/** Every path that ends an initiative starts the days after which contact data is erased. */
const ending = [
  sql`
    create function mark_initiative_end() returns trigger language plpgsql as $$
    begin
      if new.status in ('done', 'declined') or new.review in ('declined', 'hidden') then
        new.ended_at := coalesce(new.ended_at, new.updated_at);
      else
        new.ended_at := null;
      end if;
      return new;
    end $$`,
  sql`create trigger initiative_end before insert or update on initiative
      for each row execute function mark_initiative_end()`,
];

export const ideas: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create extension if not exists pg_trgm`.execute(db);
    for (const statement of [...tables, ...indexes, ...ending]) await statement.execute(db);
  },
};
