import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { borderFrom } from '@buurt/domain/geo/border-json.js';
import { contains, type Border, type Position, type Ring } from '@buurt/domain/geo/border.js';
import { clustered } from '@buurt/domain/geo/clusters.js';
import { fromRd, isRd, toRd } from '@buurt/domain/geo/rd.js';
import { simplified } from '@buurt/domain/geo/simplify.js';
import { areaOf, insideOf, turnsLeft } from '@buurt/domain/geo/surface.js';
import { metresFromEdge } from '@buurt/domain/geo/relative-location.js';
import { border } from './arbitraries.js';

const metres = ([lon1, lat1]: Position, [lon2, lat2]: Position) =>
  Math.hypot((lat1 - lat2) * 111_320, (lon1 - lon2) * 111_320 * Math.cos((lat1 * Math.PI) / 180));

/** Test points of RDNAPTRANS2018 (Kadaster, Rijkswaterstaat, Dienst der Hydrografie). */
const published: readonly (readonly [name: string, degrees: Position, x: number, y: number])[] = [
  ['Texel', [4.824761912, 53.160753042], 117_380.12, 575_040.34],
  ['Noord-Groningen', [6.776726674, 53.41948205], 247_380.56, 604_580.78],
  ['Amersfoort', [5.387203657, 52.155172897], 155_000, 463_000],
  ['Zeeuws-Vlaanderen', [3.397588595, 51.368607152], 16_460.91, 377_380.23],
  ['Zuid-Limburg', [5.773795548, 50.792584916], 182_260.45, 311_480.67],
  ['Maasvlakte', [4.072887101, 51.947393898], 64_640.89, 440_700.01],
];

describe('RD New', () => {
  for (const [name, degrees, x, y] of published)
    it(`is within a quarter of a metre of the published point ${name}, both ways`, () => {
      assert.ok(metres(fromRd({ x, y }), degrees) <= 0.25);
      const point = toRd(degrees);
      assert.ok(Math.hypot(point.x - x, point.y - y) <= 0.25);
    });

  it('comes back where it began, anywhere in the Netherlands', () => {
    const somewhere = fc.record({
      x: fc.integer({ min: 13_000, max: 277_000 }),
      y: fc.integer({ min: 308_000, max: 612_000 }),
    });
    fc.assert(
      fc.property(somewhere, (point) => {
        const { x, y } = toRd(fromRd(point));
        assert.ok(isRd(point) && Math.hypot(x - point.x, y - point.y) < 0.5);
      }),
    );
  });
});

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const bordered = (...rings: Position[][]): Border => ({ type: 'MultiPolygon', coordinates: [rings] });

describe('The surface of a border', () => {
  it('is that of a square, less its hole', () => {
    const side = metres([5, 52], [5, 52.01]);
    const width = metres([5, 52.005], [5.01, 52.005]);
    const whole = areaOf(bordered(square(5, 52, 0.01)));
    assert.ok(Math.abs(whole / (side * width) - 1) < 0.01);
    assert.ok(
      Math.abs(areaOf(bordered(square(5, 52, 0.01), square(5.002, 52.002, 0.005))) / whole - 0.75) < 0.001,
    );
  });

  it('is the same from wherever a border is walked, and which way', () => {
    fc.assert(
      fc.property(border, fc.nat(20), (around, start) => {
        const turned = (ring: Ring): Ring => {
          const open = ring.slice(0, -1);
          const from = start % open.length;
          return [...open.slice(from), ...open.slice(0, from), open[from] as Position].toReversed();
        };
        const walked = { ...around, coordinates: around.coordinates.map((rings) => rings.map(turned)) };
        assert.ok(Math.abs(areaOf(walked) / areaOf(around) - 1) < 1e-9);
      }),
    );
  });

  it('holds the place where its name stands, also when it is a ring, a bend or a few islands', () => {
    const ring = bordered(square(5, 52, 0.01), square(5.001, 52.001, 0.008));
    const bend = bordered([
      [5, 52],
      [5.01, 52],
      [5.01, 52.001],
      [5.001, 52.001],
      [5.001, 52.01],
      [5, 52.01],
      [5, 52],
    ]);
    for (const around of [ring, bend]) assert.ok(contains(around, insideOf(around)));
    fc.assert(fc.property(border, (around) => assert.ok(contains(around, insideOf(around)))));
  });
});

/** A net of crossings, moved a little, of which each cell is a buurt: neighbours share their lines. */
const net = fc
  .array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 2 * 13 * 13, maxLength: 2 * 13 * 13 })
  .map((moves) => {
    const at = (column: number, row: number): Position => {
      const index = 2 * (row * 13 + column);
      return [5 + (column + (moves[index] ?? 0)) / 1000, 52 + (row + (moves[index + 1] ?? 0)) / 1000];
    };
    const cell = (column: number, row: number): Border => {
      const [left, right, top, bottom] = [column * 4, column * 4 + 4, row * 4, row * 4 + 4];
      const positions: Position[] = [];
      for (let x = left; x < right; x++) positions.push(at(x, top));
      for (let y = top; y < bottom; y++) positions.push(at(right, y));
      for (let x = right; x > left; x--) positions.push(at(x, bottom));
      for (let y = bottom; y > top; y--) positions.push(at(left, y));
      return bordered([...positions, positions[0] as Position]);
    };
    return [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => cell(column, row)));
  });

const edges = ({ coordinates }: Border) =>
  coordinates
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, index) => [String(ring[index]), String(to)].sort().join(' ')));

describe('Simpler borders', () => {
  it('touch where they touched: every line is of two buurten, or on the outside', () => {
    fc.assert(
      fc.property(net, fc.constantFrom(0.0001, 0.0005, 0.002), (borders, tolerance) => {
        const simple = simplified(borders, tolerance);
        const uses = new Map<string, number>();
        for (const edge of simple.flatMap(edges)) uses.set(edge, (uses.get(edge) ?? 0) + 1);
        assert.ok([...uses.values()].every((count) => count <= 2));
        const middle = simple[4] as Border;
        assert.ok(edges(middle).every((edge) => uses.get(edge) === 2));
        const total = (all: readonly Border[]) => all.reduce((sum, each) => sum + areaOf(each), 0);
        assert.ok(Math.abs(total(simple) / total(borders) - 1) < 0.15);
      }),
      { numRuns: 60 },
    );
  });

  it('keep every island: a ring has at least four positions', () => {
    fc.assert(
      fc.property(net, (borders) => {
        for (const { coordinates } of simplified(borders, 1))
          assert.ok(coordinates.flat().every((ring) => ring.length >= 4));
      }),
      { numRuns: 30 },
    );
    const [alone] = simplified([bordered(square(5, 52, 0.0001))], 1);
    assert.ok((alone?.coordinates[0]?.[0]?.length ?? 0) >= 4);
  });

  it('keep their inside inside, also a strip that winds', () => {
    const at = (...places: (readonly [x: number, y: number])[]) =>
      places.map(([x, y]): Position => [5 + x / 1000, 52 + y / 1000]);
    const below = at([0, 0], [2, 5.3], [8, -5], [10, 0]);
    const above = at([10, 2], [8, -4.8], [2, 5.5], [0, 0]);
    const closed = (ring: readonly Position[]) => bordered([...ring, ring[0] as Position]);
    const strip = closed([...below, ...above.slice(0, -1)]);
    const north = closed([...above.toReversed(), ...at([15, 10], [-5, 10])]);
    const south = closed([...below.toReversed(), ...at([-5, -10], [15, -10])]);
    const simple = simplified([strip, north, south], 1);
    assert.deepEqual(simple[0], strip, 'it would have turned inside out');
    const used = new Set(simple.slice(1).flatMap(edges));
    assert.equal(edges(strip).filter((edge) => !used.has(edge)).length, 1, 'all but its free end is shared');
    fc.assert(
      fc.property(
        fc.oneof(net, fc.tuple(border)),
        fc.constantFrom(0.0005, 0.002, 1),
        (borders, tolerance) => {
          const rings = (all: readonly Border[]) => all.flatMap(({ coordinates }) => coordinates.flat());
          assert.deepEqual(
            rings(simplified(borders, tolerance)).map(turnsLeft),
            rings(borders).map(turnsLeft),
          );
        },
      ),
    );
  });

  it('lie nowhere further off than the tolerance', () => {
    const metresPerDegree = metres([5, 52], [5, 53]);
    fc.assert(
      fc.property(net, fc.constantFrom(0.0001, 0.0005), (borders, tolerance) => {
        for (const [index, simple] of simplified(borders, tolerance).entries())
          for (const [lon, lat] of (borders[index] as Border).coordinates.flat(2))
            assert.ok(metresFromEdge(simple, { lat, lon }) <= tolerance * metresPerDegree * 1.01);
      }),
      { numRuns: 30 },
    );
  });

  it('are few, and as large as they were, of a real part of a city', (t) => {
    const file = fileURLToPath(
      new URL('../../../shared/data/geo/amsterdam-noord-buurten.geojson', import.meta.url),
    );
    if (!existsSync(file)) return t.skip('real borders are not here');
    const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: unknown[] };
    const borders = features.map((each) => borderFrom(each));
    const simple = simplified(borders, 0.0001);
    const count = (all: readonly Border[]) => all.flatMap(({ coordinates }) => coordinates.flat(2)).length;
    assert.ok(count(simple) < count(borders) / 2);
    for (const [index, border] of borders.entries())
      assert.ok(Math.abs(areaOf(simple[index] as Border) / areaOf(border) - 1) < 0.1);
  });
});

describe('Marks on a map', () => {
  const point = fc.record({
    x: fc.double({ min: 0, max: 600, noNaN: true }),
    y: fc.double({ min: 0, max: 400, noNaN: true }),
  });

  it('never overlap, hold everything once, and are read from top to bottom', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 200 }), (points) => {
        const clusters = clustered(points, (each) => each, 40);
        assert.deepEqual(new Set(clusters.flatMap(({ members }) => members)), new Set(points));
        assert.equal(clusters.flatMap(({ members }) => members).length, points.length);
        for (const [index, one] of clusters.entries())
          for (const other of clusters.slice(index + 1)) {
            assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= 40);
            assert.ok(Math.floor(one.y / 40) <= Math.floor(other.y / 40));
          }
      }),
    );
  });
});
