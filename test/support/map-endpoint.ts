import type { Initiative } from '@buurt/domain/initiatives/initiative.js';
import type { Figure } from '@buurt/domain/geo/map-place.js';
import { answeringBy, json, storyEndpoint, type Answer } from './endpoint.js';
import { initiatives as neighbours } from './initiatives.js';
import { areas, surroundings } from './rozenbuurt.js';

/** What a story wants its server to do. Everything has a sensible answer; name only what differs. */
export interface MapAnswers {
  readonly initiatives?: readonly Initiative[];
  readonly boundaries?: Answer;
  readonly places?: Answer;
  readonly figures?: Answer;
  readonly surroundings?: Answer;
}

const geojson = (body: object): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/geo+json' } });

const figures: readonly Figure[] = [
  { kind: 'households', value: 412, source: 'CBS Wijken en buurten 2025', at: '2025-01-01T00:00:00.000Z' },
  { kind: 'initiatives', value: 8, source: null, at: '2026-11-23T08:30:00.000Z' },
  { kind: 'neighbours', value: 48, source: null, at: '2026-11-23T08:30:00.000Z' },
  { kind: 'grantedCents', value: 1_240_000, source: null, at: '2026-11-23T08:30:00.000Z' },
  { kind: 'spentCents', value: 386_000, source: null, at: '2026-11-23T08:30:00.000Z' },
];

/** An initiative as the places of a buurt tell it. */
const placeOf = ({ id, place, title, status, theme, supportCount }: Initiative): readonly object[] =>
  place
    ? [
        {
          type: 'Feature',
          id,
          geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
          properties: { title, status, theme, supportCount, address: place.address ?? null },
        },
      ]
    : [];

/** The places as the real server gives them: filtered. */
function placesOf(all: readonly Initiative[], { searchParams: search }: URL): Response {
  const [themes, words] = [search.getAll('theme'), (search.get('q') ?? '').toLowerCase()];
  const fits = ({ theme, title, story }: Initiative) =>
    (themes.length === 0 || themes.includes(theme ?? '')) &&
    `${title} ${story}`.toLowerCase().includes(words);
  const found = all.filter(fits);
  const features = found.flatMap(placeOf);
  const withoutPlace = found.length - features.length;
  return geojson({ type: 'FeatureCollection', total: found.length, withoutPlace, features });
}

function boundariesOf({ searchParams: search }: URL): Response {
  const wanted = ({ id }: (typeof areas)[number]) =>
    search.has('municipality') || search.getAll('buurt').includes(id);
  return geojson({ type: 'FeatureCollection', features: areas.filter(wanted) });
}

let opened = 0;

/** The routes of the contract that the map uses. */
export const mapRoutes = (answers: MapAnswers): readonly [RegExp, Answer][] => [
  [/\/boundaries$/, answers.boundaries ?? (({ url }) => boundariesOf(new URL(url)))],
  [/\/places$/, answers.places ?? (({ url }) => placesOf(answers.initiatives ?? neighbours, new URL(url)))],
  [/\/surroundings$/, answers.surroundings ?? (() => geojson(surroundings))],
  [/\/buurten\/[^/]+$/, answers.figures ?? (() => json({ figures }))],
];

/** A server for maps, each on an endpoint of its own, so that no story finds what another left on the device. */
export const mapConnection = (answers: MapAnswers = {}) => {
  opened += 1;
  return answeringBy([...mapRoutes(answers)], `${storyEndpoint}/map-${String(opened)}-${String(Date.now())}`);
};
