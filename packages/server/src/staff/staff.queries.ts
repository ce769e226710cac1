import { randomUUID } from 'node:crypto';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { sql } from 'kysely';
import { hold } from '../db/locks.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { eraseOldFeedTokens } from './feed-tokens.queries.js';
import type { AssignedRole } from './roles.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** So many links go to one mailbox in an hour, whoever asks. */
const mostLinksInAnHour = 5;
/** As the mail says that brings it. */
const linkLifetimeMs = 15 * minuteMs;
const sessionIdleMs = 30 * minuteMs;
export const sessionLifetimeMs = 12 * hourMs;
/** How often is written that somebody did something: not at each request. */
const seenEveryMs = minuteMs;

const before = (at: Date, ms: number) => new Date(at.getTime() - ms);

/** Somebody who works at the desk. */
export interface StaffMember {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly (AssignedRole & { readonly buurtName: string | null })[];
}

/** The roles of somebody who works here. */
export async function rolesOf(db: Database, staffId: string): Promise<StaffMember['roles']> {
  const rows = await db
    .selectFrom('staff_role')
    .leftJoin('buurt', 'buurt.code', 'staff_role.buurt_code')
    .select(['staff_role.role', 'staff_role.buurt_code as buurtCode', 'buurt.name as buurtName'])
    .where('staff_id', '=', staffId)
    .orderBy('staff_role.role')
    .orderBy(sql`staff_role.buurt_code nulls first`)
    .execute();
  return rows;
}

/** Whoever has this address and was not removed. */
export async function findStaff(db: Database, email: string): Promise<StaffMember | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'email', 'name'])
    .where('email', '=', email.toLowerCase())
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, roles: await rolesOf(db, row.id) };
}

/** Whoever has this id and was not removed. */
export async function findStaffById(db: Database, id: string): Promise<StaffMember | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'email', 'name'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, roles: await rolesOf(db, row.id) };
}

/** How many people are admin, and how many of them in all buurten. */
export async function countAdmins(
  db: Database,
): Promise<{ readonly all: number; readonly everywhere: number }> {
  const { all, everywhere } = await db
    .selectFrom('staff_role')
    .select([
      sql<number>`count(distinct staff_id)::int`.as('all'),
      sql<number>`count(*) filter (where buurt_code is null)::int`.as('everywhere'),
    ])
    .where('role', '=', 'admin')
    .executeTakeFirstOrThrow();
  return { all, everywhere };
}

/** Everybody who was not removed, by name. */
export async function listStaff(db: Database) {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'email', 'name', 'invited_at as invitedAt', 'last_login_at as lastLoginAt'])
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('email')
    .execute();
  return Promise.all(rows.map(async (row) => ({ ...row, roles: await rolesOf(db, row.id) })));
}

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

/** Whoever is invited again can come with another account, and did not log in yet. */
const asNew = { removed_at: null, last_login_at: null, oidc_issuer: null, oidc_subject: null };

/** Adds somebody, or has back who was removed, without roles; undefined when they are there already. */
export async function addStaff(
  db: DatabaseTransaction,
  { email, name, locale }: NewStaff,
  at: Date,
): Promise<string | undefined> {
  const row = await db
    .insertInto('staff')
    .values({ id: randomUUID(), email: email.toLowerCase(), name, locale, invited_at: at })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet({ name, locale, invited_at: at, ...asNew })
        .where('staff.removed_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Ends everything that lets somebody in, at once; false when nobody has this id, or they were removed before. */
export async function removeStaff(db: DatabaseTransaction, staffId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set({ removed_at: at })
    .where('id', '=', staffId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  for (const table of ['staff_role', 'login_link', 'desk_session', 'feed_token', 'mail'] as const)
    await db.deleteFrom(table).where('staff_id', '=', staffId).execute();
  return true;
}

/** Gives a role; false when they had it. */
export async function assignRole(
  db: DatabaseTransaction,
  staffId: string,
  { role, buurtCode }: AssignedRole,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('staff_role')
    .values({ staff_id: staffId, role, buurt_code: buurtCode })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes a role; false when they had none such. */
export async function unassignRole(
  db: DatabaseTransaction,
  staffId: string,
  { role, buurtCode }: AssignedRole,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('staff_role')
    .where('staff_id', '=', staffId)
    .where('role', '=', role)
    .where(sql<boolean>`buurt_code is not distinct from ${buurtCode}`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Has a link to log in mailed, unless one waits to be sent; the link is made when it is. */
export async function mailLoginLink(
  db: DatabaseTransaction,
  email: string,
  { text = '', goes = true }: { readonly text?: string; readonly goes?: boolean },
  at: Date,
): Promise<void> {
  await sql`
    insert into mail (id, staff_id, kind, subject, text, next_at)
    select ${randomUUID()}::uuid, staff.id, 'login', '', ${text}, ${at}::timestamptz from staff
    where email = ${email.toLowerCase()} and removed_at is null and ${goes}::boolean and not exists (
      select 1 from mail where staff_id = staff.id and kind = 'login' and failed_at is null)`.execute(db);
}

/**
 * Has a link mailed to whoever works here and has this address. The same statements run, and a row is written, also when
 * nobody has it, so that the time that it takes hardly tells who works here.
 */
export async function requestLogin(
  db: DatabaseTransaction,
  email: string,
  mailboxHash: string,
  at: Date,
): Promise<void> {
  await hold(db, 'login requests', mailboxHash);
  const { count } = await db
    .selectFrom('login_request')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('mailbox_hash', '=', mailboxHash)
    .where('at', '>', before(at, hourMs))
    .executeTakeFirstOrThrow();
  const goes = Number(count) < mostLinksInAnHour;
  if (goes) await db.insertInto('login_request').values({ mailbox_hash: mailboxHash, at }).execute();
  await mailLoginLink(db, email, { goes }, at);
}

/** Keeps a link, by the hash of its token; false for somebody who was removed. */
export async function addLoginLink(db: Database, staffId: string, hash: string, at: Date): Promise<boolean> {
  const expiresAt = new Date(at.getTime() + linkLifetimeMs);
  const { rows } = await sql`
    insert into login_link (hash, staff_id, expires_at)
    select ${hash}, id, ${expiresAt}::timestamptz from staff
    where id = ${staffId}::uuid and removed_at is null returning hash`.execute(db);
  return rows.length > 0;
}

/** Makes a link worthless that nobody got. */
export async function dropLoginLink(db: Database, hash: string): Promise<void> {
  await db.deleteFrom('login_link').where('hash', '=', hash).execute();
}

/** Uses up a link, one time however many come at once; resolves to whose it is, undefined when it lets nobody in. */
export async function consumeLoginLink(
  db: DatabaseTransaction,
  hash: string,
  at: Date,
): Promise<string | undefined> {
  const row = await db
    .updateTable('login_link')
    .from('staff')
    .set({ used_at: at })
    .whereRef('staff.id', '=', 'login_link.staff_id')
    .where('staff.removed_at', 'is', null)
    .where('login_link.hash', '=', hash)
    .where('login_link.used_at', 'is', null)
    .where('login_link.expires_at', '>', at)
    .returning('login_link.staff_id')
    .executeTakeFirst();
  return row?.staff_id;
}

/** Begins a session, with what the identity provider said of whoever came from there, and keeps when they logged in. */
export async function addSession(
  db: DatabaseTransaction,
  staffId: string,
  hash: string,
  { idToken, at }: { readonly idToken: string | null; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('desk_session')
    .values({ hash, staff_id: staffId, created_at: at, seen_at: at, id_token: idToken })
    .execute();
  await db.updateTable('staff').set({ last_login_at: at }).where('id', '=', staffId).execute();
}

/** Somebody who is logged in. */
export interface StaffSession {
  readonly staff: StaffMember;
  /** By the hash of what their cookie holds. */
  readonly hash: string;
  readonly startedAt: Date;
  /** What the identity provider said of them, if they logged in there. */
  readonly idToken: string | null;
}

/** Whose session this is, with the roles that they have now; undefined when it is over, or never was one. */
export async function findSession(db: Database, hash: string, at: Date): Promise<StaffSession | undefined> {
  const row = await db
    .selectFrom('desk_session')
    .innerJoin('staff', 'staff.id', 'desk_session.staff_id')
    .select(['staff.id', 'staff.email', 'staff.name'])
    .select(['desk_session.created_at', 'desk_session.seen_at', 'desk_session.id_token'])
    .where('desk_session.hash', '=', hash)
    .where('desk_session.seen_at', '>', before(at, sessionIdleMs))
    .where('desk_session.created_at', '>', before(at, sessionLifetimeMs))
    .where('staff.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.seen_at <= before(at, seenEveryMs))
    await db.updateTable('desk_session').set({ seen_at: at }).where('hash', '=', hash).execute();
  const { id, email, name, created_at: startedAt, id_token: idToken } = row;
  return { staff: { id, email, name, roles: await rolesOf(db, id) }, hash, startedAt, idToken };
}

export async function endSession(db: DatabaseTransaction, hash: string): Promise<void> {
  await db.deleteFrom('desk_session').where('hash', '=', hash).execute();
}

/** Logs somebody out everywhere; resolves to of how many sessions. */
export async function endSessionsOf(db: DatabaseTransaction, staffId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('desk_session')
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** So long is known who somebody was that no longer works here. */
const removedStaffKeptMs = 30 * 24 * hourMs;
/** What could not be sent for so long, nobody waits for any more. */
const loginMailKeptMs = 24 * hourMs;

/** Erases what lets nobody in any more, and who is long gone. */
export async function eraseOldLogins(db: DatabaseTransaction, at: Date): Promise<void> {
  await db.deleteFrom('login_request').where('at', '<=', before(at, hourMs)).execute();
  await db.deleteFrom('finished_login').where('expires_at', '<=', at).execute();
  await db
    .deleteFrom('login_link')
    .where(({ or, eb }) => or([eb('expires_at', '<=', at), eb('used_at', 'is not', null)]))
    .execute();
  await db
    .deleteFrom('desk_session')
    .where(({ or, eb }) =>
      or([
        eb('seen_at', '<=', before(at, sessionIdleMs)),
        eb('created_at', '<=', before(at, sessionLifetimeMs)),
      ]),
    )
    .execute();
  await db
    .deleteFrom('mail')
    .where('kind', '=', 'login')
    .where('next_at', '<=', before(at, loginMailKeptMs))
    .execute();
  await eraseOldFeedTokens(db, at);
  await db.deleteFrom('report_notice').where('told_at', '<=', before(at, hourMs)).execute();
  await db.deleteFrom('staff').where('removed_at', '<=', before(at, removedStaffKeptMs)).execute();
}
