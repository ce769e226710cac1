import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { boundsOf } from '@buurt/domain/geo/border.js';
import { ShapeError } from '@buurt/domain/wire/json.js';
import { isPlace, metresBetween, moved, namedPlaceFrom, type Place } from '@buurt/domain/geo/place.js';
import { fit, svgPath } from '@buurt/domain/geo/projection.js';
import { border, dutchPlace } from './arbitraries.js';

const near = (actual: number, expected: number, within: number) =>
  assert.ok(
    Math.abs(actual - expected) <= within,
    `${String(actual)} is not ${String(expected)} ± ${String(within)}`,
  );

const dam: Place = { lat: 52.3731, lon: 4.8926 };
const domtoren: Place = { lat: 52.0907, lon: 5.1214 };

const metres = fc.double({ min: -2000, max: 2000, noNaN: true });

describe('distance', () => {
  it('is 35 km from the Dam to the Dom tower', () => near(metresBetween(dam, domtoren), 35_100, 200));

  it('is nought to itself, the same both ways, and never longer by going straight', () => {
    fc.assert(
      fc.property(dutchPlace, dutchPlace, dutchPlace, (a, b, c) => {
        assert.equal(metresBetween(a, a), 0);
        near(metresBetween(a, b), metresBetween(b, a), 1e-6);
        assert.ok(metresBetween(a, c) <= metresBetween(a, b) + metresBetween(b, c) + 1e-6);
      }),
    );
  });

  it('is half the way around the earth to the other side of it, and a number for every two places', () => {
    near(metresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 }), 20_015_000, 1000);
    near(metresBetween({ lat: 90, lon: 0 }, { lat: -90, lon: 17 }), 20_015_000, 1000);
  });
});

describe('a pin that is moved', () => {
  it('ends as far away as it was moved', () => {
    fc.assert(
      fc.property(dutchPlace, metres, metres, (from, east, north) => {
        near(metresBetween(from, moved(from, east, north)), Math.hypot(east, north), 3);
      }),
    );
  });

  it('comes back when it is moved back', () => {
    fc.assert(
      fc.property(dutchPlace, metres, metres, (from, east, north) => {
        const back = moved(moved(from, east, north), -east, -north);
        near(metresBetween(from, back), 0, 3);
      }),
    );
  });

  it('goes north and east for positive metres', () => {
    const there = moved(dam, 100, 50);
    assert.ok(there.lat > dam.lat && there.lon > dam.lon);
  });
});

describe('a border in a picture', () => {
  const size = fc.integer({ min: 120, max: 2000 });

  it('gives back each place that is drawn', () => {
    fc.assert(
      fc.property(border, dutchPlace, size, size, (around, place, width, height) => {
        const { toPoint, toPlace } = fit(around, width, height, 10);
        near(metresBetween(place, toPlace(toPoint(place))), 0, 0.01);
      }),
    );
  });

  it('fits between the margins, touches two of them, and has the north above', () => {
    fc.assert(
      fc.property(border, size, size, (around, width, height) => {
        const { toPoint } = fit(around, width, height, 10);
        const { west, south, east, north } = boundsOf(around);
        const [topLeft, bottomRight] = [
          toPoint({ lat: north, lon: west }),
          toPoint({ lat: south, lon: east }),
        ];
        near(topLeft.x + bottomRight.x, width, 1e-3);
        near(topLeft.y + bottomRight.y, height, 1e-3);
        assert.ok(topLeft.x < bottomRight.x && topLeft.y < bottomRight.y);
        near(Math.min(topLeft.x, topLeft.y), 10, 1e-3);
      }),
    );
  });

  it('is a path of one closed line for each ring', () => {
    fc.assert(
      fc.property(border, (around) => {
        const path = svgPath(around, fit(around, 300, 200));
        assert.match(path, /^(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)+Z)+$/);
        assert.equal(path.match(/Z/g)!.length, around.coordinates.flat().length);
      }),
    );
  });

  it('draws a border without width or height too', () => {
    const line = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [4, 52],
            [4, 53],
            [4, 52.5],
            [4, 52],
          ],
        ],
      ],
    } as const;
    assert.doesNotMatch(svgPath(line, fit(line, 300, 200)), /NaN|Infinity/);
  });
});

describe('reading a place', () => {
  it('takes degrees with or without an address', () => {
    assert.deepEqual(namedPlaceFrom({ ...dam, address: 'Dam 1', extra: 1 }), { ...dam, address: 'Dam 1' });
    assert.deepEqual(namedPlaceFrom(dam), dam);
  });

  for (const json of [
    null,
    [],
    {},
    { lat: 91, lon: 4 },
    { lat: 52, lon: 181 },
    { lat: '52', lon: 4 },
    { ...dam, address: 1 },
  ])
    it(`refuses ${JSON.stringify(json)}`, () => {
      assert.throws(() => namedPlaceFrom(json), ShapeError);
    });

  it('knows what no place is', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (lat, lon) => {
        assert.equal(isPlace({ lat, lon }), lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180);
      }),
    );
  });
});
