/**
 * The code of a letter: 11 random signs and a check sign, in an alphabet of 32 signs (Crockford's: digits and letters
 * without I, L, O and U). Each sign stands for 5 bits, an element of the field of 32 elements.
 */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 12;
export const receiptLength = 8;

/** What people write for a sign that is not in the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** White space, every dash, and what else people put between groups of signs. */
const between = /[\s\p{Pd}\p{Cf}\p{Cc}\u2043\u2212_.,:·•]/u;

/** Why a text is no code. */
export type CodeProblem =
  | { readonly code: 'too-short' | 'too-long'; readonly limit: number; readonly actual: number }
  /** A sign that no code has; `place` counts the signs from 1, without what stands between them. */
  | { readonly code: 'wrong-sign'; readonly sign: string; readonly place: number }
  /** The check sign does not belong to the others: somewhere a sign is wrong. */
  | { readonly code: 'wrong-check' };

export type ReadCode = { readonly code: string } | { readonly problem: CodeProblem };

/** Times α in GF(2)[α] / (α⁵ + α² + 1), where α generates all 31 elements other than 0. */
const timesAlpha = (element: number) => (element << 1) ^ (element & 16 ? 0b100101 : 0);

/**
 * Σ αⁱ·sign, the last sign having α⁰. The weights differ and none is 0, so that changing one sign changes the sum, and
 * so does exchanging any two different signs, neighbours or not. The sum of a whole code is 0.
 */
const weighed = (elements: readonly number[]) =>
  elements.reduce((sum, element) => timesAlpha(sum) ^ element, 0);

const signs = (elements: readonly number[]) => elements.map((each) => codeAlphabet.charAt(each)).join('');
const elementsOf = (code: string) => [...code].map((sign) => codeAlphabet.indexOf(sign));

/** The low five bits: evenly spread for random bytes, since 256 is a multiple of 32. */
const element = (byte: number) => byte & 31;

/**
 * A code from 11 random bytes, or numbers from 0 to 31.
 * @throws {RangeError} when there are not 11, or one is no byte
 */
export function codeFrom(random: ArrayLike<number>): string {
  const bytes = Array.from(random);
  const fits = bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255);
  if (bytes.length !== codeLength - 1 || !fits)
    throw new RangeError(`a code is made of ${String(codeLength - 1)} bytes`);
  const elements = bytes.map(element);
  return signs([...elements, timesAlpha(weighed(elements))]);
}

/** The eight signs that a voter keeps, of the first eight bytes of a hash or of something random. */
export function receiptSigns(bytes: ArrayLike<number>): string {
  if (bytes.length < receiptLength)
    throw new RangeError(`a receipt is made of ${String(receiptLength)} bytes`);
  return signs(Array.from(bytes).slice(0, receiptLength).map(element));
}

/** In groups of four, as in the letter: `K7QF-M2XA-9TRC`. */
export const printCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');

/** One sign as it stands in the alphabet; empty when it is none, however it is written. */
function folded(written: string): string {
  const sign = written.normalize('NFKC').toUpperCase();
  const known = Object.hasOwn(lookAlikes, sign) ? (lookAlikes[sign] ?? '') : sign;
  return known.length === 1 && codeAlphabet.includes(known) ? known : '';
}

/**
 * Reads a code as people type and paste it: any case, any spaces and dashes, look-alikes for the sign they look like.
 * Gives the 12 signs without dashes, or the first thing that is wrong.
 */
export function readCode(text: string): ReadCode {
  const written = [...text].filter((sign) => !between.test(sign));
  const read = written.map(folded);
  const wrong = read.indexOf('');
  if (wrong >= 0)
    return { problem: { code: 'wrong-sign', sign: written[wrong] as string, place: wrong + 1 } };
  const length = { limit: codeLength, actual: read.length };
  if (read.length < codeLength) return { problem: { code: 'too-short', ...length } };
  if (read.length > codeLength) return { problem: { code: 'too-long', ...length } };
  const code = read.join('');
  return weighed(elementsOf(code)) === 0 ? { code } : { problem: { code: 'wrong-check' } };
}
