/** Whose draft it is, and how long it may stay: on this device, as long as the tab is open, or not at all. */
export interface DraftScope {
  readonly widget: string;
  readonly endpoint: string;
  readonly buurt: string;
  readonly where: 'off' | 'session' | 'local';
  /** Keys of the value that are never kept: who somebody is and how to reach him. */
  readonly without?: readonly string[];
}

export const draftKey = ({ widget, endpoint, buurt }: DraftScope): string =>
  `buurt:draft:${widget}:${endpoint}:${buurt}`;

/** Reading it is already enough to throw where a browser blocks storage. */
export const storageOf = (where: 'session' | 'local'): Storage =>
  where === 'local' ? localStorage : sessionStorage;

/** Whether something is kept; for a widget that brings the code to read it only then. */
export function hasDraft(scope: DraftScope): boolean {
  try {
    return scope.where !== 'off' && storageOf(scope.where).getItem(draftKey(scope)) !== null;
  } catch {
    return false;
  }
}
