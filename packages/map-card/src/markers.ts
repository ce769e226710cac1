import { clustered, type Cluster } from '@buurt/domain/geo/clusters.js';
import type { Area, MapPlace } from '@buurt/domain/geo/map-place.js';
import type { Place } from '@buurt/domain/geo/place.js';
import type { Projection } from '@buurt/domain/geo/projection.js';
import { insideOf } from '@buurt/domain/geo/surface.js';
import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';

/** Something that stands on the map: an initiative, or in an overview a buurt. */
export type Marker = InitiativeMarker | AreaMarker;

interface InitiativeMarker extends MapPlace {
  readonly kind: 'initiative';
}

interface AreaMarker extends Place {
  readonly kind: 'buurt';
  /** The code of the buurt. */
  readonly id: string;
  readonly title: string;
  readonly initiativeCount: number;
}

/** One marker, or several that are too close together to be told apart. */
export type Pin = Cluster<Marker>;

/** Two pins that are closer together than this would overlap. */
const pinSizeEm = 2.5;

/** The initiatives with one of these statuses; all of them when no status is chosen. */
export const initiativeMarkers = (
  places: readonly MapPlace[],
  statuses: readonly InitiativeStatus[],
): readonly Marker[] =>
  places
    .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
    .map((place) => ({ kind: 'initiative', ...place }));

export const areaMarkers = (areas: readonly Area[]): readonly Marker[] =>
  areas.map(({ id, name, initiativeCount, border }) => ({
    kind: 'buurt',
    id,
    title: name,
    initiativeCount,
    ...insideOf(border),
  }));

/** `letterPx` is the font size: pins grow with the text. */
export const pinsOf = (
  markers: readonly Marker[],
  { toPoint, letterPx }: Projection & { readonly letterPx: number },
): readonly Pin[] => clustered(markers, toPoint, pinSizeEm * letterPx);

/** The key of a pin among all pins: the id of its first marker. */
export const keyOf = ({ members: [first] }: Pin): string => first?.id ?? '';

export const holdsMarker = ({ members }: Pin, markerId: string): boolean =>
  members.some(({ id }) => id === markerId);

interface PinTexts {
  readonly cluster: (values: { count: number }) => string;
  readonly clusterOfAreas: (values: { count: number }) => string;
}

/** The title of its marker, or how many there are together. */
export function pinTitle(t: PinTexts, { members }: Pin): string {
  const [only, ...others] = members;
  if (!only || others.length === 0) return only?.title ?? '';
  const count = members.length;
  return only.kind === 'buurt' ? t.clusterOfAreas({ count }) : t.cluster({ count });
}

/** The number of the pin in which each marker stands, by the id of the marker. */
export const pinNumbers = (pins: readonly Pin[]): ReadonlyMap<string, number> =>
  new Map(pins.flatMap(({ members }, index) => members.map(({ id }) => [id, index + 1] as const)));

const directions = {
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
} as const;

/** The pin to which a key leads: the nearest in the direction of an arrow, or with Home and End the first or last. */
export function pinByKey(key: string, from: Pin, pins: readonly Pin[]): Pin | undefined {
  if (key === 'Home') return pins[0];
  if (key === 'End') return pins.at(-1);
  const direction = directions[key as keyof typeof directions] as readonly [number, number] | undefined;
  if (!direction) return undefined;
  const [right, down] = direction;
  let nearest: Pin | undefined;
  let shortest = Infinity;
  for (const pin of pins) {
    const along = (pin.x - from.x) * right + (pin.y - from.y) * down;
    const aside = Math.abs((pin.x - from.x) * down) + Math.abs((pin.y - from.y) * right);
    const distance = along + 2 * aside;
    if (along <= 0.5 || distance >= shortest) continue;
    nearest = pin;
    shortest = distance;
  }
  return nearest;
}
