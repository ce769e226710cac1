import {
  givenRoleProblems,
  invitationProblems,
  type Colleague,
  type GivenRole,
  type Invitation,
} from '@buurt/domain/desk/colleague.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import type { ActContext } from '../acts/acts.queries.js';
import { isWithin, type BuurtBound } from '../acts/within.js';
import { hold } from '../db/locks.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { knownRoles } from './oidc.queries.js';
import type { AssignedRole } from './roles.js';
import { countAdmins, findStaffById, listStaff, type StaffMember } from './staff.queries.js';
import { changeRole, inviteStaff, shutOut } from './staff.service.js';

/** A role in all buurten is for who goes about all of them. */
const isRoleWithin = (bound: BuurtBound, { buurtCode }: AssignedRole): boolean =>
  buurtCode === null ? bound === 'all' : isWithin(bound, buurtCode);

/** Whoever goes about some buurten sees who has a role there. */
const isSeen = (bound: BuurtBound, { roles }: Pick<StaffMember, 'roles'>): boolean =>
  bound === 'all' || roles.some((role) => isRoleWithin(bound, role));

/** Who can log in, as whoever lets others in sees them. */
export async function colleaguesIn(db: Database, buurten: BuurtBound): Promise<Colleague[]> {
  const staff = await listStaff(db);
  return staff
    .filter((each) => isSeen(buurten, each))
    .map(({ id, name, email, roles, invitedAt, lastLoginAt }) => ({
      ...{ id, name, email, invitedAt: invitedAt.toISOString() },
      roles: roles.map(({ role, buurtCode, buurtName }) => ({
        role,
        buurt: buurtCode === null ? null : { code: buurtCode, name: buurtName ?? buurtCode },
      })),
      lastLoginAt: lastLoginAt?.toISOString() ?? null,
    }));
}

const assigned = ({ role, buurt }: GivenRole): AssignedRole => ({ role, buurtCode: buurt });

function refuseOutside(roles: readonly AssignedRole[], bound: BuurtBound): void {
  if (!roles.every((role) => isRoleWithin(bound, role)))
    throw new ActRefused({ code: 'outside-own-buurten' });
}

/** @throws {ActRefused} when a role is of a buurt that is not there */
async function refuseUnknown(
  db: DatabaseTransaction,
  pointer: string,
  roles: readonly AssignedRole[],
): Promise<void> {
  const known = await knownRoles(db, roles);
  refuseInvalid(
    roles.flatMap((role, index) =>
      known.includes(role)
        ? []
        : [{ pointer: `${pointer}/${String(index)}/buurt`, code: 'not-an-option' as const }],
    ),
  );
}

/** @throws {ActRefused} when nobody is there whom they may see */
async function colleagueWith(db: DatabaseTransaction, id: string, bound: BuurtBound): Promise<StaffMember> {
  const colleague = await findStaffById(db, id);
  if (!colleague || !isSeen(bound, colleague))
    throw new ActRefused({ code: 'not-found', kind: 'colleague', ids: [id] });
  return colleague;
}

/**
 * Does something after which somebody must be left who lets others in, as before: an admin, and one of all buurten where
 * there was one. One such change at a time, or two admins could take each other's role at once.
 */
async function keepingAnAdmin(db: DatabaseTransaction, change: () => Promise<unknown>): Promise<void> {
  await hold(db, 'admins', '');
  const before = await countAdmins(db);
  await change();
  const after = await countAdmins(db);
  if ((before.all > 0 && after.all === 0) || (before.everywhere > 0 && after.everywhere === 0))
    throw new ActRefused({ code: 'last-admin' });
}

/** Lets a colleague in, and mails them a link where that lets them in; resolves to their id. */
export async function inviteColleague(
  db: DatabaseTransaction,
  { mailsLink, locale, ...invitation }: Invitation & { readonly locale: Locale; readonly mailsLink: boolean },
  context: ActContext,
): Promise<string> {
  const { buurten = 'all' } = context;
  refuseInvalid(invitationProblems(invitation));
  const { name, email } = invitation;
  const roles = invitation.roles.map(assigned);
  refuseOutside(roles, buurten);
  await refuseUnknown(db, '/roles', roles);
  const [role, ...more] = roles;
  const who = { name, email, locale, mailsLink };
  const colleague = role && (await inviteStaff(db, { ...who, role }, context));
  if (!colleague) throw new ActRefused({ code: 'works-here' });
  for (const each of more) await changeRole(db, colleague, 'given', each, context);
  return colleague.id;
}

/** Gives and takes roles of a colleague, from their next request on. */
export async function changeRolesOf(
  db: DatabaseTransaction,
  id: string,
  { given, taken }: { readonly given: readonly GivenRole[]; readonly taken: readonly GivenRole[] },
  context: ActContext,
): Promise<void> {
  const { buurten = 'all' } = context;
  const colleague = await colleagueWith(db, id, buurten);
  refuseInvalid(givenRoleProblems('/given', given));
  const [gets, loses] = [given.map(assigned), taken.map(assigned)];
  refuseOutside([...gets, ...loses], buurten);
  await refuseUnknown(db, '/given', gets);
  await keepingAnAdmin(db, async () => {
    for (const role of gets) await changeRole(db, colleague, 'given', role, context);
    for (const role of loses) await changeRole(db, colleague, 'taken', role, context);
  });
}

/** Shuts a colleague out at once, wherever they are logged in. */
export async function removeColleague(
  db: DatabaseTransaction,
  id: string,
  context: ActContext,
): Promise<void> {
  const { buurten = 'all' } = context;
  const colleague = await colleagueWith(db, id, buurten);
  refuseOutside(colleague.roles, buurten);
  await keepingAnAdmin(db, () => shutOut(db, colleague, context));
}
