import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { Hono } from 'hono';
import { systemClock } from '../clock.js';
import { headersOfAll } from './headers-of-all.js';
import { logError } from '../log.js';
import { problemJson, HttpProblem } from './problem-json.js';
import { ConfigError } from '../config-error.js';

const closingMs = 10_000;

export interface Serving {
  readonly port: number;
  /** Takes nothing new, finishes what runs, at most for ten seconds. */
  stop(): Promise<void>;
}

/** Where a server listens, and by which settings that is changed. */
interface ListeningPlace {
  readonly port: number;
  readonly host: string;
  readonly prefix: '' | 'METRICS_';
}

const noSuchHost = ({ host, prefix }: ListeningPlace) =>
  `${prefix}HOST is "${host}", which is not an address of this machine.`;

const problems: Readonly<Record<string, (place: ListeningPlace) => string>> = {
  EADDRINUSE: ({ port, prefix }) =>
    `Port ${String(port)} is taken by another program. Stop that one, or set ${prefix}PORT to another number.`,
  EACCES: ({ port, prefix }) =>
    `Port ${String(port)} is not for this user. Set ${prefix}PORT to a number above 1023.`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
};

function listen(
  server: Server,
  port: number,
  host: string | undefined,
  prefix: ListeningPlace['prefix'],
): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', (error: Error & { code?: string }) => {
      const line = problems[error.code ?? '']?.({ port, host: host ?? '', prefix });
      failed(line === undefined ? error : new ConfigError(line, { cause: error }));
    });
    server.listen(port, host, ready);
  });
}

const unreadable = () =>
  new HttpProblem('invalid-input', 'Dit verzoek is niet te lezen.', {
    problems: [{ pointer: '', code: 'malformed' }],
  });

const refusalsOfNode: Readonly<Record<string, () => HttpProblem>> = {
  HPE_HEADER_OVERFLOW: () =>
    new HttpProblem('headers-too-big', 'Stuur minder of kortere kopregels, of een korter adres.'),
  ERR_HTTP_REQUEST_TIMEOUT: () =>
    new HttpProblem('too-slow', 'De verbinding viel stil. Probeer het nog een keer.'),
};

/** What Node cannot read never reaches the app; the answer has the same form all the same. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const { body, status, headers } = problemJson((refusalsOfNode[error.code ?? ''] ?? unreadable)());
  const all = {
    ...headers,
    ...headersOfAll,
    'Content-Length': String(Buffer.byteLength(body)),
    Date: systemClock().toUTCString(),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}

/** What cannot be made a request of: no `Host` or an odd one, a backslash in the path. */
function answerToUnreadable(error: unknown): Response {
  const isTheirs = error instanceof RequestError;
  if (!isTheirs) logError('A request failed', error);
  const { body, status, headers } = problemJson(
    isTheirs
      ? unreadable()
      : new HttpProblem('internal', 'Dit ligt niet aan jou. Probeer het later nog eens.'),
  );
  return new Response(body, { status, headers: { ...headers, ...headersOfAll } });
}

export interface ServeOptions {
  /** Answers what it can until the app is there. */
  readonly starting?: Hono;
  /** What the settings of port and host begin with. */
  readonly prefix?: '' | 'METRICS_';
}

/**
 * Answers at a port. The port is taken at once, so that a second start is refused before it does anything; requests
 * wait until the app is there, except those that `starting` can answer.
 * @throws {ConfigError} when the port cannot be had
 */
export async function serve(
  app: Promise<Hono>,
  port: number,
  host: string | undefined,
  { starting = new Hono(), prefix = '' }: ServeOptions = {},
): Promise<Serving> {
  let isReady = false;
  void app.then(() => (isReady = true));
  const listener = getRequestListener(
    async (request, env) => {
      const early = isReady ? undefined : await starting.fetch(request, env);
      return early === undefined || early.status === 404 ? (await app).fetch(request, env) : early;
    },
    { errorHandler: answerToUnreadable },
  );
  const server = createServer(
    // Without `Host` Node would answer by itself.
    { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 10_000, requireHostHeader: false },
    (request, response) => void listener(request, response),
  );
  server.on('clientError', refuseUnreadable);
  await listen(server, port, host, prefix);
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
