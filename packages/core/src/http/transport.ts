import { ApiError } from './api-error.js';
import type { Connection } from '../element/connection.js';
import type { RetryPolicy } from './retry-policy.js';

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Behind the endpoint, without a slash in front. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  readonly signal: AbortSignal;
  /** How one try is made; `fetch` unless told. */
  readonly transport?: Transport;
}

/** What came over the network, not judged yet. */
export interface HttpResponse {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** Makes one try; throws an `ApiError` when no whole answer came. */
export type Transport = (
  connection: Connection,
  call: HttpRequest,
  patience: RetryPolicy,
) => Promise<HttpResponse>;

export const mostBytes = 2 * 1024 * 1024;

export const tooLong = (): ApiError => new ApiError('unreadable', { detail: 'more than 2 MiB' });

/** The network failed; or, as far as this page can know, the server refuses it. */
export const noContact = (cause: unknown): ApiError =>
  new ApiError(navigator.onLine ? 'unreachable' : 'offline', { cause });

/** Reads no more than an answer should have: what is unpacked counts, so a small bomb stops here too. */
async function textOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) throw tooLong();
    text += decoder.decode(value, { stream: true });
  }
}

export async function fetchTransport(
  { endpoint, fetch: call = fetch }: Connection,
  { path, signal, method = 'GET', headers = {}, body }: HttpRequest,
  { headersMs, answerMs }: RetryPolicy,
): Promise<HttpResponse> {
  const stop = new AbortController();
  const onAbort = () => stop.abort(new ApiError('aborted'));
  const tooSlow = () => stop.abort(new ApiError('timeout'));
  const answerTimer = setTimeout(tooSlow, answerMs);
  const headersTimer = setTimeout(tooSlow, headersMs);
  signal.addEventListener('abort', onAbort);
  try {
    const response = await call(`${endpoint}/${path}`, {
      method,
      headers,
      body: body ?? null,
      signal: stop.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
    clearTimeout(headersTimer);
    const { status } = response;
    return { status, retryAfter: response.headers.get('retry-after'), text: await textOf(response) };
  } catch (cause) {
    const reason = stop.signal.aborted ? (stop.signal.reason as ApiError) : cause;
    stop.abort();
    throw reason instanceof ApiError ? reason : noContact(reason);
  } finally {
    clearTimeout(headersTimer);
    clearTimeout(answerTimer);
    signal.removeEventListener('abort', onAbort);
  }
}
