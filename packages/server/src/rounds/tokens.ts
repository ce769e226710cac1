import { jwtDecrypt } from 'jose';
import { HttpProblem } from '../http/problem-json.js';

/** Reads the code in what a host page handed over. */
export type TokenReader = (token: string, now: Date) => Promise<string>;

const refused = (cause?: unknown) =>
  new HttpProblem(
    'token-refused',
    'De site kon niet bevestigen dat je mag stemmen. Laad de pagina opnieuw.',
    {
      cause,
    },
  );

/**
 * Reads tokens that a site of the operator makes for residents who are logged in there: an encrypted JSON Web Token
 * (RFC 7516, RFC 7519; `dir` with `A256GCM`) with the `code` of the household's letter and an `exp`. So a household
 * has one vote, by letter or by site, and the page never sees the code.
 * @param key 32 bytes that only that site and this server have; without it every token is refused
 * @throws {HttpProblem} `token-refused` when a token is not ours, has no code, or is over
 */
export const tokenReader =
  (key: Uint8Array | undefined): TokenReader =>
  async (token, now) => {
    if (!key) throw refused();
    const read = await jwtDecrypt(token, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      requiredClaims: ['exp'],
      currentDate: now,
    }).catch((error: unknown) => {
      throw refused(error);
    });
    const { code } = read.payload;
    if (typeof code !== 'string') throw refused();
    return code;
  };
