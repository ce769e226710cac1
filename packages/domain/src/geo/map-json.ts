import { borderFrom } from './border-json.js';
import { initiativeStatuses } from '../initiatives/initiative-status.js';
import { count, list, moment, nullable, oneOf, shape, text, type Reader } from '../wire/json.js';
import { figureKinds, type Area, type Figure, type MapPlace, type MapPlaces } from './map-place.js';
import { namedPlaceFrom, type Place } from './place.js';
import { readableFrom, type Readable } from '../wire/readable.js';

const anything: Reader<unknown> = (json) => json;

/** The features of a GeoJSON FeatureCollection (RFC 7946), not read yet. */
export const featuresFrom = (json: unknown): readonly unknown[] =>
  shape<{ features: unknown[] }>({ features: list(anything) })(json).features;

const pointFrom: Reader<Place> = (json, at = '') => {
  const { coordinates } = shape<{ coordinates: unknown[] }>({ coordinates: list(anything) })(json, at);
  const [lon, lat] = coordinates;
  return namedPlaceFrom({ lat, lon }, `${at}/coordinates`);
};

const placeFeature = shape<{ id: string; geometry: Place; properties: Omit<MapPlace, 'id' | keyof Place> }>({
  id: text,
  geometry: pointFrom,
  properties: shape({
    title: text,
    status: oneOf(...initiativeStatuses),
    theme: nullable(text),
    supportCount: count,
    address: nullable(text),
  }),
});

const mapPlace: Reader<MapPlace> = (json, at) => {
  const { id, geometry, properties } = placeFeature(json, at);
  return { id, ...geometry, ...properties };
};

/** What a map shows of the initiatives of a buurt, from GeoJSON. */
export function mapPlacesFrom(json: unknown): MapPlaces {
  const counts = shape<{ total: number; withoutPlace: number }>({ total: count, withoutPlace: count })(json);
  return { ...readableFrom(featuresFrom(json), mapPlace), ...counts };
}

const areaFeature = shape<{
  id: string;
  geometry: Area['border'];
  properties: { name: string; initiativeCount: number };
}>({ id: text, geometry: borderFrom, properties: shape({ name: text, initiativeCount: count }) });

const areaFrom: Reader<Area> = (json, at) => {
  const { id, geometry, properties } = areaFeature(json, at);
  return { id, ...properties, border: geometry };
};

/** Buurten with their borders, from GeoJSON. */
export const areasFrom = (json: unknown): Readable<Area> => readableFrom(featuresFrom(json), areaFrom);

const figure = shape<Figure>({
  kind: oneOf(...figureKinds),
  value: count,
  source: nullable(text),
  at: moment,
});

/** The figures of a buurt; kinds that are not known here are left out. */
export function figuresFrom(json: unknown): readonly Figure[] {
  const { figures } = shape<{ figures: unknown[] }>({ figures: list(anything) })(json);
  const kindOf = (each: unknown) => (each as { kind?: unknown } | null)?.kind;
  return figures
    .filter((each) => figureKinds.some((kind) => kind === kindOf(each)))
    .map((each) => figure(each));
}
