import { mostCharacters } from '@buurt/domain/ideas/settings.js';
import { characters } from '@buurt/domain/wire/characters.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import * as openid from 'openid-client';
import type { Clock } from '../clock.js';
import { isSingleAddress } from '../mail/address.js';
import { rolesIn, type Claims, type ClaimRole } from './oidc-roles.js';
import type { AssignedRole } from './roles.js';
import { isTrustworthy } from './session-cookie.js';

/** The identity provider of the organisation (OpenID Connect). */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, which PKCE protects. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
  readonly roles: readonly ClaimRole[];
}

/** Somebody for whom the identity provider vouches. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; undefined when there is none, or the identity provider says that it was not verified. */
  readonly email: string | undefined;
  readonly name: string;
  readonly locale: Locale;
  readonly roles: readonly AssignedRole[];
  /** To say at the identity provider who logs out. */
  readonly idToken: string;
}

/** What an answer of the identity provider must fit. */
export interface OidcChecks {
  readonly state: string;
  readonly nonce: string;
  /** What PKCE shows at the end. */
  readonly verifier: string;
}

/** Why nobody came in. */
export class OidcError extends Error {
  override readonly name = 'OidcError';

  constructor(
    /** `unavailable`: later it may work. `denied`: the identity provider itself said no. */
    readonly reason: 'unavailable' | 'denied' | 'refused',
    cause: unknown,
  ) {
    super(`Logging in with the identity provider failed (${reason})`, { cause });
  }

  /** What the library and the network say. Other errors can quote an answer, and with it a token. */
  get because(): string {
    const parts: string[] = [];
    for (let error = this.cause; error instanceof Error; error = error.cause) {
      const { code, error: answer } = error as Error & { readonly code?: unknown; readonly error?: unknown };
      if (typeof code !== 'string') continue;
      const isPlain = typeof answer === 'string' && /^[a-z_]{1,60}$/.test(answer);
      parts.push(`${error.message} (${isPlain ? `${code}, ${answer}` : code})`);
    }
    return parts.join(', because ') || 'it said nothing that we know';
  }
}

const patienceSeconds = 10;
/** How far the clocks of two servers may differ. */
const toleranceSeconds = 30;
/** How long is believed what an identity provider says of itself. */
const knownForMs = 60 * 60 * 1000;

/** Codes of `openid-client` for an identity provider that does not answer as one. */
const unavailableCodes = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

function reasonOf(error: unknown): OidcError['reason'] {
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'temporarily_unavailable' || error.error === 'server_error'
      ? 'unavailable'
      : 'denied';
  const { code } = error as { readonly code?: string };
  const isOfNetwork = error instanceof TypeError && code === undefined;
  return isOfNetwork || unavailableCodes.has(code ?? '') ? 'unavailable' : 'refused';
}

/** OpenID Connect has `client_secret_basic` for want of better; where both are taken, a body needs no escaping. */
const secretAuth =
  (secret: string): openid.ClientAuth =>
  (server, ...request) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    (inBody ? openid.ClientSecretPost(secret) : openid.ClientSecretBasic(secret))(server, ...request);
  };

const textIn = (claims: Claims, name: string): string => {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  // eslint-disable-next-line no-control-regex -- no name and no address has them
  return typeof value === 'string' ? value.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim() : '';
};

function emailIn(claims: Claims): string | undefined {
  const email = textIn(claims, 'email').toLowerCase();
  // Some write it as a text.
  if (claims['email_verified'] === false || claims['email_verified'] === 'false') return undefined;
  const isAddress = /^[^@\s]+@[^@\s]+$/.test(email) && isSingleAddress(email);
  return isAddress && email.length <= mostCharacters.email ? email : undefined;
}

const nameIn = (claims: Claims): string =>
  ['name', 'preferred_username', 'email']
    .map((claim) => textIn(claims, claim))
    .find((text) => text !== '' && characters(text) <= mostCharacters.name) ?? 'Medewerker';

/** Asks the identity provider of the organisation who somebody is: authorization code with PKCE. */
export class OidcProvider {
  /** Where people log in, as they see it in the address. */
  readonly host: string;
  readonly #settings: OidcSettings;
  readonly #address: string;
  readonly #clock: Clock;
  #known: { readonly configuration: openid.Configuration; readonly until: number } | undefined;
  #asking: Promise<openid.Configuration> | undefined;

  /** `address`: where this server is reached, with the path under which a proxy serves it. */
  constructor(settings: OidcSettings, address: string, clock: Clock) {
    this.host = new URL(settings.issuer).host;
    this.#settings = settings;
    this.#address = address;
    this.#clock = clock;
  }

  /** Where the desk is. */
  get deskUrl(): string {
    return `${this.#address}/desk`;
  }

  /** Whether browsers reach the desk over a connection on which nobody reads along. */
  get isTrustworthy(): boolean {
    return isTrustworthy(this.#address);
  }

  get #redirectUri(): string {
    return `${this.#address}/v1/desk/oidc/callback`;
  }

  /**
   * Where the browser goes, and what its answer must fit.
   * @throws {OidcError}
   */
  async start(): Promise<{ readonly url: URL; readonly checks: OidcChecks }> {
    const configuration = await this.#configuration();
    const checks = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirectUri,
      scope: this.#settings.scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
    });
    return { url, checks };
  }

  /**
   * Who came back with this question in the address. Issuer, audience, signature, expiry, nonce and state are checked.
   * @throws {OidcError}
   */
  async finish(search: string, { state, nonce, verifier }: OidcChecks): Promise<OidcIdentity> {
    const configuration = await this.#configuration();
    try {
      const tokens = await openid.authorizationCodeGrant(
        configuration,
        new URL(`${this.#redirectUri}${search}`),
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      );
      const claims = tokens.claims();
      if (!claims || tokens.id_token === undefined) throw new Error('There is no ID token');
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: emailIn(claims),
        name: nameIn(claims),
        locale: /^en\b/i.test(textIn(claims, 'locale')) ? 'en' : 'nl',
        roles: rolesIn(claims, this.#settings.roles),
        idToken: tokens.id_token,
      };
    } catch (error) {
      throw new OidcError(reasonOf(error), error);
    }
  }

  /** Where a browser logs out at the identity provider too; undefined where that has no such page, or does not answer. */
  async logoutUrl(idToken: string): Promise<string | undefined> {
    try {
      const configuration = await this.#configuration();
      const endpoint = configuration.serverMetadata().end_session_endpoint;
      if (endpoint === undefined || !isTrustworthy(endpoint)) return undefined;
      const { href } = openid.buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: this.deskUrl,
      });
      return href;
    } catch {
      // Whoever leaves the desk is logged out here in any case.
      return undefined;
    }
  }

  async #configuration(): Promise<openid.Configuration> {
    const known = this.#known;
    if (known && known.until > this.#clock().getTime()) return known.configuration;
    this.#asking ??= this.#discover().finally(() => (this.#asking = undefined));
    try {
      return await this.#asking;
    } catch (error) {
      if (known) return known.configuration;
      throw new OidcError('unavailable', error);
    }
  }

  async #discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const configuration = await openid.discovery(
      new URL(issuer),
      clientId,
      { [openid.clockTolerance]: toleranceSeconds },
      clientSecret === undefined ? openid.None() : secretAuth(clientSecret),
      {
        timeout: patienceSeconds,
        execute: [
          // Without it the library trusts the connection to the identity provider, and looks at no signature.
          openid.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    // The library lets Microsoft speak for every organisation; ours is one.
    if (new URL(configuration.serverMetadata().issuer).href !== new URL(issuer).href)
      throw Object.assign(new Error('OIDC_ISSUER is not the issuer that it names itself'), {
        code: 'ISSUER',
      });
    this.#known = { configuration, until: this.#clock().getTime() + knownForMs };
    return configuration;
  }
}
