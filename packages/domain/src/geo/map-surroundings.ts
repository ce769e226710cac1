import { borderFrom, positionFrom } from './border-json.js';
import type { Border, Position } from './border.js';
import { list, oneOf, shape, ShapeError, text, type Reader } from '../wire/json.js';
import { featuresFrom } from './map-json.js';

export interface Street {
  readonly name: string;
  readonly lines: readonly (readonly Position[])[];
}

/** What lies around a buurt, to recognise it by. */
export interface MapSurroundings {
  readonly neighbours: readonly { readonly name: string; readonly border: Border }[];
  readonly streets: readonly Street[];
}

const linesFrom: Reader<Street['lines']> = (json, at = '') => {
  const { type, coordinates } = shape<{ type: string; coordinates: unknown }>({
    type: oneOf('LineString', 'MultiLineString'),
    coordinates: (each) => each,
  })(json, at);
  return list(list(positionFrom))(type === 'LineString' ? [coordinates] : coordinates, `${at}/coordinates`);
};

const neighbour = shape<{ properties: { name: string }; geometry: Border }>({
  properties: shape({ name: text }),
  geometry: borderFrom,
});
const street = shape<{ properties: { name: string }; geometry: Street['lines'] }>({
  properties: shape({ name: text }),
  geometry: linesFrom,
});

const kindOf = (feature: unknown): unknown =>
  (feature as { properties?: { kind?: unknown } | null } | null)?.properties?.kind;

/** Reads what it can; a street or a neighbour that cannot be read is only missing in the picture. */
function readAll<T>(features: readonly unknown[], kind: string, read: Reader<T>): T[] {
  return features
    .filter((each) => kindOf(each) === kind)
    .flatMap((each) => {
      try {
        return [read(each)];
      } catch (error) {
        if (error instanceof ShapeError) return [];
        throw error;
      }
    });
}

/** What lies around a buurt, from GeoJSON with the kinds `buurt` and `street`; other kinds are left out. */
export function mapSurroundingsFrom(json: unknown): MapSurroundings {
  const features = featuresFrom(json);
  return {
    neighbours: readAll(features, 'buurt', neighbour).map(({ properties, geometry }) => ({
      name: properties.name,
      border: geometry,
    })),
    streets: readAll(features, 'street', street).map(({ properties, geometry }) => ({
      name: properties.name,
      lines: geometry,
    })),
  };
}
