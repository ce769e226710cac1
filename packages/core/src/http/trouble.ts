import type { Answer } from './answer.js';
import { ApiError, type ApiErrorKind } from './api-error.js';
import { saidProblem, type SaidProblem } from './problem-json.js';
import type { Patience } from './retry.js';

/** No success, and what may help: nothing, another try soon, or one after the pause that the server asks for. */
export interface Trouble {
  readonly error: ApiError;
  readonly again: 'no' | 'soon' | { readonly afterMs: number };
}

const passing: readonly number[] = [408, 425, 429, 502, 503, 504];

const kinds: Readonly<Record<number, ApiErrorKind>> = {
  400: 'invalid',
  401: 'refused',
  403: 'refused',
  404: 'gone',
  408: 'timeout',
  409: 'conflict',
  410: 'gone',
  412: 'conflict',
  413: 'too-big',
  415: 'unsupported',
  425: 'busy',
  429: 'busy',
};

/** Further ahead than this a moment is no help to anybody. */
const farAwayMs = 7 * 24 * 60 * 60 * 1000;

/** The moment that a `Retry-After` header names, by seconds or by date; `undefined` when it is past or junk. */
export function momentOf(retryAfter: string, now = Date.now()): Date | undefined {
  const written = retryAfter.trim();
  const at = /^\d+$/.test(written) ? now + Number(written) * 1000 : Date.parse(written);
  return at >= now && at - now <= farAwayMs ? new Date(at) : undefined;
}

/** 422 is a key that was used for something else, unless the server names what is wrong with the fields. */
const kindOf = (status: number, { problems }: SaidProblem): ApiErrorKind =>
  status === 422 ? (problems.length > 0 ? 'invalid' : 'conflict') : (kinds[status] ?? 'server');

/** What an answer means that is not a success. */
export function troubleOf({ status, retryAfter, text }: Answer, { askedMs }: Patience): Trouble {
  const said = saidProblem(text);
  const { problems, detail } = said;
  const type = said.type.replace(/^.*[/:#]/, '');
  const failure = { status, type, problems, ...(detail === undefined ? {} : { detail }) };
  const error = new ApiError(kindOf(status, said), failure);
  // The same request is still being worked on, perhaps by a try of ours whose answer was lost.
  const inProgress = status === 409 && /in-progress$/.test(said.type);
  if (!inProgress && !passing.includes(status)) return { error, again: 'no' };
  if (retryAfter === null) return { error, again: 'soon' };
  const retryAt = momentOf(retryAfter);
  if (!retryAt) return { error, again: 'no' };
  const afterMs = retryAt.getTime() - Date.now();
  return afterMs <= askedMs
    ? { error, again: { afterMs } }
    : { error: new ApiError('later', { ...failure, retryAt }), again: 'no' };
}
