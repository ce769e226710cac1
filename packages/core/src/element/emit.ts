/** What an event of that name tells. */
export type DetailOf<K extends keyof HTMLElementEventMap> =
  HTMLElementEventMap[K] extends CustomEvent<infer Detail> ? Detail : never;

/** Tells the page what happened in an element; `false` when the page prevented it. */
export const emit = <K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: K,
  detail: DetailOf<K>,
  { cancelable = false }: { cancelable?: boolean } = {},
): boolean =>
  element.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
