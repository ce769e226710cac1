/** An answer as it came, and when that was by this device's clock. */
export interface CachedResponse {
  readonly at: number;
  readonly json: unknown;
}

type Shelf = Readonly<Record<string, CachedResponse>>;

const keptForMs = 7 * 24 * 60 * 60 * 1000;
const mostCharacters = 400_000;

const isKept = (kept: unknown): kept is CachedResponse => {
  const { at } = (kept ?? {}) as Partial<CachedResponse>;
  return typeof at === 'number' && Math.abs(Date.now() - at) < keptForMs;
};

/**
 * What was read of a buurt stays on this device for a week, so that it is there at once the next time, and without
 * network. Answers are kept as they came and read again like those of a server: whatever became of them in storage, no
 * more than that one answer is lost. It never throws: where storage is blocked or full, nothing is kept.
 */
export class ResponseCache<Kind extends string> {
  readonly #key: string;
  readonly #most: Readonly<Record<Kind, number>>;

  /** @param most how many answers of each kind are kept, the newest ones */
  constructor(key: string, most: Readonly<Record<Kind, number>>) {
    this.#key = key;
    this.#most = most;
  }

  get(kind: Kind, name: string): CachedResponse | undefined {
    return this.#shelf(kind)[name];
  }

  keep(kind: Kind, name: string, json: unknown): void {
    const kinds = Object.keys(this.#most) as Kind[];
    const shelves = kinds.map((each) => [each, this.#shelf(each)] as const);
    const others = Object.entries(this.#shelf(kind)).filter(([other]) => other !== name);
    const newest: readonly [string, CachedResponse] = [name, { at: Date.now(), json }];
    const shelf = Object.fromEntries<CachedResponse>([newest, ...others].slice(0, this.#most[kind]));
    try {
      const written = JSON.stringify({ ...Object.fromEntries(shelves), [kind]: shelf });
      if (written.length <= mostCharacters) localStorage.setItem(this.#key, written);
    } catch {
      // Storage is blocked or full, or the answer too deep to write: the next visit begins with an empty screen.
    }
  }

  #shelf(kind: Kind): Shelf {
    try {
      const written = JSON.parse(localStorage.getItem(this.#key) ?? '{}') as Record<string, unknown> | null;
      const shelf = Object.entries<unknown>({ ...(written?.[kind] as Shelf | undefined) });
      return Object.fromEntries(shelf.filter((each): each is [string, CachedResponse] => isKept(each[1])));
    } catch {
      return {};
    }
  }
}
