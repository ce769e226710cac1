import type { Draft } from './draft.js';
import type { SentIdea } from './idea-draft-storage.js';
import type { Submission } from './submission.js';

/** Where an idea is on its way from this page to the server. */
export type FormStatus =
  | { readonly name: 'filling' }
  /** `progress`: how far each photo is, from 0 to 1, by its id. */
  | { readonly name: 'sending'; readonly progress: ReadonlyMap<string, number> }
  /** In the outbox; `kept`: also when the page is closed. */
  | {
      readonly name: 'waiting';
      readonly submission: Pick<Submission, 'key' | 'draft'>;
      readonly kept: boolean;
    }
  /** `draft`: what was sent, unless it was in an earlier visit. */
  | { readonly name: 'sent'; readonly sent: SentIdea; readonly draft?: Draft };

export const filling: FormStatus = { name: 'filling' };
