import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Ports below those that the system gives away by itself (from 32,768 on Linux): between the look and the start of the
 * server, a connection or another test that runs beside this one would take one of those.
 */
const ports = { from: 20_000, until: 32_000 };

/** A port that nobody had a moment ago; a server that starts again keeps it. */
export async function freePort(): Promise<number> {
  const port = randomInt(ports.from, ports.until);
  const probe = createServer().listen(port, '127.0.0.1');
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  probe.close();
  await once(probe, 'close');
  return port;
}
