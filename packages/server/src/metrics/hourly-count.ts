const hourMs = 60 * 60 * 1000;

/** Counts by whole hours of the clock, so that a count does not tell at which moment something was done. */
export class HourlyCount {
  #hour = 0;
  #inThisHour = 0;
  #inHourBefore = 0;

  add(at: Date): void {
    this.#turnTo(at);
    this.#inThisHour++;
  }

  /** How many there were in the last hour that is over. */
  inHourBefore(at: Date): number {
    this.#turnTo(at);
    return this.#inHourBefore;
  }

  #turnTo(at: Date): void {
    const hour = Math.floor(at.getTime() / hourMs);
    if (hour <= this.#hour) return;
    this.#inHourBefore = hour === this.#hour + 1 ? this.#inThisHour : 0;
    this.#inThisHour = 0;
    this.#hour = hour;
  }
}
