import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, type Fault, type Seen } from './fault.js';
import { bodyOf, corsHeaders, perform, seen } from './perform.js';

/** `/script/<what to do, one after another>/<name>/v1/…`; the last of them is done ever after. */
const scripted = /^\/script\/([^/]+)\/([^/]+)\/v1\//;

/**
 * A server for the tests of the client: what it does stands in the address that the test calls, and what it saw can be
 * read at `/seen/<name>`.
 */
export async function startMisbehavingServer(): Promise<{ origin: string; stop: () => void }> {
  const requests = new Map<string, Seen[]>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method } = request;
    // On a connection that is used again a browser would quietly try once more by itself.
    response.setHeader('connection', 'close');
    if (method === 'OPTIONS') return void response.writeHead(204, corsHeaders()).end();
    const [, script, name = ''] = scripted.exec(url) ?? [];
    if (script === undefined) {
      const body = JSON.stringify(requests.get(url.replace(/^\/seen\//, '')) ?? []);
      return perform(answer(200, body), request, response);
    }
    const body = await bodyOf(request);
    const before = requests.get(name) ?? [];
    requests.set(name, [...before, seen(request, body)]);
    const faults = JSON.parse(Buffer.from(script, 'base64url').toString()) as Fault[];
    await perform(faults[Math.min(before.length, faults.length - 1)]!, request, response);
  }

  const server = createServer((request, response) => {
    // A request that breaks off half way is what this server is for.
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
