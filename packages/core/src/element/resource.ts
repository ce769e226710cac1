import type { ReactiveController, ReactiveElement } from 'lit';
import { initialState, Task, TaskStatus } from '@lit/task';
import { ShapeError } from '@buurt/domain/wire/json.js';
import { ApiError } from '../http/api-error.js';

/** An answer of an earlier visit, as it came, and when that was by this device's clock. */
interface StoredAnswer<Json> {
  readonly at: number;
  readonly json: Json;
}

/** Where answers stay between visits, by the question that they answer. */
export interface AnswerCache<Json = unknown> {
  readonly get: (question: string) => StoredAnswer<Json> | undefined;
  readonly set: (question: string, json: Json) => void;
}

/** `Json` is the answer before it is read: JSON, or JSON with what came beside it, such as a header. */
export interface ResourceOptions<T, Json = unknown> {
  /** What the value is about, such as endpoint and buurt; `undefined` while there is nothing to ask. */
  readonly subject: () => string | undefined;
  /**
   * What is asked about it, such as a search. While another question is asked the last answer stays, unless an earlier
   * visit stored one to the new question.
   */
  readonly question?: () => string;
  /** Through what it is asked; the same is asked again when this is another object, such as a connection of the page. */
  readonly client?: () => unknown;
  readonly fetch: (signal: AbortSignal) => Promise<Json>;
  /** Reads an answer; throws a `ShapeError` or an `unreadable` `ApiError` when it has another shape. */
  readonly parse: (json: Json) => T;
  /** The answers of earlier visits about a subject. */
  readonly cache?: (subject: string) => AnswerCache<Json>;
  readonly onValue?: (value: T) => void;
  readonly onError?: (error: unknown) => void;
}

/** What is asked: the subject, the question, through what, and how often it was asked anew. */
type Request = readonly [subject: string | undefined, question: string, client: unknown, round: number];

interface Answer<T> {
  readonly subject: string;
  readonly question: string;
  readonly value: T;
  readonly at: number;
  readonly isStored: boolean;
}

const isAbort = (error: unknown) => error instanceof ApiError && error.kind === 'aborted';

/**
 * Something that the endpoint tells. Asks when the subject or the question becomes another, and keeps the last value that
 * could be read: what a visitor sees does not go away because a later request fails. Stops when the element leaves the
 * page, and asks again when it comes back.
 */
export class Resource<T, Json = unknown> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: ResourceOptions<T, Json>;
  readonly #task: Task<Request, Json>;
  #requested: Request | undefined;
  #round = 0;
  #answer: Answer<T> | undefined;
  #isStopped = false;

  constructor(host: ReactiveElement, options: ResourceOptions<T, Json>) {
    this.#host = host;
    this.#options = options;
    this.#task = new Task(host, {
      args: () => this.#request,
      task: async (request, { signal }) => {
        this.#requested = request;
        const [subject, question] = request;
        if (subject === undefined) return initialState;
        if (this.value === undefined || this.question !== question) this.#restore(subject, question);
        const json = await options.fetch(signal);
        signal.throwIfAborted();
        const value = parsed(json, options.parse);
        this.#answer = { subject, question, value, at: Date.now(), isStored: false };
        options.cache?.(subject).set(question, json);
        options.onValue?.(value);
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
    return this.#current?.value;
  }

  /** The question that the value answers: another one than is asked now, until that is answered. */
  get question(): string | undefined {
    return this.#current?.question;
  }

  /** When the value was read, by this device's clock. */
  get readAt(): number | undefined {
    return this.#current?.at;
  }

  /** When the value was read, by this device's clock, if that was on an earlier visit. */
  get storedAt(): number | undefined {
    return this.#current?.isStored ? this.#current.at : undefined;
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

  get #current(): Answer<T> | undefined {
    return this.#answer?.subject === this.#options.subject() ? this.#answer : undefined;
  }

  /** Nothing is asked while the element is not on the page. */
  get #request(): Request {
    const { subject, question, client } = this.#options;
    return [this.#host.isConnected ? subject() : undefined, question?.() ?? '', client?.(), this.#round];
  }

  /** Asks the same again. */
  readonly reload = (): void => {
    this.#round += 1;
    this.#host.requestUpdate();
  };

  /** Resolves once nothing is on its way: the answer has come, or it failed. */
  async settled(): Promise<void> {
    await this.#host.updateComplete;
    if (this.isLoading) await this.#task.taskComplete.catch(() => undefined);
  }

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
      this.#answer = { subject, question, value, at: stored.at, isStored: true };
    } catch (error) {
      // Stored by another version of the code, or changed by somebody: as if it was not there.
      if (!(error instanceof ApiError)) throw error;
    }
  }
}

/** @throws {ApiError} `unreadable` */
function parsed<T, Json>(json: Json, parse: (json: Json) => T): T {
  try {
    return parse(json);
  } catch (cause) {
    if (cause instanceof ShapeError) throw new ApiError('unreadable', { cause });
    throw cause;
  }
}
