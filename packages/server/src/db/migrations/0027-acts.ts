import { sql, type Kysely, type Migration } from 'kysely';

const statements = [
  // Names its buurt and its staff without a reference to them: an act stays as it was when those are gone.
  sql`
    create table act (
      id bigint generated always as identity primary key,
      at timestamptz(3) not null,
      actor_kind text not null check (actor_kind in ('operator', 'staff')),
      staff_id uuid,
      staff_name text,
      name text not null,
      buurt_code text,
      subject_kind text not null
        check (subject_kind in ('idea', 'remark', 'offer', 'round', 'promise', 'staff', 'buurt')),
      subject_id text not null,
      detail jsonb not null default '{}',
      check (actor_kind = 'staff' or (staff_id is null and staff_name is null))
    )`,
  sql`create index act_of_buurt on act (buurt_code, id desc)`,
  sql`create index act_of_subject on act (subject_id, id desc)`,
  // What was done with a remark, an offer or a promise belongs to its idea too.
  sql`create index act_of_idea on act ((detail ->> 'idea'), id desc) where detail ? 'idea'`,
  sql`
    create function keep_act() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE'
        and (to_jsonb(new) - 'staff_id' - 'staff_name') = (to_jsonb(old) - 'staff_id' - 'staff_name')
        and (new.staff_id is null or new.staff_id is not distinct from old.staff_id)
        and (new.staff_name is null or new.staff_name is not distinct from old.staff_name)
      then
        return new;
      end if;
      raise exception 'An act is kept as it was; only who did it can be blanked';
    end $$`,
  sql`create trigger act_kept before update or delete on act for each row execute function keep_act()`,
  // What waits for staff.
  sql`create index question_unanswered on remark (created_at)
      where stance = 'question' and review = 'published' and answer is null`,
  sql`create index offer_unanswered on offer (created_at) where outcome is null and name is not null`,
  sql`create index mail_refused on mail (failed_at) where failed_at is not null`,
];

/** Who of the organisation did what, and when. */
export const acts: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};
