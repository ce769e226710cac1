import { list, moment, nullable, shape, text } from '../wire/json.js';

/** Who is logged in at the desk, and what they may do. */
export interface StaffSession {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly {
    readonly role: string;
    /** Null: in all buurten. */
    readonly buurt: { readonly code: string; readonly name: string } | null;
  }[];
  readonly permissions: readonly {
    readonly permission: string;
    /** Codes of the buurten; null: in all. */
    readonly buurten: readonly string[] | null;
  }[];
  /** Then it is over, also for who goes on. */
  readonly endsAt: string;
}

export const staffSessionFrom = shape<StaffSession>({
  name: text,
  email: text,
  roles: list(
    shape<StaffSession['roles'][number]>({
      role: text,
      buurt: nullable(shape<{ readonly code: string; readonly name: string }>({ code: text, name: text })),
    }),
  ),
  permissions: list(
    shape<StaffSession['permissions'][number]>({ permission: text, buurten: nullable(list(text)) }),
  ),
  endsAt: moment,
});

/** Whether somebody may do something in a buurt; null: with what is of no buurt, which is for who may everywhere. */
export const isPermitted = (
  { permissions }: Pick<StaffSession, 'permissions'>,
  permission: string,
  buurtCode: string | null,
): boolean =>
  permissions.some(
    ({ permission: own, buurten }) =>
      own === permission && (buurten === null || (buurtCode !== null && buurten.includes(buurtCode))),
  );
