import { randomUUID } from 'node:crypto';
import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import { borderFrom } from '@buurt/domain/geo/border-json.js';
import { boundsOf, type Position } from '@buurt/domain/geo/border.js';
import { moved } from '@buurt/domain/geo/place.js';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import {
  type Database,
  type Store,
  addPhoto,
  attachPhotos,
  newReference,
  onOneLine,
  saveStreets,
} from '@buurt/server/seeding';
import { StartProblem } from '@buurt/server/start';
import { seededBuurten } from './buurten.js';
import { addFollowUp } from './follow-up.js';
import { readPicture, type Picture } from './pictures.js';
import type { Offset, SeededBuurt, SeededInitiative } from './seeded-buurt.js';

export interface SeedReport {
  readonly buurten: number;
  readonly initiatives: number;
  readonly photos: number;
}

const dayMs = 24 * 60 * 60 * 1000;

const placed = ({ middle }: SeededBuurt, [east, north]: Offset) => {
  const { lat, lon } = moved(middle, east, north);
  const short = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lat: short(lat), lon: short(lon) };
};

/** The border of a made-up buurt in degrees. */
export function borderOf(buurt: SeededBuurt) {
  const position = (offset: Offset) => {
    const { lat, lon } = placed(buurt, offset);
    return [lon, lat];
  };
  return borderFrom({
    type: 'MultiPolygon',
    coordinates: buurt.polygons.map((rings) => rings.map((ring) => ring.map(position))),
  });
}

async function addStreets(db: Database, buurt: SeededBuurt): Promise<void> {
  const lanes = buurt.lanes.map(({ name, line }) => ({
    name,
    line: line.map((offset): Position => {
      const { lat, lon } = placed(buurt, offset);
      return [lon, lat];
    }),
  }));
  await saveStreets(db, lanes);
}

async function addBuurt(db: Database, buurt: SeededBuurt): Promise<void> {
  const { code, name, municipality, households, settings } = buurt;
  const border = borderOf(buurt);
  await db
    .insertInto('buurt')
    .values({
      ...{ code, name, municipality, households },
      ...{ households_source: 'verzonnen voor deze demo', households_at: '2026-01-01' },
      ...boundsOf(border),
      border: JSON.stringify(border),
      settings: JSON.stringify(settings),
    })
    .execute();
}

/** When something was last heard of it. */
const lastHeard = ({ daysAgo, news = [] }: SeededInitiative) =>
  Math.min(daysAgo, ...news.map((each) => each.daysAgo));

const isOver = ({ status, refused }: SeededInitiative) =>
  refused !== undefined || (status !== undefined && hasEnded(status));

const initiativeRow = (
  id: string,
  buurt: SeededBuurt,
  idea: SeededInitiative,
  ago: (days: number) => Date,
) => {
  const place = idea.at && placed(buurt, idea.at);
  const review: IdeaState = idea.refused?.review ?? (idea.status ? 'published' : 'waiting');
  const wasPublished = review === 'published' || review === 'hidden';
  return {
    id,
    buurt_code: buurt.code,
    reference: newReference(),
    title: idea.title,
    story: idea.story,
    theme: idea.theme,
    status: idea.status ?? ('new' as const),
    status_reason: idea.statusReason ?? null,
    review,
    review_reason: idea.refused?.reason ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    address: idea.address ?? null,
    assets: idea.assets ?? '',
    joiners: idea.joiners ?? '',
    needs: idea.needs ?? [],
    asked: JSON.stringify(idea.asked ?? {}),
    offers: idea.brings ?? [],
    cost_min_cents: idea.costEuros?.minCents ?? null,
    cost_max_cents: idea.costEuros?.maxCents ?? null,
    answers: JSON.stringify(idea.answers ?? {}),
    created_at: ago(idea.daysAgo),
    published_at: wasPublished ? ago(Math.max(0, idea.daysAgo - 2)) : null,
    ended_at: isOver(idea) ? ago(lastHeard(idea)) : null,
    updated_at: ago(lastHeard(idea)),
  };
};

async function addNeighbours(db: Database, id: string, idea: SeededInitiative, ago: (days: number) => Date) {
  const offers = (idea.offers ?? []).map(({ kinds, text, by }) => ({
    id: randomUUID(),
    initiative_id: id,
    kinds,
    message: text,
    name: by,
    contact: `${by.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@weterdam.example`,
    created_at: ago(idea.daysAgo * 0.6),
    seen_at: ago(idea.daysAgo * 0.6),
    outcome: 'joined' as const,
    answered_by: 'maker' as const,
    answered_at: ago(idea.daysAgo * 0.5),
  }));
  if (offers.length > 0) await db.insertInto('offer').values(offers).execute();
  const supports = Array.from({ length: idea.supports ?? 0 }, (_, nth) => ({
    initiative_id: id,
    browser_key_hash: randomUUID(),
    created_at: ago((idea.daysAgo * (nth + 1)) / ((idea.supports ?? 0) + 2)),
  }));
  if (supports.length > 0) await db.insertInto('support').values(supports).execute();
}

async function addInitiative(
  db: Database,
  buurt: SeededBuurt,
  idea: SeededInitiative,
  ago: (days: number) => Date,
  pictures: ReadonlyMap<string, Picture>,
): Promise<void> {
  const id = randomUUID();
  await db
    .insertInto('initiative')
    .values(initiativeRow(id, buurt, idea, ago))
    .execute();
  await db
    .insertInto('contact')
    .values({ initiative_id: id, name: idea.by, email: null, phone: null, consented_at: ago(idea.daysAgo) })
    .execute();
  await addNeighbours(db, id, idea, ago);
  await addFollowUp(db, id, idea, ago, pictures);
  const picture = idea.photo && pictures.get(idea.photo);
  if (!picture) return;
  const photo = await addPhoto(db, picture.files, ago(idea.daysAgo));
  await attachPhotos(db, id, [{ id: photo, alt: picture.alt }]);
}

/**
 * The demo shows its own pages in the place of yours, so it is only for a database that was made as one.
 * @throws {ConfigError} when there is a buurt that the demo did not make
 */
export async function refuseRealBuurten({ db }: Store): Promise<void> {
  const real = await db
    .selectFrom('buurt')
    .select(['code', 'name'])
    .where(
      'code',
      'not in',
      seededBuurten.map(({ code }) => code),
    )
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  if (real)
    throw new StartProblem(
      `This database has buurten of your own (${real.code} ${onOneLine(real.name)}), and the demo would show its made-up corporation over ` +
        'them. Start packages/server/dist/main.js for a server without the demo, or give the demo another DATA_DIR or DATABASE_URL. ' +
        'Nothing was changed.',
    );
}

/** Fills an empty store with a made-up corporation's buurten; leaves one that has buurten alone. */
export async function seed(store: Store, now: Date): Promise<SeedReport | 'not-empty'> {
  if (await store.db.selectFrom('buurt').select('code').limit(1).executeTakeFirst()) return 'not-empty';
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const initiatives = seededBuurten.flatMap((buurt) => buurt.initiatives.map((idea) => ({ buurt, idea })));
  const wanted = initiatives.flatMap(({ idea }) =>
    [idea, ...(idea.news ?? [])].flatMap(({ photo }) => photo ?? []),
  );
  const pictures = new Map<string, Picture>();
  // One at a time: making them smaller takes all cores as it is.
  for (const name of new Set(wanted)) pictures.set(name, await readPicture(name));
  await store.transaction(async (db) => {
    for (const buurt of seededBuurten) {
      await addBuurt(db, buurt);
      await addStreets(db, buurt);
    }
    for (const { buurt, idea } of initiatives) await addInitiative(db, buurt, idea, ago, pictures);
  });
  return { buurten: seededBuurten.length, initiatives: initiatives.length, photos: wanted.length };
}
