/** Something that was done with what is open; the desk says so, and goes on to the next. */
export interface DeskDone {
  readonly what:
    'published' | 'declined' | 'hidden' | 'remarkPublished' | 'remarkHidden' | 'answered' | 'offerAnswered';
  readonly title: string;
  /** The act, while it can be undone. */
  readonly undo: { readonly act: number; readonly until: number } | undefined;
}

/** Tells the desk what was done. */
export class DoneEvent extends Event {
  constructor(readonly done: DeskDone) {
    super('done');
  }
}
