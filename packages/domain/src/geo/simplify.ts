import type { Border, Position, Ring } from './border.js';
import { turnsLeft } from './surface.js';

/** Numbers of positions, in the order in which a line has them. */
type Line = readonly number[];

/** The rings of all borders over one list of positions: what two of them share has the same number in both. */
interface Net {
  readonly positions: readonly Position[];
  /** Open: the last position is not the first again. */
  readonly rings: readonly Line[];
}

function netOf(rings: readonly Ring[]): Net {
  const positions: Position[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (position: Position): number => {
    const name = `${String(position[0])} ${String(position[1])}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, positions.length);
    return positions.push(position) - 1;
  };
  return { rings: rings.map((ring) => ring.slice(0, -1).map(numberOf)), positions };
}

/** Which positions are where borders part or meet: those with other than two neighbours. */
function junctionsOf({ positions, rings }: Net): readonly boolean[] {
  const [one, other] = [new Int32Array(positions.length).fill(-1), new Int32Array(positions.length).fill(-1)];
  const crowded = new Uint8Array(positions.length);
  const note = (at: number, neighbour: number) => {
    if (one[at] === neighbour || other[at] === neighbour) return;
    if (one[at] === -1) one[at] = neighbour;
    else if (other[at] === -1) other[at] = neighbour;
    else crowded[at] = 1;
  };
  for (const ring of rings)
    for (const [index, at] of ring.entries()) {
      const next = ring[index + 1] ?? (ring[0] as number);
      note(at, next);
      note(next, at);
    }
  return positions.map((_, at) => crowded[at] === 1 || other[at] === -1);
}

const comesFirst = (one: Position, other: Position): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

/** Square of the distance from a point to the line between two others; degrees of longitude are narrower. */
function distance2([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position, narrowing: number): number {
  const [dx, dy] = [(x2 - x1) * narrowing, y2 - y1];
  const [px, py] = [(x - x1) * narrowing, y - y1];
  const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}

/**
 * Which positions of a line to keep (Douglas and Peucker, 1973): nothing that is left out lies further from it than the
 * tolerance. The furthest position always stays, so that what encloses something goes on enclosing it.
 */
function keptOf(line: readonly Position[], tolerance: number, narrowing: number): ReadonlySet<number> {
  const last = line.length - 1;
  const kept = new Set([0, last]);
  // A line that comes back to where it began needs two more, to be more than a line there and back.
  const isRound = line[0] === line[last];
  const spans: (readonly [from: number, to: number, always: boolean])[] = [[0, last, true]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to, always] = span;
    let [furthest, most] = [0, -1];
    for (let at = from + 1; at < to; at++) {
      const d2 = distance2(line[at] as Position, line[from] as Position, line[to] as Position, narrowing);
      if (d2 > most) [furthest, most] = [at, d2];
    }
    if (furthest === 0 || (!always && most <= tolerance ** 2)) continue;
    kept.add(furthest);
    const next = isRound && from === 0 && to === last;
    spans.push([from, furthest, next], [furthest, to, next]);
  }
  return kept;
}

/** A line with fewer positions, none that is left out further from it than so many degrees of latitude. */
export function simplerLine(line: readonly Position[], toleranceDegrees: number): readonly Position[] {
  const narrowing = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180);
  const kept = keptOf(line, toleranceDegrees, narrowing);
  return line.filter((_, index) => kept.has(index));
}

/** From one junction to the next; a ring without any is one line, from its first position in the order of all. */
function linesOf(ring: Line, junctions: readonly boolean[], positions: readonly Position[]): readonly Line[] {
  const isBefore = (one: number, other: number) =>
    comesFirst(positions[one] as Position, positions[other] as Position);
  const junction = ring.findIndex((at) => junctions[at]);
  const least = ring.reduce((best, at, index) => (isBefore(at, ring[best] as number) ? index : best), 0);
  const start = junction === -1 ? least : junction;
  const round = [...ring.slice(start), ...ring.slice(0, start + 1)];
  const ends = [...round.keys()].filter((index) => index > 0 && junctions[round[index] as number]);
  const cuts = [0, ...(ends.at(-1) === round.length - 1 ? ends : [...ends, round.length - 1])];
  return cuts.slice(1).map((end, index) => round.slice(cuts[index], end + 1));
}

class Simplifier {
  readonly #net: Net;
  readonly #junctions: readonly boolean[];
  readonly #tolerance: number;
  readonly #narrowing: number;
  /** Lines that stay as they are, by their first two positions. */
  readonly #exact = new Set<string>();

  constructor(rings: readonly Ring[], tolerance: number) {
    this.#net = netOf(rings);
    this.#junctions = junctionsOf(this.#net);
    this.#tolerance = tolerance;
    this.#narrowing = Math.cos(((rings[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  }

  /** The rings, simpler; one that would turn inside out stays as it is, and so does what its neighbours share with it. */
  rings(): readonly Ring[] {
    for (;;) {
      const simpler = this.#net.rings.map((ring) => this.#simpler(ring));
      const wrong = this.#net.rings.filter(
        (ring, index) => turnsLeft(this.#whole(ring)) !== turnsLeft(simpler[index] as Ring),
      );
      const exact = wrong.flatMap((ring) => this.#linesOf(ring).map((line) => this.#nameOf(line)));
      if (exact.every((name) => this.#exact.has(name))) return simpler;
      for (const name of exact) this.#exact.add(name);
    }
  }

  #position = (at: number): Position => this.#net.positions[at] as Position;
  #whole = (ring: Line): Ring => [...ring, ring[0] as number].map(this.#position);
  #linesOf = (ring: Line) => linesOf(ring, this.#junctions, this.#net.positions);

  #simpler(ring: Line): Ring {
    const lines = this.#linesOf(ring).map((line) => this.#simplerLine(line));
    return lines.flatMap((line, index) => line.slice(index === 0 ? 0 : 1)).map(this.#position);
  }

  /** The same whichever way a border walks it. */
  #simplerLine(line: Line): Line {
    if (this.#exact.has(this.#nameOf(line))) return line;
    const forwards = this.#forwards(line);
    const kept = keptOf(forwards.map(this.#position), this.#tolerance, this.#narrowing);
    const simpler = forwards.filter((_, index) => kept.has(index));
    return forwards === line ? simpler : simpler.toReversed();
  }

  #forwards(line: Line): Line {
    const [first, last] = [line[0] as number, line.at(-1) as number];
    const [one, other] = first === last ? [line[1] as number, line.at(-2) as number] : [first, last];
    return comesFirst(this.#position(other), this.#position(one)) ? line.toReversed() : line;
  }

  #nameOf = (line: Line): string => this.#forwards(line).slice(0, 2).join(' ');
}

/**
 * The borders with fewer positions, none that is left out further from them than the tolerance. A line that two of them
 * share, they share afterwards: there is no gap and no overlap. Every ring keeps at least four positions, and its inside.
 * @param toleranceDegrees of latitude: one is about 111 km
 */
export function simplified(borders: readonly Border[], toleranceDegrees: number): readonly Border[] {
  const rings = new Simplifier(
    borders.flatMap(({ coordinates }) => coordinates.flat()),
    toleranceDegrees,
  ).rings();
  let next = 0;
  return borders.map(({ type, coordinates }) => ({
    type,
    coordinates: coordinates.map((polygon) => polygon.map(() => rings[next++] as Ring)),
  }));
}
