import type { MiddlewareHandler } from 'hono';

const mostBytes = 16 * 1024 * 1024;
const patienceMs = 10_000;

async function discard(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), patienceMs);
  try {
    let bytes = 0;
    for (let part = await reader.read(); !part.done && bytes < mostBytes; part = await reader.read())
      bytes += part.value.length;
  } catch {
    // Whoever hung up hears no answer.
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads what is left of a request that is refused, such as a photo from somebody who sent too many, before the answer goes. A
 * connection that is closed while something is on its way is reset, and a proxy then says 502 in the place of that answer.
 */
export const readUnreadBody: MiddlewareHandler = async (c, next) => {
  await next();
  const { raw } = c.req;
  if (c.res.status >= 400 && raw.body && !raw.bodyUsed) await discard(raw.body);
};
