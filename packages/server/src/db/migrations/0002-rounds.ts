import { sql, type Kysely, type Migration } from 'kysely';

const tables = [
  sql`
    create table round (
      id uuid primary key,
      buurt_code text not null references buurt (code) on delete cascade,
      name text not null,
      intro text not null default '',
      budget_cents bigint not null check (budget_cents >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      opens_at timestamptz(3) not null,
      closes_at timestamptz(3) not null check (closes_at > opens_at),
      rules jsonb not null,
      tallies jsonb not null,
      group_names jsonb not null default '{}',
      rules_hash text not null check (rules_hash ~ '^[0-9a-f]{64}$'),
      salt bytea not null,
      mark text not null
    )`,
  sql`
    create table proposal (
      round_id uuid not null references round (id) on delete cascade,
      id text not null,
      title text not null,
      story text not null,
      cost_cents bigint not null check (cost_cents >= 0),
      categories text[] not null default '{}',
      neighborhoods text[] not null default '{}',
      initiative_id uuid references initiative (id) on delete set null,
      remark text,
      excludes text[] not null default '{}',
      withdrawn boolean not null default false,
      primary key (round_id, id)
    )`,
  sql`
    create table slot (
      round_id uuid not null references round (id) on delete cascade,
      slot text not null,
      voided boolean not null default false,
      batch integer not null,
      primary key (round_id, slot)
    )`,
  sql`
    create table ballot (
      round_id uuid not null,
      slot text not null,
      lines jsonb not null,
      channel text not null check (channel in ('online', 'paper', 'assisted')),
      version integer not null check (version > 0),
      receipt text not null,
      primary key (round_id, slot),
      unique (round_id, receipt),
      foreign key (round_id, slot) references slot (round_id, slot) on delete cascade
    )`,
  sql`
    create table ballot_key (
      round_id uuid not null,
      slot text not null,
      key uuid not null,
      fingerprint text not null,
      version integer not null,
      primary key (round_id, slot, key),
      foreign key (round_id, slot) references slot (round_id, slot) on delete cascade
    )`,
  sql`
    create table round_log (
      round_id uuid not null references round (id) on delete cascade,
      position integer not null check (position > 0),
      event text not null check (event in
        ('made', 'proposal', 'codes', 'opened', 'closed', 'withdrawn', 'voided', 'cast')),
      subject text not null,
      version integer not null default 0,
      digest text not null default '',
      hash text not null,
      primary key (round_id, position)
    )`,
  sql`create index round_by_buurt on round (buurt_code, opens_at desc)`,
];

export const rounds: Migration = {
  async up(db: Kysely<never>) {
    for (const table of tables) await table.execute(db);
  },
};
