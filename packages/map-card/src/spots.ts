import type { Area, MapPlace } from '@buurt/domain/geo/map-place.js';
import type { Place } from '@buurt/domain/geo/place.js';
import { insideOf } from '@buurt/domain/geo/surface.js';

/** Something on the map: an initiative, or in an overview a buurt. */
export type Spot = InitiativeSpot | AreaSpot;

export interface InitiativeSpot extends MapPlace {
  readonly kind: 'initiative';
}

export interface AreaSpot extends Place {
  readonly kind: 'buurt';
  /** Its code. */
  readonly id: string;
  readonly title: string;
  readonly initiativeCount: number;
}

export const initiativeSpot = (place: MapPlace): InitiativeSpot => ({ kind: 'initiative', ...place });

export const areaSpot = ({ id, name, initiativeCount, border }: Area): AreaSpot => ({
  kind: 'buurt',
  id,
  title: name,
  initiativeCount,
  ...insideOf(border),
});
