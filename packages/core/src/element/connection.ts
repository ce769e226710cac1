/** Where a widget reads and writes. `fetch` is the one seam for stories, tests and sites with their own headers. */
export interface Connection {
  readonly endpoint: string;
  readonly fetch?: typeof fetch;
}

/** What `<buurt-provider>` gives the widgets inside it; an attribute on the widget itself wins. */
export interface ProviderContext {
  readonly endpoint?: string;
  readonly buurt?: string;
  readonly fetch?: typeof fetch;
}

/** The key of the context: a registered symbol, because two bundles can be on one page. */
export const providerContext = Symbol.for('buurt:connection');
/** The same for what a list and a map have in common. */
export const sharedSelection = Symbol.for('buurt:shared-selection');

/** The endpoint as an absolute address without a slash at the end; `undefined` when it is not an http(s) address. */
export function endpointAddress(endpoint: string | undefined): string | undefined {
  if (!endpoint?.trim() || !URL.canParse(endpoint, document.baseURI)) return undefined;
  const { protocol, origin, pathname } = new URL(endpoint, document.baseURI);
  let path = pathname;
  while (path.endsWith('/')) path = path.slice(0, -1);
  return /^https?:$/.test(protocol) ? origin + path : undefined;
}

/** Whether calls to this address may leave the page: a browser stops plain http on a page that came by https. */
export const isCallable = (address: string | undefined): address is string =>
  address !== undefined && !(location.protocol === 'https:' && address.startsWith('http:'));
