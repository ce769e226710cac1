import type { Border, Position, Ring } from './border.js';

/** Where a line goes from one place where borders part to the next. */
type Arc = readonly Position[];

const nameOf = ([lon, lat]: Position): string => `${String(lon)} ${String(lat)}`;
const comesFirst = (one: Position, other: Position): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

/** Open: without the last position, which is the first again. */
const opened = (ring: Ring): readonly Position[] => ring.slice(0, -1);

/** The positions where more than two lines meet, in all borders together. */
function junctionsOf(rings: readonly Ring[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>();
  const join = (one: Position, other: Position) => {
    const name = nameOf(one);
    neighbours.set(name, (neighbours.get(name) ?? new Set()).add(nameOf(other)));
  };
  for (const ring of rings)
    for (const [index, to] of ring.entries()) {
      const from = ring[index - 1];
      if (!from) continue;
      join(from, to);
      join(to, from);
    }
  return new Set([...neighbours].filter(([, others]) => others.size !== 2).map(([name]) => name));
}

/** Square of the distance from a point to the line between two others; degrees of longitude are narrower. */
function distance2([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position, narrowing: number): number {
  const [dx, dy] = [(x2 - x1) * narrowing, y2 - y1];
  const [px, py] = [(x - x1) * narrowing, y - y1];
  const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}

/**
 * The line with fewer positions (Douglas and Peucker, 1973): nothing that is left out lies further from it than the
 * tolerance. The furthest position always stays, so that what encloses something goes on enclosing it.
 */
function simplerArc(arc: Arc, tolerance: number, narrowing: number): Arc {
  const kept = new Set([0, arc.length - 1]);
  const spans: (readonly [from: number, to: number, always: boolean])[] = [[0, arc.length - 1, true]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to, always] = span;
    let [furthest, most] = [0, -1];
    for (let at = from + 1; at < to; at++) {
      const d2 = distance2(arc[at] as Position, arc[from] as Position, arc[to] as Position, narrowing);
      if (d2 > most) [furthest, most] = [at, d2];
    }
    if (furthest === 0 || (!always && most <= tolerance ** 2)) continue;
    kept.add(furthest);
    // A line that comes back to where it began needs two more, to be more than a line there and back.
    const round = always && nameOf(arc[from] as Position) === nameOf(arc[to] as Position);
    spans.push([from, furthest, round], [furthest, to, round]);
  }
  return arc.filter((_, index) => kept.has(index));
}

/** The same whichever way a border walks it. */
function simplerBothWays(arc: Arc, tolerance: number, narrowing: number): Arc {
  const [first, last] = [arc[0] as Position, arc.at(-1) as Position];
  const isRound = nameOf(first) === nameOf(last);
  const [one, other] = isRound ? [arc[1] as Position, arc.at(-2) as Position] : [first, last];
  return comesFirst(other, one)
    ? simplerArc(arc.toReversed(), tolerance, narrowing).toReversed()
    : simplerArc(arc, tolerance, narrowing);
}

/** The positions of a ring, beginning where a line begins: at a junction, or else at the first in the order of all. */
function fromBeginning(ring: Ring, junctions: ReadonlySet<string>): readonly Position[] {
  const positions = opened(ring);
  const junction = positions.findIndex((each) => junctions.has(nameOf(each)));
  const least = positions.reduce(
    (best, each, index) => (comesFirst(each, positions[best] as Position) ? index : best),
    0,
  );
  const start = junction === -1 ? least : junction;
  return [...positions.slice(start), ...positions.slice(0, start + 1)];
}

function simplerRing(ring: Ring, junctions: ReadonlySet<string>, tolerance: number, narrowing: number): Ring {
  const positions = fromBeginning(ring, junctions);
  const result: Position[] = [];
  let from = 0;
  for (let at = 1; at < positions.length; at++) {
    const ends = at === positions.length - 1 || junctions.has(nameOf(positions[at] as Position));
    if (!ends) continue;
    const arc = simplerBothWays(positions.slice(from, at + 1), tolerance, narrowing);
    result.push(...arc.slice(result.length === 0 ? 0 : 1));
    from = at;
  }
  return result;
}

/**
 * The borders with fewer positions, none further from where it was than the tolerance. A line that two of them share,
 * they share afterwards: there is no gap and no overlap. Every ring keeps at least four positions.
 * @param toleranceDegrees of latitude: one is about 111 km
 */
export function simplified(borders: readonly Border[], toleranceDegrees: number): readonly Border[] {
  const rings = borders.flatMap(({ coordinates }) => coordinates.flat());
  const junctions = junctionsOf(rings);
  const latitude = rings[0]?.[0]?.[1] ?? 0;
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  return borders.map(({ type, coordinates }) => ({
    type,
    coordinates: coordinates.map((polygon) =>
      polygon.map((ring) => simplerRing(ring, junctions, toleranceDegrees, narrowing)),
    ),
  }));
}
