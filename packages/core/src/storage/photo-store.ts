import { createStore, del, entries, set, clear as clearAll, type UseStore } from 'idb-keyval';

interface StoredPhoto {
  readonly blob: Blob;
  readonly saved: number;
}

const mostBytes = 25 * 1024 * 1024;
const keptForMs = 7 * 24 * 60 * 60 * 1000;

/**
 * The photos of a draft, already without metadata: in IndexedDB for a week, at most 25 MB, and in memory besides. It
 * never throws: where storage is blocked or full a photo stays in memory and is gone after a reload.
 */
export class PhotoStore {
  readonly #memory = new Map<string, Blob>();
  readonly #database: UseStore | undefined;

  /** @param where only `local` outlives the page */
  constructor(where: 'off' | 'session' | 'local') {
    this.#database = where === 'local' ? database() : undefined;
  }

  /** Keeps a photo; `false` when it will not outlive the page. */
  async put(id: string, blob: Blob): Promise<boolean> {
    this.#memory.set(id, blob);
    const others = (await this.#kept()).filter(([other]) => other !== id);
    const bytes = others.reduce((sum, [, each]) => sum + each.blob.size, blob.size);
    if (bytes > mostBytes) return false;
    return this.#store(async (store) => {
      await set(id, { blob, saved: Date.now() } satisfies StoredPhoto, store);
      return true;
    }, false);
  }

  async get(id: string): Promise<Blob | undefined> {
    return this.#memory.get(id) ?? new Map(await this.#kept()).get(id)?.blob;
  }

  async delete(id: string): Promise<void> {
    this.#memory.delete(id);
    await this.#store((store) => del(id, store), undefined);
  }

  async clear(): Promise<void> {
    this.#memory.clear();
    await this.#store((store) => clearAll(store), undefined);
  }

  /** What is kept and not older than a week; older photos are thrown away. */
  async #kept(): Promise<readonly (readonly [string, StoredPhoto])[]> {
    const all = await this.#store((store) => entries<string, StoredPhoto>(store), []);
    const fresh = all.filter(([, { saved }]) => Date.now() - saved < keptForMs);
    const old = all.filter((each) => !fresh.includes(each));
    await Promise.all(old.map(([id]) => this.delete(id)));
    return fresh;
  }

  async #store<R>(use: (store: UseStore) => Promise<R>, otherwise: R): Promise<R> {
    if (!this.#database) return otherwise;
    try {
      return await use(this.#database);
    } catch {
      return otherwise;
    }
  }
}

function database(): UseStore | undefined {
  try {
    return createStore('buurt-photos', 'photos');
  } catch {
    return undefined;
  }
}
