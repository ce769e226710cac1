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

/** Emscripten's number for an input/output error: PostgreSQL then stops rather than trust what it wrote. */
const EIO = 29;

function synced(work: () => void): number {
  try {
    work();
    return 0;
  } catch (error) {
    console.error('The disk did not take what was written:', error);
    return EIO;
  }
}

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
  override async init(...args: Parameters<Init>): ReturnType<Init> {
    const ready = await super.init(...args);
    const teachToSync = (mod: Mod) => {
      const { NODEFS } = mod as unknown as SyncingModule;
      NODEFS.stream_ops.fsync = ({ nfd, node }) =>
        synced(() => {
          if (nfd === undefined) syncFolder(NODEFS.realPath(node));
          else fdatasyncSync(nfd);
        });
    };
    const { preRun = [] } = ready.emscriptenOpts;
    return { emscriptenOpts: { ...ready.emscriptenOpts, preRun: [...preRun, teachToSync] } };
  }
}
