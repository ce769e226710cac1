import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';

/** The receipt without the key that proves whose idea it is: that stays on the device of the resident. */
export type PublicReceipt = Omit<IdeaReceipt, 'ownerKey'>;

export const publicReceipt = ({ ownerKey: _, ...rest }: IdeaReceipt): PublicReceipt => rest;

declare global {
  interface HTMLElementEventMap {
    'buurt-idea-submit': CustomEvent<NewIdea>;
    'buurt-idea-sent': CustomEvent<PublicReceipt>;
    'buurt-error': CustomEvent<{ readonly error: unknown }>;
  }
}
