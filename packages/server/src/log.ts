import { systemClock } from './clock.js';

/** Writes one line, with its time, for whoever reads the log of a day or looks for one request. */
export function logLine(text: string): void {
  const lines = text.split(/[\r\n]/).map((line) => line.trim());
  console.error(`${systemClock().toISOString()} ${lines.filter((line) => line !== '').join(' | ')}`);
}

/** What went wrong and where in the code, without what somebody sent. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, table, constraint } = error as Error & { code?: string; table?: string; constraint?: string };
  const ofDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  const stack = error.stack ?? error.message;
  const where = [code, table, constraint].filter((each) => each !== undefined).join(' ');
  const because = error.cause instanceof Error ? ` | because ${told(error.cause)}` : '';
  return `${ofDatabase ? stack.replaceAll(/"[^"\n]*"/g, '"…"') : stack}${where === '' ? '' : ` (${where})`}${because}`;
}

/**
 * Writes in the log what went wrong, in one line: an error of the database names values (`Key (email)=(…)`) in its details,
 * and puts them between quotes in its message, so those are left out.
 */
export const logError = (what: string, error: unknown): void => logLine(`${what}: ${told(error)}`);

/** How often one kind of line may come, so that a crowd that is turned away does not fill the disk. */
const repeatedMs = 1000;

/** Logs at most one line a second, and with it how many were left out since the one before. */
export class ThrottledLog {
  #lastAt = -Infinity;
  #leftOut = 0;

  line(text: string): void {
    const now = performance.now();
    if (now - this.#lastAt < repeatedMs) {
      this.#leftOut++;
      return;
    }
    const more = this.#leftOut > 0 ? ` (and ${String(this.#leftOut)} more since the last such line)` : '';
    this.#lastAt = now;
    this.#leftOut = 0;
    logLine(`${text}${more}`);
  }
}
