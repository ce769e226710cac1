import type { IdeaState } from '@buurt/domain';
import type { OperatorIo } from '../operator-socket.js';
import type { Database, Store } from '../store/open.js';
import { Mistake } from './mistake.js';
import { card, table } from './table.js';

/** What the operator may want to see of ideas. */
export interface IdeaFilter {
  readonly buurt?: string;
  readonly state?: IdeaState;
}

export const ideasWith = (db: Database, { buurt, state }: IdeaFilter) =>
  db
    .selectFrom('initiative')
    .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
    .leftJoin('contact', 'contact.initiative_id', 'initiative.id')
    .$if(buurt !== undefined, (query) => query.where('buurt_code', '=', buurt as string))
    .$if(state !== undefined, (query) => query.where('review', '=', state as IdeaState))
    .orderBy('initiative.created_at', 'desc')
    .orderBy('initiative.id');

const states: Readonly<Record<IdeaState, string>> = {
  waiting: 'waiting to be read',
  published: 'published',
  declined: 'declined',
  hidden: 'hidden',
};

export async function listIdeas(filter: IdeaFilter, io: OperatorIo, { db }: Store): Promise<number> {
  const ideas = await ideasWith(db, filter)
    .select(['reference', 'initiative.created_at', 'buurt.name as buurt', 'review', 'title'])
    .execute();
  if (ideas.length === 0) {
    io.out('No ideas found.\n');
    return 0;
  }
  const rows = ideas.map(({ reference, created_at, buurt, review, title }) => [
    reference,
    created_at.toISOString().slice(0, 10),
    buurt,
    states[review],
    title,
  ]);
  io.out(table(['number', 'handed in', 'buurt', 'state', 'title'], rows));
  return 0;
}

/** An idea by its number (in any case, with or without the dash) or its id. */
async function idOf(db: Database, idOrReference: string): Promise<string> {
  const bare = idOrReference.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  const found = await db
    .selectFrom('initiative')
    .select('id')
    .$call((query) =>
      bare.length === 6
        ? query.where('reference', '=', `${bare.slice(0, 3)}-${bare.slice(3)}`)
        : /^[\da-f-]{36}$/i.test(idOrReference)
          ? query.where('id', '=', idOrReference)
          : query.where('reference', '=', idOrReference),
    )
    .executeTakeFirst();
  if (!found)
    throw new Mistake(`There is no idea "${idOrReference}". "buurt ideas list" shows their numbers.`);
  return found.id;
}

const euros = (cents: number) => `€ ${(cents / 100).toFixed(2).replace('.', ',')}`;

export async function showIdea(idOrReference: string, io: OperatorIo, { db }: Store): Promise<number> {
  const id = await idOf(db, idOrReference);
  const idea = await ideasWith(db, {})
    .select([
      'initiative.id',
      'reference',
      'initiative.created_at',
      'buurt.name as buurt',
      'review',
      'review_reason',
    ])
    .select([
      'title',
      'story',
      'theme',
      'lat',
      'lon',
      'address',
      'assets',
      'joiners',
      'needs',
      'offers',
      'answers',
    ])
    .select(['cost_min_cents', 'cost_max_cents', 'contact.name', 'contact.email', 'contact.phone'])
    .where('initiative.id', '=', id)
    .executeTakeFirstOrThrow();
  const cost =
    idea.cost_min_cents === null || idea.cost_max_cents === null
      ? ''
      : `${euros(idea.cost_min_cents)} to ${euros(idea.cost_max_cents)}`;
  const place = idea.lat === null ? '' : `${String(idea.lat)}, ${String(idea.lon)} ${idea.address ?? ''}`;
  io.out(
    card([
      ['number', idea.reference],
      ['id', idea.id],
      ['title', idea.title],
      ['buurt', idea.buurt],
      ['handed in', idea.created_at.toISOString()],
      ['state', states[idea.review]],
      ['reason', idea.review_reason ?? ''],
      ['story', idea.story],
      ['theme', idea.theme ?? ''],
      ['place', place],
      ['is there', idea.assets],
      ['could join', idea.joiners],
      ['asks for', idea.needs.join(', ')],
      ['brings', idea.offers.join(', ')],
      ['cost', cost],
      ...Object.entries(idea.answers).map(([question, answer]) => [question, answer] as const),
      ['name', idea.name ?? ''],
      ['e-mail', idea.email ?? ''],
      ['telephone', idea.phone ?? ''],
    ]),
  );
  return 0;
}

/** Publishes, declines or hides ideas: all of them, or none when one of them does not exist. */
export async function reviewIdeas(
  idsOrReferences: readonly string[],
  review: 'published' | 'declined' | 'hidden',
  reason: string | null,
  io: OperatorIo,
  store: Store,
): Promise<number> {
  const now = new Date();
  const changed = await store.transaction(async (db) => {
    const ids = [];
    for (const each of idsOrReferences) ids.push(await idOf(db, each));
    return db
      .updateTable('initiative')
      .set({ review, review_reason: reason, updated_at: now })
      .$if(review === 'published', (query) =>
        query.set(({ fn, val }) => ({ published_at: fn.coalesce('published_at', val(now)) })),
      )
      .where('id', 'in', ids)
      .returning(['reference', 'title'])
      .execute();
  });
  for (const { reference, title } of changed) io.out(table([reference, states[review], title], []));
  return 0;
}
