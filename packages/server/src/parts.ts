import type { Photos } from './photos/photos.js';
import type { Secrets } from './secrets.js';
import type { Store } from './store/open.js';

/** What the routes work with. */
export interface Parts {
  readonly store: Store;
  readonly photos: Photos;
  readonly secrets: Secrets;
  readonly clock: () => Date;
}
