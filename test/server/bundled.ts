import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/**
 * The server or the command line in plain JavaScript, made at every run: starting it from its sources takes seconds
 * longer each time. Resolves to its file, which goes when this process does.
 */
export async function bundled(program: 'main' | 'cli'): Promise<string> {
  const folder = 'packages/server/node_modules/.cache/buurt-tests';
  const outfile = path(`${folder}/${program}-${String(process.pid)}.mjs`);
  await build({
    entryPoints: [path(`packages/server/src/${program}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@buurt/domain': path('packages/domain/src'), '@buurt/pabulib': path('packages/pabulib/src') },
    logLevel: 'error',
  });
  process.on('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}
