import { randomUUID } from 'node:crypto';
import { hold } from '../db/locks.js';
import type { DatabaseTransaction } from '../db/open.js';
import type { OidcIdentity } from './oidc.js';
import type { AssignedRole } from './roles.js';

/** Counts a login that somebody began as finished; false when it was before. */
export async function finishAttempt(
  db: DatabaseTransaction,
  stateHash: string,
  expiresAt: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('finished_login')
    .values({ state_hash: stateHash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whoever has this account, removed or not. Until the end of the transaction nobody else of this provider comes in. */
export async function holdStaffOf(
  db: DatabaseTransaction,
  { issuer, subject }: Pick<OidcIdentity, 'issuer' | 'subject'>,
): Promise<{ readonly id: string; readonly isRemoved: boolean } | undefined> {
  await hold(db, 'identities', issuer);
  const row = await db
    .selectFrom('staff')
    .select(['id', 'removed_at'])
    .where('oidc_issuer', '=', issuer)
    .where('oidc_subject', '=', subject)
    .executeTakeFirst();
  return row && { id: row.id, isRemoved: row.removed_at !== null };
}

/** Adds somebody who has an account, or gives the account to whoever was invited at this address and has none yet. */
export async function addStaffOf(
  db: DatabaseTransaction,
  { issuer, subject, name, locale }: OidcIdentity,
  email: string,
  at: Date,
): Promise<{ readonly id: string } | { readonly failure: 'emailTaken' | 'removed' }> {
  const account = { oidc_issuer: issuer, oidc_subject: subject };
  const row = await db
    .insertInto('staff')
    .values({ id: randomUUID(), email, name, locale, invited_at: at, ...account })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet(account)
        .where('staff.removed_at', 'is', null)
        .where('staff.oidc_subject', 'is', null),
    )
    .returning('id')
    .executeTakeFirst();
  if (row) return row;
  const { removed_at } = await db
    .selectFrom('staff')
    .select('removed_at')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return { failure: removed_at === null ? 'emailTaken' : 'removed' };
}

/** Takes over how somebody is called and reached now; an address that is of a colleague here stays theirs. */
export async function renameStaff(
  db: DatabaseTransaction,
  id: string,
  { name, email }: Pick<OidcIdentity, 'name' | 'email'>,
): Promise<void> {
  await db.updateTable('staff').set({ name }).where('id', '=', id).execute();
  if (email !== undefined)
    await db
      .updateTable('staff')
      .set({ email })
      .where('id', '=', id)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('staff as other').select('other.id').where('other.email', '=', email))),
      )
      .execute();
}

/** Those roles of a list of which the buurt is there. */
export async function knownRoles(
  db: DatabaseTransaction,
  roles: readonly AssignedRole[],
): Promise<AssignedRole[]> {
  const codes = roles.flatMap(({ buurtCode }) => (buurtCode === null ? [] : [buurtCode]));
  if (codes.length === 0) return [...roles];
  const rows = await db.selectFrom('buurt').select('code').where('code', 'in', codes).execute();
  const known = new Set(rows.map(({ code }) => code));
  return roles.filter(({ buurtCode }) => buurtCode === null || known.has(buurtCode));
}

/** The roles that somebody has. */
export const assignedRoles = (db: DatabaseTransaction, staffId: string): Promise<AssignedRole[]> =>
  db
    .selectFrom('staff_role')
    .select(['role', 'buurt_code as buurtCode'])
    .where('staff_id', '=', staffId)
    .execute();
