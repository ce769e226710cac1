import { readFile, stat } from 'node:fs/promises';

/** A file as it was read. */
export interface CachedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Another one when the file changed. */
  readonly tag: string;
}

interface CacheEntry {
  readonly file: CachedFile;
  checkedAt: number;
}

const checkAfterMs = 1_000;

/**
 * Files that are asked for all the time, read once: no visitor waits for a disk. Looks at most once a second whether one
 * changed. Only what is there is kept, so what it holds cannot outgrow its folder.
 */
export class FileCache {
  readonly #kept = new Map<string, CacheEntry>();
  readonly #looking = new Map<string, Promise<CachedFile | undefined>>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The file at this path, if there is one. */
  async read(path: string): Promise<CachedFile | undefined> {
    const kept = this.#kept.get(path);
    if (kept && this.now() - kept.checkedAt < checkAfterMs) return kept.file;
    const looking = this.#looking.get(path) ?? this.#look(path).finally(() => this.#looking.delete(path));
    this.#looking.set(path, looking);
    return looking;
  }

  async #look(path: string): Promise<CachedFile | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) {
      this.#kept.delete(path);
      return undefined;
    }
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    const kept = this.#kept.get(path);
    const file = kept?.file.tag === tag ? kept.file : { tag, bytes: new Uint8Array(await readFile(path)) };
    this.#kept.set(path, { file, checkedAt: this.now() });
    return file;
  }
}
