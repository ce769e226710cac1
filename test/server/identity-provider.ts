import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider, type AccountClaims } from 'oidc-provider';

export const clientId = 'buurt';
export const clientSecret = 'a secret of the client that only the tests know';

/** What the identity provider says of somebody. */
export type Person = Omit<AccountClaims, 'sub'>;

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
export const ownKey = { privateKey, publicKey };

/** An ID token with these claims, signed by the identity provider as its own are. */
export const signed = (
  claims: Record<string, unknown>,
  { alg = 'RS256', key = privateKey }: { alg?: string; key?: CryptoKey | Uint8Array } = {},
): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg, kid: 'own' }).sign(key);

const partsOf = (token: string) => token.split('.') as [string, string, string];
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(partsOf(token)[1], 'base64url').toString());

/** A real identity provider on a port of this machine. Whoever comes to log in is `visitor`, without a question. */
export class IdentityProvider {
  readonly people = new Map<string, Person>();
  visitor = 'noor';
  /** What becomes of an ID token before it goes out. */
  tamper: ((token: string) => string | Promise<string>) | undefined;
  /** Everything that was asked of it, as `GET /path`. */
  readonly asked: string[] = [];
  /** The last ID token that went out, as it was made. */
  lastToken = '';

  private constructor(
    readonly issuer: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** `address`: of the server that asks it. */
  static async start(
    address = 'http://localhost',
    { port = 0, isPublic = false }: { port?: number; isPublic?: boolean } = {},
  ): Promise<IdentityProvider> {
    let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
    const server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const stop = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    const self = new IdentityProvider(issuer, stop);
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          redirect_uris: [`${address}/v1/desk/oidc/callback`],
          post_logout_redirect_uris: [`${address}/desk`],
          ...(isPublic
            ? { token_endpoint_auth_method: 'none' }
            : { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' }),
        },
      ],
      jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'own', alg: 'RS256', use: 'sig' }] },
      cookies: { keys: ['only for tests'] },
      claims: {
        openid: ['sub', 'groups', 'roles', 'nested'],
        profile: ['name', 'locale', 'preferred_username'],
        email: ['email', 'email_verified'],
      },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...self.people.get(sub), sub }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({
          clientId: oidc.client!.clientId,
          accountId: oidc.session!.accountId!,
        });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    });
    provider.use(async (ctx, next) => {
      await next();
      const { body } = ctx as { body: unknown };
      if (ctx.path !== '/token' || typeof body !== 'object' || body === null || !('id_token' in body)) return;
      self.lastToken = String(body.id_token);
      if (self.tamper) ctx.body = { ...body, id_token: await self.tamper(self.lastToken) };
    });
    const rest = provider.callback();
    answer = (request, response) => {
      self.asked.push(`${request.method} ${request.url}`);
      if (!request.url?.startsWith('/interaction/')) return rest(request, response);
      // A form, as people have there: the browser comes back from a POST of another site.
      if (request.method === 'POST')
        return provider.interactionFinished(request, response, { login: { accountId: self.visitor } });
      response.setHeader('Content-Type', 'text/html');
      return response.end(
        '<!doctype html><title>Login</title><form method="post"><button>Log in</button></form>',
      );
    };
    return self;
  }

  /** Logs in `visitor` at an address of this provider; resolves to where it sends the browser back to. */
  async visit(url: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let at = new URL(url);
    let method = 'GET';
    for (let step = 0; step < 10 && at.origin === this.issuer; step++) {
      const answer = await fetch(at, {
        method,
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const each of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      method = to === null ? 'POST' : 'GET';
      if (to === null && answer.status !== 200)
        throw new Error(`${String(answer.status)} ${await answer.text()}`);
      await answer.arrayBuffer();
      if (to !== null) at = new URL(to, at);
    }
    return at;
  }
}
