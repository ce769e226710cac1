import { secrets } from '../address.js';

/** The address of this page with a choice behind the `#`, and nothing else. */
export const addressWith = (choice: string): string =>
  `${location.origin}${location.pathname}${location.search}#${secrets.choice}=${choice}`;
