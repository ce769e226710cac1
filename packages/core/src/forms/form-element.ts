import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { LazyElement } from '../element/lazy-element.js';
import { notice } from '../element/screen.js';
import { ApiError, type ServerProblem } from '../http/api-error.js';
import type { Messages } from '../messages/texts.js';
import { errorSummary } from './error-summary.js';

/**
 * A form that comes when somebody wants to fill it in: its heading takes the focus, and so does what is wrong with it or
 * with the sending. A form that is only moved on the page goes on sending; one that is taken away stops.
 *
 * @fires {Event} closed - Whoever opened it does not want to, or is ready.
 */
export abstract class FormElement<M extends Messages> extends LazyElement<M> {
  @state() protected problems: readonly ServerProblem[] = [];

  /** A selector of what takes the focus once it is drawn. */
  protected focusNext = '.screen-title';

  #stop = new AbortController();

  /** Ends what is on its way when the form is taken away. */
  protected get signal(): AbortSignal {
    return this.#stop.signal;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A form that is only moved is connected again before this runs, and goes on sending.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop.abort();
    });
  }

  protected override updated(): void {
    const target = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (!target) return;
    this.focusNext = '';
    target.focus();
  }

  /** Keeps what the server found wrong, and moves the focus there or to the failure; tells whether it was in what was filled in. */
  protected showProblemsOf(failure: unknown): boolean {
    this.problems = failure instanceof ApiError ? failure.problems : [];
    const hasProblems = this.problems.length > 0;
    this.focusNext = hasProblems ? '.error-summary' : '.failure';
    return hasProblems;
  }

  /** What is wrong, all together: by the id of the field, in words. */
  protected renderSummary(
    title: string,
    wrong: ReadonlyMap<string, string>,
    headingLevel: number,
  ): TemplateResult | typeof nothing {
    if (wrong.size === 0) return nothing;
    return errorSummary({
      title,
      entries: [...wrong].map(([id, text]) => ({ id, text })),
      headingLevel,
    });
  }

  protected renderFailure(text: string): TemplateResult {
    return html`<div class="failure" role="alert" tabindex="-1">${notice('error', text)}</div>`;
  }

  protected readonly close = (): void => void this.dispatchEvent(new Event('closed'));
}
