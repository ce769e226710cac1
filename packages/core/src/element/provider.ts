import { ContextProvider, createContext } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { providerContext, sharedSelection, type ProviderContext } from './connection.js';
import { SharedSelection } from './shared-selection.js';

/**
 * Gives every buurt widget inside it one endpoint and one buurt, so that a page names them once. A list and a map inside it
 * show the same: what a visitor looks for in one, and points at, the other shows too. Shows nothing itself.
 *
 * @customElement buurt-provider
 * @slot - The widgets, with whatever the page puts between them.
 */
export class BuurtProvider extends LitElement {
  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  /** The address of the REST endpoint, with its version: `https://…/v1`. */
  @property() endpoint?: string;
  /** The code of the buurt: `BU` and eight characters. */
  @property() buurt?: string;
  /** What the widgets call instead of the browser's `fetch`, for a site with headers of its own. */
  @property({ attribute: false }) fetch?: typeof fetch;

  readonly #provided = new ContextProvider(this, {
    context: createContext<ProviderContext>(providerContext),
    initialValue: {},
  });

  constructor() {
    super();
    new ContextProvider(this, {
      context: createContext<SharedSelection>(sharedSelection),
      initialValue: new SharedSelection(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { endpoint, buurt, fetch } = this;
    this.#provided.setValue({
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(buurt === undefined ? {} : { buurt }),
      ...(fetch === undefined ? {} : { fetch }),
    });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
