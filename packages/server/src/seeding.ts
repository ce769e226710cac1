/** What fills a database without going through the API: for the demo. Not for others: it follows the tables. */
export { moment } from './operator/typed.js';
export { overridesFrom } from './operator/settings-rules.js';
export { onOneLine } from './operator/table.js';
export { photoWidths } from './photos/photos.js';
export { newReference } from './reference.js';
export { digestOf } from './rounds/chain.js';
export { usualTallies } from './rounds/round-draft.js';
export { newSeal, type Slots } from './rounds/slots.js';
export { keepBallots } from './store/ballots.js';
export { addNewsPhoto } from './store/news.js';
export type { Database, DatabaseTransaction, Store } from './store/open.js';
export { addPhoto, attachPhotos } from './store/photos.js';
export { addRound, addSlots, type NewRound } from './store/round-changes.js';
export { saveStreets } from './store/streets.js';
export type { PhotoFile, SettingsOverrides } from './store/tables.js';
