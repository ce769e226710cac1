export { BuurtInitiativeList } from './initiative-list.js';
export type { InitiativeListMessages } from './initiative-list.messages.js';
export type { FilterChange, InitiativeOpened, OfferMade, SupportChange } from './events.js';
