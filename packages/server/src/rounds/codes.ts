import { newCode, type CredentialHasher } from '../secrets/credential-hash.js';

/** A code for a letter, and what is kept of it. */
export interface MadeCode {
  readonly code: string;
  readonly slot: string;
}

/** Enough to keep the line of the slots busy; see `slotsWith`. */
const atOnce = 4;

/** New codes with their slots; each takes about 50 ms of work. `made` hears how many there are by now. */
export async function makeCodes(
  slots: CredentialHasher,
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
      codes.push({ code, slot: await slots.of(code, salt) });
      made(codes.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return codes;
}
