import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * While the page is printed, an open dialog stands in the page instead of over it: what lies over a page is cut at the
 * end of the first sheet, or printed on each. Closing it for that moment fires `close`, when it is open again.
 */
export class PrintedDialog implements ReactiveController {
  readonly #dialog: () => HTMLDialogElement | null | undefined;
  readonly #host: ReactiveElement;
  #back: (() => void) | undefined;

  constructor(host: ReactiveElement, dialog: () => HTMLDialogElement | null | undefined) {
    this.#host = host;
    this.#dialog = dialog;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#intoThePage);
    addEventListener('afterprint', this.#overThePage);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#intoThePage);
    removeEventListener('afterprint', this.#overThePage);
    this.#back = undefined;
  }

  readonly #intoThePage = (): void => {
    const dialog = this.#dialog();
    if (!dialog?.matches(':modal')) return;
    const { scrollTop } = dialog;
    const focused = this.#host.shadowRoot?.activeElement;
    dialog.close();
    dialog.show();
    this.#back = () => {
      dialog.close();
      dialog.showModal();
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      dialog.scrollTop = scrollTop;
    };
  };

  readonly #overThePage = (): void => {
    this.#back?.();
    this.#back = undefined;
  };
}
