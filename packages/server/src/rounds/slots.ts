import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { codeFrom, codeLength } from '@buurt/domain';

/** What a code of a letter is kept by: nobody can go back from a slot to a code without the secret of the server. */
export interface Slots {
  /** The slot of a code, as base64url. Takes a moment on purpose: whoever has the database must not guess quickly. */
  of(code: string, salt: Uint8Array): Promise<string>;
  /** What tells later whether a round was made with the same secret: with another, no code would be good. */
  mark(salt: Uint8Array): string;
}

/** Work for one code: about 50 ms of one core, and 16 MiB. */
const usualCost = 2 ** 14;

const stretched = (code: string, salt: Uint8Array, cost: number) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(code, salt, 32, { N: cost, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** @param cost the N of scrypt (RFC 7914); lower only for tests, and the same as long as a round lasts */
export function slotsWith(pepper: string, cost = usualCost): Slots {
  const mixed = (data: Uint8Array) => createHmac('sha256', pepper).update(data).digest('base64url');
  return {
    of: async (code, salt) => mixed(await stretched(code, salt, cost)),
    mark: (salt) => mixed(Buffer.concat([Buffer.from('mark:'), salt])),
  };
}

/** Something new to make the codes of a round with. */
export function newSeal(slots: Slots): { readonly salt: Uint8Array; readonly mark: string } {
  const salt = randomBytes(16);
  return { salt, mark: slots.mark(salt) };
}

export const newCode = (): string => codeFrom(randomBytes(codeLength - 1));
