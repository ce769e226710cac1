import type { AnswerBy, OfferKind } from '../initiatives/initiative.js';
import type { OfferOutcome } from '../initiatives/offer-outcome.js';
import type { NewRemark } from '../initiatives/offer.js';

interface AboutIdea {
  readonly idea: { readonly id: string; readonly reference: string; readonly title: string };
  readonly buurt: { readonly code: string; readonly name: string };
}

/** A remark or a question of a neighbour as staff see it. */
export interface DeskRemark extends AboutIdea {
  readonly id: string;
  readonly stance: NewRemark['stance'];
  readonly text: string;
  readonly name: string | null;
  readonly at: string;
  readonly state: 'waiting' | 'published' | 'hidden';
  readonly answer: { readonly text: string; readonly by: AnswerBy } | null;
  /** Why neighbours said that it should not be there, oldest first; who they are is not told. */
  readonly reports: readonly { readonly at: string; readonly reason: string }[];
}

/** A neighbour who wants to join, as staff see them. */
export interface DeskOffer extends AboutIdea {
  readonly id: string;
  readonly kinds: readonly OfferKind[];
  readonly message: string;
  /** Null once it was erased. */
  readonly name: string | null;
  /** Null once it was erased, and for staff who may not see how to reach people. */
  readonly contact: string | null;
  readonly at: string;
  readonly outcome: OfferOutcome | null;
  readonly answer: string | null;
}
