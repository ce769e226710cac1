import type { ReactiveController, ReactiveElement } from 'lit';
import { initialState, Task, TaskStatus } from '@lit/task';
import { ShapeError } from '@buurt/domain/wire/json.js';
import { ApiError } from '../http/api-error.js';

/** An answer of an earlier visit, as it came, and when that was by this device's clock. */
interface StoredAnswer {
  readonly at: number;
  readonly json: unknown;
}

/** Where answers stay between visits, by the question that they answer. */
export interface AnswerCache {
  readonly get: (question: string) => StoredAnswer | undefined;
  readonly set: (question: string, json: unknown) => void;
}

export interface ResourceOptions<T> {
  /** What the value is about, such as endpoint and buurt; `undefined` while there is nothing to ask. */
  readonly subject: () => string | undefined;
  /** What is asked about it, such as a search. While another question is asked the last answer stays. */
  readonly question?: () => string;
  readonly fetch: (signal: AbortSignal) => Promise<unknown>;
  /** Reads the JSON of an answer; throws a `ShapeError` when it has another shape. */
  readonly parse: (json: unknown) => T;
  /** The answers of earlier visits about a subject. */
  readonly cache?: (subject: string) => AnswerCache;
  readonly onValue?: (value: T) => void;
  readonly onError?: (error: unknown) => void;
}

/** What is asked: the subject, the question, and how often it was asked anew. */
type Request = readonly [subject: string | undefined, question: string, round: number];

const isAbort = (error: unknown) => error instanceof ApiError && error.kind === 'aborted';

/**
 * Something that the endpoint tells. Asks when the subject or the question becomes another, and keeps the last value that
 * could be read: what a visitor sees does not go away because a later request fails. Stops when the element leaves the
 * page, and asks again when it comes back.
 */
export class Resource<T> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: ResourceOptions<T>;
  readonly #task: Task<Request, unknown>;
  #requested: Request | undefined;
  #round = 0;
  #answer: { readonly subject: string; readonly value: T; readonly storedAt: number | undefined } | undefined;
  #isStopped = false;

  constructor(host: ReactiveElement, options: ResourceOptions<T>) {
    this.#host = host;
    this.#options = options;
    this.#task = new Task(host, {
      args: () => this.#request,
      task: async (request, { signal }) => {
        this.#requested = request;
        const [subject, question] = request;
        if (subject === undefined) return initialState;
        if (this.value === undefined) this.#restore(subject, question);
        const json = await options.fetch(signal);
        signal.throwIfAborted();
        this.#answer = { subject, value: parsed(json, options.parse), storedAt: undefined };
        options.cache?.(subject).set(question, json);
        options.onValue?.(this.#answer.value);
        return json;
      },
      onError: (error) => {
        if (host.isConnected && !isAbort(error)) options.onError?.(error);
      },
    });
    host.addController(this);
  }

  /** The last value about this subject; also while it is asked again, and when that fails. */
  get value(): T | undefined {
    return this.#answer && this.#answer.subject === this.#options.subject() ? this.#answer.value : undefined;
  }

  /** When the value was read, by this device's clock, if that was on an earlier visit. */
  get storedAt(): number | undefined {
    return this.value === undefined ? undefined : this.#answer?.storedAt;
  }

  /** Whether an answer is on its way, or is asked for in the next update of the element. */
  get isLoading(): boolean {
    const request = this.#request;
    const isRequested = request.every((each, index) => each === this.#requested?.[index]);
    return request[0] !== undefined && (!isRequested || this.#task.status === TaskStatus.PENDING);
  }

  /** Why there is no newer value; `undefined` while it is asked again. */
  get error(): unknown {
    if (this.isLoading || this.#task.status !== TaskStatus.ERROR) return undefined;
    return isAbort(this.#task.error) ? undefined : this.#task.error;
  }

  /** Nothing is asked while the element is not on the page. */
  get #request(): Request {
    const { subject, question } = this.#options;
    return [this.#host.isConnected ? subject() : undefined, question?.() ?? '', this.#round];
  }

  /** Asks the same again. */
  readonly reload = (): void => {
    this.#round += 1;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    if (this.#isStopped) this.reload();
    this.#isStopped = false;
  }

  hostDisconnected(): void {
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#isStopped = true;
      this.#task.abort();
    });
  }

  #restore(subject: string, question: string): void {
    const stored = this.#options.cache?.(subject).get(question);
    if (!stored) return;
    try {
      const value = parsed(stored.json, this.#options.parse);
      this.#answer = { subject, value, storedAt: stored.at };
    } catch (error) {
      // Stored by another version of the code, or changed by somebody: as if it was not there.
      if (!(error instanceof ApiError)) throw error;
    }
  }
}

/** @throws {ApiError} `unreadable` */
function parsed<T>(json: unknown, parse: (json: unknown) => T): T {
  try {
    return parse(json);
  } catch (cause) {
    if (cause instanceof ShapeError) throw new ApiError('unreadable', { cause });
    throw cause;
  }
}
