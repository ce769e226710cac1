import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { codeFrom, codeLength } from '@buurt/domain/rounds/code.js';
import { WorkQueue, workersFor, type QueuedCaller } from '../rounds/work-queue.js';

/** Hashes the codes of letters: nobody can go back from a hash to a code without the secret of the server. */
export interface CredentialHasher {
  /**
   * The hash of a code, as base64url. Takes a moment on purpose: whoever has the database must not guess quickly.
   * @throws {HttpProblem} when an asker would wait too long, or hung up
   */
  hash(code: string, salt: Uint8Array, asker?: QueuedCaller): Promise<string>;
  /**
   * Has somebody turned away before they wait for their turn to ask for a hash.
   * @param ahead how many of their group wait so already
   * @throws {HttpProblem} when they would wait too long
   */
  refuseIfLong(group: string, ahead: number): void;
  /** What tells later whether a round was made with the same secret: with another, no code would be good. */
  fingerprint(salt: Uint8Array): string;
}

/** Work for one code: about 50 ms of one core, and 16 MiB. */
const usualCost = 2 ** 14;

/** One for the whole process, whoever makes hashes. A widget gives up after ten seconds, so nobody waits longer than eight. */
const line = new WorkQueue({
  atOnce: workersFor(availableParallelism()),
  longestMs: 8_000,
  firstGuessMs: (cost) => (50 * cost) / usualCost,
});

const stretched = (code: string, salt: Uint8Array, cost: number) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(code, salt, 32, { N: cost, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** @param cost the N of scrypt (RFC 7914); lower only for tests, and the same as long as a round lasts */
export function createCredentialHasher(pepper: string, cost = usualCost): CredentialHasher {
  const mixed = (data: Uint8Array) => createHmac('sha256', pepper).update(data).digest('base64url');
  return {
    hash: async (code, salt, asker) => mixed(await line.run(cost, () => stretched(code, salt, cost), asker)),
    refuseIfLong: (group, ahead) => line.refuseIfLong(cost, group, ahead),
    // The text is older than its name here, and stays: the rounds that there are were made with it.
    fingerprint: (salt) => mixed(Buffer.concat([Buffer.from('mark:'), salt])),
  };
}

/** Something new to make the codes of a round with. */
export function createRoundSecret(hasher: CredentialHasher): {
  readonly salt: Uint8Array;
  readonly keyFingerprint: string;
} {
  const salt = randomBytes(16);
  return { salt, keyFingerprint: hasher.fingerprint(salt) };
}

export const newCode = (): string => codeFrom(randomBytes(codeLength - 1));
