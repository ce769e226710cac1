import { isIP, isIPv4, type BlockList } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from '../clock.js';
import { logLine } from '../log.js';
import { RateLimit } from './rate-limit.js';

/** How many proxies of our own stand between a caller and this server, or at which addresses. */
export type TrustedProxies = number | BlockList;

/** Who calls: an IP address without port or brackets. */
export type CallerOf = (c: Context) => string;

export interface CallerOptions {
  readonly clock: Clock;
  readonly requestsPerMinute: number;
  readonly callerOf: CallerOf;
}

/**
 * The IP address in one of the spellings that proxies use: with a port, in brackets, in quotes, or as an IPv4 address
 * written in IPv6. What is no address (`unknown`, a name, a made-up text) is nobody.
 */
export function addressIn(text: string): string | undefined {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const address =
    /^\[([^\]]*)\](?::\d{1,5})?$/.exec(bare)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(bare)?.[1] ?? bare;
  if (isIP(address) === 0) return undefined;
  if (isIPv4(address)) return address;
  const [withoutZone = ''] = address.split('%');
  // A URL writes an address in its one short form: ::ffff:7f00:1 for ::FFFF:127.0.0.1 and 0:0:0:0:0:ffff:7f00:1 alike.
  const short = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  const halves = [high, low].map((half) => Number.parseInt(half, 16));
  return halves.flatMap((half) => [half >> 8, half & 255]).join('.');
}

/** What proxies say whom they speak for, the nearest last: `X-Forwarded-For`, or else `Forwarded` (RFC 7239). */
function forwardedIn(c: Context): string[] | undefined {
  const usual = c.req.header('x-forwarded-for');
  if (usual !== undefined) return usual.split(',');
  return c.req
    .header('forwarded')
    ?.split(',')
    .map((element) => /(?:^|;)\s*for\s*=\s*("[^"]*"|[^;]*)/i.exec(element)?.[1] ?? '');
}

function peerOf(c: Context): string {
  const overNetwork = Object.hasOwn((c.env as object | undefined) ?? {}, 'incoming');
  const peer = overNetwork ? (getConnInfo(c).remote.address ?? '') : '';
  return addressIn(peer) ?? peer;
}

const isIn = (list: BlockList, address: string) =>
  isIP(address) !== 0 && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

const untrusted = (trusted: TrustedProxies) =>
  typeof trusted === 'number'
    ? 'TRUST_PROXY is 0: all who come through that proxy count as one caller. Set TRUST_PROXY to how many proxies you have, or to their addresses.'
    : 'its sender is not in TRUST_PROXY: all who come through that proxy count as one caller. Add its address to TRUST_PROXY.';

/**
 * Tells callers apart. Goes back from the connection through the proxies that are trusted, and stops at the first that is
 * not, or that was told of something that is no address: nobody becomes another caller by what they write themselves.
 * Says once, without addresses, when a proxy seems to have been forgotten.
 */
export function callersBehind(trusted: TrustedProxies): CallerOf {
  let said = false;
  return (c) => {
    let caller = peerOf(c);
    const chain = forwardedIn(c);
    if (chain === undefined) return caller;
    const believes = (hops: number) => (typeof trusted === 'number' ? hops < trusted : isIn(trusted, caller));
    if (!said && !believes(0)) {
      said = true;
      logLine(`A forwarded address came in, but ${untrusted(trusted)}`);
    }
    for (let hops = 0; believes(hops); hops++) {
      const told = addressIn(chain.at(-1 - hops) ?? '');
      if (told === undefined) break;
      caller = told;
    }
    return caller;
  };
}

/** Where people vote: codes have limits of their own, so that a whole neighbourhood can vote behind one address. */
const isVoting = (path: string) => /\/rounds\/[^/]+\/ballots(\/mine)?$/.test(path);

/** Holds each caller to their requests per minute; a tenth of them may make something. */
export function rateLimitMiddleware({
  requestsPerMinute,
  callerOf,
  clock,
}: CallerOptions): MiddlewareHandler {
  const all = new RateLimit(requestsPerMinute, clock);
  const making = new RateLimit(Math.ceil(requestsPerMinute / 10), clock);
  return async (c, next) => {
    const caller = callerOf(c);
    all.count(caller);
    const makes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
    if (makes && !isVoting(c.req.path)) making.count(caller);
    await next();
  };
}
