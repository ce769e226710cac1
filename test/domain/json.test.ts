import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { photoFrom, summariesFrom, summaryFrom } from '@buurt/domain/initiatives/initiative-json.js';
import {
  count,
  flag,
  list,
  maybe,
  moment,
  nullable,
  number,
  oneOf,
  shape,
  ShapeError,
  text,
  type Reader,
} from '@buurt/domain/wire/json.js';
import { namedPlaceFrom } from '@buurt/domain/geo/place.js';
import { ideaReceiptFrom, ownIdeaFrom } from '@buurt/domain/ideas/receipt.js';
import { ideaSettingsFrom } from '@buurt/domain/ideas/settings.js';
import { anyJson } from './arbitraries.js';

const readers: Readonly<Record<string, Reader<unknown>>> = {
  text,
  flag,
  number,
  count,
  moment,
  ideaReceiptFrom,
  ideaSettingsFrom,
  namedPlaceFrom,
  ownIdeaFrom,
  photoFrom,
  summariesFrom,
  summaryFrom,
  nullable: nullable(text),
  list: list(count),
  oneOf: oneOf('a', 'b'),
};

const refuses = (read: Reader<unknown>, json: unknown, pointer = '') =>
  assert.throws(
    () => read(json),
    (error) => error instanceof ShapeError && error.pointer === pointer,
  );

describe('readers of JSON', () => {
  for (const [name, read] of Object.entries(readers))
    it(`gives a value or says what is wrong: ${name}`, () => {
      fc.assert(
        fc.property(anyJson, (json) => {
          try {
            read(json);
          } catch (error) {
            assert.ok(error instanceof ShapeError, String(error));
          }
        }),
        { numRuns: 300 },
      );
    });

  it('says where, in the words of JSON Pointer', () => {
    const read = shape<{ photos: { id: string }[] }>({ photos: list(shape<{ id: string }>({ id: text })) });
    refuses(read, { photos: [{ id: 'a' }, { id: 7 }] }, '/photos/1/id');
    refuses(read, { photos: {} }, '/photos');
    refuses(read, []);
    assert.throws(() => read({ photos: null }), /\/photos is not a list/);
  });

  it('takes no fraction, no negative and no huge number for a count', () => {
    for (const json of [-1, 0.5, 2 ** 53, NaN, '1', null]) refuses(count, json);
    for (const json of [0, 1, 2 ** 53 - 1]) assert.equal(count(json), json);
  });

  it('takes no infinity for a number', () => {
    for (const json of [NaN, Infinity, '1']) refuses(number, json);
    assert.equal(number(-0.5), -0.5);
  });

  it('takes a moment with offset only', () => {
    for (const json of ['2026-05-04T10:00:00Z', '2026-05-04T10:00:00.123+02:00'])
      assert.equal(moment(json), json);
    for (const json of [
      '2026-05-04',
      '2026-05-04T10:00:00',
      '2026-13-04T10:00:00Z',
      '2027-02-31T10:00:00Z',
      '2027-02-29T10:00:00+01:00',
      '2027-02-28T24:30:00Z',
      'Tue, 5 May 2026 10:00:00 +02:00',
      1,
      null,
    ])
      refuses(moment, json);
  });

  it('leaves out what is optional and absent, and what it does not know', () => {
    const read = shape<{ a: string; b?: string }>({ a: text, b: maybe(text) });
    assert.deepEqual(Object.keys(read({ a: 'x', c: 'y' })), ['a']);
    assert.deepEqual(read({ a: 'x', b: 'y' }), { a: 'x', b: 'y' });
    refuses(read, { a: 'x', b: null }, '/b');
  });

  it('reads own keys only, so that a page cannot slip one in by the prototype', () => {
    const slipped = Object.create({ a: 'from the prototype' }) as object;
    refuses(shape<{ a: string }>({ a: text }), slipped, '/a');
    const read = shape<{ a: string }>({ a: text })(JSON.parse('{"a":"x","__proto__":{"b":1}}'));
    assert.equal('b' in read, false);
  });
});
