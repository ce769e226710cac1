import './buurt-map-card.js';
export type * from './events.js';
export { BuurtMapCard } from './map-card.js';
