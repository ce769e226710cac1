import { staffRoles, type StaffRole } from '@buurt/domain/desk/colleague.js';

/** Everything for which leave is needed at the desk. */
export const permissions = [
  'inbox.read',
  'idea.decide',
  'contact.read',
  'question.answer',
  'offer.answer',
  'report.resolve',
  'promise.write',
  'round.write',
  'round.release',
  'settings.write',
  'staff.write',
  'acts.read',
  'person.erase',
] as const;
export type Permission = (typeof permissions)[number];

/** What each role may. Residents publish and answer in their buurt, and learn of nobody how to reach them. */
const permissionsOf: Readonly<Record<StaffRole, ReadonlySet<Permission>>> = {
  reader: new Set(['inbox.read']),
  moderator: new Set([
    'inbox.read',
    'idea.decide',
    'contact.read',
    'question.answer',
    'offer.answer',
    'report.resolve',
    'promise.write',
    'acts.read',
  ]),
  rounds: new Set(['inbox.read', 'promise.write', 'round.write', 'round.release', 'acts.read']),
  residents: new Set(['inbox.read', 'idea.decide', 'question.answer', 'report.resolve', 'promise.write']),
  admin: new Set(permissions),
};

/** The roles that may do something. */
export const rolesWith = (permission: Permission): StaffRole[] =>
  staffRoles.filter((role) => permissionsOf[role].has(permission));

/** A role that somebody has. */
export interface AssignedRole {
  readonly role: StaffRole;
  /** Null: in all buurten of the server. */
  readonly buurtCode: string | null;
}

/** Somebody with roles. */
export interface HasRoles {
  readonly roles: readonly AssignedRole[];
}

/** In which buurten somebody may do something: these, none of them, or all. */
export function buurtenOf({ roles }: HasRoles, permission: Permission): readonly string[] | 'all' {
  const codes = new Set<string>();
  for (const { role, buurtCode } of roles) {
    if (!permissionsOf[role].has(permission)) continue;
    if (buurtCode === null) return 'all';
    codes.add(buurtCode);
  }
  return [...codes].toSorted();
}

/** Whether somebody may do something in a buurt. */
export function mayStaff(staff: HasRoles, permission: Permission, buurtCode: string): boolean {
  const buurten = buurtenOf(staff, permission);
  return buurten === 'all' || buurten.includes(buurtCode);
}
