import { randomUUID } from 'node:crypto';
import { inboxKinds, type Inbox, type InboxEntry, type InboxKind } from '@buurt/domain/desk/inbox.js';
import { dutchDay, dutchMoment } from '@buurt/domain/wire/dutch-time.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { sql } from 'kysely';
import { isWithin, type BuurtBound } from '../acts/within.js';
import type { Database, DatabaseTransaction, Store } from '../db/open.js';
import type { MailKind } from '@buurt/domain/desk/mails.js';
import { inboxCursorFrom, readInbox } from '../desk/inbox.queries.js';
import { buurtenOf, rolesWith, type HasRoles, type Permission } from './roles.js';
import { rolesOf } from './staff.queries.js';
import {
  isLate,
  lateText,
  mostEntries,
  reportText,
  soonText,
  staffDigestText,
  type ReportedRemark,
  type StaffMailContext,
  type StaffMailText,
} from './staff-mail-texts.js';

/** What somebody at the desk can stop, each by itself. */
export const staffMailSettings = ['digest', 'reports'] as const;
export type StaffMailSetting = (typeof staffMailSettings)[number];
export type StaffMailSettings = Readonly<Record<StaffMailSetting, boolean>>;

/** The mails that tell staff what waits, with the setting by which they stop. */
export const staffMailKinds = {
  staffDigest: 'digest',
  lateAnswers: 'digest',
  report: 'reports',
} as const satisfies Partial<Record<MailKind, StaffMailSetting>>;
export type StaffMailKind = keyof typeof staffMailKinds;

export const isStaffMail = (kind: MailKind): kind is StaffMailKind => kind in staffMailKinds;

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

const morning = '08:00';
const friday = 5;
/** So many days before the promised one staff are reminded; what would be in the weekend, on the Friday before it. */
const soonDays = 3;

/** 1 for Monday to 7 for Sunday. */
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** When the mails of this day go: at 8:00 in the Netherlands; undefined in a weekend. */
const morningOf = (day: string): Date | undefined =>
  weekdayOf(day) > friday ? undefined : dutchMoment(day, morning);

/** What a mail is called at the desk when it cannot be sent. */
const name = {
  nl: { staffDigest: 'Wat er wacht', lateAnswers: 'Te late antwoorden', report: 'Melding' },
  en: { staffDigest: 'What waits', lateAnswers: 'Late answers', report: 'Report' },
} as const satisfies Record<Locale, Record<StaffMailKind, string>>;

/**
 * Has the mails of this day wait for staff who want them, once each weekday, however many servers ask. What they say, and
 * whether there is anything to say, is decided when they are sent; one of an earlier day goes no more. Who was let in today
 * has the mail with their link, and looks at the desk itself.
 */
export async function enqueueStaffMails({ transaction }: Store, at: Date): Promise<void> {
  const start = morningOf(dutchDay(at));
  if (start === undefined || at < start) return;
  await transaction(async (db) => {
    const staff = await db
      .updateTable('staff')
      .set({ digest_queued_at: at })
      .where('removed_at', 'is', null)
      .where('digest_mails', '=', true)
      .where('invited_at', '<=', start)
      .where(({ or, eb }) => or([eb('digest_queued_at', 'is', null), eb('digest_queued_at', '<', start)]))
      .returning(['id', 'locale'])
      .execute();
    if (staff.length === 0) return;
    const kinds = ['staffDigest', 'lateAnswers'] as const;
    await db
      .deleteFrom('mail')
      .where(
        'staff_id',
        'in',
        staff.map(({ id }) => id),
      )
      .where('kind', 'in', kinds)
      .execute();
    const mails = staff.flatMap(({ id, locale }) =>
      kinds.map((kind) => ({
        ...{ id: randomUUID(), staff_id: id, kind, next_at: at },
        ...{ subject: name[locale][kind], text: '' },
      })),
    );
    await db.insertInto('mail').values(mails).execute();
  });
}

/** So many mails about reports go to one person in an hour; what is more, they read in their digest. */
const mostReportMailsInAnHour = 20;

/**
 * Has staff who may do something about it told that a remark was reported: of reports of one remark within an hour once, and
 * of those that come before the mail goes in that same mail.
 */
export async function tellStaffOfReport(db: DatabaseTransaction, remarkId: string, at: Date): Promise<void> {
  const hourAgo = new Date(at.getTime() - hourMs);
  await sql`
    with told as (
      insert into report_notice (staff_id, remark_id, told_at)
      select staff.id, remark.id, ${at}::timestamptz
      from remark join initiative on initiative.id = remark.initiative_id cross join staff
      where remark.id = ${remarkId}::uuid and staff.removed_at is null and staff.report_mails
        and exists (select 1 from staff_role where staff_role.staff_id = staff.id
          and role = any(${rolesWith('report.resolve')}::text[])
          and (staff_role.buurt_code is null or staff_role.buurt_code = initiative.buurt_code))
        and not exists (select 1 from mail where mail.staff_id = staff.id and mail.remark_id = remark.id
          and kind = 'report' and failed_at is null)
        and (select count(*) from report_notice as earlier
          where earlier.staff_id = staff.id and earlier.told_at > ${hourAgo}::timestamptz) < ${mostReportMailsInAnHour}::int
      order by staff.id
      on conflict (staff_id, remark_id) do update set told_at = excluded.told_at
        where report_notice.told_at <= ${hourAgo}::timestamptz
      returning staff_id)
    insert into mail (id, staff_id, remark_id, kind, subject, text, next_at)
    select gen_random_uuid(), told.staff_id, ${remarkId}::uuid, 'report',
      case staff.locale when 'en' then ${name.en.report} else ${name.nl.report} end, '', ${at}::timestamptz
    from told join staff on staff.id = told.staff_id order by staff.id`.execute(db);
}

/** Which permission somebody needs to do something about what waits. */
const permissionFor = {
  idea: 'idea.decide',
  remark: 'report.resolve',
  report: 'report.resolve',
  question: 'question.answer',
  offer: 'offer.answer',
  // Who may know the address of a neighbour can see what is wrong with it.
  mail: 'contact.read',
  letters: 'round.release',
} as const satisfies Record<InboxKind, Permission>;

const atOnce = 200;
/** What is behind so many pages is counted, and not looked at: nobody reads thousands of entries. */
const mostPages = 20;

/** Everything of one kind that waits for somebody, what should have been answered first on top. */
async function everything(
  db: Database,
  kind: InboxKind,
  { id, roles }: Pick<Reader, 'id' | 'roles'>,
  at: Date,
): Promise<Pick<Inbox, 'entries' | 'counts'>> {
  const entries: InboxEntry[] = [];
  const buurten = buurtenOf({ roles }, permissionFor[kind]);
  const of = { buurten, maker: { staffId: id, buurten }, kind, at, limit: atOnce };
  let page = await readInbox(db, of);
  entries.push(...page.entries);
  for (let nth = 1; nth < mostPages && page.next !== null; nth++) {
    page = await readInbox(db, { ...of, after: inboxCursorFrom(page.next) });
    entries.push(...page.entries);
  }
  return { entries, counts: page.counts };
}

/** So long a maker has before staff hear that they do not answer; see `readInbox`. */
const patientDays = 7;

/** By when something should have been answered; from then on what a maker leaves waits for staff. */
function dueOf({ kind, since, answerBy }: InboxEntry): Date {
  if (answerBy !== null) return new Date(answerBy);
  const patience = ['remark', 'question', 'offer'].includes(kind) ? patientDays * dayMs : 0;
  return new Date(Date.parse(since) + patience);
}

/** Whether something came, or became late, after somebody was told what waits. */
function isNews(entry: InboxEntry, until: Date | null, at: Date): boolean {
  if (until === null || new Date(entry.since) > until) return true;
  if (entry.answerBy !== null) return isLate(entry, at) && !isLate(entry, until);
  const due = dueOf(entry);
  return until < due && due <= at;
}

/** Somebody who is told, as they are when the mail goes. */
interface Reader extends HasRoles {
  readonly id: string;
  readonly locale: Locale;
  readonly digestUntil: Date | null;
}

/** What stays when a mail was sent: for whom, and of what they were told. */
export interface StaffMail extends StaffMailText {
  readonly staffId: string;
  readonly soon: readonly string[];
  readonly late: readonly string[];
  /** Up to when a digest tells what waits; absent for other mails. */
  readonly until?: Date;
}

/** Of which ideas somebody was told before that their answer is due, or late. */
async function toldBefore(db: Database, staffId: string, kind: 'soon' | 'late'): Promise<Set<string>> {
  const rows = await db
    .selectFrom('answer_reminder')
    .select('initiative_id')
    .where('staff_id', '=', staffId)
    .where('kind', '=', kind)
    .execute();
  return new Set(rows.map(({ initiative_id }) => initiative_id));
}

/** In which buurten somebody else than a coordinator decides on ideas. */
async function buurtenWithModerators(db: Database): Promise<BuurtBound> {
  const rows = await db
    .selectFrom('staff_role')
    .innerJoin('staff', 'staff.id', 'staff_role.staff_id')
    .select('staff_role.buurt_code')
    .distinct()
    .where('staff.removed_at', 'is', null)
    .where(
      'role',
      'in',
      rolesWith('idea.decide').filter((role) => role !== 'admin'),
    )
    .execute();
  const codes = rows.flatMap(({ buurt_code }) => buurt_code ?? []);
  return codes.length < rows.length ? 'all' : codes;
}

/** Whether somebody is reminded before a promised day: a coordinator only where nobody else decides. */
async function remindedOf(db: Database, { roles }: Reader): Promise<(code: string) => boolean> {
  const own = buurtenOf({ roles: roles.filter(({ role }) => role !== 'admin') }, 'idea.decide');
  const cared = await buurtenWithModerators(db);
  return (code) => isWithin(own, code) || !isWithin(cared, code);
}

/** What waits for somebody, late answers on top and then those that are promised soon. */
async function composeDigest(
  db: Database,
  reader: Reader,
  context: StaffMailContext,
): Promise<StaffMail | undefined> {
  const { at } = context;
  const entries: InboxEntry[] = [];
  const counts = Object.fromEntries(inboxKinds.map((kind) => [kind, 0])) as Record<InboxKind, number>;
  for (const kind of inboxKinds) {
    const buurten = buurtenOf(reader, permissionFor[kind]);
    if (buurten.length === 0) continue;
    const found = await everything(db, kind, reader, at);
    counts[kind] = found.counts[kind];
    entries.push(...found.entries);
  }
  const day = dutchDay(at);
  const soonUntil = daysAfter(day, weekdayOf(day) === friday ? soonDays + 2 : soonDays);
  const isSoon = (entry: InboxEntry) =>
    entry.answerBy !== null && !isLate(entry, at) && dutchDay(entry.answerBy) <= soonUntil;
  const isReminded = await remindedOf(db, reader);
  const told = await toldBefore(db, reader.id, 'soon');
  const isReminder = (entry: InboxEntry) =>
    isSoon(entry) && entry.buurt !== null && isReminded(entry.buurt.code) && !told.has(entry.id);
  const urgency = (entry: InboxEntry) => (isLate(entry, at) ? 0 : isReminder(entry) ? 1 : 2);
  const sorted = entries.toSorted(
    (one, other) => urgency(one) - urgency(other) || dueOf(one).getTime() - dueOf(other).getTime(),
  );
  const of = { staffId: reader.id, late: [] };
  if (entries.some((entry) => isNews(entry, reader.digestUntil, at))) {
    const late = entries.filter((entry) => isLate(entry, at)).length;
    const soon = sorted.slice(0, mostEntries).filter(isReminder);
    return {
      ...staffDigestText({ entries: sorted, counts }, late, context),
      ...of,
      soon: soon.map(({ id }) => id),
      until: at,
    };
  }
  const soon = sorted.filter(isReminder);
  if (soon.length === 0) return undefined;
  return { ...soonText(soon, context), ...of, soon: soon.map(({ id }) => id) };
}

/** Which answers are late, of those that somebody was not told of yet. */
async function composeLate(
  db: Database,
  reader: Reader,
  context: StaffMailContext,
): Promise<StaffMail | undefined> {
  const buurten = buurtenOf(reader, 'idea.decide');
  if (buurten.length === 0) return undefined;
  const { entries } = await everything(db, 'idea', reader, context.at);
  const told = await toldBefore(db, reader.id, 'late');
  const ideas = entries.filter((entry) => isLate(entry, context.at) && !told.has(entry.id));
  if (ideas.length === 0) return undefined;
  const late = ideas.map(({ id }) => id);
  return { ...lateText(ideas, context), staffId: reader.id, soon: [], late };
}

/** A remark that is shown and was reported, in these buurten. */
async function reportedRemark(
  db: Database,
  remarkId: string,
  buurten: BuurtBound,
): Promise<ReportedRemark | undefined> {
  const remark = await db
    .selectFrom('remark')
    .innerJoin('initiative', 'initiative.id', 'remark.initiative_id')
    .select(['remark.id', 'remark.text', 'initiative.title', 'initiative.buurt_code'])
    .where('remark.id', '=', remarkId)
    .where('remark.review', '=', 'published')
    .executeTakeFirst();
  if (!remark || !isWithin(buurten, remark.buurt_code)) return undefined;
  const reports = await db
    .selectFrom('remark_report')
    .select('reason')
    .where('remark_id', '=', remarkId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (reports.length === 0) return undefined;
  const { id, text, title } = remark;
  return { id, text, title, reasons: reports.map(({ reason }) => reason) };
}

/**
 * What a mail to somebody at the desk says at this moment, after what they may and want now. Undefined when that is nothing:
 * the mail is dropped.
 */
export async function composeStaffMail(
  db: Database,
  { kind, staffId, remarkId }: { kind: StaffMailKind; staffId: string; remarkId: string | null },
  { at, desk }: Omit<StaffMailContext, 'locale'>,
): Promise<StaffMail | undefined> {
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'locale', 'digest_mails', 'report_mails', 'digest_queued_at', 'digest_until'])
    .where('id', '=', staffId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!staff) return undefined;
  const { id, locale, digest_until: digestUntil } = staff;
  const reader: Reader = { id, locale, digestUntil, roles: await rolesOf(db, id) };
  const context = { at, desk, locale };
  if (kind === 'report') {
    const buurten = buurtenOf(reader, 'report.resolve');
    const remark =
      staff.report_mails && remarkId !== null ? await reportedRemark(db, remarkId, buurten) : undefined;
    return remark && { ...reportText(remark, context), staffId: id, soon: [], late: [] };
  }
  const isOfToday = staff.digest_queued_at !== null && dutchDay(staff.digest_queued_at) === dutchDay(at);
  if (!staff.digest_mails || !isOfToday) return undefined;
  return kind === 'staffDigest' ? composeDigest(db, reader, context) : composeLate(db, reader, context);
}

/** Keeps of what somebody was told, and deletes the mail. */
export const markStaffMailSent = (
  { transaction }: Store,
  mailId: string,
  { staffId, soon, late, until }: StaffMail,
): Promise<void> =>
  transaction(async (db) => {
    if (until !== undefined)
      await db.updateTable('staff').set({ digest_until: until }).where('id', '=', staffId).execute();
    for (const [kind, ids] of [
      ['soon', soon],
      ['late', late],
    ] as const)
      // An idea, or whoever was told, can be erased since.
      await sql`
        insert into answer_reminder (staff_id, initiative_id, kind)
        select staff.id, initiative.id, ${kind} from initiative cross join staff
        where initiative.id = any(${[...ids]}::uuid[]) and staff.id = ${staffId}::uuid
        on conflict do nothing`.execute(db);
    await db.deleteFrom('mail').where('id', '=', mailId).execute();
  });

const columns = { digest: 'digest_mails', reports: 'report_mails' } as const;

/** Which mails somebody wants, and in which language; undefined when they do not work here any more. */
export async function findMailSettings(
  db: Database,
  staffId: string,
): Promise<(StaffMailSettings & { readonly locale: Locale }) | undefined> {
  return db
    .selectFrom('staff')
    .select(['digest_mails as digest', 'report_mails as reports', 'locale'])
    .where('id', '=', staffId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** Keeps which mails somebody wants, and deletes those that wait and that they want no more. */
export async function saveMailSettings(
  db: DatabaseTransaction,
  staffId: string,
  settings: Partial<StaffMailSettings>,
): Promise<void> {
  for (const each of staffMailSettings) {
    const wanted = settings[each];
    if (wanted === undefined) continue;
    await db
      .updateTable('staff')
      .set({ [columns[each]]: wanted })
      .where('id', '=', staffId)
      .execute();
    const kinds = (Object.keys(staffMailKinds) as StaffMailKind[]).filter(
      (kind) => staffMailKinds[kind] === each,
    );
    if (!wanted)
      await db.deleteFrom('mail').where('staff_id', '=', staffId).where('kind', 'in', kinds).execute();
  }
}
