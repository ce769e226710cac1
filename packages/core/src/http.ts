import { ApiError } from './api-error.js';
import type { Connection } from './connection.js';

export interface Call {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  readonly signal: AbortSignal;
  /** From 0 to 1 while a body goes up. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Calls the endpoint and gives the JSON of its answer, or throws an `ApiError`. */
export async function callJson(
  { endpoint, fetch: own = fetch }: Connection,
  { path, signal, method = 'GET', headers = {}, body }: Call,
): Promise<unknown> {
  let response: Response;
  try {
    response = await own(`${endpoint}/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  } catch (cause) {
    throw new ApiError(signal.aborted ? 'aborted' : navigator.onLine ? 'unreachable' : 'offline', { cause });
  }
  if (!response.ok) throw new ApiError('server', { status: response.status });
  try {
    return (await response.json()) as unknown;
  } catch (cause) {
    throw new ApiError('unreadable', { cause });
  }
}
