import type {
  MyInitiative,
  ReceivedOffer,
  ReceivedQuestion,
} from '@buurt/domain/initiatives/my-initiative.js';
import { canEditTexts, isRunning } from '@buurt/domain/initiatives/my-initiative.js';
import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/tables.js';
import { mayAsk, type NewsAudience } from '../followers/followers.queries.js';
import { hold } from '../db/locks.js';
import { isSingleAddress, mailboxOf } from '../mail/address.js';
import type { MailText } from '../mail/mail-texts.js';
import { handoverOf } from './handover-state.queries.js';
import { promisesOf } from '../initiatives/initiatives.queries.js';
import { newsOf } from '../initiatives/news.queries.js';
import { helpOf, offersByKind } from '../neighbours/help.queries.js';
import { hiddenPhotosOf } from '../photos/photos.queries.js';
import { correctionsOf } from '../ideas/texts.queries.js';

const dayMs = 24 * 60 * 60 * 1000;
/** So many of the mails of a day to one mailbox are kept for answers, which say more than receipts. */
const leftToAnswers = 3;
/** The newest of each; so many as somebody reads at once. */
const mostShown = 200;

const moment = (at: Date) => at.toISOString();

/** How often the maker's key of an idea was renewed; undefined when there is no such idea. */
export async function ownerKeyGeneration(db: Database, id: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('initiative')
    .select('owner_key_generation')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.owner_key_generation;
}

/** Makes the key that there is worthless; resolves to the number of the next. */
export async function renewOwnerKey(db: Database, id: string): Promise<number> {
  const { owner_key_generation } = await db
    .updateTable('initiative')
    .set(({ eb }) => ({ owner_key_generation: eb('owner_key_generation', '+', 1) }))
    .where('id', '=', id)
    .returning('owner_key_generation')
    .executeTakeFirstOrThrow();
  return owner_key_generation;
}

/** Whether an answer to this neighbour can go by mail. */
export const isAddress = (contact: string | null): contact is string =>
  contact !== null && contact.includes('@') && isSingleAddress(contact);

async function offersTo(db: Database, id: string, sendsMails: boolean): Promise<ReceivedOffer[]> {
  const rows = await db
    .selectFrom('offer')
    .select(['id', 'kinds', 'message', 'name', 'contact', 'created_at', 'outcome', 'answer'])
    .where('initiative_id', '=', id)
    .orderBy(sql`outcome is not null`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(mostShown)
    .execute();
  return rows.map(({ created_at, ...offer }) => ({
    ...offer,
    at: moment(created_at),
    isMailed: sendsMails && isAddress(offer.contact),
  }));
}

async function questionsTo(db: Database, id: string): Promise<ReceivedQuestion[]> {
  const rows = await db
    .selectFrom('remark')
    .select(['id', 'text', 'name', 'created_at', 'answer', 'answered_by'])
    .where('initiative_id', '=', id)
    .where('stance', '=', 'question')
    .where('review', '=', 'published')
    .orderBy(sql`answer is not null`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(mostShown)
    .execute();
  return rows.map(({ created_at, answer, answered_by: by, ...question }) => ({
    ...question,
    at: moment(created_at),
    answer: answer === null || by === null ? null : { text: answer, by },
  }));
}

/** The vote in which it stands, or stood last; not one that was cancelled, or from which it was withdrawn. */
async function roundWith(db: Database, id: string): Promise<MyInitiative['round']> {
  const row = await db
    .selectFrom('proposal')
    .innerJoin('round', 'round.id', 'proposal.round_id')
    .select(['round.name', 'round.opens_at', 'round.closes_at'])
    .where('proposal.initiative_id', '=', id)
    .where('proposal.withdrawn', '=', false)
    .where('round.cancelled', '=', false)
    .orderBy('round.closes_at', 'desc')
    .executeTakeFirst();
  return row ? { name: row.name, opensAt: moment(row.opens_at), closesAt: moment(row.closes_at) } : null;
}

/** An idea with what was handed in, what the organisation of its buurt asks, and how many reacted. */
const ownIdea = (db: Database, id: string) =>
  db
    .selectFrom('initiative')
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .leftJoin('contact', 'contact.initiative_id', 'initiative.id')
    .selectAll('initiative')
    .select(['buurt.name as buurt_name', 'buurt.settings', 'contact.email'])
    .select(({ selectFrom, fn }) => [
      selectFrom('offer')
        .select(fn.countAll<number>().as('count'))
        .whereRef('offer.initiative_id', '=', 'initiative.id')
        .as('offers_made'),
      selectFrom('remark')
        .select(fn.countAll<number>().as('count'))
        .whereRef('remark.initiative_id', '=', 'initiative.id')
        .as('remarks_made'),
      selectFrom('follower')
        .select(fn.countAll<number>().as('count'))
        .whereRef('follower.initiative_id', '=', 'initiative.id')
        .where('confirmed_at', 'is not', null)
        .where('is_maker', '=', false)
        .as('followers'),
      selectFrom('follower')
        .select(sql<boolean>`bool_or(confirmed_at is not null)`.as('is_confirmed'))
        .whereRef('follower.initiative_id', '=', 'initiative.id')
        .where('is_maker', '=', true)
        .as('maker_confirmed'),
    ])
    .where('initiative.id', '=', id);

type OwnRow = NonNullable<Awaited<ReturnType<ReturnType<typeof ownIdea>['executeTakeFirst']>>>;

const settings = ({ buurt_name, settings }: OwnRow) => settingsOf({ name: buurt_name, settings });

const isEditable = (row: OwnRow): boolean =>
  canEditTexts({
    state: row.review,
    status: row.status,
    isModerated: settings(row).moderated,
    reactions: row.support_count + Number(row.offers_made) + Number(row.remarks_made),
  });

/** Everything that its maker sees of an idea, whatever its state; undefined when there is none. */
export async function findMyInitiative(
  db: Database,
  id: string,
  {
    sendsMails,
    mailsLinks,
    at,
  }: { readonly sendsMails: boolean; readonly mailsLinks: boolean; readonly at: Date },
): Promise<MyInitiative | undefined> {
  const row = await ownIdea(db, id).executeTakeFirst();
  if (!row) return undefined;
  const offered = await offersByKind(db, [id]);
  const { review_reason: reason, created_at } = row;
  return {
    id,
    reference: row.reference,
    title: row.title,
    state: row.review,
    ...(reason === null ? {} : { reason }),
    supportCount: row.support_count,
    buurtCode: row.buurt_code,
    receivedAt: moment(created_at),
    answerBy: moment(new Date(created_at.getTime() + settings(row).answerDays * dayMs)),
    story: row.story,
    isEditable: isEditable(row),
    correctedAt: (await correctionsOf(db, id))[0]?.at.toISOString() ?? null,
    hiddenPhotos: await hiddenPhotosOf(db, id),
    status: row.status,
    statusReason: row.status_reason,
    round: await roundWith(db, id),
    followerCount: Number(row.followers),
    needs: helpOf(row, (kind) => offered(id, kind)),
    offers: await offersTo(db, id, sendsMails),
    questions: await questionsTo(db, id),
    news: await newsOf(db, id),
    promises: await promisesOf(db, id),
    mails: row.maker_confirmed === null ? 'none' : row.maker_confirmed ? 'on' : 'unconfirmed',
    canHandOver: mailsLinks && isRunning({ state: row.review, status: row.status }),
    handover: await handoverOf(db, id, at),
  };
}

/** An idea that its maker is about to change, held until the transaction ends. */
export async function holdMyInitiative(db: Transaction<Tables>, id: string) {
  await db.selectFrom('initiative').select('id').where('id', '=', id).forUpdate().execute();
  const row = await ownIdea(db, id).executeTakeFirst();
  return row && { ...row, isEditable: isEditable(row), settings: settings(row) };
}

/** An offer that was made to this initiative, held until the transaction ends. */
export function holdOffer(db: Transaction<Tables>, initiativeId: string, offerId: string) {
  return db
    .selectFrom('offer')
    .select(['id', 'contact', 'locale', 'outcome', 'answer'])
    .where('id', '=', offerId)
    .where('initiative_id', '=', initiativeId)
    .forUpdate()
    .executeTakeFirst();
}

interface OfferWithContact {
  readonly id: string;
  readonly contact: string | null;
}

/** Has a mail go to the address in an offer, unless too many mails went to that mailbox today; whether it goes. */
async function mailNeighbour(
  db: Transaction<Tables>,
  kind: 'answer' | 'offerReceipt',
  { offerId, address, initiativeId }: { offerId: string; address: string; initiativeId: string },
  { subject, text }: MailText,
  at: Date,
): Promise<boolean> {
  const mailbox = mailboxOf(address);
  await hold(db, 'mailbox', mailbox);
  if (!(await mayAsk(db, mailbox, at, kind === 'offerReceipt' ? leftToAnswers : 0))) return false;
  await db.insertInto('confirmation_request').values({ mailbox, at }).execute();
  await db
    .insertInto('mail')
    .values({
      ...{ id: randomUUID(), initiative_id: initiativeId, offer_id: offerId },
      ...{ kind, subject, text, next_at: at },
    })
    .execute();
  return true;
}

/**
 * Has an answer go to the address in an offer, in the place of one that waits still.
 * @returns whether it goes: not to a mailbox to which too many mails went today, for anybody can fill in any address
 */
export async function mailAnswer(
  db: Transaction<Tables>,
  { id: offerId, contact }: OfferWithContact,
  initiativeId: string,
  text: MailText,
  at: Date,
): Promise<boolean> {
  if (!isAddress(contact)) return true;
  await db.deleteFrom('mail').where('offer_id', '=', offerId).where('kind', '=', 'answer').execute();
  return mailNeighbour(db, 'answer', { offerId, address: contact, initiativeId }, text, at);
}

/** Has the receipt of an offer go to the address in it, with the link to take it back, unless many mails went there today. */
export async function mailOfferReceipt(
  db: Transaction<Tables>,
  { id: offerId, contact }: OfferWithContact,
  initiativeId: string,
  text: MailText,
  at: Date,
): Promise<void> {
  if (!isAddress(contact)) return;
  await mailNeighbour(db, 'offerReceipt', { offerId, address: contact, initiativeId }, text, at);
}

/** So many times a day can a maker tell news. */
const mostNewsInADay = 3;
/** So many mails a day about what makers tell reach who follows a whole buurt: a script can have any number of initiatives. */
const mostHeardInABuurt = 5;

/** Whether the maker told as much news as fits in a day; what the organisation told stands among its acts, and takes none of it. */
export async function hasReachedNewsLimit(db: Database, id: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - dayMs);
  const { told, ofStaff } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('news')
        .select(fn.countAll<number>().as('count'))
        .where('initiative_id', '=', id)
        .where('at', '>', since)
        .as('told'),
      selectFrom('act')
        .select(fn.countAll<number>().as('count'))
        .where('subject_kind', '=', 'idea')
        .where('subject_id', '=', id)
        .where('name', 'in', ['news.told', 'idea.statusChanged'])
        .where('at', '>', since)
        .as('ofStaff'),
    ])
    .executeTakeFirstOrThrow();
  return Number(told) - Number(ofStaff) >= mostNewsInADay;
}

/** Whom what a maker tells reaches: those who follow the buurt only while they did not hear much today. */
export async function audienceOfMaker(
  db: Transaction<Tables>,
  buurt: string,
  at: Date,
): Promise<NewsAudience> {
  // Makers who tell something at the same moment wait for each other.
  await hold(db, 'news of makers', buurt);
  const since = new Date(at.getTime() - dayMs);
  const { told, ended } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('news')
        .innerJoin('initiative', 'initiative.id', 'news.initiative_id')
        .select(fn.countAll<number>().as('count'))
        .where('initiative.buurt_code', '=', buurt)
        .where('news.at', '>', since)
        .as('told'),
      selectFrom('initiative')
        .select(fn.countAll<number>().as('count'))
        .where('buurt_code', '=', buurt)
        .where('review', '=', 'published')
        .where('ended_at', '>', since)
        .as('ended'),
    ])
    .executeTakeFirstOrThrow();
  const isQuiet = Number(told) + Number(ended) < mostHeardInABuurt;
  return { of: isQuiet ? 'buurt' : 'initiative', isMakerTold: false };
}

/** Keeps the maker's answer to a question that is shown; resolves to whether there is one. */
export async function answerOwnQuestion(
  db: Database,
  initiativeId: string,
  remarkId: string,
  text: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('remark')
    .set({ answer: text, answered_by: 'maker', answered_at: at })
    .where('id', '=', remarkId)
    .where('initiative_id', '=', initiativeId)
    .where('stance', '=', 'question')
    .where('review', '=', 'published')
    // What the organisation answered is theirs.
    .where(({ or, eb }) => or([eb('answered_by', 'is', null), eb('answered_by', '=', 'maker')]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
