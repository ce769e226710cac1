import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Store } from '../db/open.js';
import { FileCache } from '../http/file-cache.js';
import { builtJson, followed, isReleased, releaseFile, type Release } from './release.js';
import { addVersion, findChunk, findFile, hasVersion } from './widget-files.queries.js';

const decompress = promisify(brotliDecompress);

/**
 * Keeps the release in this folder in the database, before this server answers anybody: whoever opens a page of it can still
 * have it from a server with another release, on this machine or beside it. What was built between two releases is not kept.
 */
export async function keepRelease({ db }: Store, widgets: string): Promise<void> {
  // A server may run before its widgets are built; it says so where they are asked for.
  const release = await builtJson<Release>(join(widgets, releaseFile), new FileCache())();
  if (!release || !isReleased(release.version) || (await hasVersion(db, release.version))) return;
  const { version, integrity } = release;
  const files = Object.keys(integrity).map(async (path) => ({
    path,
    brotli: await readFile(join(widgets, version, `${path}.br`)),
  }));
  await addVersion(db, version, await Promise.all(files));
}

/** What a server may be asked for that it has not in its folder: a file of a version, or a chunk of any. */
const kept = new RegExp(`^(?:${followed}|\\d+\\.\\d+\\.\\d+)/(?:[\\w-]+\\.(?:js|css)|chunks/[\\w-]+\\.js)$`);

const isChunk = (path: string): boolean => path.startsWith('chunks/');

/** A file that is kept, in both ways in which a browser may take it. */
export interface EarlierFile {
  readonly brotli: Uint8Array<ArrayBuffer>;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

interface LookUp {
  readonly file: EarlierFile | undefined;
}

const mostBytes = 16 * 1024 * 1024;
/** Another server may keep the next release at any moment. */
const absentForMs = 10_000;

/** The files of releases that other servers of this database have or had. */
export class EarlierReleases {
  readonly #files = new LRUCache<string, LookUp>({
    maxSize: mostBytes,
    sizeCalculation: ({ file }, path) => path.length + (file ? file.brotli.length + file.plain.length : 0),
    fetchMethod: async (path, _stale, { options }) => {
      const file = await this.#find(path);
      if (!file) options.ttl = absentForMs;
      return { file };
    },
  });

  constructor(private readonly store: Store) {}

  /** @param path below the folder of the widgets: `0.9.0/buurt.js`, `1/chunks/shared-BxQ3_k9Q.js` */
  async read(path: string): Promise<EarlierFile | undefined> {
    return kept.test(path) ? (await this.#files.fetch(path))?.file : undefined;
  }

  async #find(path: string): Promise<EarlierFile | undefined> {
    const { db } = this.store;
    const [version = '', ...rest] = path.split('/');
    const name = rest.join('/');
    // A page that follows updates was opened with a version that its address does not say.
    const found =
      version !== followed
        ? await findFile(db, version, name)
        : isChunk(name)
          ? await findChunk(db, name)
          : undefined;
    if (!found) return undefined;
    const tag = `"${createHash('sha256').update(found).digest('base64url').slice(0, 16)}"`;
    return { tag, brotli: new Uint8Array(found), plain: new Uint8Array(await decompress(found)) };
  }
}
