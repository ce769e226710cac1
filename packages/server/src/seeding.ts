/** What fills a database without going through the API: for the demo. Not for others: it follows the tables. */
export { moment } from './cli/parsers.js';
export { overridesFrom } from './buurten/settings-rules.js';
export { onOneLine } from './cli/table.js';
export { photoWidths } from './photos/photos.js';
export { newReference } from './ideas/reference.js';
export { digestOf } from './rounds/log-chain.js';
export { usualTallies } from './rounds/round-draft.js';
export { createRoundSecret, type CredentialHasher } from './secrets/credential-hash.js';
export { keepBallots } from './rounds/ballots.queries.js';
export { addNewsPhoto } from './initiatives/news.queries.js';
export type { Database, DatabaseTransaction, Store } from './db/open.js';
export { addPhoto, attachPhotos } from './photos/photos.queries.js';
export { addRound, addCredentials, type NewRound } from './rounds/round-changes.queries.js';
export { saveStreets } from './maps/streets.queries.js';
export { addStaff, assignRole, findStaff } from './staff/staff.queries.js';
export { createLoginLink, loginPath } from './staff/staff.service.js';
export type { PhotoFile, SettingsOverrides } from './db/tables.js';
