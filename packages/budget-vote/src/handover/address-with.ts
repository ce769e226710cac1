import { secrets } from '../address.js';

/** The address of this page with a choice behind the `#`, and nothing else. */
export function addressWith(choice: string): string {
  const address = new URL(location.href);
  address.hash = `${secrets.choice}=${choice}`;
  return address.href;
}
