import { ApiError } from '../http/api-error.js';
import type { CoreMessages } from './core.messages.js';
import { clockTime } from './format.js';
import type { Locale } from './texts.js';

/** One plain sentence for whatever went wrong. */
export function failureText(error: unknown, { failures }: CoreMessages, locale: Locale = 'nl'): string {
  if (!(error instanceof ApiError)) return failures.server;
  const { kind, retryAt } = error;
  if (kind !== 'later') return failures[kind];
  return retryAt ? failures.later({ time: clockTime(retryAt, locale) }) : failures.busy;
}
