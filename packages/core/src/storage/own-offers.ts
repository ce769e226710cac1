/** An offer that was sent from this device, with what takes it back; nothing of who sent it. */
export interface OwnOffer {
  readonly initiative: string;
  readonly token: string;
  /** When it was sent, as an ISO 8601 string. */
  readonly at: string;
}

const mostKept = 100;

const isOwnOffer = (value: unknown): value is OwnOffer => {
  const { initiative, token, at } = (value ?? {}) as Partial<OwnOffer>;
  return [initiative, token, at].every((each) => typeof each === 'string');
};

/** Where the browser keeps the offers that were sent to an endpoint. */
export const ownOffersKey = (endpoint: string): string => `buurt:offers:${endpoint}`;

/** What the browser did not want to keep: known as long as the page is open. */
const inMemory = new Map<string, readonly OwnOffer[]>();

function read(endpoint: string): readonly OwnOffer[] {
  const here = inMemory.get(endpoint);
  if (here) return here;
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(ownOffersKey(endpoint)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isOwnOffer) : [];
  } catch {
    return [];
  }
}

function write(endpoint: string, offers: readonly OwnOffer[]): void {
  try {
    if (offers.length > 0) localStorage.setItem(ownOffersKey(endpoint), JSON.stringify(offers));
    else localStorage.removeItem(ownOffersKey(endpoint));
    inMemory.delete(endpoint);
  } catch {
    inMemory.set(endpoint, offers);
  }
}

/** What was offered to an initiative from this device and not taken back, newest first. */
export const ownOffers = (endpoint: string, initiative: string): readonly OwnOffer[] =>
  read(endpoint).filter((each) => each.initiative === initiative);

export const rememberOffer = (endpoint: string, offer: OwnOffer): void =>
  write(endpoint, [offer, ...read(endpoint).filter(({ token }) => token !== offer.token)].slice(0, mostKept));

export const forgetOffer = (endpoint: string, token: string): void =>
  write(
    endpoint,
    read(endpoint).filter((each) => each.token !== token),
  );
