import type { Clock } from '../clock.js';
import { connectionLost, HttpProblem } from './problem-json.js';

const windowMs = 10 * 60_000;
const mostFailures = 10;
const sweepMs = 60_000;

/** How long nobody else of the same group is let in after a failure above the limit. */
const pauseMs = 250;

/** Above the limit so many may wait; at one every 300 ms the last one still hears something before a widget gives up. */
const mostWaitingAbove = 20;

/** Leave to try one code. */
export interface Place {
  /** Counts the code as wrong; the refusal to be sent is this one, or 429 above the limit. */
  wrong(refusal: HttpProblem): HttpProblem;
  /** Lets the next one in. */
  leave(): void;
}

export interface Entering {
  readonly signal?: AbortSignal;
  /** Throws when so many are ahead in the group that nobody more should wait. */
  readonly mayWait?: (ahead: number) => void;
}

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (refusal: HttpProblem) => void;
}

interface Group {
  failures: number[];
  inside: number;
  readonly waiting: Set<Waiting>;
}

const tooManyWait = () =>
  new HttpProblem('too-many-requests', 'Er worden te veel codes geprobeerd. Probeer het zo nog eens.', {
    headers: { 'Retry-After': '5' },
  });

/**
 * Counts wrong codes per group, a caller in a round, and refuses only those: a good code always gets through.
 *
 * Up to ten failures in ten minutes a group may try as many codes at once as it has failures left, so guesses sent in
 * parallel cannot pass the limit. Above it codes are tried one at a time, with a pause after each wrong one and a short
 * line before it. A wrong code then gets 429 after the same work as a good one takes, so its answer and its timing tell
 * what 403 told: that this code is not good. What an attacker keeps is at most four guesses a second per caller and
 * round, where a code has 55 bits; what neighbours behind the same address keep is their vote. Refusing before the work,
 * as would cost an attacker more, would let ten typing errors end the vote of everybody behind one address.
 */
export class FailureLimit {
  readonly #groups = new Map<string, Group>();
  #sweptAt = 0;

  constructor(private readonly clock: Clock) {}

  /**
   * Waits until a code may be tried.
   * @throws {HttpProblem} when too many of this group wait already, or the caller hung up meanwhile
   */
  async enter(who: string, { signal, mayWait }: Entering = {}): Promise<Place> {
    const group = this.#groupOf(who);
    if (group.waiting.size > 0 || !this.#hasRoom(group)) {
      mayWait?.(group.waiting.size);
      await this.#wait(group, signal);
    } else group.inside += 1;
    return this.#placeIn(who, group);
  }

  #placeIn(who: string, group: Group): Place {
    let [left, pausing] = [false, false];
    const out = () => {
      group.inside -= 1;
      this.#letIn(group);
      if (group.inside === 0 && group.failures.length === 0) this.#groups.delete(who);
    };
    return {
      wrong: (refusal) => {
        const failures = this.#recent(group);
        if (failures.length < mostFailures) {
          failures.push(this.#now());
          return refusal;
        }
        pausing = true;
        return this.#tooMany(failures);
      },
      leave: () => {
        if (left) return;
        left = true;
        if (pausing) setTimeout(out, pauseMs);
        else out();
      },
    };
  }

  #wait(group: Group, signal: AbortSignal | undefined): Promise<void> {
    if (this.#mayWait(group) <= group.waiting.size) throw tooManyWait();
    return new Promise((entered, refused) => {
      const gone = () => waiting.refuse(connectionLost());
      const out = () => {
        group.waiting.delete(waiting);
        signal?.removeEventListener('abort', gone);
      };
      const waiting: Waiting = {
        enter: () => {
          out();
          group.inside += 1;
          entered();
        },
        refuse: (refusal) => {
          out();
          refused(refusal);
        },
      };
      group.waiting.add(waiting);
      signal?.addEventListener('abort', gone);
      if (signal?.aborted) gone();
    });
  }

  #mayWait(group: Group): number {
    return this.#recent(group).length < mostFailures ? Number.POSITIVE_INFINITY : mostWaitingAbove;
  }

  /** The limit may have been reached while many waited: then those who came last wait no longer. */
  #letIn(group: Group): void {
    for (const { refuse } of [...group.waiting].slice(this.#mayWait(group))) refuse(tooManyWait());
    for (const { enter } of group.waiting) {
      if (!this.#hasRoom(group)) return;
      enter();
    }
  }

  #hasRoom(group: Group): boolean {
    return group.inside < Math.max(1, mostFailures - this.#recent(group).length);
  }

  #tooMany(failures: readonly number[]): HttpProblem {
    const seconds = Math.ceil(((failures[0] ?? 0) + windowMs - this.#now()) / 1000);
    return new HttpProblem(
      'too-many-requests',
      'Te veel codes klopten niet. Kijk de code nog eens na, of wacht tien minuten.',
      { headers: { 'Retry-After': String(Math.max(1, seconds)) } },
    );
  }

  #groupOf(who: string): Group {
    this.#sweep();
    const group = this.#groups.get(who) ?? { failures: [], inside: 0, waiting: new Set() };
    this.#groups.set(who, group);
    return group;
  }

  #recent(group: Group): number[] {
    const since = this.#now() - windowMs;
    group.failures = group.failures.filter((moment) => moment >= since);
    return group.failures;
  }

  /** Forgets, at most once a minute, whoever had nothing wrong for a while. */
  #sweep(): void {
    const now = this.#now();
    if (Math.abs(now - this.#sweptAt) < sweepMs) return;
    this.#sweptAt = now;
    for (const [who, group] of this.#groups)
      if (group.inside === 0 && group.waiting.size === 0 && this.#recent(group).length === 0)
        this.#groups.delete(who);
  }

  #now(): number {
    return this.clock().getTime();
  }
}
