import type { IncomingHttpHeaders } from 'node:http';

/** What a network, a proxy in between or a server can do to one request. */
export type Fault =
  /** Nothing is wrong. */
  | { readonly kind: 'pass' }
  /** The server does its work; its answer is lost on the way. */
  | { readonly kind: 'lose-answer' }
  /** The connection breaks before the server hears of it. */
  | { readonly kind: 'reset' }
  /** Nobody answers, and nobody hangs up. */
  | { readonly kind: 'silence' }
  /** The headers come at once, the body a byte at a time. */
  | { readonly kind: 'drip'; readonly body: string; readonly everyMs: number }
  /** The server answers, but does not allow the page to read it. */
  | { readonly kind: 'no-cors' }
  /** An answer of somebody's own, without asking the server. `delayMs`: after so long. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly delayMs?: number;
    }
  /** A body of so many mebibytes, packed to almost nothing if asked. */
  | { readonly kind: 'flood'; readonly mebibytes: number; readonly gzip?: boolean };

export const answer = (status: number, body = '', headers: Readonly<Record<string, string>> = {}): Fault => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

/** problem+json (RFC 9457). */
export const problem = (
  status: number,
  said: object = {},
  headers: Readonly<Record<string, string>> = {},
): Fault =>
  answer(status, JSON.stringify({ type: 'about:blank', title: 'No', status, ...said }), {
    'content-type': 'application/problem+json',
    ...headers,
  });

/** One request as it came in. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of the body, so that two requests can be told apart or not. */
  readonly fingerprint: string;
  readonly bytes: number;
  readonly at: number;
}
