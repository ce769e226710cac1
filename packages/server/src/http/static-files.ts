import { extname, join, normalize, sep } from 'node:path';
import { Hono, type Context } from 'hono';
import { FileCache, type CachedFile } from './file-cache.js';

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

interface EncodedFile extends CachedFile {
  readonly encoding?: string;
}

async function findFile(memory: FileCache, path: string, accepted: string): Promise<EncodedFile | undefined> {
  const plain = await memory.read(path);
  if (!plain) return undefined;
  for (const { name, extension } of encodings) {
    if (!new RegExp(`\\b${name}\\b(?!;\\s*q=0(\\.0*)?(,|$))`).test(accepted)) continue;
    const found = await memory.read(path + extension);
    if (found) return { ...found, encoding: name };
  }
  return plain;
}

function pathIn(folder: string, c: Context, base: string): string | undefined {
  try {
    const asked = normalize(join(folder, decodeURIComponent(c.req.path.slice(base.length))));
    return asked.startsWith(folder + sep) && !asked.includes('\0') ? asked : undefined;
  } catch {
    return undefined;
  }
}

/** Serves the built widgets to every site: what has a hash in its name for ever, the rest for five minutes. */
export function staticFiles(folder: string, base: string, memory = new FileCache()): Hono {
  const files = new Hono();
  files.get('*', async (c, next) => {
    const path = pathIn(folder, c, base);
    const found = path && (await findFile(memory, path, c.req.header('accept-encoding') ?? ''));
    if (!path || !found) return next();
    c.header('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
    c.header('Cache-Control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
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
