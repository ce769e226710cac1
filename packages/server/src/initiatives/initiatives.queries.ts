import type { NamedPlace } from '@buurt/domain/geo/place.js';
import {
  offerKinds,
  type Initiative,
  type InitiativeSummary,
  type OfferKind,
  type Photo,
} from '@buurt/domain/initiatives/initiative.js';
import type { SelectQueryBuilder } from 'kysely';
import { settingsOf } from '../buurten/buurten.queries.js';
import { helpOf, offersByKind } from '../neighbours/help.queries.js';
import { newsOf } from './news.queries.js';
import type { Database } from '../db/open.js';
import { photosOf } from '../photos/photos.queries.js';
import { remarksOn } from '../neighbours/remarks.queries.js';
import type { Tables } from '../db/tables.js';

/** What is public: only these columns ever leave, and only of what somebody published. */
export const summaryColumns = [
  'initiative.id',
  'initiative.buurt_code',
  'initiative.title',
  'initiative.story',
  'initiative.theme',
  'initiative.status',
  'initiative.lat',
  'initiative.lon',
  'initiative.address',
  'initiative.published_at',
  'initiative.support_count',
  'initiative.offer_count',
] as const;

/** The only way in to initiatives for the public. */
export const published = (db: Database) =>
  db.selectFrom('initiative').where('initiative.review', '=', 'published');

export const summarised = <Output>(query: SelectQueryBuilder<Tables, 'initiative', Output>) =>
  query.select(summaryColumns);
export type SummaryRow = Awaited<
  ReturnType<ReturnType<typeof summarised<object>>['executeTakeFirstOrThrow']>
>;

const longestExcerpt = 160;

/** The first words of a story on one line, cut at a space. */
function excerptOf(story: string): string {
  const line = [...story.replace(/\s+/gu, ' ').trim()];
  if (line.length <= longestExcerpt) return line.join('');
  const cut = line.slice(0, longestExcerpt + 1).join('');
  const words = cut.includes(' ')
    ? cut.slice(0, cut.lastIndexOf(' '))
    : line.slice(0, longestExcerpt).join('');
  return `${words.replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, '')}…`;
}

export function placeOf({
  lat,
  lon,
  address,
}: Pick<SummaryRow, 'lat' | 'lon' | 'address'>): NamedPlace | null {
  if (lat === null || lon === null) return null;
  return address === null ? { lat, lon } : { lat, lon, address };
}

const summaryOf = (row: SummaryRow, photos: readonly Photo[] = []): InitiativeSummary => ({
  id: row.id,
  buurtCode: row.buurt_code,
  title: row.title,
  excerpt: excerptOf(row.story),
  theme: row.theme,
  status: row.status,
  place: placeOf(row),
  photo: photos[0] ?? null,
  supportCount: row.support_count,
  offerCount: row.offer_count,
  publishedAt: (row.published_at as Date).toISOString(),
});

/** As anybody may see them, with their first photo. */
export async function summariesOf(db: Database, rows: readonly SummaryRow[]): Promise<InitiativeSummary[]> {
  const photos = await photosOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => summaryOf(row, photos.get(row.id)));
}

export const promisesOf = (db: Database, initiativeId: string) =>
  db
    .selectFrom('promise')
    .select([
      'who',
      'what',
      'due_on as dueOn',
      'state',
      'granted_cents as grantedCents',
      'spent_cents as spentCents',
    ])
    .where('initiative_id', '=', initiativeId)
    .orderBy('due_on')
    .orderBy('id')
    .execute();

/** Only answers to questions of which the organiser says that they are shown. */
async function shownAnswers(db: Database, buurtCode: string, answers: Readonly<Record<string, string>>) {
  const buurt = await db
    .selectFrom('buurt')
    .select(['name', 'settings'])
    .where('code', '=', buurtCode)
    .executeTakeFirstOrThrow();
  return settingsOf(buurt).questions.flatMap(({ id, label, shown }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return shown && answer ? [{ question: label.nl, answer }] : [];
  });
}

/** Everything public of one initiative; undefined when there is none, or it is not published. */
export async function findInitiative(db: Database, id: string): Promise<Initiative | undefined> {
  const row = await summarised(published(db))
    .leftJoin('contact', 'contact.initiative_id', 'initiative.id')
    .select([
      'contact.name as initiator',
      'status_reason',
      'assets',
      'joiners',
      'needs',
      'asked',
      'news_at',
      'answers',
    ])
    .select(['cost_min_cents', 'cost_max_cents'])
    .where('initiative.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { cost_min_cents: minCents, cost_max_cents: maxCents } = row;
  const photos = (await photosOf(db, [id])).get(id) ?? [];
  const offered = await offersByKind(db, [id]);
  return {
    ...summaryOf(row, photos),
    story: row.story,
    statusReason: row.status_reason,
    initiator: row.initiator,
    assets: row.assets,
    joiners: row.joiners,
    needs: row.needs,
    offers: Object.fromEntries(offerKinds.map((kind) => [kind, offered(id, kind)])) as Record<
      OfferKind,
      number
    >,
    help: helpOf(row, (kind) => offered(id, kind)),
    newsAt: row.news_at?.toISOString() ?? null,
    cost: minCents === null || maxCents === null ? null : { minCents, maxCents },
    photos,
    answers: await shownAnswers(db, row.buurt_code, row.answers),
    promises: await promisesOf(db, id),
    news: await newsOf(db, id),
    remarks: await remarksOn(db, id),
  };
}
