import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config-error.js';
import { makeFolder } from '../db/make-folder.js';

export const secretFile = (dataDir: string): string => join(dataDir, 'secret');

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Writes a new secret, readable to its user only. */
export async function writeSecret(dataDir: string, secret: string): Promise<void> {
  await makeFolder(dataDir);
  const handle = await open(secretFile(dataDir), 'wx', 0o600);
  try {
    await handle.writeFile(secret);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The secret of the server that works in this folder; undefined when there is none. */
export async function secretIn(dataDir: string): Promise<string | undefined> {
  const file = secretFile(dataDir);
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as { code?: string }).code ?? '')) return undefined;
    throw error;
  }
  throw new ConfigError(`${file} holds no secret any more. Restore it, or remove the file.`);
}
