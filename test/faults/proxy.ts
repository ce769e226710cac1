import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Seen } from './fault.js';
import { bodyOf, perform, seen } from './perform.js';

interface Rule {
  readonly method: string;
  readonly path: RegExp;
  readonly faults: Fault[];
  /** The last fault stays. */
  readonly always: boolean;
}

/** Stands before the real server and does to requests what a bad day does; everything else goes through as it is. */
export class FaultProxy {
  /** All requests that came in, also those that never reached the server. */
  readonly requests: Seen[] = [];
  #rules: Rule[] = [];
  #upstreamPort = 0;
  readonly #server = createServer((request, response) => {
    // Whoever hangs up half way is what this proxy is for.
    this.#handle(request, response).catch(() => request.socket.destroy());
  });

  async open(): Promise<this> {
    this.#server.listen(0, 'localhost').unref();
    await once(this.#server, 'listening');
    return this;
  }

  /** Passes on to the server on this port. */
  before(port: number): void {
    this.#upstreamPort = port;
  }

  get origin(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Does these to the next requests of this kind, one each; then all is well again. */
  next(method: string, path: RegExp, ...faults: Fault[]): void {
    this.#rules.push({ method, path, faults, always: false });
  }

  /** Does this to all requests of this kind until `calm`. */
  always(method: string, path: RegExp, fault: Fault): void {
    this.#rules.push({ method, path, faults: [fault], always: true });
  }

  /** All is well again, and nothing was seen yet. */
  calm(): void {
    this.#rules = [];
    this.requests.length = 0;
  }

  seen(method: string, path: RegExp): readonly Seen[] {
    return this.requests.filter((each) => each.method === method && path.test(each.path));
  }

  #faultFor({ method, url = '' }: IncomingMessage): Fault {
    const rule = this.#rules.find(
      (each) => each.method === method && each.path.test(url) && each.faults.length > 0,
    );
    const fault = rule?.always ? rule.faults[0] : rule?.faults.shift();
    return fault ?? { kind: 'pass' };
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // On a connection that is used again a browser would quietly try once more by itself.
    response.setHeader('connection', 'close');
    const body = await bodyOf(request);
    this.requests.push(seen(request, body));
    const fault = this.#faultFor(request);
    if (fault.kind === 'pass' || fault.kind === 'no-cors') return this.#pass(request, body, response, fault);
    if (fault.kind === 'lose-answer') await this.#answerTo(request, body);
    await perform(fault, request, response);
  }

  async #pass(
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    { kind }: Fault,
  ): Promise<void> {
    const answer = await this.#answerTo(request, body);
    const headers = Object.entries(answer.headers).filter(
      ([name]) => name !== 'connection' && !(kind === 'no-cors' && name.startsWith('access-control-')),
    );
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(answer.body);
  }

  async #answerTo({ method, url, headers }: IncomingMessage, body: Buffer) {
    const outgoing = ask({
      host: 'localhost',
      port: this.#upstreamPort,
      method,
      path: url,
      headers: { ...headers, connection: 'close' },
    });
    outgoing.end(body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 502, headers: answer.headers, body: await bodyOf(answer) };
  }
}
