import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contains, type Border } from '@buurt/domain/geo/border.js';
import { metresBetween, moved, type Place } from '@buurt/domain/geo/place.js';
import type { Street } from '@buurt/domain/geo/map-surroundings.js';
import {
  admits,
  compass,
  metresAcross,
  metresFromEdge,
  middleOf,
  nearestStreet,
  relativeLocation,
} from '@buurt/domain/geo/relative-location.js';
import { border } from './arbitraries.js';

const middle: Place = { lat: 52.37, lon: 4.89 };
/** A square of 400 by 400 metres around the middle. */
const square: Border = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [-200, -200],
        [200, -200],
        [200, 200],
        [-200, 200],
        [-200, -200],
      ].map(([east, north]) => {
        const { lat, lon } = moved(middle, east!, north!);
        return [lon, lat] as const;
      }),
    ],
  ],
};
const from = (east: number, north: number) => relativeLocation(square, moved(middle, east, north));
const near = (actual: number, expected: number, within: number) =>
  assert.ok(Math.abs(actual - expected) <= within, `${String(actual)} is not ${String(expected)}`);

describe('where a place lies, in words', () => {
  it('is in the middle', () => {
    const { inside, central, edgeMetres } = from(20, -20);
    assert.ok(inside && central);
    near(edgeMetres, 180, 1);
  });

  it('is on each of eight sides', () => {
    const around = [
      [0, 150],
      [150, 150],
      [150, 0],
      [150, -150],
      [0, -150],
      [-150, -150],
      [-150, 0],
      [-150, 150],
    ] as const;
    assert.deepEqual(
      around.map(([east, north]) => from(east, north).side),
      compass,
    );
    assert.ok(around.every(([east, north]) => !from(east, north).central));
  });

  it('is so far over the edge', () => {
    const { inside, side, edgeMetres } = from(280, 0);
    assert.deepEqual([inside, side], [false, 'east']);
    near(edgeMetres, 80, 1);
    near(from(230, 240).edgeMetres, 50, 1);
  });

  it('measures the edge of a hole too', () => {
    const pond = [
      [-20, -20],
      [20, -20],
      [20, 20],
      [-20, 20],
      [-20, -20],
    ].map(([east, north]) => {
      const { lat, lon } = moved(middle, east!, north!);
      return [lon, lat] as const;
    });
    const withPond: Border = { ...square, coordinates: [[...square.coordinates[0]!, pond]] };
    const { inside, edgeMetres } = relativeLocation(withPond, middle);
    assert.equal(inside, false);
    near(edgeMetres, 20, 0.5);
  });
});

describe('the street by which a place is known', () => {
  const street = (name: string, ...line: readonly (readonly [east: number, north: number])[]): Street => ({
    name,
    lines: [
      line.map(([east, north]) => {
        const { lat, lon } = moved(middle, east, north);
        return [lon, lat] as const;
      }),
    ],
  });
  const streets = [
    street('Lange weg', [-500, 50], [500, 50]),
    street('Pad', [0, -60], [0, -10]),
    street(' ', [-5, -5], [5, 5]),
  ];
  const nearestTo = (east: number, north: number) => nearestStreet(streets, moved(middle, east, north));

  it('is the nearest one, also when its corners are far away', () => {
    assert.equal(nearestTo(0, 0), 'Pad');
    assert.equal(nearestTo(30, 40), 'Lange weg');
    assert.equal(nearestTo(300, 60), 'Lange weg');
  });

  it('is measured to its end, and not to the line beyond it', () => {
    assert.equal(nearestTo(0, 25), 'Lange weg');
    assert.equal(nearestTo(0, 15), 'Pad');
  });

  it('is none where no street is near', () => {
    assert.equal(nearestTo(0, 120), 'Lange weg');
    assert.equal(nearestTo(0, 130), undefined);
    assert.equal(nearestStreet([], middle), undefined);
  });
});

describe('a place that an idea may have', () => {
  const corners = square.coordinates[0]![0]!.map(([lon, lat]) => ({ lat, lon }));
  const edges = corners.slice(1).map((corner, index) => ({
    lat: (corner.lat + corners[index]!.lat) / 2,
    lon: (corner.lon + corners[index]!.lon) / 2,
  }));
  const ways = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const;

  it('is every point of the border, also in the degrees that people type', () => {
    for (const place of [...corners, ...edges]) assert.ok(admits(square, place), JSON.stringify(place));
    const [west, south, east, north] = [5.2, 52.5, 5.204, 52.504];
    const ring = [west, east, east, west, west].map(
      (lon, index) => [lon, [south, south, north, north, south][index]!] as const,
    );
    const typed: Border = { type: 'MultiPolygon', coordinates: [[ring]] };
    for (const lon of [west, 5.202, east])
      for (const lat of [south, 52.502, north]) assert.ok(admits(typed, { lat, lon }), `${lon} ${lat}`);
  });

  it('is one as far beside the border as a phone can err, and none farther', () => {
    for (const [beside, expected] of [
      [5, true],
      [14, true],
      [16, false],
      [30, false],
      [300, false],
    ] as const)
      for (const [east, north] of ways) {
        const place = moved(middle, east * (200 + beside), north * (200 + beside));
        assert.equal(admits(square, place), expected, `${beside} m beside`);
        const { inside, admitted } = relativeLocation(square, place);
        assert.deepEqual([inside, admitted], [false, expected]);
      }
  });

  it('is none in the middle of a hole, and no number that is none', () => {
    const hole = square.coordinates[0]![0]!.map(
      ([lon, lat]) => [middle.lon + (lon - middle.lon) / 4, middle.lat + (lat - middle.lat) / 4] as const,
    );
    const withHole: Border = { type: 'MultiPolygon', coordinates: [[...square.coordinates[0]!, hole]] };
    assert.equal(admits(withHole, middle), false);
    assert.equal(admits(withHole, moved(middle, 45, 0)), true);
    assert.equal(admits(square, { lat: NaN, lon: middle.lon }), false);
    assert.equal(admits(square, { lat: middle.lat, lon: Infinity }), false);
  });
});

describe('the way to the edge of any buurt', () => {
  const placed = fc.record({
    around: border,
    east: fc.double({ min: -900, max: 900, noNaN: true }),
    north: fc.double({ min: -900, max: 900, noNaN: true }),
  });

  it('is never crossed by a shorter walk', () => {
    fc.assert(
      fc.property(placed, fc.double({ min: 0, max: 6.29, noNaN: true }), ({ around, east, north }, angle) => {
        const place = moved(middleOf(around), east, north);
        const walk = metresFromEdge(around, place) * 0.98 - 0.1;
        fc.pre(walk > 0);
        const there = moved(place, walk * Math.cos(angle), walk * Math.sin(angle));
        assert.equal(contains(around, there), contains(around, place));
      }),
      { numRuns: 500 },
    );
  });

  it('is no longer than to any corner', () => {
    fc.assert(
      fc.property(placed, ({ around, east, north }) => {
        const place = moved(middleOf(around), east, north);
        const corners = around.coordinates.flat(2).map(([lon, lat]) => metresBetween(place, { lat, lon }));
        assert.ok(metresFromEdge(around, place) <= Math.min(...corners) * 1.01 + 0.1);
      }),
    );
  });

  it('is within the size of the buurt for a place inside', () => {
    fc.assert(
      fc.property(placed, ({ around, east, north }) => {
        const place = moved(middleOf(around), east, north);
        const { inside, edgeMetres } = relativeLocation(around, place);
        assert.ok(!inside || edgeMetres <= metresAcross(around));
      }),
    );
  });
});
