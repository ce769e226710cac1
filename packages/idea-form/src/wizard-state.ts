import type { ServerProblem } from '@buurt/core/http/api-error.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import type { Draft } from './draft.js';
import type { FormStep } from './steps.js';
import type { Submission } from './submission.js';

/** An idea that was handed in from this device, so that its resident can see how it is doing. */
export interface SentIdea {
  readonly title: string;
  readonly receipt: IdeaReceipt;
}

/** Where an idea is on its way from this page to the endpoint. */
export type FormStatus =
  | { readonly name: 'filling' }
  /** `progress`: how far each photo is, from 0 to 1, by its id. */
  | { readonly name: 'sending'; readonly progress: ReadonlyMap<string, number> }
  /** In the outbox; `isStored`: also when the page is closed. */
  | {
      readonly name: 'waiting';
      readonly submission: Pick<Submission, 'key' | 'draft'>;
      readonly isStored: boolean;
    }
  /** `draft`: what was sent, unless it was in an earlier visit. */
  | { readonly name: 'sent'; readonly sent: SentIdea; readonly draft?: Draft };

/** What a resident filled in, where they are in the form, and what became of what they sent. */
export interface WizardState {
  readonly draft: Draft;
  readonly step: FormStep;
  readonly status: FormStatus;
  /** Whoever saw the preview goes back to it after a change. */
  readonly isReviewed: boolean;
  /** What was left on this device is there again, and the resident has not gone on yet. */
  readonly isRestored: boolean;
  /** The place lies outside the border, which only the map knows. */
  readonly isOutside: boolean;
  readonly problems: readonly ServerProblem[];
  /** Why sending failed; `undefined` when it did not. */
  readonly failure: unknown;
  /** What a screen reader hears when the focus stays where it is. */
  readonly announcement: 'none' | 'stopped' | 'cleared' | 'still-waiting';
}

export const startWizard = (draft: Draft, step: FormStep = 'idea', isRestored = false): WizardState => ({
  draft,
  step,
  isRestored,
  status: { name: 'filling' },
  isReviewed: false,
  isOutside: false,
  problems: [],
  failure: undefined,
  announcement: 'none',
});
