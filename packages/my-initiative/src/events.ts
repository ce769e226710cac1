/** What the maker of an initiative did: which of the forms was sent. */
export interface MakerActed {
  readonly initiativeId: string;
  readonly kind:
    'offer' | 'question' | 'news' | 'needs' | 'texts' | 'done' | 'stop' | 'handover' | 'withdraw' | 'link';
}

declare global {
  interface HTMLElementEventMap {
    'buurt-maker-acted': CustomEvent<MakerActed>;
    'buurt-error': CustomEvent<{ readonly error: unknown }>;
  }
}
