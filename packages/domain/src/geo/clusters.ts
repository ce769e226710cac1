import type { Point } from './projection.js';

/** Things that stand so close together in a picture that they share one mark. */
export interface Cluster<T> extends Point {
  /** At least one, in reading order. */
  readonly members: readonly T[];
}

/** From top to bottom in lines of a mark high, and in a line from left to right, as a map is read. */
const inReadingOrder =
  (lineHeight: number) =>
  (one: Point, other: Point): number =>
    Math.floor(one.y / lineHeight) - Math.floor(other.y / lineHeight) || one.x - other.x || one.y - other.y;

/** The clusters of a picture, found by where they are. */
class PlaceGrid<T> {
  readonly all: { readonly x: number; readonly y: number; readonly members: T[] }[] = [];
  readonly #cells = new Map<string, PlaceGrid<T>['all']>();

  constructor(readonly reach: number) {}

  add(member: T, { x, y }: Point): void {
    const near = this.#near(x, y);
    if (near) {
      near.members.push(member);
      return;
    }
    const cluster = { x, y, members: [member] };
    this.all.push(cluster);
    const cell = this.#cell(x, y, 0, 0);
    this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), cluster]);
  }

  #near(x: number, y: number) {
    for (const down of [-1, 0, 1])
      for (const right of [-1, 0, 1])
        for (const each of this.#cells.get(this.#cell(x, y, right, down)) ?? [])
          if (Math.hypot(each.x - x, each.y - y) < this.reach) return each;
    return undefined;
  }

  #cell = (x: number, y: number, right: number, down: number): string =>
    `${String(Math.floor(x / this.reach) + right)} ${String(Math.floor(y / this.reach) + down)}`;
}

/**
 * Gathers what would overlap: everything in a cluster is nearer than `reach` to its first member, and first members are
 * at least that far apart. Clusters and members come in reading order. Linear in the number of points, but for sorting.
 * @param reach in the unit of the points
 */
export function clustered<T>(all: readonly T[], toPoint: (each: T) => Point, reach: number): Cluster<T>[] {
  const found = new PlaceGrid<T>(reach);
  const placed = all.map((member) => ({ member, ...toPoint(member) })).sort(inReadingOrder(reach));
  for (const { member, x, y } of placed) found.add(member, { x, y });
  return found.all;
}
