import { randomUUID } from 'node:crypto';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import { hasEnded, type InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { AnswerBy, BuurtPromise, OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { AskedHelp } from '@buurt/domain/initiatives/my-initiative.js';
import { sql, type Transaction } from 'kysely';
import { notifyFollowers, type NewsAudience } from '../followers/followers.queries.js';
import { newsMessages } from './news.messages.js';
import { addNewsPhoto, type NewsPhoto } from './news.queries.js';
import type { Database, Store } from '../db/open.js';
import type { Tables } from '../db/tables.js';
import { ideasCalled, type Idea } from '../ideas/review.queries.js';
import { CommandError } from '../cli/command-error.js';
import { onOneLine } from '../cli/table.js';
import { findVotesWith } from '../rounds/standing.queries.js';

/** The one published idea with this number. */
async function initiativeCalled(db: Database, named: string): Promise<Idea> {
  const [idea] = await ideasCalled(db, [named]);
  if (idea?.review === 'published') return idea;
  throw new CommandError(`${named} is not published, so it is no initiative. Nothing was changed.`);
}

/** An initiative of which something is told. */
type TitledInitiative = Pick<Idea, 'id' | 'buurt_code' | 'title'>;

/** Who follows the initiative hears it by mail, and who follows its buurt unless it is not for them. */
export const tell = (
  db: Transaction<Tables>,
  { id, buurt_code, title }: TitledInitiative,
  wordsIn: (locale: Locale) => string,
  at: Date,
  audience: NewsAudience = 'buurt',
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
    .set({ status, status_reason: reason, updated_at: at })
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
 * Refuses a status that says another thing than the votes do.
 * @throws {CommandError} that says what to do first
 */
async function refuseContradiction(
  db: Transaction<Tables>,
  { id, reference }: Pick<Idea, 'id' | 'reference'>,
  status: InitiativeStatus,
): Promise<void> {
  // Nobody puts it on a ballot meanwhile.
  await db.selectFrom('initiative').select('id').where('id', '=', id).forUpdate().execute();
  const votes = await findVotesWith(db, id);
  if (status === 'onBallot' && votes.length === 0)
    throw new CommandError(
      `${reference} stands in no vote: "buurt round make" puts it on a ballot. Nothing was changed.`,
    );
  const against = votes.filter(({ closed }) => status === 'new' || (hasEnded(status) && !closed));
  const [first] = against;
  if (!first) return;
  const names = against.map(({ name }) => onOneLine(name)).join(', ');
  const firstDo = first.closed ? `"buurt round settle" it first` : `"buurt round withdraw" it first`;
  throw new CommandError(
    `${reference} stands in ${names}, so it cannot be ${status}: ${firstDo}. Nothing was changed.`,
  );
}

/** Says where an initiative stands, and why; resolves to the initiative as it was. */
export const setStatus = (
  store: Store,
  named: string,
  { status, reason, at }: Omit<StatusChange, 'wordsIn' | 'audience'>,
): Promise<Idea> =>
  store.transaction(async (db) => {
    const idea = await initiativeCalled(db, named);
    await refuseContradiction(db, idea, status);
    const wordsIn = (locale: Locale) =>
      [newsMessages[locale].statuses[status], reason].filter(Boolean).join('\n\n');
    await changeStatus(db, idea, { status, reason, wordsIn, at });
    return idea;
  });

/** Keeps how many neighbours are asked to bring each kind. */
export const setAskedHelp = (db: Database, id: string, asked: AskedHelp) =>
  db
    .updateTable('initiative')
    .set({ needs: Object.keys(asked) as OfferKind[], asked: JSON.stringify(asked) })
    .where('id', '=', id)
    .execute();

/** Says how many neighbours are asked to bring each kind; nothing else is asked any more. */
export const askFor = (
  store: Store,
  named: string,
  asked: Partial<Record<OfferKind, number>>,
): Promise<Idea> =>
  store.transaction(async (db) => {
    const idea = await initiativeCalled(db, named);
    await setAskedHelp(db, idea.id, asked);
    return idea;
  });

/** News in words, with a photo or without. */
export interface NewsText {
  readonly text: string;
  readonly photo?: NewsPhoto | undefined;
}

/** Puts news on the site, and tells it to who follows. */
export async function tellNews(
  db: Transaction<Tables>,
  initiative: TitledInitiative,
  { text, photo }: NewsText,
  at: Date,
  audience?: NewsAudience,
): Promise<void> {
  const news = { id: randomUUID(), initiative_id: initiative.id, at, text };
  await db.insertInto('news').values(news).execute();
  if (photo) await addNewsPhoto(db, news, photo);
  await tell(db, initiative, () => text, at, audience);
}

export const addNews = (store: Store, named: string, news: NewsText, at: Date): Promise<Idea> =>
  store.transaction(async (db) => {
    const idea = await initiativeCalled(db, named);
    await tellNews(db, idea, news, at);
    return idea;
  });

/** What of a promise can be said anew. */
export interface PromiseTexts extends Pick<BuurtPromise, 'who' | 'what'> {
  readonly by?: string | undefined;
  readonly state?: BuurtPromise['state'] | undefined;
  readonly grantedCents?: number | undefined;
  readonly spentCents?: number | undefined;
}

/**
 * The promise that is meant by these words. Rounds of the same name make promises of the same words: then that of the round
 * which closed last, and outside rounds that which is due last. The initiative is held, so that two at once make one promise.
 */
async function findPromise(
  db: Transaction<Tables>,
  initiativeId: string,
  { who, what }: Pick<BuurtPromise, 'who' | 'what'>,
): Promise<{ readonly id: string } | undefined> {
  await db.selectFrom('initiative').select('id').where('id', '=', initiativeId).forUpdate().execute();
  return db
    .selectFrom('promise')
    .leftJoin('round', 'round.id', 'promise.round_id')
    .select('promise.id')
    .where('promise.initiative_id', '=', initiativeId)
    .where('promise.who', '=', who)
    .where('promise.what', '=', what)
    .orderBy('round.closes_at', (order) => order.desc().nullsLast())
    .orderBy('promise.due_on', 'desc')
    .orderBy('promise.id')
    .executeTakeFirst();
}

/** Keeps a promise; who promises the same again changes what was said before. */
export const keepPromise = (
  store: Store,
  named: string,
  { who, what, by, state, grantedCents, spentCents }: PromiseTexts,
  at: Date,
): Promise<{ readonly idea: Idea; readonly changed: boolean }> =>
  store.transaction(async (db) => {
    const idea = await initiativeCalled(db, named);
    const said = { due_on: by, state, granted_cents: grantedCents, spent_cents: spentCents };
    const before = await findPromise(db, idea.id, { who, what });
    if (before) {
      const words = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      if (Object.keys(words).length > 0)
        await db
          .updateTable('promise')
          .set(({ eb }) => ({ ...words, revised_at: at, revisions: eb('revisions', '+', 1) }))
          .where('id', '=', before.id)
          .execute();
      return { idea, changed: true };
    }
    if (by === undefined)
      throw new CommandError('This promise is new: say by when, with --by 2027-05-01. Nothing was changed.');
    await db
      .insertInto('promise')
      .values({
        ...{ id: randomUUID(), initiative_id: idea.id, who, what, due_on: by, state: state ?? 'open' },
        ...{ granted_cents: grantedCents ?? null, spent_cents: spentCents ?? null, revised_at: at },
      })
      .execute();
    return { idea, changed: false };
  });

/** Remarks with what they are about and how often they were reported. */
export const remarks = (db: Database, state: IdeaState | undefined) =>
  db
    .selectFrom('remark')
    .innerJoin('initiative', 'initiative.id', 'remark.initiative_id')
    .selectAll('remark')
    .select(['initiative.title', 'initiative.reference'])
    .select(sql<number>`(select count(*)::int from remark_report where remark_id = remark.id)`.as('reports'))
    .$if(state !== undefined, (query) => query.where('remark.review', '=', state as IdeaState));

/**
 * The remarks with these ids.
 * @throws {CommandError} that names each id that no remark has
 */
export async function remarksCalled(db: Database, ids: readonly string[]) {
  const wanted = ids.map((id) => id.toLowerCase());
  const found = await remarks(db, undefined)
    .where(sql<string>`remark.id::text`, 'in', wanted)
    .execute();
  const missing = ids.filter((id) => !found.some((each) => each.id === id.toLowerCase()));
  if (missing.length > 0)
    throw new CommandError(`There is no remark ${missing.join(', ')}. Nothing was changed.`);
  return found;
}

/**
 * Erases remarks with the reports of them, all or none; resolves to how many.
 * @throws {CommandError} unless that is meant
 */
export const eraseRemarks = (store: Store, ids: readonly string[], isMeant: boolean): Promise<number> =>
  store.transaction(async (db) => {
    const found = (await remarksCalled(db, ids)).map(({ id }) => id);
    if (!isMeant)
      throw new CommandError(
        'Text, name and reports would be gone for good. Say so with --yes. Nothing was changed.',
      );
    await db.deleteFrom('remark').where('id', 'in', found).execute();
    return found.length;
  });

/** What is answered to a question, and by whom. */
export interface Answer {
  readonly text: string;
  readonly by: AnswerBy;
}

/**
 * Answers a question; one that was not shown yet is shown with it. An answer that was given before is replaced.
 * @throws {CommandError} when it is no question
 */
export const answerQuestion = (
  store: Store,
  id: string,
  { text, by }: Answer,
  at: Date,
): Promise<{ readonly replaced: boolean }> =>
  store.transaction(async (db) => {
    const [question] = await remarksCalled(db, [id]);
    if (question?.stance !== 'question') throw new CommandError(`${id} is no question. Nothing was changed.`);
    await db
      .updateTable('remark')
      .set({ answer: text, answered_by: by, answered_at: at, review: 'published' })
      .where('id', '=', question.id)
      .execute();
    return { replaced: question.answer !== null };
  });

/** Shows or hides remarks, all or none; resolves to how many changed. */
export const reviewRemarks = (store: Store, ids: readonly string[], state: IdeaState): Promise<number> =>
  store.transaction(async (db) => {
    const found = await remarksCalled(db, ids);
    const changed = found.filter(({ review }) => review !== state).map(({ id }) => id);
    if (changed.length > 0)
      await db.updateTable('remark').set({ review: state }).where('id', 'in', changed).execute();
    return changed.length;
  });
