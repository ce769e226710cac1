import { expect } from '@open-wc/testing';
import { ResponseCache } from '@buurt/core/storage/response-cache.js';

const key = 'buurt:test:shelves';
const shelves = () => new ResponseCache(key, { books: 2, maps: 1 });

/** An answer that every browser can read, and that some can not write: deeper than the stack is. */
const abyss = () => {
  let json: unknown = 'bottom';
  for (let depth = 0; depth < 100_000; depth++) json = [json];
  return json;
};

describe('what was read of a buurt', () => {
  beforeEach(() => localStorage.removeItem(key));
  after(() => localStorage.removeItem(key));

  it('is there at the next visit, the newest answers of each kind', () => {
    for (const name of ['one', 'two', 'three']) shelves().keep('books', name, { name });
    shelves().keep('maps', 'one', 'a map');
    expect(shelves().get('books', 'one')).to.equal(undefined);
    expect(shelves().get('books', 'two')?.json).to.deep.equal({ name: 'two' });
    expect(shelves().get('books', 'three')?.json).to.deep.equal({ name: 'three' });
    expect(shelves().get('maps', 'one')?.json).to.equal('a map');
  });

  it('is gone after a week', () => {
    const eightDaysAgo = Date.now() - 8 * 24 * 60 * 60 * 1000;
    localStorage.setItem(key, JSON.stringify({ books: { one: { at: eightDaysAgo, json: 1 } } }));
    expect(shelves().get('books', 'one')).to.equal(undefined);
  });

  it('stays when an answer comes that is too deep or too long to write', () => {
    shelves().keep('books', 'one', 1);
    shelves().keep('books', 'deep', abyss());
    shelves().keep('books', 'long', 'x'.repeat(500_000));
    expect(shelves().get('books', 'one')?.json).to.equal(1);
    expect(shelves().get('books', 'long')).to.equal(undefined);
  });

  for (const spoiled of ['', 'null', '[]', '{"books":3}', '{"books":{"one":{"at":"now"}}}', '{"bo'])
    it(`is written anew over ${spoiled || 'nothing'}`, () => {
      localStorage.setItem(key, spoiled);
      expect(shelves().get('books', 'one')).to.equal(undefined);
      shelves().keep('books', 'one', 1);
      expect(shelves().get('books', 'one')?.json).to.equal(1);
    });
});
