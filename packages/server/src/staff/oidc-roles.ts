import { staffRoles, type StaffRole } from '@buurt/domain/desk/colleague.js';
import type { AssignedRole } from './roles.js';

/** What the identity provider says of somebody, by name. */
export type Claims = Readonly<Record<string, unknown>>;

/** The role of everybody for whom the identity provider says this. */
export interface ClaimRole {
  readonly claim: string;
  readonly value: string;
  readonly role: AssignedRole;
}

const isRole = (text: string): text is StaffRole => staffRoles.some((role) => role === text);

/**
 * Reads `claim=value:role` or `claim=value:role@BU…`. A value may hold colons, as the name of a claim does that is an address.
 * Undefined for anything else, and for residents without a buurt.
 */
export function claimRoleFrom(text: string): ClaimRole | undefined {
  const [, claim = '', value = '', role = '', buurtCode = null] =
    /^([^=\s]+)=(.+):([a-z]+)(?:@(BU[0-9A-Z]{8}))?$/.exec(text) ?? [];
  if (claim === '' || !isRole(role) || (role === 'residents' && buurtCode === null)) return undefined;
  return { claim, value, role: { role, buurtCode } };
}

/** A claim is one text, or a list of them; a part of a text, or of what lies deeper, gives nothing. */
const holds = (claims: Claims, claim: string, value: string): boolean => {
  const held = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  return Array.isArray(held) ? held.includes(value) : held === value;
};

/** The roles of somebody of whom the identity provider says this, each once. */
export function rolesIn(claims: Claims, roles: readonly ClaimRole[]): AssignedRole[] {
  const assigned = roles.filter(({ claim, value }) => holds(claims, claim, value)).map(({ role }) => role);
  return [...new Map(assigned.map((each) => [`${each.role} ${each.buurtCode ?? ''}`, each])).values()];
}
