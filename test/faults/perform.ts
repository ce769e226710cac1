import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import type { Fault, Seen } from './fault.js';

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
