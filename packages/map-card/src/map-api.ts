import type { BuurtApi } from '@buurt/core/http/api.js';
import { inBuurt } from '@buurt/core/http/client.js';
import type { Filters } from '@buurt/core/element/shared-selection.js';
import { mapPlacesFrom } from '@buurt/domain/geo/map-json.js';
import type { MapPlaces } from '@buurt/domain/geo/map-place.js';
import { ShapeError } from '@buurt/domain/wire/json.js';

/** Which buurten a card shows: some, by their codes, or all of a municipality. */
export interface Scope {
  readonly codes: readonly string[];
  readonly municipality: string;
}

/** Borders come in as much detail as a map of this many pixels can show. */
const width = '1000';

/** Leaves parsing to the `Resource`, which stores the JSON as it came. */
const unparsed = (json: unknown): unknown => json;

/** The borders of all buurten, in one request. */
export function fetchAreas(
  api: BuurtApi,
  { codes, municipality }: Scope,
  signal: AbortSignal,
): Promise<unknown> {
  const search = new URLSearchParams(municipality ? { municipality } : codes.map((code) => ['buurt', code]));
  search.set('width', width);
  return api.read({ path: `boundaries?${search.toString()}`, signal }, unparsed);
}

export const fetchFigures = (api: BuurtApi, code: string, signal: AbortSignal): Promise<unknown> =>
  api.read({ path: inBuurt(code), signal }, unparsed);

export const fetchSurroundings = (api: BuurtApi, code: string, signal: AbortSignal): Promise<unknown> =>
  api.read({ path: `${inBuurt(code)}/surroundings?width=${width}` as const, signal }, unparsed);

/** The query of a request for places. Without the statuses, which the card filters itself: its legend counts them all. */
export const placesQuery = ({ theme, words }: Filters): string =>
  new URLSearchParams([
    ...theme.map((each) => ['theme', each]),
    ...(words.trim() ? [['q', words.trim()]] : []),
  ]).toString();

/** The initiatives that fit the query, one answer for each buurt. */
export const fetchPlaces = (
  api: BuurtApi,
  codes: readonly string[],
  query: string,
  signal: AbortSignal,
): Promise<readonly unknown[]> =>
  Promise.all(
    codes.map((code) => api.read({ path: `${inBuurt(code)}/places?${query}` as const, signal }, unparsed)),
  );

/** Reads the answers of `fetchPlaces` as one. */
export function parsePlaces(answers: unknown): MapPlaces {
  if (!Array.isArray(answers)) throw new ShapeError('', 'an answer of each buurt');
  const all = answers.map((each) => mapPlacesFrom(each));
  const sum = (count: (places: MapPlaces) => number) => all.reduce((total, each) => total + count(each), 0);
  return {
    entries: all.flatMap(({ entries }) => entries),
    skipped: sum(({ skipped }) => skipped),
    total: sum(({ total }) => total),
    withoutPlace: sum(({ withoutPlace }) => withoutPlace),
  };
}
