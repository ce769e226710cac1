import { newKey } from '@buurt/core/storage/key.js';

/** The key under which a press is sent: pressing again without a change goes under the same one, so that nothing is done twice. */
export class PressKey {
  #key = '';
  #what = '';

  /** @param what all that is sent, as JSON can hold it */
  for(...what: readonly unknown[]): string {
    const said = JSON.stringify(what);
    if (this.#what !== said) {
      this.#key = newKey();
      this.#what = said;
    }
    return this.#key;
  }

  /** What was sent is done: the same again is another press. */
  forget(): void {
    this.#what = '';
  }
}
