import type { ReactiveControllerHost } from 'lit';

/** Code that comes when it is needed. On a bad network it may not; then it can be asked for again. */
export class Lazy<Module> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #load: () => Promise<Module>;
  #coming: Promise<void> | undefined;
  #module: Module | undefined;
  #failed = false;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, load: () => Promise<Module>) {
    this.#host = host;
    this.#load = load;
  }

  /** The code, once it is there. */
  get module(): Module | undefined {
    return this.#module;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Loads, once; again after a failure. The host shows the result either way. */
  readonly need = (): Promise<void> => (this.#coming ??= this.#loaded());

  async #loaded(): Promise<void> {
    this.#failed = false;
    try {
      this.#module = await this.#load();
    } catch {
      this.#failed = true;
      this.#coming = undefined;
    }
    this.#host.requestUpdate();
  }
}
