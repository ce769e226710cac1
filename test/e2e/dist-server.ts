import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';

const dist = fileURLToPath(new URL('../../dist/1', import.meta.url));
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** A host page around the built files, with as many faults as a test asks for. */
export class DistServer {
  /** The page at `/`. */
  page = '';
  headers: Record<string, string> = {};
  /** Answers 503 so many times more to paths that contain the key. */
  readonly faults = new Map<string, number>();
  /** Knows no buurt, and from the first request for its settings on gives no code any more. */
  fails = false;
  readonly requests: string[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  reset(page: string): void {
    this.page = page;
    this.headers = {};
    this.faults.clear();
    this.fails = false;
    this.requests.length = 0;
  }

  requested(part: string): number {
    return this.requests.filter((path) => path.includes(part)).length;
  }

  async #answer({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, 'http://localhost');
    this.requests.push(url);
    const [part, left = 0] = [...this.faults].find(([key]) => pathname.includes(key)) ?? ['', 0];
    if (left > 0) {
      this.faults.set(part, left - 1);
      response.writeHead(503).end();
    } else if (pathname === '/')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...this.headers }).end(this.page);
    else if (pathname.endsWith('/settings') && this.fails) {
      this.faults.set('/chunks/', Infinity);
      response
        .writeHead(404, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify({ type: 'urn:buurt:problem:not-found', status: 404 }));
    } else if (pathname.endsWith('/settings'))
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ code: 'BU0363AA01', idea: defaultIdeaSettings }));
    else await this.#file(pathname, response);
  }

  async #file(pathname: string, response: ServerResponse): Promise<void> {
    try {
      const bytes = await readFile(join(dist, pathname));
      response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/plain' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }
}
