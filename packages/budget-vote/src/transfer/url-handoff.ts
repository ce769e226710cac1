/** What a letter or another device may put behind the `#` of the page's address. */
const hashParams = { code: 'code', choice: 'keuze' } as const;

export interface UrlHandoff {
  readonly code?: string;
  /** A choice made on another device, as `addressWith` wrote it. */
  readonly choice?: string;
}

/**
 * Takes the code and the choice out of the page's address, so that neither stays in the history, in a bookmark or in
 * a link that somebody copies. What else stands behind the `#` stays.
 */
export function consumeHashParams(): UrlHandoff {
  const parts = location.hash.slice(1).split('&');
  const handoff: Record<string, string> = {};
  const rest = parts.filter((part) => {
    const [name = '', ...value] = part.split('=');
    const known = Object.entries(hashParams).find(([, each]) => each === name)?.[0];
    if (known) handoff[known] = value.join('=');
    return !known;
  });
  if (rest.length < parts.length) {
    // Whole, with its host: a path of two slashes alone would name another one.
    const address = new URL(location.href);
    address.hash = rest.join('&');
    history.replaceState(history.state, '', address);
  }
  return handoff;
}

/** The address of this page with a choice behind the `#`, and nothing else. */
export function addressWith(choice: string): string {
  const address = new URL(location.href);
  address.hash = `${hashParams.choice}=${choice}`;
  return address.href;
}
