import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpProblem } from '../../packages/server/src/http/problem-json.js';
import { WorkQueue, workersFor, type QueuedCaller } from '../../packages/server/src/rounds/work-queue.js';

/** A line of which the test ends each piece of work itself. */
class OpenLine {
  readonly done: string[] = [];
  readonly line: WorkQueue;
  running = 0;
  readonly #ends: (() => void)[] = [];

  constructor(atOnce: number, longestMs = 8_000) {
    this.line = new WorkQueue({ atOnce, longestMs, firstGuessMs: () => 50 });
  }

  ask(name: string, asker?: QueuedCaller): Promise<void> {
    return this.line.run(
      1,
      () =>
        new Promise<void>((end) => {
          this.running += 1;
          this.#ends.push(() => {
            this.running -= 1;
            this.done.push(name);
            end();
          });
        }),
      asker,
    );
  }

  async endAll(): Promise<void> {
    await pause(0);
    for (let end = this.#ends.shift(); end; end = this.#ends.shift()) {
      end();
      await pause(0);
    }
  }
}

const isBusy = (error: unknown) =>
  error instanceof HttpProblem && error.kind === 'busy' && error.more.headers?.['Retry-After'] === '5';

describe('The line for slow work', () => {
  it('leaves a core for answering and a thread for files', () => {
    assert.deepEqual([1, 2, 3, 4, 64].map(workersFor), [1, 1, 2, 3, 3]);
  });

  it('does no more at once than it may', async () => {
    const open = new OpenLine(2);
    const all = ['1', '2', '3', '4', '5'].map((name) => open.ask(name));
    await pause(0);
    assert.equal(open.running, 2);
    await open.endAll();
    await Promise.all(all);
    assert.equal(open.done.length, 5);
  });

  it('lets callers take turns, so one who asks much waits behind themselves', async () => {
    const open = new OpenLine(1);
    const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map((name) =>
      open.ask(name, { group: name.charAt(0) }),
    );
    await open.endAll();
    await Promise.all(all);
    assert.deepEqual(open.done, ['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('refuses who would wait too long, and still takes a caller who asks little', async () => {
    const open = new OpenLine(1, 500);
    const asked = Array.from({ length: 30 }, (_, nth) => open.ask(`a${String(nth)}`, { group: 'a' }));
    const settled = Promise.allSettled(asked);
    const other = open.ask('b', { group: 'b' });
    assert.throws(() => open.line.refuseIfLong(1, 'a'), isBusy);
    assert.throws(() => open.line.refuseIfLong(1, 'c', 20), isBusy);
    await open.endAll();
    await other;
    const refused = (await settled).filter(({ status }) => status === 'rejected');
    assert.ok(refused.length >= 15 && refused.length < 25, String(refused.length));
    for (const each of refused) assert.ok('reason' in each && isBusy(each.reason));
  });

  it('drops the work of who hung up', async () => {
    const open = new OpenLine(1);
    const first = open.ask('first', { group: 'a' });
    const caller = new AbortController();
    const gone = open.ask('gone', { group: 'b', signal: caller.signal });
    const last = open.ask('last', { group: 'c' });
    caller.abort();
    await assert.rejects(gone, HttpProblem);
    await assert.rejects(open.ask('never', { group: 'd', signal: caller.signal }), HttpProblem);
    await open.endAll();
    await Promise.all([first, last]);
    assert.deepEqual(open.done, ['first', 'last']);
  });

  it('goes on after work that failed', async () => {
    const line = new WorkQueue({ atOnce: 1, longestMs: 500, firstGuessMs: () => 50 });
    await assert.rejects(line.run(1, () => Promise.reject(new Error('broken'))));
    assert.equal(await line.run(1, () => Promise.resolve('whole')), 'whole');
  });
});
