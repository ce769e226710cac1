import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { borderFrom } from '@buurt/domain/geo/border-json.js';
import type { Border, Position } from '@buurt/domain/geo/border.js';
import { repairBorder, repairLines, readBorders } from '@buurt/domain/geo/repair-geometry.js';
import { toRd } from '@buurt/domain/geo/rd.js';
import { areaOf } from '@buurt/domain/geo/surface.js';
import { anyJson, border } from './arbitraries.js';

/** As it is, with each position made something else. */
const written = ({ type, coordinates }: Border, write: (position: Position) => unknown) => ({
  type,
  coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(write))),
});

function right(geometry: unknown): Border {
  const read = repairBorder(geometry);
  assert.ok('right' in read, JSON.stringify(read));
  return read.right;
}

/** Twice the surface, positive when it turns left. */
const turn = (ring: readonly Position[]) =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [x0, y0] = ring[index] as Position;
    return sum + x0 * y - x * y0;
  }, 0);

const near = (one: Border, other: Border, degrees: number) => {
  assert.equal(one.coordinates.length, other.coordinates.length);
  for (const [index, [lon, lat]] of one.coordinates.flat(2).entries()) {
    const [x, y] = other.coordinates.flat(2)[index] as Position;
    assert.ok(Math.abs(lon - x) < degrees && Math.abs(lat - y) < degrees);
  }
};

describe('A border that a municipality gives', () => {
  const around = border.map((each) => right(each));

  it('stays as it is when it is right', () => {
    fc.assert(fc.property(around, (given) => assert.deepEqual(right(given), given)));
  });

  it('is the same in RD, with latitude first, and with heights', () => {
    fc.assert(
      fc.property(around, (given) => {
        near(right(written(given, (at) => Object.values(toRd(at)))), given, 1e-5);
        near(right(written(given, ([lon, lat]) => [lat, lon])), given, 1e-9);
        near(right(written(given, ([lon, lat]) => [lon, lat, 3])), given, 1e-9);
      }),
    );
  });

  it('is closed, without positions that are double or none', () => {
    fc.assert(
      fc.property(around, (given) => {
        const shabby = given.coordinates.map((rings) =>
          rings.map((ring) => ring.slice(0, -1).flatMap((each) => [each, null, [null, 1], each])),
        );
        assert.deepEqual(right({ type: 'MultiPolygon', coordinates: shabby }), given);
      }),
    );
  });

  it('is walked with the inside on the left, whichever way it came', () => {
    fc.assert(
      fc.property(around, (given) => {
        const backwards = given.coordinates.map((rings) => rings.map((ring) => ring.toReversed()));
        const read = right({ type: 'MultiPolygon', coordinates: backwards });
        for (const [outer, ...holes] of read.coordinates) {
          assert.ok(turn(outer as Position[]) > 0);
          assert.ok(holes.every((hole) => turn(hole) < 0));
        }
        assert.ok(Math.abs(areaOf(read) / areaOf(given) - 1) < 1e-9);
      }),
    );
  });

  it('loses the islands and holes that have no surface, and no others', () => {
    const [speck, line] = [
      [
        [5, 52],
        [5, 52],
        [5, 52],
      ],
      [
        [5, 52],
        [5.1, 52.1],
        [5.2, 52.2],
        [5, 52],
      ],
    ];
    fc.assert(
      fc.property(around, (given) => {
        const [first = [], ...others] = given.coordinates;
        const coordinates = [[speck], [...first, speck, line], ...others, [line], []];
        assert.deepEqual(right({ type: 'MultiPolygon', coordinates }), given);
      }),
    );
  });

  for (const [what, geometry, wrong] of [
    ['nothing', null, 'no-geometry'],
    ['a text', 'Polygon', 'no-geometry'],
    ['a point', { type: 'Point', coordinates: [5, 52] }, 'another-shape'],
    ['no polygons', { type: 'MultiPolygon', coordinates: [] }, 'too-few-positions'],
    ['no coordinates', { type: 'Polygon' }, 'too-few-positions'],
    [
      'two corners',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 52],
            [5.1, 52],
            [5, 52],
          ],
        ],
      },
      'too-few-positions',
    ],
    [
      'a line',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 52],
            [5.1, 52],
            [5.2, 52],
          ],
        ],
      },
      'no-surface',
    ],
    [
      'metres elsewhere',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5e6, 5e6],
            [6e6, 5e6],
            [6e6, 6e6],
          ],
        ],
      },
      'not-degrees',
    ],
    [
      'degrees and metres',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 52],
            [5.1, 52],
            [121e3, 487e3],
          ],
        ],
      },
      'not-degrees',
    ],
  ] as const)
    it(`is refused when it is ${what}, with the reason`, () =>
      assert.deepEqual(repairBorder(geometry), { wrong }));
});

describe('GeoJSON of anybody', () => {
  const collection = (features: unknown) => ({ type: 'FeatureCollection', features });

  it('never makes a page fail, and what is read of it is a border', () => {
    const geometry = fc.record({
      type: fc.constantFrom('Polygon', 'MultiPolygon', 'LineString', 'MultiLineString', 'Point'),
      coordinates: fc.oneof(anyJson, fc.array(fc.array(fc.array(fc.tuple(fc.double(), fc.double()))))),
    });
    const feature = fc.oneof(anyJson, fc.record({ type: fc.constant('Feature'), geometry }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(feature).map(collection)), (json) => {
        for (const { border: read } of readBorders(json).borders) assert.deepEqual(borderFrom(read), read);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.oneof(fc.anything(), geometry), (json) => void repairLines(json)));
  });

  it('is read as far as it can be: which features are refused, and why', () => {
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [5, 52],
          [5.1, 52],
          [5.1, 52.1],
        ],
      ],
    };
    const { borders, refused } = readBorders(
      collection([
        { properties: { name: 'a' }, geometry: square },
        { geometry: null },
        null,
        7,
        { geometry: square },
      ]),
    );
    assert.deepEqual(
      borders.map(({ properties }) => properties),
      [{ name: 'a' }, undefined],
    );
    assert.deepEqual(
      refused,
      [1, 2, 3].map((feature) => ({ feature, wrong: 'no-geometry' })),
    );
  });

  it('may be 20,000 features, or nested very deep', () => {
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [5, 52],
          [5.1, 52],
          [5.1, 52.1],
        ],
      ],
    };
    const many = Array.from({ length: 20_000 }, () => ({ type: 'Feature', geometry: square }));
    assert.equal(readBorders(collection(many)).borders.length, 20_000);
    let deep: unknown = [50.5, 5];
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    const refused = repairBorder({ type: 'MultiPolygon', coordinates: deep });
    assert.deepEqual(refused, { wrong: 'too-few-positions' });
  });
});

describe('A line that a municipality gives', () => {
  it('is mended as a border is, and refused when nothing is left of it', () => {
    const line = [[121_000, 487_000], [121_000, 487_000], null, [121_500, 487_000]];
    const read = repairLines({ type: 'MultiLineString', coordinates: [line, [[121_000, 487_000]]] });
    assert.ok('right' in read);
    assert.deepEqual(
      read.right.map(({ length }) => length),
      [2],
    );
    assert.deepEqual(repairLines({ type: 'LineString', coordinates: [[5, 52]] }), {
      wrong: 'too-few-positions',
    });
    assert.deepEqual(repairLines({ type: 'Polygon', coordinates: [] }), { wrong: 'another-shape' });
  });
});
