export { createApp, type AppOptions } from './app.js';
export { openApiDocument } from './http/openapi.js';
export { openPhotos, type Photos } from './photos/photos.js';
export { openStore, type Store, type StorePlace } from './db/open.js';
