import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { borderFrom } from '@buurt/domain/geo/border-json.js';
import { boundsOf, contains, type Border, type Position } from '@buurt/domain/geo/border.js';
import { ShapeError } from '@buurt/domain/wire/json.js';
import type { Place } from '@buurt/domain/geo/place.js';
import { anyJson, border, dutchPlace } from './arbitraries.js';

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const at = (lon: number, lat: number): Place => ({ lat, lon });

/** The slow way: how often does the border turn around the place? Counts angles, where `contains` counts crossings. */
function turnsAround(ring: readonly Position[], { lat, lon }: Place): boolean {
  let turned = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!];
    const [ax, ay, bx, by] = [x1 - lon, y1 - lat, x2 - lon, y2 - lat];
    turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.round(turned / (2 * Math.PI)) !== 0;
}

/** How far, in degrees, a place lies from the nearest edge. */
function degreesFromEdge({ coordinates }: Border, { lat, lon }: Place): number {
  const distances = coordinates.flat().flatMap((ring) =>
    ring.slice(1).map(([x2, y2], index) => {
      const [x1, y1] = ring[index]!;
      const [dx, dy] = [x2 - x1, y2 - y1];
      const along = Math.max(0, Math.min(1, ((lon - x1) * dx + (lat - y1) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(lon - x1 - along * dx, lat - y1 - along * dy);
    }),
  );
  return Math.min(...distances);
}

/** A border, and a place in or near it. */
const borderAndPlace = border.chain((around) => {
  const { west, south, east, north } = boundsOf(around);
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  return fc.record({
    around: fc.constant(around),
    place: fc.record({
      lon: between(west - 0.001, east + 0.001),
      lat: between(south - 0.001, north + 0.001),
    }),
  });
});

describe('the border of a buurt', () => {
  it('holds what lies inside, and not what lies outside, beside or in a hole', () => {
    const around = borderFrom({ type: 'Polygon', coordinates: [square(4, 52, 1), square(4.4, 52.4, 0.2)] });
    assert.equal(contains(around, at(4.1, 52.1)), true);
    assert.equal(contains(around, at(4.5, 52.5)), false, 'in the hole');
    assert.equal(contains(around, at(3.9, 52.5)), false, 'to the west');
    assert.equal(contains(around, at(5.1, 52.5)), false, 'to the east');
  });

  it('may consist of islands', () => {
    const around = borderFrom({
      type: 'MultiPolygon',
      coordinates: [[square(4, 52, 1)], [square(6, 52, 1)]],
    });
    assert.deepEqual(
      [4.5, 5.5, 6.5].map((lon) => contains(around, at(lon, 52.5))),
      [true, false, true],
    );
  });

  it('agrees with counting how often the border turns around a place', () => {
    fc.assert(
      fc.property(borderAndPlace, ({ around, place }) => {
        fc.pre(degreesFromEdge(around, place) > 1e-9);
        const slowly = around.coordinates.some(
          ([outer, ...holes]) =>
            turnsAround(outer!, place) && !holes.some((hole) => turnsAround(hole, place)),
        );
        assert.equal(contains(around, place), slowly);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives every place on a shared edge to exactly one of two neighbours', () => {
    const [west, east] = [square(4, 52, 1), square(5, 52, 1)].map((ring) =>
      borderFrom({ type: 'Polygon', coordinates: [ring] }),
    );
    fc.assert(
      fc.property(fc.double({ min: 52, max: 52.999, noNaN: true }), (lat) => {
        assert.notEqual(contains(west!, at(5, lat)), contains(east!, at(5, lat)));
      }),
    );
  });

  it('has bounds that hold everything inside it', () => {
    fc.assert(
      fc.property(borderAndPlace, ({ around, place: { lat, lon } }) => {
        const { west, south, east, north } = boundsOf(around);
        const within = west <= lon && lon <= east && south <= lat && lat <= north;
        assert.ok(within || !contains(around, { lat, lon }));
      }),
    );
  });

  it('contains nothing that is no number', () => {
    fc.assert(
      fc.property(border, dutchPlace, (around, { lat, lon }) => {
        assert.equal(contains(around, { lat: NaN, lon }), false);
        assert.equal(contains(around, { lat, lon: Infinity }), false);
      }),
    );
  });
});

describe('reading a border', () => {
  it('takes a Polygon, a MultiPolygon and a Feature of them', () => {
    const polygon = { type: 'Polygon', coordinates: [square(4, 52, 1)] };
    const multi = { type: 'MultiPolygon', coordinates: [polygon.coordinates] };
    const feature = { type: 'Feature', properties: { name: 'Rozenbuurt' }, geometry: multi };
    assert.deepEqual(borderFrom(polygon), multi);
    assert.deepEqual(borderFrom(feature), multi);
  });

  it('closes an open ring and forgets heights', () => {
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [4, 52, 7],
          [5, 52, 7],
          [5, 53, 7],
        ],
      ],
    };
    assert.deepEqual(borderFrom(open).coordinates[0]![0], [
      [4, 52],
      [5, 52],
      [5, 53],
      [4, 52],
    ]);
  });

  for (const [what, json, pointer] of [
    ['a point', { type: 'Point', coordinates: [4, 52] }, ''],
    ['nothing', null, ''],
    ['no polygons', { type: 'MultiPolygon', coordinates: [] }, ''],
    ['a polygon without rings', { type: 'Polygon', coordinates: [] }, '/coordinates'],
    [
      'a ring of two',
      {
        type: 'Polygon',
        coordinates: [
          [
            [4, 52],
            [5, 52],
          ],
        ],
      },
      '/coordinates/0',
    ],
    ['metres instead of degrees', { type: 'Polygon', coordinates: [[[121000, 487000]]] }, '/coordinates/0/0'],
    ['a Feature without geometry', { type: 'Feature', geometry: null }, '/geometry'],
  ] as const)
    it(`refuses ${what} and says where`, () => {
      assert.throws(
        () => borderFrom(json),
        (error) => error instanceof ShapeError && error.pointer === pointer,
      );
    });

  it('refuses Features in Features, however deep', () => {
    let nested: object = { type: 'Polygon', coordinates: [square(4, 52, 1)] };
    for (let depth = 0; depth < 100_000; depth++) nested = { type: 'Feature', geometry: nested };
    assert.throws(() => borderFrom(nested), ShapeError);
  });

  it('reads back what it wrote, and refuses any other JSON with words', () => {
    fc.assert(
      fc.property(border, (around) => {
        assert.deepEqual(borderFrom(JSON.parse(JSON.stringify(around))), around);
      }),
    );
    const shaped = fc.record({
      type: fc.constantFrom('Polygon', 'MultiPolygon', 'Feature'),
      coordinates: anyJson,
      geometry: anyJson,
    });
    fc.assert(
      fc.property(fc.oneof(anyJson, shaped), (json) => {
        try {
          const { coordinates } = borderFrom(json);
          assert.ok(coordinates.length > 0);
        } catch (error) {
          assert.ok(error instanceof ShapeError, String(error));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
