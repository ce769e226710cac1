type DetailOf<K extends keyof HTMLElementEventMap> =
  HTMLElementEventMap[K] extends CustomEvent<infer Detail> ? Detail : never;

/** Tells the page what happened on a map. */
export const tell = <K extends keyof HTMLElementEventMap>(
  card: Element,
  type: K,
  detail: DetailOf<K>,
): unknown => card.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
