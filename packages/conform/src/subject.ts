import { borderFrom } from '@buurt/domain/geo/border-json.js';
import type { Border } from '@buurt/domain/geo/border.js';
import { ideaSettingsFrom, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import { initiativePageFrom } from '@buurt/domain/initiatives/initiative-page-json.js';
import { list, shape, text } from '@buurt/domain/wire/json.js';
import { read, Untried } from './check.js';
import type { EndpointClient } from './endpoint-client.js';

const buurtenFrom = shape<{ buurten: { code: string }[] }>({
  buurten: list(shape<{ code: string }>({ code: text })),
});
const settingsFrom = shape<{ idea: IdeaSettings }>({ idea: ideaSettingsFrom });

/** Something that was made at the endpoint and stays there. */
export interface LeftBehind {
  readonly title: string;
  readonly id: string;
  readonly reference: string;
}

/** What the checks ask about: a buurt, and what is known of it. Each is read once. */
export class Subject {
  readonly #leftBehind = new Map<string, LeftBehind>();
  readonly #once = new Map<string, Promise<unknown>>();

  constructor(
    private readonly client: EndpointClient,
    private readonly givenBuurt: string | undefined,
  ) {}

  /** Everything that was made and stays, each once. */
  get leftBehind(): readonly LeftBehind[] {
    return [...this.#leftBehind.values()];
  }

  remember(title: string, { id, reference }: Omit<LeftBehind, 'title'>): void {
    if (!this.#leftBehind.has(id)) this.#leftBehind.set(id, { title, id, reference });
  }

  /** What several checks need, made by the first of them. */
  once<T>(what: string, make: () => Promise<T>): Promise<T> {
    const made = (this.#once.get(what) as Promise<T> | undefined) ?? make();
    this.#once.set(what, made);
    return made;
  }

  /** The buurt that was given, or the first of the endpoint. */
  buurt(): Promise<string> {
    return this.once('buurt', async () => this.givenBuurt ?? (await this.#firstBuurt()));
  }

  /** The newest initiatives of the buurt. */
  initiatives(): Promise<readonly ListedInitiative[]> {
    return this.once(
      'initiatives',
      async () => read(await this.#ask('listInitiatives'), initiativePageFrom).entries,
    );
  }

  /** @throws {Untried} when the buurt has none */
  async initiative(): Promise<ListedInitiative> {
    const [first] = await this.initiatives();
    if (!first) throw new Untried(`buurt ${await this.buurt()} has no initiatives`);
    return first;
  }

  settings(): Promise<IdeaSettings> {
    return this.once('settings', async () => read(await this.#ask('getSettings'), settingsFrom).idea);
  }

  border(): Promise<Border> {
    return this.once('border', async () => read(await this.#ask('getBoundary'), borderFrom));
  }

  async #ask(operationId: string) {
    return this.client.ask(operationId, { params: { code: await this.buurt() } });
  }

  async #firstBuurt(): Promise<string> {
    const { buurten } = read(await this.client.ask('listBuurten'), buurtenFrom);
    const [first] = buurten;
    if (!first) throw new Untried('the endpoint has no buurten');
    return first.code;
  }
}
