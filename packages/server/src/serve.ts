import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartProblem } from './start-problem.js';

const closingMs = 10_000;

export interface Serving {
  readonly port: number;
  /** Takes nothing new, finishes what runs, at most for ten seconds. */
  stop(): Promise<void>;
}

const problems: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${String(port)} is taken by another program. Stop that one, or set PORT to another number.`,
  EACCES: (port) => `Port ${String(port)} is not for this user. Set PORT to a number above 1023.`,
  EADDRNOTAVAIL: (_, host) => `HOST is "${host}", which is not an address of this machine.`,
  ENOTFOUND: (_, host) => `HOST is "${host}", which is not an address of this machine.`,
};

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', (error: Error & { code?: string }) => {
      const line = problems[error.code ?? '']?.(port, host ?? '');
      failed(line === undefined ? error : new StartProblem(line, { cause: error }));
    });
    server.listen(port, host, ready);
  });
}

/**
 * Answers at a port. The port is taken at once, so that a second start is refused before it does anything; requests
 * wait until the app is there.
 * @throws {StartProblem} when the port cannot be had
 */
export async function serve(app: Promise<Hono>, port: number, host: string | undefined): Promise<Serving> {
  const server = createAdaptorServer({
    fetch: async (request, env) => (await app).fetch(request, env),
    serverOptions: { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 10_000 },
  }) as Server;
  await listen(server, port, host);
  const stop = () =>
    new Promise<void>((stopped) => {
      const hurry = setTimeout(() => server.closeAllConnections(), closingMs);
      server.close(() => {
        clearTimeout(hurry);
        stopped();
      });
      server.closeIdleConnections();
    });
  return { port: (server.address() as AddressInfo).port, stop };
}
