import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import { sql } from 'kysely';
import type { Database } from '../db/open.js';
import { published } from '../initiatives/initiatives.queries.js';
import { photosOfNews } from '../initiatives/news.queries.js';

/** Whose happenings: those of a buurt, or of one initiative. */
export type FeedScope = { readonly buurt: string } | { readonly initiative: string };

/** Something that was told: that an initiative is there, or news about it. */
export interface FeedItem {
  readonly id: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly at: Date;
  readonly text: string;
  readonly isNews: boolean;
  /** That came with the news. */
  readonly photo?: Photo | undefined;
}

/** Something that is to come. */
export interface CalendarItem {
  readonly id: string;
  readonly what: 'promise' | 'round';
  /** A calendar date for a promise; moments for a round. */
  readonly from: string | Date;
  readonly until: Date | null;
  readonly title: string;
  readonly text: string;
  /** When what is said here was last revised, and how often; a calendar wants to know. */
  readonly revisedAt: Date;
  readonly revisions: number;
  /** It does not go on. Whoever has it in a calendar must hear that: what is left out stays there. */
  readonly isCancelled: boolean;
}

const mostTold = 50;

const publishedOf = (db: Database, of: FeedScope) =>
  'buurt' in of
    ? published(db).where('initiative.buurt_code', '=', of.buurt)
    : published(db).where('initiative.id', '=', of.initiative);

/** What was told last, newest first. */
export async function findFeedItems(db: Database, of: FeedScope): Promise<FeedItem[]> {
  const news = await publishedOf(db, of)
    .innerJoin('news', 'news.initiative_id', 'initiative.id')
    .select(['news.id', 'initiative.id as initiativeId', 'initiative.title', 'news.at', 'news.text'])
    .orderBy('news.at', 'desc')
    .limit(mostTold)
    .execute();
  const begun = await publishedOf(db, of)
    .select(['initiative.id', 'initiative.title', 'initiative.story', 'initiative.published_at'])
    .orderBy('initiative.published_at', 'desc')
    .limit(mostTold)
    .execute();
  const photos = await photosOfNews(
    db,
    news.map(({ id }) => id),
  );
  const told = [
    ...news.map((each): FeedItem => ({ ...each, isNews: true, photo: photos.get(each.id) })),
    ...begun.map(({ id, title, story, published_at }): FeedItem => ({
      ...{ id, initiativeId: id, title, text: story, isNews: false },
      at: published_at as Date,
    })),
  ];
  return told.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, mostTold);
}

const promiseTitles = { open: 'Beloofd', late: 'Beloofd', kept: 'Gedaan', broken: 'Gaat niet door' } as const;

async function promisesOf(db: Database, of: FeedScope): Promise<CalendarItem[]> {
  const rows = await publishedOf(db, of)
    .innerJoin('promise', 'promise.initiative_id', 'initiative.id')
    .select(['promise.id', 'promise.who', 'promise.what', 'promise.due_on', 'promise.state'])
    .select(['promise.revised_at', 'promise.revisions', 'initiative.title', 'initiative.status'])
    .orderBy('promise.due_on')
    .orderBy('promise.id')
    .execute();
  return rows.map(({ id, who, what, due_on, state, title, status, revised_at, revisions }) => {
    // What an initiative promised that does not go on, does not go on either.
    const outcome = state !== 'kept' && status === 'declined' ? 'broken' : state;
    return {
      ...{ id, what: 'promise', from: due_on, until: null, revisedAt: revised_at, revisions },
      isCancelled: outcome === 'broken',
      title: `${promiseTitles[outcome]}: ${what}`,
      text: `${who} – ${title}`,
    };
  });
}

async function roundsOf(db: Database, buurt: string): Promise<CalendarItem[]> {
  const rows = await db
    .selectFrom('round')
    .innerJoin('round_revision', 'round_revision.round_id', 'round.id')
    .select(['id', 'name', 'intro', 'opens_at', 'closes_at', 'cancelled', 'revised_at', 'revisions'])
    .where('buurt_code', '=', buurt)
    .where(({ or, eb }) =>
      or([eb('cancelled', '=', false), eb('closes_at', '>', sql<Date>`clock_timestamp()`)]),
    )
    .orderBy('opens_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, intro, opens_at, closes_at, cancelled, revised_at, revisions }) => ({
    ...{ id, what: 'round', from: opens_at, until: closes_at },
    ...{ revisedAt: revised_at, revisions, isCancelled: cancelled },
    title: `${cancelled ? 'Gaat niet door' : 'Stemmen'}: ${name}`,
    text: cancelled ? '' : intro,
  }));
}

/** What is promised by when, and when people can vote or could, had the vote not been cancelled. */
export const findCalendarItems = async (db: Database, of: FeedScope): Promise<CalendarItem[]> => [
  ...(await promisesOf(db, of)),
  ...('buurt' in of ? await roundsOf(db, of.buurt) : []),
];
