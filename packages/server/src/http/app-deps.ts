import type { Photos } from '../photos/photos.js';
import type { Context } from 'hono';
import type { Clock } from '../clock.js';
import type { FailureLimit } from './failure-limit.js';
import type { RateLimit } from './rate-limit.js';
import type { CredentialHasher } from '../secrets/credential-hash.js';
import type { TokenReader } from '../rounds/tokens.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Store } from '../db/open.js';
import type { OidcProvider } from '../staff/oidc.js';

/** What the routes work with. */
export interface AppDeps {
  readonly store: Store;
  readonly photos: Photos;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** What codes of letters are kept by. */
  readonly hasher: CredentialHasher;
  /** What hands over a code for a resident who is logged in at a site of the operator. */
  readonly codeOfToken: TokenReader;
  /** Per round and address: codes that were wrong. */
  readonly wrongCodes: FailureLimit;
  /** Per round and code: how often one is used. */
  readonly perCode: RateLimit;
  /** Whether mails may lead to this site (an origin), and its pages may write. */
  readonly isKnownSite: (c: Context, site: string) => boolean;
  /** The origin of this server's own pages; without one, whatever `Host` says. */
  readonly publicUrl?: string | undefined;
  /** The address of the desk, where it is known at which this server is reached. */
  readonly deskUrl?: string | undefined;
  /** Whether this server hands mails over; without a mail server those in the database of several wait there. */
  readonly sendsMails: boolean;
  /** Where staff log in with an account of the organisation, if it has such. */
  readonly oidc?: OidcProvider | undefined;
  /** Whether staff can have a link to log in mailed. */
  readonly hasLoginLinks: boolean;
  /** The page of makers, relative to the endpoint; absent where this server has no widgets. */
  readonly makerPage?: string | undefined;
  /** Told of every vote that was cast, after it was kept. */
  readonly onVoteCast?: (() => void) | undefined;
  /** The address from which a request comes. */
  readonly callerOf: (c: Context) => string;
}
