import { contains } from '@buurt/domain/geo/border.js';
import { metresBetween, moved, type Place } from '@buurt/domain/geo/place.js';
import { demoBuurten, town, type DemoBuurt } from './corporation.js';
import type { Street } from '../seed/seeded-buurt.js';

/** One document of the address service, with the names of PDOK's Locatieserver. */
export interface Address {
  readonly id: string;
  readonly type: 'adres' | 'weg';
  readonly weergavenaam: string;
  readonly straatnaam: string;
  readonly huisnummer?: number;
  readonly postcode: string;
  readonly woonplaatsnaam: string;
  readonly gemeentenaam: string;
  readonly buurtcode?: string;
  readonly buurtnaam?: string;
  /** Well-known text, longitude first. */
  readonly centroide_ll: string;
}

export interface AddressMatch extends Address {
  readonly score: number;
}

export type AddressField = keyof AddressMatch | 'afstand';

const places = new Map<string, Place>();
const placeOf = ({ id }: Pick<Address, 'id'>): Place | undefined => places.get(id);

const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Half the distance between the fronts on either side. */
const halfStreetMetres = 9;

/** Odd numbers stand on the left of the way from the first to the last house, even ones on the right. */
function houseAt(middle: Place, { from, to, lastNumber }: Street, number: number): Place {
  const [east, north] = [to[0] - from[0], to[1] - from[1]];
  const along = lastNumber > 1 ? (number - 1) / (lastNumber - 1) : 0.5;
  const aside = ((number % 2 === 1 ? -1 : 1) * halfStreetMetres) / Math.hypot(east, north);
  return moved(middle, from[0] + east * along + north * aside, from[1] + north * along - east * aside);
}

function addressAt(street: Street, place: Place, number?: number): Address {
  const buurt = demoBuurten.find(({ border }) => contains(border, place));
  const id = number === undefined ? `weg-${slug(street.name)}` : `adr-${slug(street.name)}-${String(number)}`;
  places.set(id, place);
  return {
    id,
    type: number === undefined ? 'weg' : 'adres',
    weergavenaam:
      number === undefined
        ? `${street.name}, ${town}`
        : `${street.name} ${String(number)}, ${street.postcode} ${town}`,
    straatnaam: street.name,
    ...(number === undefined ? {} : { huisnummer: number }),
    postcode: street.postcode,
    woonplaatsnaam: town,
    gemeentenaam: town,
    ...(buurt ? { buurtcode: buurt.code, buurtnaam: buurt.name } : {}),
    centroide_ll: `POINT(${place.lon.toFixed(8)} ${place.lat.toFixed(8)})`,
  };
}

function addressesIn({ middle, streets }: DemoBuurt): Address[] {
  return streets.flatMap((street) => {
    const halfway = moved(middle, (street.from[0] + street.to[0]) / 2, (street.from[1] + street.to[1]) / 2);
    const numbers = Array.from({ length: street.lastNumber }, (_, index) => index + 1);
    return [
      addressAt(street, halfway),
      ...numbers.map((number) => addressAt(street, houseAt(middle, street, number), number)),
    ];
  });
}

/** Every made-up address, in and just outside the buurten of the demo. */
export const addresses: readonly Address[] = demoBuurten.flatMap(addressesIn);

/** Words as people type them: without accents or capitals, a postcode as one word. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(\d{4}) ([a-z]{2})\b/g, '$1$2')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');

const wordsOfAddress = new Map(addresses.map((address) => [address.id, wordsOf(address.weergavenaam)]));

/** How well an address answers: every word must begin one of its words; a whole word counts more. 0: not at all. */
function scoreOf(address: Address, asked: readonly string[]): number {
  const words = wordsOfAddress.get(address.id) ?? [];
  if (!asked.every((word) => words.some((each) => each.startsWith(word)))) return 0;
  const whole = asked.filter((word) => words.includes(word)).length;
  return 1 + whole + (address.type === 'weg' ? 0.5 : 0);
}

/** Addresses that answer these words, the best first. */
export function findAddresses(question: string, among: (address: Address) => boolean): AddressMatch[] {
  const asked = wordsOf(question);
  if (asked.length === 0) return [];
  return addresses
    .filter(among)
    .map((address) => ({ ...address, score: scoreOf(address, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Addresses around a place with their distance, the nearest first. */
export const addressesNear = (
  place: Place,
  among: (address: Address) => boolean,
): (AddressMatch & { afstand: number })[] =>
  addresses
    .filter(among)
    .map((address) => {
      const metres = metresBetween(place, placeOf(address) ?? place);
      return { ...address, score: 1 / (1 + metres), afstand: Math.round(metres * 100) / 100 };
    })
    .sort((a, b) => a.afstand - b.afstand);
