import type { Electorate, Supporters } from './electorate.js';
import { Fraction } from './fraction.js';

/** What one point pays for a proposal, and which of its supporters cannot pay that and give all they have. */
export interface Price {
  readonly perPoint: Fraction;
  readonly paying: readonly number[];
  readonly emptied: readonly number[];
}

interface Paid {
  readonly perPoint: Fraction;
  /** By crowd: the mark with which it paid in full. */
  readonly marks: ReadonlyMap<number, number>;
}

/** Beside a whole share, two amounts that differ less are compared exactly. Far above the error of any sum here. */
const near = 1e-9;

/**
 * What every voter has left. Amounts are kept as floating-point numbers to be quick, and as the exact payments that led
 * to them: whatever is too close to call is decided by those, so that nothing depends on rounding.
 */
export class Wallets {
  readonly #electorate: Electorate;
  readonly #share: Fraction;
  readonly #left: Float64Array;
  readonly #paid: Paid[] = [];
  readonly #near: number;

  /** @param share what every voter begins with, in cents */
  constructor(electorate: Electorate, share: Fraction) {
    this.#electorate = electorate;
    this.#share = share;
    this.#left = new Float64Array(electorate.sizes.length).fill(share.toNumber());
    this.#near = share.toNumber() * near;
  }

  /** What these crowds have together, exactly. Who is empty has 0. */
  exactSum(crowds: readonly number[]): Fraction {
    const sizes = this.#electorate.sizes;
    const alive = crowds.filter((crowd) => (this.#left[crowd] ?? 0) > 0);
    const count = (of: (crowd: number) => number) =>
      BigInt(alive.reduce((sum, crowd) => sum + (sizes[crowd] ?? 0) * of(crowd), 0));
    return this.#paid.reduce(
      (sum, { perPoint, marks }) => sum.minus(perPoint.times(count((crowd) => marks.get(crowd) ?? 0))),
      this.#share.times(count(() => 1)),
    );
  }

  /** What they all have together, to the precision of floating-point numbers. */
  sum({ crowds }: Supporters): number {
    const { sizes } = this.#electorate;
    let sum = 0;
    for (const crowd of crowds) sum += (sizes[crowd] ?? 0) * (this.#left[crowd] ?? 0);
    return sum;
  }

  canPay(supporters: Supporters, costCents: number): boolean {
    const sum = this.sum(supporters);
    if (Math.abs(sum - costCents) > costCents * near) return sum > costCents;
    return this.exactSum([...supporters.crowds]).compare(Fraction.of(BigInt(costCents))) >= 0;
  }

  /** What one point would pay, nearly. Only for supporters who can pay. */
  nearPrice({ crowds, marks }: Supporters, costCents: number): number {
    const { sizes } = this.#electorate;
    let price = 0;
    for (;;) {
      let [toPay, points] = [costCents, 0];
      for (let index = 0; index < crowds.length; index++) {
        const crowd = crowds[index] as number;
        const [left, mark, size] = [
          this.#left[crowd] as number,
          marks[index] as number,
          sizes[crowd] as number,
        ];
        if (left < price * mark) toPay -= left * size;
        else points += mark * size;
      }
      const next = points > 0 ? toPay / points : price;
      // Each pass finds more who are emptied, so the price only rises until nobody is left to find.
      if (!(next > price * (1 + 1e-14))) return price;
      price = next;
    }
  }

  /** The same exactly, and who pays how. */
  price(supporters: Supporters, costCents: number): Price {
    const rough = this.nearPrice(supporters, costCents);
    const { crowds, marks } = supporters;
    const [paying, emptied, unsure]: [number[], number[], number[]] = [[], [], []];
    const markOf = new Map<number, number>();
    crowds.forEach((crowd, index) => {
      const [left, mark] = [this.#left[crowd] as number, marks[index] as number];
      markOf.set(crowd, mark);
      const over = left - rough * mark;
      (Math.abs(over) <= this.#near ? unsure : over > 0 ? paying : emptied).push(crowd);
    });
    const points = (of: readonly number[]) =>
      BigInt(
        of.reduce(
          (sum, crowd) => sum + (markOf.get(crowd) ?? 0) * (this.#electorate.sizes[crowd] as number),
          0,
        ),
      );
    const priceOf = (pay: readonly number[], empty: readonly number[]) =>
      Fraction.of(BigInt(costCents)).minus(this.exactSum(empty)).dividedBy(points(pay));
    // Who is unsure gives all when that is less than what a point costs the others.
    const sorted = unsure
      .map((crowd) => ({ crowd, perPoint: this.#exactLeft(crowd).dividedBy(BigInt(markOf.get(crowd) ?? 1)) }))
      .toSorted((a, b) => a.perPoint.compare(b.perPoint));
    for (;;) {
      const payers = [...paying, ...sorted.map(({ crowd }) => crowd)];
      const perPoint = priceOf(payers, emptied);
      const [poorest] = sorted;
      if (!poorest || poorest.perPoint.compare(perPoint) >= 0) return { perPoint, paying: payers, emptied };
      emptied.push(poorest.crowd);
      sorted.shift();
    }
  }

  pay({ crowds, marks }: Supporters, { perPoint, paying, emptied }: Price): void {
    const markOf = new Map(Array.from(crowds, (crowd, index) => [crowd, marks[index] as number]));
    this.#paid.push({ perPoint, marks: new Map(paying.map((crowd) => [crowd, markOf.get(crowd) ?? 0])) });
    for (const crowd of emptied) this.#left[crowd] = 0;
    const rough = perPoint.toNumber();
    for (const crowd of paying) {
      const left = (this.#left[crowd] as number) - rough * (markOf.get(crowd) ?? 0);
      this.#left[crowd] = left > this.#near ? left : this.#exactLeft(crowd).toNumber();
    }
  }

  #exactLeft(crowd: number): Fraction {
    if (this.#left[crowd] === 0) return Fraction.zero;
    return this.#paid.reduce(
      (left, { perPoint, marks }) => left.minus(perPoint.times(BigInt(marks.get(crowd) ?? 0))),
      this.#share,
    );
  }
}
