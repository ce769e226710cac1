import { sharedSelection } from './connection.js';
import { ContextRequest } from './context-request.js';
import type { SharedSelection } from './shared-selection.js';

/** Finds what is shared around an element; not called when nothing is, and later when the provider comes later. */
export function findSharedSelection(
  element: Element,
  found: (shared: SharedSelection) => void,
  signal: AbortSignal,
): void {
  const ask = () =>
    !signal.aborted &&
    element.dispatchEvent(new ContextRequest<SharedSelection>(sharedSelection, element, found));
  ask();
  if (!customElements.get('buurt-provider')) void customElements.whenDefined('buurt-provider').then(ask);
}
