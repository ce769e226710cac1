import { ShapeError, type Reader } from './json.js';

/** A list in which an entry of the wrong shape is left out instead of spoiling the rest. */
export interface Readable<T> {
  readonly entries: readonly T[];
  /** How many entries could not be read. */
  readonly skipped: number;
}

/** Reads each; entries of the wrong shape and repeated ids are skipped and counted. */
export function readableFrom<T extends { readonly id: string }>(
  all: readonly unknown[],
  read: Reader<T>,
): Readable<T> {
  const byId = new Map<string, T>();
  for (const each of all) {
    try {
      const entry = read(each);
      if (!byId.has(entry.id)) byId.set(entry.id, entry);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  return { entries: [...byId.values()], skipped: all.length - byId.size };
}
