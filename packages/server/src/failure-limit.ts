import { countedAddress } from './rate-limit.js';
import { Refusal } from './problem-json.js';

const windowMs = 10 * 60_000;
const mostFailures = 10;

/** Counts what went wrong per address, and only that: five hundred neighbours behind one address can vote. */
export class FailureLimit {
  readonly #failures = new Map<string, number[]>();

  constructor(private readonly clock: () => Date) {}

  /** @throws {Refusal} when this address had it wrong too often in the last ten minutes */
  check(address: string): void {
    const failures = this.#recent(countedAddress(address));
    if (failures.length < mostFailures) return;
    const seconds = Math.ceil(((failures[0] as number) + windowMs - this.clock().getTime()) / 1000);
    throw new Refusal(
      'too-many-requests',
      'Te veel codes klopten niet. Wacht tien minuten en probeer het dan opnieuw.',
      {
        headers: { 'Retry-After': String(Math.max(1, seconds)) },
      },
    );
  }

  count(address: string): void {
    const who = countedAddress(address);
    this.#failures.set(who, [...this.#recent(who), this.clock().getTime()]);
  }

  /** Also forgets whoever had nothing wrong for a while. */
  #recent(who: string): number[] {
    const since = this.clock().getTime() - windowMs;
    for (const [each, moments] of this.#failures)
      if ((moments.at(-1) ?? 0) < since) this.#failures.delete(each);
    return (this.#failures.get(who) ?? []).filter((moment) => moment >= since);
  }
}
