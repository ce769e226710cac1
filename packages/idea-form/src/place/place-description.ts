import type { Border } from '@buurt/domain/geo/border.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import type { Street } from '@buurt/domain/geo/map-surroundings.js';
import { nearestStreet, relativeLocation } from '@buurt/domain/geo/relative-location.js';
import type { PlaceMessages } from './place.messages.js';

/** As people say it: by tens, by fifties from 200 metres, and never nought. */
export function roundedMetres(metres: number): number {
  const step = metres < 200 ? 10 : metres < 1000 ? 50 : 100;
  return Math.max(step, Math.round(metres / step) * step);
}

/** Where a place is, for somebody who does not look at the map. Without a border only what it is called. */
export function describePlace(
  { address, ...place }: NamedPlace,
  border: Border | undefined,
  t: PlaceMessages,
  streets: readonly Street[] = [],
): string {
  if (!border) return address ?? t.somewhere;
  const { inside, admitted, central, side, edgeMetres } = relativeLocation(border, place);
  const distance = t.distance({ metres: roundedMetres(edgeMetres) });
  if (!admitted)
    return [...(address ? [`${address}.`] : []), t.outside({ side, distance }), t.mend].join(' ');
  if (address) return address;
  const street = nearestStreet(streets, place);
  const where = !inside ? t.edge({ side }) : central ? t.middle : t.within({ side, distance });
  return street ? `${t.near({ street })}. ${where}` : where;
}
