import type { ReactiveController, ReactiveElement } from 'lit';

/** Moves the focus to what was asked for last, once it is drawn. */
export class FocusAfterUpdate implements ReactiveController {
  readonly #host: ReactiveElement;
  #selector = '';

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  request(selector: string): void {
    this.#selector = selector;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.#selector && this.#host.renderRoot.querySelector<HTMLElement>(this.#selector);
    if (!target) return;
    this.#selector = '';
    target.focus();
  }
}
