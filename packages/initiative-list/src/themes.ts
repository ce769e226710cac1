import { ApiError } from '@buurt/core/http/api-error.js';
import { inBuurt } from '@buurt/core/http/client.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { list, maybe, shape, ShapeError, text } from '@buurt/domain/wire/json.js';
import type { LocalText, Theme } from '@buurt/domain/ideas/settings.js';
import type { BoardHost } from './board-host.js';
import type { KeptAnswers } from './kept.js';

const settingsFrom = shape<{ idea: { themes: Theme[] } }>({
  idea: shape<{ themes: Theme[] }>({
    themes: list(shape<Theme>({ id: text, name: shape<LocalText>({ nl: text, en: maybe(text) }) })),
  }),
});

/** What the themes are called, from the settings of the buurt. Nobody loses the list because they do not come. */
export class Themes {
  readonly #host: BoardHost;
  readonly #kept: KeptAnswers;
  readonly #stop = new AbortController();
  #names: ReadonlyMap<string, LocalText> = new Map();
  /** Their ids are better than nothing, once the names will not come. */
  #failed = false;

  constructor(host: BoardHost, kept: KeptAnswers) {
    this.#host = host;
    this.#kept = kept;
    this.#learn(kept.settings?.json);
  }

  /** Empty while the name is on its way. */
  nameOf(id: string, locale: Locale): string {
    const name = this.#names.get(id);
    if (name) return locale === 'en' ? (name.en ?? name.nl) : name.nl;
    return this.#failed || this.#names.size > 0 ? id : '';
  }

  async read(): Promise<void> {
    const { api, buurt, element } = this.#host;
    const { signal } = this.#stop;
    try {
      const json = await api.read({ path: `${inBuurt(buurt)}/settings`, signal }, (answer) => answer);
      if (this.#learn(json)) this.#kept.keepSettings(json);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#failed = true;
    }
    element.requestUpdate();
  }

  close(): void {
    this.#stop.abort();
  }

  #learn(json: unknown): boolean {
    try {
      this.#names = new Map(settingsFrom(json).idea.themes.map(({ id, name }) => [id, name]));
      return true;
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      this.#failed = json !== undefined;
      return false;
    }
  }
}
