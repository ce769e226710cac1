import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const integrity = { 'buurt.js': 'sha384-js', 'buurt-desk.js': 'sha384-desk', 'buurt.css': 'sha384-css' };

/**
 * A folder as the build makes it after a release, with hashes of files and no more but what a test adds: a server with it has pages
 * for makers, webmasters and staff.
 */
export function widgetsFolder(files: Readonly<Record<string, string>> = {}) {
  const path = mkdtempSync(join(tmpdir(), 'buurt-widgets-'));
  const release = JSON.stringify({ version: '0.9.0-next', integrity });
  for (const [name, text] of Object.entries({ 'release.json': release, ...files })) {
    const file = join(path, '1', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
