/** How long a call waits, and for what. */
export interface RetryPolicy {
  /** Until the server begins to answer. */
  readonly headersMs: number;
  /** Until the answer is there as a whole. */
  readonly answerMs: number;
  /** While nothing of an upload moves. */
  readonly stallMs: number;
  readonly tries: number;
  /** Longest pause of our own between two tries; the first is at most a sixteenth of it. */
  readonly pauseMs: number;
  /** For all tries together, without the pauses that the server asks for. */
  readonly allMs: number;
  /** Longest pause that the server may ask for; after that we tell the resident when to come back. */
  readonly askedMs: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  headersMs: 10_000,
  answerMs: 30_000,
  stallMs: 20_000,
  tries: 4,
  pauseMs: 8_000,
  allMs: 30_000,
  askedMs: 60_000,
};

/** Full jitter: anything from nothing to a bound that doubles, so that a crowd does not come back all at once. */
export const pauseBefore = (retry: number, { pauseMs }: RetryPolicy): number =>
  Math.random() * Math.min(pauseMs, (pauseMs / 16) * 2 ** retry);

/** Waits, unless the signal goes first. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
