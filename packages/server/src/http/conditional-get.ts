import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

const isKnown = (known: string | undefined, tag: string) =>
  known !== undefined &&
  (known.trim() === '*' || known.split(',').some((each) => each.trim().replace(/^W\//, '') === tag));

/** Gives every answer to a GET a name, and says "not changed" to whoever has it already. */
export const conditionalGet: MiddlewareHandler = async (c, next) => {
  await next();
  if (!['GET', 'HEAD'].includes(c.req.method) || c.res.status !== 200) return;
  const body = new Uint8Array(await c.res.arrayBuffer());
  const tag =
    c.res.headers.get('ETag') ?? `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const { headers } = c.res;
  headers.set('ETag', tag);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
  const changed = !isKnown(c.req.header('if-none-match'), tag);
  c.res = undefined;
  if (!changed) headers.delete('Content-Type');
  c.res = new Response(changed ? body : null, { status: changed ? 200 : 304, headers });
};
