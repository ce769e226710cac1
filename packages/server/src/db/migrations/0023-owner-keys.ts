import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // Which key of the maker works: one that was renewed makes those before it worthless.
  sql`alter table initiative add column owner_key_generation integer not null default 0`,
  // What the maker, or the organisation for them, said to a neighbour who wants to join.
  sql`
    alter table offer
      add column outcome text check (outcome in ('joined', 'declined')),
      add column answer text,
      add column answered_by text check (answered_by in ('maker', 'organisation')),
      add column answered_at timestamptz(3),
      add constraint offer_answer_check check (num_nulls(outcome, answered_by, answered_at) in (0, 3)),
      add constraint offer_answer_text_check check (answer is null or outcome is not null)`,
  // An offer counted once the organisation had read it; those stay counted.
  sql`
    update offer set outcome = 'joined', answered_by = 'organisation', answered_at = seen_at
    where seen_at is not null`,
  // As in 0011 and 0019, but an offer counts once it was accepted.
  sql`
    create or replace function help_missing(id uuid, status text, needs text[], asked jsonb) returns integer
    language sql volatile as $$
      select case when status in ('done', 'declined') then 0 else coalesce(sum(greatest(0,
        coalesce((asked ->> kind)::int, 1)
        - (select count(*)::int from offer
            where offer.initiative_id = help_missing.id and kind = any (kinds) and outcome = 'joined')
      )), 0)::int end
      from unnest(needs) as kind
    $$`,
  sql`
    create or replace function update_initiative_counts() returns trigger language plpgsql as $$
    begin
      perform 1 from initiative where id in (select initiative_id from changed)
        order by id for no key update;
      update initiative set
        support_count = (select count(*) from support where initiative_id = initiative.id),
        offer_count = (select count(*) from offer where initiative_id = initiative.id and outcome = 'joined'),
        news_at = (select max(at) from news where initiative_id = initiative.id),
        help_missing = help_missing(id, status, needs, asked)
      where id in (select initiative_id from changed);
      return null;
    end $$`,
];

/** The maker's own key to an initiative, and what is answered to neighbours who want to join. */
export const ownerKeys: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
