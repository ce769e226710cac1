import { setTimeout } from 'node:timers/promises';

const patienceMs = 2_000;

/** What this resolves to; undefined when it fails, or takes longer than whoever watches over a server waits. */
export const inTime = <T>(work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work.catch(() => undefined), setTimeout(patienceMs, undefined, { ref: false })]);
