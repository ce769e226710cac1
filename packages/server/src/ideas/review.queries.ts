import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import { sql, type Transaction } from 'kysely';
import { announceInitiative } from '../followers/digests.queries.js';
import { tellMaker } from '../followers/makers.queries.js';
import { eraseInitiative, type Remains } from '../initiatives/erasing.queries.js';
import type { Database, Store } from '../db/open.js';
import { withdraw } from '../rounds/round-changes.queries.js';
import { phase } from '../rounds/rounds.queries.js';
import { findVotesWith } from '../rounds/standing.queries.js';
import type { Tables } from '../db/tables.js';
import { CommandError } from '../cli/command-error.js';
import { onOneLine } from '../cli/table.js';
import { decisionText } from './maker-texts.js';

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
function referenceFrom(words: string): string {
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
 * @throws {CommandError} that names each number that no idea has
 */
export async function ideasCalled(db: Database, names: readonly string[]): Promise<Idea[]> {
  const found: Idea[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const idea = await findIdea(db, name);
    if (!idea) missing.push(name);
    else if (!found.some(({ id }) => id === idea.id)) found.push(idea);
  }
  if (missing.length > 0)
    throw new CommandError(`There is no idea ${missing.join(', ')}. Nothing was changed.`);
  return found;
}

/** Where ideas can be voted for now or soon. */
const standing = (db: Database, ids: readonly string[]) =>
  db
    .selectFrom('proposal')
    .innerJoin('round', 'round.id', 'proposal.round_id')
    .select([
      'proposal.id',
      'proposal.round_id',
      'proposal.initiative_id',
      'proposal.title',
      'round.name',
      phase,
    ])
    .where('proposal.initiative_id', 'in', ids)
    .where('proposal.withdrawn', '=', false)
    .orderBy('round.name')
    .orderBy('proposal.id')
    .execute();

/**
 * Takes ideas that are not shown any more out of the votes in which they stand; resolves to what was withdrawn, in words.
 * @throws {CommandError} unless that is meant
 */
async function withdrawFromVotes(
  db: Transaction<Tables>,
  found: readonly Idea[],
  isMeant: boolean,
): Promise<string[]> {
  if (found.length === 0) return [];
  const rows = await standing(
    db,
    found.map(({ id }) => id),
  );
  const running = rows.filter((each) => each.phase !== 'closed');
  const sentences = running.map(
    ({ id, title, name, phase: state }) =>
      `${onOneLine(title)} stands as ${onOneLine(id)} in ${onOneLine(name)}, which is ${state}`,
  );
  if (running.length > 0 && !isMeant)
    throw new CommandError(
      `${sentences.join('; ')}. It would be withdrawn from the vote, which cannot be undone: nobody can choose it any more, and ` +
        'votes for it do not count. Say so with --yes. Nothing was changed.',
    );
  for (const { id, round_id, initiative_id } of running) {
    await withdraw(db, round_id, id);
    // In a vote that is over and not settled yet it still stands.
    if (initiative_id === null || (await findVotesWith(db, initiative_id)).length > 0) continue;
    await db
      .updateTable('initiative')
      .set({ status: 'new' })
      .where('id', '=', initiative_id)
      .where('status', '=', 'onBallot')
      .execute();
  }
  return running.map(({ id, name }) => `${onOneLine(id)} was withdrawn from ${onOneLine(name)}`);
}

const byBuurt = (a: Idea, b: Idea) => a.buurt_code.localeCompare(b.buurt_code) || a.id.localeCompare(b.id);

/** Decides what happens to ideas, all or none; resolves to the ideas as they were before, and what was withdrawn from votes. */
export const review = (
  store: Store,
  names: readonly string[],
  decision: { readonly state: IdeaState; readonly reason: string | null; readonly at: Date },
  /** Whether they may be withdrawn from votes. */
  mayWithdraw = false,
): Promise<{ readonly found: Idea[]; readonly withdrawn: string[] }> =>
  store.transaction(async (db) => {
    const found = await ideasCalled(db, names);
    const withdrawn = decision.state === 'published' ? [] : await withdrawFromVotes(db, found, mayWithdraw);
    // Two operators at once hold what they change in the same order.
    for (const idea of found.toSorted(byBuurt)) await reviewOne(db, idea, decision);
    return { found, withdrawn };
  });

/** An idea that was erased, and what stays of it in rounds. */
export interface ErasedIdea {
  readonly idea: Idea;
  readonly remains: readonly Remains[];
}

/**
 * Erases ideas with everything that belongs to them, all or none.
 * @throws {CommandError} that says what would go, unless that is meant
 */
export const eraseIdeas = (
  store: Store,
  names: readonly string[],
  isMeant: boolean,
  at: Date,
): Promise<ErasedIdea[]> =>
  store.transaction(async (db) => {
    const found = await ideasCalled(db, names);
    if (!isMeant) {
      const titles = found.map(({ reference, title }) => `${reference} ${onOneLine(title)}`);
      throw new CommandError(
        `${titles.join('; ')}: title, story, photos, place, maker, remarks, offers, support, news, promises and followers ` +
          'would be gone for good, and it would be withdrawn from votes. Say so with --yes. Nothing was changed.',
      );
    }
    const erased: ErasedIdea[] = [];
    for (const idea of found) erased.push({ idea, remains: await eraseInitiative(db, idea, at) });
    return erased;
  });

/** What is not shown has ended: from then on the days count after which the contact data is erased. */
async function reviewOne(
  db: Transaction<Tables>,
  { id, buurt_code, title, review: was, status, published_at, ended_at }: Idea,
  { state, reason, at }: Parameters<typeof review>[2],
): Promise<void> {
  const shown = state === 'published';
  const runsOn = shown && !hasEnded(status);
  await db
    .updateTable('initiative')
    .set({
      review: state,
      review_reason: reason,
      published_at: shown ? (published_at ?? at) : published_at,
      ended_at: runsOn ? null : (ended_at ?? at),
      updated_at: at,
    })
    .where('id', '=', id)
    .execute();
  if (state !== was)
    await tellMaker(db, id, { kind: 'decision' }, (locale) => decisionText(title, state, reason, locale), at);
  if (shown) await announceInitiative(db, { id, buurt_code }, published_at === null, at);
}
