import type { FileCache } from '../http/file-cache.js';

/** Reads what the build wrote down, if it did; parses it again only when it was built again. */
export function builtJson<T>(path: string, files: FileCache): () => Promise<T | undefined> {
  let last: { readonly tag: string; readonly value: T } | undefined;
  return async () => {
    const file = await files.read(path);
    if (!file) return undefined;
    if (last?.tag !== file.tag)
      last = { tag: file.tag, value: JSON.parse(Buffer.from(file.bytes).toString()) as T };
    return last.value;
  };
}

/** Hashes by the names of files. */
export type Integrity = Readonly<Record<string, string>>;

/** What the built files must be. */
export function integrityIn(path: string, files: FileCache): () => Promise<Integrity> {
  const read = builtJson<Integrity>(path, files);
  return async () => {
    const integrity = await read();
    if (!integrity)
      throw new Error(`${path} is not there: WIDGETS_DIR must be the folder with the built widgets.`);
    return integrity;
  };
}
