import { together } from './connection.js';
import { ContextRequest } from './context-request.js';
import type { Together } from './together.js';

/** Finds what is shared around an element; not called when nothing is, and later when the provider comes later. */
export function findTogether(element: Element, found: (shared: Together) => void, signal: AbortSignal): void {
  const ask = () =>
    !signal.aborted && element.dispatchEvent(new ContextRequest<Together>(together, element, found));
  ask();
  if (!customElements.get('buurt-provider')) void customElements.whenDefined('buurt-provider').then(ask);
}
