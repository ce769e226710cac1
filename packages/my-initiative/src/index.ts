import './buurt-my-initiative.js';
export type * from './events.js';
export { BuurtMyInitiative } from './my-initiative.js';
