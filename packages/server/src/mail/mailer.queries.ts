import type { Locale } from '@buurt/domain/wire/locale.js';
import { sql } from 'kysely';
import { logLine } from '../log.js';
import { siteOf, type AllowedOrigins } from '../http/origins.js';
import type { Secrets } from '../secrets/secrets.js';
import { dropLoginLink } from '../staff/staff.queries.js';
import { createLoginLink, loginPath, tokenHash } from '../staff/staff.service.js';
import { findOwnInitiatives } from '../makers/owner-links.queries.js';
import {
  composeStaffMail,
  isStaffMail,
  markStaffMailSent,
  staffMailKinds,
  type StaffMailKind,
} from '../staff/staff-mails.queries.js';
import { composeDigest, markDigestSent } from '../followers/digests.queries.js';
import type { Store } from '../db/open.js';
import { classifyMailFailure, type MailTransport, type MailFailure } from './transports.js';
import { defaultMailsPerHour } from './limits.js';
import { mostTries, pauseAfter, takenMs } from './retry-pauses.js';
import { nextAllowed } from './quiet-hours.js';
import { digestText, composeMail } from './mail-texts.js';

/** The address of the page on which a neighbour takes an offer back. */
const offerLink = (publicUrl: string, { offerSignature }: Secrets, id: string): string =>
  `${publicUrl}/v1/offers/${id}.${offerSignature(id)}`;

/** The address of the page of a follower, which only who has his mail knows. */
const followerLink = (publicUrl: string, { followerSignature }: Secrets, id: string): string =>
  `${publicUrl}/v1/followers/${id}.${followerSignature(id)}`;

/** The address of the page on which a neighbour answers whether they take over. */
const handoverLink = (publicUrl: string, { handoverSignature }: Secrets, id: string): string =>
  `${publicUrl}/v1/handovers/${id}.${handoverSignature(id)}`;

/** The address of the page on which somebody at the desk stops mails of this kind. */
const staffMailsLink = (
  publicUrl: string,
  { staffMailSignature }: Secrets,
  kind: StaffMailKind,
  id: string,
) => {
  const setting = staffMailKinds[kind];
  return `${publicUrl}/v1/staff-mails/${setting}/${id}.${staffMailSignature(setting, id)}`;
};

/** The link of a maker, with the key that is in force; undefined where this server has no page for it. */
const ownLinkTo = (
  { makerPage, secrets }: Pick<Mailer, 'makerPage' | 'secrets'>,
  { id, keyGeneration }: { readonly id: string; readonly keyGeneration: number },
  locale: Locale,
): string | undefined =>
  makerPage === undefined
    ? undefined
    : `${makerPage}?lang=${locale}#mijn=${id}.${secrets.ownerKey(id, keyGeneration)}`;

const atOnce = 20;
/** So many mails are on their way at the same time: one that hangs holds up no other. */
const lanes = 5;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / hourMs) * hourMs);

/** How many were sent in this hour. */
async function sentThisHour({ db }: Store, at: Date): Promise<number> {
  const row = await db
    .selectFrom('mail_count')
    .select('sent')
    .where('hour', '=', hourOf(at))
    .executeTakeFirst();
  return row?.sent ?? 0;
}

async function countSent({ db }: Store, sent: number, at: Date): Promise<void> {
  await db
    .insertInto('mail_count')
    .values({ hour: hourOf(at), sent })
    .onConflict((conflict) =>
      conflict.column('hour').doUpdateSet({ sent: sql<number>`mail_count.sent + ${sent}::int` }),
    )
    .execute();
}

/**
 * What is not on the site is told to its maker alone, and only what was decided about it: other mails wait until the
 * initiative is shown again, or go with it.
 */
export const isShown = sql<boolean>`(kind in ('receipt', 'decision', 'correction', 'photo', 'login', 'handedOver', 'ownerLinks', 'staffDigest', 'lateAnswers', 'report') or not exists (
  select 1 from initiative left join follower on follower.id = mail.follower_id
  where initiative.id = coalesce(mail.initiative_id, follower.initiative_id) and initiative.review <> 'published'))`;

/** Mails that somebody waits for go first. */
const isAwaited = sql`kind in ('login', 'ownerLinks', 'confirm', 'receipt', 'offerReceipt')`;

/** Mails that do not wait for the morning: who reads them asked for them just now, or waits for what is decided. */
export const isUrgent = sql<boolean>`kind in ('login', 'ownerLinks', 'confirm', 'receipt', 'offerReceipt', 'decision')`;

/** Mails that are due, each put off for five minutes so that nobody else takes it meanwhile. */
const take = ({ db }: Store, most: number, at: Date, onlyUrgent: boolean) =>
  db
    .with('due', (query) =>
      query
        .selectFrom('mail')
        .select('id')
        .where('next_at', '<=', at)
        .where('failed_at', 'is', null)
        .where(isShown)
        .$if(onlyUrgent, (due) => due.where(isUrgent))
        .orderBy(isAwaited, 'desc')
        .orderBy('position')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .with('taken', (query) =>
      query
        .updateTable('mail')
        .set(({ eb }) => ({ next_at: new Date(at.getTime() + takenMs), tries: eb('tries', '+', 1) }))
        .where('id', 'in', (inner) => inner.selectFrom('due').select('id'))
        .returningAll(),
    )
    .selectFrom('taken')
    .leftJoin('follower', 'follower.id', 'taken.follower_id')
    .leftJoin('offer', (join) =>
      join.onRef('offer.id', '=', 'taken.offer_id').on('taken.follower_id', 'is', null),
    )
    .leftJoin('staff', 'staff.id', 'taken.staff_id')
    .leftJoin('handover', 'handover.id', 'taken.handover_id')
    .leftJoin('initiative', (join) =>
      join.on(
        'initiative.id',
        '=',
        sql<string>`coalesce(follower.initiative_id, offer.initiative_id, handover.initiative_id)`,
      ),
    )
    .leftJoin('buurt', (join) =>
      join.on(
        'buurt.code',
        '=',
        sql<string>`coalesce(initiative.buurt_code, follower.buurt_code,
        (select buurt_code from remark join initiative on initiative.id = initiative_id where remark.id = taken.remark_id),
        (select min(buurt_code) from staff_role where staff_role.staff_id = taken.staff_id))`,
      ),
    )
    .select(['taken.id', 'taken.kind', 'taken.subject', 'taken.text', 'taken.tries'])
    .select(['follower.id as followerId', 'follower.page', 'staff.id as staffId'])
    .select(['handover.id as handoverId', 'taken.remark_id as remarkId', 'offer.id as offerId'])
    .select(sql<string>`coalesce(follower.email, staff.email, handover.email, offer.contact)`.as('email'))
    .select(sql<boolean>`coalesce(follower.is_maker, false)`.as('isMaker'))
    .select(sql<boolean>`taken.kind = 'answer' and offer.outcome = 'joined'`.as('isJoining'))
    .select(
      sql<Locale>`coalesce(follower.locale, staff.locale, handover.locale, offer.locale, 'nl')`.as('locale'),
    )
    .select(sql<string>`coalesce(initiative.title, buurt.name, '')`.as('what'))
    .select(sql<string | null>`coalesce(taken.initiative_id, follower.initiative_id)`.as('initiativeId'))
    .select(['buurt.settings', 'initiative.owner_key_generation as keyGeneration'])
    .orderBy(isAwaited, 'desc')
    .orderBy('taken.position')
    .execute();
type TakenMail = Awaited<ReturnType<typeof take>>[number];

/** Puts off a mail that was not taken, longer each time; one that will not be taken, or was tried too often, has failed. */
async function putOff(
  { db }: Store,
  { id, tries }: TakenMail,
  failure: MailFailure,
  at: Date,
): Promise<void> {
  const { final, reason } = failure;
  const over = final || tries >= mostTries;
  const next_at = new Date(at.getTime() + pauseAfter(tries));
  await db
    .updateTable('mail')
    .set({ reason, next_at, ...(over ? { failed_at: at } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Gives back mails that were not tried, for a minute from now. */
async function giveBack({ db }: Store, mails: readonly TakenMail[], at: Date): Promise<void> {
  if (mails.length === 0) return;
  await db
    .updateTable('mail')
    .set(({ eb }) => ({ next_at: new Date(at.getTime() + minuteMs), tries: eb('tries', '-', 1) }))
    .where(
      'id',
      'in',
      mails.map(({ id }) => id),
    )
    .execute();
}

/** What sending needs. */
export interface Mailer {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  /** The page of makers; absent where this server has no widgets. */
  readonly makerPage?: string | undefined;
  readonly carry: MailTransport;
  /** The sites to which mails may lead. */
  readonly sites: AllowedOrigins;
  /** So many mails go out in an hour at most, those to confirm first. */
  readonly mailsPerHour?: number;
  /** Whether what is not urgent waits for the morning: see {@link nextAllowed}. */
  readonly keepsQuietHours?: boolean;
}

/** Takes away a mail that has nothing to say any more. */
async function drop({ db }: Store, id: string): Promise<'dropped'> {
  await db.deleteFrom('mail').where('id', '=', id).execute();
  return 'dropped';
}

async function send(
  { store, secrets, publicUrl, makerPage, carry, sites }: Mailer,
  row: TakenMail,
  at: Date,
): Promise<'sent' | 'dropped' | 'failed' | 'unreachable'> {
  const { id, kind, followerId, staffId, handoverId, offerId, what } = row;
  const digest =
    kind === 'digest' && followerId !== null
      ? await composeDigest(store, { ...row, followerId }, at)
      : undefined;
  if (kind === 'digest' && !digest) return 'dropped';
  const ownLinks =
    kind === 'ownerLinks' && followerId !== null
      ? (await findOwnInitiatives(store.db, followerId)).flatMap(({ title, ...own }) => {
          const href = ownLinkTo({ makerPage, secrets }, own, row.locale);
          return href === undefined ? [] : [{ title, href }];
        })
      : [];
  if (kind === 'ownerLinks' && ownLinks.length === 0) return drop(store, id);
  const toStaff =
    staffId !== null && isStaffMail(kind)
      ? {
          mail: await composeStaffMail(
            store.db,
            { ...row, kind, staffId },
            { at, desk: `${publicUrl}/desk` },
          ),
          stop: staffMailsLink(publicUrl, secrets, kind, staffId),
        }
      : undefined;
  if (toStaff && !toStaff.mail) return drop(store, id);
  const loginToken =
    staffId !== null && kind === 'login' ? await createLoginLink(store.db, staffId, at) : undefined;
  if (kind === 'login' && loginToken === undefined) return 'dropped';
  try {
    const page = sites.has(siteOf(row.page ?? '') ?? '') ? row.page : null;
    const written = digest
      ? { ...row, ...digestText(what, digest, row.locale) }
      : { ...row, ...toStaff?.mail };
    const sender = row.settings?.organisation ?? { name: '' };
    const link =
      loginToken !== undefined
        ? `${publicUrl}${loginPath(loginToken)}`
        : toStaff
          ? toStaff.stop
          : followerId !== null
            ? followerLink(publicUrl, secrets, followerId)
            : kind === 'handover' && handoverId !== null
              ? handoverLink(publicUrl, secrets, handoverId)
              : offerId !== null
                ? offerLink(publicUrl, secrets, offerId)
                : null;
    const ownLink =
      row.isMaker && row.initiativeId !== null && row.keyGeneration !== null
        ? ownLinkTo(
            { makerPage, secrets },
            { id: row.initiativeId, keyGeneration: row.keyGeneration },
            row.locale,
          )
        : undefined;
    const links = { publicUrl, link, ownLink, ownLinks };
    await carry(await composeMail({ ...written, page, sender }, links));
  } catch (error) {
    const failure = classifyMailFailure(error);
    logLine(`Mail ${id} was not taken: ${failure.reason}`);
    if (loginToken !== undefined) await dropLoginLink(store.db, tokenHash(loginToken));
    await putOff(store, row, failure, at);
    return failure.unreachable ? 'unreachable' : 'failed';
  }
  if (digest) await markDigestSent(store, digest, at);
  else if (toStaff?.mail) await markStaffMailSent(store, id, toStaff.mail);
  // With it goes the address of the maker before, and this mail.
  else if (kind === 'handedOver' && handoverId !== null)
    await store.db.deleteFrom('handover').where('id', '=', handoverId).execute();
  else await store.db.deleteFrom('mail').where('id', '=', id).execute();
  return 'sent';
}

/**
 * Sends what is due. A mail goes out once, or twice when the server stops just then; one that is not taken comes again
 * later and later, for two days. When no mail server answers, the rest waits a minute.
 * @param stopping ends it after the mails that are on their way
 * @returns how many were sent
 */
export async function sendDueMails(post: Mailer, at: Date, stopping?: AbortSignal): Promise<number> {
  const { store, mailsPerHour = defaultMailsPerHour, keepsQuietHours = false } = post;
  const left = mailsPerHour - (await sentThisHour(store, at));
  if (left <= 0) return 0;
  const isQuiet = keepsQuietHours && nextAllowed(at) > at;
  const waiting = await take(store, Math.min(atOnce, left), at, isQuiet);
  let sent = 0;
  let reachable = true;
  while (waiting.length > 0 && reachable && !stopping?.aborted) {
    const outcomes = await Promise.all(waiting.splice(0, lanes).map((each) => send(post, each, at)));
    sent += outcomes.filter((each) => each === 'sent').length;
    reachable =
      !outcomes.includes('unreachable') || outcomes.some((each) => each === 'sent' || each === 'failed');
  }
  await giveBack(store, waiting, at);
  if (sent > 0) await countSent(store, sent, at);
  return sent;
}
