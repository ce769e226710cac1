import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimit } from './rate-limit.js';

export interface CallerOptions {
  readonly clock: () => Date;
  readonly requestsPerMinute: number;
  /** How many proxies of our own stand between a caller and this server. */
  readonly trustedProxies: number;
}

/** Who calls: the address that the outermost of our own proxies saw. */
export function callerOf(c: Context, trustedProxies: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim());
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  if (told) return told;
  const overNetwork = Object.hasOwn((c.env as object | undefined) ?? {}, 'incoming');
  return overNetwork ? (getConnInfo(c).remote.address ?? '') : '';
}

/** Holds each caller to his requests per minute; a tenth of them may make something. */
export function limited({ requestsPerMinute, trustedProxies, clock }: CallerOptions): MiddlewareHandler {
  const all = new RateLimit(requestsPerMinute, clock);
  const making = new RateLimit(Math.ceil(requestsPerMinute / 10), clock);
  return async (c, next) => {
    const caller = callerOf(c, trustedProxies);
    all.count(caller);
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) making.count(caller);
    await next();
  };
}
