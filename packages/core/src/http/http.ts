import { fetched, type Answer, type Call } from './answer.js';
import { ApiError } from './api-error.js';
import type { Connection } from '../element/connection.js';
import { pause, pauseBefore, usualPatience, type Patience } from './retry.js';
import { troubleOf, type Trouble } from './trouble.js';

async function once(connection: Connection, call: Call, patience: Patience): Promise<Answer | Trouble> {
  try {
    const answer = await (call.by ?? fetched)(connection, call, patience);
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
    const ownMs = again === 'soon' ? pauseBefore(retry, patience) : 0;
    askedMs += again === 'soon' ? 0 : again.afterMs;
    const spentMs = performance.now() - began + ownMs - askedMs;
    if (spentMs > patience.allMs || askedMs > patience.askedMs) throw error;
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
