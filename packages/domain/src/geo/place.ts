import { maybe, number, shape, ShapeError, text, type Reader } from '../wire/json.js';

/** A point on earth in WGS84, degrees. */
export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** A place that somebody named: by an address, or by pointing at a map. */
export interface NamedPlace extends Place {
  readonly address?: string;
}

export const isPlace = ({ lat, lon }: Place): boolean =>
  Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

const named = shape<NamedPlace>({ lat: number, lon: number, address: maybe(text) });

export const namedPlaceFrom: Reader<NamedPlace> = (json, at = '') => {
  const place = named(json, at);
  if (!isPlace(place)) throw new ShapeError(at, 'a place in degrees');
  return place;
};

const earthRadiusMetres = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Distance over the ground in metres (haversine; good to 0.5 %). */
export function metresBetween(a: Place, b: Place): number {
  const sin = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h = sin(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sin(a.lon, b.lon);
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The place so many metres further east and north; negative goes west and south. */
export function moved(place: Place, eastMetres: number, northMetres: number): Place {
  const degreesPerMetre = 180 / (Math.PI * earthRadiusMetres);
  return {
    lat: place.lat + northMetres * degreesPerMetre,
    lon: place.lon + (eastMetres * degreesPerMetre) / Math.cos(radians(place.lat)),
  };
}
