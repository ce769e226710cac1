import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OperatorIo } from './operator-socket.js';
import { fileError, CommandError } from './command-error.js';
import { textPartsOf } from './text-file.js';

/**
 * The text of a file that the operator named, without a byte order mark.
 * @throws {CommandError} when it cannot be read, or is no text in UTF-8 or UTF-16
 */
export async function textOf(io: Pick<OperatorIo, 'cwd'>, file: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of textPartsOf(resolve(io.cwd, file))) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Writes a file that was not there yet, for its owner only, and then does the work that it belongs to; when that
 * fails, the file is taken away again.
 * @throws {CommandError} when there is a file already, or it cannot be written
 */
export async function withNewFile<T>(
  io: OperatorIo,
  file: string,
  text: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const path = resolve(io.cwd, file);
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'EEXIST')
      throw new CommandError(`${path} is there already. Nothing was changed: give another name.`);
    throw fileError(path, error);
  });
  try {
    await handle.writeFile(text);
    await handle.sync();
    return await work(path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** JSON of a file that the operator named. */
export async function jsonOf(io: Pick<OperatorIo, 'cwd'>, file: string): Promise<unknown> {
  const text = await textOf(io, file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new CommandError(`${resolve(io.cwd, file)} is not JSON: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
