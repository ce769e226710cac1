import type { ReactiveControllerHost } from 'lit';

/** Code that comes when it is needed. On a bad network it may not; then it can be asked for again. */
export class LazyModule<Module> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #importModule: () => Promise<Module>;
  #loading: Promise<void> | undefined;
  #module: Module | undefined;
  #failed = false;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, importModule: () => Promise<Module>) {
    this.#host = host;
    this.#importModule = importModule;
  }

  /** The code, once it is there. */
  get module(): Module | undefined {
    return this.#module;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Loads, once; again after a failure. The host shows the result either way. */
  readonly load = (): Promise<void> => (this.#loading ??= this.#import());

  async #import(): Promise<void> {
    this.#failed = false;
    try {
      this.#module = await this.#importModule();
    } catch {
      this.#failed = true;
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
  }
}
