import { connectionLost, HttpProblem } from '../http/problem-json.js';

/** Who waits for a piece of work. */
export interface QueuedCaller {
  /** Groups take turns: a caller who asks for much waits behind themselves, not before others. */
  readonly group: string;
  /** Work for a caller who hung up is dropped. */
  readonly signal?: AbortSignal | undefined;
}

interface Job {
  readonly size: number;
  readonly start: () => void;
}

export interface WorkQueueOptions {
  readonly atOnce: number;
  /** An asker who would wait longer than this is refused. */
  readonly longestMs: number;
  /** What a piece of work of this size takes, until it is measured. */
  readonly firstGuessMs: (size: number) => number;
}

const busy = () =>
  new HttpProblem('busy', 'Er worden nu veel codes nagekeken. Probeer het zo nog eens.', {
    headers: { 'Retry-After': '5' },
  });

/**
 * Does slow work a few pieces at a time. Node has four threads for scrypt, for files and for names of hosts together:
 * without a line of its own, scrypt would take them all, and every file would wait for it.
 */
export class WorkQueue {
  readonly #groups = new Map<string, Set<Job>>();
  /** How long a piece of work of each size took of late. */
  readonly #usualMs = new Map<number, number>();
  #running = 0;

  constructor(private readonly options: WorkQueueOptions) {}

  /**
   * Does the work when its turn has come. Without an asker it waits however long the line is.
   * @throws {HttpProblem} when an asker would wait too long, or hung up before their turn
   */
  async run<T>(size: number, work: () => Promise<T>, asker?: QueuedCaller): Promise<T> {
    await this.#turn(size, asker);
    const began = performance.now();
    try {
      return await work();
    } finally {
      const usual = this.#usual(size);
      this.#usualMs.set(size, usual + (performance.now() - began - usual) / 8);
      this.#running -= 1;
      this.#next();
    }
  }

  #turn(size: number, { group, signal }: Partial<QueuedCaller> = {}): Promise<void> {
    if (signal?.aborted) throw connectionLost();
    if (group !== undefined) this.refuseIfLong(size, group);
    return new Promise((started, refused) => {
      const jobs = this.#groups.get(group ?? '') ?? new Set<Job>();
      this.#groups.set(group ?? '', jobs);
      const gone = () => {
        jobs.delete(job);
        if (jobs.size === 0) this.#groups.delete(group ?? '');
        refused(connectionLost());
      };
      const start = () => {
        signal?.removeEventListener('abort', gone);
        this.#running += 1;
        started();
      };
      const job: Job = { size, start };
      jobs.add(job);
      signal?.addEventListener('abort', gone);
      this.#next();
    });
  }

  /**
   * Each other group has as many turns before somebody as their own has.
   * @param ahead how many of their own group wait elsewhere, to come here before them
   * @throws {HttpProblem} when somebody of this group would wait too long
   */
  refuseIfLong(size: number, group: string, ahead = 0): void {
    const turns = (this.#groups.get(group)?.size ?? 0) + ahead + 1;
    let waitMs = ahead * this.#usual(size);
    for (const jobs of this.#groups.values())
      for (const job of [...jobs].slice(0, turns)) waitMs += this.#usual(job.size);
    if (waitMs / this.options.atOnce > this.options.longestMs) throw busy();
  }

  #usual(size: number): number {
    return this.#usualMs.get(size) ?? this.options.firstGuessMs(size);
  }

  #next(): void {
    while (this.#running < this.options.atOnce) {
      const [group, jobs] = this.#groups.entries().next().value ?? [];
      const [job] = jobs ?? [];
      if (group === undefined || jobs === undefined || job === undefined) return;
      jobs.delete(job);
      // To the end of the row, if anything is left: the others go first.
      this.#groups.delete(group);
      if (jobs.size > 0) this.#groups.set(group, jobs);
      job.start();
    }
  }
}

/** One core stays free for answering, and one of the four threads for files. */
export const workersFor = (cores: number): number => Math.max(1, Math.min(cores - 1, 3));
