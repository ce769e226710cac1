import { randomUUID } from 'node:crypto';
import { hasEnded, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { BuurtPromise, OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { PromiseChange } from '@buurt/domain/initiatives/follow-up.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { AskedHelp } from '@buurt/domain/initiatives/maker-submissions.js';
import type { Transaction } from 'kysely';
import { notifyFollowers, type NewsAudience } from '../followers/followers.queries.js';
import { newsMessages } from './news.messages.js';
import { addNewsPhoto, type NewsPhoto } from './news.queries.js';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/tables.js';
import type { Idea } from '../ideas/review.queries.js';
import { ActRefused } from '../acts/act-refused.js';
import { findVotesWith } from '../rounds/standing.queries.js';
import { changedAt } from '../ideas/version.queries.js';

/** An initiative of which something is told. */
type TitledInitiative = Pick<Idea, 'id' | 'buurt_code' | 'title'>;

/** Who follows the initiative hears it by mail, and who follows its buurt unless it is not for them. */
export const tell = (
  db: Transaction<Tables>,
  { id, buurt_code, title }: TitledInitiative,
  wordsIn: (locale: Locale) => string,
  at: Date,
  audience: NewsAudience = { of: 'buurt', isMakerTold: true },
) =>
  notifyFollowers(
    db,
    { id, buurt_code },
    (locale) => ({
      subject: newsMessages[locale].subject(title),
      text: `${title}\n\n${wordsIn(locale)}`,
    }),
    at,
    audience,
  );

/** Where an initiative stands from now on, why, and what is told of that to who follows it. */
export interface StatusChange {
  readonly status: InitiativeStatus;
  readonly reason: string | null;
  readonly wordsIn: (locale: Locale) => string;
  readonly at: Date;
  readonly audience?: NewsAudience;
}

/** Says where an initiative stands; who follows it hears when that changes. */
export async function changeStatus(
  db: Transaction<Tables>,
  initiative: TitledInitiative & Pick<Idea, 'status'>,
  { status, reason, wordsIn, at, audience }: StatusChange,
): Promise<void> {
  const { id, status: was } = initiative;
  await db
    .updateTable('initiative')
    .set({ status, status_reason: reason, updated_at: changedAt(at) })
    .where('id', '=', id)
    .execute();
  if ((status === 'declined') !== (was === 'declined'))
    await db
      .updateTable('promise')
      .set(({ eb }) => ({ revised_at: at, revisions: eb('revisions', '+', 1) }))
      .where('initiative_id', '=', id)
      .where('state', 'in', ['open', 'late'])
      .execute();
  if (status !== was) await tell(db, initiative, wordsIn, at, audience);
}

/**
 * Holds an initiative of which the status is about to change; resolves to where it stands.
 * @throws {ActRefused} `not-on-ballot`, `decided-by-votes` when the status says another thing than the votes do
 */
export async function holdForStatus(
  db: Transaction<Tables>,
  { id, reference }: Pick<Idea, 'id' | 'reference'>,
  status: InitiativeStatus,
): Promise<Pick<Idea, 'status' | 'status_reason'>> {
  // Nobody puts it on a ballot meanwhile.
  const was = await db
    .selectFrom('initiative')
    .select(['status', 'status_reason'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const votes = await findVotesWith(db, id);
  if (status === 'onBallot' && votes.length === 0) throw new ActRefused({ code: 'not-on-ballot', reference });
  const against = votes.filter(({ closed }) => status === 'new' || (hasEnded(status) && !closed));
  if (against.length > 0)
    throw new ActRefused({ code: 'decided-by-votes', reference, status, votes: against });
  return was;
}

/** Keeps how many neighbours are asked to bring each kind. */
export const setAskedHelp = (db: Database, id: string, asked: AskedHelp) =>
  db
    .updateTable('initiative')
    .set({ needs: Object.keys(asked) as OfferKind[], asked: JSON.stringify(asked) })
    .where('id', '=', id)
    .execute();

/** News in words, with a photo or without. */
export interface NewsText {
  readonly text: string;
  readonly photo?: NewsPhoto | undefined;
}

/** Puts news on the site, and tells it to who follows; resolves to what is wrong with its photo. */
export async function tellNews(
  db: Transaction<Tables>,
  initiative: TitledInitiative,
  { text, photo }: NewsText,
  at: Date,
  audience?: NewsAudience,
): Promise<Problem[]> {
  const news = { id: randomUUID(), initiative_id: initiative.id, at, text };
  await db.insertInto('news').values(news).execute();
  const problems = photo ? await addNewsPhoto(db, news, photo) : [];
  if (problems.length === 0) await tell(db, initiative, () => text, at, audience);
  return problems;
}

type NewPromise = PromiseChange & { readonly dueOn: string };

/**
 * The promise with this id, or that is meant by these words. Rounds of the same name make promises of the same words: then that
 * of the round which closed last, and outside rounds that which is due last. The initiative is held, so that two at once make
 * one promise.
 */
export async function findPromise(
  db: Transaction<Tables>,
  initiativeId: string,
  meant: Pick<BuurtPromise, 'who' | 'what'> | { readonly id: string },
): Promise<(Pick<BuurtPromise, 'who' | 'what' | 'state'> & { readonly id: string }) | undefined> {
  await db.selectFrom('initiative').select('id').where('id', '=', initiativeId).forUpdate().execute();
  const promises = db
    .selectFrom('promise')
    .leftJoin('round', 'round.id', 'promise.round_id')
    .select(['promise.id', 'promise.who', 'promise.what', 'promise.state'])
    .where('promise.initiative_id', '=', initiativeId);
  const found =
    'id' in meant
      ? promises.where('promise.id', '=', meant.id)
      : promises.where('promise.who', '=', meant.who).where('promise.what', '=', meant.what);
  return found
    .orderBy('round.closes_at', (order) => order.desc().nullsLast())
    .orderBy('promise.due_on', 'desc')
    .orderBy('promise.id')
    .executeTakeFirst();
}

/** Changes what is said of a promise; what is left out stays as it was. */
export async function changePromise(
  db: Database,
  id: string,
  { who, what, dueOn, state, grantedCents, spentCents }: PromiseChange,
  at: Date,
): Promise<void> {
  const told = { due_on: dueOn, state, granted_cents: grantedCents, spent_cents: spentCents };
  const values = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  await db
    .updateTable('promise')
    .set(({ eb }) => ({ who, what, ...values, revised_at: at, revisions: eb('revisions', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Keeps a new promise; resolves to its id. */
export async function addPromise(
  db: Database,
  initiativeId: string,
  { who, what, dueOn, state = 'open', grantedCents, spentCents }: NewPromise,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('promise')
    .values({
      ...{ id, initiative_id: initiativeId, who, what, due_on: dueOn, state },
      ...{ granted_cents: grantedCents ?? null, spent_cents: spentCents ?? null, revised_at: at },
    })
    .execute();
  return id;
}
