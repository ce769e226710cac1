/** What host page and frame say to each other. Both check the origin and the window of who says it. */
export interface FromHost {
  readonly buurt: 'host';
  /** The widget's own part of the host's address, without `?`. */
  readonly search: string;
  /** The code of a letter or a choice of another device, without `#`; told once, and to the vote alone. */
  readonly secret: string;
  /** Which part of the frame is on the screen, in px from the top of the frame. */
  readonly top: number;
  readonly height: number;
}

export type FromFrame =
  | { readonly buurt: 'ready' }
  | { readonly buurt: 'height'; readonly height: number }
  | { readonly buurt: 'address'; readonly search: string; readonly how: 'push' | 'replace' }
  | { readonly buurt: 'focus'; readonly top: number; readonly height: number };

/** Names of widgets in an address: `initiatieven-open`, `buurt-title`. Nothing else of the host's address is told. */
const ownName = /^(initiatieven|buurt)(-[\w-]{1,40})$/;
const longestSearch = 2_000;

const tallestPx = 200_000;

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= tallestPx;

/** Of an address, what is the widgets' own; the rest of it goes to nobody. */
export function ownSearch(search: string): string {
  const own = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search)) if (ownName.test(name)) own.append(name, value);
  const text = own.toString();
  return text.length <= longestSearch ? text : '';
}

/** An address with the widgets' part replaced: whole, since a path of two slashes alone would name another host. */
export function withSearch(href: string, own: string): URL {
  const address = new URL(href);
  const rest = new URLSearchParams(address.search);
  for (const name of [...rest.keys()]) if (ownName.test(name)) rest.delete(name);
  for (const [name, value] of new URLSearchParams(ownSearch(own))) rest.append(name, value);
  address.search = rest.toString();
  return address;
}

/** What stands behind the `#`, parted in what is a secret of the vote and what is not. */
export function partHash(hash: string): { readonly secret: string; readonly rest: string } {
  const parts = hash.slice(1).split('&');
  const isSecret = (part: string) => /^(code|keuze)=[^#]*$/.test(part) && part.length <= longestSearch;
  const rest = parts.filter((part) => !isSecret(part)).join('&');
  return { secret: parts.filter(isSecret).join('&'), rest: rest && `#${rest}` };
}

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null;

export function readFromHost(data: unknown): FromHost | undefined {
  if (!isObject(data) || data.buurt !== 'host' || typeof data.search !== 'string') return undefined;
  const { search, secret, top, height } = data;
  if (typeof secret !== 'string' || !isLength(top) || !isLength(height)) return undefined;
  return { buurt: 'host', search: ownSearch(search), secret: partHash(`#${secret}`).secret, top, height };
}

export function readFromFrame(data: unknown): FromFrame | undefined {
  if (!isObject(data)) return undefined;
  const { buurt, height, top, search, how } = data;
  if (buurt === 'ready') return { buurt };
  if (buurt === 'height') return isLength(height) ? { buurt, height } : undefined;
  if (buurt === 'focus') return isLength(top) && isLength(height) ? { buurt, top, height } : undefined;
  if (buurt === 'address' && typeof search === 'string' && (how === 'push' || how === 'replace'))
    return { buurt, search: ownSearch(search), how };
  return undefined;
}
