import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];
type Mod = Parameters<NonNullable<Awaited<ReturnType<Init>>['emscriptenOpts']['preRun']>[number]>[0];
interface Stream {
  readonly nfd?: number;
  readonly node: object;
}
interface SyncingModule {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: Stream) => number };
    readonly realPath: (node: object) => string;
  };
}

/** Syncs a folder, so that the names in it are on disk, or a file. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Syncs every file and folder under `path`, and its name in the folder above. */
export function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const here = join(path, entry.name);
    if (entry.isDirectory()) syncTree(here);
    else if (entry.isFile()) syncFolder(here);
  }
  syncFolder(path);
  syncFolder(dirname(path));
}

/**
 * A folder in which PGlite's PostgreSQL can sync. The file system that comes with PGlite ignores `fsync`; with it,
 * PostgreSQL itself syncs its write-ahead log before a commit returns, and its data before a checkpoint counts.
 */
export class DurableFiles extends NodeFS {
  readonly #diskFailed: (error: unknown) => never;

  constructor(folder: string, diskFailed: (error: unknown) => never) {
    super(folder);
    this.#diskFailed = diskFailed;
  }

  override async init(...args: Parameters<Init>): ReturnType<Init> {
    const ready = await super.init(...args);
    const teachToSync = (mod: Mod) => {
      const { NODEFS } = mod as unknown as SyncingModule;
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        try {
          if (nfd === undefined) syncFolder(NODEFS.realPath(node));
          else fdatasyncSync(nfd);
          return 0;
        } catch (error) {
          return this.#diskFailed(error);
        }
      };
    };
    const { preRun = [] } = ready.emscriptenOpts;
    return { emscriptenOpts: { ...ready.emscriptenOpts, preRun: [...preRun, teachToSync] } };
  }
}
