import { callJson } from '@buurt/core/http/http.js';
import { list, maybe, shape, ShapeError, text } from '@buurt/domain/wire/json.js';
import { isPlace, type Place } from '@buurt/domain/geo/place.js';

/** An address as a search service knows it. */
export interface Address {
  readonly id: string;
  readonly name: string;
  readonly place?: Place;
}

export interface Addresses {
  readonly found: readonly Address[];
  /** None of them lies in this buurt. */
  readonly elsewhere: boolean;
}

/** A service with the questions and answers of the PDOK Locatieserver v3_1. */
export interface AddressService {
  readonly endpoint: string;
  readonly fetch?: typeof fetch;
}

/** What a server takes of an address, and more than anybody reads. */
const longestName = 200;
const rows = 8;

interface Answer {
  readonly response: { readonly docs: readonly unknown[] };
}
interface Document {
  readonly id: string;
  readonly weergavenaam: string;
  readonly centroide_ll?: string;
}
const answerFrom = shape<Answer>({ response: shape<Answer['response']>({ docs: list((each) => each) }) });
const documentFrom = shape<Document>({ id: text, weergavenaam: text, centroide_ll: maybe(text) });

/** A place from well-known text: `POINT(4.89 52.37)`, longitude first. */
export function placeFromPoint(wellKnownText: string): Place | undefined {
  const [, lon, lat] = /^\s*POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)\s*$/i.exec(wellKnownText) ?? [];
  const place = { lat: Number(lat), lon: Number(lon) };
  return isPlace(place) ? place : undefined;
}

/** One address of the answer; none when it is not of the right shape. */
function addressFrom(json: unknown): Address[] {
  try {
    const { id, weergavenaam, centroide_ll } = documentFrom(json);
    const place = placeFromPoint(centroide_ll ?? '');
    return [{ id, name: weergavenaam.slice(0, longestName), ...(place ? { place } : {}) }];
  } catch (error) {
    if (error instanceof ShapeError) return [];
    throw error;
  }
}

async function ask(
  service: AddressService,
  question: 'suggest' | 'lookup',
  parameters: readonly (readonly [string, string])[],
  signal: AbortSignal,
): Promise<Address[]> {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  const json = await callJson(service, { path: `${question}?${query}`, signal });
  return answerFrom(json).response.docs.flatMap(addressFrom);
}

/** Addresses and streets that look like what was asked: in this buurt, and anywhere when there are none. */
export async function findAddresses(
  service: AddressService,
  asked: string,
  buurt: string | undefined,
  signal: AbortSignal,
): Promise<Addresses> {
  const parameters = [
    ['q', asked],
    ['fq', 'type:(adres OR weg)'],
    ['rows', String(rows)],
    ['fl', 'id,weergavenaam,centroide_ll'],
  ] as const;
  const near = buurt
    ? await ask(service, 'suggest', [...parameters, ['fq', `buurtcode:${buurt}`]], signal)
    : [];
  if (near.length > 0) return { found: near, elsewhere: false };
  return { found: await ask(service, 'suggest', parameters, signal), elsewhere: buurt !== undefined };
}

/** Where an address lies; `undefined` when the service does not know. A service may tell it only when asked. */
export async function placeOf(
  service: AddressService,
  { id, place }: Address,
  signal: AbortSignal,
): Promise<Place | undefined> {
  if (place) return place;
  const [address] = await ask(service, 'lookup', [['id', id]], signal);
  return address?.place;
}
