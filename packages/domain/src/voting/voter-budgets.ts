import type { Electorate, Supporters } from './electorate.js';
import { commonDivisor, type Fraction } from './fraction.js';

/** What one point pays for a proposal, in cents, exactly; and who pays it. */
export interface Price {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Places in the list of supporters: who pays in full, and who cannot and gives all that he has. */
  readonly paying: readonly number[];
  readonly emptied: readonly number[];
}

/** Two floating-point numbers between which an exact one lies. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** More than rounding adds to a number in a few operations, as a part of it. */
const ulps = 2 ** -50;

/** A quotient as a floating-point number; whole numbers have nothing behind the point, so it is made larger first. */
const quotient = (numerator: bigint, denominator: bigint): number =>
  Number((numerator << 128n) / denominator) / 2 ** 128;

/**
 * What every voter has left. Amounts are kept as floating-point numbers with a known greatest error, to be quick, and
 * as the exact payments that led to them: whatever lies within the error is decided by those, so that nothing depends
 * on rounding. Exact amounts are whole numbers of one unit that grows finer with every purchase.
 */
export class VoterBudgets {
  readonly #electorate: Electorate;
  readonly #shareCents: number;
  /** How many units a cent has. */
  #unitsPerCent: bigint;
  #shareUnits: bigint;
  /** What a point paid in each purchase, in units. */
  #paidUnits: bigint[] = [];
  /** In cents; 0 only for who is empty. */
  readonly #left: Float64Array;
  /** All payments in full, as columns: of which purchase, with which mark, and the place of the one before. */
  readonly #purchases: number[] = [];
  readonly #marks: number[] = [];
  readonly #before: number[] = [];
  /** The place of the last payment of each crowd; −1 for none. */
  readonly #last: Int32Array;

  /** @param share what every voter begins with, in cents */
  constructor(electorate: Electorate, share: Fraction) {
    this.#electorate = electorate;
    this.#shareCents = share.toNumber();
    this.#unitsPerCent = share.denominator;
    this.#shareUnits = share.numerator;
    this.#left = new Float64Array(electorate.sizes.length).fill(this.#shareCents);
    this.#last = new Int32Array(electorate.sizes.length).fill(-1);
  }

  /** What all supporters have together, in whole cents, rounded down. */
  leftCents(supporters: Supporters): number {
    return Number(this.#unitsOf(supporters, [...supporters.crowds.keys()]) / this.#unitsPerCent);
  }

  /** What one point would pay, nearly; undefined when the supporters cannot pay the cost together. */
  estimate(supporters: Supporters, costCents: number): Bounds | undefined {
    if (!this.#canPay(supporters, costCents)) return undefined;
    const rough = this.#rough(supporters, costCents);
    if (rough) return { low: rough.cents - rough.error, high: rough.cents + rough.error };
    const { numerator, denominator } = this.#exactPrice(supporters, costCents);
    const exact = quotient(numerator, denominator);
    return { low: exact * (1 - ulps), high: exact * (1 + ulps) };
  }

  /** What one point pays. Only for supporters who can pay the cost together. */
  price(supporters: Supporters, costCents: number): Price {
    const rough = this.#rough(supporters, costCents);
    const parted = rough && this.#parted(supporters, rough);
    return parted
      ? this.#priceOf(supporters, costCents, parted.paying, parted.emptied)
      : this.#exactPrice(supporters, costCents);
  }

  pay({ crowds, marks }: Supporters, { numerator, denominator, paying, emptied }: Price): void {
    const perPoint = this.#inUnits(numerator, denominator);
    const cents = quotient(perPoint, this.#unitsPerCent);
    const purchase = this.#paidUnits.push(perPoint) - 1;
    const nearlyEmpty = 2 * this.#error;
    for (const index of emptied) this.#left[crowds[index] as number] = 0;
    for (const index of paying) {
      const crowd = crowds[index] as number;
      const mark = marks[index] as number;
      this.#remember(crowd, purchase, mark);
      const left = (this.#left[crowd] as number) - cents * mark;
      this.#left[crowd] = left > nearlyEmpty ? left : this.#exactCents(crowd);
    }
  }

  /** The greatest error of an amount in `#left`. */
  get #error(): number {
    return this.#shareCents * ulps * (this.#paidUnits.length + 2);
  }

  /** The greatest error of a sum over supporters: of each of their amounts, and of adding them up. */
  #sumError({ crowds, voters }: Supporters): number {
    return voters * (this.#error + this.#shareCents * ulps * (crowds.length + 2));
  }

  #canPay(supporters: Supporters, costCents: number): boolean {
    const { sizes } = this.#electorate;
    let sum = 0;
    for (const crowd of supporters.crowds) sum += (sizes[crowd] as number) * (this.#left[crowd] as number);
    if (Math.abs(sum - costCents) > this.#sumError(supporters)) return sum > costCents;
    const all = this.#unitsOf(supporters, [...supporters.crowds.keys()]);
    return all >= BigInt(costCents) * this.#unitsPerCent;
  }

  /** The price by floating-point numbers; undefined where those find nobody who could pay in full. */
  #rough(supporters: Supporters, costCents: number): { cents: number; error: number } | undefined {
    const { crowds, marks } = supporters;
    const { sizes } = this.#electorate;
    let [cents, emptiedBefore] = [0, -1];
    for (;;) {
      let [toPay, points, emptied] = [costCents, 0, 0];
      for (let index = 0; index < crowds.length; index++) {
        const crowd = crowds[index] as number;
        const left = this.#left[crowd] as number;
        const mark = marks[index] as number;
        const size = sizes[crowd] as number;
        if (left === 0 || left < cents * mark) {
          toPay -= left * size;
          emptied++;
        } else points += mark * size;
      }
      if (points === 0) return undefined;
      // A higher price empties more, and never fewer, but for rounding.
      if (emptied <= emptiedBefore)
        return { cents, error: (4 * this.#sumError(supporters)) / points + 4 * ulps * cents };
      [cents, emptiedBefore] = [toPay / points, emptied];
    }
  }

  /** Who pays in full and who gives all; undefined where that is too close to call. */
  #parted(
    { crowds, marks }: Supporters,
    { cents, error }: { readonly cents: number; readonly error: number },
  ): Pick<Price, 'paying' | 'emptied'> | undefined {
    const [paying, emptied]: [number[], number[]] = [[], []];
    const own = this.#error;
    for (let index = 0; index < crowds.length; index++) {
      const left = this.#left[crowds[index] as number] as number;
      const mark = marks[index] as number;
      const over = left - cents * mark;
      if (left > 0 && Math.abs(over) <= own + error * mark) return undefined;
      (over > 0 ? paying : emptied).push(index);
    }
    return { paying, emptied };
  }

  /** As the definition says it: the poorest first, whoever has less than what a point costs the others gives all. */
  #exactPrice(supporters: Supporters, costCents: number): Price {
    const { crowds, marks } = supporters;
    const poorestFirst = [...crowds]
      .map((crowd, index) => ({
        index,
        mark: BigInt(marks[index] as number),
        units: this.#exactUnits(crowd),
      }))
      .toSorted(
        (a, b) => Number(a.units * b.mark > b.units * a.mark) - Number(a.units * b.mark < b.units * a.mark),
      );
    const size = (index: number) => BigInt(this.#electorate.sizes[crowds[index] as number] as number);
    let toPay = BigInt(costCents) * this.#unitsPerCent;
    let points = poorestFirst.reduce((sum, { index, mark }) => sum + mark * size(index), 0n);
    const places = poorestFirst.map(({ index }) => index);
    for (const [place, { index, mark, units }] of poorestFirst.entries()) {
      if (units * points >= toPay * mark)
        return {
          numerator: toPay,
          denominator: points * this.#unitsPerCent,
          paying: places.slice(place),
          emptied: places.slice(0, place),
        };
      toPay -= units * size(index);
      points -= mark * size(index);
    }
    throw new RangeError('the supporters cannot pay this together');
  }

  #priceOf(
    supporters: Supporters,
    costCents: number,
    paying: readonly number[],
    emptied: readonly number[],
  ): Price {
    const { crowds, marks } = supporters;
    const { sizes } = this.#electorate;
    let points = 0;
    for (const index of paying)
      points += (marks[index] as number) * (sizes[crowds[index] as number] as number);
    const numerator = BigInt(costCents) * this.#unitsPerCent - this.#unitsOf(supporters, emptied);
    return { numerator, denominator: BigInt(points) * this.#unitsPerCent, paying, emptied };
  }

  /** What these supporters have together. Counts first how often each price was paid: few numbers are long. */
  #unitsOf({ crowds }: Supporters, indices: readonly number[]): bigint {
    const paid = new Float64Array(this.#paidUnits.length);
    let voters = 0;
    for (const index of indices) {
      const crowd = crowds[index] as number;
      if (this.#left[crowd] === 0) continue;
      const size = this.#electorate.sizes[crowd] as number;
      voters += size;
      this.#eachPayment(
        crowd,
        (purchase, mark) => (paid[purchase] = (paid[purchase] as number) + mark * size),
      );
    }
    return this.#paidUnits.reduce(
      (sum, units, purchase) => sum - units * BigInt(paid[purchase] as number),
      this.#shareUnits * BigInt(voters),
    );
  }

  #exactUnits(crowd: number): bigint {
    if (this.#left[crowd] === 0) return 0n;
    let units = this.#shareUnits;
    this.#eachPayment(
      crowd,
      (purchase, mark) => (units -= (this.#paidUnits[purchase] as bigint) * BigInt(mark)),
    );
    return units;
  }

  #exactCents(crowd: number): number {
    const units = this.#exactUnits(crowd);
    // Never 0 for who is not empty.
    return units === 0n ? 0 : Math.max(quotient(units, this.#unitsPerCent), 2 ** -128);
  }

  #remember(crowd: number, purchase: number, mark: number): void {
    this.#marks.push(mark);
    this.#before.push(this.#last[crowd] as number);
    this.#last[crowd] = this.#purchases.push(purchase) - 1;
  }

  #eachPayment(crowd: number, visit: (purchase: number, mark: number) => void): void {
    for (let at = this.#last[crowd] as number; at >= 0; at = this.#before[at] as number)
      visit(this.#purchases[at] as number, this.#marks[at] as number);
  }

  /** A price in units, made so fine that it is a whole number of them. */
  #inUnits(numerator: bigint, denominator: bigint): bigint {
    // The denominator is a number of points times the units of a cent.
    const points = denominator / this.#unitsPerCent;
    const divisor = commonDivisor(points, numerator % points);
    const finer = points / divisor;
    if (finer > 1n) {
      this.#unitsPerCent *= finer;
      this.#shareUnits *= finer;
      this.#paidUnits = this.#paidUnits.map((units) => units * finer);
    }
    return numerator / divisor;
  }
}
