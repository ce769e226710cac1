import type { ReactiveControllerHost } from 'lit';
import { initialState, Task, TaskStatus } from '@lit/task';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { boundary } from '@buurt/core/http/ideas.js';
import { readSurroundings } from '@buurt/core/map/streets.js';
import type { Border } from '@buurt/domain/geo/border.js';
import type { Street } from '@buurt/domain/geo/map-surroundings.js';

interface Host extends ReactiveControllerHost {
  readonly api?: BuurtApi | undefined;
  readonly buurtCode?: string | undefined;
  readonly isConnected: boolean;
}

/**
 * The border and the streets of the buurt, for an element that shows a place in it. The border is needed; without
 * streets a map is an outline.
 */
export class BuurtGeometry {
  readonly boundary: Task<readonly [BuurtApi | undefined, string | undefined], Border>;
  #left = false;
  readonly #vicinity: Task<readonly [BuurtApi | undefined, string | undefined], readonly Street[]>;

  constructor(host: Host, onBorder: (border: Border) => void = () => undefined) {
    const args = () => [host.api, host.buurtCode] as const;
    this.boundary = new Task(host, {
      args,
      task: ([api, buurt], { signal }): Promise<Border> | typeof initialState =>
        api && buurt ? boundary(api, buurt, { signal }) : initialState,
      onComplete: onBorder,
    });
    this.#vicinity = new Task(host, {
      args,
      task: async ([api, buurt], { signal }) =>
        api && buurt ? (await readSurroundings(api, buurt, { signal })).streets : initialState,
    });
    host.addController(this);
  }

  get border(): Border | undefined {
    return this.boundary.status === TaskStatus.COMPLETE ? this.boundary.value : undefined;
  }

  get streets(): readonly Street[] {
    return this.#vicinity.status === TaskStatus.COMPLETE ? (this.#vicinity.value ?? []) : [];
  }

  /** Asks for what is not there. */
  readonly again = (): void => {
    for (const task of [this.boundary, this.#vicinity])
      if (task.status !== TaskStatus.COMPLETE) void task.run();
  };

  hostConnected(): void {
    // What was on its way stopped when the element left the page.
    if (this.#left) this.again();
    this.#left = false;
  }

  hostDisconnected(): void {
    this.#left = true;
    this.boundary.abort();
    this.#vicinity.abort();
  }
}
