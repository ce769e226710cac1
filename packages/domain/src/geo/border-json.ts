import type { Border, Position, Ring } from './border.js';
import { ShapeError } from '../wire/json.js';

export function positionFrom(json: unknown, at = ''): Position {
  const [lon, lat] = Array.isArray(json) ? (json as unknown[]) : [];
  const fits = Number.isFinite(lon) && Number.isFinite(lat);
  if (!fits) throw new ShapeError(at, 'a position');
  if (Math.abs(lon as number) > 180 || Math.abs(lat as number) > 90)
    throw new ShapeError(at, 'a position in degrees (WGS84)');
  return [lon as number, lat as number];
}

function ring(json: unknown, at: string): Ring {
  if (!Array.isArray(json)) throw new ShapeError(at, 'a ring');
  const positions = json.map((each, index) => positionFrom(each, `${at}/${String(index)}`));
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last) throw new ShapeError(at, 'a ring of at least four positions');
  const closed = first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
  if (closed.length < 4) throw new ShapeError(at, 'a ring of at least four positions');
  return closed;
}

function polygon(json: unknown, at: string): readonly Ring[] {
  if (!Array.isArray(json) || json.length === 0) throw new ShapeError(at, 'a polygon');
  return json.map((each, index) => ring(each, `${at}/${String(index)}`));
}

/**
 * Reads a border from GeoJSON: a Polygon or MultiPolygon, or a Feature that holds one. An unclosed ring is closed.
 * @throws {ShapeError} when it is anything else
 */
export function borderFrom(json: unknown, at = ''): Border {
  const { type, geometry } = (json ?? {}) as Record<string, unknown>;
  return type === 'Feature' ? geometryFrom(geometry, `${at}/geometry`) : geometryFrom(json, at);
}

function geometryFrom(json: unknown, at: string): Border {
  const { type, coordinates } = (json ?? {}) as Record<string, unknown>;
  const here = `${at}/coordinates`;
  if (type === 'Polygon') return { type: 'MultiPolygon', coordinates: [polygon(coordinates, here)] };
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates) || coordinates.length === 0)
    throw new ShapeError(at, 'a Polygon or MultiPolygon');
  return {
    type,
    coordinates: coordinates.map((each, index) => polygon(each, `${here}/${String(index)}`)),
  };
}
