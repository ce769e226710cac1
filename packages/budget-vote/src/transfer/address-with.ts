import { hashParams } from './url-handoff.js';

/** The address of this page with a choice behind the `#`, and nothing else. */
export function addressWith(choice: string): string {
  const address = new URL(location.href);
  address.hash = `${hashParams.choice}=${choice}`;
  return address.href;
}
