interface ReadingHost {
  requestUpdate(): void;
}

type Call = (signal: AbortSignal) => Promise<unknown>;

/** Something that the server tells, as it came; what it told before stays until the next is there. */
export class Reading {
  readonly #host: ReadingHost;
  readonly #failed: (error: unknown) => void;
  #call: Call | undefined;
  #stop = new AbortController();
  #error: unknown;

  /** What is asked; empty when nothing is. */
  question = '';
  json: unknown;
  busy = false;
  /** When it was told, by this device's clock, if that was on an earlier visit. */
  keptAt: number | undefined;

  constructor(host: ReadingHost, failed: (error: unknown) => void) {
    this.#host = host;
    this.#failed = failed;
  }

  get error(): unknown {
    return this.busy ? undefined : this.#error;
  }

  ask(question: string, call: Call): void {
    if (question === this.question) return;
    this.question = question;
    this.#call = call;
    void this.again();
  }

  readonly again = async (): Promise<void> => {
    this.#stop.abort();
    const { signal } = (this.#stop = new AbortController());
    if (!this.#call) return;
    this.busy = true;
    this.#host.requestUpdate();
    try {
      const json = await this.#call(signal);
      if (signal.aborted) return;
      this.json = json;
      this.keptAt = undefined;
      this.#error = undefined;
    } catch (error) {
      if (signal.aborted) return;
      this.#error = error;
      this.#failed(error);
    }
    this.busy = false;
    this.#host.requestUpdate();
  };

  /** What was told on an earlier visit, until the server tells more. */
  restore(json: unknown, at: number): void {
    this.json = json;
    this.keptAt = at;
  }

  /** It is asked again when somebody asks the same. */
  stop(): void {
    this.#stop.abort();
    this.question = '';
    this.busy = false;
  }

  /** What was told is about something else. */
  forget(): void {
    this.stop();
    this.#call = undefined;
    this.json = undefined;
    this.#error = undefined;
    this.keptAt = undefined;
  }
}
