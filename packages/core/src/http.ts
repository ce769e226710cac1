import { fetched, uploaded, type Answer, type Call } from './answer.js';
import { ApiError, type ApiErrorKind } from './api-error.js';
import type { Connection } from './connection.js';
import { saidProblem, type SaidProblem } from './problem-json.js';
import { momentOf, pause, pauseBefore, usualPatience, type Patience } from './retry.js';

/** No success, and what may help: nothing, another try soon, or one after the pause that the server asks for. */
interface Trouble {
  readonly error: ApiError;
  readonly again: 'no' | 'soon' | { readonly afterMs: number };
}

const passingStatuses: readonly number[] = [408, 425, 429, 502, 503, 504];

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

/** 422 is a key that was used for something else, unless the server names what is wrong with the fields. */
const kindOf = (status: number, { problems }: SaidProblem): ApiErrorKind =>
  status === 422 ? (problems.length > 0 ? 'invalid' : 'conflict') : (kinds[status] ?? 'server');

function troubleOf({ status, retryAfter, text }: Answer, { askedMs }: Patience): Trouble {
  const said = saidProblem(text);
  const { problems, detail } = said;
  const failure = { status, problems, ...(detail === undefined ? {} : { detail }) };
  const error = new ApiError(kindOf(status, said), failure);
  // The same request is still being worked on, perhaps by a try of ours whose answer was lost.
  const inProgress = status === 409 && /in-progress$/.test(said.type);
  if (!inProgress && !passingStatuses.includes(status)) return { error, again: 'no' };
  if (retryAfter === null) return { error, again: 'soon' };
  const retryAt = momentOf(retryAfter);
  if (!retryAt) return { error, again: 'no' };
  const afterMs = retryAt.getTime() - Date.now();
  return afterMs <= askedMs
    ? { error, again: { afterMs } }
    : { error: new ApiError('later', { ...failure, retryAt }), again: 'no' };
}

async function once(connection: Connection, call: Call, patience: Patience): Promise<Answer | Trouble> {
  const byUpload = call.body instanceof Blob && !connection.fetch;
  try {
    const answer = await (byUpload ? uploaded : fetched)(connection, call, patience);
    return answer.status >= 200 && answer.status < 300 ? answer : troubleOf(answer, patience);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { error, again: error.kind === 'unreachable' ? 'soon' : 'no' };
  }
}

/** The answer of the first try that succeeds. */
async function answered(connection: Connection, call: Call, patience: Patience): Promise<Answer> {
  const { signal } = call;
  const began = performance.now();
  let askedMs = 0;
  for (let retry = 0; ; retry++) {
    if (signal.aborted) throw new ApiError('aborted');
    const outcome = await once(connection, call, patience);
    if (!('error' in outcome)) return outcome;
    const { error, again } = outcome;
    if (again === 'no' || retry + 1 >= patience.tries) throw error;
    const ms = again === 'soon' ? pauseBefore(retry, patience) : again.afterMs;
    if (again !== 'soon') askedMs += ms;
    const spentMs = performance.now() - began + (again === 'soon' ? ms : 0) - askedMs;
    if (spentMs > patience.allMs || askedMs > patience.askedMs) throw error;
    await pause(ms, signal);
  }
}

/** A page may have the server refuse it, or refuse the server itself: only the webmaster can mend that. */
async function tellWebmaster({ endpoint, fetch }: Connection, { kind }: ApiError): Promise<void> {
  if (kind !== 'unreachable' || fetch) return;
  const { diagnose } = await import('./diagnosis.js');
  await diagnose(endpoint);
}

/**
 * Calls the endpoint and gives the JSON of its answer. Tries again what may pass by itself; everything else is an
 * `ApiError`.
 */
export async function callJson(
  connection: Connection,
  call: Call,
  patience: Patience = usualPatience,
): Promise<unknown> {
  try {
    const { status, text } = await answered(connection, call, patience);
    return status === 204 ? null : parsed(text, status);
  } catch (error) {
    // Without its code the diagnosis is left out; the resident is told the same.
    if (error instanceof ApiError) tellWebmaster(connection, error).catch(() => undefined);
    throw error;
  }
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ApiError('unreadable', { status, cause });
  }
}
