/** A resident opens an initiative from the cashbook. */
export interface CashbookInitiativeOpen {
  readonly initiativeId: string;
}

declare global {
  interface HTMLElementEventMap {
    'buurt-initiative-open': CustomEvent<CashbookInitiativeOpen>;
    'buurt-error': CustomEvent<{ readonly error: unknown }>;
  }
}
