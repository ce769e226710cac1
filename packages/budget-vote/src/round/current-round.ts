import type { ReactiveControllerHost } from 'lit';
import { initialState, Task, TaskStatus } from '@lit/task';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { ServerClock } from './server-clock.js';
import { readRound, type WhichRound } from './round-api.js';
import { Watch } from './watch.js';

interface Wanted extends Omit<WhichRound, 'buurt'> {
  readonly api: BuurtApi | undefined;
  readonly buurt: string | undefined;
}

interface Listener {
  readonly wanted: () => Wanted;
  /** The server said how it is with the round. */
  readonly taken: (round: Round, before: Round | undefined) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The round as the server last told of it, with the server's clock. What was read stays when asking again fails: the
 * server decides whether a vote is open, but nobody loses a page because of a bad network.
 */
export class CurrentRound {
  readonly #listener: Listener;
  readonly #task: Task<readonly [BuurtApi | undefined, string | undefined, string | undefined], Round | null>;
  readonly #watch = new Watch(() => this.ask());
  #round: Round | null | undefined;
  #clock: ServerClock | undefined;

  constructor(host: ReactiveControllerHost, listener: Listener) {
    this.#listener = listener;
    this.#task = new Task(host, {
      args: () => {
        const { api, buurt, id } = listener.wanted();
        return [api, buurt, id] as const;
      },
      task: ([api, buurt, id], { signal }) =>
        api && buurt ? readRound(api, { buurt, id }, signal) : initialState,
      onComplete: (round) => this.#take(round),
      onError: (error) => {
        if (!(error instanceof ApiError && error.kind === 'aborted')) listener.failed(error);
      },
    });
  }

  /** `null`: the buurt has none; `undefined`: not known. */
  get known(): Round | null | undefined {
    return this.#round;
  }

  get clock(): ServerClock | undefined {
    return this.#clock;
  }

  /** Why the last time of asking failed. */
  get error(): unknown {
    return this.#task.status === TaskStatus.ERROR ? this.#task.error : undefined;
  }

  readonly ask = (): void => void this.#task.run();

  start(): void {
    this.#watch.start();
  }

  stop(): void {
    this.#watch.stop();
    this.#task.abort();
  }

  #take(round: Round | null): void {
    const before = this.#round ?? undefined;
    this.#round = round;
    if (!round) return;
    this.#clock = new ServerClock(round);
    this.#watch.expect(round, this.#clock);
    this.#listener.taken(round, before?.id === round.id ? before : undefined);
  }
}
