/** A tab that nobody looks at counts time by the second, but passes on messages at once. */
const aMoment = (): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage('');
  });

const aWhile = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 15));

/** Waits until something is there; says what it waited for when it never comes. */
export async function until<T>(
  what: string,
  find: () => T | null | undefined | false,
  ms = 5000,
): Promise<T> {
  const began = performance.now();
  for (;;) {
    const found = find();
    if (found) return found;
    const waited = performance.now() - began;
    if (waited > ms) throw new Error(`There is no ${what}`);
    await (waited < 250 ? aMoment() : aWhile());
  }
}

/** All elements that match, also those in elements of their own. */
export const everywhere = (root: ParentNode, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? everywhere(shadowRoot, selector) : [],
  ),
];
