/** An answer as it came, and when that was by this device's clock. */
export interface KeptAnswer {
  readonly at: number;
  readonly json: unknown;
}

type Kind = 'lists' | 'details' | 'settings';
type Shelf = Record<string, KeptAnswer>;

const keptForMs = 7 * 24 * 60 * 60 * 1000;
const most = { lists: 4, details: 12, settings: 1, characters: 400_000 };

const isKept = (kept: unknown): kept is KeptAnswer => {
  const { at } = (kept ?? {}) as Partial<KeptAnswer>;
  return typeof at === 'number' && Math.abs(Date.now() - at) < keptForMs;
};

/**
 * What was read of a buurt stays on this device for a week, so that it is there at once the next time, and without
 * network. Answers are kept as they came and read again like those of a server: whatever became of them in storage, no
 * more than that one answer is lost. It never throws: where storage is blocked or full, nothing is kept.
 */
export class KeptAnswers {
  readonly #key: string;

  constructor(endpoint: string, buurt: string) {
    this.#key = `buurt:seen:${endpoint}:${buurt}`;
  }

  list(search: string): KeptAnswer | undefined {
    return this.#shelf('lists')[search];
  }

  detail(id: string): KeptAnswer | undefined {
    return this.#shelf('details')[id];
  }

  get settings(): KeptAnswer | undefined {
    return this.#shelf('settings')[''];
  }

  keepSettings(json: unknown): void {
    this.#keep('settings', '', json);
  }

  keepList(search: string, json: unknown): void {
    this.#keep('lists', search, json);
  }

  keepDetail(id: string, json: unknown): void {
    this.#keep('details', id, json);
  }

  #keep(kind: Kind, name: string, json: unknown): void {
    const others = Object.entries(this.#shelf(kind)).filter(([other]) => other !== name);
    const newest: readonly [string, KeptAnswer] = [name, { at: Date.now(), json }];
    const shelf = Object.fromEntries<KeptAnswer>([newest, ...others].slice(0, most[kind]));
    const written = JSON.stringify({
      lists: this.#shelf('lists'),
      details: this.#shelf('details'),
      settings: this.#shelf('settings'),
      [kind]: shelf,
    });
    if (written.length > most.characters) return;
    try {
      localStorage.setItem(this.#key, written);
    } catch {
      // Storage is blocked or full: the next visit begins with an empty screen.
    }
  }

  #shelf(kind: Kind): Shelf {
    try {
      const written = JSON.parse(localStorage.getItem(this.#key) ?? '{}') as Record<string, unknown> | null;
      const shelf = Object.entries<unknown>({ ...(written?.[kind] as Shelf | undefined) });
      return Object.fromEntries(shelf.filter((each): each is [string, KeptAnswer] => isKept(each[1])));
    } catch {
      return {};
    }
  }
}
