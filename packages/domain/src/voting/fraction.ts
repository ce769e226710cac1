/** The greatest whole number that divides both. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** An exact number: money that is shared over voters is never rounded while it is counted. */
export class Fraction {
  private constructor(
    readonly numerator: bigint,
    /** Always above 0, and without a divisor in common with the numerator. */
    readonly denominator: bigint,
  ) {}

  /** @throws {RangeError} when it would be divided by 0 */
  static of(numerator: bigint, denominator = 1n): Fraction {
    if (denominator === 0n) throw new RangeError('divided by 0');
    const sign = denominator < 0n ? -1n : 1n;
    const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, sign * denominator) || 1n;
    return new Fraction((sign * numerator) / divisor, (sign * denominator) / divisor);
  }

  plus({ numerator, denominator }: Fraction): Fraction {
    return Fraction.of(
      this.numerator * denominator + numerator * this.denominator,
      this.denominator * denominator,
    );
  }

  /** The largest whole number that is not more. */
  floor(): number {
    const down = this.numerator / this.denominator;
    return Number(this.numerator % this.denominator < 0n ? down - 1n : down);
  }

  ceil(): number {
    return 0 - Fraction.of(-this.numerator, this.denominator).floor();
  }

  /** A floating-point number close to it (to 2⁻⁶⁴ where the parts are too long to divide as such). */
  toNumber(): number {
    const isShort = this.numerator < 2n ** 53n && this.denominator < 2n ** 53n;
    return isShort
      ? Number(this.numerator) / Number(this.denominator)
      : Number((this.numerator << 64n) / this.denominator) / 2 ** 64;
  }

  /** `7` or `100/3`. */
  toString(): string {
    return this.denominator === 1n
      ? this.numerator.toString()
      : `${this.numerator.toString()}/${this.denominator.toString()}`;
  }
}
