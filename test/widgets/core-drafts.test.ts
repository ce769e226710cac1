import { expect } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import type { DraftScope } from '@buurt/core/storage/draft-scope.js';
import { DraftStore } from '@buurt/core/storage/drafts.js';
import { PhotoStore } from '@buurt/core/storage/photo-store.js';

interface Draft {
  readonly title: string;
  readonly email?: string;
}

const scopeOf = (more: Partial<DraftScope> = {}): DraftScope => ({
  widget: 'test',
  endpoint: `https://${crypto.randomUUID()}.example/v1`,
  buurt: 'BU0363AA01',
  where: 'local',
  ...more,
});
const storeIn = (scope: DraftScope) => new DraftStore<Draft>(scope);
const written = (scope: DraftScope, storage: Storage = localStorage) =>
  Object.entries({ ...storage }).find(([key]) => key.includes(scope.endpoint));

/** Makes every write fail, as a browser does whose storage is full or blocked. */
async function withoutStorage(what: () => unknown): Promise<void> {
  const { setItem, getItem, removeItem } = Storage.prototype;
  const refuse = () => {
    throw new DOMException('No', 'QuotaExceededError');
  };
  Object.assign(Storage.prototype, { setItem: refuse, getItem: refuse, removeItem: refuse });
  try {
    await what();
  } finally {
    Object.assign(Storage.prototype, { setItem, getItem, removeItem });
  }
}

describe('A draft', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is there again after a reload, by itself', async () => {
    const scope = scopeOf();
    storeIn(scope).save({ title: 'Een bankje' });
    await waitUntil(() => written(scope) !== undefined);
    expect(storeIn(scope).load()).to.deep.equal({ title: 'Een bankje' });
  });

  it('is kept at once when the page goes away, with what was typed last', () => {
    const scope = scopeOf();
    const store = storeIn(scope);
    store.save({ title: 'Een' });
    store.save({ title: 'Een bankje' });
    dispatchEvent(new Event('pagehide'));
    expect(storeIn(scope).load()).to.deep.equal({ title: 'Een bankje' });
  });

  it('holds nothing by which the resident is known', () => {
    const scope = scopeOf({ without: ['email'] });
    const store = storeIn(scope);
    store.save({ title: 'Een bankje', email: 'an@example.org' });
    store.flush();
    expect(written(scope)![1]).to.not.contain('an@example.org');
    expect(store.load()).to.deep.equal({ title: 'Een bankje' });
  });

  it('belongs to one endpoint and one buurt', () => {
    const scope = scopeOf();
    const store = storeIn(scope);
    store.save({ title: 'Een bankje' });
    store.flush();
    expect(storeIn({ ...scope, buurt: 'BU0363AA02' }).load()).to.equal(undefined);
    expect(storeIn(scopeOf()).load()).to.equal(undefined);
  });

  it('goes with the tab when the page wants it so', () => {
    const scope = scopeOf({ where: 'session' });
    const store = storeIn(scope);
    store.save({ title: 'Een bankje' });
    store.flush();
    expect(written(scope)).to.equal(undefined);
    expect(written(scope, sessionStorage)).to.not.equal(undefined);
  });

  it('is not kept at all when the page wants it so', () => {
    const scope = scopeOf({ where: 'off' });
    const store = storeIn(scope);
    store.save({ title: 'Een bankje' });
    store.flush();
    expect([written(scope), written(scope, sessionStorage)]).to.deep.equal([undefined, undefined]);
    expect(store.keeps).to.equal(false);
  });

  it('is gone after a week', () => {
    const scope = scopeOf();
    const store = storeIn(scope);
    store.save({ title: 'Een bankje' });
    store.flush();
    const [key, text] = written(scope)!;
    const { saved, value } = JSON.parse(text);
    const dayMs = 24 * 60 * 60 * 1000;
    localStorage.setItem(key, JSON.stringify({ saved: saved - 6.9 * dayMs, value }));
    expect(store.load()).to.deep.equal({ title: 'Een bankje' });
    localStorage.setItem(key, JSON.stringify({ saved: saved - 7.1 * dayMs, value }));
    expect(store.load()).to.equal(undefined);
    expect(written(scope)).to.equal(undefined);
  });

  it('that was thrown away is not kept after all', async () => {
    const scope = scopeOf();
    const store = storeIn(scope);
    store.save({ title: 'Een bankje' });
    store.clear();
    dispatchEvent(new Event('pagehide'));
    expect(written(scope)).to.equal(undefined);
  });

  for (const corrupt of [
    '',
    '{',
    'null',
    '7',
    '[]',
    '{"saved":"now","value":{}}',
    `{"saved":${Date.now()},"value":3}`,
  ])
    it(`that is corrupt (${corrupt}) is none`, () => {
      const scope = scopeOf();
      const store = storeIn(scope);
      store.save({ title: 'x' });
      store.flush();
      localStorage.setItem(written(scope)![0], corrupt);
      expect(storeIn(scope).load()).to.equal(undefined);
      store.save({ title: 'Opnieuw' });
      store.flush();
      expect(storeIn(scope).load()).to.deep.equal({ title: 'Opnieuw' });
    });

  it('is missed by nobody where the browser keeps nothing', async () => {
    const store = storeIn(scopeOf());
    await withoutStorage(() => {
      store.save({ title: 'Een bankje' });
      store.flush();
      expect(store.keeps).to.equal(false);
      expect(store.load()).to.equal(undefined);
      store.clear();
    });
  });
});

describe('A photo of a draft', () => {
  const photo = (bytes = 1000) => new Blob([new Uint8Array(bytes)], { type: 'image/webp' });
  afterEach(() => new PhotoStore('local').clear());

  it('is there again after a reload', async () => {
    expect(await new PhotoStore('local').put('a', photo())).to.equal(true);
    const again = await new PhotoStore('local').get('a');
    expect([again?.size, again?.type]).to.deep.equal([1000, 'image/webp']);
  });

  it('is gone once it is deleted', async () => {
    const store = new PhotoStore('local');
    await store.put('a', photo());
    await store.delete('a');
    expect(await store.get('a')).to.equal(undefined);
    expect(await new PhotoStore('local').get('a')).to.equal(undefined);
  });

  it('is only kept in memory beyond 25 MB', async () => {
    const store = new PhotoStore('local');
    expect(await store.put('a', photo(20 * 2 ** 20))).to.equal(true);
    expect(await store.put('b', photo(6 * 2 ** 20))).to.equal(false);
    expect((await store.get('b'))?.size).to.equal(6 * 2 ** 20);
    expect(await new PhotoStore('local').get('b')).to.equal(undefined);
  });

  it('that is put again does not count twice', async () => {
    const store = new PhotoStore('local');
    await store.put('a', photo(20 * 2 ** 20));
    expect(await store.put('a', photo(20 * 2 ** 20))).to.equal(true);
  });

  it('is only kept in memory when the page does not want it on the device', async () => {
    const store = new PhotoStore('off');
    expect(await store.put('a', photo())).to.equal(false);
    expect((await store.get('a'))?.size).to.equal(1000);
    expect(await new PhotoStore('local').get('a')).to.equal(undefined);
  });

  it('is only kept in memory where the browser has no database', async () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('No', 'SecurityError');
    };
    const store = new PhotoStore('local');
    expect(await store.put('a', photo())).to.equal(false);
    expect((await store.get('a'))?.size).to.equal(1000);
    await store.clear();
    IDBFactory.prototype.open = open;
  });
});
