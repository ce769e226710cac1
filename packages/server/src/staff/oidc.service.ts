import type { DatabaseTransaction, Store } from '../db/open.js';
import type { OidcIdentity } from './oidc.js';
import {
  addStaffOf,
  assignedRoles,
  finishAttempt,
  holdStaffOf,
  knownRoles,
  renameStaff,
} from './oidc.queries.js';
import type { LoginFailure } from './oidc-pages.js';
import type { AssignedRole } from './roles.js';
import { endSession, endSessionsOf } from './staff.queries.js';
import { beginSession, changeRole, tokenHash } from './staff.service.js';

/** Lets a login that somebody began be finished once, however many come with it; false for all but the first. */
export const finishOnce = (store: Store, state: string, expiresAt: Date): Promise<boolean> =>
  store.transaction((db) => finishAttempt(db, tokenHash(state), expiresAt));

const isSameRole = (one: AssignedRole) => (other: AssignedRole) =>
  one.role === other.role && one.buurtCode === other.buurtCode;

/** Gives somebody these roles and no others, and keeps what changed. */
async function setRoles(
  db: DatabaseTransaction,
  staff: { readonly id: string; readonly name: string },
  roles: readonly AssignedRole[],
  at: Date,
): Promise<void> {
  const change = { by: { kind: 'staff', ...staff }, at } as const;
  const earlier = await assignedRoles(db, staff.id);
  for (const role of earlier.filter((each) => !roles.some(isSameRole(each))))
    await changeRole(db, staff, 'taken', role, change);
  for (const role of roles.filter((each) => !earlier.some(isSameRole(each))))
    await changeRole(db, staff, 'given', role, change);
}

interface LoginOf {
  readonly identity: OidcIdentity;
  /** The hash of the session that their browser had. */
  readonly earlier: string | null;
  readonly at: Date;
}

/**
 * Logs in somebody for whom the identity provider vouches, with the roles that it gives them now and no others, under a new
 * name each time. Resolves to what their cookie holds, or to why they do not come in.
 */
export const logInWithIdentity = (
  store: Store,
  { identity, earlier, at }: LoginOf,
): Promise<{ readonly session: string } | { readonly failure: LoginFailure }> =>
  store.transaction(async (db) => {
    const { name, email, idToken } = identity;
    const found = await holdStaffOf(db, identity);
    if (found?.isRemoved) return { failure: 'removed' };
    const roles = await knownRoles(db, identity.roles);
    if (roles.length === 0) {
      if (found) {
        await setRoles(db, { id: found.id, name }, [], at);
        await endSessionsOf(db, found.id);
      }
      return { failure: 'noRole' };
    }
    if (!found && email === undefined) return { failure: 'noEmail' };
    const staff = found ?? (await addStaffOf(db, identity, email ?? '', at));
    if ('failure' in staff) return staff;
    const { id } = staff;
    await renameStaff(db, id, identity);
    await setRoles(db, { id, name }, roles, at);
    if (earlier !== null) await endSession(db, earlier);
    return { session: await beginSession(db, id, { idToken, at }) };
  });
