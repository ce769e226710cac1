import type { HttpResponse } from './transport.js';
import { ApiError, type ApiErrorKind } from './api-error.js';
import { parseProblemDetails, type ProblemDetails } from './problem-details.js';
import type { RetryPolicy } from './retry-policy.js';

/** No success, and what may help: nothing, another try soon, or one after the pause that the server asks for. */
export interface FailedResponse {
  readonly error: ApiError;
  readonly retry: 'no' | 'soon' | { readonly afterMs: number };
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
function momentOf(retryAfter: string, now = Date.now()): Date | undefined {
  const written = retryAfter.trim();
  const at = /^\d+$/.test(written) ? now + Number(written) * 1000 : Date.parse(written);
  return at >= now && at - now <= farAwayMs ? new Date(at) : undefined;
}

/** 422 is a key that was used for something else, unless the server names what is wrong with the fields. */
const kindOf = (status: number, { problems }: ProblemDetails): ApiErrorKind =>
  status === 422 ? (problems.length > 0 ? 'invalid' : 'conflict') : (kinds[status] ?? 'server');

/** What an answer means that is not a success. */
export function classifyResponse(
  { status, retryAfter, text }: HttpResponse,
  { askedMs }: RetryPolicy,
): FailedResponse {
  const said = parseProblemDetails(text);
  const { problems, detail } = said;
  const type = said.type.replace(/^.*[/:#]/, '');
  const failure = { status, type, problems, ...(detail === undefined ? {} : { detail }) };
  const error = new ApiError(kindOf(status, said), failure);
  // The same request is still being worked on, perhaps by a try of ours whose answer was lost.
  const inProgress = status === 409 && /in-progress$/.test(said.type);
  if (!inProgress && !passing.includes(status)) return { error, retry: 'no' };
  if (retryAfter === null) return { error, retry: 'soon' };
  const retryAt = momentOf(retryAfter);
  if (!retryAt) return { error, retry: 'no' };
  const afterMs = retryAt.getTime() - Date.now();
  return afterMs <= askedMs
    ? { error, retry: { afterMs } }
    : { error: new ApiError('later', { ...failure, retryAt }), retry: 'no' };
}
