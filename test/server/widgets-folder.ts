import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder as the build makes it, with hashes of files and no more: a server with it has pages for makers and staff. */
export function widgetsFolder() {
  const path = mkdtempSync(join(tmpdir(), 'buurt-widgets-'));
  writeFileSync(
    join(path, 'sri.json'),
    JSON.stringify({ 'buurt.js': 'sha384-js', 'buurt-desk.js': 'sha384-desk', 'buurt.css': 'sha384-css' }),
  );
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
