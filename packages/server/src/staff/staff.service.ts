import { createHash, randomBytes } from 'node:crypto';
import { recordAct, type Actor } from '../acts/acts.queries.js';
import type { Database, DatabaseTransaction, Store } from '../db/open.js';
import { mailMessages } from '../mail/mail.messages.js';
import { saveFeedToken } from './feed-tokens.queries.js';
import type { AssignedRole } from './roles.js';
import {
  addLoginLink,
  addSession,
  addStaff,
  assignRole,
  consumeLoginLink,
  endSession,
  endSessionsOf,
  findStaff,
  mailLoginLink,
  removeStaff,
  unassignRole,
  type NewStaff,
  type StaffMember,
} from './staff.queries.js';

/** Nobody guesses 256 bits, so their hash needs no salt and no slowness. */
const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: with a copy of the database nobody comes in. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Makes what stands in the address of the feed of somebody, known only to them, in the place of what they had. */
export async function createFeedToken(db: Database, staffId: string, at: Date): Promise<string> {
  const token = newToken();
  await saveFeedToken(db, staffId, tokenHash(token), at);
  return token;
}

/** Makes a link to log in, once; its token is known only to who gets it. Undefined for somebody who was removed. */
export async function createLoginLink(db: Database, staffId: string, at: Date): Promise<string | undefined> {
  const token = newToken();
  return (await addLoginLink(db, staffId, tokenHash(token), at)) ? token : undefined;
}

/** Where the desk reads a link, behind the address of this server. What stands after `#` reaches no server and no log. */
export const loginPath = (token: string): string => `/desk#login=${token}`;

/** Begins a session under a new name; resolves to what the cookie of it holds. */
export async function beginSession(
  db: DatabaseTransaction,
  staffId: string,
  session: { readonly idToken: string | null; readonly at: Date },
): Promise<string> {
  const token = newToken();
  await addSession(db, staffId, tokenHash(token), session);
  return token;
}

/**
 * Logs in whoever has a link, under a new name each time: what their browser had before is worth nothing any more.
 * Resolves to what their cookie holds; undefined when the link is unknown, used or over.
 */
export const logIn = (
  store: Store,
  token: string,
  earlierSession: string | undefined,
  at: Date,
): Promise<string | undefined> =>
  store.transaction(async (db) => {
    const staffId = await consumeLoginLink(db, tokenHash(token), at);
    if (staffId === undefined) return undefined;
    if (earlierSession !== undefined) await endSession(db, tokenHash(earlierSession));
    return beginSession(db, staffId, { idToken: null, at });
  });

/** Who does something with whom works here, and when. */
interface StaffChange {
  readonly by: Actor;
  readonly at: Date;
}

const aboutStaff = (id: string) => ({ kind: 'staff', id }) as const;

/** Lets somebody in with a role, and mails them a link if that lets them in; undefined when they are in already. */
export async function inviteStaff(
  db: DatabaseTransaction,
  { role, mailsLink, ...who }: NewStaff & { readonly role: AssignedRole; readonly mailsLink: boolean },
  { by, at }: StaffChange,
): Promise<StaffMember | undefined> {
  const id = await addStaff(db, who, at);
  if (id === undefined) return undefined;
  await assignRole(db, id, role);
  if (mailsLink) await mailLoginLink(db, who.email, { text: mailMessages[who.locale].login.invited }, at);
  const detail = { role: role.role };
  await recordAct(db, {
    by,
    at,
    name: 'staff.invited',
    buurt: role.buurtCode,
    subject: aboutStaff(id),
    detail,
  });
  return findStaff(db, who.email);
}

/** Gives somebody a role, or takes it, from their next request on; false when nothing changed. */
export async function changeRole(
  db: DatabaseTransaction,
  { id }: Pick<StaffMember, 'id'>,
  change: 'given' | 'taken',
  role: AssignedRole,
  { by, at }: StaffChange,
): Promise<boolean> {
  const changed = await (change === 'given' ? assignRole : unassignRole)(db, id, role);
  const detail = { role: role.role, change };
  if (changed)
    await recordAct(db, {
      ...{ by, at, name: 'staff.rolesChanged', buurt: role.buurtCode, subject: aboutStaff(id), detail },
    });
  return changed;
}

/** Shuts somebody out at once, wherever they are logged in; resolves to how many sessions ended. */
export async function shutOut(
  db: DatabaseTransaction,
  { id }: StaffMember,
  { by, at }: StaffChange,
): Promise<number> {
  const sessions = await endSessionsOf(db, id);
  if (await removeStaff(db, id, at))
    await recordAct(db, {
      by,
      at,
      name: 'staff.removed',
      buurt: null,
      subject: aboutStaff(id),
      detail: { sessions },
    });
  return sessions;
}

/** Logs somebody out everywhere; resolves to of how many sessions. */
export async function logOutEverywhere(
  db: DatabaseTransaction,
  { id }: StaffMember,
  { by, at }: StaffChange,
): Promise<number> {
  const sessions = await endSessionsOf(db, id);
  await recordAct(db, {
    by,
    at,
    name: 'session.ended',
    buurt: null,
    subject: aboutStaff(id),
    detail: { sessions },
  });
  return sessions;
}

/** Makes a link that goes by no mail, for whoever asked; that it was made is kept, for whoever has it can be this person. */
export async function createLinkFor(
  db: DatabaseTransaction,
  { id }: StaffMember,
  { by, at }: StaffChange,
): Promise<string | undefined> {
  const token = await createLoginLink(db, id, at);
  await recordAct(db, { by, at, name: 'staff.linkMade', buurt: null, subject: aboutStaff(id) });
  return token;
}
