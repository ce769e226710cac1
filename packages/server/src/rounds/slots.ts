import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { codeFrom, codeLength } from '@buurt/domain';

/** What a code of a letter is kept by: nobody can go back from a slot to a code without the secret of the server. */
export interface Slots {
  /** The slot of a code, as base64url. Takes a moment on purpose: whoever has the database must not guess quickly. */
  of(code: string, salt: Uint8Array): Promise<string>;
}

/** Work for one code: about 50 ms of one core, and 16 MiB. */
const usualCost = 2 ** 14;

const stretched = (code: string, salt: Uint8Array, cost: number) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(code, salt, 32, { N: cost, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** @param cost the N of scrypt (RFC 7914); lower only for tests, and the same as long as a round lasts */
export const slotsWith = (pepper: string, cost = usualCost): Slots => ({
  of: async (code, salt) =>
    createHmac('sha256', pepper)
      .update(await stretched(code, salt, cost))
      .digest('base64url'),
});

export const newCode = (): string => codeFrom(randomBytes(codeLength - 1));
