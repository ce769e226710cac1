const minuteMs = 60_000;
const longestPauseMs = 6 * 60 * minuteMs;

/** So long whoever sends has, before another server takes what it was sending. */
export const takenMs = 5 * minuteMs;

/** With pauses that grow from five minutes to six hours, the last is 47 hours after the first: within two days. */
export const mostTries = 14;

/** How long something waits that was not taken at this try. */
export const pauseAfter = (tries: number): number =>
  Math.min(2 ** (tries - 1) * 5 * minuteMs, longestPauseMs);

/** When something was tried for the first time, as follows from when it is, or would be, tried again after so many tries. */
export function firstTryAt(tries: number, nextAt: Date): Date {
  const pauses = Array.from({ length: tries }, (_, index) => pauseAfter(index + 1));
  return new Date(nextAt.getTime() - pauses.reduce((sum, pause) => sum + pause, 0));
}
