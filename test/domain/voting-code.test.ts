import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codeAlphabet, codeFrom, printCode, readCode, receiptSigns } from '@buurt/domain/rounds/code.js';

const numbers = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 11, maxLength: 11 });
const code = numbers.map(codeFrom);
const right = (text: string) => 'code' in readCode(text);
const some = [
  codeFrom(new Uint8Array(11)),
  codeFrom(new Uint8Array(11).fill(255)),
  codeFrom([19, 7, 15, 9, 20, 2, 30, 10, 9, 26, 23]),
];

describe('a code from a letter', () => {
  it('is made of 32 signs that nobody takes for each other by name', () => {
    assert.equal(new Set(codeAlphabet).size, 32);
    assert.match(codeAlphabet, /^[^ILOU]+$/);
  });

  it('is read back as it was made, in any case and with any spaces and dashes', () => {
    const dash = fc.constantFrom(
      '',
      '-',
      ' ',
      '–',
      '—',
      '‑',
      '−',
      '\u00a0',
      ' - ',
      '\u200b',
      '\t',
      '_',
      '.',
      '\n',
    );
    fc.assert(
      fc.property(
        code,
        fc.array(dash, { minLength: 13, maxLength: 13 }),
        fc.boolean(),
        (made, dashes, small) => {
          const typed = [...made].map((sign, index) => dashes[index]! + sign).join('') + dashes[12]!;
          assert.deepEqual(readCode(small ? typed.toLowerCase() : typed), { code: made });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is printed in three groups of four', () => {
    assert.equal(printCode('K7QFM2XA9TRC'), 'K7QF-M2XA-9TRC');
    fc.assert(fc.property(code, (made) => right(printCode(made))));
  });

  it('is the same when a look-alike stands in it', () => {
    const alike: Readonly<Record<string, string>> = { 0: 'oO0０', 1: 'iIlL1Ⅰ１', V: 'uUvVＶ' };
    fc.assert(
      fc.property(code, fc.nat(), (made, seed) => {
        const typed = [...made].map((sign, index) => {
          const others = alike[sign] ?? sign;
          return others[(seed + index) % others.length];
        });
        assert.deepEqual(readCode(typed.join('')), { code: made });
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused when one sign is another, wherever and whichever', () => {
    for (const made of some)
      for (const [place, sign] of [...made].entries())
        for (const other of codeAlphabet)
          assert.equal(right(made.slice(0, place) + other + made.slice(place + 1)), other === sign);
  });

  it('is refused when two neighbours changed places, whichever pair and wherever', () => {
    let exchanged = 0;
    for (let place = 0; place < 11; place++)
      for (let first = 0; first < 32; first++)
        for (let second = 0; second < 32; second++) {
          if (first === second) continue;
          const others = [3, 14, 15, 9, 26, 5, 30, 8, 9, 7, 9];
          others[Math.min(place, 10)] = first;
          if (place < 10) others[place + 1] = second;
          const signs = [...codeFrom(others)];
          // In the last place the neighbour is the check sign, which is what the others make it.
          if (signs[place] === signs[place + 1]) continue;
          [signs[place], signs[place + 1]] = [signs[place + 1]!, signs[place]!];
          assert.deepEqual(readCode(signs.join('')), { problem: { code: 'wrong-check' } });
          exchanged++;
        }
    assert.ok(exchanged > 10 * 32 * 31);
  });

  it('is guessed by chance once in 32 times, before anybody is asked', () => {
    let accepted = 0;
    const sample = fc.sample(fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 12, maxLength: 12 }), {
      numRuns: 20_000,
      seed: 11,
    });
    for (const signs of sample) if (right(signs.map((each) => codeAlphabet[each]).join(''))) accepted++;
    assert.ok(accepted > 400 && accepted < 900, String(accepted));
  });

  it('says which sign cannot be, and where', () => {
    assert.deepEqual(readCode('K7QF-M2X?-9TRC'), {
      problem: { code: 'wrong-sign', sign: '?', place: 8 },
    });
    assert.deepEqual(readCode('é'), { problem: { code: 'wrong-sign', sign: 'é', place: 1 } });
    assert.deepEqual(readCode('K7QF ß'), { problem: { code: 'wrong-sign', sign: 'ß', place: 5 } });
    assert.deepEqual(readCode('👍'), { problem: { code: 'wrong-sign', sign: '👍', place: 1 } });
  });

  it('says how many signs are missing or too many', () => {
    const [made] = some as [string];
    assert.deepEqual(readCode(' - '), { problem: { code: 'too-short', limit: 12, actual: 0 } });
    assert.deepEqual(readCode(made.slice(1)), { problem: { code: 'too-short', limit: 12, actual: 11 } });
    assert.deepEqual(readCode(`${made}K`), { problem: { code: 'too-long', limit: 12, actual: 13 } });
  });

  it('takes any text without falling over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const read = readCode(text);
        assert.ok('code' in read ? /^[\dA-Z]{12}$/.test(read.code) : read.problem.code.length > 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('is made of eleven bytes and of nothing else', () => {
    for (const random of [
      [],
      Array(10).fill(1),
      Array(12).fill(1),
      [...Array(10).fill(1), 256],
      [0.5],
      'abc',
    ])
      assert.throws(() => codeFrom(random as number[]), RangeError);
  });

  it('has every sign equally often, from bytes that are spread evenly', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const first = codeFrom([byte, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])[0]!;
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    assert.deepEqual(new Set(counts.values()), new Set([8]));
    assert.equal(counts.size, 32);
  });
});

describe('a receipt', () => {
  it('is eight signs of the same alphabet, from the first eight bytes', () => {
    assert.equal(receiptSigns([0, 1, 2, 31, 32, 33, 255, 16, 99]), '012Z01ZG');
    assert.throws(() => receiptSigns([1, 2, 3]), RangeError);
  });
});
