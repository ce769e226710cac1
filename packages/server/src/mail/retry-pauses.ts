const minuteMs = 60_000;
const longestPauseMs = 6 * 60 * minuteMs;

/** So long whoever sends has, before another server takes what it was sending. */
export const takenMs = 5 * minuteMs;

/** With pauses that grow from five minutes to six hours, the last is 47 hours after the first: within two days. */
export const mostTries = 14;

/** How long something waits that was not taken at this try. */
export const pauseAfter = (tries: number): number =>
  Math.min(2 ** (tries - 1) * 5 * minuteMs, longestPauseMs);
