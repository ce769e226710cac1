import type { Marks, Scored } from './scores.js';

/** Everybody who wants a proposal: crowds of voters who marked all proposals alike, and the mark of each. */
export interface Supporters {
  readonly crowds: Int32Array;
  readonly marks: Float64Array;
  readonly voters: number;
  /** The marks of all of them together. */
  readonly points: number;
}

/** Voters with equal ballots are one crowd: they pay the same, and are counted together. */
export interface Electorate {
  readonly voters: number;
  /** How many voters each crowd has. */
  readonly sizes: Float64Array;
  /** In the order of the candidates. */
  readonly supporters: readonly Supporters[];
}

/** Groups the voters; marks of 0 or less are no support. */
export function electorateOf(candidates: readonly Scored[], ballots: readonly Marks[]): Electorate {
  const indexOf = new Map(candidates.map(({ proposal }, index) => [proposal.id, index]));
  const crowds = new Map<string, { size: number; readonly wants: readonly (readonly [number, number])[] }>();
  for (const marks of ballots) {
    const wants = [...marks].flatMap(([id, mark]) => {
      const index = indexOf.get(id);
      return index === undefined || mark <= 0 ? [] : [[index, mark] as const];
    });
    const key = wants
      .map(([index, mark]) => `${String(index)}:${String(mark)}`)
      .toSorted()
      .join(' ');
    const crowd = crowds.get(key);
    if (crowd) crowd.size++;
    else crowds.set(key, { size: 1, wants });
  }
  const support = candidates.map(() => ({
    crowds: [] as number[],
    marks: [] as number[],
    voters: 0,
    points: 0,
  }));
  [...crowds.values()].forEach(({ size, wants }, crowd) => {
    for (const [index, mark] of wants) {
      const of = support[index];
      if (!of) continue;
      of.crowds.push(crowd);
      of.marks.push(mark);
      of.voters += size;
      of.points += size * mark;
    }
  });
  return {
    voters: ballots.length,
    sizes: Float64Array.from(crowds.values(), ({ size }) => size),
    supporters: support.map(({ crowds: of, marks, voters, points }) => ({
      crowds: Int32Array.from(of),
      marks: Float64Array.from(marks),
      voters,
      points,
    })),
  };
}
