import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import { canBeUndone, type IdeaDecision } from '@buurt/domain/ideas/idea-decision.js';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import { sql, type Transaction } from 'kysely';
import { isWithin, type BuurtBound } from '../acts/within.js';
import { ActRefused, type ProposalInVote } from '../acts/act-refused.js';
import { announceInitiative, withdrawAnnouncement } from '../followers/digests.queries.js';
import { tellMaker, withdrawDecisionMail } from '../followers/makers.queries.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { withdraw } from '../rounds/round-changes.queries.js';
import { phase } from '../rounds/rounds.queries.js';
import { findVotesWith } from '../rounds/standing.queries.js';
import type { Tables } from '../db/tables.js';
import { decisionText } from './maker-texts.js';
import { undoableUntil } from './undo.js';
import { changedAt, versionOf } from './version.queries.js';

export interface IdeaFilter {
  readonly buurt?: string | undefined;
  readonly state?: IdeaState | undefined;
}

/** Ideas with their buurt, and how many neighbours stand behind them. */
export const ideas = (db: Database, { buurt, state }: IdeaFilter) =>
  db
    .selectFrom('initiative')
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .leftJoin('contact', 'contact.initiative_id', 'initiative.id')
    .selectAll('initiative')
    .select(['buurt.name as buurt_name', 'buurt.settings', 'contact.name', 'contact.email', 'contact.phone'])
    .select([
      sql<number>`(select count(*)::int from support where initiative_id = initiative.id)`.as('supports'),
      sql<number>`(select count(*)::int from offer where initiative_id = initiative.id)`.as('neighbours'),
      sql<number>`(select count(*)::int from photo where initiative_id = initiative.id)`.as('photos'),
    ])
    .$if(buurt !== undefined, (query) => query.where('initiative.buurt_code', '=', buurt as string))
    .$if(state !== undefined, (query) => query.where('initiative.review', '=', state as IdeaState));

export type Idea = Awaited<ReturnType<ReturnType<typeof ideas>['execute']>>[number];

export async function countIdeas(db: Database, filter: IdeaFilter): Promise<number> {
  const rows = db.selectFrom(ideas(db, filter).as('idea'));
  const { count } = await rows.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  return count;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `k4t9px` and `K4T 9PX` are K4T-9PX, as somebody says it on the telephone. */
export function referenceFrom(words: string): string {
  const signs = words.toUpperCase().replaceAll(/[\s-]/g, '');
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}

async function findIdea(db: Database, named: string): Promise<Idea | undefined> {
  const found = uuid.test(named)
    ? ideas(db, {}).where('initiative.id', '=', named)
    : ideas(db, {}).where('initiative.reference', '=', referenceFrom(named));
  return found.executeTakeFirst();
}

/**
 * The ideas with these numbers: references as residents have them, or ids.
 * @param buurten outside of these, an idea is not there
 * @throws {ActRefused} `not-found`, with each number that no idea has
 */
export async function ideasCalled(
  db: Database,
  names: readonly string[],
  buurten: BuurtBound = 'all',
): Promise<Idea[]> {
  const found: Idea[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const idea = await findIdea(db, name);
    if (!idea || !isWithin(buurten, idea.buurt_code)) missing.push(name);
    else if (!found.some(({ id }) => id === idea.id)) found.push(idea);
  }
  if (missing.length > 0) throw new ActRefused({ code: 'not-found', kind: 'idea', ids: missing });
  return found;
}

/** A proposal in a vote, and the idea that it is. */
export interface IdeaInVote extends ProposalInVote {
  readonly initiativeId: string;
}

/** Where these ideas can be voted for now or soon. */
export async function findProposalsInVotes(
  db: Database,
  found: readonly Pick<Idea, 'id'>[],
): Promise<IdeaInVote[]> {
  if (found.length === 0) return [];
  const rows = await db
    .selectFrom('proposal')
    .innerJoin('round', 'round.id', 'proposal.round_id')
    .select([
      'proposal.id as proposalId',
      'proposal.round_id as roundId',
      'proposal.initiative_id as initiativeId',
      'proposal.title',
      'round.name as roundName',
      phase,
    ])
    .where(
      'proposal.initiative_id',
      'in',
      found.map(({ id }) => id),
    )
    .where('proposal.withdrawn', '=', false)
    .orderBy('round.name')
    .orderBy('proposal.id')
    .execute();
  return rows.flatMap(({ initiativeId, phase: state, ...row }) =>
    initiativeId === null || state === 'closed' ? [] : [{ ...row, initiativeId, phase: state }],
  );
}

/** Takes ideas out of the votes in which they stand. */
export async function withdrawFromVotes(
  db: Transaction<Tables>,
  votes: readonly IdeaInVote[],
): Promise<void> {
  for (const { proposalId, roundId, initiativeId } of votes) {
    await withdraw(db, roundId, proposalId);
    // In a vote that is over and not settled yet it still stands.
    if ((await findVotesWith(db, initiativeId)).length > 0) continue;
    await db
      .updateTable('initiative')
      .set({ status: 'new' })
      .where('id', '=', initiativeId)
      .where('status', '=', 'onBallot')
      .execute();
  }
}

/** A decision, and how it is made. */
export interface Review extends IdeaDecision {
  readonly at: Date;
  /** What whoever decides saw of the idea. Absent: as it is now. */
  readonly version?: string | undefined;
  /** Whether it can be undone for a moment, where that is possible at all. */
  readonly mayUndo?: boolean;
}

/** What was decided before, and whether it can be so again. */
export interface Reviewed extends Pick<Idea, 'review' | 'review_reason'> {
  readonly isUndoable: boolean;
}

/**
 * Keeps what was decided about an idea, and tells its maker: what can be undone, only when that is over. What is not shown has
 * ended: from then on the days count after which the contact data is erased.
 * @throws {ActRefused} `changed-meanwhile` when it is not the version that was seen
 */
export async function reviewIdea(
  db: Transaction<Tables>,
  { id, buurt_code, title }: Idea,
  { state, reason, at, version, mayUndo = false }: Review,
): Promise<Reviewed> {
  const { status, published_at, ended_at, updated_at, ...was } = await db
    .selectFrom('initiative')
    .select(['review', 'review_reason', 'status', 'published_at', 'ended_at', 'updated_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (version !== undefined && versionOf({ updated_at }) !== version)
    throw new ActRefused({ code: 'changed-meanwhile' });
  const isUndoable = mayUndo && canBeUndone(was.review, { state });
  const toldFrom = isUndoable ? undoableUntil(at) : at;
  const shown = state === 'published';
  const runsOn = shown && !hasEnded(status);
  await db
    .updateTable('initiative')
    .set({
      review: state,
      review_reason: reason,
      published_at: shown ? (published_at ?? at) : published_at,
      ended_at: runsOn ? null : (ended_at ?? at),
      updated_at: changedAt(at),
    })
    .where('id', '=', id)
    .execute();
  if (state !== was.review)
    await tellMaker(
      db,
      id,
      { kind: 'decision' },
      (locale) => decisionText(title, state, reason, locale),
      toldFrom,
    );
  if (shown) await announceInitiative(db, { id, buurt_code }, published_at === null, toldFrom);
  return { ...was, isUndoable };
}

/** Holds an idea until the transaction ends; undefined when it is gone. */
export const holdIdea = (db: DatabaseTransaction, id: string) =>
  db
    .selectFrom('initiative')
    .select(['id', 'review', 'status', 'buurt_code'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Has an idea wait again, and takes back what was to be told of it; whether nothing was told yet. */
export async function undoReview(db: DatabaseTransaction, id: string, at: Date): Promise<boolean> {
  await db
    .updateTable('initiative')
    .set({
      review: 'waiting',
      review_reason: null,
      published_at: null,
      ended_at: null,
      updated_at: changedAt(at),
    })
    .where('id', '=', id)
    .execute();
  await withdrawAnnouncement(db, id);
  return withdrawDecisionMail(db, id);
}
