import { extname, join, normalize, sep } from 'node:path';
import { Hono, type Context } from 'hono';
import { FileCache, type CachedFile } from '../http/file-cache.js';
import type { EarlierReleases } from './earlier-releases.js';
import { isReleased } from './release.js';

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};

const encodings = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

/** Whether a name ends in a hash of what the file holds (`later-Bx3_k9-Q.js`): such a file never changes. */
function isHashed(path: string): boolean {
  const [extension = '', stem = ''] = (path.split('/').at(-1) ?? '').split('.').toReversed();
  return ['js', 'css', 'json', 'svg'].includes(extension) && stem.slice(0, -8).includes('-');
}

/** Whether a file never changes: it is of a version, or has a hash in its name. */
const isImmutable = (path: string): boolean => isReleased(path.split('/')[0] ?? '') || isHashed(path);

interface EncodedFile extends CachedFile {
  readonly encoding?: string;
}

const takes = (accepted: string, encoding: string): boolean =>
  new RegExp(`\\b${encoding}\\b(?!;\\s*q=0(\\.0*)?(,|$))`).test(accepted);

async function fileInFolder(
  memory: FileCache,
  path: string,
  accepted: string,
): Promise<EncodedFile | undefined> {
  const plain = await memory.read(path);
  if (!plain) return undefined;
  for (const { name, extension } of encodings) {
    if (!takes(accepted, name)) continue;
    const found = await memory.read(path + extension);
    if (found) return { ...found, encoding: name };
  }
  return plain;
}

async function earlierFile(
  earlier: EarlierReleases | undefined,
  path: string,
  accepted: string,
): Promise<EncodedFile | undefined> {
  const found = await earlier?.read(path);
  if (!found) return undefined;
  const { tag, brotli, plain } = found;
  return takes(accepted, 'br') ? { tag, bytes: brotli, encoding: 'br' } : { tag, bytes: plain };
}

/** The path below the folder that a request asks for; none that leads out of it. */
function pathAsked(c: Context, base: string): string | undefined {
  try {
    const asked = normalize(decodeURIComponent(c.req.path.slice(base.length)));
    return asked.startsWith('/') && !asked.includes('\0') ? asked.slice(1).split(sep).join('/') : undefined;
  } catch {
    return undefined;
  }
}

export interface WidgetFilesOptions {
  /** The folder with the built widgets. */
  readonly folder: string;
  /** The path at which they are served. */
  readonly base: string;
  readonly memory?: FileCache;
  /** Where what is not in the folder may be. */
  readonly earlier?: EarlierReleases;
}

/** Serves the built widgets to every site: what never changes for ever, the rest for five minutes. */
export function widgetFiles({ folder, base, memory = new FileCache(), earlier }: WidgetFilesOptions): Hono {
  const files = new Hono();
  files.get('*', async (c, next) => {
    const path = pathAsked(c, base);
    if (!path) return next();
    const accepted = c.req.header('accept-encoding') ?? '';
    const found =
      (await fileInFolder(memory, join(folder, path), accepted)) ??
      (await earlierFile(earlier, path, accepted));
    if (!found) return next();
    c.header('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
    c.header(
      'Cache-Control',
      isImmutable(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    );
    c.header('ETag', found.tag);
    c.header('Vary', 'Accept-Encoding');
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    if (c.req.header('if-none-match') === found.tag) return c.body(null, 304);
    if (found.encoding) c.header('Content-Encoding', found.encoding);
    return c.body(found.bytes);
  });
  return files;
}
