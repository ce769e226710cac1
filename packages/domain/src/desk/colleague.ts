import { emailProblems } from '../ideas/contact.js';
import { mostCharacters } from '../ideas/settings.js';
import { list, moment, nullable, oneOf, shape, text, type Reader } from '../wire/json.js';
import { textProblems, type Problem } from '../wire/problem.js';

/** What somebody can be at the desk; each role in one buurt, or in all of this server. */
export const staffRoles = ['reader', 'moderator', 'rounds', 'residents', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A role as it is given and taken. */
export interface GivenRole {
  readonly role: StaffRole;
  /** The code of the buurt; null: in all. */
  readonly buurt: string | null;
}

/** Somebody who can log in at the desk, as an admin sees them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly {
    readonly role: StaffRole;
    readonly buurt: { readonly code: string; readonly name: string } | null;
  }[];
  readonly invitedAt: string;
  /** Null for whoever did not log in yet. */
  readonly lastLoginAt: string | null;
}

/** How somebody comes in who was invited: by a link in a mail, with their account, or by a link of the operator. */
export const firstLogins = ['mail', 'account', 'operator'] as const;
export type FirstLogin = (typeof firstLogins)[number];

export interface Colleagues {
  readonly colleagues: readonly Colleague[];
  readonly firstLogin: FirstLogin;
  /** The host of the identity provider, which gives roles anew at each login; null without one. */
  readonly account: string | null;
}

export const colleaguesFrom = shape<Colleagues>({
  colleagues: list(
    shape<Colleague>({
      id: text,
      name: text,
      email: text,
      roles: list(
        shape<Colleague['roles'][number]>({
          // A newer server may know roles that this desk does not.
          role: text as Reader<StaffRole>,
          buurt: nullable(
            shape<{ readonly code: string; readonly name: string }>({ code: text, name: text }),
          ),
        }),
      ),
      invitedAt: moment,
      lastLoginAt: nullable(moment),
    }),
  ),
  firstLogin: oneOf(...firstLogins),
  account: nullable(text),
});

/** Somebody who is let in. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly GivenRole[];
}

/** What is wrong with roles that somebody would get: residents have theirs in their own buurt. */
export const givenRoleProblems = (pointer: string, roles: readonly GivenRole[]): Problem[] =>
  roles.flatMap(({ role, buurt }, index) =>
    role === 'residents' && buurt === null
      ? [{ pointer: `${pointer}/${String(index)}/buurt`, code: 'required' as const }]
      : [],
  );

export const invitationProblems = ({ name, email, roles }: Invitation): Problem[] => [
  ...textProblems('/name', name, { required: true, max: mostCharacters.name }),
  ...emailProblems('/email', email, { required: true }),
  ...(roles.length === 0 ? [{ pointer: '/roles', code: 'required' as const }] : []),
  ...givenRoleProblems('/roles', roles),
];
