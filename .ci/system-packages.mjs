import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { run } from './setup.mjs';

/** May this user install Debian packages here? */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs the Debian packages of which `find` finds nothing here, or says in one line what to install. */
export function aptPackagesFor(wanted) {
  const missing = Object.entries(wanted).flatMap(([name, find]) => (find() ? [] : [name]));
  if (missing.length === 0) return;
  if (!canInstall()) {
    console.warn(
      `Missing for the tests: ${missing.join(', ')}. On Debian: sudo apt-get install ${missing.join(' ')}`,
    );
    return;
  }
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
  run(
    ['apt-get', ['install', '-yq', '--no-install-recommends', ...missing]],
    `Installing ${missing.join(', ')}`,
  );
}
