import { surroundings, type Surroundings } from './connection.js';

/**
 * Asks the elements around for what they give, by the Context Community Protocol, of which `@lit/context` needs more
 * code than a widget uses.
 */
export class SurroundingsRequest extends Event {
  readonly context = surroundings;
  readonly subscribe = true;

  constructor(
    readonly contextTarget: Element,
    readonly callback: (value: Surroundings, unsubscribe?: () => void) => void,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}
