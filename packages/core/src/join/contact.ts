import type { Client } from '../http/client.js';

/** How somebody can be reached. */
export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** The name that stands beside a remark, for everybody to read: a name given in private is not put there. */
  readonly publicName?: string;
}

/** In memory only, and gone with the page: a computer in a library must not know who was there before. */
const lastSent = new WeakMap<Client, Contact>();

/** What was sent during this visit, so that nobody has to type it twice (WCAG 3.3.7). */
export const sentContact = (client: Client | undefined): Contact => (client && lastSent.get(client)) ?? {};

/** Remembers what was sent; a field that was left empty takes nothing away. */
export function rememberContact(client: Client, { name, email, phone, publicName }: Contact): void {
  lastSent.set(client, {
    ...lastSent.get(client),
    ...(name && { name }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(publicName && { publicName }),
  });
}
