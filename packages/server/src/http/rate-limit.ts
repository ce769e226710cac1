import { isIPv6 } from 'node:net';
import type { Clock } from '../clock.js';
import { HttpProblem } from './problem-json.js';

const minuteMs = 60_000;

/** Enough for an office behind one address. */
export const defaultRequestsPerMinute = 1200;

/** The eight groups of an IPv6 address, written in full. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [
    string[],
    string[],
  ];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, gap)).fill('0'), ...after];
}

/** Who counts as one: an IPv4 address, or the /64 that one household or telephone gets of IPv6. */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address.split('%')[0] ?? address).slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Counts requests per address per minute. */
export class RateLimit {
  #counts = new Map<string, number>();
  #until = 0;

  constructor(
    private readonly mostPerMinute: number,
    private readonly clock: Clock,
  ) {}

  /** @throws {HttpProblem} when this address asked too much this minute */
  count(address: string): void {
    const now = this.clock().getTime();
    if (now >= this.#until || now < this.#until - minuteMs) {
      this.#counts = new Map();
      this.#until = now + minuteMs;
    }
    const who = countedAddress(address);
    const count = (this.#counts.get(who) ?? 0) + 1;
    this.#counts.set(who, count);
    if (count <= this.mostPerMinute) return;
    const seconds = String(Math.ceil((this.#until - now) / 1000));
    throw new HttpProblem('too-many-requests', `Wacht ${seconds} seconden en probeer het dan opnieuw.`, {
      headers: { 'Retry-After': seconds },
    });
  }
}
