import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { photoFrom, summariesFrom } from '@buurt/domain/initiatives/initiative-json.js';
import type { InitiativeSummary } from '@buurt/domain/initiatives/initiative.js';
import { ShapeError } from '@buurt/domain/wire/json.js';
import { anyJson, anyText } from './arbitraries.js';

const table: InitiativeSummary = {
  id: 'i-1',
  buurtCode: 'BU0363AA01',
  title: 'Lange tafel op het Rozenplein',
  excerpt: 'Een keer per maand eten we samen.',
  theme: 'meet',
  status: 'underway',
  place: { lat: 52.37, lon: 4.89 },
  photo: { id: 'p-1', alt: 'Een bank', sources: [{ url: 'photos/p-1/320.webp', width: 320, height: 240 }] },
  supportCount: 34,
  offerCount: 8,
  publishedAt: '2026-05-04T10:00:00+02:00',
};

const summary = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), title: anyText })
  .map((own): InitiativeSummary => ({ ...table, ...own }));

describe('a list of initiatives', () => {
  it('keeps what can be read once each, in order, and counts the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(summary, anyJson)), (initiatives) => {
        const { entries, skipped } = summariesFrom({ initiatives });
        assert.equal(entries.length + skipped, initiatives.length);
        assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
        const readable = initiatives.filter(
          (each) => typeof each === 'object' && each !== null && 'publishedAt' in each,
        ) as InitiativeSummary[];
        const first = readable.filter(
          ({ id }, index) => readable.findIndex((each) => each.id === id) === index,
        );
        assert.deepEqual(entries, first);
      }),
    );
  });

  for (const [what, change] of [
    ['a negative number of supporters', { supportCount: -1 }],
    ['an unknown status', { status: 'archived' }],
    ['a place off the earth', { place: { lat: 99, lon: 4 } }],
    ['a date without offset', { publishedAt: '2026-05-04' }],
    ['a missing photo', { photo: undefined }],
  ] as const)
    it(`leaves out one with ${what} and shows the others`, () => {
      const { entries, skipped } = summariesFrom({
        initiatives: [{ ...table, id: 'i-2', ...change }, null, table],
      });
      assert.deepEqual(entries, [table]);
      assert.equal(skipped, 2);
    });

  it('is refused when it is no list', () => {
    for (const json of [null, [], {}, { initiatives: {} }, 'x'])
      assert.throws(() => summariesFrom(json), ShapeError);
  });
});

describe('the address of a picture', () => {
  const photo = (url: unknown) => ({ id: 'p', alt: '', sources: [{ url, width: 1, height: 1 }] });

  for (const url of [
    'photos/p/640.webp?expires=1&signature=a',
    'https://buurt.example/p.webp',
    '/p.webp',
    'http://x/p',
  ])
    it(`may be ${url}`, () => {
      assert.equal(photoFrom(photo(url)).sources[0]?.url, url);
    });

  for (const url of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'blob:https://x/1',
    'file:///etc/passwd',
    7,
  ])
    it(`may not be ${JSON.stringify(url)}`, () => {
      assert.throws(
        () => photoFrom(photo(url)),
        (error) => error instanceof ShapeError && error.pointer === '/sources/0/url',
      );
    });

  it('leads to http or https from any endpoint, whatever the server sends', () => {
    const pieces = fc.constantFrom(
      'java',
      'script',
      'data',
      ':',
      '/',
      '\\',
      ' ',
      '\t',
      '\n',
      '\u0000',
      '\u00a0',
      '.',
      '@',
      '#',
      '?',
      'HTTP',
    );
    const tricks = fc.array(pieces, { maxLength: 12 }).map((chosen) => chosen.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText, tricks), (url) => {
        let read: string | undefined;
        try {
          read = photoFrom(photo(url)).sources[0]?.url;
        } catch {
          return;
        }
        if (read === undefined || !URL.canParse(read, 'https://buurt.example/v1/')) return;
        assert.match(new URL(read, 'https://buurt.example/v1/').protocol, /^https?:$/);
      }),
      { numRuns: 2000 },
    );
  });
});
