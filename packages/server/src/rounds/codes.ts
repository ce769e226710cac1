import { newCode, type CredentialHasher } from '../secrets/credential-hash.js';

/** A code for a letter, and what is kept of it. */
export interface MadeCode {
  readonly code: string;
  readonly credentialHash: string;
}

/** Enough to keep the queue of the hasher busy; see `createCredentialHasher`. */
const atOnce = 4;

/** New codes with their hashes; each takes about 50 ms of work. `made` hears how many there are by now. */
export async function makeCodes(
  hasher: CredentialHasher,
  salt: Uint8Array,
  count: number,
  made: (count: number) => void,
): Promise<MadeCode[]> {
  const codes: MadeCode[] = [];
  let begun = 0;
  const work = async () => {
    while (begun < count) {
      begun += 1;
      const code = newCode();
      codes.push({ code, credentialHash: await hasher.hash(code, salt) });
      made(codes.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return codes;
}
