import { fetchTransport, type HttpResponse, type HttpRequest } from './transport.js';
import { ApiError } from './api-error.js';
import type { Connection } from '../element/connection.js';
import { pause, pauseBefore, defaultRetryPolicy, type RetryPolicy } from './retry-policy.js';
import { classifyResponse, type FailedResponse } from './classify-response.js';

async function once(
  connection: Connection,
  call: HttpRequest,
  policy: RetryPolicy,
): Promise<HttpResponse | FailedResponse> {
  try {
    const answer = await (call.transport ?? fetchTransport)(connection, call, policy);
    return answer.status >= 200 && answer.status < 300 ? answer : classifyResponse(answer, policy);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { error, retry: error.kind === 'unreachable' ? 'soon' : 'no' };
  }
}

/** The answer of the first try that succeeds. */
async function answered(
  connection: Connection,
  call: HttpRequest,
  policy: RetryPolicy,
): Promise<HttpResponse> {
  const { signal } = call;
  const began = performance.now();
  let askedMs = 0;
  for (let retry = 0; ; retry++) {
    if (signal.aborted) throw new ApiError('aborted');
    const outcome = await once(connection, call, policy);
    if (!('error' in outcome)) return outcome;
    const { error, retry: again } = outcome;
    if (again === 'no' || retry + 1 >= policy.tries) throw error;
    const ownMs = again === 'soon' ? pauseBefore(retry, policy) : 0;
    askedMs += again === 'soon' ? 0 : again.afterMs;
    const spentMs = performance.now() - began + ownMs - askedMs;
    if (spentMs > policy.allMs || askedMs > policy.askedMs) throw error;
    await pause(again === 'soon' ? ownMs : again.afterMs, signal);
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
  call: HttpRequest,
  policy: RetryPolicy = defaultRetryPolicy,
): Promise<unknown> {
  try {
    const { status, text } = await answered(connection, call, policy);
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
