import type { ReactiveElement } from 'lit';
import { Resource } from '@buurt/core/element/resource.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { boundary } from '@buurt/core/http/ideas.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import { readSurroundings } from '@buurt/core/map/streets.js';
import type { Border } from '@buurt/domain/geo/border.js';
import type { Street } from '@buurt/domain/geo/map-surroundings.js';

interface Host extends ReactiveElement {
  readonly api?: BuurtApi | undefined;
  readonly buurtCode?: string | undefined;
}

const noStreets: readonly Street[] = [];

/**
 * The border and the streets of the buurt, for an element that shows a place in it. The border is needed; without
 * streets a map is an outline.
 */
export class BuurtGeometry {
  readonly #border: Resource<Border, Border>;
  readonly #streets: Resource<readonly Street[], readonly Street[]>;

  constructor(host: Host, onBorder: (border: Border) => void = () => undefined) {
    const about = {
      subject: () => (host.api && host.buurtCode ? `${host.api.endpoint} ${host.buurtCode}` : undefined),
      client: () => host.api,
    };
    const ask =
      <T>(read: (api: BuurtApi, buurt: string, options: { signal: AbortSignal }) => Promise<T>) =>
      async (signal: AbortSignal): Promise<T> => {
        const { api, buurtCode } = host;
        if (!api || !buurtCode) throw new ApiError('aborted');
        return read(api, buurtCode, { signal });
      };
    this.#border = new Resource<Border, Border>(host, {
      ...about,
      fetch: ask(boundary),
      parse: (border) => border,
      onValue: onBorder,
    });
    this.#streets = new Resource<readonly Street[], readonly Street[]>(host, {
      ...about,
      fetch: ask(async (...question) => (await readSurroundings(...question)).streets),
      parse: (streets) => streets,
    });
  }

  get border(): Border | undefined {
    return this.#border.value;
  }

  get streets(): readonly Street[] {
    return this.#streets.value ?? noStreets;
  }

  /** Whether the border is on its way. */
  get isLoading(): boolean {
    return this.#border.isLoading;
  }

  /** Why there is no border. */
  get error(): unknown {
    return this.#border.error;
  }

  /** Asks for what did not come. */
  readonly retry = (): void => {
    for (const resource of [this.#border, this.#streets]) if (resource.error !== undefined) resource.reload();
  };
}
