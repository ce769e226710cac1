import { open, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OperatorIo } from '../operator-socket.js';
import { fileProblem, OperatorProblem } from './operator-problem.js';

/** The text of a file that the operator named, without a byte order mark. */
export async function textOf(io: OperatorIo, file: string): Promise<string> {
  const path = resolve(io.cwd, file);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileProblem(path, error);
  });
  return text.replace(/^\ufeff/, '');
}

/**
 * Writes a file that was not there yet, for its owner only, and then does the work that it belongs to; when that
 * fails, the file is taken away again.
 * @throws {OperatorProblem} when there is a file already, or it cannot be written
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
      throw new OperatorProblem(`${path} is there already. Nothing was changed: give another name.`);
    throw fileProblem(path, error);
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
export async function jsonOf(io: OperatorIo, file: string): Promise<unknown> {
  const text = await textOf(io, file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new OperatorProblem(`${resolve(io.cwd, file)} is not JSON: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
