/**
 * Asks the elements around for what they give, by the Context Community Protocol, of which `@lit/context` needs more
 * code than a widget uses.
 */
export class ContextRequest<T> extends Event {
  readonly subscribe = true;

  constructor(
    readonly context: symbol,
    readonly contextTarget: Element,
    readonly callback: (value: T, unsubscribe?: () => void) => void,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}
