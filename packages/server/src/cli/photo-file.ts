import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OperatorIo } from './operator-socket.js';
import { openPhotos, PhotoProblem, type PhotoFault } from '../photos/photos.js';
import type { PhotoFile } from '../db/tables.js';
import { fileError, CommandError } from './command-error.js';

/** Of a file on the operator's own computer: a camera's photo as it is. */
const mostBytes = 64 * 1024 * 1024;

const faults: Readonly<Record<PhotoFault, string>> = {
  empty: 'is empty',
  heic: 'is HEIC: make a JPEG of it',
  unsupported: 'is no JPEG, PNG or WebP',
  broken: 'is damaged, or not whole',
  'too-many-pixels': 'has more than 64 million pixels',
  'too-slow': 'takes too much time: make it smaller',
  busy: 'cannot be read now: try again',
};

/**
 * The photo in a file that the operator named, made anew as photos of residents are: in every width, upright, without
 * metadata.
 * @throws {CommandError} when it cannot be read, or is no photo
 */
export async function photoIn(io: Pick<OperatorIo, 'cwd'>, file: string): Promise<PhotoFile[]> {
  const path = resolve(io.cwd, file);
  const unread = (error: unknown): never => {
    throw fileError(path, error);
  };
  const { size } = await stat(path).catch(unread);
  if (size > mostBytes)
    throw new CommandError(`${path} is larger than 64 MiB: make it smaller. Nothing was changed.`);
  const original = await readFile(path).catch(unread);
  const photos = openPhotos();
  try {
    return await photos.shrink(original);
  } catch (error) {
    if (!(error instanceof PhotoProblem)) throw error;
    throw new CommandError(`${path} ${faults[error.fault]}. Nothing was changed.`, { cause: error });
  } finally {
    await photos.close();
  }
}
