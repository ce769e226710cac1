/** What opens one initiative to its maker: its id, and the key of its receipt. */
export interface OwnerKey {
  readonly id: string;
  readonly key: string;
}

export const isSame = (one: OwnerKey | undefined, other: OwnerKey | undefined): boolean =>
  one !== undefined && one.id === other?.id && one.key === other.key;

/** What stands behind the `#` of the link in the mail: `#mijn=<id>.<key>`. */
const hashParam = 'mijn';
const written = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{20,200})$/i;

function ownerKeyFrom(text: string): OwnerKey | undefined {
  const [, id, key] = written.exec(text) ?? [];
  return id && key ? { id: id.toLowerCase(), key } : undefined;
}

/**
 * Takes the key out of the address of the page, so that it stays neither in the history nor in a link that somebody
 * copies. What else stands behind the `#` stays.
 * @returns `undefined` when there is none, `null` when it cannot be one
 */
export function consumeOwnerKey(): OwnerKey | null | undefined {
  const parts = location.hash.slice(1).split('&');
  const handoff = parts.find((part) => part.startsWith(`${hashParam}=`));
  if (handoff === undefined) return undefined;
  const address = new URL(location.href);
  address.hash = parts.filter((part) => part !== handoff).join('&');
  history.replaceState(history.state, '', address);
  return ownerKeyFrom(handoff.slice(hashParam.length + 1)) ?? null;
}

/** The link with which the maker comes back to this page. */
export function ownerLink({ id, key }: OwnerKey): string {
  const address = new URL(location.href);
  address.hash = `${hashParam}=${id}.${key}`;
  return address.href;
}

const storageName = (endpoint: string) => `buurt:my-initiative:${endpoint}`;

/** The key that the maker let this device remember; where storage is blocked there is none. */
export function storedOwnerKey(endpoint: string): OwnerKey | undefined {
  try {
    return ownerKeyFrom(localStorage.getItem(storageName(endpoint)) ?? '');
  } catch {
    return undefined;
  }
}

/** Remembers the key on this device, or forgets it; resolves to whether the device does. */
export function storeOwnerKey(endpoint: string, owner: OwnerKey | undefined): boolean {
  try {
    if (owner) localStorage.setItem(storageName(endpoint), `${owner.id}.${owner.key}`);
    else localStorage.removeItem(storageName(endpoint));
    return owner !== undefined;
  } catch {
    return false;
  }
}
