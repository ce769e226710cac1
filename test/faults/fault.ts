import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';

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

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export const seen = ({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Seen => ({
  method,
  path: url,
  headers,
  fingerprint: createHash('sha256').update(body).digest('hex'),
  bytes: body.length,
  at: Date.now(),
});

export const corsHeaders = (origin = '*') => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'content-type, idempotency-key, authorization',
  'access-control-expose-headers': 'retry-after, link',
});

async function drip(response: ServerResponse, body: string, everyMs: number): Promise<void> {
  response.writeHead(200, { ...corsHeaders(), 'content-type': 'application/json' });
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(byte);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  response.end();
}

async function flood(response: ServerResponse, mebibytes: number, gzip: boolean): Promise<void> {
  const headers = { ...corsHeaders(), 'content-type': 'application/json' };
  if (gzip) {
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip' });
    response.end(gzipSync(Buffer.alloc(mebibytes * 2 ** 20, ' ')));
    return;
  }
  response.writeHead(200, headers);
  const mebibyte = Buffer.alloc(2 ** 20, ' ');
  // Whoever hangs up in between does what this flood is for.
  await pipeline(Readable.from(Array<Buffer>(mebibytes).fill(mebibyte)), response).catch(() => undefined);
}

/** A connection that is closing already cannot be reset any more: Node would never let go of it. */
const reset = (socket: Socket) => (socket.writableEnded ? socket.destroy() : socket.resetAndDestroy());

/** Does to a request what can be done without a server behind. */
export async function perform(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault.kind === 'reset' || fault.kind === 'lose-answer') reset(request.socket);
  if (fault.kind === 'drip') await drip(response, fault.body, fault.everyMs);
  if (fault.kind === 'flood') await flood(response, fault.mebibytes, fault.gzip ?? false);
  if (fault.kind === 'answer') {
    if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    response.writeHead(fault.status, { ...corsHeaders(), ...fault.headers }).end(fault.body ?? '');
  }
}
