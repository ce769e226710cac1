import { insideOf, type Area, type MapPlace, type Place } from '@buurt/domain';

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
