/**
 * Writes in the log what went wrong, with where in the code, and without what somebody sent: an error of the database
 * names values (`Key (email)=(…)`) in its details, and puts them between quotes in its message.
 */
export function logError(what: string, error: unknown): void {
  if (!(error instanceof Error)) {
    console.error(`${what}:`, typeof error);
    return;
  }
  const { code, table, constraint } = error as Error & { code?: string; table?: string; constraint?: string };
  const ofDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  const stack = error.stack ?? error.message;
  const told = ofDatabase ? stack.replaceAll(/"[^"\n]*"/g, '"…"') : stack;
  const where = [code, table, constraint].filter((each) => each !== undefined).join(' ');
  console.error(`${what}: ${told}${where === '' ? '' : `\n    (${where})`}`);
  if (error.cause instanceof Error) logError('  because', error.cause);
}
