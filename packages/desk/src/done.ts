import { ApiError } from '@buurt/core/http/api-error.js';
import type { DeskLocation } from './location.js';

/** Something that was done with what is open; the desk says so, and goes on to the next. */
export interface DeskDone {
  readonly what:
    | 'published'
    | 'declined'
    | 'hidden'
    | 'remarkPublished'
    | 'remarkHidden'
    | 'answered'
    | 'offerAnswered'
    | 'mailRetried'
    | 'mailDropped';
  readonly title: string;
  /** What it was done with; meanwhile something else may be open. */
  readonly at: DeskLocation;
  /** The act, while it can be undone. */
  readonly undo: { readonly act: number; readonly until: number } | undefined;
}

/** Within this the second press of a double click comes. */
const doubleClickMs = 700;
let doneAt = -Infinity;

/** Tells the desk what was done. */
export class DoneEvent extends Event {
  constructor(readonly done: DeskDone) {
    super('done');
    doneAt = performance.now();
  }
}

/** Whether a pointer presses once more where it just did something: the next one stands there by now, and nobody read it. */
export const isSecondPress = ({ detail }: MouseEvent): boolean =>
  detail > 0 && performance.now() - doneAt < doubleClickMs;

/** Somebody pressed something else meanwhile, such as to undo it: what they press next is meant. */
export function forgetLastPress(): void {
  doneAt = -Infinity;
}

/** Tells the desk that something did not arrive that is not open any more. */
export class NotDoneEvent extends Event {
  constructor(
    readonly notDone: Pick<DeskDone, 'title' | 'at'>,
    readonly failure: unknown,
  ) {
    super('not-done');
  }
}

/** Whether somebody has to log in first. */
export const isLoggedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

/** Tells the desk that the session is over. */
export class SessionOverEvent extends Event {
  constructor() {
    super('session-over');
  }
}
