// `npm start`: from a fresh clone to a running demo. Installs and builds only what is missing or out of date, so a
// second start needs no network.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildIsThere, checkNode, installPackages, packagesAreThere, run, stop } from './setup.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
checkNode();
if (!packagesAreThere()) run(installPackages, 'Installing packages (once, about a minute)');
if (!buildIsThere()) run(['npm', ['run', '--silent', 'build']], 'Building the widgets and the server');

// npm starts us through a shell that dies of a signal without passing it on; so when that shell is gone, we go too.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || process.kill(process.pid, 'SIGTERM'), 250).unref();
}

// Whoever says that it is real, or has a database of their own, gets made-up buurten only when they ask for them.
const { DATABASE_URL, PUBLIC_URL, ALLOWED_ORIGINS, NODE_ENV } = process.env;
const isReal = Boolean(DATABASE_URL || PUBLIC_URL || ALLOWED_ORIGINS) || NODE_ENV === 'production';
const demo = process.env.DEMO || (isReal ? 'no' : 'yes');
if (!['yes', 'no'].includes(demo)) stop(`DEMO is "${demo}"; it must be yes or no.`);
delete process.env.DEMO;

// In this process: signals and the exit code are the server's own.
await import(`../packages/${demo === 'yes' ? 'demo-site' : 'server'}/dist/main.js`);
